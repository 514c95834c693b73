/**
 * Intervals with ends in units of 2^-BITS, rounded outwards: each result holds every value that its operands allow.
 *
 * Fixed point, so that numbers stay small (the kernel's exact intervals double in length with every product) and one
 * operation widens what is exact by at most two units.
 */
import type { Num } from '../../symbolic/kernel/number.js';

export interface Interval {
  readonly low: bigint;
  readonly high: bigint;
}

/** Far below the radius of any box that doubles propose. */
export const BITS = 128n;
const UNIT = 1n << BITS;

/** Division of integers rounded downwards and upwards; q > 0. */
const floor = (p: bigint, q: bigint): bigint => (p >= 0n || p % q === 0n ? p / q : p / q - 1n);
const ceil = (p: bigint, q: bigint): bigint => -floor(-p, q);

const least = (...values: readonly bigint[]): bigint => values.reduce((x, y) => (x - y < 0n ? x : y));
export const greatest = (...values: readonly bigint[]): bigint => values.reduce((x, y) => (x - y > 0n ? x : y));

export const ZERO: Interval = { low: 0n, high: 0n };
export const ONE: Interval = { low: UNIT, high: UNIT };

/** The narrowest interval about a rational number. Throws RangeError for any other number. */
export function around({ a, b, c, d, n }: Num): Interval {
  if (b !== 0n || c !== 0n || d !== 0n) throw new RangeError('interval: expected a rational number');
  return { low: floor(a * UNIT, n), high: ceil(a * UNIT, n) };
}

/** From one rational number to another one. Throws RangeError where the first is larger. */
export function between(low: Num, high: Num): Interval {
  const joined = { low: around(low).low, high: around(high).high };
  if (joined.low > joined.high) throw new RangeError('interval: expected the lower end first');
  return joined;
}

/** A double, exactly, where 2^-BITS divides it, and the point next to it else: for what is only proposed. */
export function proposed(x: number): Interval {
  if (!Number.isFinite(x)) throw new RangeError(`interval: expected a finite number, got ${x}`);
  const near = BigInt(Math.round(x * 2 ** 52)) << (BITS - 52n);
  return { low: near, high: near };
}

export const add = (x: Interval, y: Interval): Interval => ({ low: x.low + y.low, high: x.high + y.high });
export const negate = (x: Interval): Interval => ({ low: -x.high, high: -x.low });
export const subtract = (x: Interval, y: Interval): Interval => ({ low: x.low - y.high, high: x.high - y.low });

export function multiply(x: Interval, y: Interval): Interval {
  const ends = [x.low * y.low, x.low * y.high, x.high * y.low, x.high * y.high];
  return { low: least(...ends) >> BITS, high: -(-greatest(...ends) >> BITS) };
}

/** x/y. Throws RangeError where y holds zero. */
export function divide(x: Interval, y: Interval): Interval {
  if (y.low <= 0n && y.high >= 0n) throw new RangeError('interval: division by what may be zero');
  if (y.high < 0n) return divide(negate(x), negate(y));
  return {
    low: least(floor(x.low << BITS, y.low), floor(x.low << BITS, y.high)),
    high: greatest(ceil(x.high << BITS, y.low), ceil(x.high << BITS, y.high)),
  };
}

/** x^k for k >= 0; an even power is not negative, as a product of x with itself might be. */
export function power(x: Interval, k: number): Interval {
  const [below, above] = [raised(x.low, k), raised(x.high, k)];
  const straddles = k % 2 === 0 && k > 0 && x.low < 0n && x.high > 0n;
  return {
    low: straddles ? 0n : least(below.low, above.low),
    high: greatest(below.high, above.high),
  };
}

function raised(end: bigint, k: number): Interval {
  const point = { low: end, high: end };
  let result = ONE;
  for (let i = 0; i < k; i++) result = multiply(result, point);
  return result;
}

/** What two intervals share, or null. */
export function intersect(x: Interval, y: Interval): Interval | null {
  const shared = { low: greatest(x.low, y.low), high: least(x.high, y.high) };
  return shared.low > shared.high ? null : shared;
}

export const isInside = (x: Interval, y: Interval): boolean => y.low < x.low && x.high < y.high;
export const holdsZero = (x: Interval): boolean => x.low <= 0n && x.high >= 0n;
export const width = (x: Interval): bigint => x.high - x.low;

/** A point of the interval, next to its middle. */
export function middle(x: Interval): Interval {
  const at = (x.low + x.high) >> 1n;
  return { low: at, high: at };
}

/** As far again on both sides. */
export function doubled(x: Interval): Interval {
  const more = width(x) + 1n;
  return { low: x.low - more, high: x.high + more };
}

/** The ends as doubles, for what is only proposed or shown; rounded to nearest. */
export const toDoubles = ({ low, high }: Interval): readonly [number, number] => [ratio(low), ratio(high)];
const ratio = (p: bigint): number => Number(p) / Number(UNIT);

export const middleAsDouble = (x: Interval): number => ratio((x.low + x.high) >> 1n);
