/** Matching the left side of a rule, whose indices stand for any of their range, with a part of a monomial. */

import { type Atom, type Factor, type Monomial, monomialKey, type Polynomial } from '../kernel/monomial.js';
import { equals } from '../kernel/number.js';
import { rangeOf, type Signature } from '../kernel/signature.js';
import { type Letter, letterKey, rotated, type Word } from '../kernel/word.js';

/** What the indices of a rule stand for. */
export type Binding = ReadonlyMap<string, string>;

/** A way to find the factors of a pattern, and the factors that are left. */
export interface FactorMatch {
  readonly binding: Binding;
  readonly left: readonly Factor[];
}

/** All ways to find the pattern's factors, each with at least its power, among the given ones. */
export function* matchFactors(
  signature: Signature,
  wanted: readonly Factor[],
  given: readonly Factor[],
  binding: Binding,
): Generator<FactorMatch> {
  const [first, ...others] = wanted;
  if (first === undefined) {
    yield { binding, left: given };
    return;
  }
  for (const [k, factor] of given.entries()) {
    if (factor.power < first.power) continue;
    for (const extended of matchAtom(signature, first.atom, factor.atom, binding)) {
      yield* matchFactors(signature, others, lowered(given, k, first.power), extended);
    }
  }
}

/** The factors with the power of one of them lowered. */
export const lowered = (factors: readonly Factor[], k: number, by: number): readonly Factor[] =>
  factors.with(k, { ...factors[k]!, power: factors[k]!.power - by });

function* matchAtom(signature: Signature, wanted: Atom, given: Atom, binding: Binding): Generator<Binding> {
  let found: Iterable<Binding | undefined> = [];
  if (wanted.kind === 'symbol' && given.kind === 'symbol') {
    const same = wanted.name === given.name && wanted.conjugated === given.conjugated;
    if (same) found = [matchIndices(signature, wanted.at, given.at, binding)];
  } else if (wanted.kind === 'cycle' && given.kind === 'cycle' && wanted.word.length === given.word.length) {
    found = given.word.map((_, start) => matchLetters(signature, wanted.word, rotated(given.word, start), binding));
  } else if (wanted.kind === 'function' && given.kind === 'function' && wanted.name === given.name) {
    found = [matchArguments(signature, wanted.to, given.to, binding)];
  }
  for (const extended of found) if (extended !== undefined) yield extended;
}

/** Function arguments match when they are single monomials, equal but for factors, and those match without rest. */
function matchArguments(
  signature: Signature,
  wanted: readonly Polynomial[],
  given: readonly Polynomial[],
  binding: Binding,
): Binding | undefined {
  return wanted.reduce<Binding | undefined>((current, p, k) => {
    const [[a, ...more], [b, ...others]] = [[...p.monomials.values()], [...given[k]!.monomials.values()]];
    if (current === undefined || a === undefined || b === undefined || more.length + others.length > 0)
      return undefined;
    const bare = (m: Monomial): string => monomialKey({ ...m, factors: [] });
    if (a.bound.length > 0 || bare(a) !== bare(b) || !equals(a.coefficient, b.coefficient)) return undefined;
    const matches = [...matchFactors(signature, a.factors, b.factors, current)];
    return matches.find(({ left }) => left.every((x) => x.power === 0))?.binding;
  }, binding);
}

/** The binding under which the letters of a pattern are the given ones, if there is one. */
export function matchLetters(signature: Signature, wanted: Word, given: Word, binding: Binding): Binding | undefined {
  if (given.length !== wanted.length) return undefined;
  return wanted.reduce<Binding | undefined>((current, letter, k) => {
    const plain = (x: Letter): string => letterKey({ ...x, at: [] });
    return current && plain(letter) === plain(given[k]!)
      ? matchIndices(signature, letter.at, given[k]!.at, current)
      : undefined;
  }, binding);
}

function matchIndices(
  signature: Signature,
  wanted: readonly string[],
  given: readonly string[],
  binding: Binding,
): Binding | undefined {
  const extended = new Map(binding);
  for (const [k, index] of wanted.entries()) {
    const actual = given[k]!;
    const before = extended.get(index);
    if (before === undefined ? rangeOf(signature, index) !== rangeOf(signature, actual) : before !== actual)
      return undefined;
    extended.set(index, actual);
  }
  return extended;
}
