import { BadInput } from '../numeric/bad-input.js';
import type { ComplexMatrix } from '../numeric/complex-matrix.js';
import { unitaryExponential } from '../numeric/exponential.js';
import { mul } from '../numeric/matrix-products.js';

/** One factor U_l e^{-i theta_l H_l}. */
export interface AnsatzLayer {
  /** H_l, Hermitian. */
  readonly generator: ComplexMatrix;
  /** U_l. */
  readonly unitary: ComplexMatrix;
}

/** U(theta) = U_p e^{-i theta_p H_p} ... U_1 e^{-i theta_1 H_1} U_0, Eq. (1). Layers may share one generator object. */
export interface Ansatz {
  readonly dimension: number;
  /** U_0. */
  readonly initial: ComplexMatrix;
  readonly layers: readonly AnsatzLayer[];
}

/** U(theta), d x d. O(p d^3). */
export function ansatzUnitary(ansatz: Ansatz, parameters: ArrayLike<number>): ComplexMatrix {
  if (parameters.length !== ansatz.layers.length) {
    throw new BadInput(`ansatzUnitary: expected ${ansatz.layers.length} parameters, got ${parameters.length}`);
  }
  return ansatz.layers.reduce(
    (u, { generator, unitary }, l) => mul(unitary, mul(unitaryExponential(generator, parameters[l]), u)),
    ansatz.initial,
  );
}
