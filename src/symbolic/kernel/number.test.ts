import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  add,
  conjugate,
  equals,
  format,
  fromDouble,
  HALF,
  IMAGINARY_UNIT,
  imaginaryPart,
  inverse,
  isZero,
  multiply,
  type Num,
  negate,
  ONE,
  power,
  rational,
  realPart,
  SQRT2,
  sign,
  subtract,
  toDouble,
  ZERO,
} from './number.js';

const small = fc.integer({ min: -9, max: 9 });
const numbers: fc.Arbitrary<Num> = fc
  .tuple(small, small, small, small, fc.integer({ min: 1, max: 9 }))
  .map(([a, b, c, d, n]) => {
    const surd = (p: number, q: number): Num => add(rational(p, n), multiply(SQRT2, rational(q, n)));
    return add(surd(a, b), multiply(IMAGINARY_UNIT, surd(c, d)));
  });

test('a field with an involution', () => {
  fc.assert(
    fc.property(numbers, numbers, numbers, (x, y, z) => {
      expect(add(x, y)).toEqual(add(y, x));
      expect(multiply(x, y)).toEqual(multiply(y, x));
      expect(multiply(multiply(x, y), z)).toEqual(multiply(x, multiply(y, z)));
      expect(multiply(x, add(y, z))).toEqual(add(multiply(x, y), multiply(x, z)));
      expect(subtract(add(x, y), y)).toEqual(x);
      expect(conjugate(multiply(x, y))).toEqual(multiply(conjugate(x), conjugate(y)));
      expect(add(realPart(x), multiply(IMAGINARY_UNIT, imaginaryPart(x)))).toEqual(x);
      if (!isZero(x)) expect(multiply(x, inverse(x))).toEqual(ONE);
      if (!isZero(x)) expect(power(x, -3)).toEqual(inverse(multiply(x, multiply(x, x))));
    }),
    { numRuns: 1000, seed: 1 },
  );
});

test('√2² = 2, i² = -1; √2 is no rational', () => {
  expect(multiply(SQRT2, SQRT2)).toEqual(rational(2));
  expect(multiply(IMAGINARY_UNIT, IMAGINARY_UNIT)).toEqual(rational(-1));
  expect(equals(SQRT2, rational(141421356237n, 100000000000n))).toBe(false);
  expect(rational(2, -4)).toEqual(negate(HALF));
});

describe('signs', () => {
  test('agree with doubles where these are clear', () => {
    fc.assert(
      fc.property(numbers, (x) => {
        const { re } = toDouble(realPart(x));
        if (Math.abs(re) > 1e-9) expect(sign(realPart(x))).toBe(Math.sign(re));
      }),
      { numRuns: 1000, seed: 2 },
    );
  });
  test('of convergents of √2 alternate, where doubles see nothing', () => {
    let [p, q] = [1n, 1n];
    for (let k = 0; k < 200; k++) {
      expect(sign(subtract(rational(p), multiply(SQRT2, rational(q))))).toBe(k % 2 === 0 ? -1 : 1);
      [p, q] = [p + 2n * q, p + q];
    }
  });
  test('exist for real numbers only', () => {
    expect(sign(ZERO)).toBe(0);
    expect(() => sign(IMAGINARY_UNIT)).toThrow('number: expected a real number, got i');
  });
});

test('division by zero is refused', () => {
  expect(() => inverse(ZERO)).toThrow('number: division by zero');
  expect(() => rational(1, 0)).toThrow('number: division by zero');
  expect(() => power(ZERO, -1)).toThrow('number: division by zero');
});

test('doubles are taken at their exact value', () => {
  expect(fromDouble(0.1)).toEqual(rational(3602879701896397n, 36028797018963968n));
  expect(fromDouble(-5e-324)).toEqual(rational(-1n, 2n ** 1074n));
  expect(toDouble(fromDouble(0.1))).toEqual({ re: 0.1, im: 0 });
  expect(() => fromDouble(Number.NaN)).toThrow('number: expected a finite number, got NaN');
});

test('huge numerators and denominators give their quotient', () => {
  expect(toDouble(rational(3n * 10n ** 500n, 2n * 10n ** 500n)).re).toBeCloseTo(1.5, 12);
  expect(toDouble(rational(-(10n ** 400n), 10n ** 390n)).re).toBeCloseTo(-1e10, 0);
});

test('the spelling tells numbers apart', () => {
  const spell = (a: bigint, b: bigint, c: bigint, d: bigint, n: bigint) => format({ a, b, c, d, n });
  expect(spell(1n, -3n, 0n, 0n, 2n)).toBe('1/2 - 3/2√2');
  expect(spell(1n, 1n, -1n, 0n, 1n)).toBe('(1 + √2) - i');
  expect(spell(0n, 0n, 0n, 1n, 1n)).toBe('√2i');
  fc.assert(
    fc.property(numbers, numbers, (x, y) => {
      expect(format(x) === format(y)).toBe(equals(x, y));
    }),
    { numRuns: 2000, seed: 3 },
  );
});
