/** Measured orders of what one descent step and a flow differ by, on losses of QNNs. */
import { describe, expect, test } from 'vitest';
import {
  correctedVelocity,
  flowDisplacement,
  lossGradient,
  randomFromSeed,
  randomProblem,
  type TrainingProblem,
  trainingKernel,
} from '../src/index.js';

const SHAPES = [
  { dimension: 4, sampleCount: 2, parameterCount: 5, ranks: [1], generators: 'traceless' },
  { dimension: 6, sampleCount: 3, parameterCount: 8, ranks: [1], generators: 'traceful' },
  { dimension: 8, sampleCount: 4, parameterCount: 12, ranks: [1, 2], generators: 'traceless' },
] as const;

const RATES = Array.from({ length: 6 }, (_, k) => 4e-4 / 2 ** k);

/** The slope of log |gap| over log rate. */
function order(gap: (rate: number) => number): number {
  const [x, y] = [RATES.map(Math.log), RATES.map((rate) => Math.log(gap(rate)))];
  const mean = (values: readonly number[]) => values.reduce((a, b) => a + b) / values.length;
  const [mx, my] = [mean(x), mean(y)];
  return mean(x.map((u, k) => (u - mx) * (y[k] - my))) / mean(x.map((u) => (u - mx) ** 2));
}

describe.each(SHAPES)('d = $dimension, m = $sampleCount, p = $parameterCount', (shape) => {
  const { problem, parameters } = randomProblem(shape, randomFromSeed(5));
  const { gradient } = lossGradient(problem, parameters);
  const gapOf = (weight: number) => (rate: number) =>
    Math.hypot(
      ...flowDisplacement(problem, parameters, rate, weight * rate).map((move, l) => move + rate * gradient[l]),
    );

  test('the modified equation: 3', () => {
    expect(Math.abs(order(gapOf(1 / 2)) - 3)).toBeLessThan(0.1);
  });

  test.each([
    ['gradient flow', 0],
    ['the opposite sign', -1 / 2],
    ['half the correction', 1 / 4],
    ['twice the correction', 1],
  ])('%s: 2', (_, weight) => {
    expect(Math.abs(order(gapOf(weight)) - 2)).toBeLessThan(0.1);
  });

  test('two gradients give the modified field up to η²', () => {
    const difference = (rate: number) => Math.hypot(...corrected(problem, parameters, rate));
    expect(Math.abs(order(difference) - 2)).toBeLessThan(0.1);
  });
});

/** The field by two gradients minus the modified field, which is what a very short flow makes of it. */
function corrected(problem: TrainingProblem, theta: Float64Array, rate: number): Float64Array {
  const out = new Float64Array(theta.length);
  correctedVelocity(trainingKernel(problem), rate)(theta, out);
  const instant = 1e-6;
  const moved = flowDisplacement(problem, theta, instant, rate / 2);
  const back = flowDisplacement(problem, theta, -instant, rate / 2);
  return out.map((speed, l) => speed - (moved[l] - back[l]) / (2 * instant));
}
