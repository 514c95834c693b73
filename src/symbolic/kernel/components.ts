/**
 * Matrices written out entry by entry: a term becomes a table of normal forms, for one stated size only.
 *
 * The entries come from hypotheses that equate a letter with a table. A proof by components holds for the sizes of those
 * tables only, and its theorem says so.
 */

import { normalForm, partOf } from './normal-form.js';
import { ONE, ZERO } from './number.js';
import {
  addPolynomials,
  adjointPolynomial,
  constant,
  isZeroPolynomial,
  multiplyPolynomials,
  type Polynomial,
  subtractPolynomials,
} from './polynomial.js';
import type { Rule } from './rewrite.js';
import { declared, type Signature, TermError } from './signature.js';
import { shapeOf, type Term } from './term.js';

/** The entries of matrix letters (scalar terms), and the number that each size stands for. */
export interface Components {
  readonly sizes: Readonly<Record<string, number>>;
  readonly letters: Readonly<Record<string, readonly (readonly Term[])[]>>;
}

/** The entries that rules `letter = table` give, and the other rules. Throws TermError where two tables disagree on a size. */
export function readTables(rules: readonly Rule[]): {
  readonly components: Components;
  readonly others: readonly Rule[];
} {
  const sizes = new Map<string, number>();
  const letters: Record<string, readonly (readonly Term[])[]> = {};
  const others: Rule[] = [];
  for (const rule of rules) {
    const { left, right } = rule;
    if (left.kind !== 'symbol' || left.at.length > 0 || right.kind !== 'table') {
      others.push(rule);
      continue;
    }
    letters[left.name] = right.entries;
    fixSize(sizes, right.rows, right.entries.length);
    fixSize(sizes, right.cols, right.entries[0]!.length);
  }
  return { components: { sizes: Object.fromEntries(sizes), letters }, others };
}

/** Notes that a size is fixed to a number. Throws TermError where it is fixed to another one already. */
export function fixSize(sizes: Map<string, number>, size: string, value: number): void {
  if (((size === '1' ? 1 : sizes.get(size)) ?? value) !== value)
    throw new TermError(`${size}: fixed to two different numbers`);
  if (size !== '1') sizes.set(size, value);
}

type Table = readonly (readonly Polynomial[])[];

/** The entries of a term. Throws TermError for a letter without entries, a wrong size, or a term with bound indices. */
export function componentsOf(signature: Signature, term: Term, given: Components): Table {
  shapeOf(signature, term);
  const go = (part: Term): Table => componentsOf(signature, part, given);
  switch (term.kind) {
    case 'number':
      return [[constant(term.value)]];
    case 'symbol':
      return declared(signature, term.name).kind === 'scalar'
        ? [[normalForm(signature, term)]]
        : letterTable(signature, term, given);
    case 'identity':
      return identityTable(sizeOf(given, term.size));
    case 'sum':
      return term.terms.map(go).reduce(addTables);
    case 'product':
      return term.factors.map(go).reduce((a, b) => timesTables(signature, a, b));
    case 'power': {
      const { offset, variables } = term.exponent;
      if (variables.length > 0 || offset < 0)
        throw new TermError('components: expected a power with a natural exponent');
      const base = go(term.base);
      return Array.from({ length: offset }, () => base).reduce(
        (a, b) => timesTables(signature, a, b),
        identityTable(base.length),
      );
    }
    case 'adjoint':
      return adjointTable(signature, go(term.of));
    case 'commutator': {
      const [a, b] = [go(term.left), go(term.right)];
      return subtractTables(timesTables(signature, a, b), timesTables(signature, b, a));
    }
    case 'trace':
      return [[diagonal(go(term.of)).reduce(addPolynomials)]];
    case 'apply':
      if (term.name === 're' || term.name === 'im') return [[partOf(signature, term.name, go(term.to[0]!)[0]![0]!)]];
      throw new TermError(`components: ${term.name} of a component is not supported`);
    case 'over':
      throw new TermError('components: a sum over an index has no entries of its own');
    case 'table':
      throw new TermError('components: a table stands only on the right side of a hypothesis `letter = table`');
  }
}

function letterTable(signature: Signature, term: Extract<Term, { kind: 'symbol' }>, given: Components): Table {
  const letter = declared(signature, term.name);
  const entries = Object.hasOwn(given.letters, term.name) ? given.letters[term.name] : undefined;
  if (letter.kind !== 'matrix' || entries === undefined || term.at.length > 0)
    throw new TermError(`${term.name}: no entries are given for it`);
  const [rows, cols] = [sizeOf(given, letter.rows), sizeOf(given, letter.cols)];
  if (entries.length !== rows || entries.some((row) => row.length !== cols))
    throw new TermError(`${term.name}: expected ${rows}×${cols} entries`);
  const table = entries.map((row) => row.map((entry) => normalForm(signature, entry)));
  const gap = letter.hermitian ? subtractTables(table, adjointTable(signature, table)).flat() : [];
  if (!gap.every(isZeroPolynomial)) throw new TermError(`${term.name}: declared Hermitian, but its entries are not`);
  return table;
}

function sizeOf(given: Components, size: string): number {
  if (size === '1') return 1;
  const found = given.sizes[size];
  if (found === undefined || !Number.isInteger(found) || found < 1)
    throw new TermError(`${size}: no positive integer is given for it`);
  return found;
}

const identityTable = (size: number): Table =>
  Array.from({ length: size }, (_, i) => Array.from({ length: size }, (_, j) => constant(i === j ? ONE : ZERO)));

const addTables = (a: Table, b: Table): Table => a.map((row, i) => row.map((x, j) => addPolynomials(x, b[i]![j]!)));

const subtractTables = (a: Table, b: Table): Table =>
  a.map((row, i) => row.map((x, j) => subtractPolynomials(x, b[i]![j]!)));

const diagonal = (a: Table): readonly Polynomial[] => a.map((row, k) => row[k]!);

const adjointTable = (signature: Signature, a: Table): Table =>
  a[0]!.map((_, j) => a.map((row) => adjointPolynomial(signature, row[j]!)));

function timesTables(signature: Signature, a: Table, b: Table): Table {
  const times = (x: Polynomial, y: Polynomial): Polynomial => multiplyPolynomials(signature, x, y);
  if (a.length === 1 && a[0]!.length === 1) return b.map((row) => row.map((x) => times(a[0]![0]!, x)));
  if (b.length === 1 && b[0]!.length === 1) return a.map((row) => row.map((x) => times(x, b[0]![0]!)));
  return a.map((row) => b[0]!.map((_, j) => row.map((x, k) => times(x, b[k]![j]!)).reduce(addPolynomials)));
}
