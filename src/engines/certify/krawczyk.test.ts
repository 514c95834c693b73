import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Num, rational } from '../../symbolic/kernel/number.js';
import * as interval from './interval.js';
import { countZeros } from './krawczyk.js';
import { type Box, derivative, type Polynomial, rangeOn, valueAt } from './polynomial.js';

const polynomial = (...terms: readonly (readonly [Num | number, ...number[]])[]): Polynomial =>
  terms.map(([coefficient, ...exponents]) => ({
    coefficient: typeof coefficient === 'number' ? rational(coefficient) : coefficient,
    exponents,
  }));
const box = (...sides: readonly (readonly [Num, Num])[]): Box =>
  sides.map(([low, high]) => interval.between(low, high));
const halves = (low: number, high: number) => [rational(low, 2), rational(high, 2)] as const;

/** x² - 2 */
const root = polynomial([1, 2], [-2, 0]);

describe('one unknown', () => {
  test('the root of 2 is isolated between 1 and 2, to 2^-120', () => {
    const found = countZeros([root], box(halves(2, 4)));
    expect(found.zeros).toBe('one');
    const [side] = (found as { readonly box: Box }).box;
    expect(interval.width(side!) < 1n << 8n).toBe(true);
    expect(interval.toDoubles(side!)[0]).toBeCloseTo(Math.SQRT2, 15);
    const square = interval.power(side!, 2);
    expect(interval.isInside(interval.around(rational(2)), square)).toBe(true);
  });

  test('there is none where the range has no zero, nor where only the image shows it', () => {
    expect(countZeros([root], box(halves(3, 4)))).toEqual({ zeros: 'none', why: 'equation 1 has no zero in it' });
    // x² - x + 3/10 has the discriminant -1/5, but its terms cancel on [0, 1].
    const hidden = countZeros([polynomial([1, 2], [-1, 1], [rational(3, 10), 0])], box([rational(3, 5), rational(1)]));
    expect(hidden.zeros).toBe('none');
  });

  test('a double zero, and a box with two, are undecided', () => {
    const why = expect.stringMatching(/too large|singular/);
    const double = polynomial([1, 2], [-2, 1], [1, 0]);
    expect(countZeros([double], box([rational(9, 10), rational(11, 10)]))).toEqual({ zeros: 'unknown', why });
    expect(countZeros([double], box([rational(9, 10), rational(12, 10)]))).toEqual({ zeros: 'unknown', why });
    expect(countZeros([root], box(halves(-4, 4)))).toEqual({ zeros: 'unknown', why });
    expect(countZeros([root], box(halves(-4, 5)))).toEqual({ zeros: 'unknown', why });
  });

  test('a zero on the boundary is never counted as one inside', () => {
    const line = polynomial([1, 1], [-1, 0]);
    expect(countZeros([line], box(halves(2, 4))).zeros).not.toBe('none');
    expect(countZeros([line], box(halves(0, 2))).zeros).not.toBe('none');
  });
});

describe('several unknowns', () => {
  /** A circle and a hyperbola, x² + y² = 4 and xy = 1: x² = 2 ± √3. */
  const pair = [polynomial([1, 2, 0], [1, 0, 2], [-4, 0, 0]), polynomial([1, 1, 1], [-1, 0, 0])];

  test('each of two zeros is isolated by its own box', () => {
    const found = countZeros(pair, box(halves(3, 5), halves(0, 2)));
    expect(found.zeros).toBe('one');
    const [x, y] = (found as { readonly box: Box }).box;
    expect(interval.middleAsDouble(x!)).toBeCloseTo(Math.sqrt(2 + Math.sqrt(3)), 14);
    expect(interval.middleAsDouble(y!)).toBeCloseTo(Math.sqrt(2 - Math.sqrt(3)), 14);
    expect(countZeros(pair, box(halves(2, 3), halves(1, 2))).zeros).toBe('none');
    expect(countZeros(pair, box(halves(0, 5), halves(0, 5))).zeros).toBe('unknown');
  });

  test('linear systems with known solutions, near and far from the box', () => {
    const entries = fc.array(fc.integer({ min: -9, max: 9 }), { minLength: 6, maxLength: 6 });
    const property = fc.property(entries, fc.boolean(), ([a, b, c, d, x, y], inside) => {
      fc.pre(a! * d! !== b! * c!);
      const system = [
        polynomial([a!, 1, 0], [b!, 0, 1], [-a! * x! - b! * y!, 0, 0]),
        polynomial([c!, 1, 0], [d!, 0, 1], [-c! * x! - d! * y!, 0, 0]),
      ];
      const from = inside ? 2 * x! - 1 : 2 * x! + 1;
      const { zeros } = countZeros(system, box(halves(from, from + 2), halves(2 * y! - 1, 2 * y! + 3)));
      return zeros === (inside ? 'one' : 'none');
    });
    fc.assert(property, { seed: 5, numRuns: 200 });
  });

  test('one unknown that is settled says nothing of another one with a double zero, or with two', () => {
    const settled = polynomial([2, 1, 0], [-3, 0, 0]);
    const double = polynomial([1, 0, 2], [-2, 0, 1], [1, 0, 0]);
    const two = polynomial([1, 0, 2], [-2, 0, 0]);
    const side = [rational(9, 10), rational(12, 10)] as const;
    expect(countZeros([settled, double], box(halves(2, 4), side)).zeros).toBe('unknown');
    expect(countZeros([settled, two], box(halves(2, 4), halves(-4, 5))).zeros).toBe('unknown');
  });

  test('as many equations as unknowns', () => {
    expect(() => countZeros([root], box(halves(0, 1), halves(0, 1)))).toThrow(
      'countZeros: expected as many equations as unknowns, got 1 and 2',
    );
  });
});

test('a polynomial on a box holds its values, and its derivative is the limit of differences', () => {
  // 3x²y - y³ + 1/2
  const p = polynomial([3, 2, 1], [-1, 0, 3], [rational(1, 2), 0, 0]);
  const at = [rational(2, 3), rational(-1, 5)];
  const range = rangeOn(p, box([rational(1, 2), rational(1)], [rational(-1, 2), rational(0)]));
  const value = interval.around(valueAt(p, at));
  expect(range.low <= value.low && value.high <= range.high).toBe(true);
  expect(valueAt(derivative(p, 0), at)).toEqual(rational(6 * 2 * -1, 3 * 5));
  expect(valueAt(derivative(p, 1), at)).toEqual(rational(3 * 4 * 25 - 3 * 9, 9 * 25));
});
