import { expect, test } from 'vitest';
import { type ComplexMatrix, columnsOf, identity } from '../numeric/complex-matrix.js';
import { mulAdjoint } from '../numeric/matrix-products.js';
import { maxAbs } from '../numeric/matrix-scalars.js';
import { sub } from '../numeric/matrix-sums.js';
import { randomFromSeed } from '../numeric/random.js';
import { balancedDataSet, equiangularDataSet } from './data-set.js';
import type { State } from './state.js';

const eps = Number.EPSILON;

function gram(states: readonly State[]): ComplexMatrix {
  const vectors = columnsOf(states.map(({ vector }) => vector as ComplexMatrix));
  return mulAdjoint(vectors, vectors);
}

test('orthonormal states with balanced labels', () => {
  const { states, labels } = balancedDataSet(8, 5, randomFromSeed(1));
  expect(maxAbs(sub(gram(states), identity(5)))).toBeLessThanOrEqual(8 * 12 * eps);
  expect(Array.from(labels)).toEqual([1, -1, 1, -1, 1]);
  expect(balancedDataSet(8, 8, randomFromSeed(1)).states.length).toBe(8);
  expect(() => balancedDataSet(2, 3, randomFromSeed(1))).toThrow('expected integers 0 <= m <= d');
});

test.each([0, 0.3, 1])('equiangular states overlap as asked: %d', (overlap) => {
  const { states } = equiangularDataSet(6, 3, overlap, randomFromSeed(2));
  const { re, im } = gram(states);
  re.forEach((x, k) => {
    expect(Math.abs(x - (k % 4 === 0 ? 1 : overlap))).toBeLessThanOrEqual(8 * 10 * eps);
  });
  expect(Math.max(...im.map(Math.abs))).toBeLessThanOrEqual(8 * 10 * eps);
});

test('impossible overlaps and sizes are refused', () => {
  expect(() => equiangularDataSet(4, 2, 1.5, randomFromSeed(1))).toThrow(
    'equiangularDataSet: expected an overlap in [0, 1], got 1.5',
  );
  expect(() => equiangularDataSet(4, 4, 0.5, randomFromSeed(1))).toThrow(
    'equiangularDataSet: expected m < d, got m=4 and d=4',
  );
});
