/** The mean square loss L = (1/2m) sum_j r_j^2 of the m residuals (Eq. (2)); Theorem 3.2 and the kernels use this normalisation. */
export function loss(r: Float64Array): number {
  return r.reduce((sum, rj) => sum + rj * rj, 0) / (2 * r.length);
}
