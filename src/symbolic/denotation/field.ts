/**
 * The two number systems in which terms are evaluated: exact numbers of Q(√2, i), and doubles that carry a bound on
 * their own rounding error.
 */
import {
  add,
  conjugate,
  equals,
  inverse,
  isReal,
  isZero,
  multiply,
  type Num,
  negate,
  rational,
  SQRT2,
  sign,
  ZERO,
} from '../kernel/number.js';
import { exactProduct, integralMultiple } from './common-denominators.js';
import { toDouble } from './doubles.js';
import type { Matrix } from './matrix.js';

export interface Field<T> {
  readonly kind: 'exact' | 'floating';
  readonly of: (value: Num) => T;
  readonly add: (x: T, y: T) => T;
  readonly multiply: (x: T, y: T) => T;
  readonly negate: (x: T) => T;
  readonly conjugate: (x: T) => T;
  /** The matrix product of rows that fit, where the field knows a faster way than sums of products. */
  readonly product?: (a: Matrix<T>, b: Matrix<T>) => Matrix<T>;
  /** A positive multiple of a matrix that is quicker to eliminate, if there is one. */
  readonly integral?: (a: Matrix<T>) => Matrix<T>;
  /** Throws NoValue at zero. */
  readonly inverse: (x: T) => T;
  /** The nonnegative root of a nonnegative real. Throws NoValue where the field has none. */
  readonly sqrt: (x: T) => T;
  /** Of a real number. Throws NoValue where the field has none. */
  readonly exp: (x: T) => T;
  /** Of a positive real number. Throws NoValue where the field has none. */
  readonly ln: (x: T) => T;
  /** The sign of a real value; a floating value within its error bound of zero has the sign 0. Throws NoValue if not real. */
  readonly sign: (x: T) => -1 | 0 | 1;
  /** The value and a bound on its error, as doubles. */
  readonly approximate: (x: T) => { readonly re: number; readonly im: number; readonly error: number };
}

/** A term has no value on an instance in this field (a division by zero, a root that is not in Q(√2)). */
export class NoValue extends Error {
  override readonly name = 'NoValue';
}

export const EXACT: Field<Num> = {
  kind: 'exact',
  of: (value) => value,
  add,
  multiply,
  negate,
  conjugate,
  product: exactProduct,
  integral: integralMultiple,
  inverse: (x) => {
    if (isZero(x)) throw new NoValue('division by zero');
    return inverse(x);
  },
  sqrt: exactRoot,
  exp: (x) => {
    if (isZero(x)) return rational(1);
    throw new NoValue('an exponential that is not in Q(√2)');
  },
  ln: (x) => {
    if (equals(x, rational(1))) return ZERO;
    throw new NoValue('a logarithm that is not in Q(√2)');
  },
  sign: (x) => {
    if (!isReal(x)) throw new NoValue('expected a real value');
    return sign(x);
  },
  approximate: (x) => ({ ...toDouble(x), error: 0 }),
};

/** √x for x = q² or 2q² with rational q, which is where the corpus needs it. */
function exactRoot(x: Num): Num {
  if (!isReal(x) || sign(x) < 0) throw new NoValue('expected the root of a nonnegative real number');
  if (x.b === 0n) {
    for (const [factor, unit] of [
      [1n, rational(1)],
      [2n, SQRT2],
    ] as const) {
      // x = factor q²  <=>  q = √(x / factor) is rational
      const [p, q] = [x.a * factor, x.n * factor * factor];
      const root = integerRoot(p * q);
      if (root !== undefined) {
        const result = multiply(rational(root, q), unit);
        if (equals(multiply(result, result), x)) return result;
      }
    }
  }
  throw new NoValue('a square root that is not in Q(√2)');
}

function integerRoot(x: bigint): bigint | undefined {
  if (x < 2n) return x;
  let guess = 1n << BigInt((x.toString(2).length + 1) >> 1);
  for (;;) {
    const next = (guess + x / guess) >> 1n;
    if (next >= guess) return guess * guess === x ? guess : undefined;
    guess = next;
  }
}

/** A complex double and a bound on the modulus of its error. */
export interface Bounded {
  readonly re: number;
  readonly im: number;
  readonly error: number;
}

/** Unit roundoff; a complex product of doubles errs by at most √5 u |x y| < 3u |x y|, a sum by u |x + y|. */
const U = 2 ** -53;
const modulusOf = (x: Bounded): number => Math.hypot(x.re, x.im);
/** At least the modulus, at most √2 times it, in a fraction of the time of a root. */
const size = (re: number, im: number): number => Math.abs(re) + Math.abs(im);

const MANTISSA = 2n ** 53n;
const isSmall = (x: bigint): boolean => -MANTISSA <= x && x <= MANTISSA;

export const FLOATING: Field<Bounded> = {
  kind: 'floating',
  of: (value) => {
    if (value.n === 1n && value.b === 0n && value.c === 0n && value.d === 0n && isSmall(value.a))
      return { re: Number(value.a), im: 0, error: 0 };
    // Summands, not sums: 577 - 408√2 is near zero, its rounding error is not.
    const parts = [value.a, value.b, value.c, value.d].map((part) => toDouble({ ...ZERO, a: part, n: value.n }).re);
    const scale = parts.reduce((total, part, k) => total + Math.abs(part) * (k % 2 === 0 ? 1 : Math.SQRT2), 0);
    return { ...toDouble(value), error: 8 * U * scale };
  },
  add: (x, y) => {
    const [re, im] = [x.re + y.re, x.im + y.im];
    return { re, im, error: x.error + y.error + U * size(re, im) };
  },
  multiply: (x, y) => {
    const [a, b] = [size(x.re, x.im), size(y.re, y.im)];
    const error = a * y.error + b * x.error + x.error * y.error + 3 * U * a * b;
    return { re: x.re * y.re - x.im * y.im, im: x.re * y.im + x.im * y.re, error };
  },
  negate: (x) => ({ re: -x.re, im: -x.im, error: x.error }),
  conjugate: (x) => ({ re: x.re, im: -x.im, error: x.error }),
  inverse: (x) => {
    const modulus = modulusOf(x);
    if (modulus <= x.error) throw new NoValue('division by what may be zero');
    const square = modulus * modulus;
    const error = x.error / (modulus * (modulus - x.error)) + (8 * U) / modulus;
    return { re: x.re / square, im: -x.im / square, error };
  },
  sqrt: (x) => {
    if (x.re < -x.error || Math.abs(x.im) > x.error)
      throw new NoValue('expected the root of a nonnegative real number');
    const root = Math.sqrt(Math.max(0, x.re));
    // |√a - √b| <= |a - b| / (√a + √b) and <= √|a - b|
    const error = Math.min(Math.sqrt(x.error), root > 0 ? x.error / root : Infinity) + U * root;
    return { re: root, im: 0, error };
  },
  exp: (x) => {
    if (Math.abs(x.im) > x.error) throw new NoValue('expected the exponential of a real number');
    const value = Math.exp(x.re);
    // |e^a - e^b| <= e^a (e^|a - b| - 1); Math.exp errs by an ulp or so.
    return { re: value, im: 0, error: value * (Math.expm1(x.error) + 4 * U) };
  },
  ln: (x) => {
    if (x.re <= x.error || Math.abs(x.im) > x.error) throw new NoValue('expected the logarithm of a positive number');
    const value = Math.log(x.re);
    return { re: value, im: 0, error: x.error / (x.re - x.error) + 4 * U * Math.abs(value) };
  },
  sign: (x) => {
    if (Math.abs(x.im) > x.error) throw new NoValue('expected a real value');
    return Math.abs(x.re) <= x.error ? 0 : x.re > 0 ? 1 : -1;
  },
  approximate: (x) => x,
};

/** A double taken as exact: error 0. Throws NoValue on NaN and infinities. */
export function bounded(re: number, im = 0): Bounded {
  if (!Number.isFinite(re) || !Number.isFinite(im)) throw new NoValue('expected a finite number');
  return { re, im, error: 0 };
}
