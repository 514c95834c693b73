/** What the draws of a trend say: a slope on logarithmic scales and a constant, each with Student's interval. */
import type { TrendLaw } from '../claim/statistical-law.js';
import type { IntervalEvidence, TrendEvidence } from '../claim/verdict.js';
import { studentQuantile } from '../numeric/confidence.js';
import type { SampleGroup } from './draw-samples.js';
import type { Found } from './statistical-evidence.js';

/** Rounding of means and logarithms, where the draws do not vary at all. */
const ROUNDING = 1e-9;

export function judgeTrend(law: TrendLaw, groups: readonly SampleGroup[], oneIn: number): Found {
  const { rungs, predicted, resolution, variable } = law;
  const means = groups.map(({ values }) => meanOf(values));
  const rows = rungs.map((x, k) => ({
    x,
    draws: groups[k]!.values.length,
    mean: means[k]!.mean,
    error: means[k]!.error,
  }));
  const undecided = (failure: string): Found => ({ frequencies: [], trend: null, margin: null, failure, broken: null });
  const few = rows.find(({ draws }) => draws < 2);
  if (rungs.length < 2 || few !== undefined) return undecided('expected at least two rungs, with two draws each');
  const flat = rows.find(({ mean }) => !(mean > 0));
  if (flat !== undefined) return undecided(`the mean at ${variable} = ${flat.x} is ${flat.mean}: it has no logarithm`);

  const at = rungs.map(Math.log);
  const centre = at.reduce((a, b) => a + b) / at.length;
  const spread = at.reduce((total, x) => total + (x - centre) ** 2, 0);
  const power = intervalOf(
    rows.map(({ mean, error, draws }, k) => {
      const weight = (at[k]! - centre) / spread;
      return { part: weight * Math.log(mean), error: (weight * error) / mean, draws };
    }),
    predicted.power,
    oneIn,
  );
  const { constant: c } = predicted;
  const constant =
    c === null
      ? null
      : intervalOf(
          rows.map(({ x, mean, error, draws }) => {
            const scale = c * x ** predicted.power * rows.length;
            return { part: mean / scale, error: error / scale, draws };
          }),
          1,
          oneIn,
        );
  const trend: TrendEvidence = { variable, rungs: rows, power, constant };
  const worst = constant !== null && marginOf(constant) < marginOf(power) ? constant : power;
  const wide =
    power.halfWidth > resolution.power
      ? `the power is known to ± ${power.halfWidth.toPrecision(2)} only, ± ${resolution.power} is asked for`
      : constant !== null && constant.halfWidth > resolution.constant
        ? `the constant is known to ± ${constant.halfWidth.toPrecision(2)} only, ± ${resolution.constant} is asked for`
        : null;
  const margin = marginOf(worst);
  const broken = margin < -ROUNDING;
  return {
    frequencies: [],
    trend,
    margin,
    // What is rejected is rejected, however wide the interval is.
    failure: broken ? null : wide,
    broken: broken
      ? {
          margin: margin.toPrecision(6),
          shape: {
            regime: worst === power ? 'power' : 'constant',
            estimate: worst.estimate,
            predicted: worst.predicted,
          },
          values: trend,
        }
      : null,
  };
}

/** How much of the half-width is left: negative where the prediction lies outside. */
const marginOf = ({ estimate, predicted, halfWidth }: IntervalEvidence): number =>
  halfWidth - Math.abs(estimate - predicted);

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
  oneIn: number,
): IntervalEvidence {
  const estimate = parts.reduce((total, { part }) => total + part, 0);
  const variance = parts.reduce((total, { error }) => total + error ** 2, 0);
  if (variance === 0) return { estimate, halfWidth: 0, predicted };
  const freedom = variance ** 2 / parts.reduce((total, { error, draws }) => total + error ** 4 / (draws - 1), 0);
  return { estimate, halfWidth: studentQuantile(0.5 / oneIn, freedom) * Math.sqrt(variance), predicted };
}
