import { expect, test } from 'vitest';
import { BadInput } from './bad-input.js';
import { columnOverlaps } from './column-overlaps.js';
import { column, fromDiagonal, zeros } from './complex-matrix.js';
import { haarUnitary } from './haar-unitary.js';
import { mul } from './matrix-products.js';
import { inner } from './matrix-scalars.js';
import { randomFromSeed } from './random.js';

const random = randomFromSeed(5);
const a = haarUnitary(5, random);
const b = haarUnitary(5, random);

test('the columns one by one, with and without a diagonal between them', () => {
  const values = Float64Array.from([0.5, -2, 0, 3, 1]);
  for (const [overlaps, right] of [
    [columnOverlaps(a, b), b],
    [columnOverlaps(a, b, values), mul(fromDiagonal(values), b)],
  ] as const) {
    for (let j = 0; j < 5; j++) {
      const expected = inner(column(a, j), column(right, j));
      expect(overlaps.re[j]).toBeCloseTo(expected.re, 14);
      expect(overlaps.im[j]).toBeCloseTo(expected.im, 14);
    }
  }
});

test('sizes that do not fit are named', () => {
  expect(() => columnOverlaps(a, zeros(5, 4))).toThrow(BadInput);
  expect(() => columnOverlaps(a, b, new Float64Array(4))).toThrow(
    new BadInput('columnOverlaps: expected 5 values, one a row, got 4'),
  );
});
