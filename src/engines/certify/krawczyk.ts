/**
 * Krawczyk's test: how many zeros a polynomial map of n unknowns has in a box.
 *
 * K = m - Y F(m) + (I - Y J(X))(X - m) holds every zero of F in X, for any point m of X and any matrix Y. Where K lies in the
 * interior of X, there is exactly one (Krawczyk 1969, Moore 1977; that Y and J are regular then follows). Y is the inverse
 * of J(m), proposed in doubles; all that is concluded rests on intervals.
 */
import { BadInput } from '../../numeric/bad-input.js';
import { entry, fromRows, identity } from '../../numeric/complex-matrix.js';
import { solve } from '../../numeric/solve.js';
import type { Interval } from './interval.js';
import * as interval from './interval.js';
import { type Box, gradient, type Polynomial, rangeOn } from './polynomial.js';

/** `one`: exactly one zero in the box that was asked about, and it lies in this one. */
export type ZeroCount =
  | { readonly zeros: 'one'; readonly box: Box }
  | { readonly zeros: 'none'; readonly why: string }
  | { readonly zeros: 'unknown'; readonly why: string };

/** Steps after which a box that still shrinks is given up. */
const STEPS = 60;

/** The zeros of the map with as many components as unknowns. Throws BadInput where they differ in number. */
export function countZeros(map: readonly Polynomial[], start: Box): ZeroCount {
  const n = start.length;
  if (map.length !== n)
    throw new BadInput(`countZeros: expected as many equations as unknowns, got ${map.length} and ${n}`);
  const jacobian = map.map((p) => gradient(p, n));
  let box = start;
  let unique = false;
  for (let step = 0; step < STEPS; step++) {
    const far = map.findIndex((p) => !interval.holdsZero(rangeOn(p, box)));
    if (far >= 0 && !unique) return { zeros: 'none', why: `equation ${far + 1} has no zero in it` };
    const image = krawczykImage(map, jacobian, box);
    if (image === null) return { zeros: 'unknown', why: 'the Jacobian is singular in its middle' };
    if (image.every((part, k) => interval.isInside(part, box[k]!))) unique = true;
    const next = image.map((part, k) => interval.intersect(part, box[k]!));
    if (!isBox(next)) return { zeros: 'none', why: "Krawczyk's image does not meet it" };
    const settled = !shrunk(box, next);
    box = next;
    if (settled) break;
  }
  return unique
    ? { zeros: 'one', box }
    : { zeros: 'unknown', why: "Krawczyk's image does not lie inside it: it is too large, or a zero is multiple" };
}

const isBox = (box: readonly (Interval | null)[]): box is Box => box.every((part) => part !== null);

/** Whether some side has lost a tenth of its width. */
const shrunk = (before: Box, after: Box): boolean =>
  before.some((part, k) => interval.width(after[k]!) * 10n < interval.width(part) * 9n);

/** Null where no inverse can be proposed. */
function krawczykImage(map: readonly Polynomial[], jacobian: readonly Polynomial[][], box: Box): Box | null {
  const centre = box.map(interval.middle);
  const inverse = proposedInverse(jacobian.map((row) => row.map((p) => interval.middleAsDouble(rangeOn(p, centre)))));
  if (inverse === null) return null;
  const values = map.map((p) => rangeOn(p, centre));
  const slopes = jacobian.map((row) => row.map((p) => rangeOn(p, box)));
  const rest = box.map((part, k) => interval.subtract(part, centre[k]!));
  return inverse.map((row, i) => {
    const moved = interval.subtract(centre[i]!, dot(row, values));
    const spread = rest.map((_, j) => {
      const product = dot(
        row,
        slopes.map((slope) => slope[j]!),
      );
      return interval.subtract(i === j ? interval.ONE : interval.ZERO, product);
    });
    return interval.add(moved, dot(spread, rest));
  });
}

export const dot = (x: readonly Interval[], y: readonly Interval[]): Interval =>
  x.map((part, k) => interval.multiply(part, y[k]!)).reduce(interval.add, interval.ZERO);

function proposedInverse(rows: readonly (readonly number[])[]): Interval[][] | null {
  try {
    const inverse = solve(fromRows(rows), identity(rows.length));
    return rows.map((_, i) => rows.map((__, j) => interval.proposed(entry(inverse, i, j).re)));
  } catch (error) {
    if (error instanceof BadInput || error instanceof RangeError) return null;
    throw error;
  }
}
