import { BadInput } from '../numeric/bad-input.js';
import { type ComplexMatrix, identity } from '../numeric/complex-matrix.js';
import { applyExponential, type GeneratorEigen, prepareGenerator } from '../numeric/exponential.js';
import { mul, mulAdjoint } from '../numeric/matrix-products.js';
import { adjoint } from '../numeric/matrix-sums.js';
import type { Ansatz } from '../quantum/ansatz.js';

/**
 * The circuit U(theta) = U_p e^{-i theta_p H_p} ... U_1 e^{-i theta_1 H_1} U_0 of Eq. (1), prepared for many theta.
 *
 * With H_l = V_l D_l V_l^dagger it is G_p e^{-i theta_p D_p} G_{p-1} ... e^{-i theta_1 D_1} G_0, where G_0 = V_1^dagger U_0,
 * G_l = V_{l+1}^dagger U_l V_l and G_p = U_p V_p: one dense product and one diagonal phase for each layer.
 */
export interface Circuit {
  readonly dimension: number;
  readonly ansatz: Ansatz;
  /** The diagonals D_1 ... D_p. */
  readonly spectra: readonly Float64Array[];
  /** G_0 ... G_p. */
  readonly gates: readonly ComplexMatrix[];
  readonly gatesAdjoint: readonly ComplexMatrix[];
}

/** O(d^3) for each layer, and once more for each distinct generator object that is not diagonal. */
export function prepareCircuit(ansatz: Ansatz): Circuit {
  const known = new Map<ComplexMatrix, GeneratorEigen>();
  const eigen = ansatz.layers.map(({ generator }) => {
    const prepared = known.get(generator) ?? prepareGenerator(generator);
    known.set(generator, prepared);
    return prepared;
  });
  const unitaries = [ansatz.initial, ...ansatz.layers.map((layer) => layer.unitary)];
  const gates = unitaries.map((unitary, l) => {
    const before = l === 0 ? null : eigen[l - 1].vectors;
    const after = l === eigen.length ? null : eigen[l].vectors;
    const right = before === null ? unitary : mul(unitary, before);
    return after === null ? right : mulAdjoint(after, right);
  });
  return {
    dimension: ansatz.dimension,
    ansatz,
    spectra: eigen.map(({ values }) => values),
    gates,
    gatesAdjoint: gates.map(adjoint),
  };
}

/** The circuit without layers: U = I, M = M0. */
export function trivialCircuit(dimension: number): Circuit {
  return prepareCircuit({ dimension, initial: identity(dimension), layers: [] });
}

/** U(theta) x for a d x n matrix x. O(p d^2 n). */
export function applyCircuit(circuit: Circuit, theta: Float64Array, x: ComplexMatrix): ComplexMatrix {
  requireParameters('applyCircuit', circuit, theta);
  let y = mul(circuit.gates[0], x);
  circuit.spectra.forEach((values, l) => {
    y = mul(circuit.gates[l + 1], applyExponential({ values, vectors: null }, theta[l], y));
  });
  return y;
}

export function requireParameters(operation: string, circuit: Circuit, theta: Float64Array): void {
  const p = circuit.spectra.length;
  if (theta.length !== p) {
    throw new BadInput(`${operation}: expected ${p} parameters, one for each layer, got ${theta.length}`);
  }
}
