import { describe, expect, test } from 'vitest';
import { form, SIGNATURE, term } from '../testing/theory.js';
import { isRealPolynomial, normalForm, sameNormalForm } from './normal-form.js';
import { TermError } from './signature.js';

const equal = (left: string, right: string) => expect(form(left)).toBe(form(right));
const different = (left: string, right: string) => expect(form(left)).not.toBe(form(right));

describe('sums over an index', () => {
  test('of what is free of the index: as often as the range is long', () => {
    equal('sum_j(a)', 'm a');
    equal('sum_l(a)', 'p a');
    equal('1/m sum_j(A)', 'A');
    equal('sum_j(0)', '0');
  });
  test('(Σ a_j)² is the double sum, not the sum of squares', () => {
    equal('sum_j(r_j)^2', 'sum_i(sum_j(r_i r_j))');
    different('sum_j(r_j)^2', 'sum_j(r_j^2)');
    equal('sum_j(r_j) sum_j(s_j)', 'sum_i(sum_j(r_j s_i))');
    different('sum_j(r_j) sum_j(s_j)', 'sum_j(r_j s_j)');
    equal('sum_j(r_j)^4', 'sum_j(r_j)^2 sum_i(r_i)^2');
  });
  test('names of bound indices do not matter, free ones do', () => {
    equal('sum_i(r_i)', 'sum_j(r_j)');
    different('r_i', 'r_j');
    different('r_i sum_i(r_i)', 'sum_i(r_i^2)');
    different('sum_i(x_ij)', 'sum_i(x_ih)');
  });
  test('nested under one name, the inner one counts', () => {
    equal('sum_i(sum_i(r_i))', 'm sum_i(r_i)');
    equal('sum_i(r_i sum_i(s_i))', 'sum_i(r_i) sum_j(s_j)');
  });
  test('commute; transposes differ', () => {
    equal('sum_i(sum_j(x_ij r_i))', 'sum_j(sum_i(x_ij r_i))');
    equal('sum_i(sum_j(x_ij))', 'sum_i(sum_j(x_ji))');
    different('sum_i(sum_j(x_ij r_i))', 'sum_i(sum_j(x_ij r_j))');
    equal('sum_i(sum_j(sum_h(x_ij x_jh x_hi)))', 'sum_i(sum_j(sum_h(x_jh x_ij x_hi)))');
    different('sum_i(sum_j(sum_h(x_ij x_jh x_hi)))', 'sum_i(sum_j(sum_h(x_ij x_jh x_ih)))');
  });
});

describe('functions', () => {
  test('abs of negative and of complex things', () => {
    equal('abs(-2 a)', '2 abs(a)');
    equal('abs(-3)', '3');
    equal('abs(a^3 c^2)', 'a^2 c^2 abs(a)');
    equal('abs(a/m)', 'abs(a)/m');
    different('abs(a)', 'a');
    different('abs(a + c)', 'abs(a) + abs(c)');
    different('abs(a + c)', 'abs(a - c)');
    equal('abs(0)', '0');
    for (const text of ['abs(z)', 'abs(i)', 'abs(i a)', 'abs(tr(A))', 'sqrt(s_j)', 'max(a, z)'])
      expect(() => form(text)).toThrow('expected a real argument; the normal form cannot see that it is');
    different('abs(z z†)', 'z^2');
    expect(form('abs(abs(a))')).toBe(form('abs(a)'));
  });
  test('a root is no inverse of the square without a hypothesis', () => {
    different('sqrt(a^2)', 'a');
    different('sqrt(a)^2', 'a');
    different('sqrt(a) sqrt(c)', 'sqrt(a c)');
  });
  test('re and im are expanded', () => {
    equal('Re(z) + i Im(z)', 'z');
    equal('Re(tr(A M))', '(tr(A M) + tr(A† M))/2');
    equal('Im(a)', '0');
    different('Re(z w)', 'Re(z) Re(w)');
  });
  test('max keeps its arguments', () => {
    different('max(a, c)', 'max(a, b)');
    different('max(a, c)', 'min(a, c)');
  });
});

test('adjoints', () => {
  equal('(A B)†', 'B† A†');
  different('(A B)†', 'A† B†');
  equal('M†', 'M');
  different('A†', 'A');
  equal('z††', 'z');
  different('z†', 'z');
  equal('(i z A)†', '-i z† A†');
  equal('tr(A B)†', 'tr(A† B†)');
  equal('[M, H]†', '-[M, H]');
});

describe('division', () => {
  const cancels = (left: string, right: string) =>
    expect(sameNormalForm(SIGNATURE, term(left), term(right))).toBe(true);
  const stays = (left: string, right: string) => expect(sameNormalForm(SIGNATURE, term(left), term(right))).toBe(false);
  test('by numbers, sizes and single products goes factor by factor', () => {
    equal('a/2', '0.5 a');
    equal('m/m', '1');
    equal('m^2 (1/m)', 'm');
    equal('c/(a m)', 'c (1/a) (1/m)');
    equal('a/a', '1');
    equal('1/(1/a)', 'a');
    equal('(2 a c)^(-2) a', '0.25 (1/a) (1/c) (1/c)');
    equal('1/tr(A)', '1/tr(A)');
    equal('(1/z)†', '1/z†');
    equal('sum_j(r_j/r_j)', 'm');
    different('1/a', '1/c');
    different('1/a', 'a');
    different('1/z', '(1/z)†');
  });
  test('by a sum keeps it whole, until denominators are cleared', () => {
    cancels('(a + 1)/(a + 1)', '1');
    cancels('c/(m + 1) (m + 1)', 'c');
    cancels('1/(a + c) + 1/(a - c)', '2 a/((a + c) (a - c))');
    cancels('sum_j(r_j)/sum_i(r_i)', '1');
    cancels('1/(1/(a + c))', 'a + c');
    cancels('1/(a + c)^2 (a + c)', '1/(a + c)');
    stays('1/(a + c)', '1/a + 1/c');
    stays('1/(a + c)', '1/(a - c)');
    stays('1/(a + c)^2', '1/(a + c)');
    stays('1/(r_i + 1)', '1/(r_j + 1)');
    stays('sum_j(1/(r_j + 1))', '1/(sum_j(r_j) + 1)');
    // Under a sum denominators are not cleared, since they are not the same for all summands.
    stays('sum_j(a/(r_j + 1))', 'a/(r_j + 1)');
  });
  test('by zero or by a matrix is refused', () => {
    for (const text of ['a/0', '1/(a - a)', 'a/(c z - z c)'])
      expect(() => form(text)).toThrow('power: division by zero');
    for (const text of ['M^(-1)', 'u^(-1)']) expect(() => form(text)).toThrow(TermError);
    expect(() => form('M^(-1)')).toThrow('power: only scalars can be divided by');
  });
});

test('what is visibly real', () => {
  const real = (text: string) => isRealPolynomial(SIGNATURE, normalForm(SIGNATURE, term(text)));
  for (const text of ['a', 'z z†', 'tr(M H)', 'tr(A† A)', 'i tr(M [H, R_i])', 'v† M v', 'sqrt(a)', 'sum_j(s_j s_j†)'])
    expect(real(text)).toBe(true);
  for (const text of ['z', 'i a', 'tr(A)', 'tr(M H R_i)', 'u† v', 'sum_j(s_j)']) expect(real(text)).toBe(false);
});
