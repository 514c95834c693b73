/** p/q with q > 0. */
export interface RationalText {
  readonly p: bigint;
  readonly q: bigint;
}

/** Reads "p/q" or "p" (decimal integers); null if the text is no rational number, as "3/0", "0.5" and "abc" are not. */
export function parseRational(text: string): RationalText | null {
  const match = /^([+-]?\d+)(?:\/(\d+))?$/.exec(text);
  if (match === null) return null;
  const q = BigInt(match[2] ?? '1');
  return q === 0n ? null : { p: BigInt(match[1]), q };
}

/** The double nearest to p/q (ties to even), for operands of any length; a subnormal quotient may be off by its last bit. */
export function rationalToNumber({ p, q }: RationalText): number {
  const size = p < 0n ? -p : p;
  if (size === 0n) return 0;
  // Shift so that the quotient has 64 or 65 bits, and let its last bit say whether something was cut off: then the one rounding
  // happens in Number(), and the power of two below is exact.
  const shift = 64 + bitLength(q) - bitLength(size);
  const numerator = shift > 0 ? size << BigInt(shift) : size;
  const denominator = shift < 0 ? q << BigInt(-shift) : q;
  const quotient = numerator / denominator;
  const sticky = quotient * denominator === numerator ? quotient : quotient | 1n;
  const half = Math.trunc(shift / 2); // in two steps: 2^-shift alone may underflow where the result does not
  const value = Number(sticky) * 2 ** -half * 2 ** (half - shift);
  return p < 0n ? -value : value;
}

function bitLength(n: bigint): number {
  return n.toString(2).length;
}
