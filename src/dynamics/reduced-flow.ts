import { type ComplexMatrix, fromRows } from '../numeric/complex-matrix.js';
import { extrapolatedFlow, type Velocity } from './extrapolated-flow.js';
import { loss } from './loss.js';
import { residuals } from './predictions.js';
import type { ReducedProblem } from './reduced-problem.js';
import type { Sampling } from './step-halving.js';

export interface ReducedPoint {
  /** On the clock of Lemma 4.1. */
  readonly time: number;
  readonly loss: number;
  readonly predictions: Float64Array;
  /** A(t), k x n; A^dagger A does not move. */
  readonly factors: ComplexMatrix;
  /** Estimated error of A in the Frobenius norm, by two tolerances; a prediction is off by at most 2 ||M|| ||V|| times it. */
  readonly error: number;
}

/**
 * The asymptotic flow of Eq. (10) without the dimension: dA/dt = L A R G - A R C with L = diag(levels), G = A^dagger A,
 * C = A^dagger L A = V^dagger M V and R = diag(w_c r_j), r_j = y_j - sum of w_c C_cc.
 *
 * The projections P_a = A_a^dagger A_a (rows of one level) are carried by their factors, so that rank and positivity are kept
 * by construction; C itself, integrated by the same method, leaves what a measurement can give and blows up (m > d/2). G is kept
 * to the tolerance. A call of the velocity costs O(k n^2), whatever d was.
 */
export function* reducedFlow(problem: ReducedProblem, sampling: Sampling): Generator<ReducedPoint> {
  const { factors: start } = problem;
  for (const { time, state, error } of extrapolatedFlow(reducedVelocity(problem), packed(start), sampling)) {
    const factors = unpacked(state, start);
    const yhat = reducedPredictions(problem, factors);
    yield { time, loss: loss(residuals(problem.labels, yhat)), predictions: yhat, factors, error };
  }
}

/** yhat_j = sum of w_c (A^dagger L A)_cc over the columns of sample j. */
export function reducedPredictions(
  { levels, weights, sampleOf, labels }: ReducedProblem,
  a: ComplexMatrix,
): Float64Array {
  const yhat = new Float64Array(labels.length);
  for (let row = 0, at = 0; row < a.rows; row++) {
    for (let c = 0; c < a.cols; c++, at++) {
      yhat[sampleOf[c]] += weights[c] * levels[row] * (a.re[at] * a.re[at] + a.im[at] * a.im[at]);
    }
  }
  return yhat;
}

/**
 * The asymptotic kernel of Eq. (7) from the factors, m x m: for columns c, e the sum over rows a, b of
 * (l_a - l_b)^2 Re(conj(A_ac) A_ae conj(A_be) A_bc), weighted. As a sum over pairs of levels nothing cancels where a
 * sample is close to an eigenvector of M. O(n^2 k^2).
 */
export function reducedKernel({ levels, weights, sampleOf, labels }: ReducedProblem, a: ComplexMatrix): ComplexMatrix {
  const m = labels.length;
  const rows = Array.from({ length: m }, () => new Array<number>(m).fill(0));
  for (let c = 0; c < a.cols; c++) {
    for (let e = 0; e < a.cols; e++) {
      let sum = 0;
      for (let k = 0; k < a.rows; k++) {
        const [pRe, pIm] = overlap(a, k, c, e);
        for (let l = 0; l < k; l++) {
          const gap = levels[k] - levels[l];
          if (gap === 0) continue;
          const [qRe, qIm] = overlap(a, l, c, e);
          sum += 2 * gap * gap * (pRe * qRe + pIm * qIm);
        }
      }
      rows[sampleOf[c]][sampleOf[e]] += weights[c] * weights[e] * sum;
    }
  }
  return fromRows(rows);
}

/** conj(A_kc) A_ke. */
function overlap({ re, im, cols }: ComplexMatrix, k: number, c: number, e: number): readonly [number, number] {
  const [x, y] = [k * cols + c, k * cols + e];
  return [re[x] * re[y] + im[x] * im[y], re[x] * im[y] - im[x] * re[y]];
}

/** Real parts of a k x n matrix, then its imaginary parts. */
type Packed = Float64Array;

const packed = ({ re, im }: ComplexMatrix): Packed => Float64Array.of(...re, ...im);

function unpacked(a: Packed, { rows, cols }: ComplexMatrix): ComplexMatrix {
  return { rows, cols, re: a.slice(0, rows * cols), im: a.slice(rows * cols) };
}

/** dA/dt as a function of A, both packed; buffers are reused from call to call. */
function reducedVelocity({ levels, weights, sampleOf, labels, factors }: ReducedProblem): Velocity {
  const { rows: k, cols: n } = factors;
  const size = k * n;
  const [cRe, cIm, gRe, gIm, turnRe, turnIm] = buffers(6, n * n);
  const [r, drive] = buffers(2, n);
  return (a, out) => {
    for (let i = 0; i < n; i++) {
      for (let j = i; j < n; j++) {
        let [cRealSum, cImagSum, gRealSum, gImagSum] = [0, 0, 0, 0];
        for (let row = 0, p = i, q = j; row < k; row++, p += n, q += n) {
          const re = a[p] * a[q] + a[size + p] * a[size + q];
          const im = a[p] * a[size + q] - a[size + p] * a[q];
          gRealSum += re;
          gImagSum += im;
          cRealSum += levels[row] * re;
          cImagSum += levels[row] * im;
        }
        setHermitian(cRe, cIm, n, i, j, cRealSum, cImagSum);
        setHermitian(gRe, gIm, n, i, j, gRealSum, gImagSum);
      }
    }
    r.set(labels);
    for (let c = 0; c < n; c++) r[sampleOf[c]] -= weights[c] * cRe[c * n + c];
    for (let c = 0; c < n; c++) drive[c] = weights[c] * r[sampleOf[c]];
    for (let row = 0; row < k; row++) {
      // R (level G - C) is the same for all rows of one level.
      if (row === 0 || levels[row] !== levels[row - 1]) {
        for (let i = 0, at = 0; i < n; i++) {
          for (let j = 0; j < n; j++, at++) {
            turnRe[at] = drive[i] * (levels[row] * gRe[at] - cRe[at]);
            turnIm[at] = drive[i] * (levels[row] * gIm[at] - cIm[at]);
          }
        }
      }
      for (let j = 0, at = row * n; j < n; j++, at++) {
        let [re, im] = [0, 0];
        for (let i = 0, p = row * n, q = j; i < n; i++, p++, q += n) {
          re += a[p] * turnRe[q] - a[size + p] * turnIm[q];
          im += a[p] * turnIm[q] + a[size + p] * turnRe[q];
        }
        out[at] = re;
        out[size + at] = im;
      }
    }
  };
}

const buffers = (count: number, length: number) => Array.from({ length: count }, () => new Float64Array(length));

/** Entry (i, j) of an n x n Hermitian matrix, i <= j, and its mirror image. */
function setHermitian(re: Float64Array, im: Float64Array, n: number, i: number, j: number, x: number, y: number): void {
  re[i * n + j] = x;
  im[i * n + j] = y;
  re[j * n + i] = x;
  im[j * n + i] = -y;
}
