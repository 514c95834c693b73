import { describe, expect, test } from 'vitest';
import { form, SIGNATURE, term } from '../testing/theory.js';
import { polynomialKey } from './monomial.js';
import { normalForm } from './normal-form.js';
import { ONE } from './number.js';
import { TermError } from './signature.js';
import {
  apply,
  exponentOf,
  identity,
  number,
  over,
  power,
  product,
  renameIndices,
  shapeOf,
  substituteExponent,
  sum,
  symbol,
  type Term,
  trace,
} from './term.js';

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
    expect(() => form('M^(-1)')).toThrow('power: only scalars can be divided by');
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
    expect(formOf(substituteExponent(term('M^n'), 'k', exponentOf(1, [['k', 1]])))).toBe(form('M^n'));
    expect(formOf(substituteExponent(term('tr(M^k A)'), 'k', exponentOf(1, [['k', 1]])))).toBe(form('tr(M M^k A)'));
  });
});

describe('ill-formed terms are refused with a TermError', () => {
  const empty: readonly Term[] = [];
  const commuting = 'commutator: expected two square matrices of one size, got';
  const commutator = (left: Term, right: Term): Term => ({ kind: 'commutator', left, right });
  test.each<[string, Term, string]>([
    ['an empty sum', { kind: 'sum', terms: empty }, 'sum: expected at least one part, got 0'],
    ['an empty product', { kind: 'product', factors: empty }, 'product: expected at least one part, got 0'],
    ['max of nothing', { kind: 'apply', name: 'max', to: empty }, 'max: expected at least one part, got 0'],
    ['abs of two', { kind: 'apply', name: 'abs', to: [symbol('a'), symbol('a')] }, 'abs: expected one part, got 2'],
    ['a denominator below zero', number({ ...ONE, n: -1n }), 'number: expected a positive denominator'],
    ['a denominator of zero', number({ ...ONE, n: 0n }), 'number: expected a positive denominator'],
    ["an identity of a scalar's size", identity('z'), 'z: not declared as a size in this theory'],
    ["an index with one of the kernel's names", symbol('r', 'm#1'), 'm#1: not a name for an index'],
    ["a sum with one of the kernel's names", over('m#1', symbol('a')), 'm#1: not a name for an index'],
    ['an index of another range', symbol('r', 'l'), 'r: expected indices over (m), got (p)'],
    ['an unknown index', symbol('r', 'o'), 'o: not declared as an index in this theory'],
    ['an unknown symbol', symbol('constructor'), 'constructor: not declared in this theory'],
    ['a commutator of two sizes', commutator(symbol('M'), identity('m')), `${commuting} d×d and m×m`],
    ['a commutator of kets', commutator(symbol('u'), symbol('v')), `${commuting} d×1 and d×1`],
    ['a sum of two shapes', sum(symbol('a'), symbol('M')), 'sum: expected summands of one shape, got 1×1 and d×d'],
    ['inner sizes', product(symbol('u'), symbol('v')), 'product: inner sizes differ, got d×1 times d×1'],
    ['a power of a ket', power(symbol('u'), 2), 'power: expected a square base, got d×1'],
    ['a trace of a ket', trace(symbol('u')), 'tr: expected a square matrix, got d×1'],
    ['abs of a matrix', apply('abs', symbol('M')), 'abs: expected a scalar, got d×d'],
  ])('%s', (_, bad, message) => {
    expect(() => normalForm(SIGNATURE, bad)).toThrow(new TermError(message));
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
