/** The reduced flow at d = 64 against a fixed-step dense integration of its own, and where m > d/2. */
import { describe, expect, test } from 'vitest';
import { BadInput } from '../numeric/bad-input.js';
import { type ComplexMatrix, columnsOf, fromDiagonal } from '../numeric/complex-matrix.js';
import { haarState } from '../numeric/haar-unitary.js';
import { mul } from '../numeric/matrix-products.js';
import { maxAbs } from '../numeric/matrix-scalars.js';
import { add, adjoint, scale, sub } from '../numeric/matrix-sums.js';
import { randomFromSeed } from '../numeric/random.js';
import { balancedDataSet } from '../quantum/data-set.js';
import { pauliLike } from '../quantum/measurement.js';
import { pureState } from '../quantum/state.js';
import { extrapolatedFlow } from './extrapolated-flow.js';
import { reducedFlow } from './reduced-flow.js';
import { type ReducedProblem, reducedProblem } from './reduced-problem.js';
import { rungeKuttaStep } from './runge-kutta.js';

const random = randomFromSeed(64);
const gram = (a: ComplexMatrix) => mul(adjoint(a), a);
const gap = (a: ArrayLike<number>, b: ArrayLike<number>) => Math.max(...Array.from(a, (x, k) => Math.abs(x - b[k])));
const { states: orthonormal } = balancedDataSet(64, 4, random);
const [a, b, c] = Array.from({ length: 3 }, () => haarState(64, random));
const dependent = [a, b, c, scale(add(a, b), 1 / Math.sqrt(2 + 2 * mul(adjoint(a), b).re[0]))].map(pureState);

describe.each([
  ['orthonormal', orthonormal],
  ['dependent', dependent],
] as const)('d = 64, m = 4, %s inputs', (_, states) => {
  const labels = Float64Array.of(0.9, -0.4, 0.2, -0.7);
  const m0 = pauliLike(64, random);
  const problem = reducedProblem(m0, { states, labels });
  const points = [...reducedFlow(problem, { every: 1, count: 10, tolerance: 1e-12 })];

  test('predictions over t in [0, 10] are those of the dense flow to 1e-9', () => {
    const v = columnsOf(states.map(({ vector }) => vector!));
    let m = m0;
    for (const { predictions } of points) {
      expect(gap(predictions, predictionsOf(m, v))).toBeLessThan(1e-9);
      for (let step = 0; step < 125; step++)
        m = rungeKuttaStep(matrices, (at) => denseVelocity(at, v, labels), m, 1 / 125);
    }
  });

  test('the overlaps are kept to 1e-12', () => {
    for (const { factors } of points) expect(maxAbs(sub(gram(factors), gram(problem.factors)))).toBeLessThan(1e-12);
  });
});

const matrices = { shifted: (x: ComplexMatrix, h: number, y: ComplexMatrix) => add(x, scale(y, h)) };

function predictionsOf(m: ComplexMatrix, v: ComplexMatrix): Float64Array {
  const c = mul(adjoint(v), mul(m, v));
  return Float64Array.from({ length: v.cols }, (_, j) => c.re[j * v.cols + j]);
}

/** [M, [M, V R V^dagger]] = W V^dagger + V W^dagger - 2 (M V) R (M V)^dagger with W = M M V R: O(d² m). */
function denseVelocity(m: ComplexMatrix, v: ComplexMatrix, labels: Float64Array): ComplexMatrix {
  const mv = mul(m, v);
  const c = mul(adjoint(v), mv);
  const r = fromDiagonal(labels.map((y, j) => y - c.re[j * v.cols + j]));
  const outer = mul(mul(mul(m, mv), r), adjoint(v));
  return sub(add(outer, adjoint(outer)), scale(mul(mul(mv, r), adjoint(mv)), 2));
}

describe('with more than d/2 samples', () => {
  // d = 6, m = 5: |sum yhat| <= gamma (d - m) = gamma, but the labels ask for 5; dist² is then (5 - gamma)²/m.
  const gamma = 1.5;
  const data = { ...balancedDataSet(6, 5, random), labels: new Float64Array(5).fill(1) };
  const problem = reducedProblem(scale(pauliLike(6, random), gamma), data);

  test('the factors run on to t = 40, to a loss that no measurement can undercut', () => {
    const { loss, factors } = [...reducedFlow(problem, { every: 40, count: 1, tolerance: 1e-10 })].at(-1)!;
    expect(Math.abs(loss - (5 - gamma) ** 2 / 5 / 10)).toBeLessThan(1e-6);
    expect(maxAbs(sub(gram(factors), gram(problem.factors)))).toBeLessThan(1e-11);
  });

  test('control: the Riccati equation for C itself blows up', () => {
    const run = () => [...entriesFlow(problem, gamma, 40)];
    expect(run).toThrow(BadInput);
    expect(run).toThrow('blows up');
  });

  test('control: for m <= d/2 the Riccati equation for C itself agrees with the factors', () => {
    const small = reducedProblem(scale(pauliLike(8, random), gamma), balancedDataSet(8, 4, random));
    const { predictions } = [...reducedFlow(small, { every: 3, count: 1, tolerance: 1e-11 })].at(-1)!;
    const { state } = [...entriesFlow(small, gamma, 3)].at(-1)!;
    expect(
      gap(
        Float64Array.from(predictions, (_, j) => state[j * 5]),
        predictions,
      ),
    ).toBeLessThan(1e-9);
  });
});

/** dC/dt = 2 (gamma² R - C R C) for orthonormal inputs, C packed as real parts and then imaginary parts. */
function entriesFlow({ levels, factors, labels }: ReducedProblem, gamma: number, end: number) {
  const n = labels.length;
  const unpack = (x: ArrayLike<number>): ComplexMatrix => {
    const both = Float64Array.from(x);
    return { rows: n, cols: n, re: both.subarray(0, n * n), im: both.subarray(n * n) };
  };
  const start = mul(mul(adjoint(factors), fromDiagonal(levels)), factors);
  return extrapolatedFlow(
    (x, out) => {
      const entries = unpack(x);
      const r = fromDiagonal(labels.map((y, j) => y - entries.re[j * n + j]));
      const rate = scale(sub(scale(r, gamma * gamma), mul(mul(entries, r), entries)), 2);
      out.set(rate.re);
      out.set(rate.im, n * n);
    },
    Float64Array.of(...start.re, ...start.im),
    { every: end, count: 1, tolerance: 1e-11 },
  );
}
