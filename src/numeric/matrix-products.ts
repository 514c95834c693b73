import { BadInput } from './bad-input.js';
import { type ComplexMatrix, zeros } from './complex-matrix.js';
import { requireSquare, requireVector, shapeOf } from './matrix-shape.js';
import { adjoint, sub } from './matrix-sums.js';

/**
 * The matrix product a b; error at most about cols(a) * eps * |a| |b| entrywise.
 *
 * Loop order i, k, j: the innermost loop runs along contiguous rows of b and c. Two steps of k are taken at once, so that a
 * row of c is loaded and stored half as often.
 */
export function mul(a: ComplexMatrix, b: ComplexMatrix): ComplexMatrix {
  if (a.cols !== b.rows) {
    throw new BadInput(`mul: expected matrices with a.cols = b.rows, got ${shapeOf(a)} and ${shapeOf(b)}`);
  }
  const c = zeros(a.rows, b.cols);
  const n = a.cols;
  for (let i = 0; i < a.rows; i++) {
    let k = 0;
    for (; k + 1 < n; k += 2)
      addTwoRows(c, i, a.re[i * n + k], a.im[i * n + k], a.re[i * n + k + 1], a.im[i * n + k + 1], b, k);
    if (k < n) addRow(c, i, a.re[i * n + k], a.im[i * n + k], b, k);
  }
  return c;
}

/** a^dagger b. */
export function mulAdjoint(a: ComplexMatrix, b: ComplexMatrix): ComplexMatrix {
  if (a.rows !== b.rows) {
    throw new BadInput(`mulAdjoint: expected matrices with a.rows = b.rows, got ${shapeOf(a)} and ${shapeOf(b)}`);
  }
  return mul(adjoint(a), b);
}

/** [a, b] = ab - ba. */
export function commutator(a: ComplexMatrix, b: ComplexMatrix): ComplexMatrix {
  requireSquare('commutator', a);
  requireSquare('commutator', b);
  return sub(mul(a, b), mul(b, a));
}

/** The rank-one matrix v w^dagger. */
export function outer(v: ComplexMatrix, w: ComplexMatrix): ComplexMatrix {
  requireVector('outer', v);
  requireVector('outer', w);
  return mul(v, adjoint(w));
}

/** The Kronecker product: block (i, j) is a_ij b. */
export function kronecker(a: ComplexMatrix, b: ComplexMatrix): ComplexMatrix {
  const c = zeros(a.rows * b.rows, a.cols * b.cols);
  for (let i = 0; i < c.rows; i++) {
    for (let j = 0; j < c.cols; j++) {
      const p = Math.floor(i / b.rows) * a.cols + Math.floor(j / b.cols);
      const q = (i % b.rows) * b.cols + (j % b.cols);
      c.re[i * c.cols + j] = a.re[p] * b.re[q] - a.im[p] * b.im[q];
      c.im[i * c.cols + j] = a.re[p] * b.im[q] + a.im[p] * b.re[q];
    }
  }
  return c;
}

/** Row i of c += (x + iy) row k of b + (z + iw) row k + 1 of b. */
function addTwoRows(
  c: ComplexMatrix,
  i: number,
  x: number,
  y: number,
  z: number,
  w: number,
  b: ComplexMatrix,
  k: number,
) {
  const { re, im } = c;
  const { re: bre, im: bim, cols } = b;
  let r = i * cols;
  let s = k * cols;
  for (let t = s + cols, end = t; s < end; r++, s++, t++) {
    re[r] += x * bre[s] - y * bim[s] + (z * bre[t] - w * bim[t]);
    im[r] += x * bim[s] + y * bre[s] + (z * bim[t] + w * bre[t]);
  }
}

function addRow(c: ComplexMatrix, i: number, x: number, y: number, b: ComplexMatrix, k: number) {
  const { re, im } = c;
  const { re: bre, im: bim, cols } = b;
  for (let r = i * cols, s = k * cols, end = s + cols; s < end; r++, s++) {
    re[r] += x * bre[s] - y * bim[s];
    im[r] += x * bim[s] + y * bre[s];
  }
}
