import { BadInput } from '../numeric/bad-input.js';
import { type ComplexMatrix, fromRows, identity } from '../numeric/complex-matrix.js';
import { commutator, kronecker } from '../numeric/matrix-products.js';
import { trace, traceOfProduct } from '../numeric/matrix-scalars.js';
import { add, scale, sub, timesI } from '../numeric/matrix-sums.js';
import type { Ansatz } from '../quantum/ansatz.js';

/** Lemma 4.1's normalisation: Z = tr(H^2)/(d^2-1) and eta = m/(pZ), which makes (eta/m) K = Kasym + Kpert. */
export interface Normalisation {
  readonly z: number;
  readonly eta: number;
}

/** Traces up to this, and tr(H^2) that differ by this relative to the largest, count as 0 and as equal. */
const GENERATOR_TOLERANCE = 1e-9;

/** The normalisation of an ansatz for m samples; null unless all generators are traceless with one tr(H^2) > 0. */
export function normalisation(ansatz: Ansatz, sampleCount: number): Normalisation | null {
  const { dimension: d, layers } = ansatz;
  const squares = layers.map(({ generator }) => traceOfProduct(generator, generator).re);
  const largest = Math.max(...squares);
  const oneSquare = largest - Math.min(...squares) < GENERATOR_TOLERANCE * largest;
  const traceless = layers.every(({ generator }) => Math.abs(trace(generator).re) < GENERATOR_TOLERANCE);
  if (layers.length === 0 || !oneSquare || !traceless) return null;
  const z = squares[0] / (d * d - 1);
  return { z, eta: sampleCount / (layers.length * z) };
}

/** Kpert = (eta/m) K - Kasym of Lemma 4.1, an exact identity at finite p; m x m. Relative to |eta K/m| + |Kasym| it is exact to rounding. */
export function perturbationKernel(k: ComplexMatrix, kasym: ComplexMatrix, eta: number): ComplexMatrix {
  return sub(scale(k, eta / k.rows), kasym);
}

/**
 * Delta = Y - Y* of Lemma 4.1: Y = (1/pZ) sum_l H_l (x) H_l over the input-side generators, Y* = W - I/d, W the swap; d^2 x d^2.
 *
 * For small d only: O(p d^4) time, d^4 entries.
 */
export function perturbationOperator(generators: readonly ComplexMatrix[], z: number): ComplexMatrix {
  if (generators.length === 0) throw new BadInput('perturbationOperator: expected at least one generator, got none');
  const d = generators[0].rows;
  const y = generators.map((h) => kronecker(h, h)).reduce(add);
  const yStar = sub(swap(d), scale(identity(d * d), 1 / d));
  return sub(scale(y, 1 / (generators.length * z)), yStar);
}

/** Kpert by Eq. (8), (Kpert)_ij = tr((i[M, rho_i] (x) i[M, rho_j]) Delta): the second route. O(m^2 d^4). */
export function perturbationKernelByOperator(
  m: ComplexMatrix,
  densityMatrices: readonly ComplexMatrix[],
  delta: ComplexMatrix,
): ComplexMatrix {
  const c = densityMatrices.map((rho) => timesI(commutator(m, rho)));
  return fromRows(c.map((a) => c.map((b) => traceOfProduct(kronecker(a, b), delta).re)));
}

/** W = sum_ab e_a e_b^dagger (x) e_b e_a^dagger: it exchanges the two factors of C^d (x) C^d. */
function swap(d: number): ComplexMatrix {
  const image = (column: number) => (column % d) * d + Math.floor(column / d);
  return fromRows(
    Array.from({ length: d * d }, (_, i) => Array.from({ length: d * d }, (_, j) => (image(j) === i ? 1 : 0))),
  );
}
