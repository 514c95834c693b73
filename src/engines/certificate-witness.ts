/**
 * Witnesses of rewriting: left - right written as a sum of contexts around (rule's left - rule's right).
 *
 * A checker has to expand both sides and compare; it need not rewrite. Nothing here is trusted: a wrong witness is
 * refused by the checker, a missing one stops the export.
 */
import { matchFactors, matchLetters } from '../symbolic/kernel/matching.js';
import { functionOf, normalForm, tracePolynomial } from '../symbolic/kernel/normal-form.js';
import { type Num, ONE } from '../symbolic/kernel/number.js';
import {
  type Atom,
  addPolynomials,
  collect,
  constant,
  type Factor,
  type Monomial,
  mergeFactors,
  multiplyPolynomials,
  type Polynomial,
  polynomialKey,
  polynomialOf,
  renameMonomial,
  renamePolynomial,
  sumOver,
} from '../symbolic/kernel/polynomial.js';
import type { Rule } from '../symbolic/kernel/rewrite.js';
import { rangeOf, type Signature, TermError } from '../symbolic/kernel/signature.js';
import { adjoint, identity, number, power, product, type Term } from '../symbolic/kernel/term.js';
import { sizesOf, type Word } from '../symbolic/kernel/word.js';
import { termOfAtom, termOfPolynomial, termOfWord } from '../symbolic/propose/term-of.js';
import { type Json, type JsonObject, termJson } from './certificate-format.js';

/** An equation with the name under which a link cites it. */
export interface NamedRule {
  readonly from: string;
  readonly position: number;
  readonly rule: Rule;
}

interface Pattern {
  readonly named: NamedRule;
  readonly adjoint: boolean;
  readonly left: Monomial;
  readonly right: Polynomial;
}

/** One replacement of a monomial: what it becomes, and what stands around the equation that was used. */
interface Replacement {
  readonly becomes: Polynomial;
  readonly times: Term;
  readonly before?: Term;
  readonly after?: Term;
  readonly closed?: boolean;
  readonly equation: JsonObject;
}

/** As many steps as the kernel allows itself. */
const STEP_LIMIT = 50_000;

/** The witness that a normal form is zero under the rules. Throws TermError where rewriting does not end in zero. */
export function witnessOfZero(signature: Signature, start: Polynomial, rules: readonly NamedRule[]): Json {
  const patterns = rules.flatMap((rule) => patternsOf(signature, rule));
  const waiting = new Map(start.monomials);
  const done = new Map<string, Monomial>();
  const items: JsonObject[] = [];
  let steps = 0;
  for (const [key, monomial] of waiting) {
    if (++steps > STEP_LIMIT) throw new TermError(`certificate: no end after ${STEP_LIMIT} steps`);
    waiting.delete(key);
    const step = rewriteOnce(signature, monomial, patterns, start, 0);
    if (step === undefined) {
      collect(done, monomial);
      continue;
    }
    items.push(step.item);
    for (const part of step.becomes.monomials.values()) collect(waiting, part);
  }
  if (done.size > 0)
    throw new TermError(`certificate: no witness, rewriting leaves ${polynomialKey({ ...start, monomials: done })}`);
  return items;
}

/** A rule and its adjoint, where that says something else. */
function patternsOf(signature: Signature, named: NamedRule): Pattern[] {
  const { left, right } = named.rule;
  const sides = [
    { adjoint: false, left: normalForm(signature, left), right: normalForm(signature, right) },
    { adjoint: true, left: normalForm(signature, adjoint(left)), right: normalForm(signature, adjoint(right)) },
  ];
  const distinct = polynomialKey(sides[0]!.left) === polynomialKey(sides[1]!.left) ? sides.slice(0, 1) : sides;
  return distinct.map((side) => ({ ...side, named, left: [...side.left.monomials.values()][0]! }));
}

/** One replacement inside a monomial, with its bound indices opened and closed again. */
function rewriteOnce(
  signature: Signature,
  closed: Monomial,
  patterns: readonly Pattern[],
  shape: Polynomial,
  depth: number,
): { readonly becomes: Polynomial; readonly item: JsonObject } | undefined {
  const names = closed.bound.map((index, k) => [index, `${rangeOf(signature, index)}#${depth}_${k}`] as const);
  const m = renameMonomial(signature, closed, new Map(names));
  const site: Site = { signature, m, shape, patterns, depth };
  const found = absoluteSquare(site) ?? inPlace(site) ?? inCycles(site) ?? inFunctions(site);
  if (found === undefined) return undefined;
  const { times, before, after, closed: traced = false, equation } = found;
  const term = (part: Term | undefined): Json => (part === undefined ? null : termJson(signature, part));
  return {
    becomes: m.bound.reduce((p, index) => sumOver(signature, p, index), found.becomes),
    item: {
      over: m.bound.map((index) => [index, rangeOf(signature, index)]),
      times: term(times),
      before: term(before),
      after: term(after),
      trace: traced,
      equation,
    },
  };
}

interface Site {
  readonly signature: Signature;
  readonly m: Monomial;
  readonly shape: Polynomial;
  readonly patterns: readonly Pattern[];
  readonly depth: number;
}

function absoluteSquare({ signature, m, shape }: Site): Replacement | undefined {
  const k = m.factors.findIndex(({ atom, power: p }) => atom.kind === 'function' && atom.name === 'abs' && p >= 2);
  if (k < 0) return undefined;
  const [of] = (m.factors[k]!.atom as Extract<Atom, { kind: 'function' }>).to;
  const square = multiplyPolynomials(signature, of!, of!);
  const equation = { kind: 'absolute square', of: termJson(signature, termOfPolynomial(signature, of!)) };
  return besideWord(signature, m, lowered(m.factors, k, 2), shape, square, equation);
}

/** A word of a rule inside the word of the monomial, or its factors among the factors. */
function inPlace({ signature, m, shape, patterns }: Site): Replacement | undefined {
  for (const pattern of patterns) {
    const { left } = pattern;
    if (left.word.length === 0) {
      for (const { binding, left: others } of matchFactors(signature, left.factors, m.factors, new Map())) {
        const becomes = renamePolynomial(signature, pattern.right, binding);
        return besideWord(signature, m, others, shape, becomes, ruleJson(pattern, binding));
      }
    }
    for (let start = 0; left.word.length > 0 && start + left.word.length <= m.word.length; start++) {
      const end = start + left.word.length;
      const binding = matchLetters(signature, left.word, m.word.slice(start, end), new Map());
      if (binding === undefined) continue;
      const [before, after] = [m.word.slice(0, start), m.word.slice(end)];
      const parts = [
        open(signature, before),
        renamePolynomial(signature, pattern.right, binding),
        open(signature, after),
      ];
      const word = parts.reduce((a, b) => multiplyPolynomials(signature, a, b));
      const scaled = multiplyPolynomials(signature, scalar(m.coefficient, m.factors), word);
      return {
        becomes: { ...scaled, rows: shape.rows, cols: shape.cols },
        times: timesTerm(signature, m.coefficient, m.factors),
        ...(before.length > 0 && { before: termOfWord(before) }),
        ...(after.length > 0 && { after: termOfWord(after) }),
        equation: ruleJson(pattern, binding),
      };
    }
  }
  return undefined;
}

/** A word of a rule inside a trace. */
function inCycles({ signature, m, shape, patterns }: Site): Replacement | undefined {
  for (const pattern of patterns) {
    const length = pattern.left.word.length;
    if (length === 0) continue;
    for (const [k, { atom, power: p }] of m.factors.entries()) {
      if (atom.kind !== 'cycle' || atom.word.length < length || p < 1) continue;
      for (let start = 0; start < atom.word.length; start++) {
        const turned = [...atom.word.slice(start), ...atom.word.slice(0, start)];
        const binding = matchLetters(signature, pattern.left.word, turned.slice(0, length), new Map());
        if (binding === undefined) continue;
        const after = turned.slice(length);
        const middle = renamePolynomial(signature, pattern.right, binding);
        const closed = tracePolynomial(signature, multiplyPolynomials(signature, middle, open(signature, after)));
        return {
          ...besideWord(signature, m, lowered(m.factors, k, 1), shape, closed, ruleJson(pattern, binding)),
          ...insideTrace(signature, m, lowered(m.factors, k, 1), shape, after),
        };
      }
    }
  }
  return undefined;
}

/** The context of an equation inside a trace; the word beside the trace goes with the scalars, as a sum of one trace. */
function insideTrace(
  signature: Signature,
  m: Monomial,
  factors: readonly Factor[],
  shape: Polynomial,
  after: Word,
): Pick<Replacement, 'times' | 'closed'> & { readonly after?: Term } {
  const times = timesTerm(signature, m.coefficient, factors);
  const beside = wordBeside(m, shape);
  return {
    times: beside === undefined ? times : product(times, beside),
    closed: true,
    ...(after.length > 0 ? { after: termOfWord(after) } : {}),
  };
}

/** Equal arguments give equal values: one replacement inside an argument of a function. */
function inFunctions({ signature, m, shape, patterns, depth }: Site): Replacement | undefined {
  for (const [k, { atom }] of m.factors.entries()) {
    if (atom.kind !== 'function') continue;
    for (const [position, argument] of atom.to.entries()) {
      for (const inner of argument.monomials.values()) {
        const step = rewriteOnce(signature, inner, patterns, argument, depth + 1);
        if (step === undefined) continue;
        const others = [...argument.monomials.values()].filter((x) => x !== inner);
        const changed = addPolynomials(polynomialOf('1', '1', others), step.becomes);
        const to = atom.to.map((p, at) => (at === position ? changed : p));
        const terms = (args: readonly Polynomial[]): Json =>
          args.map((p) => termJson(signature, termOfPolynomial(signature, p)));
        const witness = atom.to.map((_, at) => (at === position ? [step.item] : []));
        const equation = { kind: 'equal arguments', name: atom.name, from: terms(atom.to), to: terms(to), witness };
        const value = functionOf(signature, atom.name, to);
        return besideWord(signature, m, lowered(m.factors, k, 1), shape, value, equation);
      }
    }
  }
  return undefined;
}

/** A scalar equation among the factors: the word of the monomial stands after it. */
function besideWord(
  signature: Signature,
  m: Monomial,
  factors: readonly Factor[],
  shape: Polynomial,
  value: Polynomial,
  equation: JsonObject,
): Replacement {
  const { rows, cols } = shape;
  const rest = polynomialOf(rows, cols, [{ ...m, bound: [], factors: mergeFactors(factors) }]);
  const after = wordBeside(m, shape);
  return {
    becomes: multiplyPolynomials(signature, rest, value),
    times: timesTerm(signature, m.coefficient, factors),
    ...(after !== undefined && { after }),
    equation,
  };
}

function wordBeside({ word }: Monomial, { rows }: Polynomial): Term | undefined {
  if (word.length > 0) return termOfWord(word);
  return rows === '1' ? undefined : identity(rows);
}

const ruleJson = ({ named, adjoint: adjointed }: Pattern, binding: ReadonlyMap<string, string>): JsonObject => ({
  kind: 'rule',
  from: named.from,
  rule: named.position,
  adjoint: adjointed,
  at: Object.fromEntries(binding),
});

const lowered = (factors: readonly Factor[], k: number, by: number): readonly Factor[] =>
  factors.map((f, at) => (at === k ? { ...f, power: f.power - by } : f));

const scalar = (coefficient: Num, factors: readonly Factor[]): Polynomial =>
  polynomialOf('1', '1', [{ coefficient, bound: [], factors: mergeFactors(factors), word: [] }]);

function timesTerm(signature: Signature, coefficient: Num, factors: readonly Factor[]): Term {
  const atoms = mergeFactors(factors).map(({ atom, power: p }) => {
    const base = termOfAtom(signature, atom);
    return p === 1 ? base : power(base, p);
  });
  return product(number(coefficient), ...atoms);
}

/** A word as a polynomial of its own shape, with its cuts restored by a product; an empty one is the number 1. */
function open(signature: Signature, word: Word): Polynomial {
  if (word.length === 0) return constant(ONE);
  const [rows, cols] = [sizesOf(signature, word[0]!)[0], sizesOf(signature, word[word.length - 1]!)[1]];
  const one = polynomialOf(rows, cols, [{ coefficient: ONE, bound: [], factors: [], word }]);
  return multiplyPolynomials(signature, constant(ONE), one);
}
