import { expect, test } from 'vitest';
import { type ComplexMatrix, column, columnsOf, entry, identity, zeros } from './complex-matrix.js';
import { mul } from './matrix-products.js';
import { maxAbs } from './matrix-scalars.js';
import { adjoint, scale, sub } from './matrix-sums.js';
import { randomFromSeed } from './random.js';
import { thinQR } from './thin-qr.js';

const random = randomFromSeed(11);

function gaussian(rows: number, cols: number): ComplexMatrix {
  const a = zeros(rows, cols);
  for (let k = 0; k < rows * cols; k++) {
    a.re[k] = random.normal();
    a.im[k] = random.normal();
  }
  return a;
}

const generic = gaussian(7, 3);
const repeated = columnsOf([column(generic, 0), column(generic, 0), column(generic, 1)]);

test.each([
  ['a generic matrix', generic],
  ['a square one', gaussian(4, 4)],
  ['one column', gaussian(5, 1)],
  ['a repeated column', repeated],
  ['a zero matrix', zeros(4, 2)],
  ['tiny numbers', scale(generic, 1e-100)],
])('%s is the product of orthonormal columns and a triangle', (_, a) => {
  const { q, r } = thinQR(a);
  expect(maxAbs(sub(mul(q, r), a))).toBeLessThan(1e-14 * maxAbs(a) + 1e-300);
  expect(maxAbs(sub(mul(adjoint(q), q), identity(a.cols)))).toBeLessThan(1e-14);
  for (let i = 0; i < a.cols; i++) for (let j = 0; j < i; j++) expect(entry(r, i, j)).toEqual({ re: 0, im: 0 });
});

test('a matrix with more columns than rows is refused', () => {
  expect(() => thinQR(gaussian(2, 3))).toThrow('thinQR: expected at least as many rows as columns, got 2x3');
});
