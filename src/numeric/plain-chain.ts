import { type ComplexMatrix, zeros } from './complex-matrix.js';
import { mul } from './matrix-products.js';
import { adjoint } from './matrix-sums.js';
import {
  type ChainGradient,
  type ChainKernel,
  type ChainLayer,
  type ChainValue,
  type PhasedChain,
  type Rotation,
  requireAngles,
  requireChain,
} from './phased-chain.js';

/**
 * Loss and exact gradient of a chain in plain TypeScript, by the adjoint method: the fallback of `simdChain`, and what it is checked by.
 *
 * O(p d^2 m), half of that in two blocks. The error is about (p + d) eps times |weights| h.
 */
export function plainChain(chain: PhasedChain): ChainKernel {
  requireChain('plainChain', chain);
  const backward = chain.layers.map(({ rotation, blocks }) => ({ rotation, blocks: blocks.map(adjoint) }));
  const lossGradient = (theta: Float64Array) => adjointMethod(chain, backward, theta);
  return {
    chain,
    value: (theta) => forwardSweep(chain, theta).value,
    lossGradient,
    lossGradientInto(theta, gradient) {
      const result = lossGradient(theta);
      gradient.set(result.gradient);
      return result.loss;
    },
  };
}

interface ForwardSweep {
  readonly value: ChainValue;
  /** yhat_j - y_j. */
  readonly misses: Float64Array;
  /** The columns just after the phases of each layer, and at the end. */
  readonly kept: readonly ComplexMatrix[];
  readonly end: ComplexMatrix;
}

function forwardSweep(chain: PhasedChain, theta: Float64Array): ForwardSweep {
  requireAngles('plainChain', chain, theta);
  const { start, frequency, layers, weights, labels } = chain;
  let x = start;
  const kept = layers.map(({ rotation, blocks }, l) => {
    const phased = withPhases(x, theta[l] * frequency);
    x = multiplied(blocks, rotated(phased, rotation, 1));
    return phased;
  });
  const predictions = weighedSquares(x, weights);
  const misses = predictions.map((yhat, j) => yhat - labels[j]);
  const loss = misses.reduce((sum, miss) => sum + miss * miss, 0) / (2 * labels.length);
  return { value: { loss, predictions }, misses, kept, end: x };
}

function adjointMethod(chain: PhasedChain, backward: readonly ChainLayer[], theta: Float64Array): ChainGradient {
  const { value, misses, kept, end } = forwardSweep(chain, theta);
  const { frequency, layers, weights, labels } = chain;
  let b = scaledEntries(end, (k, j) => (misses[j] * weights[k]) / labels.length);
  const gradient = new Float64Array(layers.length);
  for (let l = layers.length - 1; l >= 0; l--) {
    const { rotation, blocks } = backward[l];
    b = rotated(multiplied(blocks, b), rotation, -1);
    gradient[l] = 2 * frequency * signedOverlap(b, kept[l]);
    b = withPhases(b, -theta[l] * frequency);
  }
  return { ...value, gradient };
}

/** Both halves of x turned, the upper one by e^{-i angle}, the lower one by e^{+i angle}. */
function withPhases(x: ComplexMatrix, angle: number): ComplexMatrix {
  const [c, s, middle] = [Math.cos(angle), Math.sin(angle), x.re.length / 2];
  const y = zeros(x.rows, x.cols);
  for (let k = 0; k < x.re.length; k++) {
    const t = k < middle ? -s : s;
    y.re[k] = c * x.re[k] - t * x.im[k];
    y.im[k] = c * x.im[k] + t * x.re[k];
  }
  return y;
}

/** Row i rotated with row i + d/2: forwards (sign 1) or back (-1). */
function rotated(x: ComplexMatrix, rotation: Rotation | null, sign: 1 | -1): ComplexMatrix {
  if (rotation === null) return x;
  const y = zeros(x.rows, x.cols);
  const middle = x.re.length / 2;
  for (let k = 0; k < middle; k++) {
    const i = Math.floor(k / x.cols);
    const [c, s] = [rotation.cos[i], sign * rotation.sin[i]];
    for (const part of ['re', 'im'] as const) {
      y[part][k] = c * x[part][k] - s * x[part][k + middle];
      y[part][k + middle] = s * x[part][k] + c * x[part][k + middle];
    }
  }
  return y;
}

function multiplied(blocks: readonly ComplexMatrix[], x: ComplexMatrix): ComplexMatrix {
  if (blocks.length === 0) return x;
  if (blocks.length === 1) return mul(blocks[0], x);
  const size = x.re.length / blocks.length;
  const y = zeros(x.rows, x.cols);
  blocks.forEach((block, k) => {
    const slice = (part: Float64Array) => part.subarray(k * size, (k + 1) * size);
    const product = mul(block, { rows: block.cols, cols: x.cols, re: slice(x.re), im: slice(x.im) });
    y.re.set(product.re, k * size);
    y.im.set(product.im, k * size);
  });
  return y;
}

/** sum_k weights_k |x_kj|^2 for each column j. */
function weighedSquares({ rows, cols, re, im }: ComplexMatrix, weights: Float64Array): Float64Array {
  const sums = new Float64Array(cols);
  for (let i = 0, k = 0; i < rows; i++) {
    for (let j = 0; j < cols; j++, k++) sums[j] += weights[i] * (re[k] * re[k] + im[k] * im[k]);
  }
  return sums;
}

function scaledEntries(x: ComplexMatrix, factor: (i: number, j: number) => number): ComplexMatrix {
  const y = zeros(x.rows, x.cols);
  for (let i = 0, k = 0; i < x.rows; i++) {
    for (let j = 0; j < x.cols; j++, k++) {
      const f = factor(i, j);
      y.re[k] = f * x.re[k];
      y.im[k] = f * x.im[k];
    }
  }
  return y;
}

/** The sum over all columns of Im a^dagger diag(+1, -1) b. */
function signedOverlap(a: ComplexMatrix, b: ComplexMatrix): number {
  let sum = 0;
  for (let k = 0, middle = a.re.length / 2; k < a.re.length; k++) {
    const term = a.re[k] * b.im[k] - a.im[k] * b.re[k];
    sum += k < middle ? term : -term;
  }
  return sum;
}
