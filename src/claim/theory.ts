/** A theory: the symbols that a family of claims speaks about, what the derived ones stand for, and how they are set. */

import type { Definitions } from '../symbolic/denotation/evaluate.js';
import { isConstant } from '../symbolic/kernel/derivative.js';
import { type MatrixSymbol, type ScalarSymbol, type Signature, TermError } from '../symbolic/kernel/signature.js';
import { childrenOf, type Term } from '../symbolic/kernel/term.js';
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
  /** Sizes that are the square of another one, for tensor products: { D: 'd' }. */
  readonly squares?: Readonly<Record<string, string>>;
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

/**
 * Builds a theory; definitions are parsed with its own symbols. Throws TermError on a definition that does not parse, that
 * runs in a circle, or that says of a symbol declared constant that it moves: a rate of decay has to be constant.
 */
export function theory(declaration: TheoryDeclaration): ClaimTheory {
  const { name, sizes, squares = {}, indices, exponents = {}, symbols } = declaration;
  const entries = Object.entries(symbols);
  const signature: Signature = {
    sizes: Object.keys(sizes),
    squares,
    indices,
    exponents,
    symbols: Object.fromEntries(entries.map(([key, { type }]) => [key, type])),
  };
  const definitions = entries.flatMap(([key, { stands }]) =>
    stands === undefined ? [] : [[key, { at: stands.at, term: parseTerm(signature, stands.for) }] as const],
  );
  requireGrounded(Object.fromEntries(definitions));
  for (const [key, { term }] of definitions) {
    if (symbols[key]!.type.constant && !isConstant(signature, term))
      throw new TermError(`${key}: declared constant, but it stands for something that moves`);
  }
  return {
    name,
    signature,
    definitions: Object.fromEntries(definitions),
    meanings: { ...sizes, ...Object.fromEntries(entries.map(([key, { meaning }]) => [key, meaning])) },
    typeset: Object.fromEntries(entries.flatMap(([key, { latex }]) => (latex === undefined ? [] : [[key, latex]]))),
  };
}

/** Every derived symbol stands, in the end, for symbols that are not derived. */
function requireGrounded(definitions: Definitions): void {
  const visit = (name: string, above: readonly string[]): void => {
    if (above.includes(name)) throw new TermError(`${name}: its definition leads back to it`);
    const term = Object.hasOwn(definitions, name) ? definitions[name]!.term : null;
    if (term !== null) for (const used of symbolsOf(term)) visit(used, [...above, name]);
  };
  for (const name of Object.keys(definitions)) visit(name, []);
}

const symbolsOf = (term: Term): readonly string[] =>
  term.kind === 'symbol' ? [term.name] : childrenOf(term).flatMap(symbolsOf);

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
