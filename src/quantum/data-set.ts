import { BadInput } from '../numeric/bad-input.js';
import { column, columnsOf, fromRows } from '../numeric/complex-matrix.js';
import { orthonormalStates } from '../numeric/haar-unitary.js';
import { mul } from '../numeric/matrix-products.js';
import type { Random } from '../numeric/random.js';
import { pureState, type State } from './state.js';

export interface DataSet {
  readonly states: readonly State[];
  readonly labels: Float64Array;
}

/** Appendix D's data: m <= d Haar-random orthonormal pure states, labels +1 and -1 in turn (one more +1 if m is odd). */
export function balancedDataSet(d: number, m: number, random: Random): DataSet {
  const vectors = orthonormalStates(d, m, random);
  return { states: Array.from({ length: m }, (_, j) => pureState(column(vectors, j))), labels: alternatingLabels(m) };
}

/**
 * m < d pure states with v_i^dagger v_j = overlap for all i != j, 0 <= overlap <= 1, labels in turn.
 *
 * v_j = sqrt(1 - overlap) u_j + sqrt(overlap) u_0 for orthonormal u; at overlap 1 one state is repeated m times.
 */
export function equiangularDataSet(d: number, m: number, overlap: number, random: Random): DataSet {
  if (!(overlap >= 0 && overlap <= 1)) {
    throw new BadInput(`equiangularDataSet: expected an overlap in [0, 1], got ${overlap}`);
  }
  if (m >= d) throw new BadInput(`equiangularDataSet: expected m < d, got m=${m} and d=${d}`);
  const u = orthonormalStates(d, m + 1, random);
  const states = Array.from({ length: m }, (_, j) => {
    const pair = columnsOf([column(u, 0), column(u, j + 1)]);
    return pureState(mul(pair, fromRows([[Math.sqrt(overlap)], [Math.sqrt(1 - overlap)]])));
  });
  return { states, labels: alternatingLabels(m) };
}

function alternatingLabels(m: number): Float64Array {
  return Float64Array.from({ length: m }, (_, j) => (j % 2 === 0 ? 1 : -1));
}
