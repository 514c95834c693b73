/** The kernel against the denotation on random terms and random exact models. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { evaluate } from '../denotation/evaluate.js';
import { EXACT } from '../denotation/field.js';
import type { Matrix } from '../denotation/matrix.js';
import { dualModel } from '../testing/dual-numbers.js';
import { FUZZ, NAMES } from '../testing/fuzz-theory.js';
import { certificates, certifiedModels, FACTS } from '../testing/random-certificates.js';
import { atIndices, models, numbersFrom } from '../testing/random-models.js';
import { affordable, terms } from '../testing/random-terms.js';
import { rearranged } from '../testing/rearrange.js';
import { RULES, ruleModels } from '../testing/rule-models.js';
import { termOf } from '../testing/term-of-normal-form.js';
import { timeDerivative } from './derivative.js';
import { normalForm } from './normal-form.js';
import { equals, type Num } from './number.js';
import { polynomialKey } from './polynomial.js';
import { conclusionOf } from './positivity.js';
import { rewrite } from './rewrite.js';
import { TermError } from './signature.js';
import type { Term } from './term.js';

/** Names that no random term uses. */
const UNUSED = { m: NAMES.m.slice(3), p: NAMES.p.slice(2) };

const same = (x: Matrix<Num>, y: Matrix<Num>): boolean =>
  x.length === y.length &&
  x.every((row, i) => row.length === y[i]!.length && row.every((v, j) => equals(v, y[i]![j]!)));

const { scalar, square, ket } = terms(false);
const anyTerm = fc.oneof(scalar, square, ket).filter(affordable);
const rules = fc.subarray([...RULES]);
const SEED = 20240607;
const RUNS = 2000;

test('the normal form of a term has its value, and is its own normal form', () => {
  fc.assert(
    fc.property(anyTerm, models(FUZZ), fc.boolean(), (term, model, last) => {
      const form = normalForm(FUZZ, term);
      const back = termOf(FUZZ, form, UNUSED);
      const at = atIndices(FUZZ, model, last);
      expect(same(evaluate(FUZZ, {}, term, model, at), evaluate(FUZZ, {}, back, model, at))).toBe(true);
      expect(polynomialKey(normalForm(FUZZ, back))).toBe(polynomialKey(form));
    }),
    { numRuns: RUNS, seed: SEED },
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
    { numRuns: RUNS, seed: SEED },
  );
});

test('the rules of the rule models are true in them', () => {
  fc.assert(
    fc.property(ruleModels, fc.boolean(), (model, last) => {
      const at = atIndices(FUZZ, model, last);
      for (const { left, right } of RULES)
        expect(same(evaluate(FUZZ, {}, left, model, at), evaluate(FUZZ, {}, right, model, at))).toBe(true);
    }),
    { numRuns: 200, seed: SEED },
  );
});

test('rewriting by true rules keeps the value', () => {
  let changed = 0;
  fc.assert(
    fc.property(anyTerm, rules, ruleModels, fc.boolean(), (term, chosen, model, last) => {
      const form = normalForm(FUZZ, term);
      const result = rewrite(FUZZ, form, chosen);
      if (polynomialKey(result) !== polynomialKey(form)) changed += 1;
      const at = atIndices(FUZZ, model, last);
      expect(
        same(evaluate(FUZZ, {}, term, model, at), evaluate(FUZZ, {}, termOf(FUZZ, result, UNUSED), model, at)),
      ).toBe(true);
    }),
    { numRuns: RUNS, seed: SEED },
  );
  expect(changed).toBeGreaterThan(RUNS / 5);
});

test('time derivatives are the slopes of dual numbers', () => {
  const smooth = terms(true);
  const moving = fc.oneof(smooth.scalar, smooth.square, smooth.ket).filter((t) => affordable(t));
  fc.assert(
    fc.property(moving, models(FUZZ), (term, model) => {
      const at = atIndices(FUZZ, model, true);
      const slopes = evaluate(FUZZ, {}, term, dualModel(model), at).map((row) => row.map((x) => x.slope));
      expect(same(slopes, evaluate(FUZZ, {}, timeDerivative(FUZZ, term), model, at))).toBe(true);
    }),
    { numRuns: RUNS, seed: SEED },
  );
});

test('what a certificate proves is nonnegative wherever its facts hold', () => {
  const refused = { count: 0 };
  fc.assert(
    fc.property(certificates, certifiedModels, fc.boolean(), (certificate, model, last) => {
      const context = { signature: FUZZ, rules: [], fact: (name: string) => FACTS[name]!, cite: () => {} };
      let proved: Term;
      try {
        proved = conclusionOf(context, certificate);
      } catch (error) {
        if (!(error instanceof TermError)) throw error;
        refused.count += 1;
        return;
      }
      const value = evaluate(FUZZ, {}, proved, model, atIndices(FUZZ, model, last));
      expect(EXACT.sign(value[0]![0]!)).toBeGreaterThanOrEqual(0);
    }),
    { numRuns: RUNS, seed: SEED },
  );
  expect(refused.count).toBeLessThan(RUNS / 10);
});
