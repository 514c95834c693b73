import type { ComplexMatrix } from '../numeric/complex-matrix.js';
import { mul } from '../numeric/matrix-products.js';
import { adjoint, sub } from '../numeric/matrix-sums.js';

/**
 * [a, b] for two Hermitian or two anti-Hermitian matrices, from one product: ba = (ab)^dagger, so [a, b] = ab - (ab)^dagger.
 *
 * Half the cost of `commutator`, and exactly anti-Hermitian. For any other pair the result is not the commutator.
 */
export function lieBracket(a: ComplexMatrix, b: ComplexMatrix): ComplexMatrix {
  const product = mul(a, b);
  return sub(product, adjoint(product));
}
