/** Eigenvalues of matrices whose entries carry a bound on their error. */
import { fromRows } from '../numeric/complex-matrix.js';
import { eigenvaluesOf } from '../numeric/hermitian-eigen.js';
import { type Bounded, NoValue } from '../symbolic/denotation/field.js';
import type { Matrix } from '../symbolic/denotation/matrix.js';

export interface ExtremeEigenvalues {
  readonly least: number;
  readonly largest: number;
  /** How far the two may be from those of the matrix that is meant. */
  readonly error: number;
  /** The Frobenius norm of the anti-Hermitian part, at most `error` by rounding alone. */
  readonly skew: number;
}

/**
 * Of the Hermitian part of a square matrix. By Weyl's inequality eigenvalues err by no more than the norm of the matrix of
 * errors, and by the backward error of their computation, about d eps times the norm. O(d³).
 *
 * Throws NoValue where an entry is not finite.
 */
export function extremeEigenvalues(a: Matrix<Bounded>): ExtremeEigenvalues {
  const inherited = Math.hypot(...a.flat().map(({ error }) => error));
  if (!Number.isFinite(inherited)) throw new NoValue('expected finite entries');
  const re = a.map((row, i) => row.map((x, j) => (x.re + a[j]![i]!.re) / 2));
  const im = a.map((row, i) => row.map((x, j) => (x.im - a[j]![i]!.im) / 2));
  if (![...re, ...im].flat().every(Number.isFinite)) throw new NoValue('expected finite entries');
  const skew = Math.hypot(
    ...a.flatMap((row, i) => row.map((x, j) => Math.hypot(x.re - re[i]![j]!, x.im - im[i]![j]!))),
  );
  if (a.length === 1) return { least: re[0]![0]!, largest: re[0]![0]!, error: inherited, skew };
  const values = eigenvaluesOf(fromRows(re, im));
  const [least, largest] = [values[0]!, values[values.length - 1]!];
  const norm = Math.max(Math.abs(least), Math.abs(largest));
  return { least, largest, error: inherited + BACKWARD * a.length * Number.EPSILON * norm, skew };
}

/** A generous constant of the backward error of Householder and QL, in units of d eps times the norm. */
const BACKWARD = 8;
