import { expect, test } from 'vitest';
import { linearRange, logRange, logTicks } from './plot-axis.js';

const labels = (low: number, high: number): string[] =>
  logTicks([low, high]).flatMap(({ label }) => (label === '' ? [] : [label]));

test.each([
  [0.015, 0.6, ['0.02', '0.05', '0.1', '0.2', '0.5']],
  [0.9, 1100, ['1', '10', '100', '1000']],
  [1e-6, 1.5e-3, ['10⁻⁶', '10⁻⁵', '10⁻⁴', '10⁻³']],
  [1e-14, 2, ['10⁻¹⁴', '10⁻¹²', '10⁻¹⁰', '10⁻⁸', '10⁻⁶', '10⁻⁴', '0.01', '1']],
  [1.7e6, 6e6, ['2·10⁶', '5·10⁶']],
])('from %d to %d', (low, high, expected) => {
  expect(labels(low, high)).toEqual(expected);
});

test('between two powers all multiples have a mark, in order', () => {
  const values = logTicks([0.1, 1]).map(({ value }) => value);
  expect(values).toEqual([0.1, 0.2, 0.3, 0.4, 0.5, 0.6, 0.7, 0.8, 0.9, 1]);
});

test('ranges reach beyond their values, and start at 0 near it', () => {
  expect(linearRange([0, 100])).toEqual([0, 104]);
  expect(linearRange([100, 200])).toEqual([96, 204]);
  expect(linearRange([3, 3])).toEqual([2.88, 3.12]);
  expect(logRange([0, 1, 1])[0]).toBeCloseTo(10 ** -0.25, 12);
  const [low, high] = logRange([1e-3, 10, -1]);
  expect([Math.log10(low), Math.log10(high)].map((x) => Number(x.toFixed(9)))).toEqual([-3.16, 1.16]);
});
