/** Sweeps allowed for one eigenvalue; about two are needed, LAPACK allows 30. */
const MAX_SWEEPS = 60;

/**
 * Implicit QL with Wilkinson's shift on a real symmetric tridiagonal matrix of order-one entries, in place: afterwards `diagonal`
 * holds the eigenvalues, unsorted, each with an error of about d eps times the largest.
 *
 * `rows`, when given, is d x d row-major and is rotated along: from the identity, row j ends as the eigenvector of diagonal[j]. An
 * off-diagonal entry counts as zero below eps times the norm of the whole matrix, not of its neighbours: degenerate and
 * singular blocks (a Pauli-like matrix, a projector) would never meet the local test.
 */
export function tridiagonalQl(diagonal: Float64Array, offDiagonal: Float64Array, rows: Float64Array | null): void {
  const d = diagonal.length;
  let norm = 0;
  for (let i = 0; i < d; i++) norm = Math.max(norm, Math.abs(diagonal[i]) + Math.abs(offDiagonal[i]));
  const negligible = Number.EPSILON * norm;
  for (let l = 0; l < d; l++) {
    for (let sweeps = 0; ; sweeps++) {
      let m = l;
      while (m < d - 1 && Math.abs(offDiagonal[m]) > negligible) m++;
      offDiagonal[m] = 0;
      if (m === l) break;
      if (sweeps === MAX_SWEEPS) throw new Error(`tridiagonalQl: eigenvalue ${l} of ${d} did not converge`);
      sweep(diagonal, offDiagonal, rows, l, m);
    }
  }
}

/** One QL sweep on the unreduced block l..m: rotations in the planes (m-1, m), ..., (l, l+1) chase the bulge upwards. */
function sweep(
  diagonal: Float64Array,
  offDiagonal: Float64Array,
  rows: Float64Array | null,
  l: number,
  m: number,
): void {
  let g = diagonal[m] - shiftOf(diagonal, offDiagonal, l);
  let s = 1;
  let c = 1;
  let p = 0;
  for (let i = m - 1; i >= l; i--) {
    const bulge = s * offDiagonal[i];
    const b = c * offDiagonal[i];
    const radius = Math.sqrt(bulge * bulge + g * g);
    // Cannot vanish: the off-diagonal entries of a block exceed eps times the norm, hence so do the sines, about.
    if (!(radius > 0)) throw new Error(`tridiagonalQl: rotation ${i} has radius ${radius}`);
    offDiagonal[i + 1] = radius;
    s = bulge / radius;
    c = g / radius;
    g = diagonal[i + 1] - p;
    const t = (diagonal[i] - g) * s + 2 * c * b;
    p = s * t;
    diagonal[i + 1] = g + p;
    g = c * t - b;
    if (rows !== null) rotateRows(rows, i, diagonal.length, c, s);
  }
  diagonal[l] -= p;
  offDiagonal[l] = g;
  offDiagonal[m] = 0;
}

/** The eigenvalue of the leading 2 x 2 block at l that is closer to its first diagonal entry. */
function shiftOf(diagonal: Float64Array, offDiagonal: Float64Array, l: number): number {
  const g = (diagonal[l + 1] - diagonal[l]) / (2 * offDiagonal[l]);
  const r = Math.sqrt(g * g + 1);
  return diagonal[l] - offDiagonal[l] / (g + (g >= 0 ? r : -r));
}

function rotateRows(rows: Float64Array, i: number, d: number, c: number, s: number): void {
  for (let p = i * d, q = p + d, end = q; p < end; p++, q++) {
    const lower = rows[q];
    rows[q] = s * rows[p] + c * lower;
    rows[p] = c * rows[p] - s * lower;
  }
}
