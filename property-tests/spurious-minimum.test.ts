/** How the trap of one qubit depends on the dimension: observed on a few starts, and no more than that. */
import { expect, test } from 'vitest';
import {
  asymptoticFlow,
  type ComplexMatrix,
  EXACT,
  fromRows,
  type Matrix,
  mixedState,
  type Num,
  pauliLike,
  randomFromSeed,
  scale,
} from '../src/index.js';
import { GAMMA, INPUTS, inputState } from './qubit-trap.js';

const real = (x: Num, part: 'a' | 'c') => Number(x[part]) / Number(x.n);

/** A state of one qubit in the first two levels of d. */
function embedded(rho: Matrix<Num>, d: number): ComplexMatrix {
  const rows = (part: 'a' | 'c') =>
    Array.from({ length: d }, (_, i) =>
      Array.from({ length: d }, (__, j) => (i < 2 && j < 2 ? real(rho[i]![j]!, part) : 0)),
    );
  return fromRows(rows('a'), rows('c'));
}

/** The loss at time 20 from so many Haar-random starts with as many eigenvalues γ as -γ. */
function lossesIn(d: number, starts: number): number[] {
  const states = INPUTS.map((b) => mixedState(embedded(inputState(EXACT, b), d)));
  const data = { states, labels: Float64Array.of(1, 1, 1) };
  return Array.from({ length: starts }, (_, seed) => {
    const start = scale(pauliLike(d, randomFromSeed(seed)), real(GAMMA, 'a'));
    const points = [...asymptoticFlow(start, data, { every: 20, count: 1, tolerance: 1e-4 })];
    return points[1]!.loss;
  });
}

test('in dimension 2 some random starts are trapped at L = 0.0708, the others end at 0', () => {
  const losses = lossesIn(2, 12);
  const trapped = losses.filter((loss) => Math.abs(loss - 0.0707778) < 1e-5);
  const solved = losses.filter((loss) => loss < 1e-5);
  expect(trapped.length + solved.length).toBe(12);
  expect(Math.min(trapped.length, solved.length)).toBeGreaterThan(2);
});

test.each([4, 8])('with the same inputs in dimension %d none is', (d) => {
  expect(Math.max(...lossesIn(d, 6))).toBeLessThan(1e-5);
});
