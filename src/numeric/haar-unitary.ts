import { BadInput } from './bad-input.js';
import { type ComplexMatrix, zeros } from './complex-matrix.js';
import { makeReflector, reflect } from './householder.js';
import { transpose } from './matrix-sums.js';
import type { Random } from './random.js';

/** A unitary from the Haar measure of U(d); unitary to about d eps. O(d^3). */
export function haarUnitary(d: number, random: Random): ComplexMatrix {
  return orthonormalStates(d, d, random);
}

/** A vector uniform on the unit sphere of C^d (d x 1). */
export function haarState(d: number, random: Random): ComplexMatrix {
  return orthonormalStates(d, 1, random);
}

/**
 * m orthonormal columns (d x m), distributed as the first m columns of a Haar unitary. O(d m^2).
 *
 * The law is that of the QR factorisation of a complex Gaussian matrix with a positive diagonal in R (Mezzadri,
 * math-ph/0609050). Nothing need be factorised (Stewart 1980): the part of column k that step k reflects is again Gaussian, of
 * length d - k, and independent of the earlier steps, so it is drawn afresh. Without the phases alpha, which make R's diagonal
 * positive, the result would not be Haar distributed.
 */
export function orthonormalStates(d: number, m: number, random: Random): ComplexMatrix {
  if (!Number.isInteger(d) || !Number.isInteger(m) || d < 1 || m < 0 || m > d) {
    throw new BadInput(`orthonormalStates: expected integers 0 <= m <= d and d >= 1, got m=${m} and d=${d}`);
  }
  const reflectors = zeros(m, d); // row k holds the reflector of step k, zero before entry k
  const columns = zeros(m, d); // row k is column k of the result, so that reflections run along contiguous memory
  for (let k = 0; k < m; k++) {
    const diagonal = k * d + k;
    for (let i = diagonal; i < (k + 1) * d; i++) {
      reflectors.re[i] = random.normal();
      reflectors.im[i] = random.normal();
    }
    const { alphaRe, alphaIm } = makeReflector(reflectors, diagonal, (k + 1) * d);
    columns.re[diagonal] = alphaRe;
    columns.im[diagonal] = alphaIm;
  }
  for (let k = m - 1; k >= 0; k--) {
    for (let j = k; j < m; j++) reflect(reflectors, k * d + k, columns, j * d + k, d - k);
  }
  return transpose(columns);
}
