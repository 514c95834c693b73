import { describe, expect, test } from 'vitest';
import { fromDiagonal, fromRows, identity } from '../numeric/complex-matrix.js';
import { eigenvaluesOf } from '../numeric/hermitian-eigen.js';
import { mul } from '../numeric/matrix-products.js';
import { isHermitian, maxAbs, trace } from '../numeric/matrix-scalars.js';
import { add, scale, sub } from '../numeric/matrix-sums.js';
import { randomFromSeed } from '../numeric/random.js';
import { outputRange, pauliLike, projectorsOf, withSpectrum } from './measurement.js';
import { pauliString } from './pauli-string.js';

const eps = Number.EPSILON;

describe('Pauli strings', () => {
  test('the first letter is the most significant qubit', () => {
    expect(maxAbs(sub(pauliString('ZI'), fromDiagonal([1, 1, -1, -1])))).toBe(0);
    // biome-ignore format: matrices are read as matrices
    const ix = fromRows([[0, 1, 0, 0], [1, 0, 0, 0], [0, 0, 0, 1], [0, 0, 1, 0]]);
    expect(maxAbs(sub(pauliString('IX'), ix))).toBe(0);
  });
  test.each(['X', 'Y', 'Z', 'XY', 'ZIX', 'YYZX'])(
    '%s squares to the identity, is Hermitian and traceless',
    (letters) => {
      const pauli = pauliString(letters);
      expect(maxAbs(sub(mul(pauli, pauli), identity(pauli.rows)))).toBe(0);
      expect(isHermitian(pauli, 0)).toBe(true);
      expect(trace(pauli)).toEqual({ re: 0, im: 0 });
    },
  );
  test('XY = iZ, and YX is not', () => {
    const iZ = scale(pauliString('Z'), 0, 1);
    expect(maxAbs(sub(mul(pauliString('X'), pauliString('Y')), iZ))).toBe(0);
    expect(maxAbs(sub(mul(pauliString('Y'), pauliString('X')), iZ))).toBe(2);
  });
  test.each(['', 'z', 'ZQ', 'Z Z'])('%j is refused', (letters) => {
    expect(() => pauliString(letters)).toThrow(
      `pauliString: expected letters I, X, Y, Z, got ${JSON.stringify(letters)}`,
    );
  });
});

test.each([1, 2, 5, 8])('a Pauli-like measurement squares to I and is balanced, d=%i', (d) => {
  const m = pauliLike(d, randomFromSeed(d));
  expect(maxAbs(sub(mul(m, m), identity(d)))).toBeLessThanOrEqual(8 * (d + 4) * eps);
  expect(trace(m).re).toBeCloseTo(d % 2, 12);
  expect(isHermitian(m, 0)).toBe(true);
});

test('a measurement has the spectrum asked for, and its range is the largest modulus', () => {
  const m = withSpectrum([0.5, -3, 2, 2], randomFromSeed(1));
  expect(eigenvaluesOf(m).every((x, i) => Math.abs(x - [-3, 0.5, 2, 2][i]) < 64 * 3 * eps)).toBe(true);
  expect(outputRange(m)).toBeCloseTo(3, 12);
});

test('spectral projectors: idempotent, orthogonal, complete, of the right ranks', () => {
  const m = withSpectrum([2, 0.5, 0, 0, 0, -1, -1e-6], randomFromSeed(2));
  const { plus, minus, kernel } = projectorsOf(m);
  const tolerance = 64 * 7 * eps;
  expect([plus, minus, kernel].map((p) => Math.round(trace(p).re))).toEqual([2, 2, 3]);
  for (const p of [plus, minus, kernel]) expect(maxAbs(sub(mul(p, p), p))).toBeLessThanOrEqual(tolerance);
  expect(maxAbs(mul(plus, minus))).toBeLessThanOrEqual(tolerance);
  expect(maxAbs(sub(add(add(plus, minus), kernel), identity(7)))).toBeLessThanOrEqual(tolerance);
  expect(maxAbs(mul(m, kernel))).toBeLessThanOrEqual(2 * tolerance);
  // Negative control: the plus space is not in the kernel.
  expect(maxAbs(mul(m, plus))).toBeGreaterThan(0.1);
});

test('for M^2 = I the projectors are (I + M)/2 and (I - M)/2', () => {
  const m = pauliLike(6, randomFromSeed(3));
  const { plus, minus, kernel } = projectorsOf(m);
  expect(maxAbs(sub(plus, scale(add(identity(6), m), 0.5)))).toBeLessThanOrEqual(64 * 6 * eps);
  expect(maxAbs(sub(minus, scale(sub(identity(6), m), 0.5)))).toBeLessThanOrEqual(64 * 6 * eps);
  expect(maxAbs(kernel)).toBe(0);
});

test('a dimension that is none is refused', () => {
  expect(() => pauliLike(0, randomFromSeed(1))).toThrow('pauliLike: expected an integer dimension d >= 1, got 0');
});
