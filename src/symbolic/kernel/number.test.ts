import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  add,
  conjugate,
  equals,
  format,
  HALF,
  IMAGINARY_UNIT,
  inverse,
  isZero,
  multiply,
  type Num,
  negate,
  ONE,
  power,
  rational,
  SQRT2,
  sign,
  subtract,
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
      if (!isZero(x)) expect(multiply(x, inverse(x))).toEqual(ONE);
      expect(power(x, 0)).toEqual(ONE);
      if (!isZero(x)) expect(power(x, -3)).toEqual(inverse(multiply(x, multiply(x, x))));
    }),
    { numRuns: 1000, seed: 1 },
  );
});

test('√2² = 2, i² = -1; √2 is no rational', () => {
  expect(multiply(SQRT2, SQRT2)).toEqual(rational(2));
  expect(multiply(IMAGINARY_UNIT, IMAGINARY_UNIT)).toEqual(rational(-1));
  const root = multiply(SQRT2, IMAGINARY_UNIT);
  expect(multiply(root, root)).toEqual(rational(-2));
  expect(multiply(root, SQRT2)).toEqual(multiply(rational(2), IMAGINARY_UNIT));
  expect(equals(SQRT2, rational(141421356237n, 100000000000n))).toBe(false);
  expect(rational(2, -4)).toEqual(negate(HALF));
});

describe('signs', () => {
  test('agree with doubles where these are clear', () => {
    fc.assert(
      fc.property(numbers, (x) => {
        const re = (Number(x.a) + Number(x.b) * Math.SQRT2) / Number(x.n);
        if (Math.abs(re) > 1e-9) expect(sign({ ...x, c: 0n, d: 0n })).toBe(Math.sign(re));
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

test('the spelling tells numbers apart', () => {
  const spell = (a: bigint, b: bigint, c: bigint, d: bigint, n: bigint) => format({ a, b, c, d, n });
  expect(spell(1n, -3n, 0n, 0n, 2n)).toBe('1/2 - 3/2√2');
  expect(spell(1n, 1n, -1n, 0n, 1n)).toBe('(1 + √2) - i');
  expect(spell(0n, 0n, 0n, 1n, 1n)).toBe('√2i');
  expect(spell(1n, 0n, 1n, 0n, 2n)).toBe('1/2 + 1/2i');
  expect(spell(0n, 1n, -1n, 0n, 1n)).toBe('√2 - i');
  fc.assert(
    fc.property(numbers, numbers, (x, y) => {
      expect(format(x) === format(y)).toBe(equals(x, y));
    }),
    { numRuns: 2000, seed: 3 },
  );
});
