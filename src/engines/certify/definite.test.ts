import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { rational } from '../../symbolic/kernel/number.js';
import { isPositiveDefinite, leastFromBelow, quotientOfLeast } from './definite.js';
import type { Interval } from './interval.js';
import * as interval from './interval.js';

const exactly = (rows: readonly (readonly number[])[]) =>
  rows.map((row) => row.map((x) => interval.around(rational(x))));
/** Each entry up to a tenth away. */
const blurred = (rows: readonly (readonly number[])[]) =>
  rows.map((row) => row.map((x) => interval.between(rational(10 * x - 1, 10), rational(10 * x + 1, 10))));
const low = (x: Interval | null) => (x === null ? null : interval.toDoubles(x)[0]);
const high = (x: Interval | null) => (x === null ? null : interval.toDoubles(x)[1]);

describe('positive definite matrices', () => {
  test('are told from those that are not, by their pivots', () => {
    expect(
      isPositiveDefinite(
        exactly([
          [2, 1],
          [1, 2],
        ]),
      ),
    ).toBe(true);
    expect(
      isPositiveDefinite(
        exactly([
          [1, 2],
          [2, 1],
        ]),
      ),
    ).toBe(false);
    expect(
      isPositiveDefinite(
        exactly([
          [1, 1],
          [1, 1],
        ]),
      ),
    ).toBe(false);
    expect(
      isPositiveDefinite(
        blurred([
          [2, 1],
          [1, 2],
        ]),
      ),
    ).toBe(true);
    expect(
      isPositiveDefinite(
        blurred([
          [2, 3],
          [3, 5],
        ]),
      ),
    ).toBe(false);
    expect(isPositiveDefinite([])).toBe(true);
  });

  test('A = BᵀB + I always is one, and A minus more than its least diagonal entry never', () => {
    const rows = fc.array(fc.array(fc.integer({ min: -5, max: 5 }), { minLength: 3, maxLength: 3 }), {
      minLength: 3,
      maxLength: 3,
    });
    const property = fc.property(rows, (b) => {
      const gram = b.map((_, i) => b.map((__, j) => b.reduce((sum, row) => sum + row[i]! * row[j]!, i === j ? 1 : 0)));
      const least = Math.min(...gram.map((row, i) => row[i]!));
      const less = gram.map((row, i) => row.map((x, j) => (i === j ? x - least : x)));
      return isPositiveDefinite(exactly(gram)) && !isPositiveDefinite(exactly(less));
    });
    fc.assert(property, { seed: 3, numRuns: 200 });
  });
});

describe('the least quotient perpendicular to a normal', () => {
  const normal = exactly([[0, 0, 2]])[0]!;

  test('is bounded from both sides, whatever the direction of the normal does', () => {
    const w = exactly([
      [3, 1, 7],
      [1, 3, -7],
      [7, -7, -100],
    ]);
    expect(low(leastFromBelow(w, normal))).toBeCloseTo(2, 2);
    expect(low(leastFromBelow(w, normal))).toBeLessThanOrEqual(2);
    expect(high(quotientOfLeast(w, normal))).toBeCloseTo(2, 5);
    expect(high(quotientOfLeast(w, normal))).toBeGreaterThanOrEqual(2);
  });

  test('is negative at a saddle', () => {
    const w = exactly([
      [1, 0, 0],
      [0, -1, 0],
      [0, 0, 5],
    ]);
    expect(high(quotientOfLeast(w, normal))).toBeLessThan(-0.99);
    expect(low(leastFromBelow(w, normal))).toBeGreaterThan(-1.01);
  });

  test('is as blurred as the matrix', () => {
    const bound = low(
      leastFromBelow(
        blurred([
          [2, 0, 0],
          [0, 3, 0],
          [0, 0, 1],
        ]),
        normal,
      ),
    )!;
    expect(bound).toBeLessThan(1.9);
    expect(bound).toBeGreaterThan(1.6);
  });
});
