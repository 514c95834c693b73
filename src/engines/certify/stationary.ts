/**
 * Stationary points of a loss on an orbit {g = 0} in a box, and what can be said about them in intervals.
 *
 * x is one exactly where ∇L = λ∇g and g = 0 for some λ = ∇L·∇g/|∇g|²; the second derivative of L along the orbit in a
 * tangent direction v, vᵀ∇g = 0, is then vᵀ(∇∇L - λ∇∇g)v (per |v|², with the orbit's metric that of the unknowns).
 */
import { negate } from '../../symbolic/kernel/number.js';
import { type IntervalMatrix, leastFromBelow, quotientOfLeast } from './definite.js';
import type { Interval } from './interval.js';
import * as interval from './interval.js';
import { countZeros, dot, type ZeroCount } from './krawczyk.js';
import { type Box, collected, gradient, hessian, type Polynomial, rangeOn, type Term } from './polynomial.js';

/** Two polynomials in the same unknowns. */
export interface Landscape {
  readonly unknowns: number;
  readonly loss: Polynomial;
  readonly orbit: Polynomial;
}

/** Ends in units of 2^-BITS, as far as they are known. */
export interface Bounds {
  readonly low: bigint | null;
  readonly high: bigint | null;
}

/** The equations ∇L - λ∇g = 0, g = 0; λ is the last unknown. */
export function stationarity(landscape: Landscape): Polynomial[] {
  return [...gradient(lagrangian(landscape), landscape.unknowns), widened(landscape.orbit)];
}

/** L - λg, in one unknown more. */
function lagrangian({ unknowns, loss, orbit }: Landscape): Polynomial {
  const pulled = widened(orbit).map(
    ({ coefficient, exponents }): Term => ({
      coefficient: negate(coefficient),
      exponents: exponents.map((e, k) => (k === unknowns ? 1 : e)),
    }),
  );
  return collected([...widened(loss), ...pulled]);
}

const widened = (p: Polynomial): Polynomial =>
  p.map(({ coefficient, exponents }) => ({ coefficient, exponents: [...exponents, 0] }));

/** How many stationary points lie in the box; λ is the last side of the box to which one is narrowed down. */
export function countStationary(landscape: Landscape, start: Box): ZeroCount {
  const multiplier = multiplierOn(landscape, start);
  if (multiplier === null) return { zeros: 'unknown', why: 'the gradient of the orbit may vanish in the box' };
  // Every stationary point of the box has its λ in `multiplier`; Krawczyk's image must fit inside, hence the room.
  return countZeros(stationarity(landscape), [...start, interval.doubled(multiplier)]);
}

/** The loss at the stationary point that a box holds. */
export const lossOn = ({ loss }: Landscape, point: Box): Bounds => rangeOn(loss, point.slice(0, -1));

/** The least second derivative over all points of the orbit in the box `start`, one of them the stationary point. */
export function curvatureThroughout(landscape: Landscape, start: Box, point: Box): Bounds {
  const multiplier = multiplierOn(landscape, start);
  const low = multiplier === null ? null : (leastFromBelow(...formOn(landscape, [...start, multiplier]))?.low ?? null);
  return { low, high: quotientOfLeast(...formOn(landscape, point))?.high ?? null };
}

/** λ = ∇L·∇g/|∇g|² over the box. Null where ∇g may vanish. */
function multiplierOn({ unknowns, loss, orbit }: Landscape, box: Box): Interval | null {
  const slopesOf = (p: Polynomial) => gradient(p, unknowns).map((q) => rangeOn(q, box));
  const [slopes, normal] = [slopesOf(loss), slopesOf(orbit)];
  const square = normal.map((g) => interval.power(g, 2)).reduce(interval.add);
  return square.low <= 0n ? null : interval.divide(dot(slopes, normal), square);
}

/** The least second derivative over the tangent directions at the stationary point that a box holds. */
export function curvatureOn(landscape: Landscape, point: Box): Bounds {
  const form = formOn(landscape, point);
  return { low: leastFromBelow(...form)?.low ?? null, high: quotientOfLeast(...form)?.high ?? null };
}

/** ∇∇L - λ∇∇g and the normal ∇g, at the points (x, λ) of a box. */
function formOn(landscape: Landscape, box: Box): [IntervalMatrix, Box] {
  const { unknowns, orbit } = landscape;
  const second = hessian(lagrangian(landscape), unknowns).map((row) => row.map((p) => rangeOn(p, box)));
  return [second, gradient(orbit, unknowns).map((p) => rangeOn(p, box.slice(0, -1)))];
}
