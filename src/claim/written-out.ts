/** A term written out entry by entry, unsimplified: the raw expression that a computer algebra system is given to expand. */
import { evaluateScalar, type Model } from '../symbolic/denotation/evaluate.js';
import { type Field, NoValue } from '../symbolic/denotation/field.js';
import { isZero } from '../symbolic/kernel/number.js';
import { adjoint, isOne, minus, number, power, product, sum, type Term } from '../symbolic/kernel/term.js';
import { parseTerm } from '../symbolic/notation/parse.js';
import { printTerm } from '../symbolic/notation/print.js';
import type { WrittenEntries } from './hypothesis.js';
import type { ClaimTheory } from './theory.js';

/** Real scalar terms as numbers of a field: operations build terms and simplify nothing but zeros, ones and conjugates. */
const TERMS: Field<Term> = {
  kind: 'exact',
  of: number,
  add: (x, y) => (isNought(x) ? y : isNought(y) ? x : sum(x, y)),
  multiply: (x, y) => (isNought(x) || isOne(y) ? x : isNought(y) || isOne(x) ? y : product(x, y)),
  negate: minus,
  conjugate: conjugateOf,
  inverse: (x) => power(x, -1),
  sqrt: unwritten,
  exp: unwritten,
  ln: unwritten,
  sign: unwritten,
  approximate: unwritten,
};

function unwritten(): never {
  throw new NoValue('only sums and products of entries can be written out');
}

const isNought = (x: Term): boolean => x.kind === 'number' && isZero(x.value);

/** The conjugate of a polynomial in real symbols. */
function conjugateOf(x: Term): Term {
  if (x.kind === 'number') return number({ ...x.value, c: -x.value.c, d: -x.value.d });
  if (x.kind === 'sum') return sum(...x.terms.map(conjugateOf));
  if (x.kind === 'product') return product(...x.factors.map(conjugateOf));
  return x.kind === 'symbol' || x.kind === 'power' ? x : adjoint(x);
}

/** The scalar `text` with its letters replaced by the given entries, as text of nested sums and products. */
export function writtenOut(
  { signature, definitions }: ClaimTheory,
  text: string,
  sizes: Readonly<Record<string, number>>,
  letters: WrittenEntries,
): string {
  const parse = (entry: string): Term => parseTerm(signature, entry);
  const tables = Object.entries(letters).map(([name, rows]) => [name, [rows.map((row) => row.map(parse))]]);
  const scalars = Object.keys(signature.symbols).flatMap((name) =>
    signature.symbols[name].kind === 'scalar' && !(name in definitions) ? [[name, [[[parse(name)]]]]] : [],
  );
  const model: Model<Term> = {
    field: TERMS,
    sizes,
    exponents: {},
    values: Object.fromEntries([...scalars, ...tables]),
  };
  return printTerm(evaluateScalar(signature, definitions, parse(text), model));
}
