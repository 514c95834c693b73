/** The constant that the proof of Lemma B.2 takes from Hoeffding's inequality for matrices, (71). */
import { assume, chain, claim, realScalar, rewriting, theory, witness } from '../../src/index.js';
import { hoeffdingModels } from '../models/hoeffding-models.js';

const still = { constant: true };

const hoeffding = theory({
  name: 'hoeffding',
  sizes: { p: 'number of parameters' },
  indices: {},
  symbols: {
    h: { type: realScalar(still), meaning: 'norm of the generator' },
    Z: { type: realScalar(still), meaning: 'tr(H²)/(d² - 1)' },
    t: { type: realScalar(still), meaning: 'the bound of ‖Y - Y*‖ that (71) states' },
    λ: { type: realScalar(still), meaning: 'log(2d²/δ)', latex: '\\lambda' },
  },
});

/**
 * Theorem 1.3 of Tropp 2012, cited in the paper and here: p independent centred Hermitian X_l of size d² with X_l² <= A²
 * have Pr[‖Σ X_l‖ >= s] <= 2d² exp(-s²/8σ²) with σ² = pA². Here A = 2‖H‖²/Z by (70), and s = pt.
 */
const exponent = assume(
  hoeffding,
  'the bound of the cited theorem, 2d² exp(-(pt)²/8σ²) with σ² = p(2‖H‖²/Z)², is δ',
  'λ = (p t)^2/(8 p (2 h^2/Z)^2)',
);

/**
 * (71) as printed. The cited theorem gives eight times its square. Nothing is said about (68), of which the proof would take
 * it as a stronger form: that one is `lemma-b.2`. Nor is (71) itself shown to be false for Haar-random unitaries.
 */
export const hoeffdingPrinted = claim({
  id: 'lemma-b.2-eq-71',
  title: 'The bound (71) is what the cited inequality gives, squared',
  source: 'Lemma B.2, (71)',
  asPrinted: true,
  erratum: {
    severity: 'wrong constant',
    printed:
      '“By Hoeffding’s inequality ((Tropp, 2012), Thm 1.3)”: ‖Y(θ(0)) - Y*‖ ≤ (1/√p) (2‖H‖²/Z(H, d)) √(log(2d²/δ))',
    change: 'a factor 8 under the root, where (68) has a factor 2: Theorem 1.3 has 8σ² in its exponent',
    stepOf: ['lemma-b.2'],
  },
  theory: hoeffding,
  statement: 't^2 = 1/p (2 h^2/Z)^2 λ',
  given: { exponent },
  models: hoeffdingModels,
  mutants: {
    'half of it': 't^2 = 1/2 1/p (2 h^2/Z)^2 λ',
    'as (68), a factor 2': 't^2 = 2/p (2 h^2/Z)^2 λ',
    'without p': 't^2 = 8 (p + 1)/p (2 h^2/Z)^2 λ',
  },
});

/** (71) with the constant of the cited theorem. It is weaker than (68), and does not prove it. */
export const hoeffdingRepaired = claim({
  id: 'lemma-b.2-eq-71-repaired',
  repairs: 'lemma-b.2-eq-71',
  title: 'The cited inequality gives (1/√p) (2‖H‖²/Z) √(8 log(2d²/δ)), squared',
  source: 'Lemma B.2, (71), repaired',
  theory: hoeffding,
  statement: 't^2 = 8/p (2 h^2/Z)^2 λ',
  given: { exponent },
  proof: chain('t^2').equals('8/p (2 h^2/Z)^2 λ', rewriting('exponent'), 'Solve the exponent for t.'),
  models: hoeffdingModels,
  mutants: {
    'as printed': 't^2 = 1/p (2 h^2/Z)^2 λ',
    'as (68), a factor 2': 't^2 = 2/p (2 h^2/Z)^2 λ',
    'the norm once': 't^2 = 8/p (2 h/Z)^2 λ',
  },
  breaksWithout: { exponent: witness(hoeffding, { p: 1 }, { h: '1', Z: '1', t: '1', λ: '0' }) },
});
