import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { multiply, type Num, rational, SQRT2, subtract } from '../kernel/number.js';
import { numbersFrom, randomMatrix } from '../testing/random-models.js';
import { EXACT, FLOATING } from './field.js';
import {
  addMatrices,
  adjointMatrix,
  isPositiveSemidefinite,
  type Matrix,
  multiplyMatrices,
  scaleMatrix,
  traceMatrix,
} from './matrix.js';

const floating = (a: Matrix<Num>) => a.map((row) => row.map(FLOATING.of));
/** V diag(λ) V† for any invertible V has the signs of λ (Sylvester). */
function withSigns(spectrum: readonly number[], seed: number): Matrix<Num> {
  const draw = numbersFrom(seed);
  const d = spectrum.length;
  const v = randomMatrix(draw, d, d, false).map((row, i) => row.map((x, j) => (i > j ? x : rational(i === j ? 1 : 0))));
  const scaled = v.map((row) => row.map((x, j) => multiply(x, rational(spectrum[j]!))));
  return multiplyMatrices(EXACT, scaled, adjointMatrix(EXACT, v));
}

describe('positive semidefinite', () => {
  test.each([
    [[1, 2, 3], true],
    [[0, 0, 5], true],
    [[0, 0, 0], true],
    [[5, 0, 7, 0], true],
    [[1, 2, -1], false],
    [[0, 0, -1], false],
    [[-3, 4, 0, 0], false],
  ] as const)('signs %j: %s', (spectrum, expected) => {
    fc.assert(
      fc.property(fc.nat(), (seed) => {
        const a = withSigns(spectrum, seed);
        expect(isPositiveSemidefinite(EXACT, a)).toBe(expected);
        expect(isPositiveSemidefinite(FLOATING, floating(a))).toBe(expected);
      }),
      { numRuns: 50, seed: 3 },
    );
  });
  test('an exact bound is decided on its boundary and just beyond: 1 - t [[0, 1], [1, 0]]', () => {
    const a = (t: Num): Matrix<Num> => [
      [rational(1), t],
      [t, rational(1)],
    ];
    expect(isPositiveSemidefinite(EXACT, a(rational(1)))).toBe(true);
    expect(isPositiveSemidefinite(EXACT, a(rational(10n ** 40n + 1n, 10n ** 40n)))).toBe(false);
  });
  test('a zero pivot needs a zero row, however small the rest is', () => {
    // p - q√2 of consecutive convergents: about 1e-40, where doubles cancel to zero
    let [p, q] = [1n, 1n];
    while (q < 10n ** 40n) [p, q] = [p + 2n * q, p + q];
    const tiny = subtract(rational(p), multiply(SQRT2, rational(q)));
    for (const x of [tiny, rational(1, 10n ** 400n)]) {
      const zero = rational(0);
      expect(
        isPositiveSemidefinite(EXACT, [
          [zero, x],
          [x, rational(1)],
        ]),
      ).toBe(false);
      expect(
        isPositiveSemidefinite(EXACT, [
          [zero, x],
          [x, zero],
        ]),
      ).toBe(false);
    }
  });
  test('a matrix that is not Hermitian is not', () => {
    expect(
      isPositiveSemidefinite(EXACT, [
        [rational(1), rational(1)],
        [rational(0), rational(1)],
      ]),
    ).toBe(false);
  });
});

test('products, adjoints and traces: tr(AB) = tr(BA), (AB)† = B†A†', () => {
  fc.assert(
    fc.property(fc.nat(), fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 3 }), (seed, d, m) => {
      const draw = numbersFrom(seed);
      const [a, b] = [randomMatrix(draw, d, m, false), randomMatrix(draw, m, d, false)];
      const [ab, ba] = [multiplyMatrices(EXACT, a, b), multiplyMatrices(EXACT, b, a)];
      expect(traceMatrix(EXACT, ab)).toEqual(traceMatrix(EXACT, ba));
      const [x, y] = [adjointMatrix(EXACT, a), adjointMatrix(EXACT, b)];
      expect(adjointMatrix(EXACT, ab)).toEqual(multiplyMatrices(EXACT, y, x));
      expect(addMatrices(EXACT, ab, ab)).toEqual(scaleMatrix(EXACT, rational(2), ab));
    }),
    { numRuns: 200, seed: 4 },
  );
  expect(() => multiplyMatrices(EXACT, [[rational(1)]], [])).toThrow('product: inner sizes differ, 1 and 0');
});
