import { lossGradient } from './gradient.js';
import { rungeKuttaStep } from './runge-kutta.js';
import { type Sampling, sampleFlowWithPauses, withoutPauses } from './step-halving.js';
import type { TrainingProblem } from './training-problem.js';

export interface FlowPoint {
  /** On the clock of Lemma 4.1 if eta = m/(pZ). */
  readonly time: number;
  readonly loss: number;
  readonly predictions: Float64Array;
  readonly parameters: Float64Array;
  /** Estimated error of theta in the Euclidean norm, by step halving. */
  readonly error: number;
}

/**
 * Gradient flow dtheta/dt = -eta dL/dtheta at finite p, along which dr/dt = -(eta/m) K r (Lemma 3.1).
 *
 * Classical Runge-Kutta of order 4 with step lengths chosen by step halving; the tolerance is in radians. Sixteen gradients a step.
 */
export function* gradientFlow(
  problem: TrainingProblem,
  parameters: Float64Array,
  eta: number,
  sampling: Sampling,
): Generator<FlowPoint> {
  const velocity = (theta: Float64Array) => lossGradient(problem, theta).gradient.map((slope) => -eta * slope);
  const method = {
    step: (theta: Float64Array, h: number) => rungeKuttaStep(vectors, velocity, theta, h),
    distance: (a: Float64Array, b: Float64Array) => Math.hypot(...a.map((angle, l) => angle - b[l])),
    rounding: 4 * Number.EPSILON * (1 + Math.hypot(...parameters)),
  };
  for (const { time, state, error } of withoutPauses(sampleFlowWithPauses(method, parameters, sampling))) {
    const { loss, predictions } = lossGradient(problem, state);
    yield { time, loss, predictions, parameters: state, error };
  }
}

const vectors = { shifted: (a: Float64Array, h: number, b: Float64Array) => a.map((x, l) => x + h * b[l]) };
