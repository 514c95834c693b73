import { BadInput } from './bad-input.js';
import type { Random } from './random.js';

/**
 * sqrt(G / n) - 1 for a Gamma variable G of shape n - k and scale 1, k >= 0, n - k >= 1, to a few eps relative to itself: for
 * n = 2^50 it is about 1e-8, and taken as a difference it would keep 8 digits.
 *
 * Marsaglia and Tsang's method (ACM TOMS 26, 2000): G = a (1 + c x)³ with a = n - k - 1/3, c = 1/sqrt(9 a) and x normal, accepted
 * if ln u < x²/2 + a (1 - v + ln v), v = (1 + c x)³.
 */
export function rootGammaDeviation(n: number, k: number, random: Random): number {
  const shape = n - k;
  if (!Number.isFinite(n) || !(k >= 0) || !(shape >= 1)) {
    throw new BadInput(`gamma: expected a finite shape n - k >= 1 and k >= 0, got n=${n} and k=${k}`);
  }
  const a = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * a);
  for (;;) {
    const x = random.normal();
    if (c * x <= -1) continue;
    const logV = 3 * Math.log1p(c * x);
    if (Math.log1p(-random.uniform()) < (x * x) / 2 - a * expExcess(logV)) {
      return Math.expm1((Math.log1p(-(k + 1 / 3) / n) + logV) / 2);
    }
  }
}

/** e^w - 1 - w >= 0, without cancellation for small w. */
function expExcess(w: number): number {
  if (Math.abs(w) > 0.1) return Math.expm1(w) - w;
  let sum = 0;
  for (let k = 10; k >= 2; k--) sum = (w / (k + 1)) * (1 + sum);
  return ((w * w) / 2) * (1 + sum);
}
