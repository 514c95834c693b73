/** The empirical rate of convergence of one sample, and what the asymptotic dynamics says of it. */
import type { TrainingGroup, TrainingOutcome } from './training.js';

export interface RatePoint {
  /** 2(γ² - ŷ²), the mean over an interval. */
  readonly predicted: number;
  /** -d ln L/dt over it, t the clock of one sample: an iteration is the time `step`. */
  readonly rate: number;
}

/** Below this part of its start the loss is left out: there it is rounding. */
const FLOOR = 1e-20;

export function ratePoints({ setting }: TrainingGroup, { losses, predictions }: TrainingOutcome): RatePoint[] {
  const { gamma, every, step } = setting;
  const k = predictions.map((prediction) => 2 * (gamma ** 2 - prediction ** 2));
  return losses
    .slice(1)
    .flatMap((loss, i) =>
      loss < FLOOR * losses[0]!
        ? []
        : [{ predicted: (k[i]! + k[i + 1]!) / 2, rate: Math.log(losses[i]! / loss) / (every * step) }],
    );
}

/** Of each run, by least squares through the origin. */
export const slopesOf = (group: TrainingGroup): number[] =>
  group.outcomes.map((outcome) => {
    const points = ratePoints(group, outcome);
    const sum = (of: (point: RatePoint) => number): number => points.reduce((total, point) => total + of(point), 0);
    return sum(({ predicted, rate }) => predicted * rate) / sum(({ predicted }) => predicted ** 2);
  });

export const leastRates = (group: TrainingGroup): number[] =>
  group.outcomes.map((outcome) => Math.min(...ratePoints(group, outcome).map(({ rate }) => rate)));

export const rateChanges = (group: TrainingGroup): number[] =>
  group.outcomes.map((outcome) => {
    const points = ratePoints(group, outcome);
    return points.at(-1)!.rate / points[0]!.rate;
  });
