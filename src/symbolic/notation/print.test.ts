import fc from 'fast-check';
import { expect, test } from 'vitest';
import { polynomialKey } from '../kernel/monomial.js';
import { normalForm } from '../kernel/normal-form.js';
import { FUZZ } from '../testing/fuzz-theory.js';
import { affordable, terms } from '../testing/random-terms.js';
import { term } from '../testing/theory.js';
import { parseTerm } from './parse.js';
import { latexOf, printTerm } from './print.js';

test('what is printed reads back as the same normal form', () => {
  const { scalar, square, ket } = terms(false);
  fc.assert(
    fc.property(fc.oneof(scalar, square, ket).filter(affordable), (t) => {
      const form = (x: typeof t) => polynomialKey(normalForm(FUZZ, x));
      expect(form(parseTerm(FUZZ, printTerm(t)))).toBe(form(t));
    }),
    { numRuns: 2000, seed: 7 },
  );
});

test.each([
  '-tr([M, H]^2)',
  'a - 2 c',
  '1/m sum_j(r_j^2)',
  '1/2 (a + c)',
  'A†^2 (A^2)†',
  'M^(k+1)',
  '8 √2 a',
  '(1 - √2) a',
  'sum_j(r_j) sum_j(s_j)',
  'abs(a - c) sqrt(a)',
  'u v†',
  'a - (-2 i) c',
  'max(a, -c)',
])('%s as text and LaTeX', (text) => {
  const t = term(text);
  expect(printTerm(term(printTerm(t)))).toBe(printTerm(t));
  expect(`${printTerm(t)}    ${latexOf(t, { r: 'r', a: '\\alpha' })}`).toMatchSnapshot();
});
