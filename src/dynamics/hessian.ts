import { columnOverlaps } from '../numeric/column-overlaps.js';
import type { ComplexMatrix } from '../numeric/complex-matrix.js';
import { applyExponential } from '../numeric/exponential.js';
import { mul } from '../numeric/matrix-products.js';
import { add, scale, scaleRows } from '../numeric/matrix-sums.js';
import { requireParameters } from './circuit.js';
import { gatherBySample, gradientOf } from './gradient.js';
import { residuals } from './predictions.js';
import type { TrainingProblem } from './training-problem.js';

/** A matrix and its derivative along the direction. */
interface Moving {
  readonly at: ComplexMatrix;
  readonly by: ComplexMatrix;
}

export interface HessianProduct {
  /** dL/dtheta, p numbers. */
  readonly gradient: Float64Array;
  /** (Hess L) v = d/ds grad L(theta + s v) at s = 0, p numbers. */
  readonly product: Float64Array;
}

/**
 * The exact Hessian of L = (1/2m) sum r^2 times one direction v: the tangent of both sweeps of the adjoint method.
 *
 * With x' the derivative of x along v: the phases give (e^{-i theta D} x)' = e^{-i theta D}(x' - i v D x), all else is linear, and
 * a slope 2 Im b^dagger D x moves by 2 Im (b'^dagger D x + b^dagger D x'). No differences are taken, so the error is rounding, about
 * (p + d) eps times |M0| |H|^2 |v|. O(p d^2 n), about twice a gradient.
 */
export function hessianProduct(problem: TrainingProblem, theta: Float64Array, v: Float64Array): HessianProduct {
  const { circuit, samples, measurement, labels } = problem;
  const { gates, gatesAdjoint, spectra } = circuit;
  requireParameters('hessianProduct', circuit, theta);
  requireParameters('hessianProduct', circuit, v);

  const passed: Moving[] = [];
  let x = moved(gates[0], { at: samples.columns, by: scale(samples.columns, 0) });
  spectra.forEach((values, l) => {
    const turned = turn(values, theta[l], v[l], x);
    passed.push(turned);
    x = moved(gates[l + 1], turned);
  });

  let b = moved(measurement, x);
  const yhat = gatherBySample(problem, columnOverlaps(x.at, b.at).re, 1);
  const yhatBy = gatherBySample(problem, columnOverlaps(b.at, x.by).re, 2);
  const jacobian = Array.from(labels, () => new Float64Array(theta.length));
  const jacobianBy = jacobian.map((row) => row.slice());
  for (let l = spectra.length - 1; l >= 0; l--) {
    const [values, { at, by }] = [spectra[l], passed[l]];
    b = moved(gatesAdjoint[l + 1], b);
    const slopes = gatherBySample(problem, columnOverlaps(b.at, at, values).im, 2);
    const first = columnOverlaps(b.by, at, values).im;
    const second = columnOverlaps(b.at, by, values).im;
    const slopesBy = gatherBySample(
      problem,
      first.map((value, a) => value + second[a]),
      2,
    );
    slopes.forEach((slope, j) => {
      jacobian[j][l] = slope;
      jacobianBy[j][l] = slopesBy[j];
    });
    b = turn(values, -theta[l], -v[l], b);
  }
  const r = residuals(labels, yhat);
  const [bend, push] = [gradientOf(jacobianBy, r), gradientOf(jacobian, yhatBy)];
  return { gradient: gradientOf(jacobian, r), product: bend.map((value, l) => value - push[l]) };
}

function moved(a: ComplexMatrix, { at, by }: Moving): Moving {
  return { at: mul(a, at), by: mul(a, by) };
}

/** e^{-i angle D} x, where the angle moves at the given speed. */
function turn(values: Float64Array, angle: number, speed: number, { at, by }: Moving): Moving {
  const phases = { values, vectors: null };
  const pushed = add(by, scale(scaleRows(values, at), 0, -speed));
  return { at: applyExponential(phases, angle, at), by: applyExponential(phases, angle, pushed) };
}
