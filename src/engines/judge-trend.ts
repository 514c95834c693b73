/** What the draws of a trend say: a slope on logarithmic scales and a constant, each with Student's interval. */
import type { TrendLaw } from '../claim/statistical-law.js';
import type { IntervalEvidence, TrendEvidence } from '../claim/verdict.js';
import { studentQuantile } from '../numeric/confidence.js';
import type { SampleGroup } from './draw-samples.js';
import type { Found } from './statistical-evidence.js';

/** Rounding of means and logarithms, where the draws do not vary at all. */
const ROUNDING = 1e-9;

export function judgeTrend(law: TrendLaw, groups: readonly SampleGroup[], oneIn: number): Found {
  const { rungs, resolution, variable } = law;
  const rows = rungs.map((x, k): Rung => ({ x, draws: groups[k]!.values.length, ...meanOf(groups[k]!.values) }));
  if (rungs.length < 2 || rows.some(({ draws }) => draws < 2)) {
    const failure = 'expected at least two rungs, with two draws each';
    return { frequencies: [], trend: null, margin: null, failure, broken: null };
  }
  const flat = rows.find(({ mean }) => !(mean > 0));
  const power = flat === undefined ? powerOf(law, rows, oneIn) : null;
  const constant = constantOf(law, rows, oneIn);
  const intervals = [
    ...(power === null ? [] : [{ name: 'power', ...power, finest: resolution.power }]),
    ...(constant === null ? [] : [{ name: 'constant', ...constant, finest: resolution.constant }]),
  ];
  const worst = intervals.reduce<(typeof intervals)[number] | null>(
    (low, one) => (low === null || marginOf(one) < marginOf(low) ? one : low),
    null,
  );
  const wide = intervals.find(({ halfWidth, finest }) => halfWidth > finest);
  const trend: TrendEvidence = { variable, rungs: rows, power, constant };
  const margin = worst === null ? null : marginOf(worst);
  // What is rejected is rejected, however wide the interval is.
  if (worst !== null && margin !== null && margin < -ROUNDING) {
    const shape = { regime: worst.name, estimate: worst.estimate, predicted: worst.predicted };
    return {
      frequencies: [],
      trend,
      margin,
      failure: null,
      broken: { margin: margin.toPrecision(6), shape, values: trend },
    };
  }
  const failure =
    flat !== undefined
      ? `the mean at ${variable} = ${flat.x} is ${flat.mean}: it has no logarithm`
      : wide !== undefined
        ? `the ${wide.name} is known to ± ${wide.halfWidth.toPrecision(2)} only, ± ${wide.finest} is asked for`
        : null;
  return { frequencies: [], trend, margin, failure, broken: null };
}

type Rung = TrendEvidence['rungs'][number];

/** The slope of ln(mean) over ln(x), all rungs alike. */
function powerOf({ predicted }: TrendLaw, rows: readonly Rung[], oneIn: number): IntervalEvidence {
  const at = rows.map(({ x }) => Math.log(x));
  const centre = at.reduce((a, b) => a + b) / at.length;
  const spread = at.reduce((total, x) => total + (x - centre) ** 2, 0);
  const parts = rows.map(({ mean, error, draws }, k) => {
    const weight = (at[k]! - centre) / spread;
    return { part: weight * Math.log(mean), error: (weight * error) / mean, draws };
  });
  return intervalOf(parts, predicted.power, predicted.within ?? 0, oneIn);
}

/** The mean of value/(constant x^power), all rungs alike. */
function constantOf({ predicted }: TrendLaw, rows: readonly Rung[], oneIn: number): IntervalEvidence | null {
  const { constant, power } = predicted;
  if (constant === null) return null;
  const parts = rows.map(({ x, mean, error, draws }) => {
    const scale = constant * x ** power * rows.length;
    return { part: mean / scale, error: error / scale, draws };
  });
  return intervalOf(parts, 1, 0, oneIn);
}

/** How much is left of the half-width, and of what is granted: negative where the prediction lies outside. */
const marginOf = ({ estimate, predicted, halfWidth, within }: IntervalEvidence): number =>
  within + halfWidth - Math.abs(estimate - predicted);

function meanOf(values: readonly number[]): { readonly mean: number; readonly error: number } {
  const mean = values.reduce((a, b) => a + b, 0) / values.length;
  const squares = values.reduce((total, x) => total + (x - mean) ** 2, 0);
  return { mean, error: Math.sqrt(squares / (values.length - 1) / values.length) };
}

/**
 * Student's interval of a sum of independent parts with estimated errors, of level 1/oneIn on both sides together; the
 * degrees of freedom are those of Welch and Satterthwaite.
 */
function intervalOf(
  parts: readonly { readonly part: number; readonly error: number; readonly draws: number }[],
  predicted: number,
  within: number,
  oneIn: number,
): IntervalEvidence {
  const estimate = parts.reduce((total, { part }) => total + part, 0);
  const variance = parts.reduce((total, { error }) => total + error ** 2, 0);
  if (variance === 0) return { estimate, halfWidth: 0, predicted, within };
  const freedom = variance ** 2 / parts.reduce((total, { error, draws }) => total + error ** 4 / (draws - 1), 0);
  return { estimate, halfWidth: studentQuantile(0.5 / oneIn, freedom) * Math.sqrt(variance), predicted, within };
}
