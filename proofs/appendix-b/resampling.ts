/**
 * (95)-(97): what resampling one generator H_k does to Y(θ) - Y(0), in the proof of Claim 2.
 *
 * The k-th term of Y(θ) is (A H_k A†) ⊗ (A H_k A†) with the earlier moves A = e^{iθ_1H_1} ... e^{iθ_{k-1}H_{k-1}}. It does
 * not depend on θ_k at all, but changes when H_k is drawn anew: the printed proof looks at the terms after it only.
 */
import { assume, certificate, chain, claim, type Positivity, positivity, type Term, witness } from '../../src/index.js';
import { resamplingModels } from '../models/resampling-models.js';
import { ONE, type Rows, timesMatrix, X, Y, ZERO } from '../witnesses.js';
import { definingResampling, resampling } from './resampling-notation.js';

const { congruence, constant, fact, gramMatrix, plus, reciprocal, square, times } = certificate;
type Read = (text: string) => Term;

const V = '(A ⊗ A)';
const MOVED = `${V} X ${V}†`;

const given = {
  unitary: assume(resampling, 'the earlier moves are unitary', 'A A† = I', 'A† A = I'),
  norm: assume(
    resampling,
    'both generators have a norm of at most h: h² - H² and h² - G² have roots B and F',
    'B† B = h^2 I - H H',
    'F† F = h^2 I - G G',
    'h >= 0',
  ),
  earlier: assume(
    resampling,
    'the earlier moves have the length τ = Σ_{j<k} |θ_j|: h²τ² - (A - I)†(A - I) has a root C',
    'C† C = h^2 τ^2 I - (A - I)† (A - I)',
    'τ >= 0',
  ),
  difference: assume(
    resampling,
    'b bounds the norm of the left side of (95)',
    `b I_D >= ${MOVED} - X`,
    `${MOVED} - X >= -b I_D`,
  ),
  change: definingResampling('X'),
  dropped: assume(resampling, 'b0 bounds the norm of what (95) drops', `b0 I_D >= X`),
};

/** σ_x drawn anew as σ_y, where nothing has moved before, with some values replaced. */
const still = (changes: Readonly<Record<string, string | Rows>>) =>
  witness(
    resampling,
    { d: 2 },
    { H: X, G: Y, B: ZERO, F: ZERO, A: ONE, C: ONE, h: '1', τ: '1', θ: '0', b: '0', b0: '2', ...changes },
  );

/** (95) drops Y(0) - Y^(k)(0) without a word. With one parameter the left side is 0 for all θ, and the right side is not. */
export const droppedPrinted = claim({
  id: 'lemma-b.4-eq-95',
  title: '(95): what bounds ‖(Y(θ) - Y(0)) - (Y^(k)(θ) - Y^(k)(0))‖ bounds ‖Y(θ) - Y^(k)(θ)‖, here the k-th term',
  source: 'App. B.2, (95)',
  asPrinted: true,
  erratum: {
    severity: 'wrong step',
    printed: '‖(Y(θ) - Y(0)) - (Y^(k)(θ) - Y^(k)(0))‖ = ‖Y(θ) - Y^(k)(θ)‖',
    change: 'Y(0) - Y^(k)(0) is not 0: add its norm on the left side',
    stepOf: ['theorem-4.2', 'theorem-4.2-repaired'],
  },
  theory: resampling,
  statement: `${MOVED} <= b I_D`,
  given: { difference: given.difference, change: given.change },
  models: resamplingModels(),
  mutants: {
    'half the bound': `${MOVED} <= 1/2 b I_D`,
    'bound squared': `${MOVED} <= b^2 I_D`,
    never: `${MOVED} <= 0 I_D`,
  },
});

/** (95) with the norm of the dropped term: the triangle inequality. */
export const droppedRepaired = claim({
  id: 'lemma-b.4-eq-95-repaired',
  repairs: 'lemma-b.4-eq-95',
  title: '‖Y(θ) - Y^(k)(θ)‖ <= ‖(Y(θ) - Y(0)) - (Y^(k)(θ) - Y^(k)(0))‖ + ‖Y(0) - Y^(k)(0)‖, the k-th term from above',
  source: 'App. B.2, (95), repaired',
  theory: resampling,
  statement: `${MOVED} <= (b + b0) I_D`,
  given: { difference: given.difference, dropped: given.dropped },
  proof: chain(MOVED).atMost(
    '(b + b0) I_D',
    positivity(() => plus(fact('difference/0'), fact('dropped')), 'difference', 'dropped'),
    'The triangle inequality.',
  ),
  models: resamplingModels(),
  mutants: {
    'as printed': `${MOVED} <= b I_D`,
    'the dropped term alone': `${MOVED} <= b0 I_D - b I_D`,
    'their product': `${MOVED} <= b b0 I_D`,
  },
  breaksWithout: { difference: still({ b: '-5' }), dropped: still({ b0: '-5' }) },
});

/** (96)-(97) and what follows: 8 |θ_k| ‖H‖³ for every term l >= k. For l = k and θ_k = 0 the bound is 0 and the change is not. */
export const resampledPrinted = claim({
  id: 'lemma-b.4-eq-97',
  title: 'Resampling H_k changes the k-th term of Y(θ) - Y(0) by at most 8 |θ_k| ‖H‖³',
  source: 'App. B.2, (96)(97) and the display before Claim 2 is concluded',
  asPrinted: true,
  erratum: {
    severity: 'wrong step',
    printed: '‖(Y_l(θ) - Y_l(0)) - (Y_l^(k)(θ) - Y_l^(k)(0))‖ ≤ 8|θ_k| ‖H‖ ‖K‖² = 8|θ_k| ‖H‖³ for l ≥ k',
    change: 'for l = k the earlier parameters count, 8 Σ_{j<k} |θ_j| ‖H‖³; and θ_k does not',
    stepOf: ['theorem-4.2', 'theorem-4.2-repaired'],
  },
  theory: resampling,
  statement: `${MOVED} - X <= 8 θ h^3 I_D`,
  given: {
    unitary: given.unitary,
    norm: given.norm,
    change: given.change,
    own: assume(resampling, 'θ is the modulus of the k-th parameter', 'θ >= 0'),
  },
  models: resamplingModels(),
  mutants: {
    'factor 4': `${MOVED} - X <= 4 θ h^3 I_D`,
    'norm squared': `${MOVED} - X <= 8 θ h^2 I_D`,
    never: `${MOVED} - X <= 0 I_D`,
  },
});

/** |H ⊗ H - G ⊗ G|² <= 4 h⁴, from |a - b|² <= 2|a|² + 2|b|² and ‖H ⊗ H‖ <= h². */
const changeSquared = (term: Read): Positivity => {
  const square4 = (x: string, root: string): Positivity =>
    plus(times(square(term('h')), gramMatrix(term(`${root} ⊗ I`))), gramMatrix(term(`${x} ⊗ ${root}`)));
  return plus(
    times(constant(term('2')), plus(square4('H', 'B'), square4('G', 'F'))),
    gramMatrix(term('H ⊗ H + G ⊗ G')),
  );
};

/** |A ⊗ A - I|² <= 4 h²τ². */
const stepSquared = (term: Read): Positivity =>
  plus(
    times(constant(term('2')), plus(gramMatrix(term('C ⊗ I')), gramMatrix(term('I ⊗ C')))),
    gramMatrix(term('(A - I) ⊗ A - I ⊗ (A - I)')),
  );

/** The bound on the k-th term with t = ±1 before it, and `more` of 1/8 of the right side to spare. */
const turned = (t: string, more = '0') =>
  positivity(
    (term) => {
      const half = constant(term('1/2'));
      const δ = `(${V} - I_D)†`;
      const left = gramMatrix(term(`${t} 2 h τ X - 2 h^2 ${δ}`));
      const right = gramMatrix(term(`${t} 2 h τ X ${V}† - 2 h^2 ${δ}`));
      const S = changeSquared(term);
      const flat = times(square(term('2 h τ')), plus(S, congruence(term(`${V}†`), S)));
      const step = times(square(term('2 h^2')), congruence(term(`${V}†`), stepSquared(term)));
      return plus(
        times(
          reciprocal(times(constant(term('4')), fact('norm'), square(term('h')), fact('earlier'))),
          plus(times(half, plus(left, right)), times(half, flat), step),
        ),
        times(constant(term(more)), fact('norm'), square(term('h')), fact('earlier'), gramMatrix(term('I_D'))),
      );
    },
    'unitary',
    'norm',
    'earlier',
    'change',
  );

/** What is right for l = k: the sum of the earlier |θ_j|, which makes the difference bounds of (93) much larger than printed. */
export const resampledRepaired = claim({
  id: 'lemma-b.4-eq-97-repaired',
  repairs: 'lemma-b.4-eq-97',
  title: 'Resampling H_k changes the k-th term of Y(θ) - Y(0) by at most 8 Σ_{j<k} |θ_j| ‖H‖³',
  source: 'App. B.2, (96)(97), repaired',
  theory: resampling,
  statement: `${MOVED} - X <= 8 τ h^3 I_D`,
  given: { unitary: given.unitary, norm: given.norm, change: given.change, earlier: given.earlier },
  proof: chain(`${MOVED} - X`).atMost('8 τ h^3 I_D', turned('1'), '2 ‖A ⊗ A - I‖ ‖H ⊗ H - G ⊗ G‖ <= 2 · 2hτ · 2h².'),
  models: resamplingModels(),
  mutants: {
    'factor 3': `${MOVED} - X <= 3 τ h^3 I_D`,
    'with θ_k': `${MOVED} - X <= 8 θ h^3 I_D`,
    'norm squared': `${MOVED} - X <= 8 τ h^2 I_D`,
  },
  alsoTrue: {
    'right side: the factor 8 times 1.01': chain(`${MOVED} - X`).atMost('202/25 τ h^3 I_D', turned('1', '2/25')),
  },
  breaksWithout: {
    unitary: still({ A: timesMatrix('2', ONE), C: ZERO }),
  },
});
