import { BadInput } from '../numeric/bad-input.js';
import { type ComplexMatrix, fromDiagonal } from '../numeric/complex-matrix.js';
import { haarUnitary } from '../numeric/haar-unitary.js';
import { hermitianEigen, operatorNorm } from '../numeric/hermitian-eigen.js';
import { mul } from '../numeric/matrix-products.js';
import { adjoint, hermitianPart } from '../numeric/matrix-sums.js';
import type { Random } from '../numeric/random.js';

/** A measurement with M^2 = I in a Haar-random basis: eigenvalues +1 (d/2 times, rounded up) and -1. */
export function pauliLike(d: number, random: Random): ComplexMatrix {
  if (!Number.isInteger(d) || d < 1) throw new BadInput(`pauliLike: expected an integer dimension d >= 1, got ${d}`);
  return withSpectrum(
    Array.from({ length: d }, (_, i) => (2 * i < d ? 1 : -1)),
    random,
  );
}

/** U diag(values) U^dagger with U Haar-random; exactly Hermitian. */
export function withSpectrum(values: ArrayLike<number>, random: Random): ComplexMatrix {
  const u = haarUnitary(values.length, random);
  return hermitianPart(mul(mul(u, fromDiagonal(values)), adjoint(u)));
}

/** The projectors onto the spans of the eigenvectors with positive, negative and zero eigenvalue; they add up to I. */
export interface SpectralProjectors {
  readonly plus: ComplexMatrix;
  readonly minus: ComplexMatrix;
  readonly kernel: ComplexMatrix;
}

/** An eigenvalue counts as zero below this, relative to the largest; input is given to no better accuracy. */
const KERNEL_TOLERANCE = 1e-9;

export function projectorsOf(m: ComplexMatrix): SpectralProjectors {
  const { values, vectors } = hermitianEigen(m);
  const zero = KERNEL_TOLERANCE * values.reduce((largest, value) => Math.max(largest, Math.abs(value)), 0);
  const project = (chosen: (value: number) => boolean): ComplexMatrix => {
    const picked = fromDiagonal(values.map((value) => (chosen(value) ? 1 : 0)));
    return hermitianPart(mul(mul(vectors, picked), adjoint(vectors)));
  };
  return {
    plus: project((value) => value > zero),
    minus: project((value) => value < -zero),
    kernel: project((value) => Math.abs(value) <= zero),
  };
}

/** The output range gamma: predictions tr(rho M) lie in [-gamma, gamma]; the spectral norm of M. */
export function outputRange(m: ComplexMatrix): number {
  return operatorNorm(m);
}
