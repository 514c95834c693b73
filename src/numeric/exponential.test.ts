import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { type ComplexMatrix, fromDiagonal, fromRows, identity, zeros } from './complex-matrix.js';
import { applyExponential, prepareGenerator, unitaryExponential } from './exponential.js';
import { orthonormalStates } from './haar-unitary.js';
import { mul } from './matrix-products.js';
import { frobeniusNorm, isUnitary, maxAbs } from './matrix-scalars.js';
import { add, hermitianPart, scale, sub, timesI } from './matrix-sums.js';
import { randomFromSeed } from './random.js';

const eps = Number.EPSILON;
const random = randomFromSeed(3);
const gaussian = (d: number) =>
  hermitianPart({
    ...zeros(d, d),
    re: zeros(d, d).re.map(() => random.normal()),
    im: zeros(d, d).im.map(() => random.normal()),
  });

/** Three products of d terms, and phases off by eps |theta| |H|. */
const tolerance = (h: ComplexMatrix, theta: number) => 8 * eps * (h.rows + 1 + Math.abs(theta) * frobeniusNorm(h));

describe('SciPy (Pade approximation)', () => {
  const url = new URL('../../fixtures/numpy/exponentials.json', import.meta.url);
  type Stored = { re: number[][]; im: number[][] };
  const cases: { generator: Stored; theta: number; unitary: Stored }[] = JSON.parse(readFileSync(url, 'utf8')).cases;
  test.each(cases)('case %#', ({ generator, theta, unitary }) => {
    const h = fromRows(generator.re, generator.im);
    const u = unitaryExponential(prepareGenerator(h), theta);
    const want = fromRows(unitary.re, unitary.im);
    expect(maxAbs(sub(u, want))).toBeLessThanOrEqual(4 * tolerance(h, theta)); // Pade errs as well
    if (theta !== 0) expect(maxAbs(sub(unitaryExponential(h, -theta), want))).toBeGreaterThan(1e-3);
  });
});

test('e^{-i theta X} = cos(theta) I - i sin(theta) X', () => {
  // biome-ignore format: matrices are read as matrices
  const x = fromRows([[0, 1], [1, 0]]);
  const want = sub(scale(identity(2), Math.cos(0.7)), timesI(scale(x, Math.sin(0.7))));
  expect(maxAbs(sub(unitaryExponential(x, 0.7), want))).toBeLessThanOrEqual(tolerance(x, 0.7));
});

test.each([1, 2, 7, 20])('group law, unitarity and derivative, d=%i', (d) => {
  const h = gaussian(d);
  const prepared = prepareGenerator(h);
  const u = unitaryExponential(prepared, 0.4);
  expect(isUnitary(u, tolerance(h, 0.4))).toBe(true);
  expect(maxAbs(sub(mul(u, unitaryExponential(prepared, 1.1)), unitaryExponential(prepared, 1.5)))).toBeLessThanOrEqual(
    3 * tolerance(h, 1.5),
  );
  // Central difference: error step^2 |H|^3 / 6 plus rounding / step.
  const step = 1e-5;
  const slope = scale(
    sub(unitaryExponential(prepared, 0.4 + step), unitaryExponential(prepared, 0.4 - step)),
    0.5 / step,
  );
  const allowed = (step ** 2 * frobeniusNorm(h) ** 3) / 6 + (2 * tolerance(h, 1)) / step;
  expect(maxAbs(add(slope, timesI(mul(h, u))))).toBeLessThanOrEqual(allowed);
});

test('a diagonal generator takes the short way to the same answer', () => {
  const values = [1.5, -1.5, 0.25];
  const prepared = prepareGenerator(fromDiagonal(values));
  expect(prepared).toEqual({ values: Float64Array.from(values), vectors: null });
  const u = unitaryExponential(prepared, 0.9);
  const long = { values: prepared.values, vectors: identity(3) };
  expect(maxAbs(sub(u, unitaryExponential(long, 0.9)))).toBe(0);
});

test('applying without forming the exponential', () => {
  const x = orthonormalStates(6, 2, random);
  for (const h of [gaussian(6), fromDiagonal([1, 2, 3, -1, -2, -3])]) {
    const prepared = prepareGenerator(h);
    const difference = sub(applyExponential(prepared, 0.8, x), mul(unitaryExponential(prepared, 0.8), x));
    expect(maxAbs(difference)).toBeLessThanOrEqual(tolerance(h, 0.8));
  }
  expect(() => applyExponential(prepareGenerator(identity(2)), 1, x)).toThrow(
    'applyExponential: expected a matrix of 2 rows, got 6x2',
  );
});

test('bad generators are refused', () => {
  expect(() => prepareGenerator(zeros(2, 3))).toThrow('prepareGenerator: expected a square matrix, got 2x3');
  expect(() => prepareGenerator(fromDiagonal([1, Number.NaN]))).toThrow('expected finite entries, got NaN or Infinity');
  expect(() => prepareGenerator(fromRows([[1]], [[1]]))).toThrow('expected a Hermitian matrix');
});
