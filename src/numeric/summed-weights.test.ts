import { describe, expect, test } from 'vitest';
import { MOST_NODES, summedWeights } from './summed-weights.js';

const COUNTS = [1, 2, 7, 8, 9, 50, 1000];

/** Powers of a variable that stays within about (-1, 1), so that no power is tiny beside another. */
const scaled = (count: number, k: number) => (2 * k + 1) / count - 1;

function worst(nodes: number[], count: number, degree: number): number {
  const weights = summedWeights(nodes, count);
  const power = (k: number) => scaled(count, k) ** degree;
  const expected = Array.from({ length: count }, (_, k) => power(k)).reduce((a, b) => a + b);
  const size = weights.reduce((sum, w, i) => sum + Math.abs(w * power(nodes[i])), 0);
  return Math.abs(weights.reduce((sum, w, i) => sum + w * power(nodes[i]), 0) - expected) / (size + count);
}

describe.each(COUNTS)('the sum of %i terms', (count) => {
  test.each([1, 2, 5, MOST_NODES])('is exact for polynomials through %i nodes', (n) => {
    // Behind the sum, as a predictor has them, and one ahead of it, as a corrector has.
    for (const first of [0, count]) {
      const nodes = Array.from({ length: n }, (_, i) =>
        i === 0 ? first : -(i - 1) * Math.ceil(count / 3) - (first > 0 ? 0 : 1),
      );
      for (let degree = 0; degree < n; degree++) expect(worst(nodes, count, degree)).toBeLessThan(1e-11);
    }
  });
});

test('one degree more is not exact', () => {
  expect(worst([0, -10, -20], 40, 3)).toBeGreaterThan(1e-3);
});

test('a sum is not the integral: the weights of two nodes are the trapezium and half a step', () => {
  const [ahead, behind] = summedWeights([10, 0], 10);
  expect(behind).toBeCloseTo(5.5, 12);
  expect(ahead).toBeCloseTo(4.5, 12);
});
