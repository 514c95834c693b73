/**
 * The normal form: a finite sum of monomials (coefficient, bound indices, commuting scalar atoms, one word).
 *
 * Two terms with the same normal form are equal in every model. The converse is not claimed, so different normal forms
 * decide nothing. Bound indices are renamed to the spelling with the least key, hence equal sums collide.
 */
import * as num from './number.js';
import { rangeOf, rootOf, type Signature, squareOf, TermError } from './signature.js';
import { exponentOf, type FunctionName, isScalar, type Shape } from './term.js';
import {
  adjointWord,
  factored,
  isUnit,
  joinWords,
  letterKey,
  onFactor,
  sizesOf,
  splitClosed,
  splitOpen,
  type Word,
  wordKey,
} from './word.js';

/** A scalar that commutes with everything: a symbol, a trace (or bra-ket), or a function (1/x included) of normal forms. */
export type Atom =
  | { readonly kind: 'symbol'; readonly name: string; readonly at: readonly string[]; readonly conjugated: boolean }
  | { readonly kind: 'cycle'; readonly word: Word }
  | { readonly kind: 'function'; readonly name: AtomName; readonly to: readonly Polynomial[] };

export type AtomName = FunctionName | 'inverse';

export interface Factor {
  readonly atom: Atom;
  readonly power: number;
}

export interface Monomial {
  readonly coefficient: num.Num;
  readonly bound: readonly string[];
  readonly factors: readonly Factor[];
  readonly word: Word;
}

export interface Polynomial extends Shape {
  readonly monomials: ReadonlyMap<string, Monomial>;
}

export const isZeroPolynomial = (p: Polynomial): boolean => p.monomials.size === 0;

export function constant(value: num.Num): Polynomial {
  return polynomialOf('1', '1', [{ coefficient: value, bound: [], factors: [], word: [] }]);
}

/** Collects monomials that are already in canonical spelling. */
export function polynomialOf(rows: string, cols: string, monomials: Iterable<Monomial>): Polynomial {
  const collected = new Map<string, Monomial>();
  for (const monomial of monomials) collect(collected, monomial);
  return { rows, cols, monomials: collected };
}

/** Adds a monomial in canonical spelling to those collected so far. */
export function collect(collected: Map<string, Monomial>, monomial: Monomial): void {
  const key = monomialKey(monomial);
  const before = collected.get(key);
  const coefficient = before === undefined ? monomial.coefficient : num.add(before.coefficient, monomial.coefficient);
  if (num.isZero(coefficient)) collected.delete(key);
  else collected.set(key, before === undefined ? monomial : { ...monomial, coefficient });
}

export function addPolynomials(left: Polynomial, right: Polynomial): Polynomial {
  const collected = new Map(left.monomials);
  for (const monomial of right.monomials.values()) collect(collected, monomial);
  return { ...left, monomials: collected };
}

/** The polynomial with every monomial changed to one in canonical spelling. */
export const mapMonomials = (p: Polynomial, change: (m: Monomial) => Monomial, { rows, cols }: Shape = p): Polynomial =>
  polynomialOf(rows, cols, [...p.monomials.values()].map(change));

export const scale = (p: Polynomial, by: num.Num): Polynomial =>
  mapMonomials(p, (m) => ({ ...m, coefficient: num.multiply(m.coefficient, by) }));

export const subtractPolynomials = (left: Polynomial, right: Polynomial): Polynomial =>
  addPolynomials(left, scale(right, num.negate(num.ONE)));

/** The product; bound indices are renamed apart first. Sizes are checked before, by shapeOf. */
export function multiplyPolynomials(signature: Signature, left: Polynomial, right: Polynomial): Polynomial {
  const rows = isScalar(left) ? right.rows : left.rows;
  const cols = isScalar(right) ? left.cols : right.cols;
  const closed = isScalar({ rows, cols });
  const products = new Map<string, Monomial>();
  for (const a of left.monomials.values()) {
    for (const b of right.monomials.values()) collect(products, multiplyMonomials(signature, a, b, closed));
  }
  return { rows, cols, monomials: products };
}

/** `scalar`: the product is a number, so that its word falls into closed ones. */
function multiplyMonomials(signature: Signature, a: Monomial, other: Monomial, scalar: boolean): Monomial {
  const b = a.bound.length > 0 ? openBound(signature, other) : other;
  const joined = joinWords(a.word, b.word);
  const closed = scalar && joined.length > 0 ? splitClosed(signature, joined) : undefined;
  const split = closed ? { open: [], closed } : splitOpen(signature, joined);
  return canonical(signature, {
    coefficient: num.multiply(a.coefficient, b.coefficient),
    bound: [...a.bound, ...b.bound],
    factors: mergeSorted(mergeSorted(a.factors, b.factors), mergeFactors(cycles(split.closed))),
    word: split.open,
  });
}

/** The size d as a factor; the square of a size is d². */
export function sizeFactor({ squares = {} }: Signature, name: string): Factor {
  const isSquare = Object.hasOwn(squares, name);
  const atom: Atom = { kind: 'symbol', name: isSquare ? squares[name]! : name, at: [], conjugated: false };
  return { atom, power: isSquare ? 2 : 1 };
}

/** Closed words as factors. */
const cycles = (words: readonly Word[]): readonly Factor[] =>
  words.map((word) => ({ atom: { kind: 'cycle', word }, power: 1 }));

/** The trace of a word of a square size as factors: tr I is the size, tr(A ⊗ B) = tr A tr B, tr(W (A ⊗ B)) = tr(AB). */
export function traceFactors(signature: Signature, word: Word, size: string): readonly Factor[] {
  if (word.length === 0) return [sizeFactor(signature, size)];
  const parts = factored(word);
  if (parts === null) return cycles(splitClosed(signature, word));
  const { swap, first, second } = parts;
  const words = swap === undefined ? [first, second] : [[...first, ...second]];
  return words.flatMap((part) => traceFactors(signature, joinWords([], part), rootOf(signature, size)));
}

/** A ⊗ I or I ⊗ A. */
export function tensorFactor(signature: Signature, p: Polynomial, leg: 1 | 2): Polynomial {
  if (p.rows !== p.cols) throw new TermError('tensor: expected a square matrix');
  const size = squareOf(signature, p.rows);
  const raised = (m: Monomial): Monomial => canonical(signature, { ...m, word: onFactor(m.word, leg, size) });
  return mapMonomials(p, raised, { rows: size, cols: size });
}

/** tr₁ or tr₂. Throws TermError for a word with a letter on both factors, whose partial trace has no normal form. */
export function partialTrace(signature: Signature, p: Polynomial, leg: 1 | 2): Polynomial {
  const size = rootOf(signature, p.rows);
  const traced = (m: Monomial): Monomial => {
    const parts = factored(m.word);
    if (parts === null) throw new TermError('partial trace: of a letter on both factors');
    const [kept, lost] = leg === 2 ? [parts.first, parts.second] : [parts.second, parts.first];
    // tr₂(W (A ⊗ B)) = BA and tr₁(W (A ⊗ B)) = AB.
    const { open, closed } = splitOpen(signature, joinWords([], parts.swap === undefined ? kept : [...lost, ...kept]));
    const traces = parts.swap === undefined ? traceFactors(signature, lost, size) : cycles(closed);
    return canonical(signature, { ...m, word: open, factors: mergeFactors([...m.factors, ...traces]) });
  };
  return mapMonomials(p, traced, { rows: size, cols: size });
}

/** The adjoint: conjugate coefficients and atoms, reverse the word. */
export function adjointPolynomial(signature: Signature, p: Polynomial): Polynomial {
  const bar = (m: Monomial): Monomial =>
    canonical(signature, {
      coefficient: num.conjugate(m.coefficient),
      bound: m.bound,
      factors: mergeFactors(m.factors.map((f) => ({ atom: conjugateAtom(signature, f.atom), power: f.power }))),
      word: adjointWord(signature, m.word),
    });
  return mapMonomials(p, bar, { rows: p.cols, cols: p.rows });
}

function conjugateAtom(signature: Signature, atom: Atom): Atom {
  switch (atom.kind) {
    case 'symbol': {
      const symbol = signature.symbols[atom.name];
      return symbol === undefined || (symbol.kind === 'scalar' && symbol.real)
        ? atom
        : { ...atom, conjugated: !atom.conjugated };
    }
    case 'cycle':
      return { kind: 'cycle', word: splitClosed(signature, adjointWord(signature, atom.word))[0]! };
    case 'function': // all but 1/x are applied to real terms only, which is checked where they are built
      return atom.name === 'inverse' ? { ...atom, to: atom.to.map((p) => adjointPolynomial(signature, p)) } : atom;
  }
}

/** Sorts factors by key and adds the powers of equal atoms; power 0 disappears. */
export function mergeFactors(factors: readonly Factor[]): readonly Factor[] {
  const half = factors.length >> 1;
  if (half === 0) return factors.filter((f) => f.power !== 0);
  return mergeSorted(mergeFactors(factors.slice(0, half)), mergeFactors(factors.slice(half)));
}

/** The product of two lists of factors that are sorted already. */
function mergeSorted(left: readonly Factor[], right: readonly Factor[]): readonly Factor[] {
  if (left.length === 0) return right;
  if (right.length === 0) return left;
  const merged: Factor[] = [];
  let [i, j] = [0, 0];
  while (i < left.length && j < right.length) {
    const [a, b] = [left[i]!, right[j]!];
    const [x, y] = [atomKey(a.atom), atomKey(b.atom)];
    if (x <= y) i++;
    if (x >= y) j++;
    if (x !== y) merged.push(x < y ? a : b);
    else if (a.power + b.power !== 0) merged.push({ atom: a.atom, power: a.power + b.power });
  }
  return [...merged, ...left.slice(i), ...right.slice(j)];
}

let fresh = 0;
/** A new name for a bound index. All are equally long, so that their order does not depend on how many were made before. */
const freshName = (range: string): string => `${range}#~${String(fresh++).padStart(12, '0')}`;

/** Gives every bound index of a monomial a name used nowhere else; the result is no longer in canonical spelling. */
function openBound(signature: Signature, m: Monomial): Monomial {
  if (m.bound.length === 0) return m;
  const names = new Map(m.bound.map((index) => [index, freshName(rangeOf(signature, index))] as const));
  return renameMonomial(signature, m, names);
}

/** Renames indices everywhere in a monomial and restores the order of factors and the least rotations. */
export function renameMonomial(signature: Signature, m: Monomial, names: ReadonlyMap<string, string>): Monomial {
  const at = (indices: readonly string[]): readonly string[] => indices.map((index) => names.get(index) ?? index);
  // Letters that become equal may join: R_i^k R_j with i for j.
  const word = (w: Word): Word =>
    joinWords(
      [],
      w.map((letter) => (letter.at.length === 0 ? letter : { ...letter, at: at(letter.at) })),
    );
  const atom = (a: Atom): Atom => {
    if (a.kind === 'symbol') return a.at.length === 0 ? a : { ...a, at: at(a.at) };
    if (a.kind === 'cycle') return { kind: 'cycle', word: splitClosed(signature, word(a.word))[0]! };
    return { ...a, to: a.to.map((p) => renamePolynomial(signature, p, names)) };
  };
  return {
    coefficient: m.coefficient,
    bound: m.bound.map((index) => names.get(index) ?? index),
    factors: mergeFactors(m.factors.map((f) => ({ atom: atom(f.atom), power: f.power }))),
    word: word(m.word),
  };
}

export function renamePolynomial(signature: Signature, p: Polynomial, names: ReadonlyMap<string, string>): Polynomial {
  if (names.size === 0) return p;
  return mapMonomials(p, (m) => canonical(signature, renameMonomial(signature, m, names)));
}

/**
 * The spelling of a monomial whose bound indices are range#1, range#2, ... with the least key over all orders. A sum
 * around a function that holds sums itself marks its names range#1', so that the inner sums cannot capture them.
 */
export function canonical(signature: Signature, given: Monomial): Monomial {
  // With names of its own, which no sum inside a function can capture.
  const m = hasUnits(given) ? contracted(signature, openBound(signature, given)) : given;
  if (m.bound.length === 0) return m;
  const opened = openBound(signature, m);
  const height = "'".repeat(sumsInside(m));
  let best: Monomial | undefined;
  let bestKey = '';
  for (const order of m.bound.length < 3 ? orders(opened.bound) : usefulOrders(signature, opened)) {
    const counts = new Map<string, number>();
    const names = new Map<string, string>();
    for (const index of order) {
      const range = rangeOf(signature, index);
      const count = (counts.get(range) ?? 0) + 1;
      counts.set(range, count);
      names.set(index, `${range}#${count}${height}`);
    }
    const candidate = renameBound(signature, opened, names);
    const key = monomialKey(candidate);
    if (best === undefined || key < bestKey) [best, bestKey] = [candidate, key];
  }
  return best!;
}

/** Kronecker's delta, ê_i†ê_j. */
export const isDelta = (atom: Atom): boolean =>
  atom.kind === 'cycle' && atom.word.length === 2 && atom.word.every(isUnit);

const hasUnits = (m: Monomial): boolean =>
  m.word.some(isUnit) || m.factors.some(({ atom }) => atom.kind === 'cycle' && atom.word.some(isUnit));

/** Kronecker's delta and Σ_i ê_i ê_i† = I carried out wherever they stand. */
function contracted(signature: Signature, m: Monomial): Monomial {
  for (const [k, { atom, power }] of m.factors.entries()) {
    if (atom.kind !== 'cycle' || !isDelta(atom) || power < 1) continue;
    const [i, j] = atom.word.map((letter) => letter.at[0]!).sort() as [string, string];
    const rest = { ...m, factors: m.factors.filter((_, at) => at !== k) };
    if (i === j) return contracted(signature, unsummed(signature, rest, i));
    const gone = m.bound.includes(j) ? j : m.bound.includes(i) ? i : undefined;
    if (gone === undefined) {
      // δ_ij f(j) = δ_ij f(i)
      if (power === 1 && !mentions(rest, j) && atom.word[0]!.at[0] === i) continue;
      const delta = cycles([
        [
          { ...atom.word[0]!, at: [i] },
          { ...atom.word[1]!, at: [j] },
        ],
      ]);
      const same = renameMonomial(signature, rest, new Map([[j, i]]));
      return contracted(signature, { ...same, factors: mergeFactors([...same.factors, ...delta]) });
    }
    const bound = m.bound.filter((index) => index !== gone);
    const kept = gone === i ? j : i;
    const merged = renameMonomial(signature, { ...rest, bound }, new Map([[gone, kept]]));
    return contracted(signature, unsummed(signature, merged, kept));
  }
  for (const i of m.bound) {
    const joined = joinedAt(signature, m, i);
    if (joined !== undefined) return contracted(signature, joined);
  }
  return m;
}

/** A monomial without the sum over an index that it no longer mentions: times the size of its range. */
function unsummed(signature: Signature, m: Monomial, index: string): Monomial {
  if (!m.bound.includes(index) || mentions(m, index)) return m;
  const factors = mergeFactors([...m.factors, sizeFactor(signature, rangeOf(signature, index))]);
  return { ...m, bound: m.bound.filter((other) => other !== index), factors };
}

/** Σ_i ... ê_i ê_i† ... where the two stand at the ends of words and i stands nowhere else: the words are joined. */
function joinedAt(signature: Signature, m: Monomial, i: string): Monomial | undefined {
  const isHere = (letter: Word[number] | undefined, adjoint: boolean): boolean =>
    letter !== undefined && isUnit(letter) && letter.at[0] === i && letter.adjoint === adjoint;
  // The open word falls into a part that may end in a ket and a part that may start with a bra.
  const startsWithBra = (letter: Word[number]): boolean => sizesOf(signature, letter)[0] === '1';
  const cut = m.word.findIndex(startsWithBra);
  const [left, right] = cut < 0 ? [m.word, []] : [m.word.slice(0, cut), m.word.slice(cut)];
  const cyclic = m.factors.map(({ atom, power }) => (atom.kind === 'cycle' && power === 1 ? atom.word : []));
  const [ket, bra] = [cyclic.findIndex((w) => isHere(w.at(-1), false)), cyclic.findIndex((w) => isHere(w[0], true))];
  const head = ket >= 0 ? cyclic[ket]! : isHere(left.at(-1), false) ? left : undefined;
  const tail = bra >= 0 ? cyclic[bra]! : isHere(right[0], true) ? right : undefined;
  if (head === undefined || tail === undefined) return undefined;
  const [before, after] = [head.slice(0, -1), tail.slice(1)];
  const word =
    ket >= 0 && bra >= 0 ? m.word : [...(ket >= 0 ? left : []), ...before, ...after, ...(bra >= 0 ? right : [])];
  const closed =
    ket < 0 || bra < 0
      ? []
      : ket === bra
        ? traceFactors(signature, head.slice(1, -1), rangeOf(signature, i))
        : cycles(splitClosed(signature, joinWords(before, after)));
  const others = m.factors.filter((_, k) => k !== ket && k !== bra);
  const bound = m.bound.filter((index) => index !== i);
  const result = { ...m, bound, word: joinWords([], word), factors: mergeFactors([...others, ...closed]) };
  return mentions(result, i) ? undefined : result;
}

function renameBound(signature: Signature, m: Monomial, names: ReadonlyMap<string, string>): Monomial {
  const renamed = renameMonomial(signature, m, names);
  return { ...renamed, bound: [...renamed.bound].sort() };
}

/**
 * The orders that can differ: bound indices are sorted by what the monomial looks like from each of them, and only those
 * that look alike are permuted, unless any two of them can be swapped, as in (Σ_j a_j)^9.
 */
function* usefulOrders(signature: Signature, m: Monomial): Generator<readonly string[]> {
  const spell = (name: (index: string) => string): string => {
    const names = m.bound.map((index) => [index, `${rangeOf(signature, index)}#${name(index)}`] as const);
    return monomialKey(renameBound(signature, m, new Map(names)));
  };
  const alike = new Map<string, string[]>();
  for (const index of m.bound) {
    const view = spell((other) => (other === index ? 'this' : 'other'));
    alike.set(view, [...(alike.get(view) ?? []), index]);
  }
  const swaps = (a: string, b: string): boolean =>
    spell((x) => `_${x}`) === spell((x) => `_${x === a ? b : x === b ? a : x}`);
  const groups = [...alike]
    .sort(([x], [y]) => (x < y ? -1 : 1))
    .map(([, group]) => (group.slice(1).every((index, k) => swaps(group[k]!, index)) ? [group] : [...orders(group)]));
  yield* groups.reduce<readonly (readonly string[])[]>(
    (all, group) => all.flatMap((before) => group.map((order) => [...before, ...order])),
    [[]],
  );
}

/** How deep sums are nested in the arguments of the functions of a monomial. */
function sumsInside(m: Monomial): number {
  const inner = m.factors.flatMap(({ atom }) =>
    atom.kind === 'function' ? atom.to.flatMap((p) => [...p.monomials.values()]) : [],
  );
  return Math.max(0, ...inner.map((x) => sumsInside(x) + (x.bound.length > 0 ? 1 : 0)));
}

function* orders(items: readonly string[]): Generator<readonly string[]> {
  if (items.length === 0) yield [];
  for (const [k, item] of items.entries()) {
    for (const rest of orders([...items.slice(0, k), ...items.slice(k + 1)])) yield [item, ...rest];
  }
}

/** Sums a polynomial over an index: monomials free of it are multiplied by the size of its range. */
export function sumOver(signature: Signature, p: Polynomial, index: string): Polynomial {
  const range = rangeOf(signature, index);
  return mapMonomials(p, (m) => {
    if (!mentions(m, index)) return { ...m, factors: mergeFactors([...m.factors, sizeFactor(signature, range)]) };
    // The index becomes a fresh one, so that an outer index of the same name cannot be meant.
    const name = freshName(range);
    const renamed = renameMonomial(signature, m, new Map([[index, name]]));
    return canonical(signature, { ...renamed, bound: [...m.bound, name] });
  });
}

export function mentions(m: Monomial, index: string): boolean {
  const inWord = (word: Word): boolean => word.some((letter) => letter.at.includes(index));
  const inAtom = (atom: Atom): boolean => {
    if (atom.kind === 'symbol') return atom.at.includes(index);
    if (atom.kind === 'cycle') return inWord(atom.word);
    return atom.to.some((p) => [...p.monomials.values()].some((inner) => mentions(inner, index)));
  };
  return inWord(m.word) || m.factors.some((f) => inAtom(f.atom));
}

const spelled = new WeakMap<Atom, string>();

/** An injective spelling of an atom, kept because products compare the same atoms over and over. */
export function atomKey(atom: Atom): string {
  const before = spelled.get(atom);
  if (before !== undefined) return before;
  const key = spellAtom(atom);
  spelled.set(atom, key);
  return key;
}

function spellAtom(atom: Atom): string {
  switch (atom.kind) {
    case 'symbol':
      return letterKey({ name: atom.name, at: atom.at, adjoint: atom.conjugated, exponent: exponentOf(1) });
    case 'cycle':
      return `tr(${wordKey(atom.word)})`;
    case 'function':
      return `${atom.name}(${atom.to.map(polynomialKey).join('; ')})`;
  }
}

/** A spelling of everything but the coefficient. */
export function monomialKey(m: Monomial): string {
  const factors = m.factors.map((f) => (f.power === 1 ? atomKey(f.atom) : `${atomKey(f.atom)}^${f.power}`));
  return `${m.bound.length === 0 ? '' : `Σ(${m.bound.join()})`}${factors.join('·')}|${wordKey(m.word)}`;
}

/** An injective spelling of a normal form. */
export function polynomialKey(p: Polynomial): string {
  const parts = [...p.monomials].sort(([a], [b]) => (a < b ? -1 : 1));
  return parts.map(([key, m]) => `${num.format(m.coefficient)}*${key}`).join(' + ') || '0';
}

export const unit = (size: string): Polynomial =>
  polynomialOf(size, size, [{ coefficient: num.ONE, bound: [], factors: [], word: [] }]);
