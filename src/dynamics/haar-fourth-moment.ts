import { BadInput } from '../numeric/bad-input.js';
import type { ComplexMatrix } from '../numeric/complex-matrix.js';
import { eigenvaluesOf } from '../numeric/hermitian-eigen.js';
import { add, sub } from '../numeric/matrix-sums.js';

/**
 * E tr(A V H V^dagger)^4 over Haar-random V, for Hermitian A and H of one size d.
 *
 * tr(X)^4 = sum f_lambda s_lambda(X) over the partitions lambda of 4 (f the dimensions of the symmetric group's
 * representations, s Schur functions of the eigenvalues), and E s_lambda(A V H V^dagger) = s_lambda(A) s_lambda(H)/s_lambda(1^d).
 * The error is about 24 eps d^2 (|A| |H|)^4 per term. O(d^3).
 */
export function haarFourthMoment(a: ComplexMatrix, h: ComplexMatrix): number {
  requireOneSize('haarFourthMoment', a, h);
  return contract(schurFunctions(powerSums(a)), schurFunctions(powerSums(h)), a.rows);
}

/** E tr(A V H V^dagger)^2 tr(B V H V^dagger)^2, from fourth powers at A, B, A + B and A - B. */
export function haarMixedMoment(a: ComplexMatrix, b: ComplexMatrix, h: ComplexMatrix): number {
  requireOneSize('haarMixedMoment', a, h);
  const spectrum = schurFunctions(powerSums(h));
  const fourth = (x: ComplexMatrix): number => contract(schurFunctions(powerSums(x)), spectrum, a.rows);
  return (fourth(add(a, b)) + fourth(sub(a, b)) - 2 * fourth(a) - 2 * fourth(b)) / 12;
}

/** Sizes of the conjugacy classes 1^4, 21^2, 2^2, 31, 4 of the symmetric group S_4. */
const CLASSES = [1, 6, 3, 8, 6];

/** The irreducible characters of S_4 on these classes; the first value is the dimension. */
const CHARACTERS = [
  [1, 1, 1, 1, 1],
  [3, 1, -1, 0, -1],
  [2, 0, 2, -1, 0],
  [3, -1, -1, 0, 1],
  [1, -1, 1, 1, -1],
];

/** tr A, tr A^2, tr A^3, tr A^4. */
function powerSums(a: ComplexMatrix): readonly number[] {
  const values = eigenvaluesOf(a);
  return [1, 2, 3, 4].map((k) => values.reduce((sum, x) => sum + x ** k, 0));
}

/** s_lambda for the partitions in the order of the table, by Frobenius' formula. */
function schurFunctions([p1, p2, p3, p4]: readonly number[]): number[] {
  const products = [p1! ** 4, p2! * p1! ** 2, p2! ** 2, p3! * p1!, p4!];
  return CHARACTERS.map((row) => row.reduce((sum, value, k) => sum + value * CLASSES[k]! * products[k]!, 0) / 24);
}

function contract(a: readonly number[], h: readonly number[], d: number): number {
  const dimensions = schurFunctions([d, d, d, d]);
  // A partition with more than d rows has no representation.
  return CHARACTERS.reduce(
    (sum, [f], k) => (Math.round(dimensions[k]!) === 0 ? sum : sum + (f! * a[k]! * h[k]!) / dimensions[k]!),
    0,
  );
}

function requireOneSize(operation: string, a: ComplexMatrix, h: ComplexMatrix): void {
  if (a.rows !== h.rows)
    throw new BadInput(`${operation}: expected matrices of one size, got d=${a.rows} and d=${h.rows}`);
}
