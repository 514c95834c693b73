import { BadInput } from '../numeric/bad-input.js';
import { type ComplexMatrix, identity, zeros } from '../numeric/complex-matrix.js';
import { rootGammaDeviation } from '../numeric/gamma-deviation.js';
import { polar } from '../numeric/householder.js';
import { mul } from '../numeric/matrix-products.js';
import { add, adjoint, hermitianPart, scale } from '../numeric/matrix-sums.js';
import type { Random } from '../numeric/random.js';
import { backSubstitute } from '../numeric/solve.js';
import { thinQR } from '../numeric/thin-qr.js';
import type { ReducedProblem } from './reduced-problem.js';

/** An eigenvalue of the measurement and how often it occurs. */
export interface Level {
  readonly value: number;
  readonly multiplicity: number;
}

export interface RandomStart extends ReducedProblem {
  /**
   * C(0) = V^dagger M(0) V, n x n. Relative to its own size, about |M| / sqrt(d), it is right to some n² eps for a traceless M;
   * taken from the factors it would be right to eps |M| only.
   */
  readonly entries: ComplexMatrix;
}

/** The levels gamma and -gamma of a Pauli-like measurement, half of d each. Throws BadInput for an odd d. */
export function balancedLevels(d: number, gamma = 1): readonly Level[] {
  if (!Number.isInteger(d) || d < 2 || d % 2 !== 0)
    throw new BadInput(`balancedLevels: expected an even dimension, got ${d}`);
  return [gamma, -gamma].map((value) => ({ value, multiplicity: d / 2 }));
}

/**
 * The reduced problem of a measurement M(0) = U diag(levels) U^dagger with U Haar distributed, at a cost that does not depend on
 * the dimension d = sum of the multiplicities: d = 2^50 costs what d = 8 costs.
 *
 * The inputs are pure, V = Q B with r orthonormal columns Q and the r x m coordinates B (the identity if left out: orthonormal
 * inputs), r <= d. The law of Q^dagger Pi_a Q is the matrix Jacobi ensemble: the part of U^dagger Q in level a is a Gaussian
 * k_a x r matrix over the common root of all, and of it only the triangular factor matters (Bartlett): sqrt(k_a) (I + F_a)
 * with F_a drawn directly, so that nothing cancels where k_a is large.
 */
export function randomStart(
  levels: readonly Level[],
  labels: Float64Array,
  random: Random,
  coordinates: ComplexMatrix = identity(labels.length),
): RandomStart {
  const r = coordinates.rows;
  const d = levels.reduce((sum, { multiplicity }) => sum + multiplicity, 0);
  if (levels.some(({ value, multiplicity: k }) => !Number.isFinite(value) || !(k >= 1) || Math.floor(k) !== k)) {
    throw new BadInput('randomStart: expected finite levels of multiplicities 1, 2, 3, ...');
  }
  if (!(r <= d) || coordinates.cols !== labels.length) {
    throw new BadInput(
      `randomStart: expected ${labels.length} columns in at most d=${d} dimensions, got ${r}x${coordinates.cols}`,
    );
  }
  const parts = levels.map(({ value, multiplicity }) => {
    const deviation = triangularDeviation(multiplicity, r, random);
    return { value, share: multiplicity / d, deviation, rows: Math.min(r, multiplicity) };
  });
  const { q, r: root } = positiveQR(
    stackedRows(
      parts.map(({ share, deviation, rows }) => ({
        matrix: scale(add(identity(r), deviation), Math.sqrt(share)),
        rows,
      })),
      r,
    ),
  );
  const mean = parts.reduce((sum, { value, share }) => sum + value * share, 0);
  const core = parts.reduce(
    (sum, { value, share, deviation: f }) =>
      add(sum, scale(add(add(f, adjoint(f)), mul(adjoint(f), f)), value * share)),
    scale(identity(r), mean),
  );
  const columns = mul(backSubstitute(root, identity(r)), coordinates);
  return {
    levels: Float64Array.from(parts.flatMap(({ value, rows }) => new Array<number>(rows).fill(value))),
    factors: mul(q, coordinates),
    basis: null,
    weights: new Float64Array(labels.length).fill(1),
    sampleOf: Array.from(labels, (_, j) => j),
    labels,
    entries: hermitianPart(mul(mul(adjoint(columns), core), columns)),
  };
}

/**
 * F with sqrt(k) (I + F) distributed as the triangular factor, of positive diagonal, of a k x n matrix of independent complex normal
 * entries with E|z|² = 1: on the diagonal roots of Gamma(k - i), above it normal entries. Where k < n the last rows of I + F are zero.
 */
function triangularDeviation(k: number, n: number, random: Random): ComplexMatrix {
  const f = zeros(n, n);
  const spread = Math.sqrt(0.5 / k);
  for (let i = 0; i < n; i++) {
    f.re[i * n + i] = i < k ? rootGammaDeviation(k, i, random) : -1;
    for (let j = i + 1; i < k && j < n; j++) {
      f.re[i * n + j] = spread * random.normal();
      f.im[i * n + j] = spread * random.normal();
    }
  }
  return f;
}

/** The first rows of each matrix, one under another. */
function stackedRows(parts: readonly { matrix: ComplexMatrix; rows: number }[], cols: number): ComplexMatrix {
  const stack = zeros(
    parts.reduce((sum, { rows }) => sum + rows, 0),
    cols,
  );
  let at = 0;
  for (const { matrix, rows } of parts) {
    stack.re.set(matrix.re.subarray(0, rows * cols), at);
    stack.im.set(matrix.im.subarray(0, rows * cols), at);
    at += rows * cols;
  }
  return stack;
}

/** The QR decomposition with a positive diagonal in R; with any other phases V^dagger M V would not be invariant in law. */
function positiveQR(a: ComplexMatrix): { q: ComplexMatrix; r: ComplexMatrix } {
  const { q, r } = thinQR(a);
  const n = a.cols;
  const phases = zeros(n, n);
  for (let j = 0; j < n; j++) {
    const { phaseRe, phaseIm } = polar(r.re[j * n + j], r.im[j * n + j]);
    phases.re[j * n + j] = phaseRe;
    phases.im[j * n + j] = phaseIm;
  }
  return { q: mul(q, phases), r: mul(adjoint(phases), r) };
}
