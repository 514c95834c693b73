import { BadInput } from '../numeric/bad-input.js';
import type { ComplexMatrix } from '../numeric/complex-matrix.js';
import { mul } from '../numeric/matrix-products.js';
import { inner, traceOfProduct } from '../numeric/matrix-scalars.js';
import type { State } from '../quantum/state.js';

/** yhat_j = tr(rho_j M), m real numbers; M Hermitian d x d. O(m d^2). */
export function predictions(states: readonly State[], m: ComplexMatrix): Float64Array {
  return Float64Array.from(states, ({ vector, densityMatrix }) =>
    vector === null ? traceOfProduct(densityMatrix, m).re : inner(vector, mul(m, vector)).re,
  );
}

/** r_j = y_j - yhat_j, in the units of the labels. */
export function residuals(labels: Float64Array, yhat: Float64Array): Float64Array {
  if (labels.length !== yhat.length) {
    throw new BadInput(`residuals: expected as many labels as predictions, got ${labels.length} and ${yhat.length}`);
  }
  return labels.map((y, j) => y - yhat[j]);
}
