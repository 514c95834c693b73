import { fc, test } from '@fast-check/vitest';
import { describe, expect } from 'vitest';
import {
  adjointMatrix,
  EXACT,
  type Field,
  hermitianWithValues,
  identityMatrix,
  type Matrix,
  multiplyMatrices,
  type Num,
  projector,
  rational,
  reflection,
  Supply,
  subtractMatrices,
  traceMatrix,
  unitary,
  unitVector,
} from '../src/index.js';

/** Small rationals, zeros among them, in any number: the maps are total, so a short supply must do as well. */
const numbers = fc.array(
  fc.tuple(fc.integer({ min: -9, max: 9 }), fc.integer({ min: 1, max: 6 })).map(([p, q]) => rational(p, q)),
  { maxLength: 40 },
);
const dimension = fc.integer({ min: 2, max: 4 });

const isZero = <T>(field: Field<T>, a: Matrix<T>): boolean =>
  a.flat().every((x) => {
    const { re, im, error } = field.approximate(x);
    return Math.hypot(re, im) <= error;
  });
const same = (a: Matrix<Num>, b: Matrix<Num>): boolean => isZero(EXACT, subtractMatrices(EXACT, a, b));
const times = (a: Matrix<Num>, b: Matrix<Num>): Matrix<Num> => multiplyMatrices(EXACT, a, b);
const one = (d: number): Matrix<Num> => identityMatrix(EXACT, d);

describe('rational objects are exactly what they say, for every supply of numbers', () => {
  test.prop([dimension, numbers])('unit vectors', (d, z) => {
    const v = unitVector(new Supply(EXACT, z), d);
    expect(v).toHaveLength(d);
    expect(same(times(adjointMatrix(EXACT, v), v), one(1))).toBe(true);
  });

  test.prop([dimension, numbers])('unitaries and reflections', (d, z) => {
    for (const make of [unitary, reflection]) {
      const u = make(new Supply(EXACT, z), d);
      expect(same(times(adjointMatrix(EXACT, u), u), one(d))).toBe(true);
    }
    const r = reflection(new Supply(EXACT, z), d);
    expect(same(r, adjointMatrix(EXACT, r))).toBe(true);
  });

  test.prop([dimension, fc.nat(4), numbers])('projectors of the stated rank', (d, wanted, z) => {
    const rank = Math.min(wanted, d);
    const p = projector(new Supply(EXACT, z), d, rank);
    expect(same(times(p, p), p)).toBe(true);
    expect(same(p, adjointMatrix(EXACT, p))).toBe(true);
    expect(EXACT.approximate(traceMatrix(EXACT, p)).re).toBe(rank);
  });

  test.prop([numbers])('Hermitian matrices with the stated values satisfy their characteristic equation', (z) => {
    const values = [rational(2), rational(-3), rational(1, 2)];
    const h = hermitianWithValues(new Supply(EXACT, z), values);
    const shifted = values.map((x) =>
      subtractMatrices(
        EXACT,
        h,
        one(3).map((row) => row.map((y) => EXACT.multiply(x, y))),
      ),
    );
    expect(isZero(EXACT, shifted.reduce(times))).toBe(true);
    // Control: without one factor the product does not vanish.
    expect(isZero(EXACT, times(shifted[0], shifted[1]))).toBe(false);
  });
});
