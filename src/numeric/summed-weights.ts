import { tridiagonalQl } from './tridiagonal-ql.js';

/** Points of the rule: exact for polynomials of degree up to 13. */
const POINTS = 7;

/** More nodes than this the rule does not sum exactly. */
export const MOST_NODES = 2 * POINTS;

/**
 * The weights w with P(0) + P(1) + ... + P(count - 1) = sum_i w_i P(nodes_i) for all polynomials P of degree below the number of
 * nodes (at most `MOST_NODES`, distinct): quadrature for sums, as Adams' weights are for integrals.
 *
 * Each of Lagrange's polynomials is summed by a Gauss rule for sums, so the cost does not grow with `count`.
 */
export function summedWeights(nodes: ArrayLike<number>, count: number): Float64Array {
  const rule = gaussRule(count);
  return Float64Array.from(nodes, (here, i) => {
    let sum = 0;
    for (const { point, weight } of rule) {
      let value = weight;
      for (let j = 0; j < nodes.length; j++) if (j !== i) value *= (point - nodes[j]) / (here - nodes[j]);
      sum += value;
    }
    return sum;
  });
}

interface RulePoint {
  readonly point: number;
  readonly weight: number;
}

/**
 * Gauss' rule for sums over 0, ..., count - 1, from the recurrence of Gram's polynomials (Golub and Welsch); few terms are summed as they are.
 *
 * On the points scaled to (-1, 1), step 2/count, the recurrence has the diagonal 0 and off the diagonal
 * k sqrt((1 - (k/count)^2) / (4 k^2 - 1)); with count to infinity it is Legendre's.
 */
function gaussRule(count: number): readonly RulePoint[] {
  if (count <= POINTS) return Array.from({ length: count }, (_, point) => ({ point, weight: 1 }));
  const values = new Float64Array(POINTS);
  const beside = Float64Array.from({ length: POINTS }, (_, l) => {
    const k = l + 1;
    return k === POINTS ? 0 : k * Math.sqrt((1 - (k / count) ** 2) / (4 * k * k - 1));
  });
  const vectors = Float64Array.from({ length: POINTS * POINTS }, (_, k) => (k % (POINTS + 1) === 0 ? 1 : 0));
  tridiagonalQl(values, beside, vectors);
  return Array.from(values, (x, j) => ({
    point: (count * x + count - 1) / 2,
    weight: count * vectors[j * POINTS] ** 2,
  }));
}
