import { type ComplexMatrix, identity } from '../numeric/complex-matrix.js';
import { add, hermitianPart, scale } from '../numeric/matrix-sums.js';
import { solve, solveInPlace } from '../numeric/solve.js';
import { thinQR } from '../numeric/thin-qr.js';
import { extrapolatedFlow } from './extrapolated-flow.js';
import { loss } from './loss.js';
import { residuals } from './predictions.js';
import type { Sampling } from './step-halving.js';

/** Orthonormal inputs and a Pauli-like measurement: what the asymptotic flow needs. */
export interface OrthonormalProblem {
  /** C(0) = V^dagger M(0) V, m x m. */
  readonly entries: ComplexMatrix;
  /** gamma > 0, M(0)² = gamma² I. */
  readonly gamma: number;
  readonly labels: Float64Array;
}

export interface OrthonormalPoint {
  /** On the clock of Lemma 4.1. */
  readonly time: number;
  readonly loss: number;
  readonly predictions: Float64Array;
  /** C(t) = V^dagger M(t) V. */
  readonly entries: ComplexMatrix;
  /** tau_j(t), the integral of 2 gamma r_j. */
  readonly pulls: Float64Array;
  /** Estimated error of tau (Euclidean), by two tolerances; a prediction is off by at most gamma times it. */
  readonly error: number;
}

/**
 * The asymptotic flow in closed form: with T = diag(tanh tau), S = diag(1/cosh tau) and C in units of gamma,
 * C = T + S (I + C0 T)^-1 C0 S, where dtau_j/dt = 2 gamma (y_j - gamma C_jj), tau(0) = 0.
 *
 * Only the m numbers tau are integrated. Beside T, which is exact, every entry keeps the relative accuracy of C0, so that the
 * entries of size gamma/sqrt(d) of a random start are right however large d is. O(m³) a call.
 */
export function* orthonormalFlow(problem: OrthonormalProblem, sampling: Sampling): Generator<OrthonormalPoint> {
  const { gamma, labels } = problem;
  const m = labels.length;
  const diagonal = diagonalOf(problem);
  const velocity = (tau: ArrayLike<number>, out: Float64Array) => {
    diagonal(tau, out);
    for (let j = 0; j < m; j++) out[j] = 2 * gamma * (labels[j] - out[j]);
  };
  for (const { time, state, error } of extrapolatedFlow(velocity, new Float64Array(m), sampling)) {
    const entries = entriesAt(problem, state);
    const predictions = Float64Array.from({ length: m }, (_, j) => entries.re[j * m + j]);
    yield { time, loss: loss(residuals(labels, predictions)), predictions, entries, pulls: state, error };
  }
}

/**
 * C_jj at tau, in buffers that are reused from call to call: gamma (tanh tau_j + X_jj / cosh² tau_j) with (I + C0 T) X = C0, C0 in
 * units of gamma.
 */
function diagonalOf({ entries, gamma }: OrthonormalProblem): (tau: ArrayLike<number>, out: Float64Array) => void {
  const m = entries.rows;
  const [re0, im0] = [entries.re, entries.im].map((part) => part.map((x) => x / gamma));
  const [re, im] = [new Float64Array(2 * m * m), new Float64Array(2 * m * m)];
  const tanh = new Float64Array(m);
  const width = 2 * m;
  return (tau, out) => {
    for (let j = 0; j < m; j++) tanh[j] = Math.tanh(tau[j]);
    for (let i = 0, from = 0; i < m; i++) {
      for (let j = 0, at = i * width; j < m; j++, at++, from++) {
        re[at] = re0[from] * tanh[j] + (i === j ? 1 : 0);
        im[at] = im0[from] * tanh[j];
        re[at + m] = re0[from];
        im[at + m] = im0[from];
      }
    }
    solveInPlace(re, im, m, width);
    for (let j = 0; j < m; j++) {
      const cosh = Math.cosh(tau[j]);
      out[j] = gamma * (tanh[j] + re[j * width + m + j] / (cosh * cosh));
    }
  };
}

/** C at tau. */
export function entriesAt({ entries, gamma }: OrthonormalProblem, tau: ArrayLike<number>): ComplexMatrix {
  const m = entries.rows;
  const start = scale(entries, 1 / gamma);
  const inner = hermitianPart(solve(add(identity(m), timesTanh(start, tau)), start));
  const re = new Float64Array(m * m);
  const im = new Float64Array(m * m);
  for (let i = 0, at = 0; i < m; i++) {
    for (let j = 0; j < m; j++, at++) {
      const shrink = gamma / (Math.cosh(tau[i]) * Math.cosh(tau[j]));
      re[at] = shrink * inner.re[at] + (i === j ? gamma * Math.tanh(tau[i]) : 0);
      im[at] = shrink * inner.im[at];
    }
  }
  return { rows: m, cols: m, re, im };
}

/**
 * Phi(tau) = gamma (sum of ln cosh tau_j + ln det(I + C0 T)), C0 in units of gamma: a convex function whose gradient are the
 * predictions and whose Hessian is Kasym/(2 gamma).
 */
export function convexPotential({ entries, gamma }: OrthonormalProblem, tau: ArrayLike<number>): number {
  const m = entries.rows;
  const { r } = thinQR(add(identity(m), timesTanh(scale(entries, 1 / gamma), tau)));
  let sum = 0;
  for (let j = 0; j < m; j++) {
    sum += Math.abs(tau[j]) + Math.log1p(Math.exp(-2 * Math.abs(tau[j]))) - Math.LN2;
    sum += Math.log(Math.hypot(r.re[j * m + j], r.im[j * m + j]));
  }
  return gamma * sum;
}

/** The asymptotic kernel of Eq. (7) from C: 2 (gamma² delta_ij - |C_ij|²), m x m. */
export function orthonormalKernel(gamma: number, { rows: m, cols, re, im }: ComplexMatrix): ComplexMatrix {
  const square = Float64Array.from(re, (x, at) => x * x + im[at] * im[at]);
  const kernel = square.map((x, at) => 2 * ((at % (m + 1) === 0 ? gamma * gamma : 0) - x));
  return { rows: m, cols, re: kernel, im: new Float64Array(m * m) };
}

/** A diag(tanh tau). */
function timesTanh({ rows, cols, re, im }: ComplexMatrix, tau: ArrayLike<number>): ComplexMatrix {
  const by = (part: Float64Array) => part.map((x, at) => x * Math.tanh(tau[at % cols]));
  return { rows, cols, re: by(re), im: by(im) };
}
