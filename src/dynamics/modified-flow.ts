import type { Velocity } from './extrapolated-flow.js';
import { lossGradient } from './gradient.js';
import { hessianProduct } from './hessian.js';
import { rungeKuttaStep } from './runge-kutta.js';
import type { TrainingKernel } from './training-kernel.js';
import type { TrainingProblem } from './training-problem.js';

const STEPS = 4;

const space = {
  shifted: (a: Float64Array, h: number, b: Float64Array) => a.map((x, l) => x + h * b[l]),
};

/**
 * How far the flow of dtheta/dt = -grad L - weight (Hess L) grad L moves theta in the given time, p numbers.
 *
 * With weight = time/2 this is the modified equation of a descent step of that length; with weight 0 gradient flow. The Hessian is exact;
 * four steps of Runge-Kutta err by about time (time |Hess L| / 4)^4 |grad L|.
 */
export function flowDisplacement(
  problem: TrainingProblem,
  theta: Float64Array,
  time: number,
  weight: number,
): Float64Array {
  const velocity = (moved: Float64Array) => {
    const at = space.shifted(theta, 1, moved);
    const { gradient } = lossGradient(problem, at);
    if (weight === 0) return gradient.map((slope) => -slope);
    const { product } = hessianProduct(problem, at, gradient);
    return gradient.map((slope, l) => -slope - weight * product[l]);
  };
  let moved = new Float64Array(theta.length);
  for (let k = 0; k < STEPS; k++) moved = rungeKuttaStep(space, velocity, moved, time / STEPS);
  return moved;
}

/** -grad L(theta + (eta/2) grad L(theta)): the modified field up to O(eta^2), for two gradients. */
export function correctedVelocity(kernel: TrainingKernel, learningRate: number): Velocity {
  const gradient = new Float64Array(kernel.parameterCount);
  return (theta, out) => {
    const here = Float64Array.from(theta);
    kernel.lossGradientInto(here, gradient);
    kernel.lossGradientInto(space.shifted(here, learningRate / 2, gradient), out);
    for (let l = 0; l < out.length; l++) out[l] = -out[l];
  };
}
