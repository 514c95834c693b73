import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { randomFromSeed } from '../../numeric/random.js';
import { drawDyadics, drawRationals, drawReals } from '../draw.js';
import { breaks, type Objective } from './objective.js';
import { search } from './search.js';
import { shrink } from './shrink.js';

/** |z - target|² minus `depth`, in a number of dimensions given by the shape. */
const bowl = (target: number, depth: number): Objective => ({
  shapes: fc.record({ regime: fc.constant('bowl'), n: fc.integer({ min: 1, max: 5 }) }),
  length: ({ n }) => Number(n),
  smaller: ({ n, regime }) => (Number(n) > 1 ? [{ regime, n: Number(n) - 1 }] : []),
  judge: (_, z) => ({ margin: z.reduce((sum, x) => sum + (x - target) ** 2, 0) - depth, error: 1e-12 }),
});

describe('search', () => {
  it('descends to a violation that random draws do not meet', () => {
    const objective = bowl(3, 1e-6);
    expect(search(objective, randomFromSeed(1), { draws: 200, descents: 0, steps: 0 })!.margin).toBeGreaterThan(0);
    const found = search(objective, randomFromSeed(1), { draws: 200, descents: 5, steps: 500 })!;
    expect(breaks(found)).toBe(true);
  });

  it('is decided by the stream', () => {
    const budget = { draws: 50, descents: 2, steps: 60 };
    expect(search(bowl(1, 0), randomFromSeed(2), budget)).toEqual(search(bowl(1, 0), randomFromSeed(2), budget));
  });

  it('does not count as broken what rounding may explain', () => {
    expect(breaks({ margin: -9e-15, error: 1e-15 })).toBe(false);
    expect(breaks({ margin: -2e-14, error: 1e-15 })).toBe(true);
  });
});

describe('shrink', () => {
  it('finds a small shape and simple numbers that still break', () => {
    const objective = bowl(0.4, 0.5);
    const start = { shape: { regime: 'bowl', n: 4 }, z: [0.41, 0.39, 0.42, 0.4], margin: -0.4, error: 1e-12 };
    expect(shrink(objective, start, randomFromSeed(3))).toMatchObject({ shape: { n: 1 }, z: [0] });
  });
});

describe('drawn numbers', () => {
  const many = <T>(draw: (k: number) => T[]): T[] => Array.from({ length: 300 }, (_, k) => draw(k)).flat();

  it('are of all sizes', () => {
    const sizes = many((k) => drawReals(randomFromSeed(k), 5)).map(Math.abs);
    expect(sizes.some((x) => x > 10)).toBe(true);
    expect(sizes.some((x) => x > 0 && x < 1e-3)).toBe(true);
    expect(sizes.some((x) => x === 0)).toBe(true);
  });

  it('have small denominators where they are exact', () => {
    const rationals = many((k) => drawRationals(randomFromSeed(k), 5));
    expect(rationals.every(({ n }) => n <= 8n)).toBe(true);
    expect(rationals.some(({ a }) => a === 0n)).toBe(true);
    const dyadics = many((k) => drawDyadics(randomFromSeed(k), 5));
    expect(dyadics.every(({ n }) => 2n ** 35n % n === 0n)).toBe(true);
    expect(dyadics.some(({ n }) => n > 2n ** 30n)).toBe(true);
  });
});
