import { type ComplexMatrix, fromRows } from '../numeric/complex-matrix.js';
import { commutator } from '../numeric/matrix-products.js';
import { traceOfProduct } from '../numeric/matrix-scalars.js';
import { timesI } from '../numeric/matrix-sums.js';

/**
 * The asymptotic kernel (Kasym)_ij = tr(i[M, rho_i] i[M, rho_j]) of Eq. (7), real symmetric positive semidefinite m x m.
 *
 * On the clock of Lemma 4.1 (eta = m/(pZ)) the over-parameterised residuals obey dr/dt = -Kasym r. Computed from the commutators
 * and not from tr(M^2 rho rho) - ..., which would cancel where a sample is close to an eigenvector of M. O(m d^3 + m^2 d^2).
 */
export function asymptoticKernel(m: ComplexMatrix, densityMatrices: readonly ComplexMatrix[]): ComplexMatrix {
  const c = densityMatrices.map((rho) => timesI(commutator(m, rho)));
  const rows = c.map((a, i) => c.map((b, j) => (j < i ? 0 : traceOfProduct(a, b).re)));
  return fromRows(rows.map((row, i) => row.map((value, j) => (j < i ? rows[j][i] : value))));
}
