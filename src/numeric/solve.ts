import { BadInput } from './bad-input.js';
import { type ComplexMatrix, zeros } from './complex-matrix.js';

/**
 * X with A X = B, A square, by Gaussian elimination with rows taken by size; relative error about n eps times the condition of A.
 * Throws BadInput for a singular A.
 */
export function solve(a: ComplexMatrix, b: ComplexMatrix): ComplexMatrix {
  const n = a.rows;
  if (a.cols !== n || b.rows !== n) {
    throw new BadInput(`solve: expected an n x n matrix and n rows, got ${n}x${a.cols} and ${b.rows} rows`);
  }
  const width = n + b.cols;
  const [re, im] = [beside(a.re, b.re, n), beside(a.im, b.im, n)];
  solveInPlace(re, im, n, width);
  const right = (part: Float64Array) => part.filter((_, at) => at % width >= n);
  return { rows: n, cols: b.cols, re: right(re), im: right(im) };
}

/** The rows of A and of B, one behind the other. */
function beside(a: Float64Array, b: Float64Array, rows: number): Float64Array {
  const [m, n] = [a.length / rows, b.length / rows];
  return Float64Array.from({ length: a.length + b.length }, (_, at) => {
    const [i, j] = [Math.floor(at / (m + n)), at % (m + n)];
    return j < m ? a[i * m + j] : b[i * n + j - m];
  });
}

/**
 * The n rows (A | B) of the given width become (... | X) with A X = B; what is left of A has no meaning. Nothing is allocated.
 * Throws BadInput where a pivot is zero or not a number.
 */
export function solveInPlace(re: Float64Array, im: Float64Array, n: number, width: number): void {
  for (let k = 0; k < n; k++) {
    swapRows(re, im, k, largestBelow(re, im, k, n, width), width);
    const pivot = k * width + k;
    const square = re[pivot] * re[pivot] + im[pivot] * im[pivot];
    if (!(square > 0)) throw new BadInput('solve: expected a regular matrix, got a singular one');
    const [u, v] = [re[pivot] / square, -im[pivot] / square];
    for (let at = pivot + 1; at < (k + 1) * width; at++) {
      const x = re[at];
      re[at] = x * u - im[at] * v;
      im[at] = x * v + im[at] * u;
    }
    for (let i = k + 1; i < n; i++) subtractRow(re, im, i, k, k + 1, width);
  }
  for (let k = n - 1; k > 0; k--) for (let i = 0; i < k; i++) subtractRow(re, im, i, k, n, width);
}

/** Row i less its entry in column k times row k, from column `start` on. */
function subtractRow(re: Float64Array, im: Float64Array, i: number, k: number, start: number, width: number): void {
  const [x, y] = [re[i * width + k], im[i * width + k]];
  for (let j = start, p = i * width + start, q = k * width + start; j < width; j++, p++, q++) {
    re[p] -= x * re[q] - y * im[q];
    im[p] -= x * im[q] + y * re[q];
  }
}

/** The row from k on with the largest entry in column k. */
function largestBelow(re: Float64Array, im: Float64Array, k: number, n: number, width: number): number {
  let [row, largest] = [k, -1];
  for (let i = k, at = k * width + k; i < n; i++, at += width) {
    const size = Math.max(Math.abs(re[at]), Math.abs(im[at]));
    if (size > largest) [row, largest] = [i, size];
  }
  return row;
}

function swapRows(re: Float64Array, im: Float64Array, k: number, row: number, width: number): void {
  if (row === k) return;
  for (let j = 0, p = k * width, q = row * width; j < width; j++, p++, q++) {
    const [x, y] = [re[p], im[p]];
    re[p] = re[q];
    im[p] = im[q];
    re[q] = x;
    im[q] = y;
  }
}

/** X with R X = B, R upper triangular. Throws BadInput where R has a zero on its diagonal. */
export function backSubstitute(r: ComplexMatrix, b: ComplexMatrix): ComplexMatrix {
  const n = r.rows;
  if (r.cols !== n || b.rows !== n) {
    throw new BadInput(`solve: expected an n x n matrix and n rows, got ${n}x${r.cols} and ${b.rows} rows`);
  }
  const x = zeros(n, b.cols);
  for (let i = n - 1; i >= 0; i--) {
    const [p, q] = [r.re[i * n + i], r.im[i * n + i]];
    const square = p * p + q * q;
    if (!(square > 0)) throw new BadInput('solve: expected a regular matrix, got a singular one');
    for (let c = 0; c < b.cols; c++) {
      let [re, im] = [b.re[i * b.cols + c], b.im[i * b.cols + c]];
      for (let k = i + 1; k < n; k++) {
        const [s, t] = [i * n + k, k * b.cols + c];
        re -= r.re[s] * x.re[t] - r.im[s] * x.im[t];
        im -= r.re[s] * x.im[t] + r.im[s] * x.re[t];
      }
      x.re[i * b.cols + c] = (re * p + im * q) / square;
      x.im[i * b.cols + c] = (im * p - re * q) / square;
    }
  }
  return x;
}
