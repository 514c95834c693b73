import { type ComplexMatrix, zeros } from './complex-matrix.js';
import { haarUnitary, orthonormalStates } from './haar-unitary.js';
import { eigenvaluesOf } from './hermitian-eigen.js';
import { mulAdjoint } from './matrix-products.js';
import type { Rotation } from './phased-chain.js';
import type { Random } from './random.js';

/** Two n x n unitaries, of the upper and of the lower half of 2n rows. */
export type BlockPair = readonly [ComplexMatrix, ComplexMatrix];

/**
 * The rotation of the cosine-sine decomposition (L1 + L2) (cos, -sin; sin, cos) (R1 + R2) of a Haar-random U in U(2n).
 *
 * Given the rotation the four blocks are Haar-random in U(n) and independent (U(2n) acts on both sides of U(2n)/(U(n) x U(n))),
 * and the squared cosines are the eigenvalues of A^dagger A for the upper half A of n Haar-random orthonormal columns: the Jacobi
 * ensemble eig((X^dagger X + Y^dagger Y)^-1 X^dagger X) of two complex Gaussian matrices. Ascending; each squared cosine is off by
 * about n eps. O(n^3).
 */
export function haarRotation(n: number, random: Random): Rotation {
  const { cols, re, im } = orthonormalStates(2 * n, n, random);
  const upper: ComplexMatrix = { rows: n, cols, re: re.subarray(0, n * n), im: im.subarray(0, n * n) };
  // Rounding may leave [0, 1] by a few eps.
  const squares = eigenvaluesOf(mulAdjoint(upper, upper)).map((x) => Math.min(1, Math.max(0, x)));
  return { cos: squares.map(Math.sqrt), sin: squares.map((x) => Math.sqrt(1 - x)) };
}

/** Independent Haar-random unitaries of both halves. */
export function haarBlocks(n: number, random: Random): BlockPair {
  return [haarUnitary(n, random.split('upper')), haarUnitary(n, random.split('lower'))];
}

/** (cos, -sin; sin, cos)(B1 + B2), 2n x 2n: row i of the one block and row i of the other, weighed by cos_i and sin_i. O(n^2). */
export function rotatedBlocks({ cos, sin }: Rotation, [upper, lower]: BlockPair): ComplexMatrix {
  const n = cos.length;
  const a = zeros(2 * n, 2 * n);
  for (let i = 0, k = 0; i < n; i++) {
    for (let j = 0; j < n; j++, k++) {
      const top = i * 2 * n + j;
      const bottom = (i + n) * 2 * n + j;
      for (const part of ['re', 'im'] as const) {
        a[part][top] = cos[i] * upper[part][k];
        a[part][top + n] = -sin[i] * lower[part][k];
        a[part][bottom] = sin[i] * upper[part][k];
        a[part][bottom + n] = cos[i] * lower[part][k];
      }
    }
  }
  return a;
}

/** The 2n x 2n matrix with the blocks on its diagonal. */
export function blockDiagonal(blocks: BlockPair): ComplexMatrix {
  const n = blocks[0].rows;
  return rotatedBlocks({ cos: new Float64Array(n).fill(1), sin: new Float64Array(n) }, blocks);
}
