import { expect, test } from 'vitest';
import { BadInput } from '../numeric/bad-input.js';
import { extrapolatedFlow } from './extrapolated-flow.js';

test('a pendulum of known motion: the states at their times, within the error that is given', () => {
  const turn = (y: ArrayLike<number>, out: Float64Array) => out.set([y[1], -y[0]]);
  const points = [...extrapolatedFlow(turn, [1, 0], { every: 2.5, count: 6, tolerance: 1e-9 })];
  expect(points.map(({ time }) => time)).toEqual([0, 2.5, 5, 7.5, 10, 12.5, 15]);
  for (const { time, state, error } of points) {
    const off = Math.hypot(state[0] - Math.cos(time), state[1] + Math.sin(time));
    expect(off).toBeLessThanOrEqual(error + 1e-13);
    expect(error).toBeLessThan(1e-8);
  }
});

test('no points beyond the start are asked for', () => {
  const [only, ...rest] = extrapolatedFlow(() => {}, [1, 2], { every: 1, count: 0, tolerance: 1e-9 });
  expect(rest).toHaveLength(0);
  expect([...only.state]).toEqual([1, 2]);
});

test.each([
  ['blows up', (y: ArrayLike<number>, out: Float64Array) => out.set([y[0] ** 2])],
  ['is not a number', (_: ArrayLike<number>, out: Float64Array) => out.set([Number.NaN])],
])('a velocity that %s is reported', (_, velocity) => {
  expect(() => [...extrapolatedFlow(velocity, [1], { every: 2, count: 1, tolerance: 1e-9 })]).toThrow(BadInput);
});

test.each([
  { every: 0 },
  { every: Number.POSITIVE_INFINITY },
  { count: 1.5 },
  { count: -1 },
  { tolerance: Number.NaN },
])('bad settings are refused: %o', (wrong) => {
  const sampling = { every: 1, count: 1, tolerance: 1e-9, ...wrong };
  expect(() => extrapolatedFlow(() => {}, [1], sampling).next()).toThrow('expected every > 0');
});
