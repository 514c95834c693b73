import { readFileSync } from 'node:fs';
import { Matrix } from 'ml-matrix';
import { describe, expect, test } from 'vitest';
import { type ComplexMatrix, columnVector, fromRows, identity, zeros } from './complex-matrix.js';
import { commutator, kronecker, mul, mulAdjoint, outer } from './matrix-products.js';
import { frobeniusNorm, inner, maxAbs, trace, traceOfProduct } from './matrix-scalars.js';
import { add, adjoint, hadamard, hermitianPart, scale, sub, timesI, transpose } from './matrix-sums.js';
import { randomFromSeed } from './random.js';

const eps = Number.EPSILON;
const random = randomFromSeed(11);

function gaussian(rows: number, cols: number): ComplexMatrix {
  const a = zeros(rows, cols);
  return { ...a, re: a.re.map(() => random.normal()), im: a.im.map(() => random.normal()) };
}

/** The error of a sum of 2k products, each factor and the result rounded: (k + 4) eps |a| |b| with room for the order of summation. */
const productError = (a: ComplexMatrix, b: ComplexMatrix) =>
  (2 * a.cols + 4) * eps * frobeniusNorm(a) * frobeniusNorm(b);

const shapes = [
  [1, 1, 1],
  [2, 3, 4],
  [5, 1, 2],
  [7, 8, 3],
  [16, 15, 1],
] as const;

/** a + ib as the real matrix [[a, -b], [b, a]]. */
function embedding({ rows, cols, re, im }: ComplexMatrix): Matrix {
  return new Matrix(
    Array.from({ length: 2 * rows }, (_, i) =>
      Array.from({ length: 2 * cols }, (_, j) => {
        const k = (i % rows) * cols + (j % cols);
        if (i < rows === j < cols) return re[k];
        return i < rows ? -im[k] : im[k];
      }),
    ),
  );
}

test.each(shapes)('mul agrees with ml-matrix through the real embedding (%i x %i times %i)', (rows, k, cols) => {
  const a = gaussian(rows, k);
  const b = gaussian(k, cols);
  const want = embedding(a).mmul(embedding(b));
  const difference = Matrix.sub(embedding(mul(a, b)), want);
  expect(difference.norm('frobenius')).toBeLessThanOrEqual(2 * productError(a, b));
  // A wrong sign in the imaginary part is seen.
  const conjugated = Matrix.sub(embedding(mul({ ...a, im: a.im.map((x) => -x) }, b)), want);
  expect(conjugated.norm('frobenius')).toBeGreaterThan(1e-3);
});

describe('NumPy', () => {
  const url = new URL('../../fixtures/numpy/products.json', import.meta.url);
  const rows = ({ re, im }: { re: number[][]; im: number[][] }) => fromRows(re, im);
  type Stored = Record<'a' | 'b' | 'product' | 'kronecker', { re: number[][]; im: number[][] }>;
  const cases: Stored[] = JSON.parse(readFileSync(url, 'utf8')).cases;
  test.each(cases)('product and Kronecker product, case %#', (one) => {
    const a = rows(one.a);
    const b = rows(one.b);
    expect(maxAbs(sub(mul(a, b), rows(one.product)))).toBeLessThanOrEqual(productError(a, b));
    expect(maxAbs(sub(kronecker(a, b), rows(one.kronecker)))).toBeLessThanOrEqual(4 * eps * maxAbs(a) * maxAbs(b));
  });
});

test('the other products are what they are in terms of mul', () => {
  const a = gaussian(5, 5);
  const b = gaussian(5, 5);
  const v = gaussian(5, 1);
  const w = gaussian(5, 1);
  const near = (x: ComplexMatrix, y: ComplexMatrix) =>
    expect(maxAbs(sub(x, y))).toBeLessThanOrEqual(productError(a, b));
  near(mulAdjoint(a, b), mul(adjoint(a), b));
  near(commutator(a, b), add(mul(a, b), scale(mul(b, a), -1)));
  near(commutator(a, identity(5)), zeros(5, 5));
  near(outer(v, w), mul(v, adjoint(w)));
  near(adjoint(mul(a, b)), mul(adjoint(b), adjoint(a)));
  near(mul(kronecker(a, v), fromRows([[1], [0], [0], [0], [0]])), kronecker(mul(a, columnVector([1, 0, 0, 0, 0])), v));
  const trAB = traceOfProduct(a, b);
  const other = trace(mul(a, b));
  expect(Math.hypot(trAB.re - other.re, trAB.im - other.im)).toBeLessThanOrEqual(5 * productError(a, b));
  const vw = inner(v, w);
  near(mulAdjoint(v, w), fromRows([[vw.re]], [[vw.im]]));
  expect(frobeniusNorm(a) ** 2).toBeCloseTo(traceOfProduct(adjoint(a), a).re, 10);
});

test('entrywise operations on a small example, exactly', () => {
  const a = fromRows([[1, 2]], [[3, -4]]);
  const b = fromRows([[5, -6]], [[7, 8]]);
  expect(add(a, b)).toEqual(fromRows([[6, -4]], [[10, 4]]));
  expect(sub(a, b)).toEqual(fromRows([[-4, 8]], [[-4, -12]]));
  expect(hadamard(a, b)).toEqual(fromRows([[1 * 5 - 3 * 7, 2 * -6 + 4 * 8]], [[1 * 7 + 3 * 5, 2 * 8 + 4 * 6]]));
  expect(scale(a, 2, -1)).toEqual(fromRows([[5, 0]], [[5, -10]]));
  expect(timesI(a)).toEqual(fromRows([[-3, 4]], [[1, 2]]));
  expect(adjoint(a)).toEqual(fromRows([[1], [2]], [[-3], [4]]));
  expect(transpose(a)).toEqual(fromRows([[1], [2]], [[3], [-4]]));
  // biome-ignore format: matrices are read as matrices
  expect(hermitianPart(fromRows([[1, 2], [4, 5]], [[9, 1], [3, 0]]))).toEqual(fromRows([[1, 3], [3, 5]], [[0, -1], [1, 0]]));
});

test('operands that do not fit are refused by name', () => {
  const a = zeros(2, 3);
  const b = zeros(4, 4);
  expect(() => mul(a, b)).toThrow('mul: expected matrices with a.cols = b.rows, got 2x3 and 4x4');
  expect(() => mulAdjoint(a, b)).toThrow('mulAdjoint: expected matrices with a.rows = b.rows, got 2x3 and 4x4');
  expect(() => add(a, b)).toThrow('add: expected two matrices of one shape, got 2x3 and 4x4');
  expect(() => commutator(a, b)).toThrow('commutator: expected a square matrix, got 2x3');
  expect(() => commutator(zeros(2, 2), b)).toThrow('mul: expected matrices with a.cols = b.rows, got 2x2 and 4x4');
  expect(() => outer(a, a)).toThrow('outer: expected a vector (one column), got 2x3');
  expect(() => inner(zeros(2, 1), zeros(3, 1))).toThrow('inner: expected vectors of one length, got 2 and 3');
  expect(() => trace(a)).toThrow('trace: expected a square matrix, got 2x3');
  expect(() => traceOfProduct(a, b)).toThrow('traceOfProduct: expected shapes n x k and k x n, got 2x3 and 4x4');
});
