import { BadInput } from './bad-input.js';
import { type Complex, type ComplexMatrix, identity } from './complex-matrix.js';
import { mulAdjoint } from './matrix-products.js';
import { requireSquare, requireVector, shapeOf } from './matrix-shape.js';
import { adjoint, sub } from './matrix-sums.js';

export function trace(a: ComplexMatrix): Complex {
  requireSquare('trace', a);
  let re = 0;
  let im = 0;
  for (let k = 0; k < a.re.length; k += a.cols + 1) {
    re += a.re[k];
    im += a.im[k];
  }
  return { re, im };
}

/** tr(a b) = sum_ij a_ij b_ji in O(rows cols). */
export function traceOfProduct(a: ComplexMatrix, b: ComplexMatrix): Complex {
  if (a.cols !== b.rows || a.rows !== b.cols) {
    throw new BadInput(`traceOfProduct: expected shapes n x k and k x n, got ${shapeOf(a)} and ${shapeOf(b)}`);
  }
  let re = 0;
  let im = 0;
  for (let i = 0, p = 0; i < a.rows; i++) {
    for (let q = i; q < b.re.length; p++, q += b.cols) {
      re += a.re[p] * b.re[q] - a.im[p] * b.im[q];
      im += a.re[p] * b.im[q] + a.im[p] * b.re[q];
    }
  }
  return { re, im };
}

/** v^dagger w. */
export function inner(v: ComplexMatrix, w: ComplexMatrix): Complex {
  requireVector('inner', v);
  requireVector('inner', w);
  if (v.rows !== w.rows) throw new BadInput(`inner: expected vectors of one length, got ${v.rows} and ${w.rows}`);
  let re = 0;
  let im = 0;
  for (let i = 0; i < v.rows; i++) {
    re += v.re[i] * w.re[i] + v.im[i] * w.im[i];
    im += v.re[i] * w.im[i] - v.im[i] * w.re[i];
  }
  return { re, im };
}

/** sqrt(sum |a_ij|^2), scaled by the largest entry so that it neither overflows nor underflows. */
export function frobeniusNorm(a: ComplexMatrix): number {
  const largest = maxAbs(a);
  if (largest === 0 || !Number.isFinite(largest)) return largest;
  let sum = 0;
  for (let k = 0; k < a.re.length; k++) sum += (a.re[k] / largest) ** 2 + (a.im[k] / largest) ** 2;
  return largest * Math.sqrt(sum);
}

/** max |a_ij|; NaN if any entry is NaN. */
export function maxAbs(a: ComplexMatrix): number {
  let largest = 0;
  for (let k = 0; k < a.re.length; k++) largest = Math.max(largest, Math.hypot(a.re[k], a.im[k]));
  return largest;
}

/** |a_ij - conj(a_ji)| <= tol max|a| for all i, j; false for anything not finite. */
export function isHermitian(a: ComplexMatrix, tol: number): boolean {
  return a.rows === a.cols && maxAbs(sub(a, adjoint(a))) <= tol * maxAbs(a);
}

/** Every entry of a^dagger a - I is at most tol; false for anything not finite or not square. */
export function isUnitary(a: ComplexMatrix, tol: number): boolean {
  return a.rows === a.cols && maxAbs(sub(mulAdjoint(a, a), identity(a.cols))) <= tol;
}
