import type { ComplexMatrix } from '../numeric/complex-matrix.js';
import { fromDiagonal, identity } from '../numeric/complex-matrix.js';
import { haarState, haarUnitary } from '../numeric/haar-unitary.js';
import { mul } from '../numeric/matrix-products.js';
import { trace, traceOfProduct } from '../numeric/matrix-scalars.js';
import { adjoint, hermitianPart, scale, sub } from '../numeric/matrix-sums.js';
import type { Random } from '../numeric/random.js';
import type { Ansatz } from '../quantum/ansatz.js';
import { withSpectrum } from '../quantum/measurement.js';
import { mixedState, pureState, type State } from '../quantum/state.js';
import { prepareCircuit } from './circuit.js';
import { sampleColumns } from './sample-columns.js';
import type { TrainingProblem } from './training-problem.js';

export interface ProblemShape {
  readonly dimension: number;
  readonly sampleCount: number;
  readonly parameterCount: number;
  /** The ranks of the density matrices in turn; rank 1 is a pure state given as a vector. */
  readonly ranks: readonly number[];
  /** Traceless generators all have tr(H^2) = d^2 - 1, so Z = 1; traceful ones are of any kind. */
  readonly generators: 'traceless' | 'traceful';
}

export interface RandomProblem {
  readonly problem: TrainingProblem;
  readonly states: readonly State[];
  readonly ansatz: Ansatz;
  readonly parameters: Float64Array;
}

/** A general problem, no symmetry intended: Haar unitaries, one Gaussian generator a layer, a Gaussian spectrum of M0, angles in [-3, 3). */
export function randomProblem(shape: ProblemShape, random: Random): RandomProblem {
  const { dimension: d, sampleCount, parameterCount, ranks, generators } = shape;
  const states = Array.from({ length: sampleCount }, (_, j) => randomState(d, ranks[j % ranks.length], random));
  const ansatz = {
    dimension: d,
    initial: haarUnitary(d, random),
    layers: Array.from({ length: parameterCount }, () => {
      const h = withSpectrum(normals(d, random), random);
      return { generator: generators === 'traceless' ? normalised(h) : h, unitary: haarUnitary(d, random) };
    }),
  };
  const problem = {
    circuit: prepareCircuit(ansatz),
    samples: sampleColumns(states),
    labels: normals(sampleCount, random),
    measurement: withSpectrum(normals(d, random), random),
  };
  const parameters = Float64Array.from({ length: parameterCount }, () => 6 * random.uniform() - 3);
  return { problem, states, ansatz, parameters };
}

/** A Haar-random vector, or a mixed state of the given rank with uniform weights. */
export function randomState(d: number, rank: number, random: Random): State {
  if (rank === 1) return pureState(haarState(d, random));
  const weights = Array.from({ length: d }, (_, i) => (i < rank ? 0.1 + random.uniform() : 0));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const u = haarUnitary(d, random);
  const diagonal = fromDiagonal(weights.map((weight) => weight / total));
  return mixedState(hermitianPart(mul(mul(u, diagonal), adjoint(u))));
}

function normals(count: number, random: Random): Float64Array {
  return Float64Array.from({ length: count }, () => random.normal());
}

/** H - tr(H) I/d, scaled so that tr(H^2) = d^2 - 1. */
function normalised(h: ComplexMatrix): ComplexMatrix {
  const d = h.rows;
  const traceless = sub(h, scale(identity(d), trace(h).re / d));
  return scale(traceless, Math.sqrt((d * d - 1) / traceOfProduct(traceless, traceless).re));
}
