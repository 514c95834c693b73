/**
 * Y(θ) is Lipschitz in θ, with constants that are small at random generators: what Lemma B.4 needs, for all θ at once.
 *
 * The parameters are moved one at a time, θ_1 first. By (92) the k-th move turns the generators after it by one unitary,
 * so that Y moves by as much as the mean S_k of the later X_l does, and S_k is still what it was where all moves started.
 * No training and no probability enters: θ may depend on the generators in any way.
 */
import { yLipschitzLaw } from '../../property-tests/y-lipschitz.law.js';
import {
  assume,
  certificate,
  chain,
  claim,
  type Positivity,
  positivity,
  rewriting,
  type Term,
} from '../../src/index.js';
import { movesModels } from '../models/moves-models.js';
import { DOUBLING, HADAMARD, movingWitness, STRAY } from '../models/moves-witness.js';
import { ONE, timesMatrix } from '../witnesses.js';
import { definingMoves, moves } from './moves-notation.js';

const { congruence, constant, fact, gramMatrix, over, plus, reciprocal, square, times } = certificate;
type Read = (text: string) => Term;

export const moving = {
  unitary: assume(moves, 'the moves are unitary', 'E_k† E_k = I', 'E_k E_k† = I', 'A_k A_k† = I'),
  length: assume(
    moves,
    'a move is short, ‖e^{iθH} - I‖ <= ‖H‖ |θ|: h²τ_k² - (E_k - I)†(E_k - I) has a root C_k',
    'C_k† C_k = h^2 τ_k^2 I - (E_k - I)† (E_k - I)',
    'h >= 0',
    'τ_k >= 0',
  ),
  small: assume(moves, 'the norm of S_k is at most s_k', 's_k^2 I_D >= S_k S_k', 's_k >= 0'),
  tails: assume(moves, 'S_k = (1/p) Σ_{l>k} X_l', 'R_k = S_k + 1/p X_k', 'S0 = 1/p sum_k(X_k)'),
  order: assume(
    moves,
    'the moves follow one another, A₊_k = A_{k+1} and R_{k+1} = S_k, from A_1 = I and R_1 = S0 to S_p = 0',
    'A₊_k = A_k E_k',
    'S0 = sum_k((A_k ⊗ A_k) R_k (A_k ⊗ A_k)†) - sum_k((A₊_k ⊗ A₊_k) S_k (A₊_k ⊗ A₊_k)†)',
  ),
};
const models = movesModels();
/** Moves that leave the unit sphere; a circuit turned before its first move, whose tails or order are then not what they say. */
const inOrder = {
  unitary: movingWitness({ ...DOUBLING, A: [timesMatrix('2', ONE)], S: [STRAY], s: ['1/8'] }),
  tails: movingWitness({ A: [HADAMARD], S0: '(A_k ⊗ A_k) X_k (A_k ⊗ A_k)†' }),
  order: movingWitness({ A: [HADAMARD] }),
};
const N = '(E_k ⊗ E_k)';
const V = '(A_k ⊗ A_k)';

/** A short move on both factors is short. */
export const pairMove = claim({
  id: 'pair-move',
  title: '‖E ⊗ E - I‖ <= 2 h τ, squared',
  source: 'beyond the paper',
  theory: moves,
  statement: `(${N} - I_D)† (${N} - I_D) <= 4 h^2 τ_k^2 I_D`,
  given: { unitary: moving.unitary, length: moving.length },
  proof: chain(`(${N} - I_D)† (${N} - I_D)`).atMost(
    '4 h^2 τ_k^2 I_D',
    positivity((term) => spare(term), 'unitary', 'length'),
    'E ⊗ E - I = a + b with a = (E - I) ⊗ E, b = I ⊗ (E - I), and |a + b|² <= 2|a|² + 2|b|².',
  ),
  models,
  mutants: {
    'factor 2': `(${N} - I_D)† (${N} - I_D) <= 2 h^2 τ_k^2 I_D`,
    'one factor': `(${N} - I_D)† (${N} - I_D) <= (E_k - I)† (E_k - I) ⊗ I`,
  },
  alsoTrue: {
    'left side: its sign flipped': chain(`-(${N} - I_D)† (${N} - I_D)`).atMost(
      '4 h^2 τ_k^2 I_D',
      positivity(
        (term) => plus(spare(term), times(constant(term('2')), gramMatrix(term(`${N} - I_D`)))),
        'unitary',
        'length',
      ),
    ),
    'right side: the factor 4 times 1.01': chain(`(${N} - I_D)† (${N} - I_D)`).atMost(
      '101/25 h^2 τ_k^2 I_D',
      positivity(
        (term) => plus(spare(term), times(constant(term('1/25')), square(term('h τ_k')), gramMatrix(term('I_D')))),
        'unitary',
        'length',
      ),
    ),
  },
  breaksWithout: { unitary: movingWitness(DOUBLING) },
});

/** 4 h²τ² - |E ⊗ E - I|². */
function spare(term: Read): Positivity {
  const roots = plus(gramMatrix(term('C_k ⊗ I')), gramMatrix(term('I ⊗ C_k')));
  return plus(times(constant(term('2')), roots), gramMatrix(term('(E_k - I) ⊗ E_k - I ⊗ (E_k - I)')));
}

/**
 * 2 h τ s (t (N S N† - S) - (4 + more) h τ s) <= 0 for rational -1 <= t <= 1, N = E ⊗ E; `rest` is 4(1 - t²) + 2 more, where that is not 0.
 *
 * With δ = N - I and a = 2hτ: N S N† - S is half of (Sδ† + δS) + (NSδ† + δSN†), each between ±(a s + s a).
 */
const turned = (t: string, ...rest: string[]) =>
  positivity(
    (term) => {
      const half = constant(term('1/2'));
      const pieces = [
        gramMatrix(term(`${t} 2 h τ_k S_k - s_k (${N} - I_D)†`)),
        gramMatrix(term(`${t} 2 h τ_k S_k ${N}† - s_k (${N} - I_D)†`)),
      ];
      const flat = times(square(term(`${t} 2 h τ_k`)), plus(fact('small'), congruence(term(`${N}†`), fact('small'))));
      const step = congruence(term(`${N}†`), fact('pair-move'));
      return times(
        reciprocal(times(constant(term('2')), fact('length/0'), fact('length/1'), fact('small/1'))),
        plus(
          times(half, plus(...pieces)),
          times(half, flat),
          times(square(term('s_k')), step),
          ...rest.map((by) => times(constant(term(by)), square(term('h τ_k s_k')), gramMatrix(term('I_D')))),
        ),
      );
    },
    'pair-move',
    'unitary',
    'length',
    'small',
  );
const MOVE = { unitary: moving.unitary, length: moving.length, small: moving.small };

/** One move by τ changes a mean S of later terms by at most 4 h τ s; above. */
export const moveAbove = claim({
  id: 'y-move-above',
  title: 'A move changes S by at most 4 h τ s: N S N† - S <= 4 h τ s',
  source: 'beyond the paper; cf. App. B.2, after (97)',
  theory: moves,
  statement: `${N} S_k ${N}† - S_k <= 4 h τ_k s_k I_D`,
  uses: ['pair-move'],
  given: MOVE,
  proof: chain(`${N} S_k ${N}† - S_k`).atMost('4 h τ_k s_k I_D', turned('1'), '2‖N - I‖ ‖S‖ <= 2 · 2hτ · s.'),
  models,
  mutants: {
    'factor 3.9': `${N} S_k ${N}† - S_k <= 3.9 h τ_k s_k I_D`,
    'one factor': `${N} S_k ${N}† - S_k <= 2 h τ_k s_k I_D`,
    'never up': `${N} S_k ${N}† - S_k <= 0 I_D`,
  },
  alsoTrue: {
    'right side: the factor 4 times 1.01': chain(`${N} S_k ${N}† - S_k`).atMost(
      '101/25 h τ_k s_k I_D',
      turned('1', '2/25'),
    ),
  },
  breaksWithout: { unitary: movingWitness(DOUBLING) },
});

/** One move by τ changes a mean S of later terms by at most 4 h τ s; below. */
export const moveBelow = claim({
  id: 'y-move-below',
  title: 'A move changes S by at most 4 h τ s: S - N S N† <= 4 h τ s',
  source: 'beyond the paper; cf. App. B.2, after (97)',
  theory: moves,
  statement: `S_k - ${N} S_k ${N}† <= 4 h τ_k s_k I_D`,
  uses: ['pair-move'],
  given: MOVE,
  proof: chain(`S_k - ${N} S_k ${N}†`).atMost('4 h τ_k s_k I_D', turned('(-1)'), '2‖N - I‖ ‖S‖ <= 2 · 2hτ · s.'),
  models,
  mutants: {
    'factor 3.9': `S_k - ${N} S_k ${N}† <= 3.9 h τ_k s_k I_D`,
    'one factor': `S_k - ${N} S_k ${N}† <= 2 h τ_k s_k I_D`,
    'never down': `S_k - ${N} S_k ${N}† <= 0 I_D`,
  },
  alsoTrue: {
    'right side: the factor 4 times 1.01': chain(`S_k - ${N} S_k ${N}†`).atMost(
      '101/25 h τ_k s_k I_D',
      turned('(-1)', '2/25'),
    ),
  },
  breaksWithout: { unitary: movingWitness(DOUBLING) },
});

const CHANGES = `sum_k(${V} (${N} S_k ${N}† - S_k) ${V}†)`;
const defined = {
  center: definingMoves('Yst'),
  before: definingMoves('Y0'),
  after: definingMoves('Y'),
  terms: definingMoves('X'),
};

/** The change of Y is the sum of the changes of the S_k, each turned by the moves before it. */
export const yTelescopes = claim({
  id: 'y-telescopes',
  title: 'Y(θ) - Y(θ0) = Σ_k V_k (N_k S_k N_k† - S_k) V_k†',
  source: 'beyond the paper; (92)',
  theory: moves,
  statement: `Y = Y0 + ${CHANGES}`,
  given: { unitary: moving.unitary, tails: moving.tails, order: moving.order, ...defined },
  proof: chain('Y')
    .equals(
      `Y0 + 1/p sum_k(${V} X_k ${V}†) - 1/p sum_k(X_k)`,
      rewriting('before', 'after', 'terms', 'center', 'unitary'),
      'Y* commutes with A ⊗ A, and drops out.',
    )
    .equals(`Y0 + 1/p sum_k(${V} X_k ${V}†) - S0`, rewriting('tails'), 'S0 = (1/p) Σ X_l.')
    .equals(
      `Y0 + 1/p sum_k(${V} X_k ${V}†) - sum_k(${V} R_k ${V}†) + sum_k((A₊_k ⊗ A₊_k) S_k (A₊_k ⊗ A₊_k)†)`,
      rewriting('order'),
      'After a move stands what is before the next one.',
    )
    .equals(`Y0 + ${CHANGES}`, rewriting('tails', 'order'), 'R_k = S_k + X_k/p, and A₊ = AE.'),
  models,
  mutants: {
    'opposite sign': `Y = Y0 - ${CHANGES}`,
    'not turned by the moves before': `Y = Y0 + sum_k(${N} S_k ${N}† - S_k)`,
    'turned by the k-th move too': `Y = Y0 + sum_k(${V} ${N} (${N} S_k ${N}† - S_k) ${N}† ${V}†)`,
  },
  breaksWithout: inOrder,
});

/** All that is assumed of the moves together. */
export const travelling = { ...MOVE, tails: moving.tails, order: moving.order, ...defined };
const GIVEN = travelling;
const BOUND = '4 h sum_k(τ_k s_k) I_D';
/** Each move by its bound, and perhaps a share of the bound to spare. */
const summed = (move: string, ...share: string[]) =>
  positivity(
    (term) =>
      plus(
        over('k', congruence(term(`${V}†`), fact(move))),
        ...share.map((by) =>
          times(
            constant(term(by)),
            fact('length/0'),
            over('k', times(fact('length/1'), fact('small/1'))),
            gramMatrix(term('I_D')),
          ),
        ),
      ),
    move,
    'unitary',
    'length',
    'small',
  );

/** For all θ: ‖Y(θ) - Y(θ0)‖ <= 4 ‖H‖ Σ_k |θ_k - θ0_k| ‖S_k‖; from above. */
export const yLipschitz = claim({
  id: 'y-lipschitz',
  repairs: 'lemma-b.4-drawn-point',
  title: 'For all θ, Y(θ) - Y(θ0) <= 4 ‖H‖ Σ_k |θ_k - θ0_k| ‖S_k‖, S_k = (1/p) Σ_{l>k} X_l',
  source: 'beyond the paper; in place of Lemma B.4',
  theory: moves,
  statement: `Y - Y0 <= ${BOUND}`,
  uses: ['y-telescopes', 'y-move-above'],
  given: GIVEN,
  proof: chain('Y - Y0')
    .equals(CHANGES, rewriting('y-telescopes'), 'One move at a time.')
    .atMost(BOUND, summed('y-move-above'), 'Each move changes its S_k by at most 4 h τ_k s_k.'),
  models,
  laws: [yLipschitzLaw],
  mutants: {
    'factor 3.9': 'Y - Y0 <= 3.9 h sum_k(τ_k s_k) I_D',
    'without the norm of H': 'Y - Y0 <= 4 sum_k(τ_k s_k) I_D',
    'averaged over the moves': 'Y - Y0 <= 4 h/p sum_k(τ_k s_k) I_D',
    'with S0 for each S_k': 'Y - Y0 <= 4 h sum_k(τ_k) S0',
  },
  alsoTrue: {
    'right side: the factor 4 times 1.01': chain('Y - Y0')
      .equals(CHANGES, rewriting('y-telescopes'))
      .atMost('101/25 h sum_k(τ_k s_k) I_D', summed('y-move-above', '1/25')),
  },
  breaksWithout: inOrder,
});

/** For all θ: ‖Y(θ) - Y(θ0)‖ <= 4 ‖H‖ Σ_k |θ_k - θ0_k| ‖S_k‖; from below. */
export const yLipschitzBelow = claim({
  id: 'y-lipschitz-below',
  title: 'For all θ, Y(θ0) - Y(θ) <= 4 ‖H‖ Σ_k |θ_k - θ0_k| ‖S_k‖',
  source: 'beyond the paper; in place of Lemma B.4',
  theory: moves,
  statement: `Y0 - Y <= ${BOUND}`,
  uses: ['y-telescopes', 'y-move-below'],
  given: GIVEN,
  proof: chain('Y0 - Y')
    .equals(`-${CHANGES}`, rewriting('y-telescopes'), 'One move at a time.')
    .atMost(BOUND, summed('y-move-below'), 'Each move changes its S_k by at most 4 h τ_k s_k.'),
  models,
  mutants: {
    'factor 3.9': 'Y0 - Y <= 3.9 h sum_k(τ_k s_k) I_D',
    'without the norm of H': 'Y0 - Y <= 4 sum_k(τ_k s_k) I_D',
    'averaged over the moves': 'Y0 - Y <= 4 h/p sum_k(τ_k s_k) I_D',
  },
  alsoTrue: {
    'right side: the factor 4 times 1.01': chain('Y0 - Y')
      .equals(`-${CHANGES}`, rewriting('y-telescopes'))
      .atMost('101/25 h sum_k(τ_k s_k) I_D', summed('y-move-below', '1/25')),
  },
  breaksWithout: inOrder,
});
