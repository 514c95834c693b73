import { describe, expect, test } from 'vitest';
import { form, SIGNATURE, term } from '../notation/test-theory.js';
import { normalForm } from './normal-form.js';
import { polynomialKey } from './polynomial.js';
import { exponentOf, power, renameIndices, shapeOf, substituteExponent, symbol, type Term } from './term.js';

const shape = (t: Term): string => Object.values(shapeOf(SIGNATURE, t)).join('x');
const formOf = (t: Term): string => polynomialKey(normalForm(SIGNATURE, t));

describe('exponents', () => {
  test('a fraction is refused: x^(1/2) is not x', () => {
    expect(() => shape(power(symbol('a'), 0.5))).toThrow('power: expected an integer exponent');
    expect(() => shape(power(symbol('a'), Number.NaN))).toThrow('power: expected an integer exponent');
    expect(() => shape(power(symbol('M'), exponentOf(0, [['k', 0.5]])))).toThrow('power: expected an integer exponent');
  });
  test('an undeclared variable is refused, even one that every object has', () => {
    for (const name of ['o', 'constructor']) {
      expect(() => shape(power(symbol('M'), exponentOf(0, [[name, 1]])))).toThrow(
        `${name}: not declared as an exponent in this theory`,
      );
    }
  });
  test('a variable that stands twice is refused', () => {
    const twice = exponentOf(0, [
      ['k', 1],
      ['k', 1],
    ]);
    expect(() => shape(power(symbol('M'), twice))).toThrow('power: a variable stands twice in the exponent');
  });
  test('a power that may be negative is refused; k - 1 is not for k >= 1', () => {
    expect(() => form('M^(k-1)')).toThrow('M: a power that may be negative');
    expect(() => form('M^(n-2)')).toThrow('M: a power that may be negative');
    expect(() => form('M^(-1)')).toThrow('power: only numbers and sizes can be divided by');
    expect(() => formOf(power(symbol('M'), exponentOf(2, [['k', -1]])))).toThrow('k: a negative multiple of it');
    expect(form('M^(n-1) M')).toBe(form('M^n'));
  });
  test('a symbolic power of a symbolic power is refused: (M^k)^n is not M^n', () => {
    const k = exponentOf(0, [['k', 1]]);
    const n = exponentOf(0, [['n', 1]]);
    expect(() => formOf(power(power(symbol('M'), k), n))).toThrow('M: a symbolic power of a symbolic power');
  });
  test('substitution', () => {
    expect(formOf(substituteExponent(term('M^(k+1) A'), 'k', exponentOf(0)))).toBe(form('M A'));
    expect(formOf(substituteExponent(term('tr(M^k A)'), 'k', exponentOf(1, [['k', 1]])))).toBe(form('tr(M M^k A)'));
  });
});

describe('renaming of indices', () => {
  test('is simultaneous and leaves bound indices alone', () => {
    expect(renameIndices(term('x_ij'), { i: 'j', j: 'i' })).toEqual(term('x_ji'));
    expect(renameIndices(term('r_j sum_j(r_j)'), { j: 'h' })).toEqual(term('r_h sum_j(r_j)'));
  });
  test('refuses capture', () => {
    expect(() => renameIndices(term('sum_j(x_ij)'), { i: 'j' })).toThrow(
      'j: a renamed index would be captured by a sum over j',
    );
  });
});
