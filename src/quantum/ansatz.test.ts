import { describe, expect, test } from 'vitest';
import { fromDiagonal, identity } from '../numeric/complex-matrix.js';
import { unitaryExponential } from '../numeric/exponential.js';
import { mul } from '../numeric/matrix-products.js';
import { isHermitian, isUnitary, maxAbs, trace, traceOfProduct } from '../numeric/matrix-scalars.js';
import { sub } from '../numeric/matrix-sums.js';
import { randomFromSeed } from '../numeric/random.js';
import { ansatzUnitary } from './ansatz.js';
import { hardwareEfficientAnsatz } from './hardware-efficient-ansatz.js';
import { periodicAnsatz, periodicGenerator } from './periodic-ansatz.js';

const eps = Number.EPSILON;

test('Eq. (1): U_2 e^{-i theta_2 H_2} U_1 e^{-i theta_1 H_1} U_0, in this order', () => {
  const ansatz = periodicAnsatz(4, 2, randomFromSeed(1));
  const [one, two] = ansatz.layers;
  const exponentials = [unitaryExponential(one.generator, 0.3), unitaryExponential(two.generator, -0.2)];
  const factors = [two.unitary, exponentials[1], one.unitary, exponentials[0], ansatz.initial];
  const want = factors.reduce(mul);
  const u = ansatzUnitary(ansatz, [0.3, -0.2]);
  expect(maxAbs(sub(u, want))).toBeLessThanOrEqual(5 * 16 * eps);
  expect(isUnitary(u, 5 * 16 * eps)).toBe(true);
  expect(maxAbs(sub(ansatzUnitary(ansatz, [-0.2, 0.3]), want))).toBeGreaterThan(0.01);
  expect(() => ansatzUnitary(ansatz, [1])).toThrow('ansatzUnitary: expected 2 parameters, got 1');
});

describe('the periodic ansatz', () => {
  test.each([2, 4, 32])("Appendix D's generator is traceless with tr(H^2) = d^2 - 1, d=%i", (d) => {
    const h = periodicGenerator(d);
    expect(Math.abs(trace(h).re)).toBeLessThanOrEqual(d ** 1.5 * eps); // the order of summation
    expect(Math.abs(traceOfProduct(h, h).re / (d * d - 1) - 1)).toBeLessThanOrEqual(d * eps);
  });
  test('layers share the generator; unitaries differ; more layers extend the same ansatz', () => {
    const short = periodicAnsatz(4, 2, randomFromSeed(3));
    const long = periodicAnsatz(4, 5, randomFromSeed(3));
    expect(long.layers.slice(0, 2)).toEqual(short.layers);
    expect(long.initial).toEqual(short.initial);
    expect(new Set(long.layers.map(({ generator }) => generator)).size).toBe(1);
    expect(new Set(long.layers.map(({ unitary }) => unitary.re[0])).size).toBe(5);
    expect(periodicAnsatz(4, 1, randomFromSeed(4)).initial).not.toEqual(short.initial);
  });
  test('odd or impossible sizes are refused', () => {
    expect(() => periodicAnsatz(3, 2, randomFromSeed(1))).toThrow(
      'periodicGenerator: expected an even dimension d >= 2, got 3',
    );
    expect(() => periodicAnsatz(4, -1, randomFromSeed(1))).toThrow(
      'periodicAnsatz: expected an integer p >= 0, got -1',
    );
  });
});

describe('the hardware-efficient ansatz', () => {
  test('p = 2 qubits layers; generators are traceless, Hermitian, of one norm; unitaries are unitary', () => {
    const { dimension, layers } = hardwareEfficientAnsatz(3, 2);
    expect([dimension, layers.length]).toEqual([8, 12]);
    for (const { generator, unitary } of layers) {
      expect(isHermitian(generator, 0)).toBe(true);
      expect(trace(generator).re).toBe(0);
      expect(traceOfProduct(generator, generator).re).toBe(2);
      expect(isUnitary(unitary, 0)).toBe(true);
    }
  });
  test('each block ends with CZ on neighbours: -1 to the number of neighbouring ones', () => {
    const { layers } = hardwareEfficientAnsatz(3, 1);
    expect(layers[5].unitary).toEqual(fromDiagonal([1, 1, 1, -1, 1, 1, -1, 1]));
    expect(layers[4].unitary).toEqual(identity(8));
  });
  test('one qubit: Euler angles about Y and Z', () => {
    const u = ansatzUnitary(hardwareEfficientAnsatz(1, 1), [Math.PI, 0]);
    // e^{-i pi Y / 2} = -iY
    expect(maxAbs(sub(u, { ...identity(2), re: Float64Array.of(0, -1, 1, 0) }))).toBeLessThanOrEqual(16 * eps);
  });
  test('impossible sizes are refused', () => {
    expect(() => hardwareEfficientAnsatz(0, 1)).toThrow(
      'hardwareEfficientAnsatz: expected integers qubits >= 1 and layers >= 0, got 0 and 1',
    );
  });
});
