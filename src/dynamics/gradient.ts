import { columnOverlaps } from '../numeric/column-overlaps.js';
import type { ComplexMatrix } from '../numeric/complex-matrix.js';
import { applyExponential } from '../numeric/exponential.js';
import { mul } from '../numeric/matrix-products.js';
import { requireParameters } from './circuit.js';
import { loss } from './loss.js';
import { residuals } from './predictions.js';
import type { TrainingProblem } from './training-problem.js';

export interface Sensitivity {
  /** yhat_j, m numbers. */
  readonly predictions: Float64Array;
  /** Row j holds dyhat_j/dtheta_l, p numbers. */
  readonly jacobian: readonly Float64Array[];
}

/**
 * The predictions and their exact derivatives dyhat_j/dtheta_l = tr(i[M, rho_j] H_l), by the adjoint method.
 *
 * One pass forward keeps x_l, the columns just after the phases of layer l; one pass backward carries b_l = (what follows)^dagger M0 U x.
 * In the eigenbasis of H_l, dyhat/dtheta_l = 2 Im b_l^dagger D_l x_l. O(p d^2 n) time and O(p d n) memory for n columns (n = m for
 * pure states). The error is about (p + d) eps times |M0| |H_l|.
 */
export function sensitivity(problem: TrainingProblem, theta: Float64Array): Sensitivity {
  const { circuit, samples, measurement } = problem;
  const { gates, gatesAdjoint, spectra } = circuit;
  requireParameters('sensitivity', circuit, theta);

  const passed: ComplexMatrix[] = [];
  let x = mul(gates[0], samples.columns);
  spectra.forEach((values, l) => {
    const turned = applyExponential({ values, vectors: null }, theta[l], x);
    passed.push(turned);
    x = mul(gates[l + 1], turned);
  });

  let b = mul(measurement, x);
  const predictions = gatherBySample(problem, columnOverlaps(x, b).re, 1);
  const jacobian = Array.from({ length: samples.sampleCount }, () => new Float64Array(spectra.length));
  for (let l = spectra.length - 1; l >= 0; l--) {
    b = mul(gatesAdjoint[l + 1], b);
    const slopes = gatherBySample(problem, columnOverlaps(b, passed[l], spectra[l]).im, 2);
    slopes.forEach((slope, j) => {
      jacobian[j][l] = slope;
    });
    b = applyExponential({ values: spectra[l], vectors: null }, -theta[l], b);
  }
  return { predictions, jacobian };
}

export interface LossGradient {
  readonly loss: number;
  readonly predictions: Float64Array;
  readonly residuals: Float64Array;
  /** dL/dtheta_l = -(1/m) sum_j r_j dyhat_j/dtheta_l, p numbers. */
  readonly gradient: Float64Array;
}

/** L = (1/2m) sum r^2 and its exact gradient at theta; the cost of `sensitivity`. */
export function lossGradient(problem: TrainingProblem, theta: Float64Array): LossGradient {
  const { predictions, jacobian } = sensitivity(problem, theta);
  const r = residuals(problem.labels, predictions);
  return { loss: loss(r), predictions, residuals: r, gradient: gradientOf(jacobian, r) };
}

/** -(1/m) J^T r for the m x p Jacobian J of the predictions and the m residuals r. */
export function gradientOf(jacobian: readonly Float64Array[], r: Float64Array): Float64Array {
  const gradient = new Float64Array(jacobian[0].length);
  jacobian.forEach((row, j) => {
    row.forEach((slope, l) => {
      gradient[l] -= (r[j] / r.length) * slope;
    });
  });
  return gradient;
}

/** Sums factor * weight * (number of the column) over the columns of each sample. */
export function gatherBySample({ samples }: TrainingProblem, ofColumn: Float64Array, factor: number): Float64Array {
  const gathered = new Float64Array(samples.sampleCount);
  samples.sampleOf.forEach((j, a) => {
    gathered[j] += factor * samples.weights[a] * ofColumn[a];
  });
  return gathered;
}
