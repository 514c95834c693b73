/**
 * States, unitaries, projectors and Hermitian matrices as rational functions of real numbers, over any field.
 *
 * The same code gives a floating object from doubles and an exact one from rationals. Every map is total: each choice of
 * numbers gives a valid object, up to the rounding of the field.
 */
import type { Field } from '../symbolic/denotation/field.js';
import {
  addMatrices,
  adjointMatrix,
  identityMatrix,
  type Matrix,
  multiplyMatrices,
  scaleMatrix,
  subtractMatrices,
} from '../symbolic/denotation/matrix.js';
import { IMAGINARY_UNIT, rational } from '../symbolic/kernel/number.js';

/** A supply of real numbers; when it runs dry it gives zeros. */
export class Supply<T> {
  private used = 0;

  constructor(
    readonly field: Field<T>,
    private readonly numbers: readonly T[],
  ) {}

  real(): T {
    return this.numbers[this.used++] ?? this.field.of(rational(0));
  }

  /** A real number times p/q. */
  scaled(p: number, q: number): T {
    return this.field.multiply(this.field.of(rational(p, q)), this.real());
  }

  complex(): T {
    const { add, multiply, of } = this.field;
    return add(this.real(), multiply(of(IMAGINARY_UNIT), this.real()));
  }
}

/** Any unit vector of C^d but one, by stereographic projection of 2d - 1 reals: d×1. */
export function unitVector<T>(supply: Supply<T>, d: number): Matrix<T> {
  const { field } = supply;
  const s = Array.from({ length: 2 * d - 1 }, () => supply.scaled(1, Math.ceil(Math.sqrt(d))));
  const square = s.reduce((sum, x) => field.add(sum, field.multiply(x, x)), field.of(rational(0)));
  const one = field.of(rational(1));
  const reciprocal = field.inverse(field.add(one, square));
  const i = field.of(IMAGINARY_UNIT);
  const twice = s.map((x) => field.multiply(field.of(rational(2)), x));
  const first = field.add(field.add(one, field.negate(square)), field.multiply(i, twice[0]));
  const rest = Array.from({ length: d - 1 }, (_, k) =>
    field.add(twice[2 * k + 1], field.multiply(i, twice[2 * k + 2])),
  );
  return [first, ...rest].map((x) => [field.multiply(reciprocal, x)]);
}

/** The Hermitian unitary I - 2 x x†/(x†x) with x = (1, z): 2(d - 1) reals. */
export function reflection<T>(supply: Supply<T>, d: number): Matrix<T> {
  const { field } = supply;
  return subtractMatrices(
    field,
    identityMatrix(field, d),
    scaleMatrix(field, field.of(rational(2)), projector(supply, d, 1)),
  );
}

/** A product of two reflections, one of them in the reversed basis: a unitary without symmetry, 4(d - 1) reals. */
export function unitary<T>(supply: Supply<T>, d: number): Matrix<T> {
  const { field } = supply;
  const [a, b] = [reflection(supply, d), reflection(supply, d)];
  const reversed = [...b].reverse().map((row) => [...row].reverse());
  return multiplyMatrices(field, a, reversed);
}

/** The projector onto the columns of (I; Y) for a (d - rank) × rank matrix Y: 2 rank (d - rank) reals. */
export function projector<T>(supply: Supply<T>, d: number, rank: number): Matrix<T> {
  const { field } = supply;
  const zero = field.of(rational(0));
  if (rank === 0) return Array.from({ length: d }, () => Array.from({ length: d }, () => zero));
  const top = identityMatrix(field, rank);
  const x = [...top, ...Array.from({ length: d - rank }, () => Array.from({ length: rank }, () => supply.complex()))];
  const bar = adjointMatrix(field, x);
  return multiplyMatrices(
    field,
    multiplyMatrices(field, x, inverseMatrix(field, multiplyMatrices(field, bar, x))),
    bar,
  );
}

/** The inverse of a positive definite matrix by elimination without exchanges, which positive pivots allow. */
export function inverseMatrix<T>(field: Field<T>, a: Matrix<T>): Matrix<T> {
  const n = a.length;
  const rows = a.map((row, i) => [...row, ...identityMatrix(field, n)[i]]);
  for (let k = 0; k < n; k++) {
    const pivot = field.inverse(rows[k][k]);
    rows[k] = rows[k].map((x) => field.multiply(pivot, x));
    for (let i = 0; i < n; i++) {
      if (i === k) continue;
      const factor = field.negate(rows[i][k]);
      rows[i] = rows[i].map((x, j) => field.add(x, field.multiply(factor, rows[k][j])));
    }
  }
  return rows.map((row) => row.slice(n));
}

/** Q diag(values) Q† for a unitary Q: d reals for the values and 4(d - 1) for Q. */
export function hermitianWithValues<T>(supply: Supply<T>, values: readonly T[]): Matrix<T> {
  const { field } = supply;
  const q = unitary(supply, values.length);
  const scaled = q.map((row) => row.map((x, j) => field.multiply(x, values[j])));
  const product = multiplyMatrices(field, scaled, adjointMatrix(field, q));
  // Exactly Hermitian in floating arithmetic too.
  return scaleMatrix(field, field.of(rational(1, 2)), addMatrices(field, product, adjointMatrix(field, product)));
}

/** The largest modulus among real values. */
export function largest<T>(field: Field<T>, values: readonly T[]): T {
  const moduli = values.map((x) => (field.sign(x) < 0 ? field.negate(x) : x));
  return moduli.reduce((best, x) => (field.sign(field.add(x, field.negate(best))) > 0 ? x : best));
}
