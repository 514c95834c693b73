/**
 * The asymptotic flow from random starts, as in Figures 3 and 5: m orthonormal inputs, half of the labels +1 and half -1, and M(0)
 * a Haar-random conjugate of diag(+gamma, -gamma). What such a start is to m inputs is drawn directly in m x m, by its law, so that
 * d = 2^20 costs what d = 64 costs; the flow is followed there too.
 */
import {
  balancedLevels,
  type Case,
  type CaseResult,
  type ComplexMatrix,
  eigenvaluesOf,
  type Interval,
  type Measured,
  meanOf,
  orthonormalFlow,
  orthonormalKernel,
  type PlotPoint,
  type Random,
  randomStart,
} from '../../src/index.js';
import { bySetting, labelsOf, rounded } from './runs.js';

export type FlowSetting = {
  readonly dimension: number;
  readonly samples: number;
  readonly gamma: number;
  /** The end, in units of 1/gamma² on the clock of Lemma 4.1; 0 stays at the start. */
  readonly horizon: number;
  /** So many random starts. */
  readonly starts: number;
};

/** A number for each start. */
export type FlowOutcome = {
  /** lambda_min(Kasym) at the start and at the end, and the least on the way. */
  readonly start: readonly number[];
  readonly end: readonly number[];
  readonly least: readonly number[];
  /** |Kasym(end) - Kasym(0)| / |Kasym(0)|, by norm, and the same of lambda_min. */
  readonly frobenius: readonly number[];
  readonly operator: readonly number[];
  readonly smallest: readonly number[];
};

export type FlowResult = CaseResult<FlowSetting, FlowOutcome>;

/** Losses fall by more than 1e-10 until then where lambda_min is at least gamma². */
const CONVERGED = 12;

/** Kernels on the way that are looked at, the start included. */
const LOOKS = 9;

/** Of the flow: eigenvalues at the end are off by less than 1e-6, starts scatter by more than 1e-2 (d up to 1000). */
const TOLERANCE = 1e-5;

export const flowSetting = (
  dimension: number,
  samples: number,
  gamma: number,
  horizon = CONVERGED,
): Omit<FlowSetting, 'starts'> => ({ dimension, samples, gamma, horizon });

/** Random starts of one setting in blocks, so that workers can share them. */
export function startsOf(setting: Omit<FlowSetting, 'starts'>, starts: number): readonly Case<FlowSetting>[] {
  const block = starts > 50 ? 25 : starts;
  const weight = (block * setting.samples ** 3) / 1e5;
  return Array.from({ length: Math.ceil(starts / block) }, (_, k) => ({
    name: `${nameOf(setting)}, ${block} starts, block ${k + 1}`,
    setting: { ...setting, starts: block },
    weight,
  }));
}

function nameOf({ dimension, samples, gamma, horizon }: Omit<FlowSetting, 'starts'>): string {
  const size = Number.isInteger(Math.log2(dimension)) && dimension > 4096 ? `2^${Math.log2(dimension)}` : dimension;
  return `d=${size}, m=${samples}, γ=${gamma}${horizon === CONVERGED ? '' : `, until ${horizon}/γ²`}`;
}

export function runFlow(setting: FlowSetting, random: Random): FlowOutcome {
  const runs = Array.from({ length: setting.starts }, () => runStart(setting, random));
  const each = (key: keyof (typeof runs)[number]) => runs.map((run) => rounded(run[key]));
  return {
    start: each('start'),
    end: each('end'),
    least: each('least'),
    frobenius: each('frobenius'),
    operator: each('operator'),
    smallest: each('smallest'),
  };
}

function runStart({ dimension, samples, gamma, horizon }: FlowSetting, random: Random) {
  const labels = labelsOf(samples);
  const { entries } = randomStart(balancedLevels(dimension, gamma), labels, random);
  const count = LOOKS - 1;
  const every = horizon / gamma ** 2 / count;
  const sampling =
    horizon === 0 ? { every: 1, count: 0, tolerance: TOLERANCE } : { every, count, tolerance: TOLERANCE };
  const kernels = [...orthonormalFlow({ entries, gamma, labels }, sampling)].map((point) =>
    orthonormalKernel(gamma, point.entries),
  );
  const [first, last] = [kernels[0]!, kernels.at(-1)!];
  const smallest = kernels.map((kernel) => eigenvaluesOf(kernel)[0]!);
  const [start, end] = [smallest[0]!, smallest.at(-1)!];
  const [change, size] = [norms(difference(last, first)), norms(first)];
  return {
    start,
    end,
    least: Math.min(...smallest),
    frobenius: change.frobenius / size.frobenius,
    operator: change.operator / size.operator,
    smallest: Math.abs(end - start) / start,
  };
}

function norms(a: ComplexMatrix): { readonly frobenius: number; readonly operator: number } {
  const values = eigenvaluesOf(a);
  return { frobenius: Math.hypot(...values), operator: Math.max(...values.map(Math.abs)) };
}

const difference = (a: ComplexMatrix, b: ComplexMatrix): ComplexMatrix => ({
  ...a,
  re: a.re.map((x, k) => x - b.re[k]!),
  im: a.im.map((x, k) => x - b.im[k]!),
});

/** All starts of a setting together. */
export interface FlowGroup {
  readonly setting: FlowSetting;
  readonly name: string;
  values(key: keyof FlowOutcome): readonly number[];
}

export const groupsOf = (results: readonly FlowResult[]): readonly FlowGroup[] =>
  bySetting(results).map((group) => ({
    setting: group[0]!.setting,
    name: nameOf(group[0]!.setting),
    values: (key) => group.flatMap(({ outcome }) => outcome[key]),
  }));

/** The quotient of two independent means, by the ends of their intervals. */
export function quotientOf(a: readonly number[], b: readonly number[]): Interval {
  const [above, below] = [meanOf(a), meanOf(b)];
  return {
    estimate: above.estimate / below.estimate,
    low: above.low / below.high,
    high: above.high / below.low,
    runs: above.runs + below.runs,
  };
}

/** The mean, with an error bar of half a standard deviation as in the paper. */
export function pointOf(x: number, values: readonly number[]): PlotPoint {
  const y = values.reduce((sum, value) => sum + value, 0) / values.length;
  const half = Math.sqrt(values.reduce((sum, value) => sum + (value - y) ** 2, 0) / (values.length - 1)) / 2;
  return { x, y, low: y - half, high: y + half };
}

/** What is said of the groups one by one. */
export const ofEach =
  (said: (group: FlowGroup) => readonly Measured[]) =>
  (results: readonly FlowResult[]): readonly Measured[] =>
    groupsOf(results).flatMap(said);

/** What is said of the groups two by two, in the order of the cases. */
export const ofPairs =
  (said: (first: FlowGroup, second: FlowGroup) => readonly Measured[]) =>
  (results: readonly FlowResult[]): readonly Measured[] => {
    const groups = groupsOf(results);
    return groups.flatMap((first, k) => (k % 2 === 0 ? said(first, groups[k + 1]!) : []));
  };
