/** Complex numbers as pairs (re, im) over a ring, so that one formula is judged in doubles and decided exactly. */
import { rational } from '../../symbolic/kernel/number.js';
import type { Ring } from './lemma-law.js';

export type Pair<T> = readonly [re: T, im: T];

/** n complex numbers from 2n reals, after the first `skip` of them. */
export const pairs = <T>(z: readonly T[], skip: number, n: number): Pair<T>[] =>
  Array.from({ length: n }, (_, k) => [z[2 * (skip + k)]!, z[2 * (skip + k) + 1]!] as const);

export const zeroPair = <T>(ring: Ring<T>): Pair<T> => [ring.of(rational(0)), ring.of(rational(0))];

export const conjugatePair = <T>(ring: Ring<T>, [a, b]: Pair<T>): Pair<T> => [a, ring.negate(b)];

export const negatePair = <T>(ring: Ring<T>, [a, b]: Pair<T>): Pair<T> => [ring.negate(a), ring.negate(b)];

export function timesPair<T>(ring: Ring<T>, [a, b]: Pair<T>, [c, d]: Pair<T>): Pair<T> {
  const { add, multiply, negate } = ring;
  return [add(multiply(a, c), negate(multiply(b, d))), add(multiply(a, d), multiply(b, c))];
}

export const sumPairs = <T>(ring: Ring<T>, terms: readonly Pair<T>[]): Pair<T> =>
  terms.reduce<Pair<T>>(([a, b], [c, d]) => [ring.add(a, c), ring.add(b, d)], zeroPair(ring));

/** |x|². */
export const modulusSquared = <T>({ add, multiply }: Ring<T>, [a, b]: Pair<T>): T =>
  add(multiply(a, a), multiply(b, b));
