/** What happens at a random initialisation: statements with a probability, decided by laws. */
import {
  concentrationLaw,
  dependentControl,
  fasterControl,
  hardwareEfficientControl,
  smallerConstantControl,
  smallerDeltaControl,
} from '../../property-tests/concentration.law.js';
import { besideMean, diagonalMean, initialKernelControls } from '../../property-tests/initial-kernel.law.js';
import {
  kernelTrend,
  operatorTrend,
  randomAnglesTrend,
  standingTrend,
  trendControls,
} from '../../property-tests/perturbation-trend.law.js';
import { statisticalClaim } from '../../src/index.js';

const DELTA = '\\lVert Y - Y^\\star \\rVert';

/**
 * Lemma B.2: Y is close to Y* at initialisation. True as far as draws can tell, and loose: no draw was seen beyond 0.67 of
 * the bound, and `kasym explain lemma-b.2` gives the observed (1 - δ)-quantiles of the ratio.
 *
 * The constant in the proof, (71), is another one; nothing is said about it here. The angles do not depend on the draws.
 */
export const concentrationAtStart = statisticalClaim({
  id: 'lemma-b.2',
  title: 'Y is close to Y* at initialisation, with probability 1 - δ',
  source: 'Lemma B.2, (68)',
  asPrinted: true,
  says: {
    text: 'with probability >= 1 - δ over independent Haar-random U_0, ..., U_p, for any θ(0) and traceless H: ‖Y - Y*‖ <= (1/√p) (2‖H‖²/Z) √(2 log(d²/δ))',
    latex: String.raw`\Pr\left[${DELTA} \le \tfrac{1}{\sqrt p}\,\tfrac{2\lVert H\rVert^2}{Z}\sqrt{2\log\tfrac{d^2}{\delta}}\right] \ge 1-\delta`,
  },
  laws: [concentrationLaw],
  wrong: {
    'the constant 1/4': { text: '‖Y - Y*‖ <= (1/√p) (‖H‖²/4Z) √(2 log(d²/δ))', law: smallerConstantControl },
    'δ = 1/10 where it takes 1/2': {
      text: 'with probability >= 9/10: ‖Y - Y*‖ <= (1/√p) (0.4‖H‖²/Z) √(2 log(10 d²))',
      law: smallerDeltaControl,
    },
    '1/p for 1/√p': { text: '‖Y - Y*‖ <= (1/p) (2‖H‖²/Z) √(2 log(d²/δ))', law: fasterControl },
    'without independence': {
      text: 'the same where all layers share one Haar-random basis',
      law: dependentControl,
    },
    'without randomness': {
      text: 'the same for the hardware-efficient ansatz at θ = 0',
      law: hardwareEfficientControl,
    },
  },
});

/**
 * E‖Y - Y*‖_F² = (d² - 1)(d² - 2)/p at initialisation, for every traceless H.
 *
 * The p terms of Y - Y* are independent and centred, and ‖X_l‖_F² = ‖H‖_F⁴/Z² - ‖Y*‖_F² with ‖H‖_F² = Z(d² - 1) and
 * ‖Y*‖_F² = d² - 1. The derivation is on paper; the kernel knows no expectation.
 */
export const operatorScale = statisticalClaim({
  id: 'perturbation-operator-scale',
  title: 'The mean square of Y - Y* at initialisation',
  source: 'beyond the paper; Sec. 4, App. B',
  says: {
    text: 'E‖Y - Y*‖_F² = (d² - 1)(d² - 2)/p for independent Haar-random U_0, ..., U_p, any θ(0) and traceless H',
    latex: String.raw`\mathbb E\,${DELTA}_F^2 = \frac{(d^2-1)(d^2-2)}{p}`,
  },
  laws: [operatorTrend],
  wrong: {
    'p^-1/2': { text: 'E‖Y - Y*‖_F² falls like p^-1/2', law: trendControls.operatorSlower },
    'p^-2': { text: 'E‖Y - Y*‖_F² falls like p^-2', law: trendControls.operatorFaster },
    'without -‖Y*‖_F²': { text: 'E‖Y - Y*‖_F² = (d² - 1)²/p', law: trendControls.operatorConstant },
  },
});

/**
 * ‖Kpert‖ falls like p^-1/2 at initialisation, in the root mean square, with the constant that the fourth moment of the Haar
 * measure gives: p E‖Kpert‖_F² = Σ_ij (E tr(A_i H')² tr(A_j H')²/Z² - Kasym_ij²), A_j = i[M, ρ_j].
 */
export const kernelScale = statisticalClaim({
  id: 'perturbation-kernel-scale',
  title: 'Kpert falls like p^-1/2 at initialisation',
  source: 'Sec. 4, after (8): "Δ(0) concentrates at zero as p increases"',
  says: {
    text: "E‖Kpert‖_F² = V/p with V = Σ_ij (E tr(A_i H')² tr(A_j H')²/Z² - Kasym_ij²), A_j = i[M, ρ_j], H' = V H V† for Haar-random V",
    latex: String.raw`\mathbb E\,\lVert K_{\mathrm{pert}}\rVert_F^2 = \frac1p \sum_{ij}\Bigl(\tfrac{1}{Z^2}\mathbb E\,\operatorname{tr}(A_iH')^2\operatorname{tr}(A_jH')^2 - (K_{\mathrm{asym}})_{ij}^2\Bigr)`,
  },
  laws: [kernelTrend],
  wrong: {
    'p^-1/2': { text: 'E‖Kpert‖_F² falls like p^-1/2', law: trendControls.kernelSlower },
    'twice the constant': { text: 'E‖Kpert‖_F² = 2V/p', law: trendControls.kernelConstant },
    'another ansatz': {
      text: 'E‖Kpert‖_F² falls like 1/p for the hardware-efficient ansatz at θ(0) = 0 too',
      law: trendControls.kernelHardware,
    },
  },
});

/**
 * The contrast: for the hardware-efficient ansatz (Y and Z rotations, a chain of CZ) at θ(0) = 0 nothing is random but
 * inputs and measurement, and Kpert does not fall with p. Lemma 4.1 still holds; Kasym is not the limit of the kernel there.
 */
export const hardwareEfficientStands = statisticalClaim({
  id: 'perturbation-kernel-hardware-efficient',
  title: 'Kpert does not fall for the hardware-efficient ansatz at θ = 0',
  source: 'beyond the paper; contrast to Sec. 4',
  says: {
    text: 'for the hardware-efficient ansatz on two qubits at θ(0) = 0, E‖Kpert‖_F² does not depend on p = 8, 16, 32, ...',
    latex: String.raw`\mathbb E\,\lVert K_{\mathrm{pert}}\rVert_F^2 \propto p^0`,
  },
  laws: [standingTrend],
  wrong: {
    '1/p': { text: 'E‖Kpert‖_F² falls like 1/p', law: trendControls.kernelHardware },
    'uniform angles': {
      text: 'E‖Kpert‖_F² does not depend on p at independent uniform angles either',
      law: trendControls.standingAngles,
    },
  },
});

/**
 * It is the angles that matter: at independent uniform angles the hardware-efficient ansatz on two qubits loses its memory,
 * and Y - Y* falls like p^-1/2 as for Haar-random unitaries, with a mean square about 0.83 times theirs, not the same.
 */
export const randomAnglesFall = statisticalClaim({
  id: 'perturbation-operator-random-angles',
  title: 'At uniform angles the hardware-efficient ansatz concentrates too',
  source: 'beyond the paper; contrast to Sec. 4',
  says: {
    text: 'for the hardware-efficient ansatz on two qubits at independent uniform angles, E‖Y - Y*‖_F² falls like 1/p (power within 0.05 at 16 <= p <= 128)',
    latex: String.raw`\mathbb E\,${DELTA}_F^2 \sim c\,p^{-1}`,
  },
  laws: [randomAnglesTrend],
  wrong: {
    'the constant of Haar': { text: 'E‖Y - Y*‖_F² = (d² - 1)(d² - 2)/p', law: trendControls.anglesConstant },
    'p^-1/2': { text: 'E‖Y - Y*‖_F² falls like p^-1/2', law: trendControls.anglesSlower },
  },
});

/** E tr(ρM)² = γ²/(d + 1) for traceless M with M² = γ²I, and Kasym_ii = 2(γ² - ŷ²). */
export const initialDiagonal = statisticalClaim({
  id: 'initial-kernel-diagonal',
  title: 'The mean of Kasym_ii at initialisation',
  source: 'beyond the paper; Sec. 4, Fig. 3',
  says: {
    text: 'E Kasym_ii(0) = 2γ² d/(d + 1) for a traceless measurement ±γ and a Haar-random circuit',
    latex: String.raw`\mathbb E\,(K_{\mathrm{asym}})_{ii} = 2\gamma^2\frac{d}{d+1}`,
  },
  laws: [diagonalMean],
  wrong: {
    'its limit': { text: 'E Kasym_ii(0) = 2γ²', law: initialKernelControls.limit },
    'γ for γ²': { text: 'E Kasym_ii(0) = 2γ d/(d + 1)', law: initialKernelControls.linear },
  },
});

/** Kasym_ij = -2|v_i†Mv_j|² for orthogonal inputs and M² = γ²I. */
export const initialBeside = statisticalClaim({
  id: 'initial-kernel-beside',
  title: 'The mean of Kasym_ij at initialisation',
  source: 'beyond the paper; Sec. 4, Fig. 3',
  says: {
    text: 'E Kasym_ij(0) = -2γ² d/(d² - 1) for i ≠ j, orthogonal inputs, a traceless measurement ±γ and a Haar-random circuit',
    latex: String.raw`\mathbb E\,(K_{\mathrm{asym}})_{ij} = -2\gamma^2\frac{d}{d^2-1}`,
  },
  laws: [besideMean],
  wrong: {
    'opposite sign': { text: 'E Kasym_ij(0) = 2γ² d/(d² - 1)', law: initialKernelControls.sign },
    '1/(d + 1)': { text: 'E Kasym_ij(0) = -2γ²/(d + 1)', law: initialKernelControls.besideLimit },
  },
});
