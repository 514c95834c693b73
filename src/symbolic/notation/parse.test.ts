import { describe, expect, test } from 'vitest';
import { rational, SQRT2 } from '../kernel/number.js';
import {
  adjoint,
  apply,
  exponentOf,
  identity,
  integer,
  number,
  over,
  power,
  product,
  sum,
  symbol,
  trace,
} from '../kernel/term.js';
import { form, SIGNATURE, term } from '../testing/theory.js';
import { parseStatement } from './parse.js';

describe('what is read', () => {
  test.each([
    ['a + 2 c', sum(symbol('a'), product(integer(2), symbol('c')))],
    ['-a', product(integer(-1), symbol('a'))],
    ['0.25', number(rational(1, 4))],
    ['8√2', product(integer(8), number(SQRT2))],
    ['A†^2', power(adjoint(symbol('A')), 2)],
    ['AB', product(symbol('A'), symbol('B'))],
    ['M^(k-1)', power(symbol('M'), exponentOf(-1, [['k', 1]]))],
    [
      'M^(2k+n)',
      power(
        symbol('M'),
        exponentOf(0, [
          ['k', 2],
          ['n', 1],
        ]),
      ),
    ],
    ['sum_ij(x_ij)', over('i', over('j', symbol('x', 'i', 'j')))],
    ['tr(I)', trace(identity('d'))],
    ['I_m', identity('m')],
    ['|a|', apply('abs', symbol('a'))],
    ['max(a, c)', apply('max', symbol('a'), symbol('c'))],
    ['r_{j}', symbol('r', 'j')],
  ])('%s', (text, expected) => {
    expect(term(text)).toEqual(expected);
  });
  test('powers bind before products, products before sums; minus takes the whole product', () => {
    expect(form('-a^2')).toBe(form('0 - a a'));
    expect(form('a - c b')).toBe(form('a - (c b)'));
    expect(form('a/2 c')).toBe(form('(1/2) a c'));
    expect(form('1/m a')).toBe(form('a/m'));
    expect(form('2 |a| |c|')).toBe(form('2 abs(a) abs(c)'));
    expect(form('i [M, H]')).toBe(form('i (M H - H M)'));
    expect(form('|a - (|c|)|')).toBe(form('abs(a - abs(c))'));
  });
});

describe('what cannot be read says where', () => {
  test.each([
    ['a +', '"a +": expected more, got the end'],
    ['|a - |c||', '"|a - |c||": expected more, got the end'],
    ['(a', '"(a": expected \')\', got the end'],
    ['a)', '"a)": expected the end, got \')\''],
    ['o', '"o": o is not declared in this theory'],
    ['a $', '"a $": cannot read "$"'],
    ['sum(a)', '"sum(a)": expected an index: sum_j(...), got \'(\''],
    ['M^a', '"M^a": expected an integer or an exponent variable, got the end'],
    ['a^0.5', '"a^0.5": expected an integer or an exponent variable, got the end'],
    ['a + M', 'sum: expected summands of one shape, got 1×1 and d×d'],
    ['u v', 'product: inner sizes differ, got d×1 times d×1'],
    ['r_l', 'r: expected indices over (m), got (p)'],
  ])('%s', (text, message) => {
    expect(() => term(text)).toThrow(message);
  });
});

test('statements', () => {
  expect(parseStatement(SIGNATURE, 'a ≤ c').relation).toBe('<=');
  expect(parseStatement(SIGNATURE, 'M >= 0 M').relation).toBe('>=');
  expect(() => parseStatement(SIGNATURE, 'a')).toThrow('"a": expected =, <= or >=, got the end');
  expect(() => parseStatement(SIGNATURE, 'a = M')).toThrow('"a = M": the two sides have different shapes');
});
