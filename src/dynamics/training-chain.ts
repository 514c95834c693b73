import { BadInput } from '../numeric/bad-input.js';
import type { ComplexMatrix } from '../numeric/complex-matrix.js';
import { blockDiagonal, rotatedBlocks } from '../numeric/haar-cosine-sine.js';
import { hermitianEigen } from '../numeric/hermitian-eigen.js';
import { mul, mulAdjoint } from '../numeric/matrix-products.js';
import type { PhasedChain } from '../numeric/phased-chain.js';
import type { CosineSineAnsatz } from '../quantum/cosine-sine-ansatz.js';
import { gaugeMeasurement } from '../quantum/cosine-sine-ansatz.js';
import { periodicGenerator } from '../quantum/periodic-ansatz.js';
import type { TrainingProblem } from './training-problem.js';

/** What is trained in the cosine-sine gauge; the measurement has the levels +gamma and -gamma, d/2 times each. */
export interface GaugeProblem {
  readonly ansatz: CosineSineAnsatz;
  /** d x m: the pure inputs. */
  readonly inputs: ComplexMatrix;
  readonly labels: Float64Array;
  readonly gamma: number;
}

/** The chain of two blocks a layer: B_1 R_0 B_0 v is done once, and after the last rotation comes diag(+gamma, -gamma). */
export function gaugeChain({ ansatz, inputs, labels, gamma }: GaugeProblem): PhasedChain {
  const { dimension: d, factors } = ansatz;
  if (inputs.rows !== d) throw new BadInput(`gaugeChain: expected inputs of ${d} entries, got ${inputs.rows}`);
  if (!Number.isFinite(gamma)) throw new BadInput(`gaugeChain: expected a finite gamma, got ${gamma}`);
  if (factors.length < 2) throw new BadInput('gaugeChain: expected at least one layer, got 0');
  const [first, second] = factors;
  const turned = mul(rotatedBlocks(first.rotation, first.blocks), inputs);
  return {
    start: mul(blockDiagonal(second.blocks), turned),
    frequency: periodicGenerator(d).re[0],
    layers: factors
      .slice(1)
      .map(({ rotation }, l) => ({ rotation, blocks: l + 2 < factors.length ? factors[l + 2].blocks : [] })),
    weights: gaugeMeasurement(d)
      .re.filter((_, k) => k % (d + 1) === 0)
      .map((sign) => gamma * sign),
    labels,
  };
}

/**
 * The chain of one dense block a layer, where all generators are diag(+h, .., -h, ..) and the inputs pure; else null.
 *
 * The eigenvectors of the measurement are merged with U_p. O(d^3) once.
 */
export function denseChain({ circuit, samples, labels, measurement }: TrainingProblem): PhasedChain | null {
  const { dimension: d, spectra, gates } = circuit;
  const pure = samples.weights.length === samples.sampleCount && samples.weights.every((weight) => weight === 1);
  if (!pure || spectra.length === 0 || d % 2 === 1) return null;
  const h = spectra[0][0];
  if (!spectra.every((values) => values.every((value, i) => value === (2 * i < d ? h : -h)))) return null;
  const { values, vectors } = hermitianEigen(measurement);
  const last = spectra.length - 1;
  return {
    start: mul(gates[0], samples.columns),
    frequency: h,
    layers: spectra.map((_, l) => ({
      rotation: null,
      blocks: [l === last ? mulAdjoint(vectors, gates[l + 1]) : gates[l + 1]],
    })),
    weights: values,
    labels,
  };
}
