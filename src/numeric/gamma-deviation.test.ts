import { describe, expect, test } from 'vitest';
import { BadInput } from './bad-input.js';
import { rootGammaDeviation } from './gamma-deviation.js';
import { randomFromSeed } from './random.js';

const random = randomFromSeed(7);
const DRAWS = 40_000;

/** How many standard errors the mean of f is off `expected`. */
function errorsOff(values: readonly number[], expected: number): number {
  const mean = values.reduce((a, b) => a + b) / values.length;
  const variance = values.reduce((sum, x) => sum + (x - mean) ** 2, 0) / values.length;
  return Math.abs(mean - expected) / Math.sqrt(variance / values.length);
}

describe.each([
  [1, 0],
  [4, 3],
  [7, 2],
  [1000, 5],
  [2 ** 50, 3],
])('the root of Gamma(n - k)/n at n = %i, k = %i', (n, k) => {
  const drawn = Array.from({ length: DRAWS }, () => rootGammaDeviation(n, k, random));
  // With e the deviation, G/n - 1 = e(2 + e) has mean -k/n and variance (n - k)/n².
  const excess = drawn.map((e) => Math.sqrt(n) * (e * (2 + e)));

  test('has the mean and the second moment of the law', () => {
    const mean = -k / Math.sqrt(n);
    expect(errorsOff(excess, mean)).toBeLessThan(5);
    expect(
      errorsOff(
        excess.map((x) => x * x),
        (n - k) / n + mean * mean,
      ),
    ).toBeLessThan(5);
  });

  test('control: a shape more by one is told apart, for small shapes', () => {
    if (n < 100) expect(errorsOff(excess, -(k - 1) / Math.sqrt(n))).toBeGreaterThan(5);
    else
      expect(
        errorsOff(
          excess.map((x) => 1.1 * x * x),
          (n - k) / n,
        ),
      ).toBeGreaterThan(5);
  });
});

test('a shape below 1, and what is not a number, are refused', () => {
  for (const [n, k] of [
    [3, 3],
    [Number.NaN, 0],
    [5, -1],
    [Number.POSITIVE_INFINITY, 0],
  ])
    expect(() => rootGammaDeviation(n, k, random)).toThrow(BadInput);
});
