import { expect, test } from 'vitest';
import { fromRows, identity, zeros } from './complex-matrix.js';
import { frobeniusNorm, isHermitian, isUnitary, maxAbs } from './matrix-scalars.js';
import { scale } from './matrix-sums.js';

// biome-ignore format: matrices are read as matrices
const pauliY = fromRows([[0, 0], [0, 0]], [[0, -1], [1, 0]]);

test('norms neither overflow nor underflow', () => {
  const a = fromRows([[3, 0]], [[0, 4]]);
  expect(maxAbs(a)).toBe(4);
  for (const unit of [1, 1e-300, 1e300]) expect(frobeniusNorm(scale(a, unit)) / unit).toBeCloseTo(5, 14);
  expect(frobeniusNorm(zeros(2, 2))).toBe(0);
  expect(maxAbs(fromRows([[1, Number.NaN, 2]]))).toBeNaN();
});

test('Hermitian and unitary matrices are recognised, neighbours are not', () => {
  expect(isHermitian(pauliY, 0)).toBe(true);
  expect(isUnitary(pauliY, 0)).toBe(true);
  // biome-ignore format: matrices are read as matrices
  const off = fromRows([[0, 0], [0, 0]], [[0, -1], [1 + 1e-6, 0]]);
  expect(isHermitian(off, 1e-9)).toBe(false);
  expect(isHermitian(off, 1e-5)).toBe(true);
  expect(isUnitary(off, 1e-9)).toBe(false);
  expect(isUnitary(scale(identity(3), 2), 1e-9)).toBe(false);
});

test('what is not finite or not square is neither', () => {
  expect(isHermitian(fromRows([[Number.NaN]]), 1e-9)).toBe(false);
  expect(isUnitary(fromRows([[Number.NaN]]), 1e-9)).toBe(false);
  expect(isHermitian(zeros(1, 2), 1e-9)).toBe(false);
  expect(isUnitary(zeros(1, 2), 1e-9)).toBe(false);
});
