import { lossGradient } from './gradient.js';
import type { TrainingProblem } from './training-problem.js';

export interface DescentPoint {
  readonly iteration: number;
  readonly loss: number;
  readonly predictions: Float64Array;
  /** theta, p numbers; a fresh array at every iteration. */
  readonly parameters: Float64Array;
}

/**
 * Gradient descent theta <- theta - a dL/dtheta without end, iteration 0 first; the caller stops it.
 *
 * With eta = m/(pZ) of Lemma 4.1, iteration k is the time k a / eta on the lemma's clock (Appendix D: a = 1e-3/p, Z = 1, so 1e-3/m an
 * iteration). Each iteration costs one `lossGradient`. If theta overflows, what follows is NaN: the caller checks.
 */
export function* gradientDescent(
  problem: TrainingProblem,
  parameters: Float64Array,
  learningRate: number,
): Generator<DescentPoint, never> {
  let theta = Float64Array.from(parameters);
  for (let iteration = 0; ; iteration++) {
    const { loss, predictions, gradient } = lossGradient(problem, theta);
    yield { iteration, loss, predictions, parameters: theta };
    theta = theta.map((angle, l) => angle - learningRate * gradient[l]);
  }
}
