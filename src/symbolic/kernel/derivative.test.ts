import { expect, test } from 'vitest';
import { form, SIGNATURE, term } from '../testing/theory.js';
import { isConstant, timeDerivative } from './derivative.js';
import { polynomialKey } from './monomial.js';
import { normalForm } from './normal-form.js';
import { shapeOf } from './term.js';

const rate = (text: string) => polynomialKey(normalForm(SIGNATURE, timeDerivative(SIGNATURE, term(text))));
const derives = (text: string, result: string) => expect(rate(text)).toBe(form(result));

test("Leibniz' rule, in order", () => {
  derives('a^3 b', '3 a^2 va b');
  derives('A M A', 'VA M A + A VM A + A M VA');
  expect(rate('M M')).not.toBe(form('2 M VM'));
  derives('tr(M M)', '2 tr(M VM)');
  derives('[M, A]', '[VM, A] + [M, VA]');
  derives('A†', 'VA†');
  derives('z z†', 'vz z† + z vz†');
  derives('sum_j(r_j^2)', '2 sum_j(r_j vr_j)');
  derives('Re(z)', 'Re(vz)');
  derives('a/m', 'va/m');
  derives('a^0', '0');
  derives('1/a', '-va/a^2');
  derives('b/(m a)', '-b va/(m a^2)');
  derives('a^(-3)', '-3 va a^(-4)');
});

test('the chain rule', () => {
  derives('sqrt(a)', 'va/(2 sqrt(a))');
  derives('exp(2 a)', '2 va exp(2 a)');
  derives('ln(a)', 'va/a');
  derives('exp(tr(M))', 'tr(VM) exp(tr(M))');
  expect(rate('sqrt(a)')).not.toBe(form('va sqrt(a)'));
});

test('constants do not move', () => {
  derives('b^2', '0');
  derives('sqrt(b)', '0');
  derives('m d', '0');
  derives('I', '0');
  expect(isConstant(SIGNATURE, term('sqrt(b) I'))).toBe(true);
  expect(isConstant(SIGNATURE, term('tr(M)'))).toBe(false);
  expect(shapeOf(SIGNATURE, timeDerivative(SIGNATURE, term('b I_m')))).toEqual({ rows: 'm', cols: 'm' });
});

test('what has no derivative here is refused', () => {
  expect(() => rate('c')).toThrow('c: moves, but no velocity is declared for it');
  expect(() => rate('max(a, b)')).toThrow('d/dt: not defined for max of a moving quantity');
  expect(() => rate('abs(a)')).toThrow('d/dt: not defined for abs of a moving quantity');
  expect(() => rate('M^(k+1)')).toThrow('d/dt: expected a power with an integer exponent');
  expect(() => rate('M^k')).toThrow('d/dt: expected a power with an integer exponent');
});
