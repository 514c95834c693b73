import type { ComplexMatrix } from './complex-matrix.js';
import { type Buffers, makeReflector, NEGLIGIBLE, polar, reflect } from './householder.js';

/** A = Q D T D^dagger Q^dagger with T real symmetric tridiagonal, D diagonal unitary, Q = P_0 P_1 ... P_{d-3}. */
export interface TridiagonalForm {
  /** The diagonal of T. */
  readonly diagonal: Float64Array;
  /** offDiagonal[i] = T_{i+1,i} >= 0; the last entry is 0. */
  readonly offDiagonal: Float64Array;
  /** The diagonal of D. */
  readonly phases: Buffers;
  /** Row k holds, from entry k + 1 on, v of P_k = I - v v^dagger, |v|^2 = 2; v = 0 where no reflection was needed. */
  readonly reflectors: ComplexMatrix;
}

/** Householder's reduction of a Hermitian matrix whose largest entry is of order one; negligible entries count as zeros. O(d^3). */
export function tridiagonalForm(a: ComplexMatrix): TridiagonalForm {
  const d = a.rows;
  // The conjugate's rows are the columns of a; each step reflects row k of it and updates the square below and to the right.
  const work = { rows: d, cols: d, re: Float64Array.from(a.re), im: a.im.map((x) => -x) };
  const diagonal = new Float64Array(d);
  const offDiagonal = new Float64Array(d);
  const phases = { re: new Float64Array(d), im: new Float64Array(d) };
  phases.re[0] = 1;
  for (let k = 0; k < d; k++) {
    diagonal[k] = work.re[k * d + k];
    if (k + 1 === d) break;
    const step = eliminate(work, k);
    offDiagonal[k] = step.norm;
    phases.re[k + 1] = phases.re[k] * step.phaseRe - phases.im[k] * step.phaseIm;
    phases.im[k + 1] = phases.re[k] * step.phaseIm + phases.im[k] * step.phaseRe;
  }
  return { diagonal, offDiagonal, phases, reflectors: work };
}

/** Maps eigenvectors of T to those of A in place: each row x of `rows` (d entries, contiguous) becomes Q D x. */
export function backTransform(form: TridiagonalForm, rows: ComplexMatrix): void {
  const d = rows.cols;
  const { phases, reflectors } = form;
  for (let start = 0; start < rows.re.length; start += d) {
    for (let i = 0; i < d; i++) {
      const x = rows.re[start + i];
      const y = rows.im[start + i];
      rows.re[start + i] = phases.re[i] * x - phases.im[i] * y;
      rows.im[start + i] = phases.re[i] * y + phases.im[i] * x;
    }
    for (let k = d - 3; k >= 0; k--) reflect(reflectors, k * d + k + 1, rows, start + k + 1, d - k - 1);
  }
}

/**
 * One step: column k of the matrix becomes (.., T_kk, norm * phase, 0, ..., 0) and row k of `work` its reflector.
 *
 * A column that is already in that form is left alone (v = 0), so a tridiagonal or diagonal matrix passes without rounding.
 */
function eliminate(work: ComplexMatrix, k: number): { norm: number; phaseRe: number; phaseIm: number } {
  const d = work.cols;
  const start = k * d + k + 1;
  const end = (k + 1) * d;
  let below = 0;
  for (let i = start + 1; i < end; i++) below = Math.max(below, Math.abs(work.re[i]), Math.abs(work.im[i]));
  if (below < NEGLIGIBLE) {
    const { modulus, phaseRe, phaseIm } = polar(work.re[start], work.im[start]);
    work.re.fill(0, start, end);
    work.im.fill(0, start, end);
    return { norm: modulus, phaseRe, phaseIm };
  }
  const { alphaRe, alphaIm, norm } = makeReflector(work, start, end);
  conjugateByReflector(work, k);
  return { norm, phaseRe: alphaRe, phaseIm: alphaIm };
}

/**
 * B <- (I - v v^dagger) B (I - v v^dagger) for the square B right of and below k, v from row k: with p = B v, c = v^dagger p / 2
 * and w = p - c v this is B - v w^dagger - w v^dagger. `work` holds the conjugate of B, so its row i is column i of B, contiguous.
 */
function conjugateByReflector(work: ComplexMatrix, k: number): void {
  const d = work.cols;
  const { re, im } = work;
  const v = k * d; // v_i sits at v + i, k < i < d
  const wRe = new Float64Array(d);
  const wIm = new Float64Array(d);
  let c = 0;
  for (let i = k + 1; i < d; i++) {
    // p_i = sum_j B_ij v_j = sum_j conj(B_ji) v_j, and B_ji is entry (i, j) of work
    let s = 0;
    let t = 0;
    for (let j = k + 1, q = i * d + j; j < d; j++, q++) {
      s += re[q] * re[v + j] + im[q] * im[v + j];
      t += re[q] * im[v + j] - im[q] * re[v + j];
    }
    wRe[i] = s;
    wIm[i] = t;
    c += (re[v + i] * s + im[v + i] * t) / 2;
  }
  for (let i = k + 1; i < d; i++) {
    wRe[i] -= c * re[v + i];
    wIm[i] -= c * im[v + i];
  }
  for (let i = k + 1; i < d; i++) {
    const x = re[v + i];
    const y = im[v + i];
    const z = wRe[i];
    const u = wIm[i];
    // B_ji -= v_j conj(w_i) + w_j conj(v_i)
    for (let j = k + 1, q = i * d + j; j < d; j++, q++) {
      re[q] -= re[v + j] * z + im[v + j] * u + wRe[j] * x + wIm[j] * y;
      im[q] -= im[v + j] * z - re[v + j] * u + wIm[j] * x - wRe[j] * y;
    }
  }
}
