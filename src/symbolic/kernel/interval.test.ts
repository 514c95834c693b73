import { describe, expect, test } from 'vitest';
import { SIGNATURE, term } from '../testing/theory.js';
import { enclose, type Interval } from './interval.js';
import { atomKey } from './monomial.js';
import { normalForm } from './normal-form.js';
import { format, multiply, rational, SQRT2 } from './number.js';

const key = (text: string): string => {
  const [m] = [...normalForm(SIGNATURE, term(text)).monomials.values()];
  return atomKey(m!.factors[0]!.atom);
};
const of = (low: number, high: number): Interval => ({ low: rational(low, 2), high: rational(high, 2) });

/** a in [1, 2], c in [-1, 3], b in [-2, -1], |c| in [0, 3]; √2 stands for itself. */
const RANGES = new Map([
  [key('a'), of(2, 4)],
  [key('c'), of(-2, 6)],
  [key('b'), of(-4, -2)],
  [key('abs(c)'), of(0, 6)],
]);
const range = (text: string): string[] => {
  const { low, high } = enclose(normalForm(SIGNATURE, term(text)), RANGES);
  return [format(low), format(high)];
};

describe('interval arithmetic', () => {
  test.each([
    ['3', '3', '3'],
    ['a', '1', '2'],
    ['-a', '-2', '-1'],
    ['a + c', '0', '5'],
    ['a - c', '-2', '3'],
    ['2 a b', '-8', '-2'],
    ['a c', '-2', '6'],
    ['b c', '-6', '2'],
    ['a^2', '1', '4'],
    ['b^2', '1', '4'],
    ['c^2', '0', '9'],
    ['c^3', '-1', '27'],
    ['c^4', '0', '81'],
    ['1/a', '1/2', '1'],
    ['1/b', '-1', '-1/2'],
    ['c/a^2', '-1', '3'],
    ['1/(a + 1)', '1/3', '1/2'],
    ['1/(a + 1)^2', '1/9', '1/4'],
    ['c/(a^2 + 1)', '-1/2', '3/2'],
    ['abs(c) a', '0', '6'],
    ['√2 a', '√2', '2√2'],
  ])('%s lies in [%s, %s]', (text, low, high) => expect(range(text)).toEqual([low, high]));

  test('the ends may be irrational', () => {
    const ranges = new Map([[key('a'), { low: rational(0), high: SQRT2 }]]);
    expect(enclose(normalForm(SIGNATURE, term('a^2 - 1')), ranges)).toEqual({
      low: rational(-1),
      high: multiply(rational(1), rational(1)),
    });
  });
});

describe('what has no range is refused', () => {
  test.each([
    ['1/c', 'interval: division by what may be zero'],
    ['1/abs(c)', 'interval: division by what may be zero'],
    ['1/(a + b)', 'interval: division by what may be zero'],
    ['1/(a + b)^2', 'interval: division by what may be zero'],
    ['L', 'interval: no interval is given for L'],
    ['sqrt(a)', 'interval: no interval is given for'],
    ['i a', 'interval: expected real products of atoms'],
    ['sum_j(a r_j)', 'interval: expected real products of atoms'],
    ['a M', 'interval: expected real products of atoms'],
  ])('%s', (text, message) => expect(() => range(text)).toThrow(message));
});
