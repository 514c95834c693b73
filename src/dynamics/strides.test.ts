import { describe, expect, test } from 'vitest';
import { NotFinite, type StrideState, stride, strideStart } from './strides.js';
import type { TrainingKernel } from './training-kernel.js';

/** A loss of which descent is known: L = (1/2) sum curvature_l theta_l^2, so theta(k) = (1 - eta curvature)^k theta(0). */
function bowl(curvatures: readonly number[], poison = Number.POSITIVE_INFINITY) {
  let gradients = 0;
  const lossGradientInto = (theta: Float64Array, gradient: Float64Array) => {
    gradients++;
    let loss = 0;
    curvatures.forEach((curvature, l) => {
      gradient[l] = Math.abs(theta[l]) > poison ? Number.NaN : curvature * theta[l];
      loss += (curvature * theta[l] ** 2) / 2;
    });
    return loss;
  };
  return { kernel: { lossGradientInto } as unknown as TrainingKernel, gradients: () => gradients };
}

function follow(kernel: TrainingKernel, rate: number, start: number[], tolerance: number, until: number) {
  let state = strideStart(kernel, Float64Array.from(start));
  const lengths: number[] = [];
  while (state.iteration < until) {
    const next = stride(kernel, rate, state, tolerance).state;
    lengths.push(next.iteration - state.iteration);
    state = next;
  }
  return { state, lengths };
}

const exactly = (start: number[], curvatures: number[], rate: number, k: number) =>
  start.map((x, l) => x * (1 - rate * curvatures[l]) ** k);

describe('where descent is known', () => {
  const curvatures = [3, 1, 0.2];
  const start = [1, -2, 3];

  test.each([1e-3, 1e-2, 0.1])('with the step %f it stays on the iterates, not on the flow', (rate) => {
    const { kernel } = bowl(curvatures);
    const until = 2 / rate;
    const { state } = follow(kernel, rate, start, 1e-8, until);
    const expected = exactly(start, curvatures, rate, state.iteration);
    const flow = start.map((x, l) => x * Math.exp(-rate * curvatures[l] * state.iteration));
    const off = (theta: readonly number[]) => Math.max(...theta.map((x, l) => Math.abs(x - state.parameters[l])));
    expect(off(expected)).toBeLessThan(1e-7);
    expect(off(flow)).toBeGreaterThan(1e-2 * rate);
  });

  test('a tighter tolerance is closer, and thousands of iterations cost a hundred gradients', () => {
    const errors = [1e-4, 1e-6, 1e-8, 1e-10].map((tolerance) => {
      const { kernel, gradients } = bowl(curvatures);
      const { state } = follow(kernel, 1e-4, start, tolerance, 20_000);
      expect(gradients()).toBeLessThan(130);
      const expected = exactly(start, curvatures, 1e-4, state.iteration);
      return Math.max(...expected.map((x, l) => Math.abs(x - state.parameters[l])));
    });
    errors.slice(1).forEach((error, k) => {
      expect(error).toBeLessThan(errors[k] / 5);
    });
    expect(errors[3]).toBeLessThan(1e-9);
  });

  test('all iterations inside a stride are those of descent', () => {
    const { kernel } = bowl(curvatures);
    let state = strideStart(kernel, Float64Array.from(start));
    while (state.iteration < 3000) {
      const next = stride(kernel, 1e-3, state, 1e-9);
      for (let k = state.iteration; k <= next.state.iteration; k++) {
        const expected = exactly(start, curvatures, 1e-3, k);
        next.at(k).forEach((x, l) => {
          expect(Math.abs(x - expected[l])).toBeLessThan(1e-8);
        });
      }
      expect(next.at(next.state.iteration)).toEqual(next.state.parameters);
      state = next.state;
    }
  });
});

test('steps so large that the iterates jump from side to side are taken one by one, and are exact', () => {
  const { kernel, gradients } = bowl([1, 0.5]);
  const rate = 1.9;
  const { state, lengths } = follow(kernel, rate, [1, 1], 1e-8, 100);
  expect(lengths.filter((length) => length > 1).length).toBeLessThan(10);
  expect(gradients()).toBeLessThan(150);
  exactly([1, 1], [1, 0.5], rate, state.iteration).forEach((x, l) => {
    expect(Math.abs(x - state.parameters[l])).toBeLessThan(1e-12);
  });
});

test('the state is plain data: a run goes on from its copy with the same bits', () => {
  const { kernel } = bowl([2, 1]);
  const { state } = follow(kernel, 1e-2, [1, 1], 1e-8, 100);
  const ahead = (from: StrideState) => stride(kernel, 1e-2, from, 1e-8).state;
  expect(ahead(structuredClone(state))).toEqual(ahead(state));
});

test('a gradient that is not finite stops it, with the last good state', () => {
  // Ascent: 1.01^k passes 2 after 69 iterations.
  const { kernel } = bowl([-1], 2);
  const run = () => follow(kernel, 1e-2, [1], 1e-8, 1000);
  expect(run).toThrow(NotFinite);
  try {
    run();
  } catch (error) {
    const { message, lastGood } = error as NotFinite;
    expect(message).toBe('the gradient is not finite after iteration 69');
    expect(lastGood?.iteration).toBe(69);
    expect(lastGood?.parameters[0]).toBeCloseTo(1.01 ** 69, 7);
  }
  expect(() => strideStart(kernel, Float64Array.of(3))).toThrow('the gradient is not finite at the start');
});
