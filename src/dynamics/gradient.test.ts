import { describe, expect, test } from 'vitest';
import { BadInput } from '../numeric/bad-input.js';
import { commutator } from '../numeric/matrix-products.js';
import { frobeniusNorm } from '../numeric/matrix-scalars.js';
import { scale, sub, timesI } from '../numeric/matrix-sums.js';
import { randomFromSeed } from '../numeric/random.js';
import { applyCircuit, trivialCircuit } from './circuit.js';
import { lossGradient, sensitivity } from './gradient.js';
import { inputSideGenerators, parameterisedMeasurement } from './parameterised-measurement.js';
import { predictions } from './predictions.js';
import { type ProblemShape, randomProblem } from './random-problem.js';
import { jacobianByCommutators } from './tangent-kernel.js';

const shapes: ProblemShape[] = [
  { dimension: 2, sampleCount: 1, parameterCount: 1, ranks: [1], generators: 'traceless' },
  { dimension: 4, sampleCount: 3, parameterCount: 6, ranks: [1], generators: 'traceful' },
  { dimension: 5, sampleCount: 3, parameterCount: 4, ranks: [5, 2, 1], generators: 'traceless' },
  { dimension: 3, sampleCount: 7, parameterCount: 5, ranks: [1, 3], generators: 'traceful' },
];

/** Rounding accumulates over the layers and the rows of each product; |M0| and |H_l| are at most about 5 here. */
const tolerance = ({ dimension, parameterCount }: ProblemShape) => 100 * (dimension + parameterCount) * Number.EPSILON;

const largestDifference = (a: Float64Array, b: Float64Array) => Math.max(...a.map((x, l) => Math.abs(x - b[l])));

describe.each(shapes)('d=$dimension m=$sampleCount p=$parameterCount ranks $ranks $generators', (shape) => {
  const { problem, states, parameters } = randomProblem(shape, randomFromSeed(11));
  const { circuit, measurement } = problem;
  const m = parameterisedMeasurement(circuit, parameters, measurement);

  test('the adjoint method agrees with the commutators of Lemma 3.1', () => {
    const { jacobian, predictions: yhat } = sensitivity(problem, parameters);
    const densities = states.map((state) => state.densityMatrix);
    const expected = jacobianByCommutators(m, densities, inputSideGenerators(circuit, parameters));
    jacobian.forEach((row, j) => {
      expect(largestDifference(row, expected[j])).toBeLessThan(tolerance(shape));
    });
    expect(largestDifference(yhat, predictions(states, m))).toBeLessThan(tolerance(shape));
  });

  test('the gradient agrees with central differences', () => {
    const { gradient } = lossGradient(problem, parameters);
    const h = 1e-5; // error h^2 |L'''| / 6 + eps / h, both about 1e-10
    gradient.forEach((slope, l) => {
      const at = (shift: number) =>
        lossGradient(
          problem,
          parameters.map((angle, k) => (k === l ? angle + shift : angle)),
        ).loss;
      expect(Math.abs((at(h) - at(-h)) / (2 * h) - slope)).toBeLessThan(2e-8);
    });
  });

  test('dM/dtheta_l = i [H_l, M], and a wrong sign is seen', () => {
    const h = 1e-5;
    inputSideGenerators(circuit, parameters).forEach((generator, l) => {
      const at = (shift: number) =>
        parameterisedMeasurement(
          circuit,
          parameters.map((angle, k) => (k === l ? angle + shift : angle)),
          measurement,
        );
      const slope = scale(sub(at(h), at(-h)), 1 / (2 * h));
      const expected = timesI(commutator(generator, m));
      expect(frobeniusNorm(sub(slope, expected))).toBeLessThan(1e-7);
      expect(frobeniusNorm(sub(slope, scale(expected, -1)))).toBeGreaterThan(1e-2);
    });
  });
});

test('without layers M = M0 and the gradient is empty', () => {
  const { problem, states } = randomProblem(shapes[1], randomFromSeed(3));
  const none = { ...problem, circuit: trivialCircuit(4) };
  const { gradient, predictions: yhat } = lossGradient(none, new Float64Array(0));
  expect(gradient).toHaveLength(0);
  expect(largestDifference(yhat, predictions(states, problem.measurement))).toBeLessThan(1e-14);
});

test('the number of parameters is checked', () => {
  const { problem } = randomProblem(shapes[1], randomFromSeed(3));
  const message = 'expected 6 parameters, one for each layer, got 2';
  expect(() => sensitivity(problem, new Float64Array(2))).toThrow(new BadInput(`sensitivity: ${message}`));
  expect(() => applyCircuit(problem.circuit, new Float64Array(2), problem.measurement)).toThrow(
    new BadInput(`applyCircuit: ${message}`),
  );
});
