import { BadInput } from '../numeric/bad-input.js';
import { type Stride, type StrideState, stride, strideStart } from './strides.js';
import type { TrainingKernel } from './training-kernel.js';

export interface Following {
  /** Iterations between two points, >= 1. */
  readonly every: number;
  /** The points are at iterations 0, every, 2 every, ... up to this. */
  readonly steps: number;
  /** What the loss may be off by, relative to it. */
  readonly tolerance: number;
}

export interface FollowedPoint {
  readonly iteration: number;
  readonly loss: number;
  readonly predictions: Float64Array;
  /** theta, p numbers. */
  readonly parameters: Float64Array;
  /** Estimated difference of `loss` from that of iteration by iteration: an estimate, not a bound. */
  readonly error: number;
}

/** Where it stands; plain data. Going on from it gives the same bits as not to have stopped. */
export interface FollowedState {
  /** The iteration of the last point. */
  readonly passed: number;
  /** The largest relative difference so far. */
  readonly worst: number;
  readonly coarse: StrideState;
  readonly fine: StrideState;
}

export interface FollowedStep {
  /** null after a stride that no point lies in. */
  readonly point: FollowedPoint | null;
  readonly state: FollowedState;
}

/** Local tolerances of the two runs, as parts of the whole: errors of strides add up, and the contraction of descent forgives some. */
const COARSE = 1 / 5;
const FINE = 1 / 25;

/**
 * Gradient descent at some of its iterations, by strides (strides.ts): a few hundred gradients for ten thousand iterations.
 *
 * It is followed twice, with a fifth and with a twenty-fifth of the tolerance. The finer run is yielded. The estimate of `error` is the loss
 * times twice the largest relative difference of the two losses so far, nearly all of it the coarser run's own error, plus what rounding
 * adds; at the beginning, where the runs may be close by chance, at least a tenth of the finer run's local tolerance.
 * Throws BadInput for what makes no sense, NotFinite where the gradient is not finite.
 */
export function* followedDescent(
  kernel: TrainingKernel,
  learningRate: number,
  start: Float64Array | FollowedState,
  following: Following,
): Generator<FollowedStep> {
  requireSense(learningRate, following);
  const { every, steps, tolerance } = following;
  const begun = 'passed' in start ? start : beginning(kernel, start);
  let { passed, worst } = begun;
  const coarse = follower(kernel, learningRate, begun.coarse, COARSE * tolerance);
  const fine = follower(kernel, learningRate, begun.fine, FINE * tolerance);
  const state = () => ({ passed, worst, coarse: coarse.kept(), fine: fine.kept() });
  for (let iteration = passed + (passed < 0 ? 1 : every); iteration <= steps; iteration += every) {
    for (const run of [coarse, fine]) {
      while (run.reached() < iteration) {
        run.stride();
        yield { point: null, state: state() };
      }
    }
    const parameters = fine.at(iteration);
    const { loss, predictions } = kernel.value(parameters);
    const difference = Math.abs(kernel.value(coarse.at(iteration)).loss - loss);
    worst = Math.max(worst, loss > 0 ? difference / loss : 0);
    passed = iteration;
    const relative = Math.max(2 * worst, (FINE * tolerance) / 10);
    const error = relative * loss + roundingOf(loss, kernel.rounding);
    yield { point: { iteration, loss, predictions, parameters, error }, state: state() };
  }
}

/** The loss of m residuals that are each off by `rounding`, at most. */
function roundingOf(loss: number, rounding: number): number {
  return rounding * (Math.sqrt(2 * loss) + rounding);
}

function beginning(kernel: TrainingKernel, theta: Float64Array): FollowedState {
  const start = strideStart(kernel, theta);
  return { passed: -1, worst: 0, coarse: start, fine: start };
}

function requireSense(learningRate: number, { every, steps, tolerance }: Following): void {
  const fail = (expected: string, got: number) => {
    throw new BadInput(`followedDescent: expected ${expected}, got ${got}`);
  };
  if (!(learningRate > 0 && learningRate < Number.POSITIVE_INFINITY)) fail('a learning rate > 0', learningRate);
  if (!Number.isInteger(every) || every < 1) fail('an integer every >= 1', every);
  if (!Number.isInteger(steps) || steps < 0) fail('an integer steps >= 0', steps);
  if (!(tolerance > 0 && tolerance <= 1e-2)) fail('a tolerance in (0, 1e-2]', tolerance);
}

/** One run. What is kept is the state before its last stride, which is taken again when the run goes on. */
function follower(kernel: TrainingKernel, learningRate: number, from: StrideState, tolerance: number) {
  let before = from;
  let last: Stride = { state: from, at: () => from.parameters };
  return {
    reached: () => last.state.iteration,
    at: (iteration: number) => last.at(iteration),
    kept: () => before,
    stride() {
      before = last.state;
      last = stride(kernel, learningRate, before, tolerance);
    },
  };
}
