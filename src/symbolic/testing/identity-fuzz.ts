/**
 * The normal form against the denotation: random identities and non-identities of scalars, traces, words and sums over
 * indices, each evaluated exactly on random models.
 */
import fc from 'fast-check';
import { evaluate, type Model } from '../denotation/evaluate.js';
import { NoValue } from '../denotation/field.js';
import { polynomialKey } from '../kernel/monomial.js';
import { normalForm } from '../kernel/normal-form.js';
import { equals, type Num } from '../kernel/number.js';
import { TermError } from '../kernel/signature.js';
import type { Term } from '../kernel/term.js';
import { FUZZ } from './fuzz-theory.js';
import { perturbed } from './perturb.js';
import { models } from './random-models.js';
import { affordable, terms } from './random-terms.js';
import { called, rationals } from './rational-fuzz.js';
import { rearranged } from './rearrange.js';

export interface FuzzCounts {
  /** Rearrangements of a term: one normal form and one value. */
  readonly identities: number;
  /** Changed terms that have the normal form of the original, and its value in all models tried. */
  readonly coincidences: number;
  /** Changed terms with another normal form, and a model in which their values differ. */
  readonly toldApart: number;
  /** Changed terms with another normal form but no model found; the normal form does not claim to tell all equal terms. */
  readonly open: number;
}

/** Of the terms with different normal forms at least this share is told apart by a model; measured: 0.99. */
export const TOLD_APART = 0.97;

/** Models of a batch, and those tried before a pair of terms is left open. */
const POOL = 64;
const ATTEMPTS = 24;

const kinds = terms(false);
const anyTerm = fc
  .oneof(
    { weight: 6, arbitrary: fc.oneof(kinds.scalar, kinds.square, kinds.ket) },
    { weight: 1, arbitrary: fc.oneof(kinds.pair, kinds.product, kinds.table) },
  )
  .filter(affordable);

/** Every fourth case is one of rational functions. */
const cases = fc.oneof(
  { weight: 3, arbitrary: anyTerm.map((term) => ({ term, fractions: null })) },
  { weight: 1, arbitrary: rationals.map((fractions) => ({ term: fractions.together, fractions })) },
);

/** Runs that many cases. Throws fast-check's report, with the shrunk terms, where kernel and denotation disagree. */
export function fuzzIdentities(seed: number, runs: number): FuzzCounts {
  const counts = { identities: 0, coincidences: 0, toldApart: 0, open: 0 };
  const pool = fc.sample(models(FUZZ), { seed, numRuns: POOL });
  const property = fc.property(cases, fc.nat(), ({ term, fractions }, choices) => {
    const coin = coinFrom(choices);
    const first = coin(POOL);
    const tried = Array.from({ length: ATTEMPTS }, (_, k) => pool[(first + k) % POOL]!);
    const apartIn = (a: Term, b: Term): boolean => tried.some((one) => valuesDiffer(a, b, one, coin));
    if (fractions !== null) {
      const { apart, together } = fractions;
      if (called(apart, together) === false) throw new Error('fractions over one denominator are not seen to be equal');
      if (apartIn(apart, together)) throw new Error('fractions over one denominator have another value');
      const other = fractions.other(coin);
      const [same, differ] = [called(apart, other), apartIn(apart, other)];
      if (same === true && differ) throw new Error('called equal, two values');
      if (same !== undefined) counts[same ? 'coincidences' : differ ? 'toldApart' : 'open'] += 1;
      counts.identities += 1;
      return;
    }
    if (coin(2) === 0) {
      const other = rearranged(FUZZ, rearranged(FUZZ, term, coin), coin);
      if (spelling(term) !== spelling(other)) throw new Error('an identity with two normal forms');
      if (valuesDiffer(term, other, tried[0]!, coin)) throw new Error('one normal form, two values');
      counts.identities += 1;
      return;
    }
    const [left, right] = [rearranged(FUZZ, term, coin), perturbed(FUZZ, term, coin)];
    if (!affordable(right) || dividesByZero(right)) return;
    const apart = apartIn(left, right);
    if (spelling(left) !== spelling(right)) counts[apart ? 'toldApart' : 'open'] += 1;
    else if (apart) throw new Error('one normal form, two values');
    else counts.coincidences += 1;
  });
  fc.assert(property, { seed, numRuns: runs, includeErrorInReport: true });
  return counts;
}

/** A change may make a denominator vanish identically. */
function dividesByZero(term: Term): boolean {
  try {
    spelling(term);
    return false;
  } catch (error) {
    if (error instanceof TermError && error.message === 'power: division by zero') return true;
    throw error;
  }
}

const spelling = (term: Term): string => polynomialKey(normalForm(FUZZ, term));

/** Whether the values differ at a random choice of the free indices; what divides by zero there is not compared. */
function valuesDiffer(a: Term, b: Term, model: Model<Num>, coin: (n: number) => number): boolean {
  const at = Object.fromEntries(
    Object.entries(FUZZ.indices).map(([index, range]) => [index, coin(model.sizes[range]!)] as const),
  );
  try {
    const [x, y] = [evaluate(FUZZ, {}, a, model, at), evaluate(FUZZ, {}, b, model, at)];
    return x.some((row, i) => row.some((value, j) => !equals(value, y[i]![j]!)));
  } catch (error) {
    if (error instanceof NoValue) return false;
    throw error;
  }
}

/** A stream of choices from a seed, by the high bits of a linear congruential generator. */
export function coinFrom(seed: number): (n: number) => number {
  let state = seed >>> 0;
  return (n) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * n);
  };
}
