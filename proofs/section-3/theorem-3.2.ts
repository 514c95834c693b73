import {
  pointwiseSublinearLaw,
  printedSublinearLaw,
  sublinearTrajectoryLaw,
} from '../../property-tests/theorem-3.2.law.js';
import { certificate, chain, claim, evidentlyPositive, positivity, rewriting, witness } from '../../src/index.js';
import { given } from '../hypotheses.js';
import { qnnModels } from '../models/qnn-models.js';
import { FAST_TURN, OVERCOHERENT, trainingWitness } from '../models/training-witness.js';
import { defining, qnn } from '../notation.js';
import { DOWN, KET_PLUS, KET_UP, PLUS, timesMatrix, UP, Y, Z } from '../witnesses.js';
import { sublinearChain } from './sublinear-chain.js';

const {
  cauchySchwarz,
  constant,
  dominates,
  fact,
  gram,
  over,
  plus,
  root,
  sandwich,
  square,
  times: product,
} = certificate;
const pauliSamples = qnnModels({ pure: true, measurement: 'pauli', labels: 'signs', root: false });
const pauliWithRoot = qnnModels({ pure: true, measurement: 'pauli', labels: 'signs', root: true });
const SIZES = { d: 2, m: 1, p: 1 };

/** A qubit in the state (1, 1)/√2 under σ_z: u = (1, 0)/√2, w = (0, 1)/√2, ŷ = 0. */
const balanced = { M: Z, 'Π₊': UP, 'Π₋': DOWN, v: [KET_PLUS], ρ: [PLUS], y: ['1'] };

/** For a pure state and eigenvalues ±1 the commutator [M, ρ] mixes the two eigenspaces and nothing else. */
export const commutatorForm = claim({
  id: 'commutator-form',
  title: '[M, ρ] = 2(uw† - wu†)',
  source: 'App. A.2, before (30)',
  theory: qnn,
  statement: '[M, ρ_j] = 2 (u_j w_j† - w_j u_j†)',
  given: { pure: given.pure, pauli: given.pauli, parts: defining('u', 'w') },
  proof: chain('[M, ρ_j]')
    .equals('M v_j v_j† - v_j v_j† M', rewriting('pure'), 'Open the commutator, with ρ = vv†.')
    .equals(
      '(Π₊ - Π₋) v_j v_j† (Π₊ + Π₋) - (Π₊ + Π₋) v_j v_j† (Π₊ - Π₋)',
      rewriting('pauli'),
      'M = Π₊ - Π₋, and I = Π₊ + Π₋ put in on the other side.',
    )
    .equals('2 Π₊ v_j v_j† Π₋ - 2 Π₋ v_j v_j† Π₊', rewriting(), 'The terms within one eigenspace cancel.')
    .equals('2 (u_j w_j† - w_j u_j†)', rewriting('parts'), 'u = Π₊v and w = Π₋v.'),
  models: pauliSamples,
  mutants: {
    'plus for minus': '[M, ρ_j] = 2 (u_j w_j† + w_j u_j†)',
    'factor 1': '[M, ρ_j] = u_j w_j† - w_j u_j†',
    swapped: '[M, ρ_j] = 2 (w_j u_j† - u_j w_j†)',
    'u alone': '[M, ρ_j] = 2 (u_j u_j† - w_j w_j†)',
  },
  breaksWithout: {
    pure: witness(qnn, SIZES, { ...balanced, ρ: [UP] }),
    pauli: witness(qnn, SIZES, { ...balanced, M: timesMatrix('2', Z) }),
  },
});

/** (30): the derivative of a prediction by one parameter is at most 4 ‖H‖ ‖u‖ ‖w‖, here squared. */
export const commutatorBound = claim({
  id: 'commutator-bound',
  title: '|tr(i[M, ρ]H)| <= 4 ‖H‖ ‖u‖ ‖w‖, squared',
  source: 'App. A.2, (30)',
  theory: qnn,
  statement: 'a_jl^2 <= 16 h_l^2 (u_j† u_j) (w_j† w_j)',
  given: {
    pure: given.pure,
    pauli: given.pauli,
    norm: given.norm,
    parts: defining('u', 'w'),
    slope: defining('a'),
  },
  proof: chain('a_jl^2')
    .equals('(4 Im(u_j† H_l w_j))^2', rewriting('slope', 'pure', 'pauli', 'parts'), 'tr(i[M, ρ]H) = 2i(w†Hu - u†Hw).')
    .atMost(
      '16 (u_j† H_l w_j) (w_j† H_l u_j)',
      positivity((term) => square(term('4 Re(u_j† H_l w_j)'))),
      'The imaginary part is at most the modulus.',
    )
    .atMost(
      '16 (u_j† u_j) (w_j† H_l H_l w_j)',
      positivity((term) => product(constant(term('16')), cauchySchwarz(term('u_j'), term('H_l w_j')))),
      'Cauchy–Schwarz for u and Hw.',
    )
    .atMost(
      '16 h_l^2 (u_j† u_j) (w_j† w_j)',
      positivity(
        (term) => product(constant(term('16')), { kind: 'gram', of: term('u_j') }, sandwich('norm', term('w_j'))),
        'norm',
      ),
      'H² <= ‖H‖² I.',
    ),
  models: pauliSamples,
  mutants: {
    'factor 15.9': 'a_jl^2 <= 15.9 h_l^2 (u_j† u_j) (w_j† w_j)',
    'factor 4 for 16': 'a_jl^2 <= 4 h_l^2 (u_j† u_j) (w_j† w_j)',
    'turned round': 'a_jl^2 >= 16 h_l^2 (u_j† u_j) (w_j† w_j)',
    'norm to the first power': 'a_jl^2 <= 16 h_l (u_j† u_j) (w_j† w_j)',
  },
  breaksWithout: {
    pure: witness(qnn, SIZES, { ...balanced, v: [KET_UP], H: [Y], h: ['1'] }),
    pauli: witness(qnn, SIZES, { ...balanced, M: timesMatrix('2', Z), H: [Y], h: ['1'] }),
    norm: witness(qnn, SIZES, { ...balanced, H: [timesMatrix('2', Y)], h: ['1'] }),
  },
});

const diagonal = {
  pure: given.pure,
  pauli: given.pauli,
  norm: given.norm,
  labels: given.labels,
  parts: defining('u', 'w'),
  slope: defining('a'),
  jacobian: defining('K'),
  residual: defining('r', 'ŷ'),
};

const breaksDiagonal = {
  pure: trainingWitness({ ρ: [OVERCOHERENT] }),
  pauli: witness(qnn, SIZES, { ...balanced, M: timesMatrix('2', Z), H: [Y], h: ['1'] }),
  norm: witness(qnn, SIZES, { ...balanced, H: [timesMatrix('3', Y)], h: ['1'] }),
  labels: witness(qnn, SIZES, { ...balanced, y: ['0'], H: [Y], h: ['1'] }),
};

/** Between (30) and (31): the parts of an input in the two eigenspaces, in terms of the residual. */
export const partsBound = claim({
  id: 'parts-bound',
  title: '‖u‖²‖w‖² <= (|r_j|/2)(1 - |r_j|/2)',
  source: 'App. A.2, before (31)',
  theory: qnn,
  statement: '(u_j† u_j) (w_j† w_j) <= (1/2 |r_j|) (1 - 1/2 |r_j|)',
  given: {
    pure: given.pure,
    pauli: given.pauli,
    labels: given.labels,
    parts: defining('u', 'w'),
    residual: defining('r', 'ŷ'),
  },
  proof: chain('(u_j† u_j) (w_j† w_j)')
    .equals(
      '1/2 y_j r_j - 1/4 r_j^2',
      rewriting('residual', 'parts', 'pauli', 'pure', 'labels'),
      '‖u‖² + ‖w‖² = 1 and ‖u‖² - ‖w‖² = y - r with y² = 1.',
    )
    .atMost(
      '(1/2 |r_j|) (1 - 1/2 |r_j|)',
      positivity((term) => product(constant(term('1/2')), dominates(term('y_j r_j'))), 'labels'),
      'yr <= |r|; in fact they are equal.',
    ),
  models: pauliSamples,
  mutants: {
    'a quarter less': '(u_j† u_j) (w_j† w_j) <= 3/4 (1/2 |r_j|) (1 - 1/2 |r_j|)',
    'without the halves': '(u_j† u_j) (w_j† w_j) <= (1/2 |r_j|) (1 - |r_j|)',
    'sum for product': 'u_j† u_j + w_j† w_j <= (1/2 |r_j|) (1 - 1/2 |r_j|)',
  },
  alsoTrue: {
    '<= turned round': chain('(1/2 |r_j|) (1 - 1/2 |r_j|)')
      .equals('1/2 |r_j| - 1/4 r_j^2', rewriting())
      .atMost(
        '1/2 y_j r_j - 1/4 r_j^2',
        positivity(
          (term) => {
            const [u, w] = [gram(term('u_j')), gram(term('w_j'))];
            const sign = plus(product(square(term('1 - y_j')), u), product(square(term('1 + y_j')), w));
            const nonnegative = product(constant(term('1/2')), sign);
            return product(
              constant(term('1/2')),
              root(term('|r_j|'), term('y_j r_j'), nonnegative, constant(term('0'))),
            );
          },
          'residual',
          'parts',
          'pauli',
          'pure',
          'labels',
        ),
        'yr = (1 - y)‖u‖² + (1 + y)‖w‖² >= 0, and (yr)² = |r|²: a residual has the sign of its label.',
      )
      .equals('(u_j† u_j) (w_j† w_j)', rewriting('residual', 'parts', 'pauli', 'pure', 'labels')),
  },
  breaksWithout: {
    pure: trainingWitness({ ρ: [UP] }),
    pauli: trainingWitness({ M: timesMatrix('2', Z), M0: timesMatrix('2', Z) }),
    labels: trainingWitness({ y: ['8/25'] }),
  },
});

/** (31), (32): the diagonal of the tangent kernel is at most a parabola in the residual, which vanishes with it. */
export const diagonalParabola = claim({
  id: 'diagonal-bound-32',
  title: 'K_jj <= 16 Σ‖H‖² (|r_j|/2)(1 - |r_j|/2)',
  source: 'App. A.2, (31)(32)',
  theory: qnn,
  statement: 'K_jj <= 16 sum_l(h_l^2) (1/2 |r_j|) (1 - 1/2 |r_j|)',
  uses: ['commutator-bound', 'parts-bound'],
  given: diagonal,
  proof: chain('K_jj')
    .equals('sum_l(a_jl^2)', rewriting('jacobian'), 'Eq. (4) on the diagonal.')
    .atMost(
      '16 sum_l(h_l^2) (u_j† u_j) (w_j† w_j)',
      positivity(() => over('l', fact('commutator-bound')), 'commutator-bound'),
      'The bound (30) for each parameter.',
    )
    .atMost(
      '16 sum_l(h_l^2) (1/2 |r_j|) (1 - 1/2 |r_j|)',
      positivity(
        (term) => product(constant(term('16')), over('l', square(term('h_l'))), fact('parts-bound')),
        'parts-bound',
      ),
      'Both parts in terms of the residual.',
    ),
  models: pauliSamples,
  mutants: {
    'factor 15.9': 'K_jj <= 15.9 sum_l(h_l^2) (1/2 |r_j|) (1 - 1/2 |r_j|)',
    'without the halves': 'K_jj <= 16 sum_l(h_l^2) (1/2 |r_j|) (1 - |r_j|)',
    'turned round': 'K_jj >= 16 sum_l(h_l^2) (1/2 |r_j|) (1 - 1/2 |r_j|)',
  },
  breaksWithout: breaksDiagonal,
});

/** (33): the diagonal of the tangent kernel vanishes with the residual. */
export const diagonalBound = claim({
  id: 'diagonal-bound',
  title: 'K_jj <= 8 Σ‖H‖² |r_j|',
  source: 'App. A.2, (33)',
  theory: qnn,
  statement: 'K_jj <= 8 sum_l(h_l^2) |r_j|',
  uses: ['diagonal-bound-32'],
  given: diagonal,
  proof: chain('K_jj')
    .atMost(
      '16 sum_l(h_l^2) (1/2 |r_j|) (1 - 1/2 |r_j|)',
      positivity(() => fact('diagonal-bound-32'), 'diagonal-bound-32'),
      'The bound (32).',
    )
    .atMost(
      '8 sum_l(h_l^2) |r_j|',
      positivity((term) => product(constant(term('4')), over('l', square(term('h_l'))), square(term('r_j')))),
      'Drop the factor 1 - |r|/2.',
    ),
  models: pauliSamples,
  mutants: {
    'factor 7.9': 'K_jj <= 7.9 sum_l(h_l^2) |r_j|',
    'residual squared': 'K_jj <= 8 sum_l(h_l^2) r_j^2',
    'turned round': 'K_jj >= 8 sum_l(h_l^2) |r_j|',
    'signed residual': 'K_jj <= 8 sum_l(h_l^2) r_j',
  },
  breaksWithout: breaksDiagonal,
});

const training = {
  ansatz: given.ansatz,
  flow: given.flow,
  rate: given.rate,
  pure: given.pure,
  pauli: given.pauli,
  norm: given.norm,
  labels: given.labels,
  root: given.root,
  gradient: defining('g'),
  kernel: defining('K', 'a'),
  jacobian: defining('K'),
  parts: defining('u', 'w'),
  slope: defining('a'),
  residual: defining('r', 'ŷ'),
  loss: defining('L'),
};

/** Each hypothesis is needed: the start of `trainingWitness` with this alone made wrong breaks the pointwise bound. */
const breaksWithout = {
  ansatz: trainingWitness({ dU: [FAST_TURN] }),
  flow: trainingWitness({ θdot: ['-100'] }),
  rate: trainingWitness({ η: '-1' }),
  pure: trainingWitness({ ρ: [OVERCOHERENT] }),
  pauli: trainingWitness({ M: timesMatrix('10', Z), M0: timesMatrix('10', Z) }),
  norm: trainingWitness({ h: ['0'] }),
  labels: trainingWitness({ y: ['8/25'] }),
};

/**
 * Theorem 3.2 with the constant that its own proof gives: c1 = 8√2 η Σ‖H‖², which is sharp (d = 2, H = σ_y, M0 = σ_z).
 */
export const sublinearWithSharpConstant = claim({
  id: 'theorem-3.2-constant',
  title: 'No faster than sublinear, with c1 = 8√2 η Σ‖H‖²',
  source: 'beyond the paper; App. A.2, (26)-(38)',
  theory: qnn,
  statement: { kind: 'inverse-square', loss: 'L', rate: '8 √2 η sum_l(h_l^2)' },
  uses: ['loss-dynamics', 'diagonal-bound'],
  given: training,
  proof: sublinearChain({
    claim: 'diagonal-bound',
    coefficient: '8',
    positive: (term) => constant(term('8')),
    using: [],
  }),
  models: pauliWithRoot,
  laws: [pointwiseSublinearLaw, sublinearTrajectoryLaw],
  mutants: {
    'c1 = 11.2': { kind: 'inverse-square', loss: 'L', rate: '11.2 η sum_l(h_l^2)' },
    'without Σ over l of the square': { kind: 'inverse-square', loss: 'L', rate: '8 √2 η sum_l(h_l)' },
    'c1 = 8': { kind: 'inverse-square', loss: 'L', rate: '8 η sum_l(h_l^2)' },
    'divided by m': { kind: 'inverse-square', loss: 'L', rate: '8 √2 η/m sum_l(h_l^2)' },
  },
  breaksWithout,
});

/** Theorem 3.2 as printed: L(t) >= 1/(c0 + c1 t)² with c1 = 12 η Σ‖H‖². True, with 12 where 8√2 = 11.31... is enough. */
export const sublinear = claim({
  id: 'theorem-3.2',
  title: 'No faster than sublinear convergence',
  source: 'Thm. 3.2, (5), (39)-(42)',
  asPrinted: true,
  theory: qnn,
  statement: { kind: 'inverse-square', loss: 'L', rate: '12 η sum_l(h_l^2)' },
  uses: ['theorem-3.2-constant', 'loss-nonnegative'],
  given: training,
  proof: chain('-Ldot')
    .atMost(
      '2 (8 √2 η sum_l(h_l^2)) L sqrt(L)',
      positivity(() => fact('theorem-3.2-constant'), 'theorem-3.2-constant'),
      'The sharp constant.',
    )
    .atMost(
      '2 (12 η sum_l(h_l^2)) L sqrt(L)',
      evidentlyPositive('rate', 'root', 'loss-nonnegative'),
      '8√2 <= 12, because 128 <= 144; η, Σ‖H‖², L and √L are not negative.',
    ),
  models: pauliWithRoot,
  laws: [printedSublinearLaw],
  mutants: {
    'c1 = 11.2 η Σ‖H‖²': { kind: 'inverse-square', loss: 'L', rate: '11.2 η sum_l(h_l^2)' },
    'c1 = 6 η Σ‖H‖²': { kind: 'inverse-square', loss: 'L', rate: '6 η sum_l(h_l^2)' },
    'without the learning rate': { kind: 'inverse-square', loss: 'L', rate: '12 sum_l(h_l^2)' },
    'divided by the number of samples squared': { kind: 'inverse-square', loss: 'L', rate: '12 η/m^2 sum_l(h_l^2)' },
  },
  breaksWithout,
});
