/** How the asymptotic kernel depends on the scaling factor where the circuit is given. */
import { assume, chain, claim, rewriting, witness } from '../../src/index.js';
import { scaledStartModels } from '../models/scaled-start-models.js';
import { defining, qnn } from '../notation.js';
import { KET_PLUS, ONE, PLUS, timesMatrix, Z } from '../witnesses.js';

const SIZES = { d: 2, m: 1, p: 1 };

/**
 * Kasym(0)/γ² does not depend on γ: the measurement γA gives γ² times the kernel of the measurement A, at the same circuit.
 *
 * At initialisation the law of U(0) knows nothing of γ, so the same holds for the law of Kasym(0)/γ² and of all its
 * eigenvalues. Later it does not: the labels stay where they are, and U(t) depends on γ (see `kernel-at-minima`).
 */
export const initialKernelScale = claim({
  id: 'initial-kernel-scale',
  title: 'Kasym(0)/γ² does not depend on γ',
  source: 'Sec. 4, Fig. 3',
  theory: qnn,
  statement: '1/γ^2 Kasym_ij = tr(i[U† A U, ρ_i] i[U† A U, ρ_j])',
  given: {
    scale: assume(qnn, 'M0 = γA, where neither A nor the circuit U depends on γ', 'M = U† M0 U', 'M0 = γ A'),
    kernel: defining('Kasym'),
  },
  proof: chain('1/γ^2 Kasym_ij').equals(
    'tr(i[U† A U, ρ_i] i[U† A U, ρ_j])',
    rewriting('kernel', 'scale'),
    'Both commutators are linear in M.',
  ),
  models: scaledStartModels,
  mutants: {
    'γ for γ²': '1/γ Kasym_ij = tr(i[U† A U, ρ_i] i[U† A U, ρ_j])',
    'opposite sign': '1/γ^2 Kasym_ij = -tr(i[U† A U, ρ_i] i[U† A U, ρ_j])',
    'γ left in one of them': '1/γ^2 Kasym_ij = tr(i[M, ρ_i] i[U† A U, ρ_j])',
    'without the circuit': '1/γ^2 Kasym_ij = tr(i[A, ρ_i] i[A, ρ_j])',
  },
  breaksWithout: {
    scale: witness(qnn, SIZES, {
      M: Z,
      M0: Z,
      U: ONE,
      A: timesMatrix('2', Z),
      γ: '1',
      v: [KET_PLUS],
      ρ: [PLUS],
    }),
  },
});
