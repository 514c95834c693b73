/**
 * Theorem 4.2. Its last step, from a small perturbation to exponential decay, is right and loses a factor 3.6. That the
 * perturbation is small at all times is what Lemma B.4 was to show; here it follows from `y-lipschitz` and the length of
 * the path of θ, in three steps:
 *
 * 1. `theorem-4.2-path`: as long as ‖Kpert‖ <= C0/10, the loss decays at the rate 9 C0/5 and θ moves at most at v √L
 *    (Lemma B.3), so that its whole path is shorter than (10/9) v √L0/C0.
 * 2. `theorem-4.2-closes`: on a path of at most that length, ‖Kpert‖ <= 4mγ²ε(1 + 4hN) <= C0/10, if ε is small enough.
 * 3. The first-exit argument, which is not the kernel's: let t* be the first time at which the path is longer than
 *    (10/9) v √L0/C0. Up to t* step 2 makes ‖Kpert‖ <= C0/10, so by step 1 the path up to t* is shorter by
 *    (10/9) v √L(t*)/C0 > 0: there is no such t*. It takes a flow that exists and is smooth for all t >= 0, as it does for
 *    a gradient flow with bounded derivatives, and L > 0, which holds for all t if it holds at t = 0.
 */
import { assume, certificate, chain, claim, positivity, rewriting } from '../../src/index.js';
import { convergenceModels } from '../models/convergence-models.js';
import { convergenceWitness } from '../models/convergence-witness.js';
import { convergence, definingConvergence } from './convergence-notation.js';

const { constant, fact, plus, reciprocal, sandwich, size, square, times } = certificate;
const models = convergenceModels('positive');

const given = {
  flow: assume(
    convergence,
    'the residuals obey dr/dt = -(Kasym + Kpert) r, Lemma 4.1, with a gradient flow that exists for all t >= 0',
    'Rdot = -(Kasym + Kpert) R',
    'Ldot = 1/m R† Rdot',
  ),
  floor: assume(convergence, 'C0 is a lower bound of the eigenvalues of Kasym', 'Kasym >= C0 I_m'),
  small: assume(convergence, 'the eigenvalues of Kpert are at least -κ', 'Kpert >= -κ I_m'),
  tenth: assume(convergence, 'κ is at most C0/10', '1/10 C0 >= κ'),
  positive: assume(convergence, 'C0 is not negative', 'C0 >= 0'),
  loss: definingConvergence('L'),
  root: assume(convergence, 's is the root of the loss', 'L = s^2', 'Ldot = 2 s sdot', 's >= 0'),
  slow: assume(convergence, 'θ moves at most at v √L in the 1-norm, Lemma B.3', 'v s >= Ndot', 'v >= 0'),
  left: assume(convergence, 'V moves with N and s', 'Vdot = -10/9 v/C0 sdot - Ndot'),
  path: assume(
    convergence,
    'the path of θ is not longer than (10/9) v √L0/C0: `theorem-4.2-path` up to any first exit',
    '10 v s0 >= 9 C0 N',
    'N >= 0',
  ),
  large: assume(
    convergence,
    'many parameters: ε = max_k ‖S_k‖ is at most C0/(40mγ²(1 + (40/9) h v √L0/C0)). By the maximal matrix Hoeffding ' +
      'inequality (cited, not shown here) ε <= const √(log(d/δ)/p) ‖H‖²/Z with probability 1 - δ, so that p does not depend on t',
    'C0 >= 40 m γ^2 ε (1 + 40/9 h v s0/C0)',
    'ε >= 0',
    'h >= 0',
    'C0 >= 0',
  ),
  perturbation: assume(
    convergence,
    '`perturbation-norm` with `delta-bound`, which bound Kpert by the path of θ',
    'Kpert >= -4 m γ^2 ε (1 + 4 h N) I_m',
  ),
};

/** A perturbation as large as the kernel, which its bound does not cover, or covers without being small. */
const perturbed = {
  flow: convergenceWitness({ Ldot: '0' }),
  floor: convergenceWitness({ Kasym: [['0']] }),
  small: convergenceWitness({ Kpert: [['-1']] }),
  tenth: convergenceWitness({ Kpert: [['-1']], κ: '1' }),
};

/** Any rate below 2 C0: the last step of Theorem 4.2 with its constant. */
export const anyRate = claim({
  id: 'theorem-4.2-any-rate',
  title: 'Kasym >= C0 and Kpert >= -κ: L(t) <= L(0) exp(-2(C0 - κ)t)',
  source: 'beyond the paper; Thm. 4.2, (9)',
  theory: convergence,
  statement: { kind: 'exponential', loss: 'L', rate: '2 (C0 - κ)' },
  given: { flow: given.flow, floor: given.floor, small: given.small, loss: given.loss },
  proof: chain('Ldot')
    .equals('-1/m R† (Kasym + Kpert) R', rewriting('flow'), 'L = |r|²/2m.')
    .atMost(
      '-1/m (C0 - κ) R† R',
      positivity(
        (term) => times(size('m', -1), plus(sandwich('floor', term('R')), sandwich('small', term('R')))),
        'floor',
        'small',
      ),
      'r†(Kasym - C0)r >= 0 and r†(Kpert + κ)r >= 0.',
    )
    .equals('-(2 (C0 - κ)) L', rewriting('loss'), '|r|² = 2mL.'),
  models: convergenceModels('any'),
  mutants: {
    'without the perturbation': { kind: 'exponential', loss: 'L', rate: '2 C0' },
    'with opposite sign': { kind: 'exponential', loss: 'L', rate: '2 (C0 + κ)' },
    'rate 2.02': { kind: 'exponential', loss: 'L', rate: '2.02 (C0 - κ)' },
  },
  breaksWithout: { flow: perturbed.flow, floor: perturbed.floor, small: perturbed.small },
});

/** A kernel and a perturbation of opposite signs. */
const NEGATIVE = { C0: '-1', κ: '-1/10', Kasym: [['-1']], Kpert: [['1/10']] };

const TENTH = { flow: given.flow, floor: given.floor, small: given.small, tenth: given.tenth, loss: given.loss };

/** The printed proof's own step, ‖Kpert‖ <= C0/10, gives 9 C0/5. */
export const tenthRate = claim({
  id: 'theorem-4.2-rate',
  title: 'Kasym >= C0 and Kpert >= -C0/10: L(t) <= L(0) exp(-(9/5) C0 t)',
  source: 'Thm. 4.2, (9), with the constant of its proof',
  sharpens: 'theorem-4.2',
  theory: convergence,
  statement: { kind: 'exponential', loss: 'L', rate: '9/5 C0' },
  uses: ['theorem-4.2-any-rate'],
  given: TENTH,
  proof: chain('Ldot')
    .atMost(
      '-2 (C0 - κ) L',
      positivity(() => fact('theorem-4.2-any-rate'), 'theorem-4.2-any-rate'),
      'Any rate.',
    )
    .atMost(
      '-(9/5 C0) L',
      positivity((term) => times(size('m', -1), fact('tenth'), square(term('R'))), 'tenth', 'loss'),
      'κ <= C0/10.',
    ),
  models: convergenceModels('signed'),
  mutants: {
    'rate 2 C0': { kind: 'exponential', loss: 'L', rate: '2 C0' },
    'rate 1.82 C0': { kind: 'exponential', loss: 'L', rate: '1.82 C0' },
    'rate 1.8': { kind: 'exponential', loss: 'L', rate: '9/5' },
  },
  breaksWithout: perturbed,
});

/**
 * Theorem 4.2 as printed, with the premise of its last step, ‖Kpert‖ <= C0/10 at all times: true, and loose.
 *
 * The step before, that many parameters make this so for all t, is `lemma-b.4-eq-98`; in its place stands
 * `theorem-4.2-repaired`.
 */
export const theoremPrinted = claim({
  id: 'theorem-4.2',
  title: 'Linear convergence, L(t) <= L(0) exp(-C0 t/2), while Kasym >= C0 and Kpert >= -C0/10',
  source: 'Thm. 4.2, (9)',
  asPrinted: true,
  theory: convergence,
  statement: { kind: 'exponential', loss: 'L', rate: '1/2 C0' },
  uses: ['theorem-4.2-rate'],
  given: { ...TENTH, positive: given.positive },
  proof: chain('Ldot')
    .atMost(
      '-(9/5 C0) L',
      positivity(() => fact('theorem-4.2-rate'), 'theorem-4.2-rate'),
      'The rate of the proof.',
    )
    .atMost(
      '-(1/2 C0) L',
      positivity(
        (term) => times(constant(term('13/20')), size('m', -1), fact('positive'), square(term('R'))),
        'positive',
        'loss',
      ),
      '1/2 <= 9/5.',
    ),
  models,
  mutants: {
    'rate 2 C0': { kind: 'exponential', loss: 'L', rate: '2 C0' },
    'rate 1.82 C0': { kind: 'exponential', loss: 'L', rate: '1.82 C0' },
    'rate 1/2': { kind: 'exponential', loss: 'L', rate: '1/2' },
  },
  breaksWithout: { ...perturbed, positive: convergenceWitness(NEGATIVE) },
});

/** While the perturbation is small, the way that is left to θ never shrinks: N <= (10/9) v (√L0 - √L)/C0. */
export const pathLength = claim({
  id: 'theorem-4.2-path',
  title: 'The path of θ is at most (10/9) v (√L(0) - √L(t))/C0 long while Kpert >= -C0/10',
  source: 'beyond the paper; in place of Lemma B.4',
  theory: convergence,
  statement: { kind: 'linear', loss: 'V', rate: '0' },
  uses: ['theorem-4.2-rate'],
  given: { ...TENTH, positive: given.positive, root: given.root, slow: given.slow, left: given.left },
  proof: chain('-Vdot').atMost(
    '0',
    positivity(
      (term) =>
        plus(
          fact('slow/0'),
          times(
            constant(term('5/9')),
            fact('slow/1'),
            reciprocal(times(fact('positive'), fact('root'))),
            fact('theorem-4.2-rate'),
          ),
        ),
      'theorem-4.2-rate',
      'positive',
      'root',
      'slow',
      'left',
    ),
    'dN/dt <= v√L, and d√L/dt <= -(9/10) C0 √L.',
  ),
  models,
  mutants: {
    'it grows at the pace v': { kind: 'linear', loss: 'V', rate: '-1/100 v' },
    'it grows at the pace of θ': { kind: 'linear', loss: 'V', rate: '-1/100 v s0' },
    'it grows with C0': { kind: 'linear', loss: 'V', rate: '-1/100 C0' },
  },
  breaksWithout: {
    ...perturbed,
    positive: convergenceWitness({ ...NEGATIVE, Kasym: [['5']] }),
    root: convergenceWitness({ sdot: '0' }),
    slow: convergenceWitness({ Ndot: '100' }),
  },
});

/** The claim itself, and what its left side has to spare: multiples of mγ²ε and of mγ²εhN. */
const spared = (still: string, moving: string) =>
  positivity(
    (term) =>
      plus(
        fact('the claim itself'),
        times(
          size('m'),
          square(term('γ')),
          fact('large/1'),
          plus(constant(term(still)), times(constant(term(moving)), fact('large/2'), fact('path/1'))),
        ),
      ),
    'the claim itself',
    'path',
    'large',
  );

/** On a path of that length the perturbation stays below C0/10: the bootstrap closes. */
export const closes = claim({
  id: 'theorem-4.2-closes',
  title: 'On a path of at most (10/9) v √L0/C0, mγ²ε(4 + 16hN) <= C0/10',
  source: 'beyond the paper; in place of Lemma B.4',
  theory: convergence,
  statement: 'm γ^2 ε (4 + 16 h N) <= 1/10 C0',
  given: { path: given.path, large: given.large },
  proof: chain('m γ^2 ε (4 + 16 h N)')
    .atMost(
      '4 m γ^2 ε (1 + 40/9 h v s0/C0)',
      positivity(
        (term) =>
          times(
            constant(term('16/9')),
            size('m'),
            square(term('γ')),
            fact('large/1'),
            fact('large/2'),
            reciprocal(fact('large/3')),
            fact('path'),
          ),
        'path',
        'large',
      ),
      'N <= (10/9) v √L0/C0.',
    )
    .atMost(
      '1/10 C0',
      positivity((term) => times(constant(term('1/10')), fact('large')), 'large'),
      'ε is small enough.',
    ),
  models,
  mutants: {
    'C0/11': 'm γ^2 ε (4 + 16 h N) <= 1/11 C0',
    'turned round': 'm γ^2 ε (4 + 16 h N) >= 1/10 C0',
    'range not squared': 'm γ ε (4 + 16 h N) <= 1/10 C0',
  },
  alsoTrue: {
    'left side: its sign flipped': chain('-m γ^2 ε (4 + 16 h N)').atMost('1/10 C0', spared('8', '32')),
    'left side: the sign of summand 2 flipped': chain('m γ^2 ε (4 - 16 h N)').atMost('1/10 C0', spared('0', '32')),
    'left side: the factor 16 times 0.99': chain('m γ^2 ε (4 + 396/25 h N)').atMost('1/10 C0', spared('0', '4/25')),
  },
});

/**
 * Theorem 4.2 repaired: the rate 9 C0/5 for all t, with a number of parameters that does not depend on t.
 *
 * `path` is what `theorem-4.2-path` and the first-exit argument above give; `large` cites the maximal matrix Hoeffding
 * inequality for ε. A rate of 2(1 - x)C0 takes ε at most x of what stands here for 1/10, for every 0 < x < 1.
 */
export const theoremRepaired = claim({
  id: 'theorem-4.2-repaired',
  repairs: 'lemma-b.4-eq-98',
  title: 'Linear convergence for all t, L(t) <= L(0) exp(-(9/5) C0 t), once ε = max_k ‖S_k‖ is small',
  source: 'Thm. 4.2, (9), repaired',
  theory: convergence,
  statement: { kind: 'exponential', loss: 'L', rate: '9/5 C0' },
  uses: ['theorem-4.2-closes'],
  given: {
    flow: given.flow,
    floor: given.floor,
    perturbation: given.perturbation,
    path: given.path,
    large: given.large,
    loss: given.loss,
  },
  proof: chain('Ldot')
    .equals('-1/m R† (Kasym + Kpert) R', rewriting('flow'), 'L = |r|²/2m.')
    .atMost(
      '-1/m (C0 - 4 m γ^2 ε (1 + 4 h N)) R† R',
      positivity(
        (term) => times(size('m', -1), plus(sandwich('floor', term('R')), sandwich('perturbation', term('R')))),
        'floor',
        'perturbation',
      ),
      'The perturbation is bounded by the path of θ.',
    )
    .atMost(
      '-9/10 1/m C0 R† R',
      positivity((term) => times(size('m', -1), square(term('R')), fact('theorem-4.2-closes')), 'theorem-4.2-closes'),
      'Which is short: at most C0/10.',
    )
    .equals('-(9/5 C0) L', rewriting('loss'), '|r|² = 2mL.'),
  models,
  mutants: {
    'rate 2 C0': { kind: 'exponential', loss: 'L', rate: '2 C0' },
    'rate 1.82 C0': { kind: 'exponential', loss: 'L', rate: '1.82 C0' },
    'rate 1.8': { kind: 'exponential', loss: 'L', rate: '9/5' },
  },
  breaksWithout: {
    flow: perturbed.flow,
    floor: perturbed.floor,
    perturbation: convergenceWitness({ Kpert: [['-1']] }),
    path: convergenceWitness({ N: '100', Kpert: [['-3609/490']] }),
    large: convergenceWitness({ ε: '1', Kpert: [['-196/9']] }),
  },
});
