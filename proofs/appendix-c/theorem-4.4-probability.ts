/**
 * The probabilities of Theorem 4.4, on random draws. The print has constants without values; here they have some, which
 * are not the least.
 *
 * (117) is about independent uniform directions. (12) is about those of minima: here, the same directions given P <= I
 * (`theorem-4.4-existence`). Haar-random inputs given their predictions have yet another law, with the density det(I - P)
 * to the power d/2 - m besides; it is not tested. Vershynin's Theorem 5.58 bounds ‖Ĝ - I‖ by max(δ, δ²); (117) keeps δ, so
 * it is asked for m <= d here, as orthogonal inputs have it.
 */
import {
  eigenvalueControls,
  eigenvalueLaw,
  excessControls,
  excessLaw,
  growthControl,
  growthTrend,
  normControls,
  normLaw,
  sharpEigenvalueLaw,
} from '../../property-tests/random-directions.law.js';
import { statisticalClaim } from '../../src/index.js';

const GIVEN =
  'for independent uniform directions given P <= I and as many labels +1 as -1, with probability at least 1 - δ';
const NORM = String.raw`\|\hat G - I\| \le 5\,\frac{\max\{\sqrt m, \sqrt{\ln(2/\delta)}\}}{\sqrt d}`;

export const directionsNorm = statisticalClaim({
  id: 'theorem-4.4-eq-117',
  title: 'The size of Ĝ - I',
  source: 'App. C.2, (117)',
  asPrinted: true,
  says: {
    text: 'for m <= d independent uniform directions in dimension d/2, ‖Ĝ - I‖ <= 5 max(√m, √ln(2/δ))/√d with probability at least 1 - δ',
    latex: NORM,
  },
  laws: [normLaw],
  wrong: {
    'c_m = 1': { text: '‖Ĝ - I‖ <= max(√m, √ln(2/δ))/√d', law: normControls.constant },
    '1/d': { text: '‖Ĝ - I‖ <= 5 max(√m, √ln(2/δ))/d', law: normControls.power },
    'without m': { text: '‖Ĝ - I‖ <= 5 √(ln(2/δ)/d)', law: normControls.samples },
  },
});

/** Without the factor m: what (12) could say, with the same constant. */
export const eigenvalueAtMinimaSharp = statisticalClaim({
  id: 'theorem-4.4-probability-sharp',
  sharpens: 'theorem-4.4-probability',
  title: 'λ_g at minima with random directions, without the factor m',
  source: 'beyond the paper; Thm. 4.4, (12)',
  uses: ['theorem-4.4-existence'],
  says: {
    text: `λ_g >= 2γ²(1 - 1/γ² - 4 max(m, ln(2/δ))/d) ${GIVEN}`,
    latex: String.raw`\lambda_g \ge 2\gamma^2\Bigl(1 - \frac1{\gamma^2} - 4\,\frac{\max\{m, \ln(2/\delta)\}}{d}\Bigr)`,
  },
  laws: [sharpEigenvalueLaw],
  wrong: {
    'constant 1': { text: 'm/d in place of 4 max(m, ln(2/δ))/d', law: eigenvalueControls.sharpConstant },
    'without any m': { text: '4 ln(2/δ)/d', law: eigenvalueControls.samples },
  },
});

/** (12) with C2 = 4. */
export const eigenvalueAtMinima = statisticalClaim({
  id: 'theorem-4.4-probability',
  asPrinted: true,
  title: 'λ_g at minima with random directions',
  source: 'Thm. 4.4, (12)(118)',
  uses: ['theorem-4.4-probability-sharp'],
  says: {
    text: `λ_g >= 2γ²(1 - 1/γ² - 4 max(m², m ln(2/δ))/d) ${GIVEN}`,
    latex: String.raw`\lambda_g \ge 2\gamma^2\Bigl(1 - \frac1{\gamma^2} - 4\max\Bigl\{\frac{m^2}{d}, \frac md\ln\frac2\delta\Bigr\}\Bigr)`,
  },
  laws: [eigenvalueLaw],
  wrong: {
    'C2 = 1/10': { text: 'm²/(10 d) in place of C2 max(m², m ln(2/δ))/d', law: eigenvalueControls.constant },
    '1/d²': { text: '4 m²/d²', law: eigenvalueControls.power },
  },
});

/** E ∘ Eᵀ has the mean (11ᵀ - I) 2/d, whose largest eigenvalue grows like m. */
export const eigenvalueGrowth = statisticalClaim({
  id: 'theorem-4.4-growth',
  title: 'What λ_g lacks grows like m, not like m²',
  source: 'beyond the paper; Thm. 4.4, (12)',
  says: {
    text: 'E(1 - 1/γ² - λ_g/(2γ²)) grows like m (power within 0.1 at 8 <= m <= 32) for γ = 4, d = 256 and independent uniform directions',
    latex: String.raw`\mathbb E\Bigl(1 - \frac1{\gamma^2} - \frac{\lambda_g}{2\gamma^2}\Bigr) \sim c\,m`,
  },
  laws: [growthTrend],
  wrong: { 'm², as printed': { text: 'it grows like m²', law: growthControl } },
});

/** How often P <= I fails; a table stands in theorem-4.4-existence.ts. */
export const directionsExceed = statisticalClaim({
  id: 'theorem-4.4-directions-exceed',
  title: 'Most random directions belong to no minimum',
  source: 'beyond the paper; App. C.2, before (117)',
  says: {
    text: 'eight independent uniform directions, four labels +1, violate P <= I with probability at least 4/5, for γ = 2 at d = 64 and for γ = 4 at d = 32',
    latex: String.raw`\Pr[P \not\le I] \ge \tfrac45`,
  },
  laws: [excessLaw],
  wrong: {
    'γ = 4 at d = 64': { text: 'the same for γ = 4 at d = 64', law: excessControls.scale },
    'd = 256': { text: 'the same for γ = 2 at d = 256', law: excessControls.dimension },
  },
});
