/** Dense matrices over a field, as rows; a scalar is 1×1. Plain and independent of the kernel and of `src/numeric`. */
import { rational } from '../kernel/number.js';
import type { Field } from './field.js';

export type Matrix<T> = readonly (readonly T[])[];

export const scalar = <T>(value: T): Matrix<T> => [[value]];

export function identityMatrix<T>(field: Field<T>, size: number): Matrix<T> {
  const [zero, one] = [field.of(rational(0)), field.of(rational(1))];
  return Array.from({ length: size }, (_, i) => Array.from({ length: size }, (_, j) => (i === j ? one : zero)));
}

export function addMatrices<T>(field: Field<T>, a: Matrix<T>, b: Matrix<T>): Matrix<T> {
  return a.map((row, i) => row.map((x, j) => field.add(x, b[i]![j]!)));
}

export function scaleMatrix<T>(field: Field<T>, factor: T, a: Matrix<T>): Matrix<T> {
  return a.map((row) => row.map((x) => field.multiply(factor, x)));
}

/** The matrix product; throws RangeError where inner sizes differ. */
export function multiplyMatrices<T>(field: Field<T>, a: Matrix<T>, b: Matrix<T>): Matrix<T> {
  if (a[0]!.length !== b.length) throw new RangeError(`product: inner sizes differ, ${a[0]!.length} and ${b.length}`);
  return a.map((row) =>
    b[0]!.map((_, j) =>
      row
        .slice(1)
        .reduce((sum, x, k) => field.add(sum, field.multiply(x, b[k + 1]![j]!)), field.multiply(row[0]!, b[0]![j]!)),
    ),
  );
}

export function adjointMatrix<T>(field: Field<T>, a: Matrix<T>): Matrix<T> {
  return a[0]!.map((_, j) => a.map((row) => field.conjugate(row[j]!)));
}

export function traceMatrix<T>(field: Field<T>, a: Matrix<T>): T {
  return a.map((row, k) => row[k] as T).reduce((sum, x) => field.add(sum, x));
}

/** a - b. */
export function subtractMatrices<T>(field: Field<T>, a: Matrix<T>, b: Matrix<T>): Matrix<T> {
  return addMatrices(field, a, scaleMatrix(field, field.of(rational(-1)), b));
}

/**
 * Whether a Hermitian matrix is positive semidefinite, by symmetric elimination (LDL†): every pivot is nonnegative, and
 * a zero pivot has a zero row. In floating arithmetic a value within its error bound of zero counts as zero.
 */
export function isPositiveSemidefinite<T>(field: Field<T>, a: Matrix<T>): boolean {
  if (a.length === 0) return true;
  const [first, ...rest] = a;
  const pivot = field.sign(first![0]!);
  if (pivot < 0) return false;
  const vanishes = (x: T): boolean => {
    const { re, im, error } = field.approximate(x);
    return Math.hypot(re, im) <= error;
  };
  if (pivot === 0) {
    return (
      first!.slice(1).every(vanishes) &&
      isPositiveSemidefinite(
        field,
        rest.map((row) => row.slice(1)),
      )
    );
  }
  const reciprocal = field.inverse(first![0]!);
  const complement = rest.map((row) => {
    const factor = field.negate(field.multiply(row[0]!, reciprocal));
    return row.slice(1).map((x, j) => field.add(x, field.multiply(factor, first![j + 1]!)));
  });
  return isPositiveSemidefinite(field, complement);
}
