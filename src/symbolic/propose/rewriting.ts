/**
 * Rewriting of normal forms by equations, and the witness that it leaves behind. Not trusted: the kernel checks witnesses.
 *
 * Each application replaces a part by an equal part, so every result is equal to the start whatever the order; whether
 * rules terminate or are confluent only decides how much can be proved. All indices of a rule are universally quantified.
 */
import { renameMonomial, renamePolynomial } from '../kernel/canonical.js';
import {
  collect,
  type Factor,
  type Monomial,
  mergeFactors,
  type Polynomial,
  polynomialOf,
} from '../kernel/monomial.js';
import { functionOf, normalForm } from '../kernel/normal-form.js';
import { equals, type Num, ONE } from '../kernel/number.js';
import { constant, multiplyPolynomials, sumOver, tensorFactor, tracePolynomial } from '../kernel/polynomial.js';
import { rangeOf, type Signature, squareOf, TermError } from '../kernel/signature.js';
import {
  adjoint,
  difference,
  freeIndices,
  identity,
  number,
  power,
  product,
  shapeOf,
  type Term,
} from '../kernel/term.js';
import type { Equation, Rule, Witness, WitnessItem } from '../kernel/witness.js';
import { onFactor, rotated, sizesOf, type Word } from '../kernel/word.js';
import { type Binding, lowered, matchFactors, matchLetters } from './matching.js';
import { termOfAtom, termOfPolynomial, termOfWord } from './term-of.js';

/** An equation with the name and position under which a link cites it. */
export interface NamedRule {
  readonly from: string;
  readonly position: number;
  readonly rule: Rule;
}

/** Steps after which rewriting is given up; the largest proof of the corpus needs a few thousand. */
const STEP_LIMIT = 50_000;

/** The normal form after all rules have been applied wherever they match. Throws TermError after STEP_LIMIT steps. */
export function rewrite(signature: Signature, start: Polynomial, rules: readonly Rule[]): Polynomial {
  const named = rules.map((rule, position) => ({ from: '', position, rule }));
  return run(signature, start, compileAll(signature, named), 0).result;
}

/** The items by which rewriting brings left - right down, to zero where the rules reach that far. */
export function witnessOf(signature: Signature, left: Term, right: Term, rules: readonly NamedRule[]): Witness {
  const { items } = run(signature, normalForm(signature, difference(left, right)), compileAll(signature, rules), 0);
  return items.map((item) => item());
}

interface Step {
  readonly becomes: Polynomial;
  readonly item: () => WitnessItem;
}

interface Run {
  readonly result: Polynomial;
  readonly items: readonly Step['item'][];
}

const compileAll = (signature: Signature, rules: readonly NamedRule[]): Pattern[] =>
  rules.flatMap((rule) => compile(signature, rule));

function run(signature: Signature, start: Polynomial, patterns: readonly Pattern[], depth: number): Run {
  const waiting = new Map(start.monomials);
  const done: Monomial[] = [];
  const items: Step['item'][] = [];
  let steps = 0;
  for (const [key, monomial] of waiting) {
    if (++steps > STEP_LIMIT)
      throw new TermError(`rewriting: no end after ${STEP_LIMIT} steps; do the rules run in a circle?`);
    waiting.delete(key);
    const step = rewriteOnce(signature, monomial, patterns, start, depth);
    if (step === undefined) {
      done.push(monomial);
      continue;
    }
    items.push(step.item);
    for (const part of step.becomes.monomials.values()) collect(waiting, part);
  }
  return { result: polynomialOf(start.rows, start.cols, done), items };
}

/** A rule, or its adjoint, as a word or as factors, of which the other is empty. */
interface Pattern {
  readonly named: NamedRule;
  readonly adjoint: boolean;
  /** The factor of a tensor product on which the word stands; equations between d×d matrices hold there too. */
  readonly leg: 1 | 2 | null;
  readonly word: Word;
  readonly factors: readonly Factor[];
  readonly right: Polynomial;
}

/** A rule and its adjoint as patterns. Throws TermError where the left side is no single monomial with coefficient 1. */
function compile(signature: Signature, named: NamedRule): Pattern[] {
  const { rule } = named;
  const [left, right] = [shapeOf(signature, rule.left), shapeOf(signature, rule.right)];
  if (left.rows !== right.rows || left.cols !== right.cols)
    throw new TermError('rule: the two sides have different shapes');
  const known = freeIndices(rule.left);
  for (const index of freeIndices(rule.right)) {
    if (!known.has(index)) throw new TermError(`rule: the index ${index} stands on the right side only`);
  }
  const sides = [rule, { left: adjoint(rule.left), right: adjoint(rule.right) }];
  const patterns = sides.map((side, k) => ({ named, adjoint: k === 1, leg: null, ...pattern(signature, side) }));
  const keys = sides.map((side) => [...normalForm(signature, side.left).monomials.keys()][0]);
  const distinct = keys[0] === keys[1] ? [patterns[0]!] : patterns;
  return distinct.flatMap((one) => [one, ...onFactors(signature, one)]);
}

/** The same equation on either factor of a tensor product, where its letters may stand there. */
function onFactors(signature: Signature, plain: Pattern): Pattern[] {
  const { word, right } = plain;
  const isSquare =
    right.rows === right.cols && word.every((x) => sizesOf(signature, x).every((size) => size === right.rows));
  if (word.length === 0 || !isSquare || !Object.values(signature.squares ?? {}).includes(right.rows)) return [];
  return ([1, 2] as const).map((leg) => ({
    ...plain,
    leg,
    word: onFactor(word, leg, squareOf(signature, right.rows)),
    right: tensorFactor(signature, right, leg),
  }));
}

function pattern(signature: Signature, rule: Rule): Pick<Pattern, 'word' | 'factors' | 'right'> {
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
interface Site {
  readonly signature: Signature;
  readonly m: Monomial;
  readonly shape: Polynomial;
  readonly patterns: readonly Pattern[];
  /** How many functions stand around it; the names of its bound indices depend on it. */
  readonly depth: number;
}

/** What a monomial becomes, and what stands around the equation that was used, its sums left out. */
interface Replacement {
  readonly becomes: Polynomial;
  readonly context: () => Omit<WitnessItem, 'over'>;
}

/** One replacement inside a monomial, or undefined where nothing matches. */
function rewriteOnce(
  signature: Signature,
  closed: Monomial,
  patterns: readonly Pattern[],
  shape: Polynomial,
  depth: number,
): Step | undefined {
  const names = closed.bound.map((index, k) => [index, `${rangeOf(signature, index)}#w${depth}_${k}`] as const);
  const m = renameMonomial(signature, closed, new Map(names));
  const site: Site = { signature, m, shape, patterns, depth };
  const words = patterns.filter(({ word }) => word.length > 0);
  const found =
    foldAbsolute(site) ??
    firstOf(patterns, (p) => (p.word.length > 0 ? inWord(site, p) : inFactors(site, p))) ??
    firstOf(words, (p) => inCycles(site, p)) ??
    inFunctions(site);
  return (
    found && {
      becomes: m.bound.reduce((p, index) => sumOver(signature, p, index), found.becomes),
      item: () => ({ over: m.bound, ...found.context() }),
    }
  );
}

function firstOf<T, R>(items: Iterable<T>, attempt: (item: T) => R | undefined): R | undefined {
  for (const item of items) {
    const result = attempt(item);
    if (result !== undefined) return result;
  }
  return undefined;
}

const ruleOf = ({ named, adjoint: adjointed }: Pattern, binding: Binding): Equation => ({
  kind: 'rule',
  from: named.from,
  rule: named.position,
  adjoint: adjointed,
  at: Object.fromEntries(binding),
});

/** |x|² = x² for the real x that abs is built on. */
function foldAbsolute(site: Site): Replacement | undefined {
  const { signature, m } = site;
  return firstOf(m.factors.entries(), ([k, { atom, power: p }]) => {
    if (atom.kind !== 'function' || atom.name !== 'abs' || p < 2) return undefined;
    const square = multiplyPolynomials(signature, atom.to[0]!, atom.to[0]!);
    return besideWord(site, lowered(m.factors, k, 2), square, () => ({
      kind: 'absolute square',
      of: termOfPolynomial(signature, atom.to[0]!),
    }));
  });
}

/** before · right · after for the first of some places where the word matches, the indices of the rule replaced. */
function replaceWord(
  signature: Signature,
  { word, right }: Pattern,
  places: Iterable<readonly [before: Word, rest: Word]>,
): { becomes: Polynomial; before: Word; after: Word; binding: Binding } | undefined {
  const times = (a: Polynomial, b: Polynomial): Polynomial => multiplyPolynomials(signature, a, b);
  return firstOf(places, ([before, rest]) => {
    const binding = matchLetters(signature, word, rest.slice(0, word.length), new Map());
    if (binding === undefined) return undefined;
    const middle = renamePolynomial(signature, right, binding);
    const after = rest.slice(word.length);
    const head = before.length === 0 ? middle : times(open(signature, before), middle);
    return { becomes: after.length === 0 ? head : times(head, open(signature, after)), before, after, binding };
  });
}

const termOrNull = (signature: Signature, word: Word): Term | null =>
  word.length === 0 ? null : termOfWord(signature, word);

function inWord({ signature, m, shape }: Site, pattern: Pattern): Replacement | undefined {
  const places = m.word.map((_, k) => [m.word.slice(0, k), m.word.slice(k)] as const);
  const found = replaceWord(signature, pattern, places);
  if (found === undefined) return undefined;
  const scalars = polynomialOf('1', '1', [{ ...m, bound: [], word: [] }]);
  return {
    becomes: { ...multiplyPolynomials(signature, scalars, found.becomes), rows: shape.rows, cols: shape.cols },
    context: () => ({
      times: scalarTerm(signature, m.coefficient, m.factors),
      before: termOrNull(signature, found.before),
      after: termOrNull(signature, found.after),
      trace: false,
      leg: pattern.leg,
      equation: ruleOf(pattern, found.binding),
    }),
  };
}

function inCycles(site: Site, pattern: Pattern): Replacement | undefined {
  const { signature, m } = site;
  return firstOf(m.factors.entries(), ([k, { atom, power: p }]) => {
    if (atom.kind !== 'cycle' || atom.word.length < pattern.word.length || p < 1) return undefined;
    const turned = atom.word.map((_, start) => [[], rotated(atom.word, start)] as const);
    const found = replaceWord(signature, pattern, turned);
    if (found === undefined) return undefined;
    const others = lowered(m.factors, k, 1);
    const equation = ruleOf(pattern, found.binding);
    const beside = besideWord(site, others, tracePolynomial(signature, found.becomes), () => equation);
    const context = (): Omit<WitnessItem, 'over'> => {
      // The word beside the trace goes with the scalars.
      const { times, after } = beside.context();
      const whole = after === null ? times : product(times, after);
      return {
        times: whole,
        before: null,
        after: termOrNull(signature, found.after),
        trace: true,
        leg: pattern.leg,
        equation,
      };
    };
    return { becomes: beside.becomes, context };
  });
}

function inFactors(site: Site, pattern: Pattern): Replacement | undefined {
  const { signature, m } = site;
  return firstOf(matchFactors(signature, pattern.factors, m.factors, new Map()), ({ left, binding }) =>
    besideWord(site, left, renamePolynomial(signature, pattern.right, binding), () => ruleOf(pattern, binding)),
  );
}

/**
 * Rewrites the arguments of functions to their end: equal arguments give equal values. Half-way, a real argument may not
 * be seen to be real, and a function around it could not be written as a term.
 */
function inFunctions(site: Site): Replacement | undefined {
  const { signature, m, patterns, depth } = site;
  return firstOf(m.factors.entries(), ([k, { atom }]) => {
    if (atom.kind !== 'function') return undefined;
    const runs = atom.to.map((argument) => run(signature, argument, patterns, depth + 1));
    if (runs.every(({ items }) => items.length === 0)) return undefined;
    const to = runs.map(({ result }) => result);
    const terms = (parts: readonly Polynomial[]): Term[] => parts.map((p) => termOfPolynomial(signature, p));
    return besideWord(site, lowered(m.factors, k, 1), functionOf(signature, atom.name, to), () => ({
      kind: 'equal arguments',
      name: atom.name,
      from: terms(atom.to),
      to: terms(to),
      witness: runs.map(({ items }) => items.map((item) => item())),
    }));
  });
}

/** The monomial with other factors, times the value of a scalar equation; its word stands after it. */
function besideWord(
  { signature, m, shape }: Site,
  factors: readonly Factor[],
  value: Polynomial,
  equation: () => Equation,
): Replacement {
  const rest = { ...m, bound: [], factors: mergeFactors(factors) };
  const beside = m.word.length > 0 || shape.rows === '1' ? termOrNull(signature, m.word) : identity(shape.rows);
  return {
    becomes: multiplyPolynomials(signature, polynomialOf(shape.rows, shape.cols, [rest]), value),
    context: () => ({
      times: scalarTerm(signature, m.coefficient, factors),
      before: null,
      after: beside,
      trace: false,
      leg: null,
      equation: equation(),
    }),
  };
}

function scalarTerm(signature: Signature, coefficient: Num, factors: readonly Factor[]): Term {
  const atoms = mergeFactors(factors).map(({ atom, power: p }) => {
    const base = termOfAtom(signature, atom);
    return p === 1 ? base : power(base, p);
  });
  return product(number(coefficient), ...atoms);
}

/** A non-empty word as a polynomial of its own shape. */
function open(signature: Signature, word: Word): Polynomial {
  const [rows, cols] = [sizesOf(signature, word[0]!)[0], sizesOf(signature, word[word.length - 1]!)[1]];
  const one = { coefficient: ONE, bound: [], factors: [], word };
  // Multiplying by 1 restores the invariants of a product (cuts at junctions of size 1).
  return multiplyPolynomials(signature, constant(ONE), polynomialOf(rows, cols, [one]));
}
