import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { criticalCount, type Fraction } from './binomial-tail.js';
import { clopperPearson, MOST_DRAWS, studentQuantile } from './confidence.js';

interface Quantiles {
  /** [draws, failures, level, lower, upper] */
  readonly clopperPearson: readonly (readonly [number, number, number, number, number])[];
  /** [degrees of freedom, tail, t] */
  readonly student: readonly (readonly [number, number, number])[];
}
const file = new URL('../../fixtures/scipy/quantiles.json', import.meta.url);
const scipy = JSON.parse(readFileSync(file, 'utf8')) as Quantiles;

/** P(X >= k) <= 1/oneIn for X ~ Bin(n, a/b), term by term: slow, and shares nothing with the code. */
function rare(k: number, n: number, [a, b]: Fraction, oneIn: number): boolean {
  let choose = 1n;
  let tail = 0n;
  for (let j = 0; j <= n; j++) {
    if (j >= k) tail += choose * BigInt(a) ** BigInt(j) * BigInt(b - a) ** BigInt(n - j);
    choose = (choose * BigInt(n - j)) / BigInt(j + 1);
  }
  return tail * BigInt(oneIn) <= BigInt(b) ** BigInt(n);
}

describe('against SciPy', () => {
  test('the Clopper-Pearson bounds', () => {
    expect(scipy.clopperPearson.length).toBeGreaterThan(300);
    for (const [draws, failures, level, lower, upper] of scipy.clopperPearson) {
      const found = clopperPearson(failures, draws, level);
      expect(Math.abs(found.lower - lower), `lower ${failures}/${draws} at ${level}`).toBeLessThanOrEqual(1e-7 * lower);
      expect(Math.abs(found.upper - upper), `upper ${failures}/${draws} at ${level}`).toBeLessThanOrEqual(1e-5 * upper);
    }
  });
  test('quantiles of Student’s distribution', () => {
    for (const [freedom, tail, t] of scipy.student) {
      expect(Math.abs(studentQuantile(tail, freedom) / t - 1), `t ${freedom} ${tail}`).toBeLessThan(1e-6);
    }
  });
});

describe('against the binomial tail in integers', () => {
  test.each([
    [1, 1],
    [12, 5],
    [30, 20],
    [90, 2],
    [200, 60],
    [150, 149],
  ])('the lower bound of %i draws with %i failures, by bisection', (draws, failures) => {
    const oneIn = 1e8;
    let [low, high] = [0, 2 ** 40];
    while (high - low > 1) {
      const middle = Math.floor((low + high) / 2);
      if (rare(failures, draws, [middle, 2 ** 40], oneIn)) low = middle;
      else high = middle;
    }
    const { lower } = clopperPearson(failures, draws, 1 / oneIn);
    expect(Math.abs(lower - low / 2 ** 40)).toBeLessThan(2 ** -39 + 1e-7 * lower);
  });

  test.each<[number, Fraction, number]>([
    [1, [1, 2], 2],
    [1, [1, 2], 3],
    [10, [1, 10], 1e6],
    [60, [1, 2], 1e8],
    [200, [1, 100], 1e8],
    [200, [99, 100], 1e3],
    [50, [0, 1], 1e6],
    [50, [1, 1], 1e6],
  ])('the critical count of %i draws at %j, one in %i', (draws, probability, oneIn) => {
    const critical = criticalCount(draws, probability, oneIn);
    if (critical <= draws) expect(rare(critical, draws, probability, oneIn)).toBe(true);
    expect(critical === 0 || !rare(critical - 1, draws, probability, oneIn)).toBe(true);
  });

  test('from the critical count on, and not before, the lower bound exceeds the stated probability', () => {
    for (const [draws, probability] of [
      [100, [1, 10]],
      [1000, [1, 2]],
      [4000, [1, 100]],
      [MOST_DRAWS, [1, 20]],
    ] as const) {
      const oneIn = 2e7;
      const critical = criticalCount(draws, probability, oneIn);
      const stated = probability[0] / probability[1];
      expect(clopperPearson(critical, draws, 1 / oneIn).lower).toBeGreaterThan(stated);
      expect(clopperPearson(critical - 1, draws, 1 / oneIn).lower).toBeLessThan(stated);
    }
  });
});

test('what makes no sense is refused', () => {
  expect(() => clopperPearson(3, 2, 0.1)).toThrow(
    'clopperPearson: expected integers 0 <= failures <= draws, got 3 and 2',
  );
  expect(() => clopperPearson(0, MOST_DRAWS + 1, 0.1)).toThrow(`expected at most ${MOST_DRAWS} draws`);
  expect(() => clopperPearson(0, 2, 0)).toThrow('clopperPearson: expected a level in (0, 1), got 0');
  expect(() => studentQuantile(0.5, 3)).toThrow('studentQuantile: expected freedom > 0 and a tail in (0, 1/2)');
  expect(() => criticalCount(3, [2, 1], 5)).toThrow('criticalCount: expected draws >= 1');
});
