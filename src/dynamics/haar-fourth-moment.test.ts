import { describe, expect, test } from 'vitest';
import { type ComplexMatrix, fromDiagonal } from '../numeric/complex-matrix.js';
import { haarUnitary } from '../numeric/haar-unitary.js';
import { mul } from '../numeric/matrix-products.js';
import { traceOfProduct } from '../numeric/matrix-scalars.js';
import { adjoint } from '../numeric/matrix-sums.js';
import { randomFromSeed } from '../numeric/random.js';
import { withSpectrum } from '../quantum/measurement.js';
import { haarFourthMoment, haarMixedMoment } from './haar-fourth-moment.js';

const random = randomFromSeed(11);
const hermitian = (d: number, name: string): ComplexMatrix =>
  withSpectrum(
    Float64Array.from({ length: d }, (_, k) => random.split(name).split(k).normal()),
    random.split(name),
  );
const rotated = (h: ComplexMatrix, k: number): ComplexMatrix => {
  const v = haarUnitary(h.rows, random.split(`${h.rows}`).split(k));
  return mul(mul(v, h), adjoint(v));
};

describe('the fourth moment', () => {
  test('of one dimension and of multiples of the identity is no average', () => {
    expect(haarFourthMoment(fromDiagonal([3]), fromDiagonal([2]))).toBeCloseTo(6 ** 4, 9);
    expect(haarFourthMoment(fromDiagonal([2, 2, 2]), fromDiagonal([1, 2, -4]))).toBeCloseTo(2 ** 4, 9);
  });

  test('of a projector of rank one is that of a uniform vector', () => {
    // |v_1|^2 has the density (d - 1)(1 - x)^(d-2): E x^4 = 4! (d-1)!/(d+3)!
    for (const d of [2, 3, 4, 8]) {
      const one = fromDiagonal(Array.from({ length: d }, (_, k) => (k === 0 ? 1 : 0)));
      expect(haarFourthMoment(one, one) * ((d * (d + 1) * (d + 2) * (d + 3)) / 24)).toBeCloseTo(1, 12);
    }
  });

  test('of a qubit is that of a uniform point of the sphere', () => {
    // tr(σ_z V σ_z V†) = 2 cos of a uniform point: E = 16/5, and E cos² sin² cos²φ for a second axis
    const z = fromDiagonal([1, -1]);
    const x = { ...z, re: Float64Array.of(0, 1, 1, 0) };
    expect(haarFourthMoment(z, z)).toBeCloseTo(16 / 5, 12);
    expect(haarMixedMoment(z, x, z)).toBeCloseTo(16 / 15, 12);
  });

  test.each([2, 3, 4])('agrees with an average over 4000 unitaries, d = %i', (d) => {
    const [a, b, h] = ['a', 'b', 'h'].map((name) => hermitian(d, `${name}${d}`)) as [
      ComplexMatrix,
      ComplexMatrix,
      ComplexMatrix,
    ];
    const squares = Array.from({ length: 4000 }, (_, k) => {
      const turned = rotated(h, k);
      return traceOfProduct(a, turned).re ** 2 * traceOfProduct(b, turned).re ** 2;
    });
    const mean = squares.reduce((s, x) => s + x) / squares.length;
    const error = Math.sqrt(squares.reduce((s, x) => s + (x - mean) ** 2, 0)) / squares.length;
    expect(Math.abs(mean - haarMixedMoment(a, b, h))).toBeLessThan(5 * error);
    expect(Math.abs(mean - 1.3 * haarMixedMoment(a, b, h))).toBeGreaterThan(5 * error);
  });

  test('wants one size', () => {
    expect(() => haarFourthMoment(fromDiagonal([1]), fromDiagonal([1, 2]))).toThrow(
      'haarFourthMoment: expected matrices of one size, got d=1 and d=2',
    );
  });
});
