/** Decides a counterexample in exact arithmetic, at small rational numbers near the floating ones. */
import { fromDouble } from '../symbolic/denotation/doubles.js';
import { type Num, rational } from '../symbolic/kernel/number.js';

/** Denominators that are tried in turn; after them the doubles themselves, exactly. */
const LARGEST_DENOMINATORS = [8, 64, 1000, 100_000];

/** Rational points near z, simplest first. */
export function* rationalPoints(z: readonly number[]): Generator<readonly Num[]> {
  for (const largest of LARGEST_DENOMINATORS) yield z.map((x) => nearestRational(x, largest));
  if (z.every(Number.isFinite)) yield z.map(fromDouble);
}

/** The best approximation of a double by a fraction with a bounded denominator, by continued fractions. */
export function nearestRational(x: number, largest: number): Num {
  let [p0, q0, p1, q1] = [0n, 1n, 1n, 0n];
  let rest = x;
  for (let k = 0; k < 40; k++) {
    const whole = Math.floor(rest);
    const [p2, q2] = [BigInt(whole) * p1 + p0, BigInt(whole) * q1 + q0];
    if (q2 > BigInt(largest)) break;
    [p0, q0, p1, q1] = [p1, q1, p2, q2];
    const part = rest - whole;
    if (part < 1e-12 || Number(p1) / Number(q1) === x) break;
    rest = 1 / part;
  }
  return rational(p1, q1);
}
