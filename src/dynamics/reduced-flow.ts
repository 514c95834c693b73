import { type ComplexMatrix, fromRows } from '../numeric/complex-matrix.js';
import { loss } from './loss.js';
import { residuals } from './predictions.js';
import type { ReducedProblem } from './reduced-problem.js';
import { rungeKuttaStep } from './runge-kutta.js';
import { type Sampling, sampleFlowWithPauses, withoutPauses } from './step-halving.js';

export interface ReducedPoint {
  /** On the clock of Lemma 4.1. */
  readonly time: number;
  readonly loss: number;
  readonly predictions: Float64Array;
  /** A(t), k x n; A^dagger A does not move. */
  readonly factors: ComplexMatrix;
  /** Estimated error of A in the Frobenius norm, by step halving; a prediction is off by at most 2 ||M|| ||V|| times it. */
  readonly error: number;
}

/**
 * The asymptotic flow of Eq. (10) without the dimension: dA/dt = L A R G - A R C with L = diag(levels), G = A^dagger A,
 * C = A^dagger L A = V^dagger M V and R = diag(w_c r_j), r_j = y_j - sum of w_c C_cc.
 *
 * The projections P_a = A_a^dagger A_a (rows of one level) are carried by their factors, so that rank and positivity are kept
 * by construction; C itself, integrated by the same method, leaves what a measurement can give and blows up. G is kept to the
 * tolerance. Classical Runge-Kutta of order 4 with steps chosen by step halving; a step costs O(k n^2), whatever d was.
 */
export function* reducedFlow(problem: ReducedProblem, sampling: Sampling): Generator<ReducedPoint> {
  const flow = velocityOf(problem);
  const norm = Math.hypot(...problem.factors.re, ...problem.factors.im);
  const method = {
    step: (a: Packed, h: number) => rungeKuttaStep(space, flow, a, h),
    distance: (a: Packed, b: Packed) => Math.sqrt(a.reduce((sum, x, k) => sum + (x - b[k]) ** 2, 0)),
    rounding: 8 * Number.EPSILON * norm,
  };
  for (const { time, state, error } of withoutPauses(sampleFlowWithPauses(method, packed(problem.factors), sampling))) {
    const factors = unpacked(state, problem.factors);
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

const space = {
  shifted: (a: Packed, h: number, b: Packed): Packed => {
    const c = new Float64Array(a.length);
    for (let k = 0; k < a.length; k++) c[k] = a[k] + h * b[k];
    return c;
  },
};

/** dA/dt as a function of A; buffers for C and G are reused from call to call. */
function velocityOf({ levels, weights, sampleOf, labels, factors }: ReducedProblem): (a: Packed) => Packed {
  const { rows: k, cols: n } = factors;
  const size = k * n;
  const [cRe, cIm, gRe, gIm] = Array.from({ length: 4 }, () => new Float64Array(n * n)) as [
    Float64Array,
    Float64Array,
    Float64Array,
    Float64Array,
  ];
  const drive = new Float64Array(n);
  return (a) => {
    for (const buffer of [cRe, cIm, gRe, gIm]) buffer.fill(0);
    for (let row = 0; row < k; row++) {
      const level = levels[row];
      for (let i = 0; i < n; i++) {
        const [x, y] = [a[row * n + i], a[size + row * n + i]];
        for (let j = i; j < n; j++) {
          const [u, v] = [a[row * n + j], a[size + row * n + j]];
          const [re, im] = [x * u + y * v, x * v - y * u];
          gRe[i * n + j] += re;
          gIm[i * n + j] += im;
          cRe[i * n + j] += level * re;
          cIm[i * n + j] += level * im;
        }
      }
    }
    for (let i = 0; i < n; i++) {
      for (let j = 0; j < i; j++) {
        gRe[i * n + j] = gRe[j * n + i];
        gIm[i * n + j] = -gIm[j * n + i];
        cRe[i * n + j] = cRe[j * n + i];
        cIm[i * n + j] = -cIm[j * n + i];
      }
    }
    const r = Float64Array.from(labels);
    for (let c = 0; c < n; c++) r[sampleOf[c]] -= weights[c] * cRe[c * n + c];
    for (let c = 0; c < n; c++) drive[c] = weights[c] * r[sampleOf[c]];
    const out = new Float64Array(2 * size);
    for (let row = 0; row < k; row++) {
      const level = levels[row];
      for (let i = 0; i < n; i++) {
        const [x, y] = [a[row * n + i] * drive[i], a[size + row * n + i] * drive[i]];
        for (let j = 0; j < n; j++) {
          const [re, im] = [level * gRe[i * n + j] - cRe[i * n + j], level * gIm[i * n + j] - cIm[i * n + j]];
          out[row * n + j] += x * re - y * im;
          out[size + row * n + j] += x * im + y * re;
        }
      }
    }
    return out;
  };
}
