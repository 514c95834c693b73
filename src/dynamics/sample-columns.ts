import { BadInput } from '../numeric/bad-input.js';
import { type ComplexMatrix, column, columnsOf } from '../numeric/complex-matrix.js';
import { hermitianEigen } from '../numeric/hermitian-eigen.js';
import type { State } from '../quantum/state.js';

/**
 * The inputs as weighted columns, rho_j = sum of weights[a] c_a c_a^dagger over the columns c_a of sample j.
 *
 * A pure state is its own vector with weight 1; a mixed state is its eigenvectors with its eigenvalues, so that a circuit acts on
 * n columns (m <= n <= m d) in place of m density matrices.
 */
export interface SampleColumns {
  readonly sampleCount: number;
  /** d x n. */
  readonly columns: ComplexMatrix;
  readonly weights: Float64Array;
  /** The sample that column a belongs to. */
  readonly sampleOf: readonly number[];
}

/** Eigenvalues below this are rounding of zero, as d eps = 2e-14 at d = 100; dropping one moves a prediction by less than that. */
const NEGLIGIBLE_WEIGHT = 1e-15;

/** O(d^3) for each mixed state. */
export function sampleColumns(states: readonly State[]): SampleColumns {
  if (states.length === 0) throw new BadInput('sampleColumns: expected at least one state, got none');
  const parts = states.map(weightedVectors);
  return {
    sampleCount: states.length,
    columns: columnsOf(parts.flatMap((part) => part.map(({ vector }) => vector))),
    weights: Float64Array.from(parts.flatMap((part) => part.map(({ weight }) => weight))),
    sampleOf: parts.flatMap((part, j) => part.map(() => j)),
  };
}

function weightedVectors({ vector, densityMatrix }: State): { vector: ComplexMatrix; weight: number }[] {
  if (vector !== null) return [{ vector, weight: 1 }];
  const { values, vectors } = hermitianEigen(densityMatrix);
  return Array.from(values, (weight, a) => ({ vector: column(vectors, a), weight })).filter(
    ({ weight }) => Math.abs(weight) > NEGLIGIBLE_WEIGHT,
  );
}
