import { describe, expect, test } from 'vitest';
import { BadInput } from '../numeric/bad-input.js';
import { type ComplexMatrix, column, fromDiagonal } from '../numeric/complex-matrix.js';
import { haarState } from '../numeric/haar-unitary.js';
import { eigenvaluesOf } from '../numeric/hermitian-eigen.js';
import { mul, outer } from '../numeric/matrix-products.js';
import { frobeniusNorm, maxAbs } from '../numeric/matrix-scalars.js';
import { add, adjoint, hermitianPart, scale, sub } from '../numeric/matrix-sums.js';
import { randomFromSeed } from '../numeric/random.js';
import { balancedDataSet, type DataSet, equiangularDataSet } from '../quantum/data-set.js';
import { pauliLike, withSpectrum } from '../quantum/measurement.js';
import { mixedState, pureState } from '../quantum/state.js';
import { asymptoticFlow } from './asymptotic-flow.js';
import { asymptoticKernel } from './asymptotic-kernel.js';
import { randomState } from './random-problem.js';
import { reducedFlow, reducedKernel } from './reduced-flow.js';
import { liftedMeasurement, type ReducedProblem, reducedProblem } from './reduced-problem.js';

const random = randomFromSeed(2025);
const last = <T>(points: Iterable<T>): T => [...points].at(-1)!;
const gram = (a: ComplexMatrix) => mul(adjoint(a), a);
const gap = (a: ArrayLike<number>, b: ArrayLike<number>) => Math.max(...Array.from(a, (x, k) => Math.abs(x - b[k])));

const mixed: DataSet = {
  states: [...balancedDataSet(7, 2, random).states, randomState(7, 3, random)],
  labels: Float64Array.from([1, -1, 0.25]),
};
const repeated = equiangularDataSet(8, 3, 1, random);
const vectors = Array.from({ length: 6 }, () => pureState(haarState(4, random)));
const dependent: DataSet = { states: vectors, labels: Float64Array.from([1, -1, 1, -1, 1, -1]) };

/** Each: a measurement, its inputs, and how many rows the factors may have. */
const problems: readonly (readonly [string, ComplexMatrix, DataSet, number])[] = [
  ['orthonormal inputs', scale(pauliLike(12, random), 1.5), balancedDataSet(12, 4, random), 8],
  ['a repeated input', scale(pauliLike(8, random), 2), repeated, 6],
  ['more inputs than dimensions', scale(pauliLike(4, random), 1.5), dependent, 4],
  ['three eigenvalues', withSpectrum([2, 2, 2, 0.5, 0.5, 0.5, -1, -1], random), balancedDataSet(8, 2, random), 6],
  ['every eigenvalue once, and a mixed input', withSpectrum([3, 2, 1, 0.5, -0.5, -1, -2], random), mixed, 7],
];

describe.each(problems)('the reduction, with %s', (_, m0, data, rows) => {
  const problem = reducedProblem(m0, data);
  const sampling = { every: 0.5, count: 4, tolerance: 1e-11 };
  const dense = last(asymptoticFlow(m0, data, sampling));
  const reduced = last(reducedFlow(problem, sampling));

  test('has as few rows as it says', () => {
    expect(problem.factors.rows).toBe(rows);
    expect(problem.levels).toHaveLength(rows);
  });

  test('has the predictions, the loss and the kernel of the dense flow', () => {
    expect(gap(reduced.predictions, dense.predictions)).toBeLessThan(1e-9);
    expect(Math.abs(reduced.loss - dense.loss)).toBeLessThan(1e-9);
    const kernel = asymptoticKernel(
      dense.measurement,
      data.states.map(({ densityMatrix }) => densityMatrix),
    );
    expect(maxAbs(sub(reducedKernel(problem, reduced.factors), kernel))).toBeLessThan(1e-8);
  });

  test('keeps the overlaps of the inputs', () => {
    expect(maxAbs(sub(gram(reduced.factors), gram(problem.factors)))).toBeLessThan(1e-11);
  });

  test('lifts: the dense flow in its dimension is that of the measurement', () => {
    const small = last(asymptoticFlow(fromDiagonal(problem.levels), insideData(problem, data), sampling));
    const lifted = liftedMeasurement(m0, problem, small.measurement);
    expect(frobeniusNorm(sub(lifted, dense.measurement))).toBeLessThan(1e-8);
    expect(gap(eigenvaluesOf(lifted), eigenvaluesOf(m0))).toBeLessThan(1e-10);
  });
});

/** The inputs by their components along the basis, as states of dimension k. */
function insideData({ factors, sampleOf, weights }: ReducedProblem, { states, labels }: DataSet): DataSet {
  const inside = states.map((_, j) => {
    const own = sampleOf.flatMap((owner, c) => (owner === j ? [c] : []));
    if (own.length === 1) return pureState(column(factors, own[0]));
    const parts = own.map((c) => scale(outer(column(factors, c), column(factors, c)), weights[c]));
    return mixedState(hermitianPart(parts.reduce(add)));
  });
  return { states: inside, labels };
}

test('control: a level that is off by a hundredth shows in the predictions', () => {
  const [, m0, data] = problems[0];
  const problem = reducedProblem(m0, data);
  const sampling = { every: 0.5, count: 1, tolerance: 1e-9 };
  const off = { ...problem, levels: problem.levels.map((level, k) => (k === 0 ? 1.01 * level : level)) };
  const [right, wrong] = [problem, off].map((start) => last(reducedFlow(start, sampling)).predictions);
  expect(gap(wrong, right)).toBeGreaterThan(1e-4);
});

test('wrong dimensions and a missing basis are refused', () => {
  const data = balancedDataSet(4, 2, random);
  expect(() => reducedProblem(pauliLike(6, random), data)).toThrow(BadInput);
  const m0 = pauliLike(4, random);
  const problem = { ...reducedProblem(m0, data), basis: null };
  expect(() => liftedMeasurement(m0, problem, m0)).toThrow('expected a reduction of a measurement');
});
