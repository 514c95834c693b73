import { readFileSync } from 'node:fs';
import { EigenvalueDecomposition, Matrix } from 'ml-matrix';
import { describe, expect, test } from 'vitest';
import { type ComplexMatrix, fromDiagonal, fromRows, identity, zeros } from './complex-matrix.js';
import { haarUnitary } from './haar-unitary.js';
import { eigenvaluesOf, hermitianEigen, operatorNorm } from './hermitian-eigen.js';
import { kronecker, mul } from './matrix-products.js';
import { isUnitary, maxAbs } from './matrix-scalars.js';
import { adjoint, hermitianPart, scale, sub } from './matrix-sums.js';
import { randomFromSeed } from './random.js';

const eps = Number.EPSILON;
const random = randomFromSeed(5);

/** Backward error of Householder and QL: a small multiple of d eps |A|; |A| <= d max|A|. Measured: a quarter of this, 3000 matrices. */
const tolerance = (a: ComplexMatrix) =>
  4 * (a.rows + 4) * eps * Math.max(maxAbs(a) * Math.sqrt(a.rows), Number.MIN_VALUE);

function withSpectrum(values: readonly number[]): ComplexMatrix {
  const u = haarUnitary(values.length, random);
  return hermitianPart(mul(mul(u, fromDiagonal(values)), adjoint(u)));
}

function largestDifference(x: ArrayLike<number>, y: ArrayLike<number>): number {
  expect(x.length).toBe(y.length);
  return Array.from(x).reduce((worst, value, i) => Math.max(worst, Math.abs(value - y[i])), 0);
}

/** A V = V diag(values), V unitary, values ascending, and the values-only routine agrees. */
function expectEigen(a: ComplexMatrix, wanted?: ArrayLike<number>): void {
  const { values, vectors } = hermitianEigen(a);
  expect(maxAbs(sub(mul(a, vectors), mul(vectors, fromDiagonal(values))))).toBeLessThanOrEqual(tolerance(a));
  expect(isUnitary(vectors, 4 * (a.rows + 4) * eps)).toBe(true);
  expect(Array.from(values)).toEqual(Array.from(values).sort((x, y) => x - y));
  expect(largestDifference(eigenvaluesOf(a), values)).toBeLessThanOrEqual(tolerance(a));
  if (wanted !== undefined) expect(largestDifference(values, wanted)).toBeLessThanOrEqual(tolerance(a));
}

const repeated = (...runs: [number, number][]) => runs.flatMap(([value, times]) => Array(times).fill(value));

describe('spectra with and without degeneracy', () => {
  test.each([
    ['1x1', [-3]],
    ['two values, d=2', [-1, 1]],
    ['Pauli-like, d=8', repeated([-1, 4], [1, 4])],
    ['Pauli-like, d=64', repeated([-1, 32], [1, 32])],
    ['rank-one projector', repeated([0, 15], [1, 1])],
    ['projector', repeated([0, 9], [1, 8])],
    ['three values', repeated([-2, 5], [0, 7], [3, 6])],
    ['all equal', repeated([2.5, 9])],
    ['clustered', Array.from({ length: 20 }, (_, i) => 1 + i * 1e-14)],
    ['graded', Array.from({ length: 20 }, (_, i) => 10 ** (i - 19))],
    ['random, d=33', Array.from({ length: 33 }, () => random.normal()).sort((x, y) => x - y)],
  ])('%s', (_, spectrum) => {
    expectEigen(withSpectrum(spectrum), spectrum);
  });
});

describe('matrices that need no reduction, or almost none', () => {
  // biome-ignore format: matrices are read as matrices
  const pauliX = fromRows([[0, 1], [1, 0]]);
  // biome-ignore format: matrices are read as matrices
  const pauliY = fromRows([[0, 0], [0, 0]], [[0, -1], [1, 0]]);
  const n = 30;
  const laplacian = fromRows(
    Array.from({ length: n }, (_, i) =>
      Array.from({ length: n }, (_, j) => (i === j ? 2 : Math.abs(i - j) === 1 ? -1 : 0)),
    ),
  );
  test('diagonal: exact, and the eigenvectors are basis vectors', () => {
    const { values, vectors } = hermitianEigen(fromDiagonal([3, -1, 2, -1]));
    expect(Array.from(values)).toEqual([-1, -1, 2, 3]);
    expect(vectors.re.filter((x) => x !== 0)).toEqual(new Float64Array(4).fill(1));
  });
  test('zero and the empty matrix', () => {
    expect(Array.from(hermitianEigen(zeros(3, 3)).values)).toEqual([0, 0, 0]);
    expect(hermitianEigen(zeros(3, 3)).vectors).toEqual(identity(3));
    expect(eigenvaluesOf(zeros(0, 0)).length).toBe(0);
    expect(operatorNorm(zeros(0, 0))).toBe(0);
  });
  test('Pauli matrices and their products', () => {
    expectEigen(pauliX, [-1, 1]);
    expectEigen(pauliY, [-1, 1]);
    expectEigen(kronecker(pauliY, kronecker(pauliX, pauliY)), repeated([-1, 4], [1, 4]));
  });
  test('the discrete Laplacian: 2 - 2 cos(pi k / (n + 1))', () => {
    expectEigen(
      laplacian,
      Array.from({ length: n }, (_, k) => 2 - 2 * Math.cos((Math.PI * (k + 1)) / (n + 1))),
    );
  });
  test.each([1e-320, 1e-170, 1e-160, 1e-145, 1e-120, 1e-17])(
    'off-diagonal entries of size %d beside entries of size 1',
    (tiny) => {
      for (let trial = 0; trial < 20; trial++) {
        const mask = identity(6).re.map(() => [1, tiny, tiny, 0][random.integer(0, 3)]);
        const dense = withSpectrum([1, 2, 2, 3, 3, 3]);
        expectEigen(
          hermitianPart({ ...dense, re: dense.re.map((x, k) => x * mask[k]), im: dense.im.map((x, k) => x * mask[k]) }),
        );
      }
    },
  );
});

test.each([1e-310, 1e-300, 1e-150, 1e-20, 1e20, 1e150, 1e300])('scale %d', (unit) => {
  const spectrum = [-1, -1, -0.25, 0.5, 1];
  const a = withSpectrum(spectrum);
  const scaled = eigenvaluesOf(scale(a, unit));
  // Below 1e-308 the entries themselves have lost digits: an absolute error of the smallest double each.
  const allowed = tolerance(a) + (5 * Number.MIN_VALUE) / unit;
  expect(
    largestDifference(
      scaled.map((x) => x / unit),
      eigenvaluesOf(a),
    ),
  ).toBeLessThanOrEqual(allowed);
  expect(isUnitary(hermitianEigen(scale(a, unit)).vectors, 40 * eps)).toBe(true);
});

test('each eigenvalue comes twice from ml-matrix in the real embedding', () => {
  for (const d of [1, 2, 5, 12]) {
    const a = withSpectrum(Array.from({ length: d }, () => random.normal()));
    const { re, im } = a;
    const embedded = new Matrix(
      Array.from({ length: 2 * d }, (_, i) =>
        Array.from({ length: 2 * d }, (_, j) => {
          const k = (i % d) * d + (j % d);
          return i < d === j < d ? re[k] : i < d ? -im[k] : im[k];
        }),
      ),
    );
    const theirs = new EigenvalueDecomposition(embedded, { assumeSymmetric: true }).realEigenvalues.sort(
      (x, y) => x - y,
    );
    const ours = Array.from(eigenvaluesOf(a)).flatMap((value) => [value, value]);
    expect(largestDifference(ours, theirs)).toBeLessThanOrEqual(4 * tolerance(a));
    expect(operatorNorm(a)).toBeCloseTo(Math.max(...theirs.map(Math.abs)), 12);
  }
});

describe('NumPy', () => {
  const url = new URL('../../fixtures/numpy/eigenvalues.json', import.meta.url);
  type Stored = { name: string; matrix: { re: number[][]; im: number[][] }; values: number[] };
  const cases: Stored[] = JSON.parse(readFileSync(url, 'utf8')).cases;
  test.each(cases)('$name', ({ matrix, values }) => {
    expectEigen(fromRows(matrix.re, matrix.im), values);
  });
});

test('the checks would catch a wrong answer', () => {
  const a = withSpectrum([1, 2, 3, 4]);
  const moved = eigenvaluesOf(shifted(a));
  expect(largestDifference(moved, eigenvaluesOf(a))).toBeGreaterThan(tolerance(a));
});

test('bad input is refused', () => {
  expect(() => hermitianEigen(zeros(2, 3))).toThrow('hermitianEigen: expected a square matrix, got 2x3');
  expect(() => eigenvaluesOf(fromRows([[Number.NaN]]))).toThrow(
    'eigenvaluesOf: expected finite entries, got NaN or Infinity',
  );
  expect(() => eigenvaluesOf(fromDiagonal([1, Number.POSITIVE_INFINITY]))).toThrow('expected finite entries');
  // biome-ignore format: matrices are read as matrices
  expect(() => hermitianEigen(fromRows([[0, 1], [0, 0]]))).toThrow(
    'hermitianEigen: expected a Hermitian matrix (to 1e-9 of its largest entry)',
  );
  expect(() => hermitianEigen(fromRows([[1]], [[1]]))).toThrow('expected a Hermitian matrix');
});

function shifted(a: ComplexMatrix): ComplexMatrix {
  return sub(a, scale(identity(a.rows), 1e-12));
}
