import { describe, expect, test } from 'vitest';
import { BadInput } from '../numeric/bad-input.js';
import { fromRows } from '../numeric/complex-matrix.js';
import { eigenvaluesOf } from '../numeric/hermitian-eigen.js';
import { randomFromSeed } from '../numeric/random.js';
import { largestCurvature } from './curvature.js';
import { lossGradient } from './gradient.js';
import { hessianProduct } from './hessian.js';
import { type ProblemShape, randomProblem } from './random-problem.js';

const SHAPES: ProblemShape[] = [
  { dimension: 2, sampleCount: 1, parameterCount: 1, ranks: [1], generators: 'traceless' },
  { dimension: 4, sampleCount: 3, parameterCount: 6, ranks: [1], generators: 'traceful' },
  { dimension: 5, sampleCount: 3, parameterCount: 4, ranks: [5, 2, 1], generators: 'traceless' },
  { dimension: 6, sampleCount: 2, parameterCount: 12, ranks: [1], generators: 'traceless' },
];

const dot = (a: Float64Array, b: Float64Array) => a.reduce((sum, x, l) => sum + x * b[l], 0);
const largest = (a: Float64Array, b: Float64Array) => Math.max(...a.map((x, l) => Math.abs(x - b[l])));

describe.each(SHAPES)('d=$dimension m=$sampleCount p=$parameterCount ranks $ranks $generators', (shape) => {
  const { problem, parameters } = randomProblem(shape, randomFromSeed(21));
  const p = shape.parameterCount;
  const random = randomFromSeed(22);
  const direction = () => Float64Array.from({ length: p }, () => random.normal());
  const unit = (k: number) => Float64Array.from({ length: p }, (_, l) => (l === k ? 1 : 0));
  const columns = Array.from({ length: p }, (_, k) => hessianProduct(problem, parameters, unit(k)).product);
  /** Rounding of the two sweeps, |M0| up to 3, |H|^2 up to 25, and the sum of p entries. */
  const tolerance = 2e3 * (p + shape.dimension) * Number.EPSILON;

  test('it agrees with differences of the gradient, to what these are worth', () => {
    const v = direction();
    const h = 1e-4; // error h^2 |L''''| / 6 + eps / h
    const at = (s: number) =>
      lossGradient(
        problem,
        parameters.map((x, l) => x + s * v[l]),
      ).gradient;
    const [ahead, behind] = [at(h), at(-h)];
    const differences = ahead.map((x, l) => (x - behind[l]) / (2 * h));
    const { product, gradient } = hessianProduct(problem, parameters, v);
    expect(largest(product, differences)).toBeLessThan(1e-4 * Math.max(...product.map(Math.abs)));
    expect(gradient).toEqual(lossGradient(problem, parameters).gradient);
  });

  test('the Hessian built column by column is symmetric, and its product with v is that of one call', () => {
    const v = direction();
    const { product } = hessianProduct(problem, parameters, v);
    columns.forEach((column, k) => {
      expect(Math.abs(dot(column, v) - product[k])).toBeLessThan(tolerance);
      const transposed = Float64Array.from(columns, (other) => other[k]);
      expect(largest(column, transposed)).toBeLessThan(tolerance);
    });
    expect(
      largest(
        product.map((x) => -x),
        product,
      ),
    ).toBeGreaterThan(1e-2);
  });

  test('the largest curvature is the largest eigenvalue, in absolute value', () => {
    const eigenvalues = eigenvaluesOf(
      fromRows(columns.map((column, k) => [...column.map((x, l) => (x + columns[l][k]) / 2)])),
    );
    const expected = Math.max(...eigenvalues.map(Math.abs));
    const exact = largestCurvature((v) => hessianProduct(problem, parameters, v).product, p, p);
    expect(Math.abs(exact / expected - 1)).toBeLessThan(1e-8);
    const few = largestCurvature((v) => hessianProduct(problem, parameters, v).product, p, 8);
    expect(few).toBeLessThan(expected * (1 + 1e-8));
    expect(few).toBeGreaterThan(0.8 * expected);
  });
});

test('numbers of parameters and of slopes are checked', () => {
  const { problem, parameters } = randomProblem(SHAPES[1], randomFromSeed(3));
  const message = 'hessianProduct: expected 6 parameters, one for each layer, got 2';
  expect(() => hessianProduct(problem, new Float64Array(2), parameters)).toThrow(new BadInput(message));
  expect(() => hessianProduct(problem, parameters, new Float64Array(2))).toThrow(new BadInput(message));
});
