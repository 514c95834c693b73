/**
 * Lemma B.2, (68) and (71): whether the printed bounds follow from a matrix Hoeffding inequality.
 *
 * Tropp (2012), Theorem 1.3: Pr[λ_max(Σ X_l) >= t] <= D exp(-t²/(8σ²)) where X_l² <= A_l² and σ² = ‖Σ A_l²‖. Its printed
 * use in (71) drops the 8. For summands with -a <= X_l <= a, E exp(tX_l) <= cosh(ta) <= exp(t²a²/2), so that Tropp's master
 * bound gives the same with 2 for 8; that is enough for (68) in every dimension, and for (71) from four dimensions on.
 * An exponent t²/(8σ²) is at least ln(2d²/δ) where 8σ² ln(2d²/δ) <= t², which is how it is written here.
 *
 * Both inequalities for probabilities are cited here, not shown; only exponents are compared. `lemma-b.2-chord` is the
 * step from exp on a line to the mean of a random matrix.
 */
import { certificate, chain, claim, positivity, rewriting, type Term, witness } from '../../src/index.js';
import { outcomeModels, troppModels } from '../models/tropp-models.js';
import { chord, outcomes, tails, tropp } from './tropp-notation.js';

const { constant, fact, over, plus, size, square, times } = certificate;

/** (71) as printed: at its bound the exponent of Theorem 1.3 is ln(2d²/δ)/8. */
export const hoeffdingPrinted = claim({
  id: 'lemma-b.2-eq-71',
  title: 'At the bound (71) Tropp’s exponent t²/(8σ²) is at least ln(2d²/δ)',
  source: 'Lemma B.2, (71)',
  asPrinted: true,
  erratum: {
    severity: 'wrong constant',
    printed:
      '‖Y(θ(0)) - Y*‖_op <= (1/√p) (2‖H‖²_op/Z(H,d)) √(log(2d²/δ)), by Hoeffding’s inequality ((Tropp, 2012), Thm 1.3)',
    change: '8 log(2d²/δ) under the root, or 2 log(2d²/δ) from E exp(tX) <= cosh(ta); (68) follows from the latter',
    stepOf: ['lemma-b.2'],
  },
  theory: tropp,
  statement: '8 V ℓ <= S',
  given: { bounds: tails.bounds, logarithms: tails.logarithms },
  models: troppModels(2),
  mutants: {
    'with 2 for 8': '2 V ℓ <= S',
    'one sided': '8 V λ <= S',
    'half of it': '4 V ℓ <= S',
  },
});

/** (71) repaired: with 8 ln(2d²/δ) under the root the exponent is right. */
export const hoeffdingRepaired = claim({
  id: 'lemma-b.2-eq-71-repaired',
  repairs: 'lemma-b.2-eq-71',
  title: 'At (2‖H‖²/Z) √(8 ln(2d²/δ)/p) Tropp’s exponent t²/(8σ²) is ln(2d²/δ)',
  source: 'Lemma B.2, (71), repaired',
  theory: tropp,
  statement: '8 V ℓ = R',
  given: { bounds: tails.bounds },
  proof: chain('8 V ℓ').equals('R', rewriting('bounds'), 'σ² and ln(2d²/δ) put in.'),
  models: troppModels(2),
  mutants: { 'as printed': '8 V ℓ = S', 'with 2 for 8': '2 V ℓ = R', 'one sided': '8 V λ = R' },
});

const SLACK = ['bounds', 'logarithms'];
/** ln(2d²/δ) = (λ - 2a) + 3a. */
const logarithm = (term: (text: string) => Term) =>
  plus(fact('logarithms/0'), times(constant(term('3')), fact('logarithms/1')));

/** (71) as it stands holds from four dimensions on, with the sharper bound of the summands and 2 for 8. */
export const hoeffdingLarge = claim({
  id: 'lemma-b.2-eq-71-large',
  title: 'For d >= 4 the exponent t²/(2σ²) at the bound (71) is at least (9/8) ln(2d²/δ)',
  source: 'beyond the paper; Lemma B.2, (71)',
  theory: tropp,
  statement: '9/4 C ℓ <= S',
  given: { bounds: tails.bounds, logarithms: tails.logarithms, larger: tails.larger },
  proof: chain('9/4 C ℓ').atMost(
    'S',
    positivity(
      (term) =>
        times(
          constant(term('2')),
          size('p', -1),
          square(term('x/(d - 1)')),
          logarithm(term),
          plus(times(constant(term('7/8')), square(term('d - 4'))), times(constant(term('3')), fact('larger'))),
        ),
      ...SLACK,
      'larger',
    ),
    '2(d - 1)² - (9/8) d² = (7/8)(d - 4)² + 3(d - 4).',
  ),
  models: troppModels(4),
  mutants: {
    'with 8 for 2': '8 C ℓ <= S',
    'by (70)': '2 V ℓ <= S',
    'turned round': '9/4 C ℓ >= S',
  },
  breaksWithout: {
    logarithms: witness(tropp, { d: 5, p: 1 }, { x: '1', a: '-1', λ: '-1' }),
    larger: witness(tropp, { d: 3, p: 1 }, { x: '1', a: '1', λ: '2' }),
  },
});

/** The bound (68) is weaker than the bound (71), since ln(2d²/δ) <= 2 ln(d²/δ). */
export const statementFromProof = claim({
  id: 'lemma-b.2-eq-68-weaker',
  title: 'The bound (71) is at most the bound (68)',
  source: 'Lemma B.2, (68)(71)',
  theory: tropp,
  statement: 'S <= B',
  given: { bounds: tails.bounds, logarithms: tails.logarithms },
  proof: chain('S').atMost(
    'B',
    positivity(
      (term) =>
        times(constant(term('4')), size('p', -1), square(term('x')), plus(fact('logarithms/0'), fact('logarithms/1'))),
      ...SLACK,
    ),
    '2λ - (a + λ) = (λ - 2a) + a.',
  ),
  models: troppModels(2),
  mutants: { 'turned round': 'S >= B', 'twice over': '2 S <= B', 'with the 8': 'R <= B' },
  breaksWithout: { logarithms: witness(tropp, { d: 2, p: 1 }, { x: '1', a: '1', λ: '1/2' }) },
});

/**
 * (2x²/p)/(d - 1)² times 4(d - 1)²λ - (32/27) d²(λ + a) = (λ - 2a)(76e² + 240e + 144)/27 + a(40e² + 96e)/9 with e = d - 3.
 */
const room = (term: (text: string) => Term) => {
  const e = (A: string, B: string) => [
    times(constant(term(A)), square(term('d - 3'))),
    times(constant(term(B)), fact('large')),
  ];
  return times(
    constant(term('2')),
    size('p', -1),
    square(term('x/(d - 1)')),
    plus(
      times(fact('logarithms/0'), plus(...e('76/27', '80/9'), constant(term('16/3')))),
      times(fact('logarithms/1'), plus(...e('40/9', '32/3'))),
    ),
  );
};

/** Lemma B.2 for three dimensions and more: at the bound (68) the exponent is at least ln(2d²/δ), and 32/27 of it. */
export const concentration = claim({
  id: 'lemma-b.2-exponent',
  title: 'For d >= 3 the exponent t²/(2σ²) at the bound (68) is at least (32/27) ln(2d²/δ)',
  source: 'Lemma B.2, (68)',
  theory: tropp,
  statement: '64/27 C ℓ <= B',
  given: { bounds: tails.bounds, logarithms: tails.logarithms, large: tails.large },
  proof: chain('64/27 C ℓ').atMost(
    'B',
    positivity((term) => room(term), ...SLACK, 'large'),
    'The exponent is 4 ((d - 1)/d)² ln(d²/δ), and ln 2 <= ln(d²/δ)/2.',
  ),
  models: troppModels(3),
  mutants: {
    'with 8 for 2': '8 C ℓ <= B',
    'by (70) and 8 for 2': '8 V ℓ <= B',
    'turned round': '64/27 C ℓ >= B',
  },
  breaksWithout: {
    logarithms: witness(tropp, { d: 3, p: 1 }, { x: '1', a: '1', λ: '1/2' }),
    large: witness(tropp, { d: 2, p: 1 }, { x: '1', a: '1', λ: '2' }),
  },
});

/** Lemma B.2 for one qubit, where the summands have the norm 2. */
export const concentrationOfQubit = claim({
  id: 'lemma-b.2-exponent-qubit',
  title: 'For d = 2 the exponent t²/(2σ²) at the bound (68) is at least ln(2d²/δ)',
  source: 'Lemma B.2, (68)',
  theory: tropp,
  statement: '2 Q ℓ <= B',
  given: { bounds: tails.bounds, logarithms: tails.logarithms, qubit: tails.qubit },
  proof: chain('2 Q ℓ').atMost(
    'B',
    positivity(
      (term) =>
        plus(
          times(constant(term('10')), size('p', -1), fact('logarithms/0')),
          times(constant(term('12')), size('p', -1), fact('logarithms/1')),
        ),
      ...SLACK,
      'qubit',
    ),
    'The exponent is (9/4) ln(d²/δ).',
  ),
  models: troppModels('qubit'),
  mutants: {
    'with 8 for 2': '8 Q ℓ <= B',
    'by the bound 3 of (70)': '2 V ℓ <= B',
    'turned round': '2 Q ℓ >= B',
  },
  breaksWithout: {
    logarithms: witness(tropp, { d: 2, p: 1 }, { x: '3/2', a: '1', λ: '1/2' }),
    qubit: witness(tropp, { d: 2, p: 1 }, { x: '1', a: '1', λ: '2' }),
  },
});

/** Outcomes in dimension one. */
const outcome = (values: Parameters<typeof witness>[2] & { readonly w: readonly string[] }) =>
  witness(outcomes, { D: 1, n: values.w.length }, values);

/** E exp(tX) <= cosh(ta) for a random X with mean zero, from the chord of exp at each outcome. */
export const meanBelowChord = claim({
  id: 'lemma-b.2-chord',
  title: 'E exp(tX) <= cosh(ta) for E X = 0 and -a <= X <= a',
  source: 'beyond the paper; Lemma B.2, (71)',
  theory: outcomes,
  statement: 'sum_j(w_j G_j) <= c I_D',
  given: chord,
  proof: chain('sum_j(w_j G_j)')
    .atMost(
      'sum_j(w_j (c I_D + s X_j))',
      positivity(() => over('j', times(fact('weights'), fact('convex'))), 'weights', 'convex'),
      'exp lies below its chord.',
    )
    .equals('c N I_D + s E', rewriting('sums'), 'The mean of a line.')
    .equals('c I_D', rewriting('all', 'centred'), 'E X = 0.'),
  models: outcomeModels(),
  mutants: {
    'turned round': 'sum_j(w_j G_j) >= c I_D',
    'each outcome': 'G_j <= c I_D',
    'with the slope': 'sum_j(w_j G_j) <= s I_D',
  },
  breaksWithout: {
    weights: outcome({ w: ['2', '-1'], X: [[['1']], [['2']]], G: [[['0']], [['-1']]], c: '0', s: '0' }),
    all: outcome({ w: ['2'], X: [[['0']]], G: [[['1']]], c: '1', s: '0' }),
    centred: outcome({ w: ['1'], X: [[['1']]], G: [[['1']]], c: '0', s: '1' }),
  },
});
