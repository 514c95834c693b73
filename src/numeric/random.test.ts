import { expect, test } from 'vitest';
import { randomFromSeed } from './random.js';

const take = (n: number, draw: () => number) => Array.from({ length: n }, draw);

/** Dvoretzky-Kiefer-Wolfowitz: P(sup |F_n - F| > t) <= 2 exp(-2 n t^2); this t makes it 1e-9. */
const distance = (n: number) => Math.sqrt(Math.log(2e9) / (2 * n));

test('the bits of a seed are fixed for good: results that were published must replay', () => {
  const random = randomFromSeed(7);
  expect([random.uniform(), random.normal(), random.integer(1, 6), random.split('a').split(2).uniform()]).toEqual([
    0.4255675203277064, -1.160510376427851, 2, 0.369910579054597,
  ]);
});

test('a seed decides the stream, another seed another stream', () => {
  expect(take(5, randomFromSeed(1).uniform)).toEqual(take(5, randomFromSeed(1).uniform));
  expect(take(5, randomFromSeed(1).uniform)).not.toEqual(take(5, randomFromSeed(2).uniform));
  expect(take(5, randomFromSeed(1).uniform)).not.toEqual(take(5, randomFromSeed(-1).uniform));
});

test('a split depends on the path of labels alone, not on how much its parent was used', () => {
  const fresh = randomFromSeed(1).split('x');
  const parent = randomFromSeed(1);
  take(1001, parent.normal);
  parent.split('y').uniform();
  expect(take(5, parent.split('x').uniform)).toEqual(take(5, fresh.uniform));
});

test('splitting leaves the parent where it was', () => {
  const parent = randomFromSeed(1);
  parent.split('x').uniform();
  expect(parent.uniform()).toBe(randomFromSeed(1).uniform());
});

test('different paths are different streams', () => {
  const root = randomFromSeed(1);
  const first = [
    root,
    root.split(1),
    root.split('1'),
    root.split('1,1'),
    root.split(1).split(1),
    root.split(''),
    randomFromSeed(11),
  ].map((random) => random.uniform());
  expect(new Set(first).size).toBe(first.length);
});

test('uniform and normal numbers have their distribution functions (false alarm 1e-9 each)', () => {
  const n = 100_000;
  const random = randomFromSeed(12);
  const below = (xs: number[], x: number) => xs.filter((y) => y <= x).length / n;
  const uniform = take(n, random.uniform);
  expect(uniform.every((x) => x >= 0 && x < 1 && Number.isInteger(x * 2 ** 53))).toBe(true);
  for (const x of [0.01, 0.25, 0.5, 0.9]) expect(Math.abs(below(uniform, x) - x)).toBeLessThan(distance(n));
  const normal = take(n, random.normal);
  const cdf = { '-2': 0.0227501319, '-1': 0.1586552539, '0': 0.5, '0.5': 0.6914624613, '1.5': 0.9331927987 };
  for (const [x, p] of Object.entries(cdf)) expect(Math.abs(below(normal, Number(x)) - p)).toBeLessThan(distance(n));
  // Negative control: a variance off by a tenth is seen.
  expect(
    Math.abs(
      below(
        normal.map((x) => 1.1 * x),
        1.5,
      ) - 0.9331927987,
    ),
  ).toBeGreaterThan(distance(n));
});

test('sibling streams look independent: both coordinates below 1/2 a quarter of the time (Hoeffding, 1e-9)', () => {
  const n = 20_000;
  const root = randomFromSeed(4);
  const both = take(n, () => 0).filter((_, i) => root.split(i).uniform() < 0.5 && root.split(i + 1).uniform() < 0.5);
  expect(Math.abs(both.length / n - 0.25)).toBeLessThan(Math.SQRT2 * distance(n)); // neighbouring pairs overlap: n/2 independent
});

test('integers fill their range', () => {
  const random = randomFromSeed(9);
  expect(new Set(take(200, () => random.integer(-1, 2)))).toEqual(new Set([-1, 0, 1, 2]));
  expect(random.integer(5, 5)).toBe(5);
});

test('bad seeds, ranges and labels are refused', () => {
  expect(() => randomFromSeed(1.5)).toThrow('seed: expected an integer, got 1.5');
  expect(() => randomFromSeed(Number.NaN)).toThrow('seed: expected an integer, got NaN');
  expect(() => randomFromSeed(2 ** 53)).toThrow('seed: expected an integer');
  expect(() => randomFromSeed(1).integer(2, 1)).toThrow('integer: expected integers lo <= hi, got 2 and 1');
  expect(() => randomFromSeed(1).split(Number.NaN)).toThrow('split: expected a string or a finite number, got NaN');
});
