/** From terms to normal forms. Everything is expanded; nothing is simplified beyond what holds in every model. */
import * as num from './number.js';
import {
  type Atom,
  addPolynomials,
  adjointPolynomial,
  canonical,
  constant,
  cycles,
  type Factor,
  isZeroPolynomial,
  type Monomial,
  mapMonomials,
  mergeFactors,
  multiplyPolynomials,
  type Polynomial,
  polynomialOf,
  scale,
  sizeFactor,
  subtractPolynomials,
  sumOver,
  unit,
} from './polynomial.js';
import { declared, requireSound, type Signature, TermError } from './signature.js';
import { difference, type Exponent, type FunctionName, SCALAR, shapeOf, type Term } from './term.js';
import { letterOf, powerOfLetter, splitClosed } from './word.js';

/** The normal form of a well-shaped term. Throws TermError where a part has none (a division by a general term). */
export function normalForm(signature: Signature, term: Term): Polynomial {
  requireSound(signature);
  shapeOf(signature, term);
  return expand(signature, term);
}

/** Whether two terms have one normal form. Throws TermError where a part has none. */
export const sameNormalForm = (signature: Signature, left: Term, right: Term): boolean =>
  isZeroPolynomial(normalForm(signature, difference(left, right)));

function expand(signature: Signature, term: Term): Polynomial {
  const go = (part: Term): Polynomial => expand(signature, part);
  switch (term.kind) {
    case 'number':
      return constant(term.value);
    case 'symbol':
      return expandSymbol(signature, term.name, term.at);
    case 'identity':
      return unit(term.size);
    case 'sum': {
      const parts = term.terms.map(go);
      const monomials = parts.flatMap((p) => [...p.monomials.values()]);
      return polynomialOf(parts[0]!.rows, parts[0]!.cols, monomials);
    }
    case 'product':
      return term.factors.map(go).reduce((a, b) => multiplyPolynomials(signature, a, b));
    case 'power':
      return expandPower(signature, go(term.base), term.exponent);
    case 'adjoint':
      return adjointPolynomial(signature, go(term.of));
    case 'commutator': {
      const [a, b] = [go(term.left), go(term.right)];
      const [ab, ba] = [multiplyPolynomials(signature, a, b), multiplyPolynomials(signature, b, a)];
      return subtractPolynomials(ab, ba);
    }
    case 'trace':
      return tracePolynomial(signature, go(term.of));
    case 'apply':
      return applyFunction(signature, term.name, term.to.map(go));
    case 'over':
      return sumOver(signature, go(term.body), term.index);
  }
}

function expandSymbol(signature: Signature, name: string, at: readonly string[]): Polynomial {
  const symbol = declared(signature, name);
  if (symbol.kind === 'scalar') return single({ kind: 'symbol', name, at, conjugated: false });
  const word = [letterOf(signature, name, at)];
  return polynomialOf(symbol.rows, symbol.cols, [{ coefficient: num.ONE, bound: [], factors: [], word }]);
}

/** A symbolic power needs a single letter; a negative one a single monomial of sizes, which are positive integers. */
function expandPower(signature: Signature, base: Polynomial, exponent: Exponent): Polynomial {
  const only = base.monomials.size === 1 ? [...base.monomials.values()][0]! : undefined;
  if (exponent.variables.length > 0) {
    const plain =
      only !== undefined &&
      only.factors.length === 0 &&
      only.bound.length === 0 &&
      num.equals(only.coefficient, num.ONE);
    if (!plain || only.word.length !== 1)
      throw new TermError('power: a symbolic exponent needs a single matrix letter as its base');
    return polynomialOf(base.rows, base.cols, [{ ...only, word: powerOfLetter(signature, only.word[0]!, exponent) }]);
  }
  if (exponent.offset < 0) return invertMonomial(signature, base, only, -exponent.offset);
  let result = base.rows === '1' ? constant(num.ONE) : unit(base.rows);
  for (let k = 0; k < exponent.offset; k++) result = multiplyPolynomials(signature, result, base);
  return result;
}

function invertMonomial(signature: Signature, base: Polynomial, only: Monomial | undefined, times: number): Polynomial {
  const invertible =
    only !== undefined &&
    only.bound.length === 0 &&
    only.word.length === 0 &&
    base.rows === '1' &&
    only.factors.every(({ atom }) => atom.kind === 'symbol' && signature.sizes.includes(atom.name));
  if (!invertible) throw new TermError('power: only numbers and sizes can be divided by');
  const factors = only.factors.map(({ atom, power }) => ({ atom, power: -times * power }));
  const coefficient = num.power(num.inverse(only.coefficient), times);
  return polynomialOf('1', '1', [{ coefficient, bound: [], factors, word: [] }]);
}

/** The trace of a square normal form; a scalar is its own trace. */
export function tracePolynomial(signature: Signature, p: Polynomial): Polynomial {
  if (p.rows === '1') return p;
  const close = (m: Monomial): Monomial => {
    const closed = m.word.length === 0 ? [sizeFactor(p.rows)] : cycles(splitClosed(signature, m.word));
    return canonical(signature, { ...m, word: [], factors: mergeFactors([...m.factors, ...closed]) });
  };
  return mapMonomials(p, close, SCALAR);
}

/** Functions of scalars. All but re and im are for real arguments, and abs is the only one that is looked into. */
function applyFunction(signature: Signature, name: FunctionName, to: readonly Polynomial[]): Polynomial {
  if (name === 're' || name === 'im') return partOf(signature, name, to[0]!);
  if (!to.every((p) => isRealPolynomial(signature, p)))
    throw new TermError(`${name}: expected a real argument; the normal form cannot see that it is`);
  return functionOf(signature, name, to);
}

/** (x + x̄)/2 or (x - x̄)/(2i). */
export function partOf(signature: Signature, name: 're' | 'im', x: Polynomial): Polynomial {
  const bar = adjointPolynomial(signature, x);
  if (name === 're') return scale(addPolynomials(x, bar), num.HALF);
  return scale(subtractPolynomials(x, bar), num.multiply(num.HALF, num.inverse(num.IMAGINARY_UNIT)));
}

/** A function of what the hypotheses say is real, whether or not the normal form shows it. */
export function functionOf(signature: Signature, name: FunctionName, to: readonly Polynomial[]): Polynomial {
  return name === 'abs' && isRealPolynomial(signature, to[0]!) ? absolute(signature, to[0]!) : functionAtom(name, to);
}

/** Whether the normal form shows that every value is real. */
export function isRealPolynomial(signature: Signature, p: Polynomial): boolean {
  return isZeroPolynomial(subtractPolynomials(p, adjointPolynomial(signature, p)));
}

/** |c x y²| = |c| |x| y² for a monomial of real symbols; a sum is kept whole. */
function absolute(signature: Signature, p: Polynomial): Polynomial {
  if (isZeroPolynomial(p)) return p;
  const [m, ...more] = [...p.monomials.values()];
  const splits =
    more.length === 0 &&
    m!.bound.length === 0 &&
    m!.factors.every(({ atom }) => isRealPolynomial(signature, single(atom)));
  if (!splits) return functionAtom('abs', [p]);
  const factors = m!.factors.flatMap(({ atom, power }): Factor[] => {
    const isSize = atom.kind === 'symbol' && signature.sizes.includes(atom.name);
    if (power % 2 === 0 || isSize || (atom.kind === 'function' && atom.name === 'abs')) return [{ atom, power }];
    return [
      { atom, power: power - 1 },
      { atom: { kind: 'function', name: 'abs', to: [single(atom)] }, power: 1 },
    ];
  });
  const coefficient = num.sign(m!.coefficient) < 0 ? num.negate(m!.coefficient) : m!.coefficient;
  return polynomialOf('1', '1', [{ ...m!, coefficient, factors: mergeFactors(factors) }]);
}

const functionAtom = (name: FunctionName, to: readonly Polynomial[]): Polynomial =>
  single({ kind: 'function', name, to });

/** One atom as a polynomial. */
const single = (atom: Atom): Polynomial =>
  polynomialOf('1', '1', [{ coefficient: num.ONE, bound: [], factors: [{ atom, power: 1 }], word: [] }]);
