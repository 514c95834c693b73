import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as exact from '../../symbolic/kernel/number.js';
import type { Interval } from './interval.js';
import * as interval from './interval.js';

const RUNS = { seed: 11, numRuns: 400 };
const UNIT = exact.rational(1n << interval.BITS);

/** Rational numbers of many sizes, exact in 2^-BITS and not. */
const rationals = fc
  .tuple(fc.bigInt(-(10n ** 12n), 10n ** 12n), fc.bigInt(1n, 10n ** 9n))
  .map(([p, q]) => exact.rational(p, q));
/** An interval and a number in it. */
const held = fc.tuple(rationals, rationals, fc.integer({ min: 0, max: 8 })).map(([x, y, k]) => {
  const [low, high] = exact.sign(exact.subtract(x, y)) <= 0 ? [x, y] : [y, x];
  const part = exact.multiply(exact.rational(k, 8), exact.subtract(high, low));
  return { within: exact.add(low, part), range: interval.between(low, high) };
});

const holds = ({ low, high }: Interval, x: exact.Num): boolean => {
  const scaled = exact.multiply(x, UNIT);
  const above = exact.sign(exact.subtract(scaled, exact.rational(low))) >= 0;
  return above && exact.sign(exact.subtract(exact.rational(high), scaled)) >= 0;
};

describe('what is computed holds what is true', () => {
  test.each([
    ['a sum', interval.add, exact.add],
    ['a difference', interval.subtract, exact.subtract],
    ['a product', interval.multiply, exact.multiply],
  ] as const)('%s', (_, of, truth) => {
    fc.assert(
      fc.property(held, held, (x, y) => holds(of(x.range, y.range), truth(x.within, y.within))),
      RUNS,
    );
  });

  test('a quotient, and none by an interval about zero', () => {
    const property = fc.property(held, held, (x, y) => {
      if (interval.holdsZero(y.range)) {
        expect(() => interval.divide(x.range, y.range)).toThrow('interval: division by what may be zero');
        return true;
      }
      return holds(interval.divide(x.range, y.range), exact.multiply(x.within, exact.inverse(y.within)));
    });
    fc.assert(property, RUNS);
  });

  test('a power; an even one is not negative', () => {
    const property = fc.property(held, fc.integer({ min: 0, max: 5 }), (x, k) => {
      const range = interval.power(x.range, k);
      return holds(range, exact.power(x.within, k)) && (k % 2 === 1 || range.low >= 0n);
    });
    fc.assert(property, RUNS);
  });

  test('a number itself, within one unit', () => {
    const property = fc.property(rationals, (x) => {
      const range = interval.around(x);
      return holds(range, x) && interval.width(range) <= 1n;
    });
    fc.assert(property, RUNS);
  });
});

describe('rounding', () => {
  test('goes outwards on both sides of zero, and by no more than a unit where a result is exact', () => {
    const third = interval.around(exact.rational(1, 3));
    expect(interval.width(third)).toBe(1n);
    expect(interval.width(interval.around(exact.rational(-1, 3)))).toBe(1n);
    expect(interval.width(interval.around(exact.rational(-3, 8)))).toBe(0n);
    expect(interval.width(interval.multiply(third, third))).toBeLessThanOrEqual(2n);
    expect(interval.multiply(interval.ONE, third)).toEqual(third);
    expect(interval.divide(interval.negate(interval.ONE), interval.around(exact.rational(3)))).toEqual(
      interval.negate(third),
    );
  });

  test('numbers stay small: a hundred squares of a number below one are as long as one', () => {
    let x = interval.around(exact.rational(999, 1000));
    for (let k = 0; k < 100; k++) x = interval.multiply(x, x);
    expect([x.low >= 0n, x.high <= 1n << interval.BITS]).toEqual([true, true]);
  });
});

test('only rational numbers have an interval, and its lower end comes first', () => {
  expect(() => interval.around(exact.SQRT2)).toThrow('interval: expected a rational number');
  expect(() => interval.between(exact.ONE, exact.ZERO)).toThrow('interval: expected the lower end first');
  expect(() => interval.proposed(Number.NaN)).toThrow('interval: expected a finite number, got NaN');
});

test('sections, middles and margins', () => {
  const of = (low: number, high: number) => interval.between(exact.rational(low), exact.rational(high));
  expect(interval.intersect(of(0, 2), of(1, 3))).toEqual(of(1, 2));
  expect(interval.intersect(of(0, 1), of(2, 3))).toBeNull();
  expect(interval.middle(of(0, 2))).toEqual(of(1, 1));
  expect([interval.isInside(of(1, 2), of(0, 3)), interval.isInside(of(0, 2), of(0, 3))]).toEqual([true, false]);
  expect(interval.isInside(of(1, 2), interval.doubled(of(1, 2)))).toBe(true);
  expect(interval.toDoubles(of(-1, 3))).toEqual([-1, 3]);
});
