/** Normal forms back into terms, so that a proposer can work on expanded terms and hand its result to the kernel. */

import type { Atom, Factor, Monomial, Polynomial } from '../kernel/monomial.js';
import { equals, ONE } from '../kernel/number.js';
import { rangeOf, rootOf, type Signature } from '../kernel/signature.js';
import {
  adjoint,
  apply,
  identity,
  integer,
  number,
  over,
  power,
  product,
  sum,
  symbol,
  type Term,
  tensor,
  trace,
  unitVector,
} from '../kernel/term.js';
import { isSwap, isUnit, type Letter, rotated, sizesOf, type Word, withoutLegs } from '../kernel/word.js';

/** A term with this normal form, in the order of its monomials. */
export function termOfPolynomial(signature: Signature, p: Polynomial): Term {
  const terms = [...p.monomials.values()].map((m) => termOfMonomial(signature, m, p.rows));
  if (terms.length > 0) return sum(...terms);
  return p.rows === '1' ? integer(0) : product(integer(0), identity(p.rows));
}

function termOfMonomial(signature: Signature, monomial: Monomial, rows: string): Term {
  const m = withDeclaredIndices(signature, monomial);
  const factors = m.factors.map((factor) => termOfFactor(signature, factor));
  const word = m.word.length > 0 ? [termOfWord(signature, m.word)] : rows === '1' ? [] : [identity(rows)];
  const coefficient = equals(m.coefficient, ONE) && factors.length + word.length > 0 ? [] : [number(m.coefficient)];
  return m.bound.reduceRight((body, index) => over(index, body), product(...coefficient, ...factors, ...word));
}

function termOfFactor(signature: Signature, { atom, power: exponent }: Factor): Term {
  const base = termOfAtom(signature, atom);
  return exponent === 1 ? base : power(base, exponent);
}

/** One commuting scalar: a symbol, a trace, or a function of expanded terms. */
export function termOfAtom(signature: Signature, atom: Atom): Term {
  switch (atom.kind) {
    case 'symbol': {
      const plain = symbol(atom.name, ...atom.at);
      return atom.conjugated ? adjoint(plain) : plain;
    }
    case 'cycle':
      return trace(termOfWord(signature, unbroken(atom.word)));
    case 'function': {
      const to = atom.to.map((p) => termOfPolynomial(signature, p));
      return atom.name === 'inverse' ? power(to[0]!, -1) : apply(atom.name, ...to);
    }
  }
}

/** A closed word turned so that what stands on one factor of a tensor product does not go around its end. */
export function unbroken(word: Word): Word {
  const start = word.findIndex((letter, k) => letter.leg !== word.at(k - 1)!.leg);
  return start > 0 ? rotated(word, start) : word;
}

/** A non-empty word as a product; what stands on one factor of a tensor product goes into it as a whole. */
export function termOfWord(signature: Signature, word: Word): Term {
  const [{ leg, within }] = word as [Letter];
  const end = word.findIndex((x) => x.leg !== leg);
  const [here, rest] = end < 0 ? [word, []] : [word.slice(0, end), word.slice(end)];
  const factors = withoutLegs(here).map((letter) => termOnOne(signature, letter));
  const after = rest.length === 0 ? [] : [termOfWord(signature, rest)];
  if (leg === undefined) return product(...factors, ...after);
  const one = identity(rootOf(signature, within!));
  return product(leg === 1 ? tensor(product(...factors), one) : tensor(one, product(...factors)), ...after);
}

function termOnOne(signature: Signature, letter: Letter): Term {
  const { name, at, adjoint: adjointed, exponent } = letter;
  const plain: Term = isUnit(letter)
    ? unitVector(at[0]!)
    : isSwap(letter)
      ? { kind: 'swap', size: sizesOf(signature, letter)[0] }
      : symbol(name, ...at);
  const base = adjointed ? adjoint(plain) : plain;
  return exponent.variables.length === 0 && exponent.offset === 1 ? base : power(base, exponent);
}

/** The monomial with its bound indices spelled by declared index names that it does not use freely, where enough exist. */
export function withDeclaredIndices(signature: Signature, m: Monomial): Monomial {
  if (m.bound.length === 0) return m;
  const taken = new Set(indicesOf(m));
  const names = new Map<string, string>();
  for (const index of m.bound) {
    const range = rangeOf(signature, index);
    const free = Object.keys(signature.indices).find((name) => signature.indices[name] === range && !taken.has(name));
    if (free === undefined) continue;
    taken.add(free);
    names.set(index, free);
  }
  return renamed(m, names);
}

/** All indices that a monomial mentions. */
export function indicesOf(m: Monomial): readonly string[] {
  const ofAtom = (atom: Atom): readonly string[] => {
    if (atom.kind === 'symbol') return atom.at;
    if (atom.kind === 'cycle') return atom.word.flatMap((letter) => letter.at);
    return atom.to.flatMap((p) => [...p.monomials.values()].flatMap(indicesOf));
  };
  return [...m.word.flatMap((letter) => letter.at), ...m.factors.flatMap(({ atom }) => ofAtom(atom)), ...m.bound];
}

/** Renames indices without restoring the canonical spelling, which only the kernel needs. */
function renamed(m: Monomial, names: ReadonlyMap<string, string>): Monomial {
  const at = (indices: readonly string[]): readonly string[] => indices.map((index) => names.get(index) ?? index);
  const word = (letters: Word): Word => letters.map((letter) => ({ ...letter, at: at(letter.at) }));
  const atom = (a: Atom): Atom => {
    if (a.kind === 'symbol') return { ...a, at: at(a.at) };
    if (a.kind === 'cycle') return { ...a, word: word(a.word) };
    return { ...a, to: a.to.map((p) => ({ ...p, monomials: new Map([...p.monomials].map(inner)) })) };
  };
  const inner = ([key, x]: [string, Monomial]): [string, Monomial] => [key, renamed(x, names)];
  return {
    coefficient: m.coefficient,
    bound: at(m.bound),
    factors: m.factors.map((f) => ({ ...f, atom: atom(f.atom) })),
    word: word(m.word),
  };
}
