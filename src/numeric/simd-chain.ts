/**
 * The training step in WebAssembly: lays a chain out in the memory of src/numeric/wasm/training-step.ts and calls it.
 *
 * Half the dimension and the number of columns are padded to even numbers and to multiples of four with zeros, which stay zero.
 */
import type { ComplexMatrix } from './complex-matrix.js';
import { adjoint } from './matrix-sums.js';
import {
  type ChainKernel,
  type ChainLayer,
  type PhasedChain,
  type Rotation,
  requireAngles,
  requireChain,
} from './phased-chain.js';
import { instantiate, type SimdOptions, stepModule } from './simd-module.js';

const PAGE = 65_536;
/** A module sees at most 4 GiB; beyond half of it there is nothing to gain over plain code, which waits for the memory as well. */
const MOST_BYTES = 2 ** 31;
/** Columns side by side in a row of 8 numbers. */
const LANES = 4;

/** The chain made ready in SIMD, or an error of one line that says why it cannot be: then `plainChain` does the same. */
export function simdChain(chain: PhasedChain, options: SimdOptions = {}): ChainKernel | Error {
  requireChain('simdChain', chain);
  const module = stepModule(options);
  if (module instanceof Error) return module;
  const sizes = sizesOf(chain);
  const layout = layoutOf(sizes);
  if (layout.bytes > MOST_BYTES) return new Error(`simd: the chain needs ${layout.bytes} bytes, more than 2 GiB`);
  const memory = new WebAssembly.Memory({ initial: Math.ceil(layout.bytes / PAGE) });
  const numbers = (at: number, length: number) => new Float64Array(memory.buffer, at, length);
  fill(new Float64Array(memory.buffer), chain, sizes, layout);
  const { shape, place, work, forward, lossGradient } = instantiate(module, memory);
  const { half, p, products, size, columnBlocks, m } = sizes;
  shape(half, p, products, size, columnBlocks, m, chain.frequency);
  place(layout.start, layout.matrices, layout.adjoints, layout.rotations, layout.weights, layout.labels);
  work(layout.phases, layout.kept, layout.here, layout.there, layout.predictions, layout.gradient);
  const phases = numbers(layout.phases, 2 * p);
  const slopes = numbers(layout.gradient, p);
  const predictions = numbers(layout.predictions, m);
  const run = (theta: Float64Array, compute: () => number): number => {
    requireAngles('simdChain', chain, theta);
    for (let l = 0; l < p; l++) {
      const angle = theta[l] * chain.frequency;
      phases[2 * l] = Math.cos(angle);
      phases[2 * l + 1] = Math.sin(angle);
    }
    return compute();
  };
  return {
    chain,
    value: (theta) => ({ loss: run(theta, forward), predictions: predictions.slice() }),
    lossGradient(theta) {
      const loss = run(theta, lossGradient);
      return { loss, predictions: predictions.slice(), gradient: slopes.slice() };
    },
    lossGradientInto(theta, gradient) {
      const loss = run(theta, lossGradient);
      gradient.set(slopes);
      return loss;
    },
  };
}

type Sizes = ReturnType<typeof sizesOf>;
type Layout = ReturnType<typeof layoutOf>;

function sizesOf({ start, layers }: PhasedChain) {
  const { rows: d, cols: m } = start;
  const p = layers.length;
  const blocks = layers[0].blocks.length;
  const half = d / 2 + ((d / 2) % 2);
  const products = layers[p - 1].blocks.length === 0 ? p - 1 : p;
  return { d, m, p, half, products, size: blocks === 2 ? half : 2 * half, columnBlocks: Math.ceil(m / LANES) };
}

/** Addresses in bytes, each a multiple of 64: what is read together stands together. */
function layoutOf({ p, half, products, size, columnBlocks }: Sizes) {
  let bytes = 0;
  const take = (numbers: number) => {
    const at = bytes;
    bytes += 64 * Math.ceil(numbers / 8);
    return at;
  };
  const states = 2 * half * 2 * LANES * columnBlocks;
  const matrixNumbers = 2 * size * size;
  const allMatrices = products * (size === half ? 2 : 1) * matrixNumbers;
  return {
    matrixNumbers,
    start: take(states),
    matrices: take(allMatrices),
    adjoints: take(allMatrices),
    rotations: take(p * half * 2),
    weights: take(2 * half),
    labels: take(LANES * columnBlocks),
    phases: take(2 * p),
    kept: take(p * states),
    here: take(states),
    there: take(states),
    predictions: take(LANES * columnBlocks),
    gradient: take(p),
    bytes,
  };
}

function fill(memory: Float64Array, chain: PhasedChain, sizes: Sizes, layout: Layout): void {
  const { half, p, products, size } = sizes;
  const padded = paddedRow(chain.start.rows, half);
  fillStates(memory, layout.start / 8, chain.start, half, padded);
  for (let l = 0, at = 0; l < products; l++) {
    for (const block of chain.layers[l].blocks) {
      const place = block.rows < chain.start.rows ? (i: number) => i : padded;
      fillPanels(memory, layout.matrices / 8 + at, block, size, place);
      fillPanels(memory, layout.adjoints / 8 + at, adjoint(block), size, place);
      at += layout.matrixNumbers;
    }
  }
  for (let l = 0; l < p; l++) fillRotation(memory, layout.rotations / 8 + l * 2 * half, chain.layers[l], half);
  chain.weights.forEach((weight, i) => {
    memory[layout.weights / 8 + padded(i)] = weight;
  });
  memory.set(chain.labels, layout.labels / 8);
}

/** Where row i of d stands when each half is padded. */
function paddedRow(d: number, half: number): (i: number) => number {
  return (i) => (2 * i < d ? i : i - d / 2 + half);
}

function fillStates(
  memory: Float64Array,
  at: number,
  { rows, cols, re, im }: ComplexMatrix,
  half: number,
  padded: (i: number) => number,
): void {
  const block = 2 * half * 2 * LANES;
  for (let i = 0, k = 0; i < rows; i++) {
    for (let j = 0; j < cols; j++, k++) {
      const target = at + Math.floor(j / LANES) * block + padded(i) * 2 * LANES + (j % LANES);
      memory[target] = re[k];
      memory[target + LANES] = im[k];
    }
  }
}

/** Panels of two rows: for each column re, im of the one and re, im of the other. */
function fillPanels(
  memory: Float64Array,
  at: number,
  { rows, cols, re, im }: ComplexMatrix,
  size: number,
  padded: (i: number) => number,
): void {
  for (let i = 0, k = 0; i < rows; i++) {
    const row = padded(i);
    const panel = at + (row >> 1) * size * 4 + (row & 1) * 2;
    for (let j = 0; j < cols; j++, k++) {
      const target = panel + padded(j) * 4;
      memory[target] = re[k];
      memory[target + 1] = im[k];
    }
  }
}

function fillRotation(memory: Float64Array, at: number, { rotation }: ChainLayer, half: number): void {
  const { cos, sin }: Rotation = rotation ?? { cos: new Float64Array(half).fill(1), sin: new Float64Array(half) };
  cos.forEach((c, i) => {
    memory[at + 2 * i] = c;
    memory[at + 2 * i + 1] = sin[i];
  });
}
