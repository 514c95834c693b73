/** A theory: the symbols that a family of claims speaks about, what the derived ones stand for, and how they are set. */

import type { Definitions } from '../symbolic/denotation/evaluate.js';
import type { MatrixSymbol, ScalarSymbol, Signature } from '../symbolic/kernel/signature.js';
import { parseTerm } from '../symbolic/notation/parse.js';

export interface SymbolDeclaration {
  readonly type: ScalarSymbol | MatrixSymbol;
  readonly meaning: string;
  readonly latex?: string;
  /** What a derived symbol stands for, e.g. `tr(ρ_j M)`, in the indices `at`. */
  readonly stands?: { readonly at: readonly string[]; readonly for: string };
}

export interface TheoryDeclaration {
  readonly name: string;
  readonly sizes: Readonly<Record<string, string>>;
  readonly indices: Readonly<Record<string, string>>;
  readonly exponents?: Readonly<Record<string, number>>;
  readonly symbols: Readonly<Record<string, SymbolDeclaration>>;
}

export interface ClaimTheory {
  readonly name: string;
  readonly signature: Signature;
  readonly definitions: Definitions;
  readonly meanings: Readonly<Record<string, string>>;
  readonly typeset: Readonly<Record<string, string>>;
}

/** Builds a theory; definitions are parsed with its own symbols. Throws TermError on a definition that does not parse. */
export function theory(declaration: TheoryDeclaration): ClaimTheory {
  const { name, sizes, indices, exponents = {}, symbols } = declaration;
  const entries = Object.entries(symbols);
  const signature: Signature = {
    sizes: Object.keys(sizes),
    indices,
    exponents,
    symbols: Object.fromEntries(entries.map(([key, { type }]) => [key, type])),
  };
  const definitions = entries.flatMap(([key, { stands }]) =>
    stands === undefined ? [] : [[key, { at: stands.at, term: parseTerm(signature, stands.for) }] as const],
  );
  return {
    name,
    signature,
    definitions: Object.fromEntries(definitions),
    meanings: { ...sizes, ...Object.fromEntries(entries.map(([key, { meaning }]) => [key, meaning])) },
    typeset: Object.fromEntries(entries.flatMap(([key, { latex }]) => (latex === undefined ? [] : [[key, latex]]))),
  };
}

type Options = { readonly over?: readonly string[]; readonly constant?: boolean; readonly velocity?: string };

const common = ({ over = [], constant = false, velocity }: Options) => ({ over, constant, velocity });

export const realScalar = (options: Options = {}): ScalarSymbol => ({ kind: 'scalar', real: true, ...common(options) });
export const hermitian = (size: string, options: Options = {}): MatrixSymbol => ({
  kind: 'matrix',
  rows: size,
  cols: size,
  hermitian: true,
  ...common(options),
});
export const matrix = (rows: string, cols: string, options: Options = {}): MatrixSymbol => ({
  kind: 'matrix',
  rows,
  cols,
  hermitian: false,
  ...common(options),
});
