import { expect, test } from 'vitest';
import { randomFromSeed } from '../numeric/random.js';
import { parseRational, rationalToNumber } from './rational-text.js';

const read = (text: string) => {
  const rational = parseRational(text);
  return rational === null ? null : rationalToNumber(rational);
};

test.each([
  ['1/3', 1 / 3],
  ['-3/5', -0.6],
  ['+4/2', 2],
  ['7', 7],
  ['0/5', 0],
  ['-0', 0],
])('%s', (text, value) => {
  expect(read(text)).toBe(value);
});

test.each(['3/0', '0/0', 'abc', '', '1/', '/2', '1/-2', '0.5', '1e3', ' 1/2', '1/2/3', '٣/٤'])(
  '%j is no rational',
  (text) => {
    expect(parseRational(text)).toBeNull();
  },
);

test('operands below 2^53: the quotient of two doubles is correctly rounded, and so is ours', () => {
  const random = randomFromSeed(1);
  for (let n = 0; n < 2000; n++) {
    const p = random.integer(-(2 ** 53) + 1, 2 ** 53 - 1) % 10 ** random.integer(1, 16);
    const q = 1 + (random.integer(0, 2 ** 53 - 2) % 10 ** random.integer(1, 15));
    expect(read(`${p}/${q}`)).toBe(p / q + 0);
  }
});

test('ties and neighbours of ties with long operands: half-way goes to even, anything beyond goes up', () => {
  const half = 2n ** 53n + 1n; // between 2^53 and 2^53 + 2
  const long = 10n ** 40n;
  expect(rationalToNumber({ p: half * long, q: long })).toBe(2 ** 53);
  expect(rationalToNumber({ p: half * long + 1n, q: long })).toBe(2 ** 53 + 2);
  expect(rationalToNumber({ p: half * long - 1n, q: long })).toBe(2 ** 53);
});

test('every double comes back from its exact fraction', () => {
  const random = randomFromSeed(2);
  for (let n = 0; n < 500; n++) {
    const mantissa = random.integer(2 ** 52, 2 ** 53 - 1);
    const exponent = random.integer(-1000, 900);
    const p = BigInt(mantissa) << BigInt(Math.max(exponent, 0));
    const q = 1n << BigInt(Math.max(-exponent, 0));
    expect(rationalToNumber({ p: p * 3n ** 50n, q: q * 3n ** 50n })).toBe(mantissa * 2 ** exponent);
  }
});

test('beyond the doubles: zero and infinity', () => {
  expect(rationalToNumber({ p: 1n, q: 10n ** 400n })).toBe(0);
  expect(rationalToNumber({ p: 10n ** 400n, q: 1n })).toBe(Number.POSITIVE_INFINITY);
  expect(rationalToNumber({ p: 1n, q: 2n ** 1074n })).toBe(Number.MIN_VALUE);
  expect(rationalToNumber({ p: 2n ** 2000n, q: 2n ** 2000n })).toBe(1);
});
