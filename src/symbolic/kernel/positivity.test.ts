import { describe, expect, test } from 'vitest';
import { concluded } from '../propose/justify.js';
import { witnessOf } from '../propose/rewriting.js';
import { assuming, form, SIGNATURE, term } from '../testing/theory.js';
import { polynomialKey } from './monomial.js';
import { normalForm } from './normal-form.js';
import { IMAGINARY_UNIT, multiply, negate, ONE, rational, SQRT2, subtract } from './number.js';
import { conclusionOf, type Positivity } from './positivity.js';
import type { Theory } from './proof.js';
import { difference, power, type Term } from './term.js';
import { requireEqual, type Witness } from './witness.js';

const FACTS = { sign: 'r_i', psd: 'R_i', ket: 'u', wide: 'T' };

/** The normal form of what a certificate proves, the equations `rules` being cited as `given`. */
function proves(certificate: Positivity, ...rules: string[]): string {
  const given = assuming(...rules).rules;
  const equations = { signature: SIGNATURE, rule: (_: string, position: number) => given[position]! };
  const context = {
    signature: SIGNATURE,
    fact: (name: string) => term(FACTS[name as keyof typeof FACTS]),
    equal: (left: Term, right: Term, witness: Witness, message: string) =>
      requireEqual(equations, left, right, witness, message),
    cite: () => {},
  };
  return polynomialKey(normalForm(SIGNATURE, conclusionOf(context, certificate)));
}

/** small <= large, with witnesses found by rewriting with the rules. */
function root(small: string, large: string, sign: Positivity, gap: Positivity, ...rules: string[]): Positivity {
  const theory: Theory = { signature: SIGNATURE, hypotheses: {}, theorems: {} };
  const named = assuming(...rules).rules.map((rule, position) => ({ from: 'given', position, rule }));
  const witness = (left: Term, proved: Positivity) => witnessOf(SIGNATURE, left, concluded(theory, proved), named);
  const [low, high] = [term(small), term(large)];
  const squares = difference(power(high, 2), power(low, 2));
  return {
    kind: 'root',
    small: low,
    large: high,
    sign,
    gap,
    signWitness: witness(high, sign),
    gapWitness: witness(squares, gap),
  };
}

const constant = (value: typeof ONE): Positivity => ({ kind: 'constant', value });
const gram = (text: string): Positivity => ({ kind: 'gram', of: term(text) });
const abs = (text: string): Positivity => ({ kind: 'abs', of: term(text) });
const fact = (name: string, at: Readonly<Record<string, string>> = {}): Positivity => ({ kind: 'fact', name, at });
const trace = (part: Positivity): Positivity => ({ kind: 'trace', part });
const congruence = (by: string, part: Positivity): Positivity => ({ kind: 'congruence', by: term(by), part });
const sum = (...parts: Positivity[]): Positivity => ({ kind: 'sum', parts });
const product = (...parts: Positivity[]): Positivity => ({ kind: 'product', parts });
const over = (index: string, part: Positivity): Positivity => ({ kind: 'over', index, part });

describe('what certificates prove of scalars', () => {
  test.each<[Positivity, string]>([
    [constant(subtract(rational(3), multiply(rational(2), SQRT2))), '3 - 2 √2'],
    [{ kind: 'size', name: 'm', power: -2 }, 'm^(-2)'],
    [gram('a - c'), 'a^2 - 2 a c + c^2'],
    [gram('i tr([M, H] R_i)'), '-tr([M, H] R_i)^2'],
    [gram('z + w'), 'z z† + z w† + w z† + w w†'],
    [gram('i a'), 'a^2'],
    [gram('A u'), 'u† A† A u'],
    [trace(gram('[A, M]')), 'tr((M A† - A† M) (A M - M A))'],
    [trace(gram('u†')), 'u† u'],
    [trace(gram('z')), 'z z†'],
    [abs('a - c'), 'abs(a - c)'],
    [{ kind: 'dominates', of: term('-a') }, 'abs(a) + a'],
    [fact('sign', { i: 'j' }), 'r_j'],
    [congruence('A v', fact('psd', { i: 'h' })), 'v† A† R_h A v'],
    [congruence('z', fact('sign')), 'r_i z z†'],
    [trace(congruence('A', fact('psd'))), 'tr(A† R_i A)'],
    [trace(fact('psd')), 'tr(R_i)'],
    [{ kind: 'cauchy-schwarz', left: term('u'), right: term('v') }, '(u† u) (v† v) - (u† v) (v† u)'],
    [
      { kind: 'cauchy-schwarz', left: term('A'), right: term('T† T') },
      'tr(A† A) tr(T† T T† T) - tr(A† T† T) tr(T† T A)',
    ],
    [sum(gram('a'), gram('c')), 'a^2 + c^2'],
    [product(gram('a'), abs('c')), 'a^2 abs(c)'],
    [over('i', gram('r_i')), 'sum_j(r_j^2)'],
  ])('%#', (certificate, text) => {
    expect(proves(certificate)).toBe(form(text));
  });
  test('small <= large from large >= 0 and large² - small² >= 0, with the rules that the step cites', () => {
    const pythagoras = 'c^2 = a^2 + b^2';
    const short = (...rules: string[]) => root('a', 'abs(c)', abs('c'), gram('b'), ...rules);
    expect(proves(short(pythagoras), pythagoras)).toBe(form('abs(c) - a'));
    expect(() => proves(short())).toThrow('root: the gap certificate proves something else');
    const wrong = 'c^2 = a^2 - b^2';
    expect(() => proves(short(wrong), wrong)).toThrow('root: the gap certificate proves something else');
    expect(() => proves(short(pythagoras), wrong)).toThrow('root: the gap certificate proves something else');
    const named = root('a', 'c', abs('c'), gram('b'), 'abs(c) = c', pythagoras);
    expect(proves(named, 'abs(c) = c', pythagoras)).toBe(form('c - a'));
  });
});

describe('what certificates prove of matrices', () => {
  test.each<[Positivity, string]>([
    [gram('A'), 'A† A'],
    [gram('[A, M]'), '(M A† - A† M) (A M - M A)'],
    [gram('u†'), 'u u†'],
    [gram('T'), 'T† T'],
    [fact('psd', { i: 'j' }), 'R_j'],
    [congruence('A', fact('psd', { i: 'h' })), 'A† R_h A'],
    [congruence('A', gram('B')), 'A† B† B A'],
    [congruence('A', fact('sign')), 'r_i A† A'],
    [congruence('u†', abs('c')), 'abs(c) u u†'],
    [congruence('T†', gram('A')), 'T A† A T†'],
    [product(abs('c'), gram('A')), 'abs(c) A† A'],
    [product(gram('A'), abs('c'), gram('a')), 'a^2 abs(c) A† A'],
    [sum(gram('A'), fact('psd'), gram('u†')), 'A† A + R_i + u u†'],
    [over('i', product(fact('sign'), fact('psd'))), 'sum_j(r_j R_j)'],
  ])('%#', (certificate, text) => {
    expect(proves(certificate)).toBe(form(text));
  });
  test('A†A is not AA†, and A†SA is not ASA†', () => {
    expect(proves(gram('A'))).not.toBe(form('A A†'));
    expect(proves(congruence('A', fact('psd')))).not.toBe(form('A R_i A†'));
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
    ['abs of a complex number', abs('z'), 'abs: expected a real term'],
    ['abs of ia', abs('i a'), 'abs: expected a real term'],
    ['abs of tr(A)', abs('tr(A)'), 'abs: expected a real term'],
    ['abs of a matrix', abs('M'), 'abs: expected a scalar'],
    ['z <= |z|', { kind: 'dominates', ...of('z') }, 'abs: expected a real term'],
    ['M <= |M|', { kind: 'dominates', ...of('M') }, 'abs: expected a scalar'],
    ['a column as a fact', fact('ket'), 'ket: expected a scalar or a square matrix'],
    ['a wide matrix as a fact', fact('wide'), 'wide: expected a scalar or a square matrix'],
    ['a fact at an index of another range', fact('sign', { i: 'l' }), 'r: expected indices over (m)'],
    ['a fact at an index of the kernel', fact('sign', { i: 'm#1' }), 'm#1: not a name for an index'],
    ['a congruence of the wrong shape', congruence('T', fact('psd')), 'product: inner sizes differ'],
    ['two matrices multiplied', product(gram('A'), gram('B')), 'positivity: a product of two matrices'],
    ['even with themselves', product(fact('psd'), abs('c'), fact('psd')), 'positivity: a product of two matrices'],
    ['a sum of a number and a matrix', sum(gram('a'), gram('A')), 'sum: expected summands of one shape'],
    ['a sum of two sizes', sum(gram('A'), gram('T†')), 'sum: expected summands of one shape'],
    ['two shapes', { kind: 'cauchy-schwarz', left: term('u'), right: term('A') }, 'expected two matrices of one shape'],
    [
      'two columns of different heights',
      { kind: 'cauchy-schwarz', left: term('u'), right: term('T u') },
      'expected two matrices of one shape',
    ],
    ['an empty sum', sum(), 'sum: expected at least one part'],
    ['an empty product', product(), 'product: expected at least one part'],
    ['a sum over no index', over('o', constant(ONE)), 'o: not declared as an index'],
    ["a sum over one of the kernel's", over('m#1', constant(ONE)), 'm#1: not a name for an index'],
  ])('%s', (_, certificate, message) => {
    expect(() => proves(certificate)).toThrow(message);
  });
  test('a root with a wrong sign or gap, a complex small side, or a matrix', () => {
    const zero = constant(rational(0));
    expect(proves(root('a', 'abs(a)', abs('a'), zero))).toBe(form('abs(a) - a'));
    // |a| <= a would follow from a² <= a² if a were known to be nonnegative
    expect(() => proves(root('abs(a)', 'a', abs('a'), zero))).toThrow(
      'root: the sign certificate proves something else',
    );
    expect(() => proves(root('2 a', 'abs(a)', abs('a'), zero))).toThrow(
      'root: the gap certificate proves something else',
    );
    expect(() => proves(root('z', 'abs(a)', abs('a'), zero))).toThrow('root: expected a real term');
    const matrices = { ...root('a', 'abs(a)', abs('a'), zero), small: term('A'), large: term('A† A') };
    expect(() => proves(matrices as Positivity)).toThrow('root: expected a scalar');
    const large = { ...root('a', 'abs(a)', abs('a'), zero), large: term('A† A'), sign: gram('A'), signWitness: [] };
    expect(() => proves(large as Positivity)).toThrow('sum: expected summands of one shape');
  });
});
