import { BadInput } from './bad-input.js';
import { type ComplexMatrix, identity, zeros } from './complex-matrix.js';
import { isHermitian, maxAbs } from './matrix-scalars.js';
import { requireSquare } from './matrix-shape.js';
import { hermitianPart } from './matrix-sums.js';
import { backTransform, tridiagonalForm } from './tridiagonal-form.js';
import { tridiagonalQl } from './tridiagonal-ql.js';

export interface HermitianEigen {
  /** Ascending. */
  readonly values: Float64Array;
  /** Column j belongs to values[j]; orthonormal to about d eps, whatever the multiplicities. */
  readonly vectors: ComplexMatrix;
}

/** How far a matrix may be from Hermitian, relative to its largest entry; beyond it the input is taken for a mistake. */
const HERMITIAN_TOLERANCE = 1e-9;

/**
 * Eigenvalues and eigenvectors of (a + a^dagger)/2, a Hermitian to 1e-9 of its largest entry.
 *
 * Householder tridiagonalisation, then implicit QL: backward stable, so |A V - V diag(values)| is about d eps max|A| and no
 * spectrum is hard; each eigenvalue is off by at most that, relative to the largest, not to itself. O(d^3).
 */
export function hermitianEigen(a: ComplexMatrix): HermitianEigen {
  const { unit, matrix } = normalised('hermitianEigen', a);
  const d = a.rows;
  const form = tridiagonalForm(matrix);
  const rows = identity(d);
  tridiagonalQl(form.diagonal, form.offDiagonal, rows.re);
  backTransform(form, rows);
  const order = Array.from(form.diagonal.keys()).sort((i, j) => form.diagonal[i] - form.diagonal[j] || i - j);
  const vectors = zeros(d, d);
  order.forEach((source, j) => {
    for (let i = 0; i < d; i++) {
      vectors.re[i * d + j] = rows.re[source * d + i];
      vectors.im[i * d + j] = rows.im[source * d + i];
    }
  });
  return { values: Float64Array.from(order, (source) => form.diagonal[source] * unit), vectors };
}

/** The eigenvalues alone, ascending; the same accuracy at about a third of the cost. */
export function eigenvaluesOf(a: ComplexMatrix): Float64Array {
  const { unit, matrix } = normalised('eigenvaluesOf', a);
  const { diagonal, offDiagonal } = tridiagonalForm(matrix);
  tridiagonalQl(diagonal, offDiagonal, null);
  return diagonal.sort().map((value) => value * unit);
}

/** The largest |eigenvalue| of a Hermitian matrix. */
export function operatorNorm(a: ComplexMatrix): number {
  const values = eigenvaluesOf(a);
  return values.length === 0 ? 0 : Math.max(-values[0], values[values.length - 1]);
}

/** The Hermitian part divided by a power of two near its largest entry: exact, and squares cannot overflow. */
function normalised(operation: string, a: ComplexMatrix): { unit: number; matrix: ComplexMatrix } {
  requireSquare(operation, a);
  const largest = maxAbs(a);
  if (!Number.isFinite(largest)) throw new BadInput(`${operation}: expected finite entries, got NaN or Infinity`);
  if (!isHermitian(a, HERMITIAN_TOLERANCE)) {
    throw new BadInput(`${operation}: expected a Hermitian matrix (to ${HERMITIAN_TOLERANCE} of its largest entry)`);
  }
  const unit = largest === 0 ? 1 : 2 ** Math.max(-1022, Math.floor(Math.log2(largest)));
  const part = hermitianPart(a);
  return { unit, matrix: { ...part, re: part.re.map((x) => x / unit), im: part.im.map((x) => x / unit) } };
}
