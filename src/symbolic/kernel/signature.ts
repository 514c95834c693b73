/**
 * What the symbols of a theory stand for: scalars and matrices with their sizes, families over indices, index ranges.
 *
 * Sizes and ranges are names of positive integers ('d', 'm', 'p') or '1'; each is also a scalar symbol. A matrix of
 * size 1×1 is a scalar. A symbol marked `constant` does not depend on time; `velocity` names the symbol that stands for
 * the time derivative of a moving one.
 */
interface FamilySymbol {
  readonly constant: boolean;
  readonly velocity?: string | undefined;
  readonly over: readonly string[];
}

export interface ScalarSymbol extends FamilySymbol {
  readonly kind: 'scalar';
  readonly real: boolean;
}

export interface MatrixSymbol extends FamilySymbol {
  readonly kind: 'matrix';
  readonly rows: string;
  readonly cols: string;
  readonly hermitian: boolean;
}

export interface Signature {
  readonly sizes: readonly string[];
  /** Sizes that are the square of another one: { D: 'd' } lets tensor products of d×d matrices be D×D. */
  readonly squares?: Readonly<Record<string, string>>;
  /** Index name to the range it runs over: i, j over m samples, l over p parameters. */
  readonly indices: Readonly<Record<string, string>>;
  /** Exponent variable to the least integer it stands for. */
  readonly exponents: Readonly<Record<string, number>>;
  readonly symbols: Readonly<Record<string, ScalarSymbol | MatrixSymbol>>;
}

const sound = new WeakSet<Signature>();

/** Checks a signature once and freezes it, since theorems rest on it. Throws TermError where it contradicts itself. */
export function requireSound(signature: Signature): void {
  if (sound.has(signature)) return;
  const { sizes, squares = {}, indices, exponents, symbols } = signature;
  copied(signature);
  const require = (condition: boolean, message: string): void => {
    if (!condition) throw new TermError(`signature: ${message}`);
  };
  for (const name of [...sizes, ...Object.keys(indices), ...Object.keys(exponents), ...Object.keys(symbols)])
    require(NAME.test(name), `${JSON.stringify(name)} is not a name`);
  for (const name of sizes) require(!Object.hasOwn(symbols, name), `${name} is a size and a symbol`);
  const roots = Object.values(squares);
  for (const size of [...Object.keys(squares), ...roots]) require(sizes.includes(size), `${size} is not a size`);
  for (const root of roots)
    require(!Object.hasOwn(squares, root) &&
      roots.indexOf(root) === roots.lastIndexOf(root), `${root} has two squares`);
  for (const [index, range] of Object.entries(indices))
    require(sizes.includes(range), `${index} runs over ${range}, which is not a size`);
  for (const [name, least] of Object.entries(exponents))
    require(Number.isSafeInteger(least), `${name} starts from ${least}`);
  for (const [name, symbol] of Object.entries(symbols)) {
    require(['scalar', 'matrix'].includes(symbol.kind), `${name} is neither a scalar nor a matrix`);
    require(symbol.over.every((range) => sizes.includes(range)), `${name} has an index over what is not a size`);
    if (symbol.kind === 'matrix') {
      const known = [symbol.rows, symbol.cols].every((size) => size === '1' || sizes.includes(size));
      require(known, `${name} has unknown sizes`);
      require(symbol.rows !== '1' || symbol.cols !== '1', `${name} is 1×1, declare it as a scalar`);
      require(!symbol.hermitian || symbol.rows === symbol.cols, `${name} is Hermitian but not square`);
    }
    if (symbol.velocity === undefined) continue;
    require(!symbol.constant, `${name} is constant but has a velocity`);
    require(kindOf(declared(signature, symbol.velocity)) ===
      kindOf(symbol), `the velocity of ${name} has another shape`);
  }
  sound.add(freeze(signature));
}

/** Letters, marks, digits and _, with a letter first: nothing that the spelling of a normal form uses as punctuation. */
const NAME = /^\p{L}[\p{L}\p{M}\p{N}_₊₋]*$/u;

const kindOf = (symbol: ScalarSymbol | MatrixSymbol): string =>
  JSON.stringify([symbol.over, symbol.kind === 'matrix' ? [symbol.rows, symbol.cols] : 'scalar']);

/** A copy of plain data: whoever holds the original can neither change it nor let it answer differently. */
export function copied<T>(value: T): T {
  try {
    return structuredClone(value);
  } catch {
    throw new TermError('expected plain data, got a function or a proxy in it');
  }
}

const frozen = new WeakSet<object>();
const PLAIN: readonly unknown[] = [Object.prototype, Array.prototype, null];

/**
 * Freezes plain data and all that it holds, frozen at the top already or not, so that nothing proved about it can change
 * its meaning. Throws TermError for what is computed or inherited, which freezing does not keep.
 */
export function freeze<T>(value: T): T {
  if (typeof value !== 'object' || value === null || frozen.has(value)) return value;
  const parts = Object.values(Object.getOwnPropertyDescriptors(value));
  if (!PLAIN.includes(Object.getPrototypeOf(value)) || parts.some((part) => !('value' in part)))
    throw new TermError('expected plain data, got what is computed or inherited');
  frozen.add(Object.freeze(value));
  for (const part of parts) freeze(part.value);
  return value;
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

/** The size that is declared as the square of another one. Throws TermError where there is none. */
export function squareOf({ squares = {} }: Signature, size: string): string {
  const found = Object.keys(squares).find((big) => squares[big] === size);
  if (found === undefined) throw new TermError(`${size}: no size is declared as its square`);
  return found;
}

/** The size that another one is the square of. Throws TermError where it is none. */
export function rootOf({ squares = {} }: Signature, size: string): string {
  if (!Object.hasOwn(squares, size)) throw new TermError(`${size}: not declared as the square of a size`);
  return squares[size]!;
}

/** A term, rule or certificate that is not well formed. It never means that a statement is false. */
export class TermError extends Error {
  override readonly name = 'TermError';
}
