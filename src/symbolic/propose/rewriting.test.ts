import { describe, expect, test } from 'vitest';
import { polynomialKey } from '../kernel/monomial.js';
import { normalForm } from '../kernel/normal-form.js';
import { integer, product, sum, symbol } from '../kernel/term.js';
import type { Rule } from '../kernel/witness.js';
import { assuming, form, SIGNATURE, term } from '../testing/theory.js';
import { rewrite } from './rewriting.js';

const rules = (...texts: string[]): readonly Rule[] => assuming(...texts).rules;
const by = (text: string, ...texts: string[]): string =>
  polynomialKey(rewrite(SIGNATURE, normalForm(SIGNATURE, term(text)), rules(...texts)));
const becomes = (text: string, result: string, ...texts: string[]) => expect(by(text, ...texts)).toBe(form(result));
const stays = (text: string, ...texts: string[]) => expect(by(text, ...texts)).toBe(form(text));

test('where rules lead to different places, the same one is reached whatever was computed before', () => {
  // The work is cut differently for one worker and for two; every call makes new names for bound indices.
  const reached = Array.from({ length: 2000 }, () => by('sum_i(sum_j(r_i r_j s_i a))', 'a r_i = b'));
  expect(new Set(reached).size).toBe(1);
});

describe('words', () => {
  test('inside words and traces, across the ends of a trace, and by the adjoint rule', () => {
    becomes('B A A M', 'B A M', 'A A = A');
    becomes('A† A†', 'A†', 'A A = A');
    becomes('tr(A M A)', 'tr(A M)', 'A A = A');
    becomes('tr(A B)^2', 'c^2', 'tr(A B) = c');
    becomes('A M A', 'tr(A M) A', 'A M A = tr(A M) A');
    becomes('u† M v', 'a u† v', 'M v = a v');
    becomes('v† M u', 'a v† u', 'M v = a v');
    becomes('tr(M u u†)', 'a u† u', 'M u u† = a u u†');
    becomes('M^k M M A', 'a M^k A', 'M^(k+2) A = a M^k A');
    stays('B A M A', 'A A = A');
    stays('A A†', 'A A = A');
    stays('M^k', 'M M = I');
  });
  test('an identity on the right side vanishes, its multiple stays', () => {
    becomes('M M M', 'a^2 M', 'M M = a^2 I');
    becomes('tr(M M)', 'd a^2', 'M M = a^2 I');
  });
});

describe('scalars', () => {
  test('products, powers, conjugates, traces and functions', () => {
    becomes('a^5', 'a c^2', 'a^2 = c');
    becomes('a z† z', 'c^2 a', 'z z† = c^2');
    becomes('z†', 'w†', 'z = w');
    becomes('sqrt(a)^2 c', 'a c', 'sqrt(a)^2 = a');
    becomes('abs(a)', 'a', 'abs(a) = a');
    becomes('sqrt(c + c)', 'sqrt(2 a)', 'c = a');
    becomes('abs(c)^2', 'c^2');
    becomes('abs(a)', 'abs(c)', 'a = -c');
    becomes('abs(a)', '0', 'a = 0');
    stays('a', 'a^2 = c');
    stays('z', 'z z† = c^2');
    stays('abs(a)', 'abs(c) = c');
    stays('sqrt(2 c)', 'sqrt(3 c) = a');
    stays('sqrt(a c)', 'sqrt(a) = b');
    stays('sqrt(a + 2 c)', 'sqrt(a + c) = b');
    stays('sqrt(a + c)', 'sqrt(a) = b');
  });
  test('negative powers of sizes are left alone', () => stays('a/m', 'm = 2'));
});

describe('indices', () => {
  test('of a rule stand for all of their range, the same one wherever it recurs', () => {
    becomes('r_j', 's_j s_j†', 'r_i = s_i s_i†');
    becomes('R_i R_i R_j', 'R_i R_j', 'R_i R_i = R_i');
    becomes('r_i r_j', 'x_ij', 'r_i r_j = x_ij');
    becomes('r_h^2', 'x_hh', 'r_i r_j = x_ij');
    stays('R_i R_j', 'R_i R_i = R_i');
    stays('x_ij', 'x_ii = 1');
  });
  test('also bound ones', () => {
    becomes('sum_j(r_j)', 'sum_i(x_ii)', 'r_i = x_ii');
    becomes('sum_j(x_jj)', 'm', 'x_ii = 1');
    becomes('sqrt(sum_j(r_j))', 'sqrt(sum_h(x_hh))', 'r_i = x_ii');
    stays('sum_i(sum_j(x_ij))', 'x_ii = 1');
    stays('sqrt(sum_i(x_hi))', 'sqrt(sum_i(x_ij)) = c');
    becomes('sum_i(sum_j(tr(R_i R_i R_j)))', 'sum_i(sum_j(tr(R_i R_j)))', 'R_i R_i = R_i');
  });
  test('a sum on the right side captures nothing, whatever the names', () => {
    becomes('r_j', 'sum_h(x_jh)', 'r_i = sum_j(x_ij)');
    becomes('sum_j(r_j r_j)', 'sum_j(sum_h(sum_i(x_jh x_ji)))', 'r_i = sum_j(x_ij)');
    becomes('sum_j(sqrt(r_j))', 'sum_i(sqrt(sum_j(x_ij)))', 'r_i = sum_j(x_ij)');
    expect(by('sum_j(sqrt(r_j))', 'r_i = sum_j(x_ij)')).not.toBe(form('sum_i(sqrt(sum_j(x_ji)))'));
  });
  test('on the right side only are refused', () => {
    expect(() => by('a', 'a = r_i')).toThrow('rule: the index i stands on the right side only');
    expect(() => by('a', 'r_i = sum_i(r_i) + x_ij')).toThrow('rule: the index j stands on the right side only');
  });
});

describe('what is no rule is refused', () => {
  test.each([
    ['a + c = 0', 'rule: the left side must be a single product without a factor'],
    ['2 a = c', 'rule: the left side must be a single product without a factor'],
    ['0 = a', 'rule: the left side must be a single product without a factor'],
    ['sum_i(r_i) = a', 'rule: the left side must be a single product without a factor'],
    ['1 = a', 'rule: the left side must not be a constant'],
    ['a/m = c', 'rule: the left side must not be a constant'],
    ['I = M', 'rule: the left side must not be a constant'],
    ['a I = M', 'rule: the left side must not be a multiple of the identity'],
    ['a M = H', 'rule: the left side must be a word or a scalar, not both'],
  ])('%s', (text, message) => {
    expect(() => by('a', text)).toThrow(message);
  });
  test('sides of two shapes', () => {
    expect(() =>
      rewrite(SIGNATURE, normalForm(SIGNATURE, term('a')), [{ left: symbol('a'), right: symbol('M') }]),
    ).toThrow('rule: the two sides have different shapes');
  });
  test('rules that run in a circle come to an end', () => {
    expect(() => by('a', 'a = c', 'c = a')).toThrow(
      'rewriting: no end after 50000 steps; do the rules run in a circle?',
    );
  });
});

test('a false rule shows: nothing else is changed on the way', () => {
  const wrong = by('tr(A A B)', 'A A = 2 A');
  expect(wrong).not.toBe(by('tr(A A B)', 'A A = A'));
  expect(wrong).toBe(form('2 tr(A B)'));
  expect(
    polynomialKey(
      rewrite(SIGNATURE, normalForm(SIGNATURE, sum(term('a'), product(integer(-1), term('a')))), rules('a = c')),
    ),
  ).toBe('0');
});
