/** Small changes of a term that keep its shape and nearly always change its value. */
import { add, type Num, negate, ONE } from '../kernel/number.js';
import type { Signature } from '../kernel/signature.js';
import {
  addExponents,
  adjoint,
  apply,
  childrenOf,
  exponentOf,
  identity,
  isScalar,
  mapTerm,
  minus,
  number,
  over,
  power,
  product,
  shapeOf,
  sum,
  symbol,
  type Term,
  tensor,
  trace,
  unitVector,
} from '../kernel/term.js';

type Coin = (n: number) => number;

/** The term with one randomly chosen part changed; `coin(n)` gives a number below n. */
export function perturbed(signature: Signature, term: Term, coin: Coin): Term {
  let left = coin(countParts(term));
  return mapTerm(term, (part) => (left-- === 0 ? changed(signature, part, coin) : undefined));
}

const countParts = (term: Term): number => childrenOf(term).reduce((n, part) => n + countParts(part), 1);

function changed(signature: Signature, term: Term, coin: Coin): Term {
  switch (term.kind) {
    case 'number':
      return number(otherNumber(term.value, coin));
    case 'symbol':
      return otherSymbol(signature, term, coin);
    case 'sum': {
      const k = coin(term.terms.length);
      return sum(...term.terms.map((part, at) => (at === k ? minus(part) : part)));
    }
    case 'product': {
      const k = coin(Math.max(1, term.factors.length - 1));
      const swapped = [...term.factors.slice(0, k), ...term.factors.slice(k).reverse()];
      if (isScalar(shapeOf(signature, term))) return power(term, 2);
      return squares(signature, term.factors) ? product(...swapped) : minus(term);
    }
    case 'power':
      return power(term.base, addExponents(term.exponent, exponentOf(1)));
    case 'adjoint': {
      const { rows, cols } = shapeOf(signature, term);
      return rows === cols ? term.of : minus(term);
    }
    case 'commutator':
      return sum(product(term.left, term.right), product(term.right, term.left));
    case 'trace':
      return coin(2) === 0 ? trace(adjoint(term.of)) : trace(product(term.of, term.of));
    case 'apply':
      return changedFunction(term);
    case 'over': {
      const other = otherIndex(signature, term.index, coin);
      return coin(2) === 0 ? { ...term, index: other } : over(other, term);
    }
    case 'unit':
      return unitVector(otherIndex(signature, term.index, coin));
    case 'tensor':
      return tensor(term.right, term.left);
    case 'swap':
      return identity(term.size);
    case 'partial trace':
      return { ...term, factor: term.factor === 1 ? 2 : 1 };
    default:
      return minus(term);
  }
}

function otherNumber(value: Num, coin: Coin): Num {
  return coin(2) === 0 ? negate(value) : add(value, ONE);
}

/** Another symbol of the same declaration, or another index. */
function otherSymbol(signature: Signature, term: Extract<Term, { kind: 'symbol' }>, coin: Coin): Term {
  const { name, at } = term;
  if (at.length > 0 && coin(2) === 0) {
    const k = coin(at.length);
    return symbol(name, ...at.map((index, position) => (position === k ? otherIndex(signature, index, coin) : index)));
  }
  const declaration = signature.symbols[name];
  if (declaration === undefined) return symbol(signature.sizes[coin(signature.sizes.length)]!);
  const shape = (x: string): string => {
    const s = signature.symbols[x]!;
    return [s.kind === 'matrix' ? [s.rows, s.cols] : s.real, s.over].join(';');
  };
  const alike = Object.keys(signature.symbols).filter((x) => shape(x) === shape(name) && x !== name);
  return alike.length === 0 ? minus(term) : symbol(alike[coin(alike.length)]!, ...at);
}

/** One of the first three names for the same range, another if there is one. */
function otherIndex(signature: Signature, index: string, coin: Coin): string {
  const names = Object.keys(signature.indices).filter((x) => signature.indices[x] === signature.indices[index]);
  const others = names.slice(0, 3).filter((name) => name !== index);
  return others[coin(others.length)] ?? index;
}

function changedFunction(term: Extract<Term, { kind: 'apply' }>): Term {
  const [x] = term.to as [Term];
  switch (term.name) {
    case 're':
      return apply('im', x);
    case 'im':
      return apply('re', x);
    case 'max':
      return apply('min', ...term.to);
    case 'min':
      return apply('max', ...term.to);
    default:
      return x;
  }
}

/** Whether the factors are square or scalar, so that any order of them is a product. */
function squares(signature: Signature, factors: readonly Term[]): boolean {
  return factors.map((f) => shapeOf(signature, f)).every(({ rows, cols }) => rows === cols);
}
