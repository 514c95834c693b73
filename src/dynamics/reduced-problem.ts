import { BadInput } from '../numeric/bad-input.js';
import { type ComplexMatrix, column, columnsOf, fromDiagonal } from '../numeric/complex-matrix.js';
import { hermitianEigen } from '../numeric/hermitian-eigen.js';
import { mul } from '../numeric/matrix-products.js';
import { add, adjoint, hermitianPart, sub } from '../numeric/matrix-sums.js';
import { thinQR } from '../numeric/thin-qr.js';
import type { DataSet } from '../quantum/data-set.js';
import { type SampleColumns, sampleColumns } from './sample-columns.js';

/**
 * What the asymptotic flow needs of a d x d measurement: M(0) on the span of the projections of the inputs to its eigenspaces.
 *
 * With M(0) = sum_a lambda_a Pi_a and the n columns V of the inputs, rho_j = sum of weights w_c v_c v_c^dagger, the rows of the
 * k x n matrix A are the components of V along an orthonormal basis E of the span of all Pi_a V, each in one eigenspace:
 * A^dagger A = V^dagger V = G, A^dagger diag(levels) A = V^dagger M V, and k <= min(d, n times the number of eigenvalues).
 */
export interface ReducedProblem {
  /** k eigenvalues of M(0), one for each row of A. */
  readonly levels: Float64Array;
  /** A = E^dagger V at the start, k x n. */
  readonly factors: ComplexMatrix;
  /** E, d x k with orthonormal columns; null where the start was drawn without a measurement of dimension d. */
  readonly basis: ComplexMatrix | null;
  /** w_c of the columns, n numbers. */
  readonly weights: Float64Array;
  /** The sample that column c belongs to. */
  readonly sampleOf: readonly number[];
  readonly labels: Float64Array;
}

/** Eigenvalues this close, relative to the largest, are taken as one: what an eigensolver makes of a repeated one is closer. */
const SAME_LEVEL = 1e-12;

/** O(d^3) for the eigenvalues of M(0). */
export function reducedProblem(m0: ComplexMatrix, { states, labels }: DataSet): ReducedProblem {
  const samples: SampleColumns = sampleColumns(states);
  if (samples.columns.rows !== m0.rows)
    throw new BadInput(
      `reducedProblem: expected states of the measurement's dimension ${m0.rows}, got ${samples.columns.rows}`,
    );
  const { values, vectors } = hermitianEigen(m0);
  const scale = values.reduce((largest, value) => Math.max(largest, Math.abs(value)), 0);
  const parts = groups(values, SAME_LEVEL * scale).map((members) => {
    const eigenspace = columnsOf(members.map((k) => column(vectors, k)));
    const level = members.reduce((sum, k) => sum + values[k], 0) / members.length;
    return { level, ...compressed(eigenspace, samples.columns) };
  });
  return {
    levels: Float64Array.from(parts.flatMap(({ level, factors }) => Array.from({ length: factors.rows }, () => level))),
    factors: stacked(parts.map(({ factors }) => factors)),
    basis: columnsOf(parts.flatMap(({ basis }) => Array.from({ length: basis.cols }, (_, k) => column(basis, k)))),
    weights: samples.weights,
    sampleOf: samples.sampleOf,
    labels,
  };
}

/** Runs of close values among ascending or descending ones, as lists of their places. */
function groups(values: Float64Array, tolerance: number): readonly (readonly number[])[] {
  const found: number[][] = [];
  for (const [k, value] of values.entries()) {
    if (k > 0 && Math.abs(value - values[k - 1]) <= tolerance) found.at(-1)!.push(k);
    else found.push([k]);
  }
  return found;
}

/** The components W^dagger V in an eigenspace W, in at most as many rows as columns: W^dagger V = Q R gives R on the basis W Q. */
function compressed(w: ComplexMatrix, v: ComplexMatrix) {
  const all = mul(adjoint(w), v);
  if (all.rows <= all.cols) return { factors: all, basis: w };
  const { q, r } = thinQR(all);
  return { factors: r, basis: mul(w, q) };
}

function stacked(parts: readonly ComplexMatrix[]): ComplexMatrix {
  const rows = parts.reduce((sum, part) => sum + part.rows, 0);
  const join = (pick: (part: ComplexMatrix) => Float64Array) =>
    Float64Array.from(parts.flatMap((part) => [...pick(part)]));
  return { rows, cols: parts[0]!.cols, re: join(({ re }) => re), im: join(({ im }) => im) };
}

/**
 * The d x d measurement whose restriction to the span of E is `inside` (k x k): M(0) + E (inside - diag(levels)) E^dagger.
 *
 * Off that span the flow leaves M(0) as it is, since every eigenspace part of the inputs lies in it. Throws BadInput without a basis.
 */
export function liftedMeasurement(
  m0: ComplexMatrix,
  { basis, levels }: ReducedProblem,
  inside: ComplexMatrix,
): ComplexMatrix {
  if (basis === null)
    throw new BadInput('liftedMeasurement: expected a reduction of a measurement, got one without a basis');
  const change = sub(inside, fromDiagonal(levels));
  return hermitianPart(add(m0, mul(mul(basis, change), adjoint(basis))));
}
