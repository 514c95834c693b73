import { BadInput } from './bad-input.js';
import type { ComplexMatrix } from './complex-matrix.js';
import { requireSameShape } from './matrix-shape.js';

export interface ColumnOverlaps {
  readonly re: Float64Array;
  readonly im: Float64Array;
}

/**
 * For every column j the number sum_k values_k conj(a_kj) b_kj: a_j^dagger D b_j with D = diag(values), D = I if left out.
 *
 * O(rows cols), row by row along contiguous memory.
 */
export function columnOverlaps(a: ComplexMatrix, b: ComplexMatrix, values?: Float64Array): ColumnOverlaps {
  requireSameShape('columnOverlaps', a, b);
  if (values !== undefined && values.length !== a.rows) {
    throw new BadInput(`columnOverlaps: expected ${a.rows} values, one a row, got ${values.length}`);
  }
  const re = new Float64Array(a.cols);
  const im = new Float64Array(a.cols);
  for (let k = 0, p = 0; k < a.rows; k++) {
    const weight = values === undefined ? 1 : values[k];
    for (let j = 0; j < a.cols; j++, p++) {
      re[j] += weight * (a.re[p] * b.re[p] + a.im[p] * b.im[p]);
      im[j] += weight * (a.re[p] * b.im[p] - a.im[p] * b.re[p]);
    }
  }
  return { re, im };
}
