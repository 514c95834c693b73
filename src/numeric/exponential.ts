import { BadInput } from './bad-input.js';
import { type ComplexMatrix, identity, zeros } from './complex-matrix.js';
import { hermitianEigen } from './hermitian-eigen.js';
import { mul, mulAdjoint } from './matrix-products.js';
import { requireSquare, shapeOf } from './matrix-shape.js';
import { adjoint } from './matrix-sums.js';

/** A Hermitian generator H = V diag(values) V^dagger, made ready for many angles; `vectors` is null when H is diagonal. */
export interface GeneratorEigen {
  readonly values: Float64Array;
  readonly vectors: ComplexMatrix | null;
}

/** O(d^3) once per generator; a diagonal one (the periodic ansatz) costs nothing and keeps its order. */
export function prepareGenerator(h: ComplexMatrix): GeneratorEigen {
  requireSquare('prepareGenerator', h);
  const values = realDiagonalOf(h);
  return values === null ? hermitianEigen(h) : { values, vectors: null };
}

/** e^{-i theta H}, unitary to about d eps; off by at most about (d + |theta| |H|) eps. O(d^3), or O(d^2) if diagonal. */
export function unitaryExponential(generator: GeneratorEigen | ComplexMatrix, theta: number): ComplexMatrix {
  const { values, vectors } = 'values' in generator ? generator : prepareGenerator(generator);
  if (vectors === null) return turnRows(values, theta, identity(values.length));
  return mul(vectors, turnRows(values, theta, adjoint(vectors)));
}

/** e^{-i theta H} x for a d x m matrix x without forming the exponential: O(d^2 m), or O(d m) if H is diagonal. */
export function applyExponential(generator: GeneratorEigen, theta: number, x: ComplexMatrix): ComplexMatrix {
  const { values, vectors } = generator;
  if (x.rows !== values.length) {
    throw new BadInput(`applyExponential: expected a matrix of ${values.length} rows, got ${shapeOf(x)}`);
  }
  if (vectors === null) return turnRows(values, theta, x);
  return mul(vectors, turnRows(values, theta, mulAdjoint(vectors, x)));
}

/** diag(e^{-i theta values}) x. */
function turnRows(values: Float64Array, theta: number, x: ComplexMatrix): ComplexMatrix {
  const y = zeros(x.rows, x.cols);
  for (let i = 0, k = 0; i < x.rows; i++) {
    const c = Math.cos(theta * values[i]);
    const s = -Math.sin(theta * values[i]);
    for (let j = 0; j < x.cols; j++, k++) {
      y.re[k] = c * x.re[k] - s * x.im[k];
      y.im[k] = c * x.im[k] + s * x.re[k];
    }
  }
  return y;
}

/** The diagonal of a real diagonal matrix, else null (also for anything not finite, which hermitianEigen then reports). */
function realDiagonalOf(h: ComplexMatrix): Float64Array | null {
  const values = new Float64Array(h.rows);
  for (let i = 0, k = 0; i < h.rows; i++) {
    for (let j = 0; j < h.cols; j++, k++) {
      if (h.im[k] !== 0 || (i !== j && h.re[k] !== 0) || !Number.isFinite(h.re[k])) return null;
    }
    values[i] = h.re[i * h.cols + i];
  }
  return values;
}
