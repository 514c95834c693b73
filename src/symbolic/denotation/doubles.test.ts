import { expect, test } from 'vitest';
import { rational } from '../kernel/number.js';
import { fromDouble, toDouble } from './doubles.js';

test('doubles are taken at their exact value', () => {
  expect(fromDouble(0.1)).toEqual(rational(3602879701896397n, 36028797018963968n));
  expect(fromDouble(-5e-324)).toEqual(rational(-1n, 2n ** 1074n));
  expect(toDouble(fromDouble(0.1))).toEqual({ re: 0.1, im: 0 });
  expect(() => fromDouble(Number.NaN)).toThrow('number: expected a finite number, got NaN');
});

test('huge numerators and denominators give their quotient', () => {
  expect(toDouble(rational(3n * 10n ** 500n, 2n * 10n ** 500n)).re).toBeCloseTo(1.5, 12);
  expect(toDouble(rational(-(10n ** 400n), 10n ** 390n)).re).toBeCloseTo(-1e10, 0);
});
