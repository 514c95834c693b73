/** Exact numbers from and to doubles. */
import { type Num, rational } from '../kernel/number.js';

/** The exact value of a finite double. Throws RangeError on NaN and infinities. */
export function fromDouble(x: number): Num {
  if (!Number.isFinite(x)) throw new RangeError(`number: expected a finite number, got ${x}`);
  let denominator = 1n;
  let scaled = x;
  while (!Number.isInteger(scaled)) {
    scaled *= 2;
    denominator *= 2n;
  }
  return rational(BigInt(scaled), denominator);
}

/** The nearest-double value [re, im], accurate to a few units in the last place of its larger summand. */
export function toDouble(x: Num): { readonly re: number; readonly im: number } {
  const quotient = (p: bigint): number => ratio(p, x.n);
  return { re: quotient(x.a) + quotient(x.b) * Math.SQRT2, im: quotient(x.c) + quotient(x.d) * Math.SQRT2 };
}

/** p/q as a double for integers of any size: both are shifted to at most 1000 bits first. */
function ratio(p: bigint, q: bigint): number {
  const direct = Number(p) / Number(q);
  if (Number.isFinite(direct) && (direct !== 0 || p === 0n)) return direct;
  const bits = (v: bigint): number => (v < 0n ? -v : v).toString(16).length * 4;
  const [extraP, extraQ] = [Math.max(0, bits(p) - 1000), Math.max(0, bits(q) - 1000)];
  return (Number(p >> BigInt(extraP)) / Number(q >> BigInt(extraQ))) * 2 ** (extraP - extraQ);
}
