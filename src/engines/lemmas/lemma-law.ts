/** What speaks for a named lemma: a law, controls in which one premise is wrong, and wrong variants of its conclusion. */
import type { Law } from '../../claim/law.js';
import { toDouble } from '../../symbolic/denotation/doubles.js';
import type { Field } from '../../symbolic/denotation/field.js';
import { EXACT } from '../../symbolic/denotation/field.js';

export interface LemmaLaw {
  /** The name under which the kernel cites it. */
  readonly lemma: string;
  readonly says: string;
  readonly law: Law;
  /** The same code with one premise wrong. */
  readonly controls: readonly Law[];
  readonly mutants: readonly LemmaMutant[];
}

/** The same code with another conclusion, which is false. */
export interface LemmaMutant {
  /** What it concludes. */
  readonly name: string;
  readonly law: Law;
}

/** What the matrix lemmas compute in: doubles to judge, exact numbers to decide. */
export interface Ring<T> extends Pick<Field<T>, 'of' | 'add' | 'multiply' | 'negate'> {
  readonly least: (values: readonly T[]) => T;
}

export const DOUBLES: Ring<number> = {
  of: (x) => toDouble(x).re,
  add: (x, y) => x + y,
  multiply: (x, y) => x * y,
  negate: (x) => -x,
  least: (values) => Math.min(...values),
};

export const RATIONALS: Ring<Parameters<typeof EXACT.sign>[0]> = {
  ...EXACT,
  least: (values) => values.reduce((a, b) => (EXACT.sign(EXACT.add(b, EXACT.negate(a))) < 0 ? b : a)),
};
