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
  if (field.product !== undefined) return field.product(a, b);
  return a.map((row) =>
    b[0]!.map((_, j) => {
      let sum = field.multiply(row[0]!, b[0]![j]!);
      for (let k = 1; k < row.length; k++) sum = field.add(sum, field.multiply(row[k]!, b[k]![j]!));
      return sum;
    }),
  );
}

export function adjointMatrix<T>(field: Field<T>, a: Matrix<T>): Matrix<T> {
  return a[0]!.map((_, j) => a.map((row) => field.conjugate(row[j]!)));
}

export function traceMatrix<T>(field: Field<T>, a: Matrix<T>): T {
  return a.map((row, k) => row[k] as T).reduce((sum, x) => field.add(sum, x));
}

/** A ⊗ B; the pair (i, j) is number i n + j. */
export function tensorProduct<T>(field: Field<T>, a: Matrix<T>, b: Matrix<T>): Matrix<T> {
  return a.flatMap((row) => b.map((other) => row.flatMap((x) => other.map((y) => field.multiply(x, y)))));
}

/** W (x ⊗ y) = y ⊗ x on pairs of vectors of a size. */
export function swapMatrix<T>(field: Field<T>, size: number): Matrix<T> {
  const [zero, one] = [field.of(rational(0)), field.of(rational(1))];
  const turned = (k: number): number => (k % size) * size + Math.floor(k / size);
  return Array.from({ length: size ** 2 }, (_, i) =>
    Array.from({ length: size ** 2 }, (_, j) => (turned(i) === j ? one : zero)),
  );
}

/** tr₁ or tr₂ of a matrix on pairs. */
export function partialTraceMatrix<T>(field: Field<T>, a: Matrix<T>, factor: 1 | 2): Matrix<T> {
  const n = Math.sqrt(a.length);
  const at = (kept: number, lost: number): number => (factor === 2 ? kept * n + lost : lost * n + kept);
  const all = Array.from({ length: n }, (_, k) => k);
  return all.map((i) =>
    all.map((j) => all.map((k) => a[at(i, k)]![at(j, k)] as T).reduce((sum, x) => field.add(sum, x))),
  );
}

/** a - b. */
export function subtractMatrices<T>(field: Field<T>, a: Matrix<T>, b: Matrix<T>): Matrix<T> {
  return a.map((row, i) => row.map((x, j) => field.add(x, field.negate(b[i]![j]!))));
}

/**
 * Whether a matrix is Hermitian and positive semidefinite, by symmetric elimination with the largest diagonal entry as the
 * pivot: no diagonal entry is negative, and where all are zero so is the rest. In floating arithmetic a value within its
 * error bound of zero counts as zero.
 */
export function isPositiveSemidefinite<T>(field: Field<T>, a: Matrix<T>): boolean {
  const gap = subtractMatrices(field, a, adjointMatrix(field, a));
  if (!gap.flat().every((x) => vanishes(field, x))) return false;
  return hasOnlyPivots(field, field.integral?.(a) ?? a, field.of(rational(1)));
}

/** After Bareiss: each step multiplies by the pivot and divides by the one before, so that integers remain integers. */
function hasOnlyPivots<T>(field: Field<T>, a: Matrix<T>, before: T): boolean {
  const minus = (x: T, y: T): T => field.add(x, field.negate(y));
  const diagonal = a.map((row, k) => row[k]!);
  if (diagonal.some((x) => field.sign(x) < 0)) return false;
  if (a.length < 2) return true;
  const p = diagonal.reduce((best, x, k) => (field.sign(minus(x, diagonal[best]!)) > 0 ? k : best), 0);
  const pivot = diagonal[p]!;
  if (field.sign(pivot) === 0) return a.flat().every((x) => vanishes(field, x));
  const reciprocal = field.inverse(before);
  const without = <U>(list: readonly U[]): U[] => list.filter((_, k) => k !== p);
  const complement = without(a).map((row) =>
    without(
      row.map((x, j) =>
        field.multiply(minus(field.multiply(pivot, x), field.multiply(row[p]!, a[p]![j]!)), reciprocal),
      ),
    ),
  );
  return hasOnlyPivots(field, complement, pivot);
}

/** Whether |x|² is zero, exactly or within its error bound. */
const vanishes = <T>(field: Field<T>, x: T): boolean => field.sign(field.multiply(x, field.conjugate(x))) === 0;
