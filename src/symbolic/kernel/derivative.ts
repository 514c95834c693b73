/** Time derivatives of terms by Leibniz' rule, from the declared velocities of symbols. */
import { rational, ZERO } from './number.js';
import { declared, type Signature, TermError } from './signature.js';
import {
  adjoint,
  childrenOf,
  identity,
  number,
  over,
  product,
  shapeOf,
  sum,
  symbol,
  type Term,
  trace,
} from './term.js';

/** d/dt of a term. Throws TermError for a moving symbol without a velocity and for functions that are not polynomial. */
export function timeDerivative(signature: Signature, term: Term): Term {
  const d = (part: Term): Term => timeDerivative(signature, part);
  if (isConstant(signature, term)) return zeroOf(signature, term);
  switch (term.kind) {
    case 'symbol': {
      const { velocity } = declared(signature, term.name);
      if (velocity === undefined) throw new TermError(`${term.name}: moves, but no velocity is declared for it`);
      return symbol(velocity, ...term.at);
    }
    case 'sum':
      return sum(...term.terms.map(d));
    case 'product':
      return sum(...term.factors.map((_, k) => product(...term.factors.map((f, at) => (at === k ? d(f) : f)))));
    case 'power': {
      const { offset, variables } = term.exponent;
      if (variables.length === 0 && offset === 0) return zeroOf(signature, term);
      if (variables.length > 0 || offset < 1)
        throw new TermError('d/dt: expected a power with a positive integer exponent');
      return d(product(...Array.from({ length: offset }, () => term.base)));
    }
    case 'adjoint':
      return adjoint(d(term.of));
    case 'trace':
      return trace(d(term.of));
    case 'commutator':
      return sum({ ...term, left: d(term.left) }, { ...term, right: d(term.right) });
    case 'over':
      return over(term.index, d(term.body));
    case 'apply':
      if (term.name === 're' || term.name === 'im') return { ...term, to: term.to.map(d) };
      throw new TermError(`d/dt: not defined for ${term.name} of a moving quantity`);
    default:
      throw new TermError(`d/dt: not defined for ${term.kind}`);
  }
}

/** Whether every symbol in the term is declared constant in time. */
export function isConstant(signature: Signature, term: Term): boolean {
  if (term.kind === 'symbol') return declared(signature, term.name).constant;
  return childrenOf(term).every((part) => isConstant(signature, part));
}

function zeroOf(signature: Signature, term: Term): Term {
  const { rows, cols } = shapeOf(signature, term);
  if (rows === '1' && cols === '1') return number(ZERO);
  if (rows === cols) return product(number(rational(0)), identity(rows));
  return product(number(ZERO), term);
}
