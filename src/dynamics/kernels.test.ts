import { describe, expect, test } from 'vitest';
import { BadInput } from '../numeric/bad-input.js';
import { columnsOf, entry, identity } from '../numeric/complex-matrix.js';
import { haarUnitary } from '../numeric/haar-unitary.js';
import { eigenvaluesOf } from '../numeric/hermitian-eigen.js';
import { mul } from '../numeric/matrix-products.js';
import { frobeniusNorm, maxAbs } from '../numeric/matrix-scalars.js';
import { add, hadamard, scale, sub, timesI } from '../numeric/matrix-sums.js';
import { randomFromSeed } from '../numeric/random.js';
import { balancedDataSet } from '../quantum/data-set.js';
import { pauliLike } from '../quantum/measurement.js';
import { periodicAnsatz } from '../quantum/periodic-ansatz.js';
import { mixedState, pureState, type State } from '../quantum/state.js';
import { asymptoticKernel } from './asymptotic-kernel.js';
import { prepareCircuit } from './circuit.js';
import { gradientOf, sensitivity } from './gradient.js';
import { hadamardForm } from './hadamard-form.js';
import { conjugated, inputSideGenerators, parameterisedMeasurement } from './parameterised-measurement.js';
import {
  normalisation,
  perturbationKernel,
  perturbationKernelByOperator,
  perturbationOperator,
} from './perturbation-kernel.js';
import { predictions, residuals } from './predictions.js';
import { type ProblemShape, randomProblem } from './random-problem.js';
import { tangentKernel } from './tangent-kernel.js';

const densities = (states: readonly State[]) => states.map((state) => state.densityMatrix);

const general: ProblemShape = {
  dimension: 3,
  sampleCount: 4,
  parameterCount: 5,
  ranks: [1, 2, 3],
  generators: 'traceless',
};

describe('K, the tangent kernel', () => {
  test('the residuals obey dr/dt = -(eta/m) K r along the gradient flow, and not with half of K', () => {
    const { problem, parameters } = randomProblem({ ...general, generators: 'traceful' }, randomFromSeed(4));
    const { jacobian, predictions: yhat } = sensitivity(problem, parameters);
    const r = residuals(problem.labels, yhat);
    const eta = 0.7;
    const velocity = gradientOf(jacobian, r).map((slope) => -eta * slope);
    const h = 1e-5;
    const at = (t: number) =>
      residuals(
        problem.labels,
        sensitivity(
          problem,
          parameters.map((angle, l) => angle + t * velocity[l]),
        ).predictions,
      );
    const [after, before] = [at(h), at(-h)];
    const k = tangentKernel(jacobian);
    r.forEach((_, i) => {
      const expected = -(eta / r.length) * r.reduce((sum, rj, j) => sum + entry(k, i, j).re * rj, 0);
      const measured = (after[i] - before[i]) / (2 * h);
      expect(Math.abs(measured - expected)).toBeLessThan(1e-7);
      expect(Math.abs(measured - expected / 2)).toBeGreaterThan(1e-3);
    });
  });

  test('it is positive semidefinite, singular for repeated inputs', () => {
    const { problem, parameters } = randomProblem({ ...general, sampleCount: 6 }, randomFromSeed(9));
    const k = tangentKernel(sensitivity(problem, parameters).jacobian);
    expect(eigenvaluesOf(k)[0]).toBeGreaterThan(-1e-13 * maxAbs(k));
  });
});

describe('Kpert of Lemma 4.1', () => {
  test.each([2, 3, 4])('(eta/m) K - Kasym agrees with Eq. (8) through Delta, d=%i', (d) => {
    const shape = { ...general, dimension: d, ranks: [1, 2, d] };
    const { problem, states, ansatz, parameters } = randomProblem(shape, randomFromSeed(d));
    const normal = normalisation(ansatz, states.length)!;
    expect(normal.z).toBeCloseTo(1, 13);
    expect(normal.eta).toBeCloseTo(4 / 5, 13);
    const m = parameterisedMeasurement(problem.circuit, parameters, problem.measurement);
    const k = tangentKernel(sensitivity(problem, parameters).jacobian);
    const kasym = asymptoticKernel(m, densities(states));
    const delta = perturbationOperator(inputSideGenerators(problem.circuit, parameters), normal.z);
    const direct = perturbationKernel(k, kasym, normal.eta);
    const byDelta = perturbationKernelByOperator(m, densities(states), delta);
    const size = maxAbs(scale(k, normal.eta / states.length)) + maxAbs(kasym);
    expect(maxAbs(sub(direct, byDelta))).toBeLessThan(50 * d * d * Number.EPSILON * size);
    expect(maxAbs(direct)).toBeGreaterThan(1e-2 * size);
  });

  test('it shrinks like 1/sqrt(p) for the periodic ansatz', () => {
    const { states } = balancedDataSet(4, 2, randomFromSeed(1));
    const m0 = pauliLike(4, randomFromSeed(2));
    const relative = (p: number) => {
      const ansatz = periodicAnsatz(4, p, randomFromSeed(3));
      const circuit = prepareCircuit(ansatz);
      const theta = new Float64Array(p);
      const m = parameterisedMeasurement(circuit, theta, m0);
      const generators = inputSideGenerators(circuit, theta);
      const delta = perturbationOperator(generators, normalisation(ansatz, 2)!.z);
      return frobeniusNorm(perturbationKernelByOperator(m, densities(states), delta));
    };
    expect(relative(6400)).toBeLessThan(relative(16) / 5);
  });

  test('it needs traceless generators with one tr(H^2) > 0', () => {
    const { ansatz } = randomProblem(general, randomFromSeed(1));
    const withGenerator = (generator = ansatz.layers[0].generator) => ({
      ...ansatz,
      layers: [{ ...ansatz.layers[0], generator }, ...ansatz.layers.slice(1)],
    });
    expect(normalisation(withGenerator(), 1)).not.toBeNull();
    expect(normalisation(withGenerator(identity(3)), 1)).toBeNull();
    expect(normalisation(withGenerator(scale(ansatz.layers[0].generator, 1.001)), 1)).toBeNull();
    expect(normalisation({ ...ansatz, layers: [] }, 1)).toBeNull();
    const silent = ansatz.layers.map((layer) => ({ ...layer, generator: scale(identity(3), 0) }));
    expect(normalisation({ ...ansatz, layers: silent }, 1)).toBeNull();
  });
});

describe('Kasym', () => {
  const random = randomFromSeed(21);
  const gamma = 1.7;
  const m = scale(pauliLike(6, random), gamma);
  const { states } = balancedDataSet(6, 3, random);

  test('it is 2 (gamma^2 - yhat^2) for one pure sample', () => {
    const [yhat] = predictions(states, m);
    const k = entry(asymptoticKernel(m, densities(states).slice(0, 1)), 0, 0).re;
    expect(k).toBeCloseTo(2 * (gamma * gamma - yhat * yhat), 13);
  });

  test('it vanishes at an eigenstate, where tr(M M rho rho) - tr(M rho M rho) would leave rounding', () => {
    const v = columnsOf([states[0].vector!]);
    const toPlus = add(mul(m, v), scale(v, gamma));
    const eigenstate = pureState(scale(toPlus, 1 / frobeniusNorm(toPlus)));
    expect(entry(asymptoticKernel(m, [eigenstate.densityMatrix]), 0, 0).re).toBeLessThan(1e-29);
  });

  test('unitary conjugation, gamma-scaling and sample permutation act as they should', () => {
    const u = haarUnitary(6, random);
    const k = asymptoticKernel(m, densities(states));
    const turned = asymptoticKernel(
      conjugated(m, u),
      densities(states).map((rho) => conjugated(rho, u)),
    );
    const scaled = asymptoticKernel(scale(m, 3), densities(states));
    const permuted = asymptoticKernel(m, densities([states[2], states[0], states[1]]));
    expect(maxAbs(sub(turned, k))).toBeLessThan(1e-13);
    expect(maxAbs(sub(scaled, scale(k, 9)))).toBeLessThan(1e-12);
    expect(entry(permuted, 0, 1)).toEqual(entry(k, 2, 0));
    expect(entry(permuted, 2, 2)).toEqual(entry(k, 1, 1));
  });

  test('Lemma C.2: it is 4 gamma^2 (P o N^T + P^T o N), and not with N in place of N^T', () => {
    const inputs = [...states, pureState(states[0].vector!)];
    const { p, n, kernel } = hadamardForm(m, gamma, columnsOf(inputs.map((state) => state.vector!)));
    const k = asymptoticKernel(m, densities(inputs));
    expect(maxAbs(sub(kernel, k))).toBeLessThan(1e-13);
    expect(maxAbs(sub(scale(hadamard(p, n), 8 * gamma * gamma), k))).toBeGreaterThan(1e-2);
    expect(maxAbs(sub(timesI(kernel), timesI(k)))).toBeLessThan(1e-13);
  });

  test('Lemma C.2 needs M^2 = gamma^2 I', () => {
    const v = columnsOf([states[0].vector!]);
    for (const wrong of [1.6, 0, -gamma]) {
      expect(() => hadamardForm(m, wrong, v)).toThrow(
        new BadInput(`hadamardForm: expected a measurement with M^2 = gamma^2 I for gamma = ${wrong}`),
      );
    }
  });
});

test('a pure state given as a matrix is the same sample', () => {
  const { problem, states, parameters, ansatz } = randomProblem(general, randomFromSeed(8));
  const asMatrices = states.map((state) => mixedState(state.densityMatrix));
  const m = parameterisedMeasurement(prepareCircuit(ansatz), parameters, problem.measurement);
  const difference = predictions(asMatrices, m).map((yhat, j) => yhat - predictions(states, m)[j]);
  expect(Math.max(...difference.map(Math.abs))).toBeLessThan(1e-14);
});
