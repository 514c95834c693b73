/** Shapes whose real part comes from a seed: Haar-random problems of any size, beyond what exact arithmetic can follow. */
import fc from 'fast-check';
import { type Random, randomFromSeed, type Shape } from '../src/index.js';

export interface SeededShape extends Shape {
  readonly d: number;
  readonly m: number;
  readonly p: number;
  readonly seed: number;
}

/** Even dimensions up to `largest`, up to four samples and eight parameters. */
export function seededShapes(regime: string, largest: number): fc.Arbitrary<SeededShape> {
  return fc
    .record({
      half: fc.integer({ min: 1, max: Math.floor(largest / 2) }),
      m: fc.integer({ min: 1, max: 4 }),
      p: fc.integer({ min: 1, max: 8 }),
      seed: fc.integer({ min: 0, max: 2 ** 30 }),
    })
    .map(({ half, m, p, seed }) => ({ regime, d: 2 * half, m: Math.min(m, 2 * half), p, seed }));
}

export const smallerSeeded = (shape: SeededShape): SeededShape[] => [
  ...(shape.d > 2
    ? [
        { ...shape, d: 2, m: Math.min(shape.m, 2) },
        { ...shape, d: shape.d - 2, m: Math.min(shape.m, shape.d - 2) },
      ]
    : []),
  ...(shape.m > 1 ? [{ ...shape, m: shape.m - 1 }] : []),
  ...(shape.p > 1 ? [{ ...shape, p: shape.p - 1 }] : []),
];

export const streamOf = ({ regime, d, m, p, seed }: SeededShape): Random =>
  randomFromSeed(seed).split(`${regime}/${d}/${m}/${p}`);

/** z made harmless for angles and weights: any real number, pulled into (-3, 3). */
export const angle = (x: number): number => 3 * Math.tanh(x / 3);
