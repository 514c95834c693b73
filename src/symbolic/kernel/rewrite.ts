/**
 * Rewriting of normal forms by the equations that hypotheses license.
 *
 * Each application replaces a part by an equal part, so every result is equal to the start whatever the order; whether
 * rules terminate or are confluent only decides how much can be proved. All indices of a rule are universally quantified.
 */

import { lowered, matchFactors, matchLetters } from './matching.js';
import { functionOf, normalForm, tracePolynomial } from './normal-form.js';
import { equals, ONE } from './number.js';
import {
  addPolynomials,
  collect,
  constant,
  type Factor,
  type Monomial,
  mergeFactors,
  multiplyPolynomials,
  openBound,
  type Polynomial,
  polynomialOf,
  renamePolynomial,
  sumOver,
} from './polynomial.js';
import { type Signature, TermError } from './signature.js';
import { adjoint, freeIndices, type Shape, shapeOf, type Term } from './term.js';
import { rotated, sizesOf, type Word } from './word.js';

/** left = right, used from left to right. */
export interface Rule {
  readonly left: Term;
  readonly right: Term;
}

/** A rule as a word or as factors, of which the other is empty. */
interface Pattern {
  readonly word: Word;
  readonly factors: readonly Factor[];
  readonly right: Polynomial;
}

/** Steps after which rewriting is given up; the largest proof of the corpus needs a few thousand. */
const STEP_LIMIT = 50_000;

/** The normal form after all rules have been applied wherever they match. Throws TermError after STEP_LIMIT steps. */
export function rewrite(signature: Signature, start: Polynomial, rules: readonly Rule[]): Polynomial {
  const patterns = rules.flatMap((rule) => compile(signature, rule));
  const waiting = new Map(start.monomials);
  const done: Monomial[] = [];
  let steps = 0;
  for (const [key, monomial] of waiting) {
    if (++steps > STEP_LIMIT)
      throw new TermError(`rewriting: no end after ${STEP_LIMIT} steps; do the rules run in a circle?`);
    waiting.delete(key);
    const replaced = rewriteOnce(signature, monomial, patterns, start);
    if (replaced === undefined) done.push(monomial);
    else for (const part of replaced.monomials.values()) collect(waiting, part);
  }
  return polynomialOf(start.rows, start.cols, done);
}

/** A rule and its adjoint as patterns. Throws TermError where the left side is no single monomial with coefficient 1. */
function compile(signature: Signature, rule: Rule): Pattern[] {
  const [left, right] = [shapeOf(signature, rule.left), shapeOf(signature, rule.right)];
  if (left.rows !== right.rows || left.cols !== right.cols)
    throw new TermError('rule: the two sides have different shapes');
  const known = freeIndices(rule.left);
  for (const index of freeIndices(rule.right)) {
    if (!known.has(index)) throw new TermError(`rule: the index ${index} stands on the right side only`);
  }
  const sides = [rule, { left: adjoint(rule.left), right: adjoint(rule.right) }];
  const patterns = sides.map((side) => pattern(signature, side));
  const keys = sides.map((side) => [...normalForm(signature, side.left).monomials.keys()][0]);
  return keys[0] === keys[1] ? [patterns[0]!] : patterns;
}

function pattern(signature: Signature, rule: Rule): Pattern {
  const [m, ...more] = [...normalForm(signature, rule.left).monomials.values()];
  const right = normalForm(signature, rule.right);
  if (m === undefined || more.length > 0 || m.bound.length > 0 || !equals(m.coefficient, ONE))
    throw new TermError('rule: the left side must be a single product without a factor');
  const { word, factors } = m;
  if (word.length > 0 && factors.length > 0)
    throw new TermError('rule: the left side must be a word or a scalar, not both');
  if (word.length === 0 && (factors.length === 0 || factors.some((f) => f.power < 1)))
    throw new TermError('rule: the left side must not be a constant');
  if (word.length === 0 && right.rows !== '1')
    throw new TermError('rule: the left side must not be a multiple of the identity');
  return { word, factors, right };
}

/** A monomial with its bound indices opened, in a polynomial of a shape. */
interface Place {
  readonly signature: Signature;
  readonly m: Monomial;
  readonly shape: Shape;
}

/** One replacement inside a monomial, or undefined where nothing matches. */
function rewriteOnce(
  signature: Signature,
  closed: Monomial,
  patterns: readonly Pattern[],
  shape: Shape,
): Polynomial | undefined {
  const place: Place = { signature, m: openBound(signature, closed), shape };
  const words = patterns.filter(({ word }) => word.length > 0);
  const found =
    foldAbsolute(place) ??
    firstOf(patterns, (p) => (p.word.length > 0 ? inWord(place, p) : inFactors(place, p))) ??
    firstOf(words, (p) => inCycles(place, p)) ??
    inFunctions(place, patterns);
  return found && place.m.bound.reduce((p, index) => sumOver(signature, p, index), found);
}

function firstOf<T, R>(items: Iterable<T>, attempt: (item: T) => R | undefined): R | undefined {
  for (const item of items) {
    const result = attempt(item);
    if (result !== undefined) return result;
  }
  return undefined;
}

/** The monomial with other factors, times a scalar. */
function withFactors({ signature, m, shape }: Place, factors: readonly Factor[], by: Polynomial): Polynomial {
  const other = { ...m, bound: [], factors: mergeFactors(factors) };
  return multiplyPolynomials(signature, polynomialOf(shape.rows, shape.cols, [other]), by);
}

/** before · right · after for the first of some places where the word matches, the indices of the rule replaced. */
function replaceWord(
  { signature }: Place,
  { word, right }: Pattern,
  places: Iterable<readonly [before: Word, rest: Word]>,
): Polynomial | undefined {
  const times = (a: Polynomial, b: Polynomial): Polynomial => multiplyPolynomials(signature, a, b);
  return firstOf(places, ([before, rest]) => {
    const binding = matchLetters(signature, word, rest.slice(0, word.length), new Map());
    if (binding === undefined) return undefined;
    const middle = renamePolynomial(signature, right, binding);
    const after = rest.slice(word.length);
    const head = before.length === 0 ? middle : times(open(signature, before), middle);
    return after.length === 0 ? head : times(head, open(signature, after));
  });
}

function inWord(place: Place, pattern: Pattern): Polynomial | undefined {
  const { signature, m, shape } = place;
  const places = m.word.map((_, k) => [m.word.slice(0, k), m.word.slice(k)] as const);
  const found = replaceWord(place, pattern, places);
  const scalars = polynomialOf('1', '1', [{ ...m, bound: [], word: [] }]);
  return found && { ...multiplyPolynomials(signature, scalars, found), rows: shape.rows, cols: shape.cols };
}

function inCycles(place: Place, pattern: Pattern): Polynomial | undefined {
  return firstOf(place.m.factors.entries(), ([k, { atom, power }]) => {
    if (atom.kind !== 'cycle' || atom.word.length < pattern.word.length || power < 1) return undefined;
    const turned = atom.word.map((_, start) => [[], rotated(atom.word, start)] as const);
    const found = replaceWord(place, pattern, turned);
    return found && withFactors(place, lowered(place.m.factors, k, 1), tracePolynomial(place.signature, found));
  });
}

function inFactors(place: Place, { factors, right }: Pattern): Polynomial | undefined {
  return firstOf(matchFactors(place.signature, factors, place.m.factors, new Map()), ({ left, binding }) =>
    withFactors(place, left, renamePolynomial(place.signature, right, binding)),
  );
}

/** A non-empty word as a polynomial of its own shape. */
function open(signature: Signature, word: Word): Polynomial {
  const [rows, cols] = [sizesOf(signature, word[0]!)[0], sizesOf(signature, word[word.length - 1]!)[1]];
  const one = { coefficient: ONE, bound: [], factors: [], word };
  // Multiplying by 1 restores the invariants of a product (cuts at junctions of size 1).
  return multiplyPolynomials(signature, constant(ONE), polynomialOf(rows, cols, [one]));
}

/** |x|² = x² for the real x that abs is built on. */
function foldAbsolute(place: Place): Polynomial | undefined {
  return firstOf(place.m.factors.entries(), ([k, { atom, power }]) => {
    if (atom.kind !== 'function' || atom.name !== 'abs' || power < 2) return undefined;
    const square = multiplyPolynomials(place.signature, atom.to[0]!, atom.to[0]!);
    return withFactors(place, lowered(place.m.factors, k, 2), square);
  });
}

/** Rewrites inside the arguments of functions. */
function inFunctions(place: Place, patterns: readonly Pattern[]): Polynomial | undefined {
  const { signature, m } = place;
  return firstOf(m.factors.entries(), ([k, { atom }]) => {
    if (atom.kind !== 'function') return undefined;
    return firstOf(atom.to.entries(), ([at, argument]) =>
      firstOf(argument.monomials, ([key, inner]) => {
        const replaced = rewriteOnce(signature, inner, patterns, argument);
        if (replaced === undefined) return undefined;
        const others = new Map(argument.monomials);
        others.delete(key);
        const changed = addPolynomials({ ...argument, monomials: others }, replaced);
        const value = functionOf(signature, atom.name, atom.to.with(at, changed));
        return withFactors(place, lowered(m.factors, k, 1), value);
      }),
    );
  });
}
