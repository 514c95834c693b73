import { expect, test } from 'vitest';
import { alignedTable, shortNumber } from './text-table.js';

test.each([
  [0, '0'],
  [-3, '-3'],
  [1234567, '1.23457e+6'],
  [0.1 + 0.2, '0.3'],
  [-1 / 3, '-0.333333'],
  [1.5e-7, '1.50000e-7'],
])('%d reads %s', (x, text) => {
  expect(shortNumber(x)).toBe(text);
});

test('columns are as wide as their longest cell', () => {
  expect(
    alignedTable([
      ['a', 'label'],
      ['10', '-1'],
    ]),
  ).toBe(' a  label\n10     -1\n');
  expect(alignedTable([])).toBe('');
});
