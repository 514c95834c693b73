/**
 * Finds certificates for evident inequalities: after the cited rules, the larger side minus the smaller must be a sum of
 * visibly nonnegative monomials and of cited inequalities times such monomials.
 */
import type { Factor, Monomial, Polynomial } from '../kernel/monomial.js';
import { normalForm } from '../kernel/normal-form.js';
import { inverse, isReal, isZero, multiply, type Num, negate, ONE, sign, subtract } from '../kernel/number.js';
import { addPolynomials, scale } from '../kernel/polynomial.js';
import { conclusionOf, type Positivity } from '../kernel/positivity.js';
import { type Signature, TermError } from '../kernel/signature.js';
import { difference, freeIndices, type Term } from '../kernel/term.js';
import type { Rule } from '../kernel/witness.js';
import { matchAtoms, type Renaming } from './atom-matching.js';
import type { KnownFact } from './justify.js';
import { type Atomic, atomicFact, ofMonomial } from './monomial-sign.js';
import { rewrite } from './rewriting.js';
import { indicesOf, withDeclaredIndices } from './term-of.js';

/** How often a cited inequality with several terms may be used; each use removes one monomial. */
const USES = 4;

export type PositivitySearch = (smaller: Term, larger: Term) => Positivity | null;

/**
 * A search for certificates of `smaller <= larger` that draws on the given rules and facts; null where none was found. The
 * facts are brought to normal form once for all searches. Not trusted.
 */
export function positivitySearch(
  signature: Signature,
  rules: readonly Rule[],
  facts: readonly KnownFact[],
): PositivitySearch {
  const reduce = (term: Term): Polynomial => rewrite(signature, normalForm(signature, term), rules);
  const known = facts.map(({ label, fact }) => ({ label, fact, form: reduce(fact) }));
  const context: Context = {
    signature,
    reduce,
    // The rules may rewrite the argument of a root; then the fact is met in its rewritten form.
    atoms: known.flatMap(({ label, fact, form }) => [
      ...atomicFact(label, normalForm(signature, fact)),
      ...atomicFact(label, form),
    ]),
    // A fact such as -x >= 0 has one monomial, but it is no atom that could be multiplied with.
    compound: known.filter(
      ({ label, form }) =>
        form.monomials.size > 0 && form.rows === '1' && form.cols === '1' && atomicFact(label, form).length === 0,
    ),
    conclude: (part) => {
      const fact = (label: string): Term => facts.find((other) => other.label === label)!.fact;
      return reduce(conclusionOf({ signature, fact, equal: () => {}, cite: () => {} }, part));
    },
  };
  return (smaller, larger) => {
    const parts = cover(context, reduce(difference(larger, smaller)), USES);
    return parts === null ? null : { kind: 'sum', parts };
  };
}

interface Context {
  readonly signature: Signature;
  readonly reduce: (term: Term) => Polynomial;
  readonly atoms: readonly Atomic[];
  readonly compound: readonly (KnownFact & { readonly form: Polynomial })[];
  readonly conclude: (part: Positivity) => Polynomial;
}

/** Nonnegative parts whose sum is the polynomial; the first monomial that is not visibly so is removed by some fact. */
function cover(context: Context, gap: Polynomial, uses: number): Positivity[] | null {
  const { signature, atoms } = context;
  const monomials = [...gap.monomials.values()].map((m) => withDeclaredIndices(signature, m));
  const parts = monomials.map((m) => ofMonomial(signature, m, atoms));
  const open = parts.indexOf(null);
  if (open < 0) return parts as Positivity[];
  if (uses === 0) return null;
  for (const { whole, times } of multiplesThrough(context, monomials[open]!)) {
    const concluded = attempt(() => context.conclude(times(ONE)));
    if (concluded === null) continue;
    for (const factor of [whole, ...partial(gap, concluded, whole)]) {
      const rest = addPolynomials(gap, scale(concluded, negate(factor)));
      const others = cover(context, rest, uses - 1);
      if (others !== null) return [times(factor), ...others];
    }
  }
  return null;
}

/** Multiples that leave some of the monomial, but use up another one of the gap: the rest may follow from another fact. */
function partial(gap: Polynomial, concluded: Polynomial, whole: Num): Num[] {
  return [...concluded.monomials].flatMap(([key, { coefficient }]) => {
    const available = gap.monomials.get(key)?.coefficient;
    if (available === undefined || !isReal(available) || !isReal(coefficient) || sign(coefficient) < 0) return [];
    const ratio = multiply(available, inverse(coefficient));
    return sign(ratio) > 0 && sign(subtract(whole, ratio)) > 0 ? [ratio] : [];
  });
}

/** A cited inequality times a monomial, up to a positive number; with `whole` of it the given monomial is used up. */
interface Multiple {
  readonly whole: Num;
  readonly times: (factor: Num) => Positivity;
}

/** Every cited inequality times a visibly nonnegative monomial in which the given monomial occurs as it stands. */
function* multiplesThrough({ signature, compound, atoms }: Context, m: Monomial): Generator<Multiple> {
  if (m.word.length > 0) return;
  for (const { label, fact, form } of compound) {
    for (const t of form.monomials.values()) {
      const whole = multiply(m.coefficient, inverse(t.coefficient));
      if (t.bound.length > 0 || isZero(whole) || !isReal(whole) || sign(whole) < 0) continue;
      for (const { left, at } of occurrences(signature, t.factors, m.factors, {})) {
        const known = new Set(indicesOf(m));
        if ([...freeIndices(fact)].some((index) => !(index in at) && !known.has(index))) continue;
        const cofactor = ofMonomial(signature, { coefficient: ONE, bound: [], factors: left, word: [] }, atoms);
        if (cofactor === null) continue;
        const times = (factor: Num): Positivity => {
          const parts: Positivity[] = [
            { kind: 'constant', value: factor },
            cofactor,
            { kind: 'fact', name: label, at },
          ];
          const part: Positivity = { kind: 'product', parts };
          return m.bound.reduceRight<Positivity>((inner, index) => ({ kind: 'over', index, part: inner }), part);
        };
        yield { whole, times };
      }
    }
  }
}

interface Occurrence {
  readonly left: readonly Factor[];
  readonly at: Renaming;
}

/** All ways to find the wanted factors among the given ones, up to a renaming of indices. */
function* occurrences(
  signature: Signature,
  wanted: readonly Factor[],
  given: readonly Factor[],
  at: Renaming,
): Generator<Occurrence> {
  const [first, ...others] = wanted;
  if (first === undefined) {
    yield { left: given.filter(({ power }) => power !== 0), at };
    return;
  }
  for (const [k, factor] of given.entries()) {
    if (factor.power < first.power || first.power < 1) continue;
    const extended = matchAtoms(signature, first.atom, factor.atom, at);
    if (extended === null) continue;
    const left = given.map((f, position) => (position === k ? { ...f, power: f.power - first.power } : f));
    yield* occurrences(signature, others, left, extended);
  }
}

function attempt<T>(compute: () => T): T | null {
  try {
    return compute();
  } catch (error) {
    if (error instanceof TermError) return null;
    throw error;
  }
}
