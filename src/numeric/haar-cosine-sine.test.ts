import { describe, expect, test } from 'vitest';
import { identity } from './complex-matrix.js';
import { blockDiagonal, haarBlocks, haarRotation, rotatedBlocks } from './haar-cosine-sine.js';
import { haarUnitary } from './haar-unitary.js';
import { eigenvaluesOf } from './hermitian-eigen.js';
import { mul, mulAdjoint } from './matrix-products.js';
import { isUnitary } from './matrix-scalars.js';
import type { Rotation } from './phased-chain.js';
import { type Random, randomFromSeed } from './random.js';
import { SAMPLES, wrongMoments } from './testing/haar-moments.js';

/** Dvoretzky-Kiefer-Wolfowitz: an empirical distribution function is farther from its own with probability 1e-9. */
const DKW = Math.sqrt(Math.log(2e9) / (2 * SAMPLES));

const unitary = (n: number, random: Random, rotation: Rotation) =>
  mul(
    blockDiagonal(haarBlocks(n, random.split('left'))),
    rotatedBlocks(rotation, haarBlocks(n, random.split('right'))),
  );

/** The streams of `haarBlocks` are split off, so each draw needs a label of its own. */
function sampler(n: number, rotation: (random: Random) => Rotation) {
  let draw = 0;
  return (random: Random) => unitary(n, random.split(draw++), rotation(random));
}

/** Angles uniform in [0, pi/2] in place of the Jacobi ensemble. */
const uniformAngles = (n: number) => (random: Random) => {
  const angles = Float64Array.from({ length: n }, () => (Math.PI / 2) * random.uniform());
  return { cos: angles.map(Math.cos), sin: angles.map(Math.sin) };
};

describe('L R N of Haar blocks is Haar-random (false alarm 1e-9 for each moment)', () => {
  test.each([1, 2])('d = 2 * %i', (n) => {
    expect(
      wrongMoments(
        sampler(n, (random) => haarRotation(n, random)),
        10 + n,
      ),
    ).toEqual([]);
  });
  test('negative control: angles uniform in [0, pi/2]', () => {
    expect(wrongMoments(sampler(1, uniformAngles(1)), 4)).toContain('|U_01|^4');
  });
});

/** The largest distance of the distribution of the values from F. */
function kolmogorov(values: number[], distribution: (x: number) => number): number {
  const sorted = values.sort((a, b) => a - b);
  const n = sorted.length;
  return Math.max(...sorted.map((x, k) => Math.max(distribution(x) - k / n, (k + 1) / n - distribution(x))));
}

describe('the squared cosines', () => {
  /** For the Jacobi ensemble of n with both exponents 0 it is P(smallest > x) = (1 - x)^(n^2), and alike for the largest. */
  test.each([1, 2, 3])('n = %i: smallest and largest follow their law', (n) => {
    const random = randomFromSeed(20 + n);
    const draws = Array.from({ length: SAMPLES }, () => haarRotation(n, random).cos.map((c) => c * c));
    const law = (x: number) => 1 - (1 - x) ** (n * n);
    const smallest = draws.map((squares) => squares[0]);
    expect(kolmogorov(smallest, law)).toBeLessThan(DKW);
    expect(
      kolmogorov(
        draws.map((squares) => 1 - squares[n - 1]),
        law,
      ),
    ).toBeLessThan(DKW);
    expect(kolmogorov(smallest, (x) => 1 - (1 - x) ** (n * n + 1))).toBeGreaterThan(DKW);
  });

  test('are those of blocks of Haar-random unitaries, one by one', () => {
    const n = 3;
    const random = randomFromSeed(31);
    const ours = Array.from({ length: SAMPLES }, () => haarRotation(n, random).cos.map((c) => c * c));
    const theirs = Array.from({ length: SAMPLES }, () => blockSquares(n, random));
    for (let i = 0; i < n; i++) {
      const [a, b] = [ours, theirs].map((draws) => draws.map((squares) => squares[i]).sort((x, y) => x - y));
      expect(kolmogorov(a, empirical(b))).toBeLessThan(2 * DKW);
      expect(
        kolmogorov(a, empirical(theirs.map((squares) => squares[(i + 1) % n]).sort((x, y) => x - y))),
      ).toBeGreaterThan(2 * DKW);
    }
  });
});

test.each([1, 2, 5, 32])('rotations and blocks are unitary to rounding, n = %i', (n) => {
  const random = randomFromSeed(n);
  const rotation = haarRotation(n, random);
  expect(isUnitary(rotatedBlocks(rotation, [identity(n), identity(n)]), 4 * Number.EPSILON)).toBe(true);
  expect(isUnitary(unitary(n, random, rotation), 40 * n * Number.EPSILON)).toBe(true);
});

/** The squared singular values of the upper left block of a Haar-random unitary of 2n, ascending. */
function blockSquares(n: number, random: Random): Float64Array {
  const u = haarUnitary(2 * n, random);
  const block = (part: Float64Array) =>
    Float64Array.from({ length: n * n }, (_, k) => part[Math.floor(k / n) * 2 * n + (k % n)]);
  const a = { rows: n, cols: n, re: block(u.re), im: block(u.im) };
  return eigenvaluesOf(mulAdjoint(a, a));
}

/** The distribution function of a sorted sample. */
function empirical(sorted: number[]): (x: number) => number {
  return (x) => {
    let [low, high] = [0, sorted.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (sorted[middle] <= x) low = middle + 1;
      else high = middle;
    }
    return low / sorted.length;
  };
}
