/** Matching the left side of a rule, whose indices stand for any of their range, with a part of a monomial. */
import { equals } from './number.js';
import { type Atom, type Factor, type Monomial, monomialKey, type Polynomial } from './polynomial.js';
import { rangeOf, type Signature } from './signature.js';
import type { Letter, Word } from './word.js';

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
      const left = given.map((f, at) => (at === k ? { ...f, power: f.power - first.power } : f));
      yield* matchFactors(signature, others, left, extended);
    }
  }
}

function* matchAtom(signature: Signature, wanted: Atom, given: Atom, binding: Binding): Generator<Binding> {
  if (wanted.kind === 'symbol' && given.kind === 'symbol') {
    if (wanted.name !== given.name || wanted.conjugated !== given.conjugated) return;
    const extended = matchIndices(signature, wanted.at, given.at, binding);
    if (extended !== undefined) yield extended;
  } else if (wanted.kind === 'cycle' && given.kind === 'cycle' && wanted.word.length === given.word.length) {
    for (let start = 0; start < given.word.length; start++) {
      const turned = [...given.word.slice(start), ...given.word.slice(0, start)];
      const extended = matchLetters(signature, wanted.word, turned, binding);
      if (extended !== undefined) yield extended;
    }
  } else if (wanted.kind === 'function' && given.kind === 'function' && wanted.name === given.name) {
    const extended = matchArguments(signature, wanted.to, given.to, binding);
    if (extended !== undefined) yield extended;
  }
}

/** Function arguments match when they are single monomials without coefficient that match. */
function matchArguments(
  signature: Signature,
  wanted: readonly Polynomial[],
  given: readonly Polynomial[],
  binding: Binding,
): Binding | undefined {
  let current = binding;
  for (const [k, p] of wanted.entries()) {
    const [a, b] = [[...p.monomials.values()], [...given[k]!.monomials.values()]];
    if (a.length !== 1 || b.length !== 1 || a[0]!.bound.length > 0 || b[0]!.bound.length > 0) return undefined;
    const plain = (m: Monomial): Monomial => ({ ...m, factors: [] });
    if (monomialKey(plain(a[0]!)) !== monomialKey(plain(b[0]!)) || !sameCoefficient(a[0]!, b[0]!)) return undefined;
    const match = [...matchFactors(signature, a[0]!.factors, b[0]!.factors, current)].find((f) =>
      f.left.every((x) => x.power === 0),
    );
    if (match === undefined) return undefined;
    current = match.binding;
  }
  return current;
}

const sameCoefficient = (a: Monomial, b: Monomial): boolean => equals(a.coefficient, b.coefficient);

/** The binding under which the letters of a pattern are the given ones, if there is one. */
export function matchLetters(
  signature: Signature,
  wanted: Word,
  given: readonly Letter[],
  binding: Binding,
): Binding | undefined {
  let current: Binding | undefined = binding;
  for (const [k, letter] of wanted.entries()) {
    const other = given[k];
    if (
      other === undefined ||
      letter.name !== other.name ||
      letter.adjoint !== other.adjoint ||
      !sameExponent(letter, other)
    )
      return undefined;
    current = matchIndices(signature, letter.at, other.at, current);
    if (current === undefined) return undefined;
  }
  return current;
}

const sameExponent = (a: Letter, b: Letter): boolean =>
  a.exponent.offset === b.exponent.offset && a.exponent.variables.join() === b.exponent.variables.join();

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
