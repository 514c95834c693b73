import { asymptoticFlowWithPauses } from '../dynamics/asymptotic-flow.js';
import { gradientDescent } from '../dynamics/gradient-descent.js';
import { parameterisedMeasurement } from '../dynamics/parameterised-measurement.js';
import { trainingProblem } from '../dynamics/training-problem.js';
import { BadInput } from '../numeric/bad-input.js';
import { maxAbs } from '../numeric/matrix-scalars.js';
import type { Instance } from '../quantum/instance.js';

export interface TrajectoryPoint {
  /** The iteration, or the time on Lemma 4.1's clock. */
  readonly at: number;
  readonly loss: number;
  readonly predictions: Float64Array;
  /** Estimated error of the loss, where there is one. */
  readonly error?: number;
}

/** The learning rate. Throws BadInput for an instance that cannot be trained. */
export function requireDescent({ ansatz, learningRate }: Instance, file: string): number {
  if (ansatz === null) {
    throw new BadInput(`${file}: ansatz: expected one for gradient descent, got none; --flow asymptotic needs none`);
  }
  if (learningRate === null) {
    throw new BadInput(`${file}: learningRate: expected one for gradient descent, got none`);
  }
  return learningRate;
}

/** Gradient descent at iterations 0, stride, 2 stride, ... up to `steps`; null for an iteration in between, so that the caller may breathe. */
export function* descentTrajectory(
  instance: Instance,
  file: string,
  steps: number,
  stride: number,
): Generator<TrajectoryPoint | null> {
  const learningRate = requireDescent(instance, file);
  for (const point of gradientDescent(trainingProblem(instance), instance.parameters, learningRate)) {
    const { iteration, loss, predictions } = point;
    if (!isFinitePoint(loss, predictions)) {
      const start = 'the numbers are too large: the loss is not finite at the start';
      const later = `learningRate: ${learningRate} is too large: descent diverges at iteration ${iteration}`;
      throw new BadInput(`${file}: ${iteration === 0 ? start : later}`);
    }
    yield iteration % stride === 0 ? { at: iteration, loss, predictions } : null;
    if (iteration === steps) return;
  }
}

/** The tolerance of the asymptotic flow, relative to the largest entry of M: errors stay below what a table shows. */
const FLOW_TOLERANCE = 1e-10;

/** The asymptotic flow from M(theta) at times 0, stride, 2 stride, ... up to `end`, with null after each step between them. */
export function* asymptoticTrajectory(
  instance: Instance,
  file: string,
  end: number,
  stride: number,
): Generator<TrajectoryPoint | null> {
  const { circuit } = trainingProblem(instance);
  const m = parameterisedMeasurement(circuit, instance.parameters, instance.measurement);
  const count = Math.floor((end / stride) * (1 + 1e-12));
  const tolerance = FLOW_TOLERANCE * (maxAbs(m) || 1);
  for (const point of asymptoticFlowWithPauses(m, instance, { every: stride, count, tolerance })) {
    if (point === null) {
      yield null;
      continue;
    }
    const { time, loss, predictions } = point;
    if (!isFinitePoint(loss, predictions)) {
      throw new BadInput(`${file}: the numbers are too large: the loss is not finite at time ${time}`);
    }
    yield { at: time, loss, predictions };
  }
}

function isFinitePoint(loss: number, predictions: Float64Array): boolean {
  return Number.isFinite(loss) && predictions.every(Number.isFinite);
}
