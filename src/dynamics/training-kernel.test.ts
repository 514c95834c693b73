import { describe, expect, test } from 'vitest';
import { BadInput } from '../numeric/bad-input.js';
import { type ComplexMatrix, column, columnsOf, zeros } from '../numeric/complex-matrix.js';
import { haarState } from '../numeric/haar-unitary.js';
import { scale } from '../numeric/matrix-sums.js';
import type { ChainGradient } from '../numeric/phased-chain.js';
import { plainChain } from '../numeric/plain-chain.js';
import { randomFromSeed } from '../numeric/random.js';
import { simdChain } from '../numeric/simd-chain.js';
import { cosineSineAnsatz, denseAnsatz, gaugeMeasurement } from '../quantum/cosine-sine-ansatz.js';
import { withSpectrum } from '../quantum/measurement.js';
import { periodicAnsatz } from '../quantum/periodic-ansatz.js';
import { mixedState, pureState } from '../quantum/state.js';
import { prepareCircuit } from './circuit.js';
import { lossGradient } from './gradient.js';
import { sampleColumns } from './sample-columns.js';
import { denseChain, type GaugeProblem, gaugeChain } from './training-chain.js';
import { trainingKernel, trainingStep } from './training-kernel.js';
import type { TrainingProblem } from './training-problem.js';

/** d, m, p: odd m, m = 1, m beyond a block of four columns, halves of odd size, one layer. */
const SHAPES = [
  [2, 1, 1],
  [2, 3, 5],
  [4, 4, 2],
  [6, 5, 7],
  [10, 9, 3],
  [16, 1, 12],
  [32, 4, 10],
  [64, 7, 6],
] as const;

const GAMMA = 1.5;

function inputsOf(d: number, m: number): ComplexMatrix[] {
  const random = randomFromSeed(d * 100 + m).split('inputs');
  return Array.from({ length: m }, () => haarState(d, random));
}

function randomNumbers(n: number, seed: number): Float64Array {
  const random = randomFromSeed(seed);
  return Float64Array.from({ length: n }, () => 4 * random.uniform() - 2);
}

function gaugeProblem(d: number, m: number, p: number): GaugeProblem {
  const ansatz = cosineSineAnsatz(d, p, randomFromSeed(p));
  return { ansatz, inputs: columnsOf(inputsOf(d, m)), labels: randomNumbers(m, 5), gamma: GAMMA };
}

/** The same with dense unitaries, for the general code. */
function written({ ansatz, inputs, labels, gamma }: GaugeProblem): TrainingProblem {
  const states = Array.from({ length: inputs.cols }, (_, j) => pureState(column(inputs, j)));
  return {
    circuit: prepareCircuit(denseAnsatz(ansatz)),
    samples: sampleColumns(states),
    labels,
    measurement: scale(gaugeMeasurement(ansatz.dimension), gamma),
  };
}

function periodicProblem(d: number, m: number, p: number): TrainingProblem {
  const random = randomFromSeed(p);
  return {
    circuit: prepareCircuit(periodicAnsatz(d, p, random)),
    samples: sampleColumns(inputsOf(d, m).map(pureState)),
    labels: randomNumbers(m, 5),
    measurement: withSpectrum(randomNumbers(d, 6), random),
  };
}

/**
 * The adjoint method sums d products in each of 2 p multiplications by unitaries, so predictions are off by a few (d + p) eps times
 * |M0| <= 2 and slopes by that times 2 |H| = 2 h |r| <= 2 h (|M0| + 2). Measured: at most about a tenth of this, and 1e-14 relative to the largest slope.
 */
function tolerances(d: number, p: number) {
  const rounding = 4 * (d + p) * Number.EPSILON;
  return { output: 4 * rounding, slope: 8 * Math.sqrt(d) * rounding };
}

function expectAgreement(a: ChainGradient, b: ChainGradient, d: number): void {
  const { output, slope } = tolerances(d, a.gradient.length);
  const differences = (x: Float64Array, y: Float64Array) => Math.max(...x.map((value, k) => Math.abs(value - y[k])));
  expect(a.predictions).toHaveLength(b.predictions.length);
  expect(a.gradient).toHaveLength(b.gradient.length);
  expect(differences(a.predictions, b.predictions)).toBeLessThan(output);
  expect(Math.abs(a.loss - b.loss)).toBeLessThan(4 * output);
  expect(differences(a.gradient, b.gradient)).toBeLessThan(slope);
}

test('the SIMD module is there', () => {
  const kernel = trainingKernel(gaugeProblem(4, 2, 2));
  expect(kernel.fallback).toBeNull();
  expect(kernel.path).toBe('simd-gauge');
});

describe.each(SHAPES)('d=%i m=%i p=%i', (d, m, p) => {
  const theta = randomNumbers(p, 9);

  test('in the gauge every path agrees with the general code on the dense unitaries', () => {
    const problem = gaugeProblem(d, m, p);
    const expected = lossGradient(written(problem), theta);
    for (const options of [{}, { fused: true }, { using: 'plain' }] as const) {
      expectAgreement(trainingKernel(problem, options).lossGradient(theta), expected, d);
    }
    expectAgreement(trainingKernel(written(problem)).lossGradient(theta), expected, d);
  });

  test('with dense unitaries and any measurement every path agrees with the general code', () => {
    const problem = periodicProblem(d, m, p);
    const expected = lossGradient(problem, theta);
    for (const options of [{}, { fused: true }] as const) {
      const kernel = trainingKernel(problem, options);
      expect(kernel.path).toBe('simd-dense');
      expectAgreement(kernel.lossGradient(theta), expected, d);
    }
    expectAgreement(plainChain(denseChain(problem)!).lossGradient(theta), expected, d);
  });
});

test('the tolerance sees a prediction off by 1e-12 and a wrong sign', () => {
  const problem = gaugeProblem(16, 3, 4);
  const theta = randomNumbers(4, 9);
  const right = trainingKernel(problem).lossGradient(theta);
  const off = { ...right, predictions: right.predictions.map((x) => x + 1e-12) };
  const turned = { ...right, gradient: right.gradient.map((x) => -x) };
  for (const wrong of [off, turned]) expect(() => expectAgreement(wrong, right, 16)).toThrow();
});

test('the same bits on every machine, and in every call', () => {
  const problem = gaugeProblem(8, 3, 4);
  const theta = randomNumbers(4, 9);
  const [a, b] = [trainingKernel(problem), trainingKernel(problem)];
  b.lossGradient(randomNumbers(4, 3));
  expect(a.lossGradient(theta)).toEqual(b.lossGradient(theta));
  expect(a.lossGradient(theta).loss).toBe(1.3105100923629238);
});

test('the loss without its gradient has the same bits on every path', () => {
  for (const problem of [gaugeProblem(8, 3, 4), periodicProblem(4, 2, 4)]) {
    for (const using of ['simd', 'plain'] as const) {
      const kernel = trainingKernel(problem, { using });
      const theta = randomNumbers(4, 9);
      const { loss, predictions } = kernel.lossGradient(theta);
      kernel.lossGradient(randomNumbers(4, 3));
      expect(kernel.value(theta)).toMatchObject({ loss, predictions });
    }
  }
});

test('a step descends, and its loss is the one before it', () => {
  const kernel = trainingKernel(gaugeProblem(8, 2, 30));
  const theta = randomNumbers(30, 9);
  const gradient = new Float64Array(30);
  const before = kernel.lossGradient(theta);
  expect(trainingStep(kernel, theta, gradient, 1e-3)).toBe(before.loss);
  expect(gradient).toEqual(before.gradient);
  expect(kernel.lossGradient(theta).loss).toBeLessThan(before.loss);
});

test('what SIMD does not know goes the general way, and says why', () => {
  const problem = periodicProblem(4, 2, 3);
  const mixed = {
    ...problem,
    samples: sampleColumns([mixedState(scaledIdentity(4)), ...inputsOf(4, 1).map(pureState)]),
  };
  const kernel = trainingKernel(mixed);
  expect(kernel.path).toBe('plain-dense');
  expect(kernel.fallback).toBe('simd: expected pure inputs and one generator diag(+h, .., -h, ..) in every layer');
  expect(kernel.lossGradient(randomNumbers(3, 9))).toEqual(lossGradient(mixed, randomNumbers(3, 9)));
  expect(() => trainingKernel(mixed, { using: 'simd' })).toThrow(new BadInput(`trainingKernel: ${kernel.fallback}`));
});

test('what does not fit is refused in one line', () => {
  const problem = gaugeProblem(4, 2, 3);
  const { labels } = problem;
  const kernel = trainingKernel(problem);
  expect(() => kernel.lossGradient(new Float64Array(2))).toThrow(
    new BadInput('simdChain: expected 3 parameters, one for each layer, got 2'),
  );
  expect(() => trainingKernel({ ...problem, labels: labels.subarray(1) })).toThrow(
    new BadInput('simdChain: expected 2 labels, one a state, got 1'),
  );
  expect(() => trainingKernel({ ...problem, labels: labels.map(() => Number.NaN) })).toThrow(
    new BadInput('simdChain: expected finite numbers, got NaN or Infinity'),
  );
  expect(() => trainingKernel({ ...problem, inputs: zeros(6, 2) })).toThrow(
    new BadInput('gaugeChain: expected inputs of 4 entries, got 6'),
  );
  expect(() => trainingKernel({ ...problem, ansatz: cosineSineAnsatz(4, 0, randomFromSeed(1)) })).toThrow(
    new BadInput('gaugeChain: expected at least one layer, got 0'),
  );
  expect(() => cosineSineAnsatz(3, 1, randomFromSeed(1))).toThrow(
    new BadInput('cosineSineAnsatz: expected an even dimension d >= 2, got 3'),
  );
});

test('blocks of another size are refused', () => {
  const chain = gaugeChain(gaugeProblem(4, 2, 3));
  const [first, ...rest] = chain.layers;
  const wrong = { ...chain, layers: [{ ...first, blocks: [zeros(3, 3), zeros(3, 3)] }, ...rest] };
  expect(() => simdChain(wrong)).toThrow(new BadInput('simdChain: expected blocks of 2x2, got 3x3 in layer 1'));
});

function scaledIdentity(d: number): ComplexMatrix {
  const a = zeros(d, d);
  for (let i = 0; i < d; i++) a.re[i * (d + 1)] = 1 / d;
  return a;
}
