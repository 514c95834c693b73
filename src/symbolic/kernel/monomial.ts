/**
 * The normal form: a finite sum of monomials (coefficient, bound indices, commuting scalar atoms, one word), collected by
 * an injective spelling of all but the coefficient.
 *
 * Two terms with the same normal form are equal in every model. The converse is not claimed, so different normal forms
 * decide nothing.
 */
import * as num from './number.js';
import { rootOf, type Signature } from './signature.js';
import { exponentOf, type FunctionName, type Shape } from './term.js';
import { factored, joinWords, letterKey, splitClosed, type Word, wordKey } from './word.js';

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

/** Collects monomials that are already in canonical spelling. */
export function polynomialOf(rows: string, cols: string, monomials: Iterable<Monomial>): Polynomial {
  const collected = new Map<string, Monomial>();
  for (const monomial of monomials) collect(collected, monomial);
  return { rows, cols, monomials: collected };
}

/** One monomial as a polynomial; what is not said of it is 1. */
export const single = (rows: string, cols: string, part: Partial<Monomial>): Polynomial =>
  polynomialOf(rows, cols, [{ coefficient: num.ONE, bound: [], factors: [], word: [], ...part }]);

/** Adds a monomial in canonical spelling to those collected so far. */
export function collect(collected: Map<string, Monomial>, monomial: Monomial): void {
  const key = monomialKey(monomial);
  const before = collected.get(key);
  const coefficient = before === undefined ? monomial.coefficient : num.add(before.coefficient, monomial.coefficient);
  if (num.isZero(coefficient)) collected.delete(key);
  else collected.set(key, before === undefined ? monomial : { ...monomial, coefficient });
}

/** The polynomial with every monomial changed to one in canonical spelling. */
export const mapMonomials = (p: Polynomial, change: (m: Monomial) => Monomial, { rows, cols }: Shape = p): Polynomial =>
  polynomialOf(rows, cols, [...p.monomials.values()].map(change));

/** Sorts factors by key and adds the powers of equal atoms; power 0 disappears. */
export function mergeFactors(factors: readonly Factor[]): readonly Factor[] {
  const merged = new Map<string, Factor>();
  for (const { atom, power } of factors) {
    const key = atomKey(atom);
    merged.set(key, { atom, power: power + (merged.get(key)?.power ?? 0) });
  }
  const sorted = [...merged].sort(([a], [b]) => (a < b ? -1 : 1));
  return sorted.flatMap(([, factor]) => (factor.power === 0 ? [] : [factor]));
}

/** The size d as a factor; the square of a size is d². */
export function sizeFactor({ squares = {} }: Signature, name: string): Factor {
  const isSquare = Object.hasOwn(squares, name);
  const atom: Atom = { kind: 'symbol', name: isSquare ? squares[name]! : name, at: [], conjugated: false };
  return { atom, power: isSquare ? 2 : 1 };
}

/** Closed words as factors. */
export const cycles = (words: readonly Word[]): readonly Factor[] =>
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

/** Whether an index stands in a monomial, bound there or not. */
export function mentions(m: Pick<Monomial, 'factors' | 'word'>, index: string): boolean {
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
