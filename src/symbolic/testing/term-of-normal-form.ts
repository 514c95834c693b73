/** A normal form written back as a term, so that the denotation can give it a value of its own. */

import type { Atom, Monomial, Polynomial } from '../kernel/monomial.js';
import { ZERO } from '../kernel/number.js';
import { rangeOf, rootOf, type Signature } from '../kernel/signature.js';
import {
  adjoint,
  apply,
  identity,
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
import { isSwap, isUnit, type Letter, sizesOf, type Word } from '../kernel/word.js';
import { unbroken } from '../propose/term-of.js';

type Names = ReadonlyMap<string, string>;

/** `unused` are names for bound indices, by range; a term that needs more is refused. */
export function termOf(
  signature: Signature,
  p: Polynomial,
  unused: Readonly<Record<string, readonly string[]>>,
  names: Names = new Map(),
): Term {
  const monomials = [...p.monomials.values()].map((m) => termOfMonomial(signature, m, p, unused, names));
  if (monomials.length > 0) return sum(...monomials);
  if (p.rows === '1' && p.cols === '1') return number(ZERO);
  if (p.rows === p.cols) return product(number(ZERO), identity(p.rows));
  const letter = Object.entries(signature.symbols).find(
    ([, s]) => s.kind === 'matrix' && s.over.length === 0 && s.rows === p.rows && s.cols === p.cols,
  );
  return product(number(ZERO), symbol(letter![0]));
}

function termOfMonomial(
  signature: Signature,
  m: Monomial,
  shape: Polynomial,
  unused: Readonly<Record<string, readonly string[]>>,
  outer: Names,
): Term {
  const left: Record<string, readonly string[]> = { ...unused };
  const names = new Map(outer);
  for (const index of m.bound) {
    const range = rangeOf(signature, index);
    const [first, ...others] = left[range]!;
    if (first === undefined) throw new Error('termOf: no names left');
    names.set(index, first);
    left[range] = others;
  }
  const word =
    m.word.length > 0
      ? [wordTerm(signature, m.word, names)]
      : shape.rows === '1' && shape.cols === '1'
        ? []
        : [identity(shape.rows)];
  const factors = m.factors.map(({ atom, power: k }) => power(atomTerm(signature, atom, left, names), k));
  const body = product(number(m.coefficient), ...factors, ...word);
  return m.bound.reduce((inner, index) => over(names.get(index)!, inner), body);
}

function atomTerm(
  signature: Signature,
  atom: Atom,
  unused: Readonly<Record<string, readonly string[]>>,
  names: Names,
): Term {
  switch (atom.kind) {
    case 'symbol': {
      const plain = symbol(atom.name, ...atom.at.map((index) => names.get(index) ?? index));
      return atom.conjugated ? adjoint(plain) : plain;
    }
    case 'cycle':
      return trace(wordTerm(signature, unbroken(atom.word), names));
    case 'function': {
      const to = atom.to.map((p) => termOf(signature, p, unused, names));
      return atom.name === 'inverse' ? power(to[0]!, -1) : apply(atom.name, ...to);
    }
  }
}

function wordTerm(signature: Signature, word: Word, names: Names): Term {
  const runs = word.reduce<Letter[][]>((all, letter) => {
    const last = all.at(-1);
    if (last?.[0]?.leg === letter.leg && last !== undefined) last.push(letter);
    else all.push([letter]);
    return all;
  }, []);
  return product(
    ...runs.map((run) => {
      const term = product(...run.map((letter) => plainTerm(signature, letter, names)));
      const { leg, within } = run[0]!;
      if (leg === undefined) return term;
      const one = identity(rootOf(signature, within!));
      return leg === 1 ? tensor(term, one) : tensor(one, term);
    }),
  );
}

function plainTerm(signature: Signature, letter: Letter, names: Names): Term {
  const { name, adjoint: bar, exponent } = letter;
  const at = letter.at.map((index) => names.get(index) ?? index);
  const plain: Term = isUnit(letter)
    ? unitVector(at[0]!)
    : isSwap(letter)
      ? { kind: 'swap', size: sizesOf(signature, letter)[0] }
      : symbol(name, ...at);
  const base = bar ? adjoint(plain) : plain;
  return exponent.variables.length === 0 ? base : power(base, exponent);
}
