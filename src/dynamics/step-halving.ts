import { BadInput } from '../numeric/bad-input.js';

/** A one-step method of order 4 for an autonomous flow. */
export interface OneStepMethod<S> {
  readonly step: (state: S, h: number) => S;
  readonly distance: (a: S, b: S) => number;
  /** A bound for the rounding error of one step, as a distance: the step length is not driven below what it allows. */
  readonly rounding: number;
}

export interface Sampling {
  /** Time between two points, > 0. */
  readonly every: number;
  /** The points are at times 0, every, ..., count * every. */
  readonly count: number;
  /** What the local errors may add up to over the whole time, as a distance. */
  readonly tolerance: number;
}

export interface SampledState<S> {
  readonly time: number;
  readonly state: S;
  /** Estimated distance from the exact flow: an estimate by step halving, not a bound. */
  readonly error: number;
}

/** Both solutions have order 4, so the coarse one is 2^4 times as far off as the fine one. */
const COARSE_TO_FINE = 2 ** 4 - 1;

/**
 * Integrates with step lengths chosen to keep the local error within the tolerance, and follows the same path twice: with steps h
 * and with steps h/2. The finer state is yielded; a fifteenth of the distance between the two is its global error estimate.
 * After each step between two points null is yielded, so that a caller with other duties may attend to them.
 */
export function* sampleFlowWithPauses<S>(
  method: OneStepMethod<S>,
  initial: S,
  sampling: Sampling,
): Generator<SampledState<S> | null> {
  const { every, count, tolerance } = sampling;
  if (!(every > 0) || !Number.isInteger(count) || count < 0 || !(tolerance > 0)) {
    throw new BadInput(
      `flow: expected every > 0, an integer count >= 0 and tolerance > 0, got ${every}, ${count} and ${tolerance}`,
    );
  }
  let fine = initial;
  let coarse = initial;
  let proposed = every;
  yield { time: 0, state: fine, error: 0 };
  for (let k = 1; k <= count; k++) {
    for (let left = every; left > 0; ) {
      const h = proposed >= left ? left : Math.min(proposed, left / 2);
      const next = method.step(method.step(fine, h / 2), h / 2);
      const local = method.distance(method.step(fine, h), next) / COARSE_TO_FINE;
      const allowed = Math.max((tolerance * h) / (every * count), method.rounding);
      if (!(local <= allowed) && h > every * Number.EPSILON) {
        proposed = h * Math.max(0.1, 0.9 * (allowed / local) ** 0.25 || 0.1);
        continue;
      }
      coarse = method.step(coarse, h);
      fine = next;
      left = h === left ? 0 : left - h;
      const longer = h * Math.min(4, 0.9 * (allowed / local) ** 0.25);
      proposed = h < proposed ? Math.max(proposed, longer) : longer;
      if (left > 0) yield null;
    }
    const error = method.distance(coarse, fine) / COARSE_TO_FINE + method.rounding;
    yield { time: k * every, state: fine, error };
  }
}

/** The points alone. */
export function* withoutPauses<Point>(points: Iterable<Point | null>): Generator<Point> {
  for (const point of points) {
    if (point !== null) yield point;
  }
}
