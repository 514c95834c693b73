/**
 * Products of exact matrices over one common denominator per row and column: the sums are sums of integers, and only the
 * entries of the result are brought to lowest terms. Reducing after every operation takes most of the time otherwise.
 */
import { add, multiply, type Num, ONE } from '../kernel/number.js';

type Rows = readonly (readonly Num[])[];

/** The matrix product of rows that fit. */
export function exactProduct(a: Rows, b: Rows): Num[][] {
  const left = a.map(cleared);
  const right = b[0]!.map((_, j) => cleared(b.map((row) => row[j]!)));
  return left.map((row) => right.map((column) => over(dot(row.integers, column.integers), row.over * column.over)));
}

/** The matrix times the least common denominator of all its entries. */
export function integralMultiple(a: Rows): Num[][] {
  const { integers } = cleared(a.flat());
  return a.map((row, i) => row.map((_, j) => integers[i * row.length + j]!));
}

interface Cleared {
  readonly integers: readonly Num[];
  readonly over: bigint;
}

/** A vector as integers of Z[√2, i] over their least common denominator. */
function cleared(vector: readonly Num[]): Cleared {
  const over = vector.reduce((common, { n }) => (common % n === 0n ? common : (common / gcd(common, n)) * n), 1n);
  if (over === 1n) return { integers: vector, over };
  const integers = vector.map((x) => {
    const by = over / x.n;
    return { a: x.a * by, b: x.b * by, c: x.c * by, d: x.d * by, n: 1n };
  });
  return { integers, over };
}

function dot(x: readonly Num[], y: readonly Num[]): Num {
  let sum = multiply(x[0]!, y[0]!);
  for (let k = 1; k < x.length; k++) sum = add(sum, multiply(x[k]!, y[k]!));
  return sum;
}

const over = (x: Num, n: bigint): Num => (n === 1n ? x : multiply(x, { ...ONE, n }));

function gcd(x: bigint, y: bigint): bigint {
  let [p, q] = [x, y];
  while (q !== 0n) [p, q] = [q, p % q];
  return p;
}
