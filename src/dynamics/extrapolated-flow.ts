import odex from 'odex';
import { BadInput } from '../numeric/bad-input.js';
import type { SampledState, Sampling } from './step-halving.js';

/** Writes dy/dt at y to `out`. */
export type Velocity = (y: ArrayLike<number>, out: Float64Array) => void;

/**
 * A smooth, non-stiff flow in R^n by extrapolation with order and step control (ODEX): a few hundred calls of the velocity where a
 * method of order 4 needs ten thousand.
 *
 * It is followed twice, with local tolerances of a tenth and a thousandth of `tolerance`, relative and absolute. The finer states are
 * yielded, and their distance from the coarser ones (Euclidean), which is nearly all the coarser ones' own error, is the estimate of
 * `error`: an estimate, not a bound. Throws BadInput where the flow does not reach its end, because it blows up or is stiff.
 */
export function* extrapolatedFlow(
  velocity: Velocity,
  initial: ArrayLike<number>,
  sampling: Sampling,
): Generator<SampledState<Float64Array>> {
  const { every, count, tolerance } = sampling;
  if (!(every > 0) || !Number.isFinite(every) || !Number.isInteger(count) || count < 0 || !(tolerance > 0)) {
    throw new BadInput(
      `flow: expected every > 0, an integer count >= 0 and tolerance > 0, got ${every}, ${count} and ${tolerance}`,
    );
  }
  const coarse = statesOf(velocity, initial, sampling, tolerance / 10);
  const fine = statesOf(velocity, initial, sampling, tolerance / 1000);
  for (const [k, state] of fine.entries()) yield { time: k * every, state, error: distance(coarse[k], state) };
}

/** Steps this short, relative to the whole time, mean that the flow blows up. */
const SHORTEST = 1e-9;

/** Below this a local tolerance cannot be met in double precision. */
const FINEST = 1e-14;

function statesOf(
  velocity: Velocity,
  initial: ArrayLike<number>,
  { every, count }: Sampling,
  tolerance: number,
): readonly Float64Array[] {
  const states = [Float64Array.from(initial)];
  if (count === 0) return states;
  const n = initial.length;
  const out = new Float64Array(n);
  const solver = new odex.Solver(n);
  solver.absoluteTolerance = Math.max(tolerance, FINEST);
  solver.relativeTolerance = solver.absoluteTolerance;
  // Interpolation between the steps doubles the cost.
  solver.denseOutput = count > 1;
  const end = every * count;
  const { outcome } = solver.solve(
    (_, y) => {
      velocity(y, out);
      return out;
    },
    0,
    Array.from(initial),
    end,
    (step, from, time, y, interpolate) => {
      if (!y.every(Number.isFinite) || (step > 1 && time < end && time - from < SHORTEST * end)) return false;
      while (states.length <= count) {
        const at = states.length === count ? end : states.length * every;
        if (at > time) return undefined;
        states.push(
          at === time ? Float64Array.from(y) : Float64Array.from({ length: n }, (_v, i) => interpolate(i, at)),
        );
      }
      return undefined;
    },
  );
  if (outcome !== 0 || states.length !== count + 1) {
    throw new BadInput(
      `flow: expected a flow that reaches t=${end}, got one that blows up or is too stiff near t=${(states.length - 1) * every}`,
    );
  }
  return states;
}

function distance(a: Float64Array, b: Float64Array): number {
  let square = 0;
  for (let i = 0; i < a.length; i++) square += (a[i] - b[i]) ** 2;
  return Math.sqrt(square);
}
