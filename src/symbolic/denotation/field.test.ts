import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  add,
  conjugate,
  IMAGINARY_UNIT,
  inverse,
  isZero,
  multiply,
  type Num,
  negate,
  rational,
  SQRT2,
  sign,
  subtract,
} from '../kernel/number.js';
import { fromDouble } from './doubles.js';
import { type Bounded, bounded, EXACT, FLOATING, NoValue } from './field.js';

const small = fc.integer({ min: -1000, max: 1000 });
const numbers: fc.Arbitrary<Num> = fc
  .tuple(small, small, small, small, fc.integer({ min: 1, max: 1000 }))
  .map(([a, b, c, d, n]) =>
    add(
      rational(a, n),
      add(
        multiply(SQRT2, rational(b, n)),
        multiply(IMAGINARY_UNIT, add(rational(c, n), multiply(SQRT2, rational(d, n)))),
      ),
    ),
  );

/** Whether the exact value lies within the error bound, decided exactly: |gap|² <= error². */
function covers(x: Bounded, exact: Num): boolean {
  const gap = subtract(exact, add(fromDouble(x.re), multiply(IMAGINARY_UNIT, fromDouble(x.im))));
  const error = fromDouble(x.error);
  return sign(subtract(multiply(error, error), multiply(gap, conjugate(gap)))) >= 0;
}

describe('the floating field bounds its own error', () => {
  const f = FLOATING;
  test('on sums, products, conjugates, reciprocals, to any depth', () => {
    fc.assert(
      fc.property(numbers, numbers, numbers, (x, y, z) => {
        const [p, q, r] = [f.of(x), f.of(y), f.of(z)];
        expect(covers(p, x)).toBe(true);
        expect(covers(f.add(f.multiply(p, q), f.negate(f.conjugate(r))), subtract(multiply(x, y), conjugate(z)))).toBe(
          true,
        );
        const sum = f.add(f.multiply(p, p), f.negate(f.multiply(q, r)));
        const exact = subtract(multiply(x, x), multiply(y, z));
        if (!isZero(exact) && Math.hypot(sum.re, sum.im) > sum.error)
          expect(covers(f.inverse(sum), inverse(exact))).toBe(true);
      }),
      { numRuns: 3000, seed: 1 },
    );
  });
  test('where two irrational summands cancel: 577 - 408√2', () => {
    const x = subtract(rational(577), multiply(SQRT2, rational(408)));
    const p = FLOATING.of(x);
    // 1/(577 + 408√2) is the same number without cancellation
    expect(Math.abs(p.re - 1 / (577 + 408 * Math.SQRT2))).toBeLessThanOrEqual(p.error);
    expect(p.error).toBeLessThan(2e-12);
  });
  test('on roots', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10 ** 6 }), fc.integer({ min: 1, max: 1000 }), (p, q) => {
        const x = rational(p, q);
        expect(covers(f.sqrt(f.multiply(f.of(x), f.of(x))), x)).toBe(true);
      }),
      { numRuns: 1000, seed: 1 },
    );
    expect(() => f.sqrt(bounded(-1))).toThrow(NoValue);
  });
  test('signs within the error are 0; what may be zero is not divided by', () => {
    expect(f.sign({ re: 1e-17, im: 0, error: 1e-16 })).toBe(0);
    expect(f.sign({ re: -1e-15, im: 0, error: 1e-16 })).toBe(-1);
    expect(() => f.sign(bounded(1, 1))).toThrow(new NoValue('expected a real value'));
    expect(() => f.inverse({ re: 1e-17, im: 0, error: 1e-16 })).toThrow(new NoValue('division by what may be zero'));
    expect(() => bounded(Number.NaN)).toThrow(new NoValue('expected a finite number'));
  });
});

describe('the exact field', () => {
  test('has the roots of q² and 2q² and no other', () => {
    expect(EXACT.sqrt(rational(9, 4))).toEqual(rational(3, 2));
    expect(EXACT.sqrt(rational(1, 2))).toEqual(multiply(SQRT2, rational(1, 2)));
    expect(EXACT.sqrt(rational(128))).toEqual(multiply(SQRT2, rational(8)));
    expect(EXACT.sqrt(rational(0))).toEqual(rational(0));
    for (const x of [rational(3), negate(rational(4)), SQRT2]) expect(() => EXACT.sqrt(x)).toThrow(NoValue);
  });
  test('refuses division by zero and signs of what is not real', () => {
    expect(() => EXACT.inverse(rational(0))).toThrow(new NoValue('division by zero'));
    expect(() => EXACT.sign(IMAGINARY_UNIT)).toThrow(NoValue);
  });
});
