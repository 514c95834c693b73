/** A term as a number times the rest. */
import { isZero, multiply, type Num, power as numberPower, ONE } from '../../symbolic/kernel/number.js';
import { integer, product, type Term } from '../../symbolic/kernel/term.js';

export interface Scaled {
  readonly factor: Num;
  /** Without numbers among its factors; 1 where there is nothing else. */
  readonly rest: Term;
}

/** Collects the numbers among the factors of a product, at any depth; a sum is not looked into. */
export function scaled(term: Term): Scaled {
  const rest: Term[] = [];
  const factor = collect(term, rest);
  return { factor, rest: rest.length === 0 ? integer(1) : product(...rest) };
}

function collect(term: Term, rest: Term[]): Num {
  if (term.kind === 'number') return term.value;
  if (term.kind === 'product') {
    return term.factors.map((factor) => collect(factor, rest)).reduce(multiply, ONE);
  }
  if (term.kind === 'power' && term.base.kind === 'number' && term.exponent.variables.length === 0) {
    if (!isZero(term.base.value)) return numberPower(term.base.value, term.exponent.offset);
  }
  rest.push(term);
  return ONE;
}
