/**
 * How small vᵀWv/vᵀv gets on the vectors v perpendicular to a normal g, for every symmetric W and g of interval ones.
 *
 * From below: W - cI + μggᵀ is positive definite for some μ, by elimination in intervals; on such v it is W - cI (and by
 * Finsler's lemma no c is lost). From above: by a vector made perpendicular to every g. Doubles only propose c, μ, v.
 */
import { entry, fromRows } from '../../numeric/complex-matrix.js';
import { hermitianEigen } from '../../numeric/hermitian-eigen.js';
import type { Interval } from './interval.js';
import * as interval from './interval.js';
import { dot } from './krawczyk.js';

export type IntervalMatrix = readonly (readonly Interval[])[];

/** Whether every symmetric matrix of an interval one is positive definite, by LDLᵀ: all pivots are positive. */
export function isPositiveDefinite(matrix: IntervalMatrix): boolean {
  let rest: IntervalMatrix = matrix;
  while (rest.length > 0) {
    const [[pivot, ...beside], ...below] = rest as [[Interval, ...Interval[]], ...Interval[][]];
    if (pivot.low <= 0n) return false;
    rest = below.map((row, i) =>
      row.slice(1).map((x, j) => {
        const product = i === j ? interval.power(beside[i]!, 2) : interval.multiply(beside[i]!, beside[j]!);
        return interval.subtract(x, interval.divide(product, pivot));
      }),
    );
  }
  return true;
}

/** Weights μ of the normal, in units of (|W| + |c|)/|g|²: too small ones leave W as it is, too large ones widen it. */
const WEIGHTS = [4, 64, 1024, 2 ** 20];
/** Halvings of the range in which the largest c is looked for; what is left of it is 2^-30 of |W|. */
const HALVINGS = 30;

/** A number that no such quotient is below, the largest that is found; null where none is. */
export function leastFromBelow(w: IntervalMatrix, normal: readonly Interval[]): Interval | null {
  const size = sizeOf(w);
  let found: Interval | null = null;
  let [low, high] = [-2 * size, 2 * size];
  for (let k = 0; k < HALVINGS; k++) {
    // The lower end is tried first: where it fails, so will all others.
    const c = k === 0 ? low : (low + high) / 2;
    if (isAbove(w, normal, c, size)) [low, found] = [c, interval.proposed(c)];
    else if (found === null) return null;
    else high = c;
  }
  return found;
}

function isAbove(w: IntervalMatrix, normal: readonly Interval[], c: number, size: number): boolean {
  const shift = interval.proposed(c);
  const unit = (size + Math.abs(c)) / normal.reduce((sum, g) => sum + interval.middleAsDouble(g) ** 2, 0);
  return WEIGHTS.some((weight) => {
    const μ = interval.proposed(weight * unit);
    const raised = w.map((row, i) =>
      row.map((x, j) => {
        const square = i === j ? interval.power(normal[i]!, 2) : interval.multiply(normal[i]!, normal[j]!);
        const sum = interval.add(x, interval.multiply(μ, square));
        return i === j ? interval.subtract(sum, shift) : sum;
      }),
    );
    return isPositiveDefinite(raised);
  });
}

/** An interval that holds the quotient of some v for every W and g; its upper end bounds the least one from above. */
export function quotientOfLeast(w: IntervalMatrix, normal: readonly Interval[]): Interval | null {
  const direction = proposedDirection(w, normal);
  const along = interval.divide(dot(normal, direction), dot(normal, normal));
  const v = direction.map((x, k) => interval.subtract(x, interval.multiply(along, normal[k]!)));
  const square = v.map((x) => interval.power(x, 2)).reduce(interval.add);
  if (square.low <= 0n) return null;
  return interval.divide(
    dot(
      v,
      w.map((row) => dot(row, v)),
    ),
    square,
  );
}

/** How much stiffer the normal is made, so that the softest direction is nearly perpendicular to it. */
const STIFF = 1e6;

function proposedDirection(w: IntervalMatrix, normal: readonly Interval[]): Interval[] {
  const g = normal.map(interval.middleAsDouble);
  const stiffness = (STIFF * sizeOf(w)) / g.reduce((sum, x) => sum + x * x, 0);
  const rows = w.map((row, i) => row.map((x, j) => interval.middleAsDouble(x) + stiffness * g[i]! * g[j]!));
  const { vectors } = hermitianEigen(fromRows(rows));
  return g.map((_, k) => interval.proposed(entry(vectors, k, 0).re));
}

/** At least the largest row sum, and not zero. */
const sizeOf = (w: IntervalMatrix): number =>
  Math.max(
    ...w.map((row) => row.reduce((sum, x) => sum + Math.max(...interval.toDoubles(x).map(Math.abs)), 0)),
    2 ** -40,
  );
