/**
 * Exact numbers of the field Q(√2, i): (a + b√2 + (c + d√2) i) / n with integers a, b, c, d and n > 0 in lowest terms.
 *
 * Q(√2) is what the constants of the theory need (8√2, (1,1)/√2), the Gaussian rationals are what rational states and
 * unitaries need. Every operation is exact; nothing here rounds.
 */
export interface Num {
  readonly a: bigint;
  readonly b: bigint;
  readonly c: bigint;
  readonly d: bigint;
  readonly n: bigint;
}

function gcd(x: bigint, y: bigint): bigint {
  let [p, q] = [x, y];
  while (q !== 0n) [p, q] = [q, p % q];
  return p < 0n ? -p : p;
}

function reduced(a: bigint, b: bigint, c: bigint, d: bigint, n: bigint): Num {
  if (n === 1n) return { a, b, c, d, n };
  if (n === 0n) throw new RangeError('number: division by zero');
  let common = n;
  for (const part of [a, b, c, d]) if (common !== 1n && part !== 0n) common = gcd(common, part);
  if (common < 0n) common = -common;
  const g = n < 0n ? -common : common;
  return g === 1n ? { a, b, c, d, n } : { a: a / g, b: b / g, c: c / g, d: d / g, n: n / g };
}

/** The rational number numerator / denominator. Throws RangeError on a zero denominator. */
export function rational(numerator: bigint | number, denominator: bigint | number = 1n): Num {
  return reduced(BigInt(numerator), 0n, 0n, 0n, BigInt(denominator));
}

export const ZERO: Num = rational(0);
export const ONE: Num = rational(1);
export const HALF: Num = rational(1, 2);
export const IMAGINARY_UNIT: Num = { a: 0n, b: 0n, c: 1n, d: 0n, n: 1n };
export const SQRT2: Num = { a: 0n, b: 1n, c: 0n, d: 0n, n: 1n };

export function add(x: Num, y: Num): Num {
  if (x.n === y.n) return reduced(x.a + y.a, x.b + y.b, x.c + y.c, x.d + y.d, x.n);
  return reduced(x.a * y.n + y.a * x.n, x.b * y.n + y.b * x.n, x.c * y.n + y.c * x.n, x.d * y.n + y.d * x.n, x.n * y.n);
}

export const negate = (x: Num): Num => ({ a: -x.a, b: -x.b, c: -x.c, d: -x.d, n: x.n });

export const subtract = (x: Num, y: Num): Num => add(x, negate(y));

export function multiply(x: Num, y: Num): Num {
  const n = x.n * y.n;
  if (isRational(x) && isRational(y)) return reduced(x.a * y.a, 0n, 0n, 0n, n);
  return reduced(
    x.a * y.a + 2n * x.b * y.b - x.c * y.c - 2n * x.d * y.d,
    x.a * y.b + x.b * y.a - x.c * y.d - x.d * y.c,
    x.a * y.c + x.c * y.a + 2n * (x.b * y.d + x.d * y.b),
    x.a * y.d + x.d * y.a + x.b * y.c + x.c * y.b,
    n,
  );
}

/** The complex conjugate: i to -i, √2 fixed. */
export const conjugate = (x: Num): Num => ({ a: x.a, b: x.b, c: -x.c, d: -x.d, n: x.n });

/** 1/x, through the two field norms Q(√2, i) -> Q(√2) -> Q. Throws RangeError on zero. */
export function inverse(x: Num): Num {
  const bar = conjugate(x);
  const norm = multiply(x, bar); // real: (a + b√2)/n
  const flipped: Num = { a: norm.a, b: -norm.b, c: 0n, d: 0n, n: norm.n };
  const square = multiply(norm, flipped); // rational
  return multiply(multiply(bar, flipped), reduced(square.n, 0n, 0n, 0n, square.a));
}

/** x^k for an integer k of either sign. Throws RangeError for a negative power of zero. */
export function power(x: Num, k: number): Num {
  if (k < 0) return power(inverse(x), -k);
  let result = ONE;
  for (let i = 0; i < k; i++) result = multiply(result, x);
  return result;
}

export const isZero = (x: Num): boolean => x.a === 0n && x.b === 0n && x.c === 0n && x.d === 0n;
export const isReal = (x: Num): boolean => x.c === 0n && x.d === 0n;
const isRational = (x: Num): boolean => x.b === 0n && x.c === 0n && x.d === 0n;

export const equals = (x: Num, y: Num): boolean => isZero(subtract(x, y));

/** The sign of a real number. Throws RangeError when the number is not real. */
export function sign(x: Num): -1 | 0 | 1 {
  if (!isReal(x)) throw new RangeError(`number: expected a real number, got ${format(x)}`);
  const signOf = (v: bigint): -1 | 0 | 1 => (v > 0n ? 1 : v < 0n ? -1 : 0);
  const [sa, sb] = [signOf(x.a), signOf(x.b)];
  if (sa === sb || sb === 0) return sa;
  if (sa === 0) return sb;
  // a and b√2 pull apart: the larger square wins, and a² = 2b² is impossible for integers.
  return x.a * x.a > 2n * x.b * x.b ? sa : sb;
}

/** The number as text, e.g. `3/2`, `8√2`, `(1/2 - 3√2) + 2i`; injective, so it also serves as a key. */
export function format(x: Num): string {
  const real = surd(x.a, x.b, x.n);
  if (isReal(x)) return real;
  const imaginary = surd(x.c, x.d, x.n);
  const unit = imaginary === '1' ? 'i' : imaginary === '-1' ? '-i' : `${wrap(imaginary)}i`;
  return x.a === 0n && x.b === 0n ? unit : plus(wrap(real), unit);
}

const plus = (left: string, right: string): string =>
  right.startsWith('-') ? `${left} - ${right.slice(1)}` : `${left} + ${right}`;

const wrap = (text: string): string => (text.includes(' ') ? `(${text})` : text);

function surd(p: bigint, q: bigint, n: bigint): string {
  const fraction = (v: bigint): string => {
    const g = gcd(v, n);
    return n / g === 1n ? `${v / g}` : `${v / g}/${n / g}`;
  };
  if (q === 0n) return fraction(p);
  const root = fraction(q);
  const text = root === '1' ? '√2' : root === '-1' ? '-√2' : `${root}√2`;
  return p === 0n ? text : plus(fraction(p), text);
}
