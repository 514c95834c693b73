/** Numbers with confidence intervals, and what is said of them. */
import { BadInput } from '../numeric/bad-input.js';
import { type Bounds, clopperPearson, studentQuantile } from '../numeric/confidence.js';

/** A number with a confidence interval, and what is said of it. */
export interface Measured {
  readonly what: string;
  readonly estimate: number;
  readonly low: number;
  readonly high: number;
  /** So many independent runs. */
  readonly runs: number;
  /** At least, or at most, this. */
  readonly relation: '>=' | '<=';
  readonly bound: number;
}

/** Each end of an interval is passed with at most this probability. */
const TAIL = 5e-4;

export type Interval = Pick<Measured, 'estimate' | 'low' | 'high' | 'runs'>;

/** The mean of independent values with Student's interval of 99.9 %. Throws BadInput for fewer than two. */
export function meanOf(values: readonly number[]): Interval {
  const n = values.length;
  if (n < 2) throw new BadInput(`meanOf: expected at least two runs, got ${n}`);
  const estimate = values.reduce((sum, x) => sum + x, 0) / n;
  const variance = values.reduce((sum, x) => sum + (x - estimate) ** 2, 0) / (n - 1);
  const reach = studentQuantile(TAIL, n - 1) * Math.sqrt(variance / n);
  return { estimate, low: estimate - reach, high: estimate + reach, runs: n };
}

/** The probability of what happened so often, with the exact interval of 99.9 %. */
export function shareOf(happened: readonly boolean[]): Interval {
  const [n, count] = [happened.length, happened.filter(Boolean).length];
  const { lower, upper }: Bounds = clopperPearson(count, n, TAIL);
  return { estimate: count / n, low: lower, high: upper, runs: n };
}

export const atLeast = (what: string, interval: Interval, bound: number): Measured => ({
  what,
  ...interval,
  relation: '>=',
  bound,
});

export const atMost = (what: string, interval: Interval, bound: number): Measured => ({
  what,
  ...interval,
  relation: '<=',
  bound,
});

export const within = (what: string, interval: Interval, [low, high]: readonly [number, number]): Measured[] => [
  atLeast(what, interval, low),
  atMost(what, interval, high),
];

/** `holds` and `fails` where the whole interval lies on one side. */
export type Side = 'holds' | 'fails' | 'open';

export function sideOf({ low, high, relation, bound }: Measured): Side {
  const [worst, best] = relation === '>=' ? [low - bound, high - bound] : [bound - high, bound - low];
  return worst >= 0 ? 'holds' : best < 0 ? 'fails' : 'open';
}
