/** Time derivatives of terms by Leibniz' rule, from the declared velocities of symbols. */
import { HALF, rational, ZERO } from './number.js';
import { declared, type Signature, TermError } from './signature.js';
import {
  childrenOf,
  identity,
  isScalar,
  mapParts,
  number,
  power,
  product,
  shapeOf,
  sum,
  symbol,
  type Term,
} from './term.js';

/**
 * d/dt of a term; it holds where what it divides by is not zero. Throws TermError for a moving symbol without a velocity
 * and for functions that have no derivative everywhere.
 */
export function timeDerivative(signature: Signature, term: Term): Term {
  const d = (part: Term): Term => timeDerivative(signature, part);
  if (isConstant(signature, term)) return zeroOf(signature, term);
  switch (term.kind) {
    case 'symbol': {
      const { velocity } = declared(signature, term.name);
      if (velocity === undefined) throw new TermError(`${term.name}: moves, but no velocity is declared for it`);
      return symbol(velocity, ...term.at);
    }
    case 'product':
      return sum(...term.factors.map((_, k) => product(...term.factors.map((f, at) => (at === k ? d(f) : f)))));
    case 'power': {
      const { offset, variables } = term.exponent;
      if (variables.length === 0 && offset === 0) return zeroOf(signature, term);
      if (variables.length > 0) throw new TermError('d/dt: expected a power with an integer exponent');
      if (isScalar(shapeOf(signature, term.base)))
        return product(number(rational(offset)), power(term.base, offset - 1), d(term.base));
      if (offset < 1) throw new TermError('d/dt: expected a power of a matrix with a positive exponent');
      return d(product(...Array.from({ length: offset }, () => term.base)));
    }
    case 'sum':
    case 'adjoint':
    case 'trace':
    case 'partial trace':
    case 'over':
      return mapParts(term, d);
    case 'commutator':
    case 'tensor':
      return sum({ ...term, left: d(term.left) }, { ...term, right: d(term.right) });
    case 'apply':
      return chainRule(term, d);
    case 'rate':
      return d(d(term.of));
    default:
      throw new TermError(`d/dt: not defined for ${term.kind}`);
  }
}

function chainRule(term: Extract<Term, { kind: 'apply' }>, d: (part: Term) => Term): Term {
  const [of] = term.to as [Term];
  switch (term.name) {
    case 're':
    case 'im':
      return mapParts(term, d);
    case 'sqrt':
      return product(number(HALF), power(term, -1), d(of));
    case 'exp':
      return product(term, d(of));
    case 'ln':
      return product(power(of, -1), d(of));
    default:
      throw new TermError(`d/dt: not defined for ${term.name} of a moving quantity`);
  }
}

/** Whether every symbol in the term is declared constant in time. */
export function isConstant(signature: Signature, term: Term): boolean {
  if (term.kind === 'symbol') return declared(signature, term.name).constant;
  return childrenOf(term).every((part) => isConstant(signature, part));
}

function zeroOf(signature: Signature, term: Term): Term {
  const { rows, cols } = shapeOf(signature, term);
  if (rows !== cols) return product(number(ZERO), term);
  return rows === '1' ? number(ZERO) : product(number(ZERO), identity(rows));
}
