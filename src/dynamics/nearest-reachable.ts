import { BadInput } from '../numeric/bad-input.js';

/** Halvings of the interval for the common push: more than the bits of a double. */
const HALVINGS = 80;

/**
 * The point of {|p_j| <= gamma, |sum p_j| <= gamma (d - m)} that is nearest to the labels: what orthonormal inputs and a
 * measurement ±gamma of trace 0 in dimension d can have as predictions, up to the closure.
 *
 * p_j = y_j - mu cut off at ±gamma, where the push mu is 0, or brings the sum to its bound; found by bisection, to about
 * an ulp of the largest label. Throws BadInput for more labels than dimensions, or a negative range.
 */
export function nearestReachable(labels: Float64Array, gamma: number, d: number): Float64Array {
  const m = labels.length;
  if (!(gamma >= 0) || !Number.isInteger(d) || m > d)
    throw new BadInput(`nearestReachable: expected gamma >= 0 and d >= m, got gamma=${gamma}, d=${d} and m=${m}`);
  const pushed = (mu: number): Float64Array => labels.map((y) => Math.max(-gamma, Math.min(gamma, y - mu)));
  const total = (p: Float64Array): number => p.reduce((sum, x) => sum + x, 0);
  const range = gamma * (d - m);
  const free = total(pushed(0));
  if (Math.abs(free) <= range) return pushed(0);
  const target = free > 0 ? range : -range;
  const reach = gamma + labels.reduce((largest, y) => Math.max(largest, Math.abs(y)), 0);
  let [low, high] = [-reach, reach];
  for (let k = 0; k < HALVINGS; k++) {
    const mu = (low + high) / 2;
    if (total(pushed(mu)) > target) low = mu;
    else high = mu;
  }
  return pushed((low + high) / 2);
}
