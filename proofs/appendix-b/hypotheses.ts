/** The hypotheses of Lemma 4.1 and of the second moment. */
import { assume } from '../../src/index.js';
import { overparameterised, secondMoment } from './notation.js';

/** Hypotheses about a QNN at finite p, and about its limit. */
export const pair = {
  ansatz: assume(
    overparameterised,
    'U(θ) is an ansatz of Eq. (1), and M = U†M0U',
    'M = U† M0 U',
    'dU_l = -i U H_l',
    'dM_l = dU_l† M0 U + U† M0 dU_l',
  ),
  flow: assume(
    overparameterised,
    'gradient flow with learning rate η: dθ_l/dt = -η ∂L/∂θ_l',
    'Mdot = sum_l(θdot_l dM_l)',
    'θdot_l = -η g_l',
  ),
  still: assume(overparameterised, 'labels and inputs do not move', 'rdot_j = -tr(ρ_j Mdot)'),
  rate: assume(overparameterised, 'the learning rate is η = m/(pZ)', 'η = m/(p Z)'),
  limit: assume(overparameterised, 'the asymptotic flow (10)', 'Mdot = sum_j(r_j [M, [M, ρ_j]])'),
} as const;

/** Hypotheses about a generator and its second moment. */
export const moment = {
  unitary: assume(secondMoment, 'the V_q are unitary', 'V_q† V_q = I'),
  /**
   * By invariance the Haar average commutes with every V ⊗ V, and by Schur–Weyl duality (cited) only I and W span what
   * does. In every dimension there are finite unitary 2-designs (cited: Seymour and Zaslavsky), over which the average
   * is the same, so that nothing is lost in averaging over finitely many V_q.
   */
  schurWeyl: assume(
    secondMoment,
    'the average over the V_q is the Haar average, which by Schur–Weyl duality (cited) is a combination of I and the swap',
    'T = a I_D + b swap_D',
  ),
  traceless: assume(secondMoment, 'the generator has trace zero', 'tr(H) = 0'),
  norm: assume(secondMoment, 'h bounds the operator norm of H', 'h^2 I >= H H'),
  dimension: assume(secondMoment, 'the dimension is at least 2', 'd >= 2'),
  scale: assume(
    secondMoment,
    'Z = tr(H²)/(d² - 1) is the scale of the generator, and not negative',
    'tr(H H) = Z (d^2 - 1)',
    'Z >= 0',
  ),
} as const;
