/** The hypotheses of the paper, once, so that a claim may use another only under the same assumptions. */
import { assume, define } from '../src/index.js';
import { oneSample, qnn } from './notation.js';

/** Hypotheses about a QNN with m samples. */
export const given = {
  /** Eq. (1), (13): e^{-iθH} is differentiated to -iH e^{-iθH}, which from the input side is -i U H_l. */
  ansatz: assume(
    qnn,
    'U(θ) is an ansatz of Eq. (1), and M = U†M0U',
    'M = U† M0 U',
    'dU_l = -i U H_l',
    'dM_l = dU_l† M0 U + U† M0 dU_l',
  ),
  unitary: assume(qnn, 'U is unitary, and M = U†M0U', 'M = U† M0 U', 'U U† = I', 'U† U = I'),
  flow: assume(
    qnn,
    'gradient flow with learning rate η: dθ_l/dt = -η ∂L/∂θ_l',
    'Mdot = sum_l(θdot_l dM_l)',
    'θdot_l = -η g_l',
    'rdot_j = -tr(ρ_j Mdot)',
    'Ldot = 1/m sum_j(r_j rdot_j)',
  ),
  curve: assume(
    qnn,
    'θ moves along any curve with velocity dθ_l/dt, and everything with it by the chain rule',
    'Mdot = sum_l(θdot_l dM_l)',
    'rdot_j = -tr(ρ_j Mdot)',
    'Ldot = 1/m sum_j(r_j rdot_j)',
  ),
  straight: assume(qnn, 'θ runs through the segment θ - t∇L(θ) of a descent step, 0 <= t <= η', 'θdot_l = -G_l'),
  start: assume(
    qnn,
    'G = ∇L where the step starts, with angle ψ0: σ0 = sin ψ0, c0 = cos ψ0, and `gradient-bound` holds there',
    'c0^2 = 1 - σ0^2',
    'σ0 >= 0',
    'c0 >= 0',
    '64 sum_l(h_l^2) σ0^6 c0^2 >= sum_l(G_l^2)',
  ),
  fall: assume(qnn, 'D = sin(ψ - ψ0)', 'D = c0 σ - σ0 c', 'Ddot = c0 σdot - σ0 cdot'),
  rate: assume(qnn, 'the learning rate is not negative', 'η >= 0'),
  pure: assume(qnn, 'the inputs are pure states ρ_j = v_j v_j†', 'ρ_j = v_j v_j†', 'v_j† v_j = 1'),
  pauli: assume(
    qnn,
    'M = Π₊ - Π₋ with complementary projectors (eigenvalues ±1)',
    'M = Π₊ - Π₋',
    'Π₋ = I - Π₊',
    'Π₊ Π₊ = Π₊',
  ),
  scaledPauli: assume(
    qnn,
    'M = γ(Π₊ - Π₋) with complementary projectors (eigenvalues ±γ)',
    'M = γ(Π₊ - Π₋)',
    'Π₋ = I - Π₊',
    'Π₊ Π₊ = Π₊',
  ),
  state: assume(qnn, 'the inputs are states, pure or mixed: ρ_j = F_j F_j†', 'ρ_j = F_j F_j†', 'tr(F_j† F_j) = 1'),
  gapped: assume(
    qnn,
    'M = Π₊ - Π₋ with orthogonal projectors, and perhaps a kernel (eigenvalues ±1 and 0)',
    'M = Π₊ - Π₋',
    'Π₊ Π₊ = Π₊',
    'Π₋ Π₋ = Π₋',
    'Π₊ Π₋ = 0 I',
    'Π₋ Π₊ = 0 I',
  ),
  contraction: assume(qnn, 'the eigenvalues of M lie in [-1, 1]', 'I >= M M'),
  bounds: assume(qnn, 'the eigenvalues of M lie in [α, β]', 'M >= α I', 'β I >= M'),
  spectrum: assume(qnn, 'every eigenvalue λ of M has (β - λ)(λ - α) >= 0', '(α + β) M >= M M + α β I'),
  order: assume(qnn, 'α <= β', 'β >= α'),
  ends: assume(
    qnn,
    'each label is an end of the range, α or β',
    'y_j = 1/2 (α + β) + 1/2 ε_j (β - α)',
    'ε_j^2 = 1',
    '|ε_j| = 1',
  ),
  rootMeanSquare: assume(
    qnn,
    's is the root mean square of the residuals, s² = 2L',
    's^2 = 2 L',
    's sdot = Ldot',
    's >= 0',
  ),
  angle: assume(
    qnn,
    'ψ in [0, π/2] is the angle with L = 2 sin⁴ψ, that is s = 2 sin²ψ; σ = sin ψ and c = cos ψ',
    's = 2 σ^2',
    'Ldot = 8 σ^3 c ψdot',
    'c^2 = 1 - σ^2',
    'σdot = c ψdot',
    'cdot = -σ ψdot',
    'σ >= 0',
    'c >= 0',
  ),
  interior: assume(qnn, '0 < L < 2, so that σc has a reciprocal ζ', 'ζ σ c = 1'),
  free: assume(
    qnn,
    'gradient flow of the loss over all Hermitian M: dM/dt = -η ∂L/∂M',
    'Mdot = η/m sum_j(r_j ρ_j)',
    'rdot_j = -tr(ρ_j Mdot)',
  ),
  norm: assume(qnn, 'h_l bounds the operator norm of the generator H_l', 'h_l^2 I >= H_l H_l'),
  labels: assume(qnn, 'the labels are ±1', 'y_j^2 = 1', '|y_j| = 1'),
  root: define(qnn, 'definition of √L as the nonnegative root of the loss', 'sqrt(L)^2 = L', 'sqrt(L) >= 0'),
} as const;

/** Hypotheses about one sample on the asymptotic flow. */
export const one = {
  pure: assume(
    oneSample,
    'the input is a pure state: ρρ = ρ, tr ρ = 1, and so ρMρ = ŷρ',
    'ρ ρ = ρ',
    'ρ M ρ = ŷ ρ',
    'tr(ρ) = 1',
  ),
  range: assume(oneSample, 'M has eigenvalues ±γ: M² = γ²I', 'M M = γ^2 I'),
  flow: assume(
    oneSample,
    'the asymptotic flow (10) with one sample',
    'Mdot = r [M, [M, ρ]]',
    'ŷdot = tr(ρ Mdot)',
    'Ldot = -r ŷdot',
  ),
  label: assume(oneSample, 'the label is ±1', 'y^2 = 1'),
  scale: assume(oneSample, 'the scaling factor is at least 1 (the paper: exceeds 1)', 'γ >= 1'),
  edge: assume(oneSample, 'the label is an end of the range: γ = |y|, as for γ = 1 and y = ±1', 'γ^2 = y^2'),
  vector: assume(oneSample, 'ρ = vv†', 'ρ = v v†'),
} as const;
