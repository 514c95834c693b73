import { BadInput } from '../numeric/bad-input.js';
import type { ComplexMatrix } from '../numeric/complex-matrix.js';
import { outer } from '../numeric/matrix-products.js';
import { maxAbs } from '../numeric/matrix-scalars.js';
import { requireSquare, requireVector } from '../numeric/matrix-shape.js';
import { densityComplaint, unitVectorComplaint } from './matrix-complaints.js';

/** A quantum state: rho, and v with rho = v v^dagger if it is given as pure. */
export interface State {
  readonly densityMatrix: ComplexMatrix;
  readonly vector: ComplexMatrix | null;
}

/** rho = v v^dagger; the norm of v must be 1 to 1e-9 and is not mended. */
export function pureState(v: ComplexMatrix): State {
  requireVector('pureState', v);
  requireFinite('pureState', v);
  const complaint = unitVectorComplaint(v);
  if (complaint !== null) throw new BadInput(`pureState: ${complaint.text}`);
  return { densityMatrix: outer(v, v), vector: v };
}

/** rho as given: Hermitian, trace 1, positive semidefinite, each to 1e-9, and not mended. */
export function mixedState(rho: ComplexMatrix): State {
  requireSquare('mixedState', rho);
  requireFinite('mixedState', rho);
  const complaint = densityComplaint(rho);
  if (complaint !== null) throw new BadInput(`mixedState: ${complaint.text}`);
  return { densityMatrix: rho, vector: null };
}

function requireFinite(operation: string, a: ComplexMatrix): void {
  if (!Number.isFinite(maxAbs(a))) {
    throw new BadInput(`${operation}: expected finite entries, got NaN or Infinity`);
  }
}
