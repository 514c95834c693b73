/** Sums and products of normal forms, their adjoints and traces, tensor factors, and sums over an index. */
import { canonical, freshName, openBound, renameMonomial } from './canonical.js';
import {
  type Atom,
  collect,
  cycles,
  type Factor,
  type Monomial,
  mapMonomials,
  mentions,
  mergeFactors,
  type Polynomial,
  single,
  sizeFactor,
  traceFactors,
} from './monomial.js';
import * as num from './number.js';
import { rangeOf, rootOf, type Signature, squareOf, TermError } from './signature.js';
import { isScalar, SCALAR } from './term.js';
import { adjointWord, factored, joinWords, onFactor, splitClosed, splitOpen } from './word.js';

export const isZeroPolynomial = (p: Polynomial): boolean => p.monomials.size === 0;

export const constant = (coefficient: num.Num): Polynomial => single('1', '1', { coefficient });
export const unit = (size: string): Polynomial => single(size, size, {});
/** One factor as a polynomial. */
export const factorAlone = (factor: Factor): Polynomial => single('1', '1', { factors: [factor] });

export function addPolynomials(left: Polynomial, right: Polynomial): Polynomial {
  const collected = new Map(left.monomials);
  for (const monomial of right.monomials.values()) collect(collected, monomial);
  return { ...left, monomials: collected };
}

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
    factors: mergeFactors([...a.factors, ...b.factors, ...cycles(split.closed)]),
    word: split.open,
  });
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

/** The trace of a square normal form; a scalar is its own trace. */
export function tracePolynomial(signature: Signature, p: Polynomial): Polynomial {
  if (p.rows === '1') return p;
  const close = (m: Monomial): Monomial => {
    const closed = traceFactors(signature, m.word, p.rows);
    return canonical(signature, { ...m, word: [], factors: mergeFactors([...m.factors, ...closed]) });
  };
  return mapMonomials(p, close, SCALAR);
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
