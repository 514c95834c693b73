import { expect, test } from 'vitest';
import { column, columnsOf, columnVector, entry, fromDiagonal, fromRows, identity, zeros } from './complex-matrix.js';

// biome-ignore format: matrices are read as matrices
const a = fromRows([[1, 2, 3], [4, 5, 6]], [[0, -1, 0], [7, 0, 8]]);

test('rows, entries and columns agree on the row-major layout', () => {
  expect(a).toMatchObject({ rows: 2, cols: 3 });
  expect(entry(a, 0, 1)).toEqual({ re: 2, im: -1 });
  expect(entry(a, 1, 2)).toEqual({ re: 6, im: 8 });
  expect(column(a, 2)).toEqual(columnVector([3, 6], [0, 8]));
  expect(columnsOf([0, 1, 2].map((j) => column(a, j)))).toEqual(a);
});

test('a missing imaginary part is zero', () => {
  expect(fromRows([[1, 2]])).toEqual(fromRows([[1, 2]], [[0, 0]]));
  expect(columnVector([1, 2])).toEqual(columnVector([1, 2], [0, 0]));
});

test('special matrices', () => {
  expect(identity(2)).toEqual(fromDiagonal([1, 1]));
  // biome-ignore format: matrices are read as matrices
  expect(fromDiagonal([3, -4])).toEqual(fromRows([[3, 0], [0, -4]]));
  expect(zeros(0, 0).re.length).toBe(0);
});

test('bad shapes are refused', () => {
  expect(() => fromRows([[1, 2], [3]])).toThrow(
    'fromRows: expected 2 rows of 2 numbers in every part, got rows of unequal length',
  );
  expect(() => fromRows([[1]], [])).toThrow('fromRows: expected 1 rows of 1 numbers');
  expect(() => zeros(-1, 2)).toThrow('zeros: expected two non-negative integer sizes, got -1 and 2');
  expect(() => columnVector([1], [1, 2])).toThrow('columnVector: expected parts of one length, got 1 and 2');
  expect(() => columnsOf([columnVector([1]), columnVector([1, 2])])).toThrow(
    'columnsOf: expected vectors of length 1, got 2x1',
  );
  expect(() => column(a, 3)).toThrow('column: expected a column below 3, got 3');
  expect(() => entry(a, 2, 0)).toThrow('entry: expected indices inside 2x3, got (2, 0)');
});
