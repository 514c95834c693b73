import { expect, test } from 'vitest';
import { rational, SQRT2 } from '../kernel/number.js';
import { SIGNATURE, term } from '../testing/theory.js';
import { assignments, evaluate, evaluateScalar, type Model } from './evaluate.js';
import { type Bounded, bounded, EXACT, FLOATING } from './field.js';

const q = rational;
const i = { a: 0n, b: 0n, c: 1n, d: 0n, n: 1n };
const model: Model<ReturnType<typeof rational>> = {
  field: EXACT,
  sizes: { d: 2, m: 2, p: 3 },
  exponents: { k: 2, n: 1 },
  values: {
    a: [[[q(-3)]]],
    z: [[[{ ...i, a: 2n }]]],
    r: [[[q(5)]], [[q(7)]]],
    y: [1, 2, 3, 4, 5, 6].map((n) => [[q(n)]]),
    M: [
      [
        [q(0), q(1)],
        [q(1), q(0)],
      ],
    ],
    A: [
      [
        [q(0), i],
        [q(2), q(1)],
      ],
    ],
    u: [[[q(1)], [i]]],
  },
};
const value = (text: string, at = {}) => evaluateScalar(SIGNATURE, {}, term(text), model, at);

test('values by hand', () => {
  expect(value('abs(a) + max(a, 1, 1/2) + min(a, 1)')).toEqual(q(1));
  expect(value('z z† + Re(z) Im(z)')).toEqual(q(7));
  expect(value('tr(A)')).toEqual(q(1));
  expect(value('tr(A A)')).toEqual({ ...q(1), c: 4n });
  expect(value('tr(A† A)')).toEqual(q(6));
  // (1, -i) A (1, i)ᵀ = (1, -i) (-1, 2 + i)ᵀ
  expect(value('u† A u')).toEqual({ ...q(0), c: -2n });
  expect(value('tr([M, A] [M, A])')).toEqual(value('2 tr(M A M A) - 2 tr(M M A A)'));
  expect(value('tr(M^k) + tr(M^(k+1))')).toEqual(q(2));
  expect(value('sqrt(1/2) 2')).toEqual(SQRT2);
  expect(value('d/m + 1/m^2')).toEqual(q(5, 4));
});

test('families are laid out row by row; sums run over the range of their index', () => {
  expect(value('y_jl', { j: 1, l: 0 })).toEqual(q(4));
  expect(value('sum_j(sum_l(y_jl)) - sum_l(y_jl)', { j: 0 })).toEqual(q(15));
  expect(value('sum_j(r_j)^2 - sum_j(r_j^2)')).toEqual(q(70));
  expect(value('sum_j(a)')).toEqual(q(-6));
  expect(value('r_j sum_j(r_j)', { j: 1 })).toEqual(q(84));
});

test('definitions fill in what the model leaves out, in their own indices', () => {
  const definitions = { x: { at: ['j', 'i'], term: term('r_j - 2 r_i') } };
  expect(evaluateScalar(SIGNATURE, definitions, term('x_ij'), model, { i: 0, j: 1 })).toEqual(q(-9));
  expect(() => value('x_ij', { i: 0, j: 1 })).toThrow('x: neither the model nor a definition gives it a value');
});

test('what has no value says why', () => {
  expect(() => value('r_j')).toThrow('j: a free index without a value');
  expect(() => value('r_j', { j: 2 })).toThrow('r: the model has 2 values, asked for number 3');
  expect(() => value('abs(z)')).toThrow('expected a real value');
  expect(() => value('sqrt(3)')).toThrow('a square root that is not in Q(√2)');
  expect(() => value('1/(a + 3)')).toThrow('division by zero');
  expect(() => evaluateScalar(SIGNATURE, {}, term('M'), model)).toThrow('evaluate: expected a scalar');
});

test('an undecided abs or max keeps a bound that covers both cases', () => {
  const x: Bounded = { re: -0.1, im: 0, error: 0.5 };
  const y: Bounded = { re: 0, im: 0, error: 0.01 };
  const floating: Model<Bounded> = {
    ...model,
    field: FLOATING,
    values: { a: [[[x]]], b: [[[y]]], c: [[[bounded(-2)]]] },
  };
  const result = (text: string) => evaluateScalar(SIGNATURE, {}, term(text), floating);
  const covers = (at: Bounded, least: number, most: number) => at.re - at.error <= least && at.re + at.error >= most;
  expect(covers(result('abs(a)'), 0, 0.6)).toBe(true);
  expect(covers(result('max(a, b)'), -0.01, 0.4)).toBe(true);
  expect(covers(result('min(a, b)'), -0.6, 0.01)).toBe(true);
  expect(result('max(a, c)')).toEqual(x);
  expect(result('abs(c)').re).toBe(2);
});

test('every assignment of indices', () => {
  expect([...assignments(SIGNATURE, ['j', 'l'], model.sizes)]).toHaveLength(6);
  expect([...assignments(SIGNATURE, [], model.sizes)]).toEqual([{}]);
});

test('a matrix value has the shape of its term', () => {
  expect(evaluate(SIGNATURE, {}, term('u u†'), model)).toHaveLength(2);
  expect(evaluate(SIGNATURE, {}, term('I_m'), model)).toEqual([
    [q(1), q(0)],
    [q(0), q(1)],
  ]);
});
