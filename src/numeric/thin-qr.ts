import { BadInput } from './bad-input.js';
import { type ComplexMatrix, zeros } from './complex-matrix.js';
import { makeReflector, NEGLIGIBLE, reflect } from './householder.js';
import { transpose } from './matrix-sums.js';

export interface ThinQR {
  /** k x n with orthonormal columns, to about k eps, whatever the rank of the matrix. */
  readonly q: ComplexMatrix;
  /** n x n, upper triangular. */
  readonly r: ComplexMatrix;
}

/** A = Q R of a k x n matrix with k >= n, by Householder reflections; A may be rank deficient. O(k n^2). Throws BadInput for k < n. */
export function thinQR(a: ComplexMatrix): ThinQR {
  const { rows: k, cols: n } = a;
  if (k < n) throw new BadInput(`thinQR: expected at least as many rows as columns, got ${k}x${n}`);
  // Rows are the columns of A, so that reflections run along contiguous memory.
  const work = transpose(a);
  const reflectors = zeros(n, k);
  const r = zeros(n, n);
  for (let j = 0; j < n; j++) {
    const [start, end] = [j * k + j, (j + 1) * k];
    if (normOf(work, start, end) > NEGLIGIBLE) {
      for (const part of ['re', 'im'] as const) reflectors[part].set(work[part].subarray(start, end), start);
      const { alphaRe, alphaIm, norm } = makeReflector(reflectors, start, end);
      r.re[j * n + j] = alphaRe * norm;
      r.im[j * n + j] = alphaIm * norm;
    }
    for (let l = j + 1; l < n; l++) {
      reflect(reflectors, start, work, l * k + j, k - j);
      r.re[j * n + l] = work.re[l * k + j];
      r.im[j * n + l] = work.im[l * k + j];
    }
  }
  const columns = zeros(n, k);
  for (let j = 0; j < n; j++) columns.re[j * k + j] = 1;
  for (let j = n - 1; j >= 0; j--) {
    for (let l = j; l < n; l++) reflect(reflectors, j * k + j, columns, l * k + j, k - j);
  }
  return { q: transpose(columns), r };
}

function normOf({ re, im }: ComplexMatrix, start: number, end: number): number {
  let square = 0;
  for (let i = start; i < end; i++) square += re[i] * re[i] + im[i] * im[i];
  return Math.sqrt(square);
}
