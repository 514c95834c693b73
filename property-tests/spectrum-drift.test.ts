import { describe, expect, test } from 'vitest';
import { asymptoticFlow, asymptoticFlowUnprotected, unconstrainedFlow } from '../src/index.js';
import { decodeFlow, requireMoved, spectrumChange } from './spectrum-invariance.law.js';

const start = decodeFlow({ regime: 'drift', d: 6, m: 3, p: 1, seed: 5 }, [1, -1, 0.5, 2, -1.5, 0.25]);
const data = { states: start.states, labels: start.labels };

describe('what the spectrum law can tell apart', () => {
  test('Runge–Kutta on M drifts with order 4', () => {
    const drift = (steps: number): number =>
      spectrumChange(start.m0, asymptoticFlowUnprotected(start.m0, data, 0.5 / steps, steps));
    const drifts = [16, 32, 64].map(drift);
    const orders = [Math.log2(drifts[0] / drifts[1]), Math.log2(drifts[1] / drifts[2])];
    for (const order of orders) expect(order).toBeGreaterThan(3.5);
    for (const order of orders) expect(order).toBeLessThan(5.5);
    expect(drifts[2]).toBeGreaterThan(1e-12);
  });

  test('the flow over all Hermitian matrices changes the spectrum at once', () => {
    expect(spectrumChange(start.m0, unconstrainedFlow(start.m0, data, 0.5 / 64, 64))).toBeGreaterThan(1e-2);
  });

  test('a flow that stands still is no evidence', () => {
    expect(() => requireMoved(0.1, 0)).toThrow('spectrum: M stood still, with a speed of 0.1');
    expect(() => requireMoved(0.1, Number.NaN)).toThrow('spectrum: the flow gave no number');
    expect(() => requireMoved(0, 0)).not.toThrow();
    expect(() => requireMoved(0.1, 0.01)).not.toThrow();
  });

  test('the isospectral flow moves M and keeps its spectrum', () => {
    const points = [...asymptoticFlow(start.m0, data, { every: 0.5, count: 1, tolerance: 1e-8 })];
    expect(points[1].loss).toBeLessThan(0.99 * points[0].loss);
    expect(spectrumChange(start.m0, points[1].measurement)).toBeLessThan(1e-11);
  });
});
