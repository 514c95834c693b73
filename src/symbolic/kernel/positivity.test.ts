import { describe, expect, test } from 'vitest';
import { assuming, form, SIGNATURE, term } from '../testing/theory.js';
import { normalForm } from './normal-form.js';
import { IMAGINARY_UNIT, multiply, negate, ONE, rational, SQRT2, subtract } from './number.js';
import { polynomialKey } from './polynomial.js';
import { conclusionOf, type Positivity } from './positivity.js';

const facts: Record<string, ReturnType<typeof term>> = { sign: term('r_i'), psd: term('R_i'), ket: term('u') };
function proves(certificate: Positivity, ...rules: string[]): string {
  const fact = (name: string) => facts[name]!;
  const context = { signature: SIGNATURE, rules: assuming(...rules).rules, fact, cite: () => {} };
  return polynomialKey(normalForm(SIGNATURE, conclusionOf(context, certificate)));
}
const constant = (value: typeof ONE): Positivity => ({ kind: 'constant', value });
const square = (text: string): Positivity => ({ kind: 'square', of: term(text) });

describe('what certificates prove', () => {
  test.each<[Positivity, string]>([
    [constant(subtract(rational(3), multiply(rational(2), SQRT2))), '3 - 2 √2'],
    [{ kind: 'size', name: 'm', power: -2 }, 'm^(-2)'],
    [square('a - c'), 'a^2 - 2 a c + c^2'],
    [square('i tr([M, H] R_i)'), '-tr([M, H] R_i)^2'],
    [{ kind: 'modulus', of: term('z + w') }, 'z z† + z w† + w z† + w w†'],
    [{ kind: 'gram', of: term('[A, M]') }, 'tr((M A† - A† M) (A M - M A))'],
    [{ kind: 'abs', of: term('a - c') }, 'abs(a - c)'],
    [{ kind: 'dominates', of: term('-a') }, 'abs(a) + a'],
    [{ kind: 'fact', name: 'sign', at: { i: 'j' } }, 'r_j'],
    [{ kind: 'sandwich', name: 'psd', at: { i: 'h' }, by: term('A v') }, 'v† A† R_h A v'],
    [{ kind: 'cauchy-schwarz', left: term('u'), right: term('v') }, '(u† u) (v† v) - (u† v) (v† u)'],
    [{ kind: 'sum', parts: [square('a'), square('c')] }, 'a^2 + c^2'],
    [{ kind: 'product', parts: [square('a'), { kind: 'abs', of: term('c') }] }, 'a^2 abs(c)'],
    [{ kind: 'over', index: 'i', part: square('r_i') }, 'sum_j(r_j^2)'],
  ])('%#', (certificate, text) => {
    expect(proves(certificate)).toBe(form(text));
  });
  test('small <= large from large >= 0 and large² - small² >= 0, with the rules that the step cites', () => {
    const sign: Positivity = { kind: 'abs', of: term('c') };
    const root: Positivity = { kind: 'root', small: term('a'), large: term('abs(c)'), sign, gap: square('b') };
    expect(proves(root, 'c^2 = a^2 + b^2')).toBe(form('abs(c) - a'));
    expect(() => proves(root)).toThrow('root: the gap certificate proves something else');
    expect(() => proves(root, 'c^2 = a^2 - b^2')).toThrow('root: the gap certificate proves something else');
  });
});

describe('what proves nothing is refused', () => {
  const of = (text: string) => ({ of: term(text) });
  test.each<[string, Positivity, string]>([
    ['a negative constant', constant(negate(ONE)), 'positivity: a negative constant'],
    ['1 - √2', constant(subtract(ONE, SQRT2)), 'positivity: a negative constant'],
    ['i', constant(IMAGINARY_UNIT), 'positivity: a negative constant'],
    ['-1 spelled 1/-1', constant({ ...ONE, n: -1n }), 'number: expected a positive denominator'],
    ['a scalar as a size', { kind: 'size', name: 'a', power: 1 }, 'positivity: a is not a size'],
    ['half a size', { kind: 'size', name: 'm', power: 0.5 }, 'power: expected an integer exponent'],
    ['the square of a complex number', { kind: 'square', ...of('z') }, 'square: expected a real term'],
    ['(ia)²', { kind: 'square', ...of('i a') }, 'square: expected a real term'],
    ['tr(A)²', { kind: 'square', ...of('tr(A)') }, 'square: expected a real term'],
    ['the square of a matrix', { kind: 'square', ...of('M') }, 'square: expected a scalar'],
    ['abs of a complex number', { kind: 'abs', ...of('z') }, 'abs: expected a real term'],
    ['z <= |z|', { kind: 'dominates', ...of('z') }, 'abs: expected a real term'],
    ['the modulus of a matrix', { kind: 'modulus', ...of('A') }, 'modulus: expected a scalar'],
    ['a matrix fact as a number', { kind: 'fact', name: 'psd', at: {} }, 'psd: expected a scalar'],
    [
      'a fact at an index of another range',
      { kind: 'fact', name: 'sign', at: { i: 'l' } },
      'r: expected indices over (m)',
    ],
    [
      'a fact at an index of the kernel',
      { kind: 'fact', name: 'sign', at: { i: 'm#1' } },
      'm#1: not a name for an index',
    ],
    [
      'a sandwich of the wrong shape',
      { kind: 'sandwich', name: 'psd', at: {}, by: term('T') },
      'product: inner sizes differ',
    ],
    ['two shapes', { kind: 'cauchy-schwarz', left: term('u'), right: term('A') }, 'expected two matrices of one shape'],
    ['an empty sum', { kind: 'sum', parts: [] }, 'sum: expected at least one part'],
    ['an empty product', { kind: 'product', parts: [] }, 'product: expected at least one part'],
    ['a sum over no index', { kind: 'over', index: 'o', part: constant(ONE) }, 'o: not declared as an index'],
  ])('%s', (_, certificate, message) => {
    expect(() => proves(certificate)).toThrow(message);
  });
  test('a root with a wrong sign or gap, or a complex small side', () => {
    const root = (small: string, large: string, sign: Positivity, gap: Positivity): Positivity => ({
      kind: 'root',
      small: term(small),
      large: term(large),
      sign,
      gap,
    });
    const abs: Positivity = { kind: 'abs', of: term('a') };
    expect(proves(root('a', 'abs(a)', abs, constant(rational(0))))).toBe(form('abs(a) - a'));
    const zero = constant(rational(0));
    // |a| <= a would follow from a² <= a² if a were known to be nonnegative
    expect(() => proves(root('abs(a)', 'a', abs, zero))).toThrow('root: the sign certificate proves something else');
    expect(() => proves(root('2 a', 'abs(a)', abs, zero))).toThrow('root: the gap certificate proves something else');
    expect(() => proves(root('z', 'abs(a)', abs, zero))).toThrow('root: expected a real term');
  });
});
