/** Exact models written out by hand: the witnesses that a hypothesis is needed. */

import { evaluate, evaluateScalar, type Model } from '../symbolic/denotation/evaluate.js';
import { EXACT } from '../symbolic/denotation/field.js';
import type { Matrix } from '../symbolic/denotation/matrix.js';
import type { Num } from '../symbolic/kernel/number.js';
import { parseTerm } from '../symbolic/notation/parse.js';
import type { ClaimTheory } from './theory.js';

/** A scalar as text (`3/5`, `√2/2`, `1 - i`), or the rows of a matrix of such texts. */
type Written = string | readonly (readonly string[])[];

/**
 * A model from written values; a family over an index is a list of values. Symbols left out take the value of their
 * definition. Throws TermError on an entry that is not a number.
 */
export function witness(
  { signature, definitions }: ClaimTheory,
  sizes: Readonly<Record<string, number>>,
  values: Readonly<Record<string, Written | readonly Written[]>>,
  exponents: Readonly<Record<string, number>> = {},
): Model<Num> {
  const empty: Model<Num> = { field: EXACT, sizes, exponents, values: {} };
  const value = (text: string): Num => evaluateScalar(signature, definitions, parseTerm(signature, text), empty);
  const matrix = (written: Written): Matrix<Num> =>
    typeof written === 'string' ? [[value(written)]] : written.map((row) => row.map(value));
  const family = (name: string, written: Written | readonly Written[]): readonly Matrix<Num>[] =>
    (signature.symbols[name]?.over.length ?? 0) > 0
      ? (written as readonly Written[]).map(matrix)
      : [matrix(written as Written)];
  return {
    ...empty,
    values: Object.fromEntries(Object.entries(values).map(([name, written]) => [name, family(name, written)])),
  };
}

/**
 * The model with further values computed from terms, in the given order; for families of one member only. What follows
 * from a witness need not be worked out by hand, and a witness for a broken rule leaves that rule out.
 */
export function completed(
  { signature, definitions }: ClaimTheory,
  start: Model<Num>,
  consequences: readonly (readonly [name: string, term: string])[],
): Model<Num> {
  const first = Object.fromEntries(Object.keys(signature.indices).map((index) => [index, 0]));
  let model = start;
  for (const [name, text] of consequences) {
    const value = evaluate(signature, definitions, parseTerm(signature, text), model, first);
    model = { ...model, values: { ...model.values, [name]: [value] } };
  }
  return model;
}
