/** Random rational functions: sums of fractions against the same over one denominator, and against a change of it. */
import fc, { type Arbitrary } from 'fast-check';
import { sameNormalForm } from '../kernel/normal-form.js';
import { rational } from '../kernel/number.js';
import { TermError } from '../kernel/signature.js';
import { adjoint, number, power, product, sum, symbol, type Term } from '../kernel/term.js';
import { FUZZ } from './fuzz-theory.js';
import { perturbed } from './perturb.js';

const letters: Arbitrary<Term> = fc.oneof(
  fc.constantFrom<Term>(symbol('a'), symbol('b'), symbol('z'), adjoint(symbol('z')), symbol('r', 'i'), symbol('d')),
  fc.integer({ min: -2, max: 3 }).map((n) => number(rational(n))),
);
const monomials = fc.array(letters, { minLength: 1, maxLength: 2 }).map((factors) => product(...factors));
const polynomials = fc.array(monomials, { minLength: 1, maxLength: 3 }).map((terms) => sum(...terms));

interface Fraction {
  readonly over: Term;
  readonly under: Term;
}

const fractions: Arbitrary<readonly Fraction[]> = fc.array(fc.record({ over: polynomials, under: polynomials }), {
  minLength: 1,
  maxLength: 3,
});

/** Whether the kernel calls the two equal; undefined where something is divided by zero. */
export function called(left: Term, right: Term): boolean | undefined {
  try {
    return sameNormalForm(FUZZ, left, right);
  } catch (error) {
    if (error instanceof TermError && error.message === 'power: division by zero') return undefined;
    throw error;
  }
}

/** A sum of fractions, the same over one denominator, and a term that is nearly always another one. */
export const rationals: Arbitrary<{ readonly apart: Term; readonly together: Term; other: (coin: Coin) => Term }> =
  fractions.map((parts) => {
    const apart = sum(...parts.map(({ over, under }) => product(over, power(under, -1))));
    const above = parts.map(({ over }, k) =>
      product(over, ...parts.flatMap(({ under }, j) => (j === k ? [] : [under]))),
    );
    const together = product(sum(...above), power(product(...parts.map(({ under }) => under)), -1));
    return { apart, together, other: (coin) => perturbed(FUZZ, together, coin) };
  });

type Coin = (n: number) => number;
