/**
 * Training runs of Figures 1, 2, 4 and 6 (Appendix D): the periodic ansatz with Haar-random U_l and H = diag(+h, -h) with tr H² = d² - 1,
 * Z = 1, theta(0) = 0, m orthonormal random inputs, half of the labels +1 and half -1, steps of 1e-3/p. One iteration is the time 1e-3/m on the
 * clock of Lemma 4.1; the run with p = infinity is the asymptotic flow on that clock from a random start.
 */
import {
  balancedLevels,
  type Case,
  type CaseResult,
  cosineSineAnsatz,
  followedDescent,
  type GaugeProblem,
  type Measured,
  orthonormalFlow,
  orthonormalStates,
  type PlotPoint,
  type Random,
  randomStart,
  type TrainingKernel,
  trainingKernel,
  trainingStep,
} from '../../src/index.js';
import { bySetting, labelsOf, rounded } from './runs.js';

export type TrainingSetting = {
  readonly dimension: number;
  /** Null: the asymptotic flow. */
  readonly parameters: number | null;
  readonly samples: number;
  readonly gamma: number;
  readonly iterations: number;
  /** Numbers are kept at iterations 0, every, 2 every, ... */
  readonly every: number;
  /** The learning rate times p. */
  readonly step: number;
  /** One by one, or followed by strides to one part in 10^4 of the loss. */
  readonly descent: 'discrete' | 'flow';
};

export type TrainingOutcome = {
  readonly losses: readonly number[];
  /** Of the first sample. */
  readonly predictions: readonly number[];
};

export type TrainingResult = CaseResult<TrainingSetting, TrainingOutcome>;

export const STEP = 1e-3;

export const trainingSetting = (
  dimension: number,
  parameters: number | null,
  gamma: number,
  iterations: number,
  more: Partial<TrainingSetting> = {},
): TrainingSetting => ({
  dimension,
  parameters,
  samples: 4,
  gamma,
  iterations,
  every: 50,
  step: STEP,
  descent: 'discrete',
  ...more,
});

/** One case per run. */
export const runsOf = (setting: TrainingSetting, runs: number): readonly Case<TrainingSetting>[] =>
  Array.from({ length: runs }, (_, k) => ({
    name: `${nameOf(setting)}, run ${k + 1}`,
    setting,
    weight: setting.parameters === null ? 1 : costOf(setting),
  }));

/** Microseconds, about. */
function costOf({ dimension, parameters, iterations, descent }: TrainingSetting): number {
  return (iterations * (parameters ?? 1) * dimension ** 2 * (descent === 'flow' ? 0.1 : 1)) / 1e5;
}

export function nameOf({
  dimension,
  parameters,
  gamma,
  samples,
  step,
  iterations,
  every,
  descent,
}: TrainingSetting): string {
  const parts = [
    `d=${dimension}`,
    `p=${parameters ?? '∞'}`,
    `γ=${gamma}`,
    ...(samples === 4 ? [] : [`m=${samples}`]),
    `${iterations} iterations by ${every}`,
    ...(step === STEP ? [] : [`steps of ${step}/p`]),
    ...(descent === 'flow' ? ['followed'] : []),
  ];
  return parts.join(', ');
}

export function runTraining(setting: TrainingSetting, random: Random): TrainingOutcome {
  const points = setting.parameters === null ? flowPoints(setting, random) : [...descentPoints(setting, random)];
  return {
    losses: points.map(({ loss }) => rounded(loss)),
    predictions: points.map(({ prediction }) => rounded(prediction)),
  };
}

interface Point {
  readonly loss: number;
  readonly prediction: number;
}

/** A followed loss is within this part of that of the iterations. */
const TOLERANCE = 1e-4;

function* descentPoints(setting: TrainingSetting, random: Random): Generator<Point> {
  const problem = problemOf(setting, random);
  const kernel = trainingKernel(problem);
  for (const theta of anglesOf(setting, kernel)) {
    const { loss, predictions } = kernel.value(theta);
    yield { loss, prediction: predictions[0]! };
  }
}

/** The run's circuit, inputs and labels. */
export function problemOf({ dimension, samples, gamma, parameters }: TrainingSetting, random: Random): GaugeProblem {
  return {
    ansatz: cosineSineAnsatz(dimension, parameters!, random.split('circuit')),
    inputs: orthonormalStates(dimension, samples, random.split('inputs')),
    labels: labelsOf(samples),
    gamma,
  };
}

/** theta at iterations 0, every, 2 every, ...; good until the next. */
export function* anglesOf(setting: TrainingSetting, kernel: TrainingKernel): Generator<Float64Array> {
  const { iterations, every, step, descent } = setting;
  const p = setting.parameters!;
  const theta = new Float64Array(p);
  if (descent === 'flow') {
    const following = { every, steps: iterations, tolerance: TOLERANCE };
    for (const { point } of followedDescent(kernel, step / p, theta, following))
      if (point !== null) yield point.parameters;
    return;
  }
  const gradient = new Float64Array(p);
  for (let iteration = 0; iteration <= iterations; iteration++) {
    if (iteration % every === 0) yield theta;
    if (iteration < iterations) trainingStep(kernel, theta, gradient, step / p);
  }
}

/** Of the flow: starts scatter by more than 1e-2. */
const FLOW_TOLERANCE = 1e-6;

function flowPoints({ dimension, samples, gamma, iterations, every, step }: TrainingSetting, random: Random): Point[] {
  const labels = labelsOf(samples);
  const { entries } = randomStart(balancedLevels(dimension, gamma), labels, random);
  const sampling = { every: (every * step) / samples, count: iterations / every, tolerance: FLOW_TOLERANCE };
  return [...orthonormalFlow({ entries, gamma, labels }, sampling)].map(({ loss, predictions }) => ({
    loss,
    prediction: predictions[0]!,
  }));
}

/** All runs of a setting together. */
export interface TrainingGroup {
  readonly setting: TrainingSetting;
  readonly name: string;
  readonly outcomes: readonly TrainingOutcome[];
}

export const trainingGroups = (results: readonly TrainingResult[]): readonly TrainingGroup[] =>
  bySetting(results).map((group) => ({
    setting: group[0]!.setting,
    name: nameOf(group[0]!.setting),
    outcomes: group.map(({ outcome }) => outcome),
  }));

/** What is said of the groups one by one. */
export const ofGroups =
  (said: (group: TrainingGroup) => readonly Measured[]) =>
  (results: readonly TrainingResult[]): readonly Measured[] =>
    trainingGroups(results).flatMap(said);

/** -d ln L per iteration, over a part of the run. */
export function rateBetween(
  { setting: { every } }: TrainingGroup,
  { losses }: TrainingOutcome,
  from: number,
  to: number,
): number {
  return Math.log(losses[from / every]! / losses[to / every]!) / (to - from);
}

/** How much slower ln L falls over the last quarter of the run than over the first. */
export const flattening = (group: TrainingGroup): readonly number[] => {
  const { iterations } = group.setting;
  const quarter = iterations / 4;
  return group.outcomes.map(
    (outcome) =>
      rateBetween(group, outcome, iterations - quarter, iterations) / rateBetween(group, outcome, 0, quarter),
  );
};

export const lastLosses = ({ outcomes }: TrainingGroup): readonly number[] =>
  outcomes.map(({ losses }) => losses.at(-1)!);

/** The mean loss at some points of the run, with error bars of half a standard deviation where they do not reach zero. */
export function meanCurve({ setting: { every, iterations }, outcomes }: TrainingGroup, points = 50): PlotPoint[] {
  const stride = Math.max(1, Math.round(iterations / every / points));
  return outcomes[0]!.losses.flatMap((_, k): PlotPoint[] => {
    if (k % stride !== 0) return [];
    const values = outcomes.map(({ losses }) => losses[k]!);
    const y = values.reduce((sum, value) => sum + value, 0) / values.length;
    const half = Math.sqrt(values.reduce((sum, value) => sum + (value - y) ** 2, 0) / (values.length - 1)) / 2;
    return [{ x: k * every, y, low: Math.max(y - half, y / 10), high: y + half }];
  });
}
