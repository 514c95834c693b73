import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { bounded, evaluateScalar, FLOATING, parseTerm, randomFromSeed } from '../../src/index.js';
import { qnn } from '../notation.js';
import { qnnModels } from './qnn-models.js';

describe('models with eigenvalues ±1', () => {
  test('have both of them on most instances', () => {
    const source = qnnModels({ pure: true, measurement: 'pauli', labels: 'signs', root: false });
    const shapes = fc.sample(source.shapes, { seed: 5, numRuns: 300 });
    for (const d of [2, 3, 4]) {
      const ranks = shapes.filter((shape) => shape.d === d).map(({ plus }) => Number(plus));
      expect(ranks.filter((rank) => rank > 0 && rank < d).length).toBeGreaterThan(ranks.length / 2);
      expect([0, d].every((rank) => ranks.includes(rank))).toBe(true);
    }
  });
});

describe('models with a root of the loss', () => {
  // Lagrange's identity and the means over samples say nothing where all samples are the same.
  test('reach samples that differ, and residuals with them', () => {
    const source = qnnModels({ pure: true, measurement: 'pauli', labels: 'signs', root: true });
    const random = randomFromSeed(5);
    const differing = fc.sample(source.shapes, { seed: 5, numRuns: 100 }).filter((shape) => {
      const z = Array.from({ length: source.length(shape) }, () => bounded(random.normal()));
      const model = source.build(FLOATING, shape, z);
      if (model.sizes.m < 2) return false;
      const residual = (j: number) =>
        evaluateScalar(qnn.signature, qnn.definitions, parseTerm(qnn.signature, 'r_j'), model, { j }).re;
      return Math.abs(residual(0) - residual(1)) > 1e-3;
    });
    expect(differing.length).toBeGreaterThan(15);
  });
});
