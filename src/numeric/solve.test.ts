import { expect, test } from 'vitest';
import { BadInput } from './bad-input.js';
import { type ComplexMatrix, fromRows, identity, zeros } from './complex-matrix.js';
import { mul } from './matrix-products.js';
import { frobeniusNorm, maxAbs } from './matrix-scalars.js';
import { add, scale, sub } from './matrix-sums.js';
import { type Random, randomFromSeed } from './random.js';
import { backSubstitute, solve } from './solve.js';

const random = randomFromSeed(11);

function normals(rows: number, cols: number, { normal }: Random): ComplexMatrix {
  const part = () => Float64Array.from({ length: rows * cols }, normal);
  return { rows, cols, re: part(), im: part() };
}

test.each([1, 2, 5, 16, 33])('A X = B to rounding, n = %i', (n) => {
  const a = add(normals(n, n, random), scale(identity(n), 3 * Math.sqrt(n)));
  const x = normals(n, 3, random);
  const found = solve(a, mul(a, x));
  expect(maxAbs(sub(found, x))).toBeLessThan(1e-13 * frobeniusNorm(x));
  // Control: the transpose is another matrix.
  const turned = { ...a, im: a.im.map((v) => -v) };
  expect(maxAbs(sub(solve(turned, mul(a, x)), x))).toBeGreaterThan(1e-3);
});

test('a matrix with zeros on the diagonal, where rows must change places', () => {
  const a = fromRows([
    [0, 2],
    [4, 1],
  ]);
  expect([...solve(a, fromRows([[2], [5]])).re]).toEqual([1, 1]);
});

test('a triangular system with complex pivots', () => {
  const r = {
    ...fromRows([
      [2, 1],
      [0, 0],
    ]),
    im: Float64Array.of(0, 0, 0, 4),
  };
  const x = backSubstitute(r, { rows: 2, cols: 1, re: Float64Array.of(5, 0), im: Float64Array.of(0, 4) });
  expect([...x.re, ...x.im]).toEqual([2, 1, 0, 0]);
});

test('a singular matrix and other sizes are refused', () => {
  expect(() => solve(zeros(2, 2), identity(2))).toThrow(BadInput);
  expect(() => backSubstitute(identity(2), identity(3))).toThrow(BadInput);
});
