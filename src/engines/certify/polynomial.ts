/** Polynomials in n real unknowns with rational coefficients: derivatives and values, exactly and on boxes. */
import {
  equals,
  multiply as multiplyNumbers,
  type Num,
  add as plus,
  power as powerOf,
  rational,
  ZERO as ZERO_NUMBER,
} from '../../symbolic/kernel/number.js';
import { add, around, type Interval, multiply, power, ZERO } from './interval.js';

export interface Term {
  readonly coefficient: Num;
  /** Of each unknown. */
  readonly exponents: readonly number[];
}

export type Polynomial = readonly Term[];

/** A box: an interval for each unknown. */
export type Box = readonly Interval[];

/** Terms of the same exponents added up, zeros left out. */
export function collected(terms: readonly Term[]): Polynomial {
  const sums = new Map<string, Term>();
  for (const { coefficient, exponents } of terms) {
    const key = exponents.join();
    const before = sums.get(key)?.coefficient ?? ZERO_NUMBER;
    sums.set(key, { coefficient: plus(before, coefficient), exponents });
  }
  return [...sums.values()].filter(({ coefficient }) => !equals(coefficient, ZERO_NUMBER));
}

/** The partial derivative after unknown number k. */
export const derivative = (p: Polynomial, k: number): Polynomial =>
  p
    .filter(({ exponents }) => exponents[k]! > 0)
    .map(({ coefficient, exponents }) => ({
      coefficient: multiplyNumbers(coefficient, rational(exponents[k]!)),
      exponents: exponents.map((e, at) => (at === k ? e - 1 : e)),
    }));

export const gradient = (p: Polynomial, unknowns: number): Polynomial[] =>
  Array.from({ length: unknowns }, (_, k) => derivative(p, k));

/** The second derivatives. */
export const hessian = (p: Polynomial, unknowns: number): Polynomial[][] =>
  gradient(p, unknowns).map((first) => gradient(first, unknowns));

export function valueAt(p: Polynomial, point: readonly Num[]): Num {
  return p
    .map(({ coefficient, exponents }) =>
      exponents.reduce((product, e, k) => multiplyNumbers(product, powerOf(point[k]!, e)), coefficient),
    )
    .reduce(plus, ZERO_NUMBER);
}

/** An interval that holds every value on the box: the sum of the terms' ranges, sharp on small boxes. */
export function rangeOn(p: Polynomial, box: Box): Interval {
  return p
    .map(({ coefficient, exponents }) =>
      exponents.reduce(
        (product, e, k) => (e === 0 ? product : multiply(product, power(box[k]!, e))),
        around(coefficient),
      ),
    )
    .reduce(add, ZERO);
}
