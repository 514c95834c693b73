/** From terms to normal forms. Everything is expanded; nothing is simplified beyond what holds in every model. */

import { isDelta } from './canonical.js';
import { timeDerivative } from './derivative.js';
import {
  type Atom,
  type AtomName,
  atomKey,
  type Factor,
  type Monomial,
  mentions,
  mergeFactors,
  type Polynomial,
  polynomialOf,
  single,
  sizeFactor,
} from './monomial.js';
import * as num from './number.js';
import {
  addPolynomials,
  adjointPolynomial,
  constant,
  factorAlone,
  isZeroPolynomial,
  multiplyPolynomials,
  partialTrace,
  scale,
  subtractPolynomials,
  sumOver,
  tensorFactor,
  tracePolynomial,
  unit,
} from './polynomial.js';
import { declared, rangeOf, requireSound, type Signature, TermError } from './signature.js';
import { difference, type Exponent, type FunctionName, shapeOf, type Term } from './term.js';
import { type Letter, letterOf, powerOfLetter, sizesOf, swapLetter, unitLetter } from './word.js';

/** The normal form of a well-shaped term. Throws TermError where a part has none (a division by a general term). */
export function normalForm(signature: Signature, term: Term): Polynomial {
  requireSound(signature);
  shapeOf(signature, term);
  return expand(signature, term);
}

/** Whether two terms have one normal form. Throws TermError where a part has none. */
export const sameNormalForm = (signature: Signature, left: Term, right: Term): boolean =>
  isZeroPolynomial(cleared(signature, normalForm(signature, difference(left, right))));

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
    case 'unit':
      return letterAlone(signature, unitLetter(rangeOf(signature, term.index), term.index));
    case 'tensor': {
      const [left, right] = [tensorFactor(signature, go(term.left), 1), tensorFactor(signature, go(term.right), 2)];
      return multiplyPolynomials(signature, left, right);
    }
    case 'swap':
      return letterAlone(signature, swapLetter(term.size));
    case 'partial trace':
      return partialTrace(signature, go(term.of), term.factor);
    case 'rate':
      return go(timeDerivative(signature, term.of));
  }
}

function expandSymbol(signature: Signature, name: string, at: readonly string[]): Polynomial {
  const symbol = declared(signature, name);
  if (symbol.kind === 'matrix') return letterAlone(signature, letterOf(signature, name, at));
  if (signature.sizes.includes(name)) return factorAlone(sizeFactor(signature, name));
  return factorAlone({ atom: { kind: 'symbol', name, at, conjugated: false }, power: 1 });
}

function letterAlone(signature: Signature, letter: Letter): Polynomial {
  const [rows, cols] = sizesOf(signature, letter);
  return single(rows, cols, { word: [letter] });
}

/** A symbolic power needs a single letter; a negative one a scalar. */
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
    return single(base.rows, base.cols, { word: powerOfLetter(signature, only.word[0]!, exponent) });
  }
  if (exponent.offset < 0)
    return expandPower(signature, reciprocal(signature, base, only), { offset: -exponent.offset, variables: [] });
  let result = base.rows === '1' ? constant(num.ONE) : unit(base.rows);
  for (let k = 0; k < exponent.offset; k++) result = multiplyPolynomials(signature, result, base);
  return result;
}

/** 1/x: a single product is inverted factor by factor; a sum is kept whole, and cancels when denominators are cleared. */
function reciprocal(signature: Signature, x: Polynomial, only: Monomial | undefined): Polynomial {
  if (x.rows !== '1' || x.cols !== '1') throw new TermError('power: only scalars can be divided by');
  if (isZeroPolynomial(x)) throw new TermError('power: division by zero');
  if (only === undefined || only.bound.length > 0) return functionAtom('inverse', [x]);
  const coefficient = constant(num.inverse(only.coefficient));
  return only.factors
    .map(({ atom, power }) =>
      atom.kind === 'function' && atom.name === 'inverse'
        ? expandPower(signature, atom.to[0]!, { offset: power, variables: [] })
        : factorAlone({ atom, power: -power }),
    )
    .reduce((a, b) => multiplyPolynomials(signature, a, b), coefficient);
}

/** The normal form times every x of which 1/x stands in it, outside functions and not summed over; zero with it if x is not. */
export function cleared(signature: Signature, p: Polynomial): Polynomial {
  const isInverse = ({ atom }: Factor): boolean => atom.kind === 'function' && atom.name === 'inverse';
  const free = [...p.monomials.values()].flatMap((m) =>
    m.factors.filter((f) => isInverse(f) && !m.bound.some((index) => mentions({ factors: [f], word: [] }, index))),
  );
  if (free.length === 0) return p;
  const { atom } = free[0]!;
  const key = atomKey(atom);
  const powerIn = (m: Monomial): number => m.factors.find((f) => atomKey(f.atom) === key)?.power ?? 0;
  const most = Math.max(...[...p.monomials.values()].map(powerIn));
  const [x] = (atom as Extract<Atom, { kind: 'function' }>).to;
  // 1/(1 - δ_ij) is fine until j becomes i.
  if (isZeroPolynomial(x!)) throw new TermError('power: division by zero');
  const parts = [...p.monomials.values()].map((m) => {
    const rest = { ...m, factors: m.factors.filter((f) => atomKey(f.atom) !== key) };
    const by = expandPower(signature, x!, { offset: most - powerIn(m), variables: [] });
    return multiplyPolynomials(signature, by, polynomialOf(p.rows, p.cols, [rest]));
  });
  return cleared(signature, parts.reduce(addPolynomials));
}

const FUNCTIONS: readonly FunctionName[] = ['abs', 'sqrt', 'exp', 'ln', 'max', 'min'];

/** Functions of scalars. All but re and im are for real arguments, and abs is the only one that is looked into. */
function applyFunction(signature: Signature, name: FunctionName, to: readonly Polynomial[]): Polynomial {
  if (name === 're' || name === 'im') return partOf(signature, name, to[0]!);
  if (!to.every((p) => isRealPolynomial(signature, p)))
    throw new TermError(`${name}: expected a real argument; the normal form cannot see that it is`);
  return functionOf(signature, name, to);
}

/** (x + x̄)/2 or (x - x̄)/(2i). */
function partOf(signature: Signature, name: 're' | 'im', x: Polynomial): Polynomial {
  const bar = adjointPolynomial(signature, x);
  if (name === 're') return scale(addPolynomials(x, bar), num.HALF);
  return scale(subtractPolynomials(x, bar), num.multiply(num.HALF, num.inverse(num.IMAGINARY_UNIT)));
}

/** A function of what the hypotheses say is real, whether or not the normal form shows it. */
export function functionOf(signature: Signature, name: AtomName, to: readonly Polynomial[]): Polynomial {
  if (name !== 'inverse' && !FUNCTIONS.includes(name)) throw new TermError(`${name}: not kept as a function`);
  if (name === 'inverse') return expandPower(signature, to[0]!, { offset: -1, variables: [] });
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
    m!.factors.every(({ atom }) => isRealPolynomial(signature, factorAlone({ atom, power: 1 })));
  if (!splits) return functionAtom('abs', [p]);
  const factors = m!.factors.flatMap(({ atom, power }): Factor[] => {
    const isSize = atom.kind === 'symbol' && signature.sizes.includes(atom.name);
    if (power % 2 === 0 || isSize || isDelta(atom) || (atom.kind === 'function' && atom.name === 'abs'))
      return [{ atom, power }];
    return [
      { atom, power: power - 1 },
      { atom: { kind: 'function', name: 'abs', to: [factorAlone({ atom, power: 1 })] }, power: 1 },
    ];
  });
  const coefficient = num.sign(m!.coefficient) < 0 ? num.negate(m!.coefficient) : m!.coefficient;
  return polynomialOf('1', '1', [{ ...m!, coefficient, factors: mergeFactors(factors) }]);
}

const functionAtom = (name: AtomName, to: readonly Polynomial[]): Polynomial =>
  factorAlone({ atom: { kind: 'function', name, to }, power: 1 });
