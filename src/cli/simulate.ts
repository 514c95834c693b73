import { BadInput } from '../numeric/bad-input.js';
import type { Instance } from '../quantum/instance.js';
import { shortNumber } from '../report/text-table.js';
import { followedTrajectory } from './followed-trajectory.js';
import { readInstance } from './instance-source.js';
import { choiceOption, integerOption, positiveOption, readArguments } from './options.js';
import { heading, pacer, print } from './output.js';
import { runState } from './run-state.js';
import { asymptoticTrajectory, descentTrajectory, type TrajectoryPoint } from './trajectory.js';

export const name = 'simulate';

export const summary = 'gradient descent of one instance, or its asymptotic flow';

export const usage = `Usage: kasym simulate FILE --steps N [--every K] [--json]
       kasym simulate FILE --steps N --descent flow [--tolerance T] [--every K] [--state STATE] [--json]
       kasym simulate FILE --flow asymptotic --time T [--every DT] [--json]

Gradient descent with the file's learningRate, from its parameters (default zeros): iteration 0 and
then every K-th up to N. Or the asymptotic flow dM/dt = sum_j r_j [M, [M, rho_j]] (Eq. 10) from the
file's M(theta), at the times 0, DT, 2 DT, ... up to T, on the clock of Lemma 4.1 (eta = m/(pZ)).

  FILE        an instance file (JSON), or - for stdin
  --steps N   iterations of gradient descent
  --flow F    descent (default) or asymptotic
  --descent D discrete (default): every iteration; or flow: the same iterations by strides along the
              smooth path that they lie on, tens of times fewer gradients, with an estimate of the error
              of each loss. Where a step is not small beside the curvature it says so and is discrete
  --tolerance T  of --descent flow, for the loss, relative: above 0, at most 1e-2 (default 1e-6)
  --state STATE  of --descent flow: a file that keeps the run; the same command goes on from it
  --time T    how long to follow the asymptotic flow
  --every K   iterations (default 1) or time (default T) from one printed line to the next
  --json      JSON Lines: {"iteration" or "time", "loss", "predictions"}, with all digits; with
              --descent flow also "error"
  --help      this text

Examples: kasym simulate fixtures/instances/orthonormal-pure.json --steps 1000 --every 100
          kasym simulate fixtures/training/sixteen-levels.json --steps 10000 --every 1000 --descent flow
`;

export async function run(argv: readonly string[]): Promise<number> {
  const { flags, values, operands } = readArguments(argv, {
    command: name,
    flags: ['json'],
    values: ['steps', 'every', 'flow', 'time', 'descent', 'tolerance', 'state'],
    operands: { name: 'FILE', min: 1, max: 1 },
  });
  const flow = choiceOption('--flow', values.flow ?? 'descent', ['descent', 'asymptotic']);
  const trajectoryOf = flow === 'descent' ? readDescent(values) : readAsymptotic(values);
  const instance = await readInstance(operands[0]);

  const pace = pacer();
  const clock = flow === 'descent' ? 'iteration' : 'time';
  let printed = false;
  for (const point of trajectoryOf(instance, operands[0])) {
    await pace();
    if (point === null) continue;
    if (!flags.json && !printed) await print(headerLine(clock, point));
    printed = true;
    await print(flags.json ? jsonLine(clock, point) : readableLine(point));
  }
  return 0;
}

type Trajectory = (instance: Instance, file: string) => Iterable<TrajectoryPoint | null>;

type Values = Readonly<
  Record<'steps' | 'every' | 'flow' | 'time' | 'descent' | 'tolerance' | 'state', string | undefined>
>;

function readDescent({ steps, every, time, descent, tolerance, state }: Values): Trajectory {
  if (time !== undefined) throw new BadInput('--time: belongs to --flow asymptotic; gradient descent takes --steps');
  if (steps === undefined) throw new BadInput('--steps: expected the number of iterations, e.g. --steps 1000');
  const count = integerOption('--steps', steps, 0);
  const stride = integerOption('--every', every ?? '1', 1);
  if (choiceOption('--descent', descent ?? 'discrete', ['discrete', 'flow']) === 'flow') {
    const accuracy = toleranceOption(tolerance ?? '1e-6');
    return (instance, file) =>
      followedTrajectory(instance, file, {
        steps: count,
        every: stride,
        tolerance: accuracy,
        kept: state === undefined ? null : runState(state, [instance.document, stride, accuracy]),
        say: (line) => void process.stderr.write(`kasym: ${file}: ${line}\n`),
      });
  }
  for (const [option, value] of Object.entries({ tolerance, state })) {
    if (value !== undefined) throw new BadInput(`--${option}: belongs to --descent flow`);
  }
  return (instance, file) => descentTrajectory(instance, file, count, stride);
}

function toleranceOption(text: string): number {
  const value = positiveOption('--tolerance', text);
  if (value > 1e-2) throw new BadInput(`--tolerance: expected at most 1e-2, got ${text}`);
  return value;
}

function readAsymptotic({ steps, every, time, ...others }: Values): Trajectory {
  if (steps !== undefined) throw new BadInput('--steps: belongs to gradient descent; --flow asymptotic takes --time');
  for (const option of ['descent', 'tolerance', 'state'] as const) {
    if (others[option] !== undefined) throw new BadInput(`--${option}: belongs to gradient descent`);
  }
  if (time === undefined) throw new BadInput('--time: expected how long to follow the flow, e.g. --time 5');
  const end = positiveOption('--time', time);
  const stride = positiveOption('--every', every ?? time);
  if (stride > end) throw new BadInput(`--every: expected at most --time ${time}, got ${every}`);
  return (instance, file) => asymptoticTrajectory(instance, file, end, stride);
}

function jsonLine(clock: string, { at, loss, predictions, error }: TrajectoryPoint): string {
  return `${JSON.stringify({ [clock]: at, loss, predictions: [...predictions], error })}\n`;
}

/** Lines are printed as they come, so the columns have a fixed width: the longest `shortNumber`. */
const WIDTH = 12;

/** More predictions than this are left to --json. */
const PREDICTIONS_SHOWN = 6;

function headerLine(clock: string, { predictions, error }: TrajectoryPoint): string {
  const names = Array.from(predictions.subarray(0, PREDICTIONS_SHOWN), (_, j) => `yhat_${j + 1}`);
  return `${heading(columns([clock, 'loss', ...(error === undefined ? [] : ['error']), ...names], predictions.length))}\n`;
}

function readableLine({ at, loss, predictions, error }: TrajectoryPoint): string {
  const shown = [at, loss, ...(error === undefined ? [] : [error]), ...predictions.subarray(0, PREDICTIONS_SHOWN)].map(
    shortNumber,
  );
  return `${columns(shown, predictions.length)}\n`;
}

function columns(cells: readonly string[], predictionCount: number): string {
  const line = cells.map((cell) => cell.padStart(WIDTH)).join('  ');
  return predictionCount > PREDICTIONS_SHOWN ? `${line}  ...` : line;
}
