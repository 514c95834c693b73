/** The kernel against the denotation on random terms and random exact models. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { evaluate } from '../denotation/evaluate.js';
import type { Matrix } from '../denotation/matrix.js';
import { FUZZ, NAMES } from '../testing/fuzz-theory.js';
import { atIndices, models, numbersFrom } from '../testing/random-models.js';
import { affordable, terms } from '../testing/random-terms.js';
import { rearranged } from '../testing/rearrange.js';
import { termOf } from '../testing/term-of-normal-form.js';
import { normalForm } from './normal-form.js';
import { equals, type Num } from './number.js';
import { polynomialKey } from './polynomial.js';

/** Names that no random term uses. */
const UNUSED = { m: NAMES.m.slice(3), p: NAMES.p.slice(2) };

const same = (x: Matrix<Num>, y: Matrix<Num>): boolean =>
  x.length === y.length &&
  x.every((row, i) => row.length === y[i]!.length && row.every((v, j) => equals(v, y[i]![j]!)));

const { scalar, square, ket } = terms(false);
const anyTerm = fc.oneof(scalar, square, ket).filter(affordable);
const SEED = 20240607;

test('the normal form of a term has its value, and is its own normal form', () => {
  fc.assert(
    fc.property(anyTerm, models(FUZZ), fc.boolean(), (term, model, last) => {
      const form = normalForm(FUZZ, term);
      const back = termOf(FUZZ, form, UNUSED);
      const at = atIndices(FUZZ, model, last);
      expect(same(evaluate(FUZZ, {}, term, model, at), evaluate(FUZZ, {}, back, model, at))).toBe(true);
      expect(polynomialKey(normalForm(FUZZ, back))).toBe(polynomialKey(form));
    }),
    { numRuns: 2000, seed: SEED },
  );
});

test('rearranged terms have the value and the normal form of the original', () => {
  fc.assert(
    fc.property(anyTerm, models(FUZZ), fc.nat(), (term, model, seed) => {
      const draw = numbersFrom(seed);
      const coin = (n: number): number => Number(((draw().a % BigInt(n)) + BigInt(n)) % BigInt(n));
      const other = rearranged(FUZZ, rearranged(FUZZ, term, coin), coin);
      const at = atIndices(FUZZ, model, true);
      expect(same(evaluate(FUZZ, {}, term, model, at), evaluate(FUZZ, {}, other, model, at))).toBe(true);
      expect(polynomialKey(normalForm(FUZZ, other))).toBe(polynomialKey(normalForm(FUZZ, term)));
    }),
    { numRuns: 2000, seed: SEED },
  );
});
