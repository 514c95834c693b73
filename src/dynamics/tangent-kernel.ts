import { type ComplexMatrix, fromRows } from '../numeric/complex-matrix.js';
import { commutator } from '../numeric/matrix-products.js';
import { traceOfProduct } from '../numeric/matrix-scalars.js';
import { timesI } from '../numeric/matrix-sums.js';

/**
 * The tangent kernel K = J J^T of Eq. (4): K_ij = sum_l dyhat_i/dtheta_l dyhat_j/dtheta_l, from the Jacobian J of `sensitivity`.
 *
 * Real symmetric positive semidefinite m x m (the imaginary parts are 0), without eta: under gradient flow dr/dt = -(eta/m) K r.
 */
export function tangentKernel(jacobian: readonly Float64Array[]): ComplexMatrix {
  return fromRows(jacobian.map((a) => jacobian.map((b) => a.reduce((sum, slope, l) => sum + slope * b[l], 0))));
}

/** dyhat_j/dtheta_l as Lemma 3.1 writes it, tr(i[M, rho_j] H_l): the slow second route, O(p m d^2 + m d^3). */
export function jacobianByCommutators(
  m: ComplexMatrix,
  densityMatrices: readonly ComplexMatrix[],
  generators: readonly ComplexMatrix[],
): Float64Array[] {
  return densityMatrices.map((rho) => {
    const c = timesI(commutator(m, rho));
    return Float64Array.from(generators, (h) => traceOfProduct(c, h).re);
  });
}
