/** A hypothesis of a claim: what it says in words, and the equations and inequalities that it licenses a proof to use. */

import { sameNormalForm } from '../symbolic/kernel/normal-form.js';
import type { Hypothesis } from '../symbolic/kernel/proof.js';
import { declared, type Signature, TermError } from '../symbolic/kernel/signature.js';
import {
  adjoint,
  difference,
  integer,
  isScalar,
  product,
  shapeOf,
  sum,
  symbol,
  type Term,
} from '../symbolic/kernel/term.js';
import { parseStatement, parseTerm } from '../symbolic/notation/parse.js';
import { printTerm } from '../symbolic/notation/print.js';
import type { ClaimTheory } from './theory.js';

export interface ClaimHypothesis extends Hypothesis {
  readonly text: string;
  /** It only says what a symbol stands for, so that no instance could break it and no witness is asked for. */
  readonly definitional: boolean;
  /** The equations and inequalities as written, rules first, then facts, in the order of `rules` and `facts`. */
  readonly written: readonly string[];
}

/**
 * A hypothesis from its written statements: an equation is a rule used from left to right, an inequality a fact; between
 * square matrices `>=` means that the difference is positive semidefinite. All indices are universally quantified.
 */
export function assume({ signature }: ClaimTheory, text: string, ...statements: string[]): ClaimHypothesis {
  const parsed = statements.map((written) => ({ written, ...parseStatement(signature, written) }));
  const rules = parsed.filter(({ relation }) => relation === '=');
  const facts = parsed.filter(({ relation }) => relation !== '=');
  return {
    text,
    definitional: false,
    rules: rules.map(({ left, right }) => ({ left, right })),
    facts: facts.map(({ left, relation, right }) =>
      relation === '>=' ? difference(left, right) : difference(right, left),
    ),
    written: [...rules, ...facts].map(({ written }) => written),
  };
}

/** As `assume`, for statements that only say what a symbol stands for, such as a root by its square and its sign. */
export const define = (theory: ClaimTheory, text: string, ...statements: string[]): ClaimHypothesis => ({
  ...assume(theory, text, ...statements),
  definitional: true,
});

/** Matrix letters with their entries, written as scalar terms. */
export type WrittenEntries = Readonly<Record<string, readonly (readonly string[])[]>>;

/**
 * A hypothesis that gives letters their entries in an orthonormal basis of column letters: M = Σ M_ab e_a e_b† for a
 * matrix, v = Σ v_a e_a for a column. Its first equation fixes the dimension, the next ones say e_a†e_b = δ_ab. Throws
 * TermError where entries are missing or too many, or contradict that a letter is Hermitian.
 */
export function assumeEntries(
  { signature }: ClaimTheory,
  text: string,
  basis: readonly string[],
  letters: WrittenEntries,
): ClaimHypothesis {
  const kets = basis.map((name) => symbol(name));
  const shapes = kets.map((ket) => shapeOf(signature, ket));
  const size = shapes[0]?.rows;
  if (size === undefined || size === '1' || shapes.some(({ rows, cols }) => rows !== size || cols !== '1'))
    throw new TermError('entries: expected a basis of columns of one size');
  const orthonormal = kets.flatMap((a, j) =>
    kets.slice(j).map((b, k) => ({ left: product(adjoint(a), b), right: integer(k === 0 ? 1 : 0) })),
  );
  const entry = (written: string, a: number, b: number, isColumn: boolean): Term => {
    const value = parseTerm(signature, written);
    if (!isScalar(shapeOf(signature, value))) throw new TermError(`entries: ${written} is not a scalar`);
    return product(value, kets[a]!, ...(isColumn ? [] : [adjoint(kets[b]!)]));
  };
  const given = Object.entries(letters).map(([name, rows]) => {
    const left = symbol(name);
    const shape = shapeOf(signature, left);
    const isColumn = shape.cols === '1';
    if (shape.rows !== size || !(isColumn || shape.cols === size))
      throw new TermError(`${name}: expected a column or a square matrix of size ${size}`);
    const width = isColumn ? 1 : basis.length;
    if (rows.length !== basis.length || rows.some((row) => row.length !== width))
      throw new TermError(`${name}: expected ${basis.length}×${width} entries`);
    const right = sum(...rows.flatMap((row, a) => row.map((written, b) => entry(written, a, b, isColumn))));
    if (isHermitian(signature, name) && !sameNormalForm(signature, right, adjoint(right)))
      throw new TermError(`${name}: declared Hermitian, but its entries are not`);
    return { left, right };
  });
  const rules = [{ left: symbol(size), right: integer(basis.length) }, ...orthonormal, ...given];
  return {
    text,
    definitional: false,
    rules,
    facts: [],
    written: rules.map(({ left, right }) => `${printTerm(left)} = ${printTerm(right)}`),
  };
}

function isHermitian(signature: Signature, name: string): boolean {
  const symbol = declared(signature, name);
  return symbol.kind === 'matrix' && symbol.hermitian;
}

/** The definitions of derived symbols as a hypothesis: each symbol may be replaced by what it stands for. */
export function definitionsOf({ definitions }: ClaimTheory, ...names: string[]): ClaimHypothesis {
  const rules = names.map((name) => {
    const found = definitions[name];
    if (found === undefined) throw new TermError(`${name}: this theory does not define it`);
    return { name, left: { kind: 'symbol', name, at: found.at } as const, right: found.term };
  });
  return {
    text: `definition of ${names.join(', ')}`,
    definitional: true,
    rules: rules.map(({ left, right }) => ({ left, right })),
    facts: [],
    written: rules.map(
      ({ name, left, right }) => `${name}${left.at.length > 0 ? `_${left.at.join('')}` : ''} := ${printTerm(right)}`,
    ),
  };
}
