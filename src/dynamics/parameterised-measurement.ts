import { type ComplexMatrix, identity } from '../numeric/complex-matrix.js';
import { unitaryExponential } from '../numeric/exponential.js';
import { mul, mulAdjoint } from '../numeric/matrix-products.js';
import { hermitianPart } from '../numeric/matrix-sums.js';
import { applyCircuit, type Circuit, requireParameters } from './circuit.js';

/** a seen through u: u^dagger a u, exactly Hermitian; a Hermitian, u unitary, both d x d. */
export function conjugated(a: ComplexMatrix, u: ComplexMatrix): ComplexMatrix {
  return hermitianPart(mulAdjoint(u, mul(a, u)));
}

/** M(theta) = U(theta)^dagger M0 U(theta), Hermitian d x d (Sec. 3); M0 includes gamma. O(p d^3). */
export function parameterisedMeasurement(circuit: Circuit, theta: Float64Array, m0: ComplexMatrix): ComplexMatrix {
  return conjugated(m0, applyCircuit(circuit, theta, identity(circuit.dimension)));
}

/**
 * The generators seen from the input side, Lemma 3.1: H_l(theta) = W_l^dagger H_l W_l, W_l = U_{l-1} e^{-i theta_{l-1} H_{l-1}} ... U_0.
 *
 * They satisfy dM/dtheta_l = i [H_l(theta), M(theta)] (Eq. (16)). p Hermitian d x d matrices, computed from the ansatz itself and
 * not from the prepared gates, so that they check the adjoint method. O(p d^3).
 */
export function inputSideGenerators(circuit: Circuit, theta: Float64Array): ComplexMatrix[] {
  requireParameters('inputSideGenerators', circuit, theta);
  const { initial, layers } = circuit.ansatz;
  let w = initial;
  return layers.map(({ generator, unitary }, l) => {
    const seen = conjugated(generator, w);
    w = mul(unitary, mul(unitaryExponential(generator, theta[l]), w));
    return seen;
  });
}
