/**
 * Terms: the language in which statements are written. Plain immutable trees; the kernel gives them a normal form, the
 * notation prints and parses them, the denotation evaluates them on numbers, each independently of the others.
 */
import { equals, type Num, negate, ONE, rational } from './number.js';
import { declared, rangeOf, rootOf, type Signature, squareOf, TermError } from './signature.js';

/** An exponent: an integer offset plus integer multiples of exponent variables, as in M^(k-1). */
export interface Exponent {
  readonly offset: number;
  readonly variables: readonly (readonly [name: string, times: number])[];
}

export type FunctionName = 're' | 'im' | 'abs' | 'sqrt' | 'exp' | 'ln' | 'max' | 'min';

export type Term =
  | { readonly kind: 'number'; readonly value: Num }
  | { readonly kind: 'symbol'; readonly name: string; readonly at: readonly string[] }
  | { readonly kind: 'identity'; readonly size: string }
  | { readonly kind: 'sum'; readonly terms: readonly Term[] }
  | { readonly kind: 'product'; readonly factors: readonly Term[] }
  | { readonly kind: 'power'; readonly base: Term; readonly exponent: Exponent }
  | { readonly kind: 'adjoint'; readonly of: Term }
  | { readonly kind: 'commutator'; readonly left: Term; readonly right: Term }
  | { readonly kind: 'trace'; readonly of: Term }
  | { readonly kind: 'apply'; readonly name: FunctionName; readonly to: readonly Term[] }
  | { readonly kind: 'over'; readonly index: string; readonly body: Term }
  /** The basis vector of an index: ê_i†Aê_j is an entry of A, and ê_i†ê_j is Kronecker's delta. */
  | { readonly kind: 'unit'; readonly index: string }
  | { readonly kind: 'tensor'; readonly left: Term; readonly right: Term }
  /** The exchange W of the two factors of a tensor product: W (A ⊗ B) W = B ⊗ A. */
  | { readonly kind: 'swap'; readonly size: string }
  /** The trace over the first or the second factor. */
  | { readonly kind: 'partial trace'; readonly factor: 1 | 2; readonly of: Term }
  /** The time derivative, from the declared velocities. */
  | { readonly kind: 'rate'; readonly of: Term };

export interface Shape {
  readonly rows: string;
  readonly cols: string;
}

export const SCALAR: Shape = { rows: '1', cols: '1' };
export const isScalar = (shape: Shape): boolean => shape.rows === '1' && shape.cols === '1';

export const number = (value: Num): Term => ({ kind: 'number', value });
export const integer = (value: number): Term => number(rational(value));
export const symbol = (name: string, ...at: string[]): Term => ({ kind: 'symbol', name, at });
export const identity = (size: string): Term => ({ kind: 'identity', size });
export const sum = (...terms: Term[]): Term => (terms.length === 1 ? terms[0]! : { kind: 'sum', terms });
export const product = (...factors: Term[]): Term =>
  factors.length === 1 ? factors[0]! : { kind: 'product', factors };
export const minus = (term: Term): Term => product(number(negate(ONE)), term);
export const difference = (left: Term, right: Term): Term => sum(left, minus(right));
export const adjoint = (of: Term): Term => ({ kind: 'adjoint', of });
export const unitVector = (index: string): Term => ({ kind: 'unit', index });
export const tensor = (left: Term, right: Term): Term => ({ kind: 'tensor', left, right });
export const trace = (of: Term): Term => ({ kind: 'trace', of });
export const over = (index: string, body: Term): Term => ({ kind: 'over', index, body });
export const apply = (name: FunctionName, ...to: Term[]): Term => ({ kind: 'apply', name, to });
export const exponentOf = (offset: number, variables: Exponent['variables'] = []): Exponent => ({ offset, variables });
export const power = (base: Term, exponent: number | Exponent): Term => ({
  kind: 'power',
  base,
  exponent: typeof exponent === 'number' ? exponentOf(exponent) : exponent,
});

/** The shape of a term. Throws TermError where sizes do not fit, a symbol is unknown, or an index has the wrong range. */
export function shapeOf(signature: Signature, term: Term): Shape {
  const shape = (t: Term): Shape => shapeOf(signature, t);
  switch (term.kind) {
    case 'number':
      if (![term.value.a, term.value.b, term.value.c, term.value.d, term.value.n].every((x) => typeof x === 'bigint'))
        throw new TermError('number: expected integers');
      if (term.value.n <= 0n) throw new TermError('number: expected a positive denominator');
      return SCALAR;
    case 'symbol':
      return symbolShape(signature, term);
    case 'identity':
      requireSize(signature, term.size);
      return square(term.size);
    case 'sum': {
      requireParts('sum', term.terms, Infinity);
      const [first, ...rest] = term.terms.map(shape);
      const other = rest.find((shape) => show(shape) !== show(first!));
      if (other !== undefined)
        throw new TermError(`sum: expected summands of one shape, got ${show(first!)} and ${show(other)}`);
      return first!;
    }
    case 'product':
      requireParts('product', term.factors, Infinity);
      return term.factors.map(shape).reduce(productShape);
    case 'power': {
      const base = shape(term.base);
      if (!isSquare(base)) throw new TermError(`power: expected a square base, got ${show(base)}`);
      requireExponent(signature, term.exponent);
      return base;
    }
    case 'adjoint': {
      const { rows, cols } = shape(term.of);
      return { rows: cols, cols: rows };
    }
    case 'trace': {
      const of = shape(term.of);
      if (!isSquare(of)) throw new TermError(`tr: expected a square matrix, got ${show(of)}`);
      return SCALAR;
    }
    case 'apply':
      requireParts(term.name, term.to, term.name === 'max' || term.name === 'min' ? Infinity : 1);
      for (const argument of term.to.map(shape)) {
        if (!isScalar(argument)) throw new TermError(`${term.name}: expected a scalar, got ${show(argument)}`);
      }
      return SCALAR;
    case 'over':
      writtenRange(signature, term.index);
      return shape(term.body);
    case 'unit':
      return { rows: writtenRange(signature, term.index), cols: '1' };
    case 'commutator':
    case 'tensor': {
      const [left, right] = [shape(term.left), shape(term.right)];
      if (!isSquare(left) || show(left) !== show(right))
        throw new TermError(
          `${term.kind}: expected two square matrices of one size, got ${show(left)} and ${show(right)}`,
        );
      return term.kind === 'tensor' ? square(squareOf(signature, left.rows)) : left;
    }
    case 'swap':
      rootOf(signature, term.size);
      return square(term.size);
    case 'partial trace': {
      const of = shape(term.of);
      if (!isSquare(of) || ![1, 2].includes(term.factor))
        throw new TermError('partial trace: expected a square matrix');
      return square(rootOf(signature, of.rows));
    }
    case 'rate':
      return shape(term.of);
  }
}

function requireSize({ sizes }: Signature, size: string): void {
  if (!sizes.includes(size)) throw new TermError(`${size}: not declared as a size in this theory`);
}

function requireParts(where: string, parts: readonly Term[], most: number): void {
  if (parts.length < 1 || parts.length > most)
    throw new TermError(`${where}: expected ${most === 1 ? 'one part' : 'at least one part'}, got ${parts.length}`);
}

/** The range of an index in a term: size#w... in witnesses; other names with a '#' are for the kernel, which binds them. */
export function writtenRange(signature: Signature, index: string): string {
  if (typeof index !== 'string') throw new TermError(`${index}: not a name for an index`);
  const range = rangeOf(signature, index);
  if (index.includes('#') && !/^[^#]+#w\w+$/.test(index)) throw new TermError(`${index}: not a name for an index`);
  requireSize(signature, range);
  return range;
}

function symbolShape(signature: Signature, term: Extract<Term, { kind: 'symbol' }>): Shape {
  const symbol = declared(signature, term.name);
  const ranges = term.at.map((index) => writtenRange(signature, index));
  if (ranges.join() !== symbol.over.join()) {
    throw new TermError(`${term.name}: expected indices over (${symbol.over.join()}), got (${ranges.join()})`);
  }
  return symbol.kind === 'scalar' ? SCALAR : { rows: symbol.rows, cols: symbol.cols };
}

/** The shape of a product of two: a scalar multiplies anything, otherwise the inner sizes must agree. */
export function productShape(left: Shape, right: Shape): Shape {
  if (isScalar(left)) return right;
  if (isScalar(right)) return left;
  if (left.cols !== right.rows)
    throw new TermError(`product: inner sizes differ, got ${show(left)} times ${show(right)}`);
  return { rows: left.rows, cols: right.cols };
}

/** Integers only, each variable declared and named once: M^(1/2) and M^(k+k) written as two k have no meaning here. */
function requireExponent(signature: Signature, { offset, variables }: Exponent): void {
  if (![offset, ...variables.map(([, times]) => times)].every(Number.isSafeInteger))
    throw new TermError('power: expected an integer exponent');
  if (variables.some(([, times]) => times === 0)) throw new TermError('power: a variable times 0 in the exponent');
  for (const [name] of variables) leastExponent(signature, name);
  if (new Set(variables.map(([name]) => name)).size < variables.length)
    throw new TermError('power: a variable stands twice in the exponent');
}

const square = (size: string): Shape => ({ rows: size, cols: size });
const isSquare = (shape: Shape): boolean => shape.rows === shape.cols;
const show = (shape: Shape): string => `${shape.rows}×${shape.cols}`;

/** The term with every part mapped by `change` where it returns a term; untouched parts are shared. */
export function mapTerm(term: Term, change: (part: Term) => Term | undefined): Term {
  return change(term) ?? mapParts(term, (part) => mapTerm(part, change));
}

/** The term with its immediate parts changed, in reading order. */
export function mapParts(term: Term, change: (part: Term) => Term): Term {
  switch (term.kind) {
    case 'sum':
      return { ...term, terms: term.terms.map(change) };
    case 'product':
      return { ...term, factors: term.factors.map(change) };
    case 'power':
      return { ...term, base: change(term.base) };
    case 'adjoint':
    case 'trace':
    case 'partial trace':
    case 'rate':
      return { ...term, of: change(term.of) };
    case 'commutator':
    case 'tensor':
      return { ...term, left: change(term.left), right: change(term.right) };
    case 'apply':
      return { ...term, to: term.to.map(change) };
    case 'over':
      return { ...term, body: change(term.body) };
    default:
      return term;
  }
}

/** The immediate parts of a term, in reading order. */
export function childrenOf(term: Term): readonly Term[] {
  const parts: Term[] = [];
  mapParts(term, (part) => {
    parts.push(part);
    return part;
  });
  return parts;
}

/** Replaces free indices; a bound index of the same name is left alone, and capture is refused. */
export function renameIndices(term: Term, names: Readonly<Record<string, string>>): Term {
  const renamed = (index: string): string => (Object.hasOwn(names, index) ? names[index]! : index);
  return mapTerm(term, (part) => {
    if (part.kind === 'symbol') return { ...part, at: part.at.map(renamed) };
    if (part.kind === 'unit') return { ...part, index: renamed(part.index) };
    if (part.kind !== 'over') return undefined;
    const { [part.index]: _, ...inner } = names;
    const captured = Object.entries(inner).some(([from, to]) => to === part.index && freeIndices(part.body).has(from));
    if (captured) throw new TermError(`${part.index}: a renamed index would be captured by a sum over ${part.index}`);
    return { ...part, body: renameIndices(part.body, inner) };
  });
}

/** The indices of a term that no sum binds. */
export function freeIndices(term: Term): Set<string> {
  if (term.kind === 'symbol') return new Set(term.at);
  if (term.kind === 'unit') return new Set([term.index]);
  const found = new Set(childrenOf(term).flatMap((part) => [...freeIndices(part)]));
  if (term.kind === 'over') found.delete(term.index);
  return found;
}

/** Replaces an exponent variable by a number or by itself shifted: k to 0, k to k + 1. */
export function substituteExponent(term: Term, variable: string, by: Exponent): Term {
  return mapTerm(term, (part) => {
    if (part.kind !== 'power') return undefined;
    return {
      ...part,
      base: substituteExponent(part.base, variable, by),
      exponent: replaced(part.exponent, variable, by),
    };
  });
}

function replaced(exponent: Exponent, variable: string, by: Exponent): Exponent {
  const times = exponent.variables.find(([name]) => name === variable)?.[1] ?? 0;
  const rest = { offset: exponent.offset, variables: exponent.variables.filter(([name]) => name !== variable) };
  return addExponents(rest, {
    offset: times * by.offset,
    variables: by.variables.map(([name, count]) => [name, count * times] as const),
  });
}

/** The sum of two exponents, variables sorted, zero multiples dropped. */
export function addExponents(left: Exponent, right: Exponent): Exponent {
  const times = new Map<string, number>(left.variables);
  for (const [name, count] of right.variables) times.set(name, safe((times.get(name) ?? 0) + count));
  const variables = [...times].filter(([, count]) => count !== 0).sort(([a], [b]) => (a < b ? -1 : 1));
  return { offset: safe(left.offset + right.offset), variables };
}

/** The least integer that an exponent stands for. */
export function leastValue(signature: Signature, exponent: Exponent): number {
  return exponent.variables.reduce((least, [name, times]) => {
    if (times < 0) throw new TermError(`${name}: a negative multiple of it in an exponent`);
    return safe(least + safe(times * leastExponent(signature, name)));
  }, exponent.offset);
}

/** An integer that is exact; the next ones up are rounded, so that 2^53 + 1 = 2^53. */
function safe(value: number): number {
  if (!Number.isSafeInteger(value)) throw new TermError('power: the exponent is too large');
  return value;
}

function leastExponent({ exponents }: Signature, name: string): number {
  if (typeof name !== 'string' || !Object.hasOwn(exponents, name))
    throw new TermError(`${name}: not declared as an exponent in this theory`);
  return exponents[name]!;
}

export const isOne = (term: Term): boolean => term.kind === 'number' && equals(term.value, ONE);
