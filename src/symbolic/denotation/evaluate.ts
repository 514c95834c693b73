/**
 * The denotation of terms: their value on a model, that is on concrete matrices and numbers for the symbols.
 *
 * Written on the syntax alone, without the kernel's normal forms and without `src/dynamics`, so that agreement of a
 * proof, a simulation and this evaluation means something.
 */
import type { Num } from '../kernel/number.js';
import { rational } from '../kernel/number.js';
import { declared, rangeOf, rootOf, type Signature, TermError } from '../kernel/signature.js';
import type { Exponent, FunctionName, Term } from '../kernel/term.js';
import { type Dual, dualField } from './dual.js';
import { type Field, NoValue } from './field.js';
import {
  addMatrices,
  adjointMatrix,
  identityMatrix,
  type Matrix,
  multiplyMatrices,
  partialTraceMatrix,
  scalar,
  scaleMatrix,
  subtractMatrices,
  swapMatrix,
  tensorProduct,
  traceMatrix,
} from './matrix.js';

/** Values of symbols: one matrix per combination of indices, in row-major order of the symbol's ranges. */
export interface Model<T> {
  readonly field: Field<T>;
  readonly sizes: Readonly<Record<string, number>>;
  readonly exponents: Readonly<Record<string, number>>;
  readonly values: Readonly<Record<string, readonly Matrix<T>[]>>;
}

/** What a symbol stands for where a model does not say: a term in its indices. */
export interface Definition {
  readonly at: readonly string[];
  readonly term: Term;
}

export type Definitions = Readonly<Record<string, Definition>>;

type Indices = Readonly<Record<string, number>>;

/** The value of a term, with the given values (from 0) of its free indices; a scalar is 1×1. Throws NoValue. */
export function evaluate<T>(
  signature: Signature,
  definitions: Definitions,
  term: Term,
  model: Model<T>,
  at: Indices = {},
): Matrix<T> {
  return new Evaluation(signature, definitions, model).value(term, at);
}

/** The value of a real or complex scalar term. Throws NoValue. */
export function evaluateScalar<T>(
  signature: Signature,
  definitions: Definitions,
  term: Term,
  model: Model<T>,
  at: Indices = {},
): T {
  const value = evaluate(signature, definitions, term, model, at);
  if (value.length !== 1 || value[0]!.length !== 1) throw new TermError('evaluate: expected a scalar');
  return value[0]![0]!;
}

/** Every way to give values to the indices, for statements about all i, j. */
export function* assignments(
  signature: Signature,
  indices: Iterable<string>,
  sizes: Readonly<Record<string, number>>,
): Generator<Indices> {
  const [first, ...rest] = [...indices];
  if (first === undefined) {
    yield {};
    return;
  }
  for (let value = 0; value < sizes[rangeOf(signature, first)]!; value++) {
    for (const others of assignments(signature, rest, sizes)) yield { [first]: value, ...others };
  }
}

class Evaluation<T> {
  private readonly defined = new Map<string, Matrix<T>>();

  constructor(
    private readonly signature: Signature,
    private readonly definitions: Definitions,
    private readonly model: Model<T>,
    /** Where symbols get their values; from the model and the definitions if it is left out. */
    private readonly lookUp?: (name: string, at: readonly number[]) => Matrix<T>,
  ) {}

  value(term: Term, at: Indices): Matrix<T> {
    const { field } = this.model;
    switch (term.kind) {
      case 'number':
        return scalar(field.of(term.value));
      case 'symbol':
        return this.symbol(
          term.name,
          term.at.map((index) => this.index(index, at)),
        );
      case 'identity':
        return identityMatrix(field, this.size(term.size));
      case 'sum':
        return term.terms.map((part) => this.value(part, at)).reduce((a, b) => addMatrices(field, a, b));
      case 'product':
        return term.factors.map((part) => this.value(part, at)).reduce((a, b) => times(field, a, b));
      case 'power':
        return this.power(this.value(term.base, at), term.exponent);
      case 'adjoint':
        return adjointMatrix(field, this.value(term.of, at));
      case 'commutator': {
        const [a, b] = [this.value(term.left, at), this.value(term.right, at)];
        return subtractMatrices(field, times(field, a, b), times(field, b, a));
      }
      case 'trace':
        return scalar(traceMatrix(field, this.value(term.of, at)));
      case 'apply':
        return scalar(
          applyFunction(
            field,
            term.name,
            term.to.map((part) => this.value(part, at)[0]![0]!),
          ),
        );
      case 'over': {
        const size = this.size(rangeOf(this.signature, term.index));
        const terms = Array.from({ length: size }, (_, value) => this.value(term.body, { ...at, [term.index]: value }));
        return terms.reduce((a, b) => addMatrices(field, a, b));
      }
      case 'unit': {
        const position = this.index(term.index, at);
        return identityMatrix(field, this.size(rangeOf(this.signature, term.index))).map((row) => [row[position]!]);
      }
      case 'tensor':
        return tensorProduct(field, this.value(term.left, at), this.value(term.right, at));
      case 'swap':
        return swapMatrix(field, this.size(rootOf(this.signature, term.size)));
      case 'partial trace':
        return partialTraceMatrix(field, this.value(term.of, at), term.factor);
      case 'rate':
        return this.rate(term.of, at);
    }
  }

  /** The slope of a term when every symbol moves along its velocity. */
  private rate(term: Term, at: Indices): Matrix<T> {
    const { field } = this.model;
    const zero = field.of(rational(0));
    const moved = (name: string, position: readonly number[]): Matrix<Dual<T>> => {
      const symbol = declared(this.signature, name);
      if (!symbol.constant && symbol.velocity === undefined) throw new TermError(`${name}: moves without a velocity`);
      const slope = symbol.velocity === undefined ? null : this.symbol(symbol.velocity, position);
      return this.symbol(name, position).map((row, i) =>
        row.map((x, j) => ({ value: x, slope: slope === null ? zero : (slope[i]![j] as T) })),
      );
    };
    const model: Model<Dual<T>> = { ...this.model, field: dualField(field), values: {} };
    const result = new Evaluation(this.signature, {}, model, moved).value(term, at);
    return result.map((row) => row.map(({ slope }) => slope));
  }

  private symbol(name: string, at: readonly number[]): Matrix<T> {
    if (this.lookUp !== undefined) return this.lookUp(name, at);
    const symbol = declared(this.signature, name);
    const given = Object.hasOwn(this.model.values, name) ? this.model.values[name] : undefined;
    if (given !== undefined) {
      const position = at.reduce((flat, value, k) => flat * this.size(symbol.over[k]!) + value, 0);
      const found = given[position];
      if (found === undefined)
        throw new TermError(`${name}: the model has ${given.length} values, asked for number ${position + 1}`);
      return found;
    }
    const key = `${name}/${at.join()}`;
    const before = this.defined.get(key);
    if (before !== undefined) return before;
    const value = this.undefinedSymbol(name, at);
    this.defined.set(key, value);
    return value;
  }

  private undefinedSymbol(name: string, at: readonly number[]): Matrix<T> {
    const definition = Object.hasOwn(this.definitions, name) ? this.definitions[name] : undefined;
    if (definition !== undefined) {
      return this.value(definition.term, Object.fromEntries(definition.at.map((index, k) => [index, at[k]!])));
    }
    if (this.signature.sizes.includes(name)) return scalar(this.model.field.of(rational(this.size(name))));
    throw new TermError(`${name}: neither the model nor a definition gives it a value`);
  }

  private power(base: Matrix<T>, exponent: Exponent): Matrix<T> {
    const { field, exponents } = this.model;
    let k = exponent.offset;
    for (const [name, count] of exponent.variables) {
      const value = exponents[name];
      if (value === undefined) throw new TermError(`${name}: the model gives this exponent no value`);
      k += count * value;
    }
    if (k < 0) {
      if (base.length !== 1) throw new TermError('power: a negative power of a matrix');
      return this.power(scalar(field.inverse(base[0]![0]!)), { offset: -k, variables: [] });
    }
    let result = identityMatrix(field, base.length);
    for (let step = 0; step < k; step++) result = times(field, result, base);
    return result;
  }

  private index(index: string, at: Indices): number {
    const value = at[index];
    if (value === undefined) throw new TermError(`${index}: a free index without a value`);
    return value;
  }

  private size(name: string): number {
    if (name === '1') return 1;
    const { squares = {} } = this.signature;
    if (Object.hasOwn(squares, name)) return this.size(squares[name]!) ** 2;
    const value = this.model.sizes[name];
    if (value === undefined) throw new TermError(`${name}: the model gives this size no value`);
    return value;
  }
}

function times<T>(field: Field<T>, a: Matrix<T>, b: Matrix<T>): Matrix<T> {
  const isNumber = (x: Matrix<T>): boolean => x.length === 1 && x[0]!.length === 1;
  if (isNumber(a)) return scaleMatrix(field, a[0]![0]!, b);
  if (isNumber(b)) return scaleMatrix(field, b[0]![0]!, a);
  return multiplyMatrices(field, a, b);
}

function applyFunction<T>(field: Field<T>, name: FunctionName, to: readonly T[]): T {
  const [x] = to as [T, ...T[]];
  const half = (value: T, by: Num): T => field.multiply(field.of(by), value);
  switch (name) {
    case 're':
      return half(field.add(x, field.conjugate(x)), rational(1, 2));
    case 'im': {
      const twice = field.add(x, field.negate(field.conjugate(x)));
      return half(twice, { a: 0n, b: 0n, c: -1n, d: 0n, n: 2n });
    }
    case 'abs':
      return absolute(field, x);
    case 'sqrt':
      return field.sqrt(x);
    case 'exp':
      return field.exp(x);
    case 'ln':
      return field.ln(x);
    case 'max':
      return to.reduce((best, y) => larger(field, best, y));
    case 'min':
      return field.negate(to.map(field.negate).reduce((best, y) => larger(field, best, y)));
  }
}

/** |x|, also where the sign of x is not decided: √(x²) carries the error. */
function absolute<T>(field: Field<T>, x: T): T {
  const sign = field.sign(x);
  if (sign === 0) return field.sqrt(field.multiply(x, x));
  return sign < 0 ? field.negate(x) : x;
}

/** max(x, y) = (x + y + |x - y|)/2 where the order is not decided. */
function larger<T>(field: Field<T>, x: T, y: T): T {
  const gap = field.add(y, field.negate(x));
  const sign = field.sign(gap);
  if (sign === 0) return field.multiply(field.of(rational(1, 2)), field.add(field.add(x, y), absolute(field, gap)));
  return sign > 0 ? y : x;
}

export { NoValue };
