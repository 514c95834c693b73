import { BadInput } from './bad-input.js';
import type { ComplexMatrix } from './complex-matrix.js';

/**
 * m columns on their way through a chain of p layers with one angle each, and a diagonal measurement at the end:
 *
 *   x = W_p R_p e^{-i theta_p D} ... W_1 R_1 e^{-i theta_1 D} start,   D = diag(+h, -h) in equal halves of d/2,
 *   yhat_j = sum_k weights_k |x_kj|^2,   L = (1/2m) sum_j (yhat_j - labels_j)^2.
 *
 * R_l rotates row i with row i + d/2, and W_l is unitary: one d x d matrix, or two of d/2 (the upper and the lower half), or, after the
 * last layer only, absent. Two of d/2 commute with D, which halves the work: the cosine-sine gauge.
 */
export interface PhasedChain {
  /** d x m: the columns as the first phases find them. */
  readonly start: ComplexMatrix;
  /** h. */
  readonly frequency: number;
  readonly layers: readonly ChainLayer[];
  /** d eigenvalues of the measurement. */
  readonly weights: Float64Array;
  readonly labels: Float64Array;
}

export interface ChainLayer {
  readonly rotation: Rotation | null;
  readonly blocks: readonly ComplexMatrix[];
}

/** (cos, -sin; sin, cos) for each of the d/2 pairs of rows. */
export interface Rotation {
  readonly cos: Float64Array;
  readonly sin: Float64Array;
}

export interface ChainValue {
  readonly loss: number;
  readonly predictions: Float64Array;
}

export interface ChainGradient extends ChainValue {
  /** dL/dtheta_l, p numbers. */
  readonly gradient: Float64Array;
}

/** A chain made ready for many theta. */
export interface ChainKernel {
  readonly chain: PhasedChain;
  /** Half the cost of the gradient. */
  value(theta: Float64Array): ChainValue;
  lossGradient(theta: Float64Array): ChainGradient;
  /** The same without allocation: writes the gradient, returns the loss. */
  lossGradientInto(theta: Float64Array, gradient: Float64Array): number;
}

/** Throws BadInput in one line that names what does not fit. */
export function requireChain(operation: string, chain: PhasedChain): void {
  const { start, layers, weights, labels } = chain;
  const { rows: d, cols: m } = start;
  const fail = (expected: string, got: string | number) => {
    throw new BadInput(`${operation}: expected ${expected}, got ${got}`);
  };
  if (d < 2 || d % 2 === 1) fail('an even dimension d >= 2', d);
  if (m < 1) fail('at least one state', m);
  if (labels.length !== m) fail(`${m} labels, one a state`, labels.length);
  if (weights.length !== d) fail(`${d} eigenvalues of the measurement`, weights.length);
  if (layers.length === 0) fail('at least one layer', 0);
  const kind = layers[0].blocks.length;
  layers.forEach(({ rotation, blocks }, l) => {
    const last = l === layers.length - 1;
    if (blocks.length !== kind && !(last && blocks.length === 0)) {
      fail('one number of blocks in every layer (none in the last)', `${blocks.length} in layer ${l + 1}`);
    }
    const size = d / Math.max(1, blocks.length);
    for (const { rows, cols } of blocks) {
      if (rows !== size || cols !== size) fail(`blocks of ${size}x${size}`, `${rows}x${cols} in layer ${l + 1}`);
    }
    if (rotation !== null && (rotation.cos.length !== d / 2 || rotation.sin.length !== d / 2)) {
      fail(`${d / 2} rotations in a layer`, rotation.cos.length);
    }
  });
  if (kind > 2) fail('one or two blocks in a layer', kind);
  const finite = [start, ...layers.flatMap(({ blocks }) => blocks)].flatMap(({ re, im }) => [re, im]);
  for (const numbers of [...finite, weights, labels]) {
    if (!numbers.every(Number.isFinite)) fail('finite numbers', 'NaN or Infinity');
  }
}

export function requireAngles(operation: string, chain: PhasedChain, theta: Float64Array): void {
  const p = chain.layers.length;
  if (theta.length !== p) {
    throw new BadInput(`${operation}: expected ${p} parameters, one for each layer, got ${theta.length}`);
  }
}
