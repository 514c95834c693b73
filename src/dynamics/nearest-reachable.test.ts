import { describe, expect, test } from 'vitest';
import { randomFromSeed } from '../numeric/random.js';
import { nearestReachable } from './nearest-reachable.js';

const random = randomFromSeed(77);
const between = (low: number, high: number) => low + (high - low) * random.uniform();
const sum = (p: ArrayLike<number>) => Array.from(p).reduce((a, b) => a + b, 0);
const distance = (a: ArrayLike<number>, b: ArrayLike<number>) => Math.hypot(...Array.from(a, (x, j) => x - b[j]!));

describe('the nearest reachable predictions', () => {
  test('are the labels where these are in reach', () => {
    expect([...nearestReachable(Float64Array.of(1, -0.5), 1.5, 4)]).toEqual([1, -0.5]);
  });

  test('are cut off one by one where the sum is free', () => {
    expect([...nearestReachable(Float64Array.of(3, -0.5), 1, 4)]).toEqual([1, -0.5]);
  });

  test('share what is too much of a sum: five labels 1 in dimension 6', () => {
    const p = nearestReachable(new Float64Array(5).fill(1), 1.5, 6);
    for (const x of p) expect(x).toBeCloseTo(0.3, 14);
  });

  test('for a basis of inputs have the sum 0, whatever the sign of the labels', () => {
    for (const labels of [
      [1, 1, 1],
      [-1, -1, 0.5],
      [2, -5, 1],
    ]) {
      expect(sum(nearestReachable(Float64Array.from(labels), 1.2, 3))).toBeCloseTo(0, 13);
    }
  });

  test('lie in reach, and no random point in reach is nearer', () => {
    for (let k = 0; k < 60; k++) {
      const d = 2 + Math.floor(between(0, 5));
      const m = 1 + Math.floor(between(0, d));
      const gamma = between(0.3, 2);
      const labels = Float64Array.from({ length: m }, () => between(-3, 3));
      const p = nearestReachable(labels, gamma, d);
      const range = gamma * (d - m);
      expect(Math.max(...p.map(Math.abs))).toBeLessThanOrEqual(gamma);
      expect(Math.abs(sum(p))).toBeLessThanOrEqual(range + 1e-13 * d * gamma);
      for (let trial = 0; trial < 40; trial++) {
        const near = p.map((x) => Math.max(-gamma, Math.min(gamma, x + between(-0.3, 0.3))));
        const shrink = Math.abs(sum(near)) > range ? range / Math.abs(sum(near)) : 1;
        const other = near.map((x) => shrink * x);
        expect(distance(labels, p)).toBeLessThanOrEqual(distance(labels, other) + 1e-12);
      }
    }
  });

  test('more labels than dimensions are refused', () => {
    expect(() => nearestReachable(new Float64Array(3), 1, 2)).toThrow(
      'nearestReachable: expected gamma >= 0 and d >= m, got gamma=1, d=2 and m=3',
    );
  });
});
