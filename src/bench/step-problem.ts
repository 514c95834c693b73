import type { GaugeProblem } from '../dynamics/training-chain.js';
import type { ComplexMatrix } from '../numeric/complex-matrix.js';
import { rotatedBlocks } from '../numeric/haar-cosine-sine.js';
import { orthonormalStates } from '../numeric/haar-unitary.js';
import { mul } from '../numeric/matrix-products.js';
import { randomFromSeed } from '../numeric/random.js';
import { cosineSineAnsatz, denseAnsatz } from '../quantum/cosine-sine-ansatz.js';

/** A problem to train, Haar-random in the gauge, with gamma = 1, labels in [-1, 1) and normal angles. */
export interface StepProblem {
  readonly gauge: GaugeProblem;
  readonly theta: Float64Array;
}

export function stepProblem(d: number, p: number, m: number): StepProblem {
  const random = randomFromSeed(1000 * d + p);
  return {
    gauge: {
      ansatz: cosineSineAnsatz(d, p, random),
      inputs: orthonormalStates(d, m, random),
      labels: Float64Array.from({ length: m }, () => 2 * random.uniform() - 1),
      gamma: 1,
    },
    theta: Float64Array.from({ length: p }, () => random.normal()),
  };
}

/** The file of fixtures/peers/step_numpy.py: the dense circuit, then the same in the gauge. */
export function stepFile({ gauge, theta }: StepProblem): Uint8Array[] {
  const { ansatz, inputs, labels } = gauge;
  const dense = denseAnsatz(ansatz);
  const [first, ...rest] = ansatz.factors;
  const sizes = Int32Array.of(ansatz.dimension, theta.length, labels.length, 0);
  const parts = [
    ...[dense.initial, ...dense.layers.map(({ unitary }) => unitary), inputs].map(interleaved),
    labels,
    theta,
    ...rest.flatMap(({ blocks }) => blocks.map(interleaved)),
    ...ansatz.factors.flatMap(({ rotation }) => [rotation.cos, rotation.sin]),
    interleaved(mul(rotatedBlocks(first.rotation, first.blocks), inputs)),
  ];
  return [sizes, ...parts].map(({ buffer, byteOffset, byteLength }) => new Uint8Array(buffer, byteOffset, byteLength));
}

function interleaved({ re, im }: ComplexMatrix): Float64Array {
  const numbers = new Float64Array(2 * re.length);
  re.forEach((x, k) => {
    numbers[2 * k] = x;
    numbers[2 * k + 1] = im[k];
  });
  return numbers;
}
