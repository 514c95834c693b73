import { descentCurvature } from '../dynamics/curvature.js';
import { followedDescent } from '../dynamics/followed-descent.js';
import { NotFinite } from '../dynamics/strides.js';
import { trainingKernel } from '../dynamics/training-kernel.js';
import { trainingProblem } from '../dynamics/training-problem.js';
import { BadInput } from '../numeric/bad-input.js';
import type { Instance } from '../quantum/instance.js';
import { shortNumber } from '../report/text-table.js';
import type { RunState } from './run-state.js';
import { descentTrajectory, requireDescent, type TrajectoryPoint } from './trajectory.js';

export interface FollowedOptions {
  readonly steps: number;
  readonly every: number;
  readonly tolerance: number;
  /** Where the run is kept, and gone on with. */
  readonly kept: RunState | null;
  /** One line for people who wonder. */
  readonly say: (line: string) => void;
}

/** Learning rate times largest curvature: beyond this iterates are no longer smooth enough for strides to gain much. */
const SMALL = 0.5;

/**
 * Gradient descent at iterations 0, every, 2 every, ... up to `steps` by strides, each with the estimated error of its loss; null for a
 * stride in between. Where steps are not small beside the curvature it says so and takes every iteration.
 */
export function* followedTrajectory(
  instance: Instance,
  file: string,
  { steps, every, tolerance, kept, say }: FollowedOptions,
): Generator<TrajectoryPoint | null> {
  const learningRate = requireDescent(instance, file);
  if (!(learningRate > 0)) throw new BadInput(`${file}: learningRate: expected a number > 0, got ${learningRate}`);
  const problem = trainingProblem(instance);
  const kernel = trainingKernel(problem);
  const before = kept?.read() ?? null;
  const stiffness = before === null ? learningRate * descentCurvature(problem, instance.parameters) : 0;
  if (stiffness > SMALL) {
    const size = shortNumber(stiffness);
    say(`learningRate times the largest curvature is ${size}, more than ${SMALL}: running the discrete descent`);
    for (const point of descentTrajectory(instance, file, steps, every)) yield point && { ...point, error: 0 };
    return;
  }
  if (before !== null) say(`going on after iteration ${before.passed}, from ${kept!.path}`);
  let state = before;
  try {
    for (const step of followedDescent(kernel, learningRate, before ?? instance.parameters, {
      steps,
      every,
      tolerance,
    })) {
      state = step.state;
      kept?.keep(state, step.point !== null);
      yield step.point === null ? null : { at: step.point.iteration, ...step.point };
    }
    if (state !== null) kept?.write(state);
  } catch (error) {
    if (!(error instanceof NotFinite)) throw error;
    if (state !== null) kept?.write(state);
    const where = kept === null || state === null ? '' : `; the last good state is kept in ${kept.path}`;
    throw new BadInput(`${file}: ${error.message}${seedText(instance)}${where}`);
  }
}

/** What else has to be known to see it again. */
function seedText({ document }: Instance): string {
  const { ansatz } = document;
  return typeof ansatz === 'object' && 'seed' in ansatz ? ` (seed ${ansatz.seed})` : '';
}
