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

/** What holds at the one stationary point; `box` holds it, with its λ behind it. */
export interface StationaryPoint {
  readonly box: Box;
  readonly loss: Interval;
  /** Of the least second derivative over the tangent directions, as far as it is known. */
  readonly curvature: Bounds;
  /** Of the least one over all points of the orbit in the box that was asked about. */
  readonly throughout: Bounds;
}

export interface Bounds {
  readonly low: bigint | null;
  readonly high: bigint | null;
}

export type Examined =
  | { readonly zeros: 'one'; readonly point: StationaryPoint }
  | Exclude<ZeroCount, { readonly zeros: 'one' }>;

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

/** How many stationary points lie in the box, and of one how high and how curved the loss is there. */
export function examine(landscape: Landscape, start: Box): Examined {
  const multiplier = multiplierOn(landscape, start);
  if (multiplier === null) return { zeros: 'unknown', why: 'the gradient of the orbit may vanish in the box' };
  // Every stationary point of the box has its λ in `multiplier`; Krawczyk's image must fit inside, hence the room.
  const count = countZeros(stationarity(landscape), [...start, interval.doubled(multiplier)]);
  if (count.zeros !== 'one') return count;
  const { box } = count;
  const curvature = curvatureOn(landscape, box);
  const low = curvatureOn(landscape, [...start, multiplier]).low;
  return {
    zeros: 'one',
    point: {
      box,
      loss: rangeOn(landscape.loss, box.slice(0, -1)),
      curvature,
      throughout: { low, high: curvature.high },
    },
  };
}

/** λ = ∇L·∇g/|∇g|² over the box. Null where ∇g may vanish. */
function multiplierOn({ unknowns, loss, orbit }: Landscape, box: Box): Interval | null {
  const slopesOf = (p: Polynomial) => gradient(p, unknowns).map((q) => rangeOn(q, box));
  const [slopes, normal] = [slopesOf(loss), slopesOf(orbit)];
  const square = normal.map((g) => interval.power(g, 2)).reduce(interval.add);
  return square.low <= 0n ? null : interval.divide(dot(slopes, normal), square);
}

/** Of the least curvature at the points (x, λ) of a box. */
function curvatureOn(landscape: Landscape, box: Box): Bounds {
  const { unknowns, orbit } = landscape;
  const w: IntervalMatrix = hessian(lagrangian(landscape), unknowns).map((row) => row.map((p) => rangeOn(p, box)));
  const normal = gradient(orbit, unknowns).map((p) => rangeOn(p, box.slice(0, -1)));
  return { low: leastFromBelow(w, normal)?.low ?? null, high: quotientOfLeast(w, normal)?.high ?? null };
}
