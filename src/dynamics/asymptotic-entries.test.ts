import { expect, test } from 'vitest';
import { orthonormalStates } from '../numeric/haar-unitary.js';
import { mul, mulAdjoint } from '../numeric/matrix-products.js';
import { randomFromSeed } from '../numeric/random.js';
import { cosineSineAnsatz, denseAnsatz, gaugeMeasurement } from '../quantum/cosine-sine-ansatz.js';
import { asymptoticEntries } from './asymptotic-entries.js';
import { prepareCircuit } from './circuit.js';
import { parameterisedMeasurement } from './parameterised-measurement.js';

test('the entries are those of V† M(θ) V, done densely', () => {
  const random = randomFromSeed(5);
  const [d, p, m, gamma] = [6, 3, 3, 2];
  const problem = {
    ansatz: cosineSineAnsatz(d, p, random),
    inputs: orthonormalStates(d, m, random),
    labels: new Float64Array(m),
    gamma,
  };
  const theta = Float64Array.from({ length: p }, () => random.normal());
  const entries = asymptoticEntries(problem)(theta);
  const dense = parameterisedMeasurement(prepareCircuit(denseAnsatz(problem.ansatz)), theta, gaugeMeasurement(d));
  const expected = mulAdjoint(problem.inputs, mul(dense, problem.inputs));
  const off = (factor: number): number =>
    Math.max(
      ...expected.re.map((x, k) => Math.abs(factor * x - entries.re[k])),
      ...expected.im.map((x, k) => Math.abs(factor * x - entries.im[k])),
    );
  expect(off(gamma)).toBeLessThan(1e-13);
  expect(off(1)).toBeGreaterThan(1e-3);
});
