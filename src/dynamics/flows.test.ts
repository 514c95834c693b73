import { describe, expect, test } from 'vitest';
import { BadInput } from '../numeric/bad-input.js';
import type { ComplexMatrix } from '../numeric/complex-matrix.js';
import { columnVector, entry, fromDiagonal } from '../numeric/complex-matrix.js';
import { haarUnitary } from '../numeric/haar-unitary.js';
import { eigenvaluesOf } from '../numeric/hermitian-eigen.js';
import { commutator, mul } from '../numeric/matrix-products.js';
import { frobeniusNorm, traceOfProduct } from '../numeric/matrix-scalars.js';
import { adjoint, hermitianPart, scale, sub } from '../numeric/matrix-sums.js';
import { randomFromSeed } from '../numeric/random.js';
import { balancedDataSet, type DataSet } from '../quantum/data-set.js';
import { pauliLike } from '../quantum/measurement.js';
import { pureState } from '../quantum/state.js';
import { asymptoticFlow, asymptoticVelocity, pull } from './asymptotic-flow.js';
import { asymptoticKernel } from './asymptotic-kernel.js';
import { asymptoticFlowUnprotected, unconstrainedFlow } from './failing-controls.js';
import { gradientDescent } from './gradient-descent.js';
import { gradientFlow } from './gradient-flow.js';
import { isospectralStart, isospectralStep } from './isospectral-step.js';
import { conjugated } from './parameterised-measurement.js';
import { predictions, residuals } from './predictions.js';
import { randomProblem, randomState } from './random-problem.js';
import { sampleFlowWithPauses } from './step-halving.js';

const random = randomFromSeed(77);
const gamma = 1.5;
const m0 = scale(pauliLike(6, random), gamma);
const data: DataSet = {
  states: [...balancedDataSet(6, 2, random).states, randomState(6, 1, random), randomState(6, 4, random)],
  labels: Float64Array.from([1, -1, 1, -0.5]),
};

const drift = (m: ComplexMatrix, reference = m0) => {
  const expected = eigenvaluesOf(reference);
  return Math.max(...eigenvaluesOf(hermitianPart(m)).map((value, i) => Math.abs(value - expected[i])));
};

const last = <T>(points: Iterable<T>): T => [...points].at(-1)!;

/** log2 of the ratio of successive errors when the step is halved. */
const orders = (errors: readonly number[]) => errors.slice(1).map((error, i) => Math.log2(errors[i] / error));

describe('the asymptotic flow, Eq. (10)', () => {
  const exact = last(asymptoticFlow(m0, data, { every: 0.5, count: 1, tolerance: 1e-13 })).measurement;

  const fixedSteps = (steps: number) => {
    let q = isospectralStart(m0);
    for (let k = 0; k < steps; k++) q = isospectralStep(m0, (m) => commutator(m, pull(m, data)), q, 0.5 / steps);
    return conjugated(m0, q);
  };

  test('one sample follows dyhat/dt = 2 (gamma^2 - yhat^2) (y - yhat): the implicit solution by partial fractions', () => {
    const one = { states: data.states.slice(0, 1), labels: Float64Array.from([1]) };
    // t = F(yhat(t)) - F(yhat(0)), F an antiderivative of 1 / (2 (gamma^2 - s^2) (1 - s))
    const antiderivative = (s: number) =>
      (-Math.log(1 - s) / (gamma ** 2 - 1) +
        Math.log(gamma + s) / (2 * gamma * (gamma + 1)) -
        Math.log(gamma - s) / (2 * gamma * (1 - gamma))) /
      2;
    const start = predictions(one.states, m0)[0];
    for (const { time, predictions: yhat, error } of asymptoticFlow(m0, one, {
      every: 0.2,
      count: 5,
      tolerance: 1e-11,
    })) {
      const reached = antiderivative(yhat[0]) - antiderivative(start);
      const slope = 2 * (gamma ** 2 - yhat[0] ** 2) * (1 - yhat[0]);
      expect(Math.abs(reached - time)).toBeLessThan((1e-10 + error) / slope);
    }
  });

  test('the residuals obey dr/dt = -Kasym r', () => {
    const velocity = asymptoticVelocity(m0, data);
    const r = residuals(data.labels, predictions(data.states, m0));
    const k = asymptoticKernel(
      m0,
      data.states.map((state) => state.densityMatrix),
    );
    data.states.forEach(({ densityMatrix }, i) => {
      const expected = r.reduce((sum, rj, j) => sum + entry(k, i, j).re * rj, 0);
      expect(traceOfProduct(velocity, densityMatrix).re).toBeCloseTo(expected, 12);
    });
  });

  test('the isospectral method has order 4 and keeps the spectrum at any step', () => {
    const errors = [8, 16, 32, 64].map((steps) => frobeniusNorm(sub(fixedSteps(steps), exact)));
    for (const order of orders(errors)) expect(Math.abs(order - 4)).toBeLessThan(0.3);
    for (const steps of [1, 2, 64]) expect(drift(fixedSteps(steps))).toBeLessThan(1e-13);
  });

  test('control: Runge-Kutta on M has order 4 too, and its spectrum drifts', () => {
    const results = [16, 32, 64, 128].map((steps) => asymptoticFlowUnprotected(m0, data, 0.5 / steps, steps));
    for (const order of orders(results.map((m) => frobeniusNorm(sub(m, exact))))) {
      expect(Math.abs(order - 4)).toBeLessThan(0.5);
    }
    const drifts = results.map((m) => drift(m));
    for (const order of orders(drifts)) expect(order).toBeGreaterThan(3.5);
    expect(drifts[0]).toBeGreaterThan(1e3 * drift(fixedSteps(16)));
  });

  test('control: the unconstrained flow is kernel regression and loses the spectrum', () => {
    const orthonormal = { states: data.states.slice(0, 2), labels: Float64Array.from([1, -1]) };
    const end = unconstrainedFlow(m0, orthonormal, 0.01, 100);
    const before = residuals(orthonormal.labels, predictions(orthonormal.states, m0));
    const after = residuals(orthonormal.labels, predictions(orthonormal.states, end));
    after.forEach((r, j) => {
      expect(r).toBeCloseTo(before[j] * Math.exp(-1), 9); // tr(rho_i rho_j) = delta_ij
    });
    expect(drift(end)).toBeGreaterThan(0.05);
  });

  test('the error estimate covers the error, and the tolerance is kept', () => {
    for (const tolerance of [1e-4, 1e-7, 1e-10]) {
      const point = last(asymptoticFlow(m0, data, { every: 0.25, count: 2, tolerance }));
      const error = frobeniusNorm(sub(point.measurement, exact));
      expect(point.error).toBeGreaterThan(error / 3);
      expect(point.error).toBeLessThan(10 * tolerance);
    }
  });

  test('it commutes with unitary conjugation', () => {
    const u = haarUnitary(6, random);
    const turned = {
      states: data.states.map(({ vector, densityMatrix }) => ({
        vector: vector === null ? null : mul(u, vector),
        densityMatrix: mul(mul(u, densityMatrix), adjoint(u)),
      })),
      labels: data.labels,
    };
    const sampling = { every: 0.5, count: 1, tolerance: 1e-12 };
    const end = last(asymptoticFlow(conjugated(m0, adjoint(u)), turned, sampling));
    expect(Math.abs(end.loss - last(asymptoticFlow(m0, data, sampling)).loss)).toBeLessThan(1e-12);
  });

  test('an eigenstate of M never moves, though its loss is large', () => {
    const stuck = { states: [pureState(columnVector([0, 1]))], labels: Float64Array.from([1]) };
    const end = last(asymptoticFlow(fromDiagonal([1, -1]), stuck, { every: 100, count: 1, tolerance: 1e-8 }));
    expect(end.predictions[0]).toBe(-1);
  });
});

describe('finite p', () => {
  const shape = { dimension: 4, sampleCount: 3, parameterCount: 5, ranks: [1, 3], generators: 'traceful' } as const;
  const { problem, parameters } = randomProblem(shape, randomFromSeed(5));

  test('gradient flow: the loss falls, and small steps of descent approach it with order 1', () => {
    const points = [...gradientFlow(problem, parameters, 1, { every: 0.1, count: 3, tolerance: 1e-10 })];
    points.slice(1).forEach((point, k) => {
      expect(point.loss).toBeLessThan(points[k].loss);
    });
    const end = points.at(-1)!;
    const errors = [64, 128, 256].map((steps) => {
      const descent = gradientDescent(problem, parameters, 0.3 / steps);
      let reached = descent.next().value;
      while (reached.iteration < steps) reached = descent.next().value;
      return Math.hypot(...reached.predictions.map((value, j) => value - end.predictions[j]));
    });
    for (const order of orders(errors)) expect(Math.abs(order - 1)).toBeLessThan(0.1);
  });

  test('descent starts at iteration 0 and leaves the given parameters alone', () => {
    const given = Float64Array.from(parameters);
    const descent = gradientDescent(problem, parameters, 0.1);
    const [first, second] = [descent.next().value, descent.next().value];
    expect(first.iteration).toBe(0);
    expect(first.parameters).toEqual(given);
    expect(second.parameters).not.toEqual(given);
    expect(parameters).toEqual(given);
  });
});

test('sampling is checked', () => {
  const method = { step: (y: number) => y, distance: () => 0, rounding: 0 };
  expect(() => sampleFlowWithPauses(method, 0, { every: 0, count: 1, tolerance: 1e-9 }).next()).toThrow(
    new BadInput('flow: expected every > 0, an integer count >= 0 and tolerance > 0, got 0, 1 and 1e-9'),
  );
});
