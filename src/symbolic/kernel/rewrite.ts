/**
 * Rewriting of normal forms by the equations that hypotheses license.
 *
 * Each application replaces a part by an equal part, so every result is equal to the start whatever the order; whether
 * rules terminate or are confluent only decides how much can be proved. All indices of a rule are universally quantified.
 */

import { matchFactors, matchLetters } from './matching.js';
import { functionOf, normalForm, tracePolynomial } from './normal-form.js';
import { equals, ONE } from './number.js';
import {
  type Atom,
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
import { adjoint, freeIndices, shapeOf, type Term } from './term.js';
import { sizesOf, type Word } from './word.js';

/** left = right, used from left to right. */
export interface Rule {
  readonly left: Term;
  readonly right: Term;
}

type Pattern = { readonly right: Polynomial } & (
  | { readonly kind: 'word'; readonly word: Word }
  | { readonly kind: 'scalar'; readonly factors: readonly Factor[] }
);

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
  const left = [...normalForm(signature, rule.left).monomials.values()];
  const right = normalForm(signature, rule.right);
  const [m] = left;
  if (left.length !== 1 || m!.bound.length > 0 || !equals(m!.coefficient, ONE)) {
    throw new TermError('rule: the left side must be a single product without a factor');
  }
  if (m!.word.length > 0) {
    if (m!.factors.length > 0) throw new TermError('rule: the left side must be a word or a scalar, not both');
    return { kind: 'word', word: m!.word, right };
  }
  if (m!.factors.length === 0 || m!.factors.some((f) => f.power < 1))
    throw new TermError('rule: the left side must not be a constant');
  if (right.rows !== '1') throw new TermError('rule: the left side must not be a multiple of the identity');
  return { kind: 'scalar', factors: m!.factors, right };
}

/** One replacement inside a monomial, or undefined where nothing matches. */
function rewriteOnce(
  signature: Signature,
  closed: Monomial,
  patterns: readonly Pattern[],
  shape: Polynomial,
): Polynomial | undefined {
  const m = openBound(signature, closed);
  const found =
    foldAbsolute(signature, m, shape) ??
    firstOf(patterns, (p) =>
      p.kind === 'word'
        ? inWord(signature, m, p.word, p.right, shape)
        : inFactors(signature, m, p.factors, p.right, shape),
    ) ??
    firstOf(patterns, (p) => (p.kind === 'word' ? inCycles(signature, m, p.word, p.right, shape) : undefined)) ??
    inFunctions(signature, m, patterns, shape);
  return found === undefined ? undefined : m.bound.reduce((p, index) => sumOver(signature, p, index), found);
}

function firstOf<T, R>(items: readonly T[], attempt: (item: T) => R | undefined): R | undefined {
  for (const item of items) {
    const result = attempt(item);
    if (result !== undefined) return result;
  }
  return undefined;
}

/** The monomial without its bound indices, with other factors and another word. */
function rest(m: Monomial, factors: readonly Factor[], word: Word, rows: string, cols: string): Polynomial {
  return polynomialOf(rows, cols, [{ coefficient: m.coefficient, bound: [], factors: mergeFactors(factors), word }]);
}

function inWord(
  signature: Signature,
  m: Monomial,
  word: Word,
  right: Polynomial,
  shape: Polynomial,
): Polynomial | undefined {
  for (let start = 0; start + word.length <= m.word.length; start++) {
    const binding = matchLetters(signature, word, m.word.slice(start, start + word.length), new Map());
    if (binding === undefined) continue;
    const [before, after] = [m.word.slice(0, start), m.word.slice(start + word.length)];
    const middle = renamePolynomial(signature, right, binding);
    const head = before.length === 0 ? middle : multiplyPolynomials(signature, open(signature, before), middle);
    const all = after.length === 0 ? head : multiplyPolynomials(signature, head, open(signature, after));
    const scaled = multiplyPolynomials(signature, rest(m, m.factors, [], '1', '1'), all);
    return { ...scaled, rows: shape.rows, cols: shape.cols };
  }
  return undefined;
}

/** A non-empty word as a polynomial of its own shape. */
function open(signature: Signature, word: Word): Polynomial {
  const [rows, cols] = [sizesOf(signature, word[0]!)[0], sizesOf(signature, word[word.length - 1]!)[1]];
  const one = { coefficient: ONE, bound: [], factors: [], word };
  // Multiplying by 1 restores the invariants of a product (cuts at junctions of size 1).
  return multiplyPolynomials(signature, constant(ONE), polynomialOf(rows, cols, [one]));
}

function inCycles(
  signature: Signature,
  m: Monomial,
  word: Word,
  right: Polynomial,
  shape: Polynomial,
): Polynomial | undefined {
  for (const [k, { atom, power }] of m.factors.entries()) {
    if (atom.kind !== 'cycle' || atom.word.length < word.length || power < 1) continue;
    const n = atom.word.length;
    for (let start = 0; start < n; start++) {
      const turned = [...atom.word.slice(start), ...atom.word.slice(0, start)];
      const binding = matchLetters(signature, word, turned.slice(0, word.length), new Map());
      if (binding === undefined) continue;
      const after = turned.slice(word.length);
      const middle = renamePolynomial(signature, right, binding);
      const product = after.length === 0 ? middle : multiplyPolynomials(signature, middle, open(signature, after));
      const closed = tracePolynomial(signature, product);
      const others = m.factors.map((f, at) => (at === k ? { ...f, power: f.power - 1 } : f));
      return multiplyPolynomials(signature, rest(m, others, m.word, shape.rows, shape.cols), closed);
    }
  }
  return undefined;
}

function inFactors(
  signature: Signature,
  m: Monomial,
  factors: readonly Factor[],
  right: Polynomial,
  shape: Polynomial,
): Polynomial | undefined {
  for (const match of matchFactors(signature, factors, m.factors, new Map())) {
    return multiplyPolynomials(
      signature,
      rest(m, match.left, m.word, shape.rows, shape.cols),
      renamePolynomial(signature, right, match.binding),
    );
  }
  return undefined;
}

/** |x|² = x² for the real x that abs is built on. */
function foldAbsolute(signature: Signature, m: Monomial, shape: Polynomial): Polynomial | undefined {
  const k = m.factors.findIndex(({ atom, power }) => atom.kind === 'function' && atom.name === 'abs' && power >= 2);
  if (k < 0) return undefined;
  const atom = m.factors[k]!.atom as Extract<Atom, { kind: 'function' }>;
  const others = m.factors.map((f, at) => (at === k ? { ...f, power: f.power - 2 } : f));
  const square = multiplyPolynomials(signature, atom.to[0]!, atom.to[0]!);
  return multiplyPolynomials(signature, rest(m, others, m.word, shape.rows, shape.cols), square);
}

/** Rewrites inside the arguments of functions. */
function inFunctions(
  signature: Signature,
  m: Monomial,
  patterns: readonly Pattern[],
  shape: Polynomial,
): Polynomial | undefined {
  for (const [k, { atom, power }] of m.factors.entries()) {
    if (atom.kind !== 'function') continue;
    for (const [at, argument] of atom.to.entries()) {
      for (const inner of argument.monomials.values()) {
        const replaced = rewriteOnce(signature, inner, patterns, argument);
        if (replaced === undefined) continue;
        const others = [...argument.monomials.values()].filter((x) => x !== inner);
        const changed = addPolynomials(polynomialOf('1', '1', others), replaced);
        const value = functionOf(
          signature,
          atom.name,
          atom.to.map((p, position) => (position === at ? changed : p)),
        );
        const left = m.factors.map((f, position) => (position === k ? { ...f, power: power - 1 } : f));
        return multiplyPolynomials(signature, rest(m, left, m.word, shape.rows, shape.cols), value);
      }
    }
  }
  return undefined;
}
