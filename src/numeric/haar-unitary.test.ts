import { describe, expect, test } from 'vitest';
import { type ComplexMatrix, entry, identity, zeros } from './complex-matrix.js';
import { haarState, haarUnitary, orthonormalStates } from './haar-unitary.js';
import { makeReflector, reflect } from './householder.js';
import { mulAdjoint } from './matrix-products.js';
import { frobeniusNorm, isUnitary, maxAbs } from './matrix-scalars.js';
import { sub, transpose } from './matrix-sums.js';
import { type Random, randomFromSeed } from './random.js';
import { hoeffding, SAMPLES, wrongMoments } from './testing/haar-moments.js';

const eps = Number.EPSILON;
/** Householder QR of a complex Gaussian matrix as it comes, without making the diagonal of R positive: not Haar. */
function qrWithoutPhases(d: number, random: Random): ComplexMatrix {
  const columns = identity(d);
  const reflectors = zeros(d, d);
  for (let k = 0; k < d; k++) {
    for (let i = k * d + k; i < (k + 1) * d; i++) {
      reflectors.re[i] = random.normal();
      reflectors.im[i] = random.normal();
    }
    makeReflector(reflectors, k * d + k, (k + 1) * d);
  }
  for (let k = d - 1; k >= 0; k--) {
    for (let j = k; j < d; j++) reflect(reflectors, k * d + k, columns, j * d + k, d - k);
  }
  return transpose(columns);
}

describe('Haar moments (false alarm 1e-9 for each of 8 moments in 2 dimensions)', () => {
  test.each([2, 3])('d=%i', (d) => {
    expect(wrongMoments((random) => haarUnitary(d, random), 100 + d)).toEqual([]);
  });
  test('negative control: without the phase fix the trace is biased', () => {
    expect(wrongMoments((random) => qrWithoutPhases(2, random), 1)).toContain('Re tr U');
  });
  test('negative control: a unitary of real entries only', () => {
    const real = (random: Random) => {
      const phi = 2 * Math.PI * random.uniform();
      const u = zeros(2, 2);
      u.re.set([Math.cos(phi), -Math.sin(phi), Math.sin(phi), Math.cos(phi)]);
      return u;
    };
    expect(wrongMoments(real, 2)).toContain('|U_01|^4');
  });
});

test.each([1, 2, 3, 10, 64])('unitary to rounding, d=%i', (d) => {
  expect(isUnitary(haarUnitary(d, randomFromSeed(d)), 8 * (d + 4) * eps)).toBe(true);
  expect(isUnitary(qrWithoutPhases(d, randomFromSeed(d)), 8 * (d + 4) * eps)).toBe(true);
});

test('a 1x1 unitary is a uniform phase', () => {
  const random = randomFromSeed(8);
  const phases = Array.from({ length: SAMPLES }, () => entry(haarUnitary(1, random), 0, 0));
  expect(Math.abs(phases.reduce((sum, z) => sum + z.re, 0)) / SAMPLES).toBeLessThan(hoeffding(2));
  expect(Math.abs(phases.reduce((sum, z) => sum + z.im, 0)) / SAMPLES).toBeLessThan(hoeffding(2));
});

test('orthonormal states are orthonormal, and one state has norm 1', () => {
  const v = orthonormalStates(9, 4, randomFromSeed(6));
  expect(v).toMatchObject({ rows: 9, cols: 4 });
  expect(maxAbs(sub(mulAdjoint(v, v), identity(4)))).toBeLessThanOrEqual(4 * 13 * eps);
  expect(Math.abs(frobeniusNorm(haarState(9, randomFromSeed(6))) - 1)).toBeLessThanOrEqual(52 * eps);
});

test('impossible sizes are refused', () => {
  const message = 'orthonormalStates: expected integers 0 <= m <= d and d >= 1, got m=3 and d=2';
  expect(() => orthonormalStates(2, 3, randomFromSeed(1))).toThrow(message);
  expect(() => haarUnitary(0, randomFromSeed(1))).toThrow('got m=0 and d=0');
  expect(() => haarUnitary(1.5, randomFromSeed(1))).toThrow('got m=1.5 and d=1.5');
});
