/** The kernel against the denotation on random terms and random exact models. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { evaluate } from '../denotation/evaluate.js';
import { EXACT, NoValue } from '../denotation/field.js';
import { isPositiveSemidefinite, type Matrix } from '../denotation/matrix.js';
import { rewrite, witnessOf } from '../propose/rewriting.js';
import { termOfPolynomial } from '../propose/term-of.js';
import { FUZZ, NAMES } from '../testing/fuzz-theory.js';
import { coinFrom } from '../testing/identity-fuzz.js';
import { perturbedWitness } from '../testing/perturb-witness.js';
import { certificates, certifiedModels, FACTS } from '../testing/random-certificates.js';
import { atIndices, models, numbersFrom } from '../testing/random-models.js';
import { affordable, cost, terms } from '../testing/random-terms.js';
import { rearranged } from '../testing/rearrange.js';
import { RULES, ruleModels } from '../testing/rule-models.js';
import { termOf } from '../testing/term-of-normal-form.js';
import { identityHolds } from '../testing/witness-value.js';
import { timeDerivative } from './derivative.js';
import { polynomialKey } from './monomial.js';
import { normalForm, sameNormalForm } from './normal-form.js';
import { equals, type Num } from './number.js';
import { isZeroPolynomial } from './polynomial.js';
import { conclusionOf } from './positivity.js';
import { TermError } from './signature.js';
import { integer, isScalar, product, type Term } from './term.js';
import { type Equations, type Rule, requireEqual, type Witness } from './witness.js';

/** Values of the indices that only witnesses sum over, for a changed one that leaves them free. */
const UNBOUND = { 'm#w0_0': 0, 'm#w0_1': 0, 'p#w0_0': 0 };

/** Names that no random term uses. */
const UNUSED = { m: NAMES.m.slice(3), p: NAMES.p.slice(2) };

const same = (x: Matrix<Num>, y: Matrix<Num>): boolean =>
  x.length === y.length &&
  x.every((row, i) => row.length === y[i]!.length && row.every((v, j) => equals(v, y[i]![j]!)));

const { scalar, square, ket, ...others } = terms(false);
const anyTerm = fc
  .oneof(
    { weight: 3, arbitrary: fc.oneof(scalar, square, ket) },
    { weight: 1, arbitrary: fc.oneof(others.pair, others.product, others.table) },
  )
  .filter(affordable);
/** Terms whose rewriting has a witness of some items only. */
const lightTerm = anyTerm.filter((term) => cost(term).monomials <= 40 && cost(term).sums <= 3);
const rules = fc.subarray([...RULES]);
const manyRules = fc.subarray([...RULES], { minLength: 10 });
const SEED = 20240607;
const RUNS = 2000;

/** A term, what it is rewritten to, and the witness of that. */
function rewritten(term: Term, rules: readonly Rule[]) {
  const named = rules.map((rule, position) => ({ from: '', position, rule }));
  const result = rewrite(FUZZ, normalForm(FUZZ, term), rules);
  const right = isZeroPolynomial(result) ? product(integer(0), term) : termOfPolynomial(FUZZ, result);
  const equations: Equations = { signature: FUZZ, rule: (_, position) => rules[position]! };
  return { right, witness: witnessOf(FUZZ, term, right, named), equations };
}

test('the normal form of a term has its value, and is its own normal form', () => {
  fc.assert(
    fc.property(anyTerm, models(FUZZ), fc.boolean(), (term, model, last) => {
      const form = normalForm(FUZZ, term);
      const back = termOf(FUZZ, form, UNUSED);
      const at = atIndices(FUZZ, model, last);
      expect(same(evaluate(FUZZ, {}, term, model, at), evaluate(FUZZ, {}, back, model, at))).toBe(true);
      // Where a denominator turns out to be a number, the second reading shows it.
      expect(sameNormalForm(FUZZ, back, term)).toBe(true);
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

test('the kernel accepts the witness of a rewriting', () => {
  let changed = 0;
  fc.assert(
    fc.property(lightTerm, manyRules, models(FUZZ), fc.boolean(), (term, chosen, model, last) => {
      const { right, witness, equations } = rewritten(term, chosen);
      if (witness.length > 0) changed += 1;
      requireEqual(equations, term, right, witness, 'the two sides differ by');
      const setting = { signature: FUZZ, rules: chosen, model };
      const at = atIndices(FUZZ, model, last);
      expect(orNoValue(() => identityHolds(setting, term, right, witness, at))).not.toBe(false);
    }),
    { numRuns: RUNS / 2, seed: SEED },
  );
  expect(changed).toBeGreaterThan(RUNS / 10);
});

test('a changed witness is refused, or shows what it says it shows, in every model', () => {
  const count = { refused: 0, accepted: 0 };
  const pool = fc.sample(models(FUZZ), { seed: SEED, numRuns: 16 });
  const theory = { signature: FUZZ, rules: RULES };
  fc.assert(
    fc.property(lightTerm, fc.nat(), fc.boolean(), (term, seed, last) => {
      const { right, witness, equations } = rewritten(term, RULES);
      if (witness.length === 0 || witness.length > 12) return;
      const coin = coinFrom(seed);
      for (let attempt = 0; attempt < 4; attempt++) {
        const other = perturbedWitness(theory, witness, coin);
        const check = () => requireEqual(equations, term, right, other, 'the two sides differ by') ?? true;
        if (unlessRefused(check) === undefined) {
          count.refused += 1;
          continue;
        }
        count.accepted += 1;
        const model = pool[coin(pool.length)]!;
        const at = { ...atIndices(FUZZ, model, last), ...UNBOUND };
        expect(orNoValue(() => identityHolds({ ...theory, model }, term, right, other, at))).not.toBe(false);
      }
    }),
    { numRuns: RUNS / 2, seed: SEED },
  );
  expect(count.refused).toBeGreaterThan(RUNS / 5);
  expect(count.accepted).toBeLessThan(count.refused / 4);
});

test('time derivatives are the slopes of dual numbers', () => {
  const smooth = terms(true);
  const moving = fc
    .oneof(smooth.scalar, smooth.square, smooth.ket, smooth.pair, smooth.product, smooth.table)
    .filter((t) => affordable(t));
  fc.assert(
    fc.property(moving, models(FUZZ), (of, model) => {
      const at = atIndices(FUZZ, model, true);
      const slopes = evaluate(FUZZ, {}, { kind: 'rate', of }, model, at);
      expect(same(slopes, evaluate(FUZZ, {}, timeDerivative(FUZZ, of), model, at))).toBe(true);
    }),
    { numRuns: RUNS, seed: SEED },
  );
});

test('what a certificate proves is nonnegative, or positive semidefinite, wherever its facts hold', () => {
  const count = { refused: 0, scalars: 0, matrices: 0 };
  const equal = (left: Term, right: Term, witness: Witness, message: string): void =>
    requireEqual({ signature: FUZZ, rule: noRule }, left, right, witness, message);
  fc.assert(
    fc.property(certificates, certifiedModels, fc.boolean(), (certificate, model, last) => {
      const context = { signature: FUZZ, equal, fact: (name: string) => FACTS[name] ?? noRule(name), cite: () => {} };
      const proved = unlessRefused(() => conclusionOf(context, certificate));
      if (proved !== undefined && !affordable(proved)) return;
      const shape = proved && unlessRefused(() => normalForm(FUZZ, proved));
      if (proved === undefined || shape === undefined) {
        count.refused += 1;
        return;
      }
      count[isScalar(shape) ? 'scalars' : 'matrices'] += 1;
      const holds = () =>
        isPositiveSemidefinite(EXACT, evaluate(FUZZ, {}, proved, model, atIndices(FUZZ, model, last)));
      expect(orNoValue(holds)).not.toBe(false);
    }),
    { numRuns: RUNS, seed: SEED },
  );
  expect(count.refused).toBeGreaterThan(RUNS / 50);
  expect(count.refused).toBeLessThan(RUNS / 10);
  expect(count.scalars).toBeGreaterThan(RUNS / 4);
  expect(count.matrices).toBeGreaterThan(RUNS / 5);
});

/** The value, or undefined where the kernel refuses. */
function unlessRefused<T>(attempt: () => T): T | undefined {
  try {
    return attempt();
  } catch (error) {
    if (error instanceof TermError) return undefined;
    throw error;
  }
}

/** The value, or undefined where a model gives a part none. */
function orNoValue<T>(attempt: () => T): T | undefined {
  try {
    return attempt();
  } catch (error) {
    if (error instanceof NoValue) return undefined;
    throw error;
  }
}

function noRule(name: string): never {
  throw new TermError(name);
}
