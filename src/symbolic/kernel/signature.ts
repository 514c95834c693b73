/**
 * What the symbols of a theory stand for: scalars and matrices with their sizes, families over indices, index ranges.
 *
 * Sizes and ranges are names of positive integers ('d', 'm', 'p') or '1'; each is also a scalar symbol. A matrix of
 * size 1×1 is a scalar. A symbol marked `constant` does not depend on time; `velocity` names the symbol that stands for
 * the time derivative of a moving one.
 */
export interface ScalarSymbol {
  readonly kind: 'scalar';
  readonly real: boolean;
  readonly constant: boolean;
  readonly velocity?: string | undefined;
  readonly over: readonly string[];
}

export interface MatrixSymbol {
  readonly kind: 'matrix';
  readonly rows: string;
  readonly cols: string;
  readonly hermitian: boolean;
  readonly constant: boolean;
  readonly velocity?: string | undefined;
  readonly over: readonly string[];
}

export interface Signature {
  readonly sizes: readonly string[];
  /** Index name to the range it runs over: i, j over m samples, l over p parameters. */
  readonly indices: Readonly<Record<string, string>>;
  /** Exponent variable to the least integer it stands for. */
  readonly exponents: Readonly<Record<string, number>>;
  readonly symbols: Readonly<Record<string, ScalarSymbol | MatrixSymbol>>;
}

/** The declaration of a symbol; a size name is a real constant. Throws on an undeclared name. */
export function declared(signature: Signature, name: string): ScalarSymbol | MatrixSymbol {
  const found = Object.hasOwn(signature.symbols, name) ? signature.symbols[name] : undefined;
  if (found !== undefined) return found;
  if (signature.sizes.includes(name)) return { kind: 'scalar', real: true, constant: true, over: [] };
  throw new TermError(`${name}: not declared in this theory`);
}

/** The range of an index; a name made by the kernel carries it before its '#'. Throws on an undeclared index. */
export function rangeOf(signature: Signature, index: string): string {
  const mark = index.indexOf('#');
  if (mark >= 0) return index.slice(0, mark);
  const range = Object.hasOwn(signature.indices, index) ? signature.indices[index] : undefined;
  if (range === undefined) throw new TermError(`${index}: not declared as an index in this theory`);
  return range;
}

/** A term, rule or certificate that is not well formed. It never means that a statement is false. */
export class TermError extends Error {
  override readonly name = 'TermError';
}
