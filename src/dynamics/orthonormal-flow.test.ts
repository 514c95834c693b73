import { describe, expect, test } from 'vitest';
import { type ComplexMatrix, entry } from '../numeric/complex-matrix.js';
import { eigenvaluesOf } from '../numeric/hermitian-eigen.js';
import { maxAbs } from '../numeric/matrix-scalars.js';
import { scale, sub } from '../numeric/matrix-sums.js';
import { randomFromSeed } from '../numeric/random.js';
import { convexPotential, entriesAt, orthonormalFlow, orthonormalKernel } from './orthonormal-flow.js';
import { balancedLevels, randomStart } from './random-start.js';
import { reducedFlow, reducedKernel } from './reduced-flow.js';

const random = randomFromSeed(31);
const gap = (a: ArrayLike<number>, b: ArrayLike<number>) => Math.max(...Array.from(a, (x, k) => Math.abs(x - b[k])));
const alternating = (m: number) => Float64Array.from({ length: m }, (_, j) => (-1) ** j);

describe.each([
  [8, 4, 1.5],
  [6, 5, 2],
  [2 ** 50, 6, 4],
])('d = %i, m = %i, gamma = %f', (d, m, gamma) => {
  const start = randomStart(balancedLevels(d, gamma), alternating(m), random);
  const problem = { entries: start.entries, gamma, labels: start.labels };
  const sampling = { every: 0.05, count: 8, tolerance: 1e-12 };
  const closed = [...orthonormalFlow(problem, sampling)];
  const factors = [...reducedFlow(start, sampling)];

  test('the closed form has the predictions and the kernel of the factors', () => {
    for (const [k, { predictions, loss, entries }] of closed.entries()) {
      expect(gap(predictions, factors[k].predictions)).toBeLessThan(1e-10);
      expect(Math.abs(loss - factors[k].loss)).toBeLessThan(1e-10);
      const kernel = orthonormalKernel(gamma, entries);
      expect(maxAbs(sub(kernel, reducedKernel(start, factors[k].factors)))).toBeLessThan(1e-9);
    }
  });

  test('the predictions are the gradient of the potential, and its Hessian is Kasym/(2 gamma)', () => {
    const tau = Float64Array.from({ length: m }, () => random.normal() / 2);
    const at = entriesAt(problem, tau);
    const kernel = orthonormalKernel(gamma, at);
    const h = 1e-3;
    const moved = (j: number, by: number) => tau.map((x, k) => (k === j ? x + by : x));
    const slope = (f: (x: Float64Array) => number, j: number) =>
      (8 * (f(moved(j, h)) - f(moved(j, -h))) - (f(moved(j, 2 * h)) - f(moved(j, -2 * h)))) / (12 * h);
    for (let j = 0; j < m; j++) {
      expect(Math.abs(slope((x) => convexPotential(problem, x), j) - entry(at, j, j).re)).toBeLessThan(1e-9);
      for (let i = 0; i < m; i++) {
        const change = slope((x) => entry(entriesAt(problem, x), i, i).re, j);
        expect(Math.abs(2 * gamma * change - entry(kernel, i, j).re)).toBeLessThan(1e-8);
      }
    }
    expect(Math.min(...eigenvaluesOf(kernel))).toBeGreaterThan(-1e-12);
  });
});

test('control: the sign of C0 in the closed form shows', () => {
  const start = randomStart(balancedLevels(8), alternating(3), random);
  const sampling = { every: 1, count: 1, tolerance: 1e-10 };
  const [, right] = reducedFlow(start, sampling);
  const [, wrong] = orthonormalFlow({ entries: scale(start.entries, -1), gamma: 1, labels: start.labels }, sampling);
  expect(gap(right.predictions, wrong.predictions)).toBeGreaterThan(1e-3);
});

/** E|C_ij|² d/gamma² over the pairs i < j and over all matrices, and five times its standard error. */
function offDiagonal(matrices: readonly ComplexMatrix[], d: number, gamma: number) {
  const squares = matrices.flatMap((c) =>
    Array.from({ length: c.rows }, (_, i) =>
      Array.from({ length: i }, (_, j) => ((entry(c, i, j).re ** 2 + entry(c, i, j).im ** 2) * d) / gamma ** 2),
    ).flat(),
  );
  const mean = squares.reduce((sum, x) => sum + x) / squares.length;
  const spread = Math.sqrt(squares.reduce((sum, x) => sum + (x - mean) ** 2, 0)) / squares.length;
  return { mean, spread };
}

test('at d = 2^50, m = 16, starts converge to the limit of large d: sqrt(d) C_ij/gamma has variance (1 - 1/gamma²)²', () => {
  // To first order in C0 the closed form gives C_ij = C0_ij/(cosh tau_i cosh tau_j), where tanh² tau = 1/gamma² at the end.
  const [d, m, gamma] = [2 ** 50, 16, 2];
  const ends = Array.from({ length: 12 }, () => {
    const start = randomStart(balancedLevels(d, gamma), alternating(m), random);
    const problem = { entries: start.entries, gamma, labels: start.labels };
    return { start, end: [...orthonormalFlow(problem, { every: 8, count: 1, tolerance: 1e-12 })][1] };
  });
  for (const { end } of ends) expect(end.loss).toBeLessThan(1e-20);
  const before = offDiagonal(
    ends.map(({ start }) => start.entries),
    d,
    gamma,
  );
  const after = offDiagonal(
    ends.map(({ end }) => end.entries),
    d,
    gamma,
  );
  const limit = (1 - 1 / gamma ** 2) ** 2;
  expect(Math.abs(before.mean - 1)).toBeLessThan(5 * before.spread);
  expect(Math.abs(after.mean - limit)).toBeLessThan(5 * after.spread);
  // Control: the start's own variance, and the first power, are many standard errors away.
  expect(Math.abs(after.mean - 1)).toBeGreaterThan(5 * after.spread);
  expect(Math.abs(after.mean - Math.sqrt(limit))).toBeGreaterThan(5 * after.spread);
});
