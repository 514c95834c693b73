import type { ComplexMatrix } from '../numeric/complex-matrix.js';
import { scale } from '../numeric/matrix-sums.js';
import type { Ansatz } from './ansatz.js';
import type { FileMatrix, FileVector, InstanceDocument } from './instance-document.js';
import type { State } from './state.js';

/** One QNN problem: inputs and labels, a measurement, and perhaps an ansatz with its parameters. */
export interface Instance {
  /** d. */
  readonly dimension: number;
  /** rho_1, ..., rho_m. */
  readonly states: readonly State[];
  /** y_1, ..., y_m. */
  readonly labels: Float64Array;
  /** M_0, d x d, the factor gamma included. */
  readonly measurement: ComplexMatrix;
  /** The factor already in `measurement`; the output range if the matrix before it has norm 1. */
  readonly gamma: number;
  readonly ansatz: Ansatz | null;
  /** theta, one per layer; empty without an ansatz. */
  readonly parameters: Float64Array;
  /** eta of gradient descent: theta <- theta - eta grad L. */
  readonly learningRate: number | null;
  /** The instance file, its numbers as written, so that "1/3" keeps its exact reading. */
  readonly document: InstanceDocument;
}

/** What an instance is made of in code; the measurement comes before its factor gamma (default 1). */
export interface InstanceParts {
  readonly states: readonly State[];
  readonly labels: Float64Array;
  readonly measurement: ComplexMatrix;
  readonly gamma?: number;
  readonly ansatz?: Ansatz;
  /** Default zeros. */
  readonly parameters?: Float64Array;
  readonly learningRate?: number;
}

/** The instance, and the document that reads back as the same instance, number for number. Parts are trusted to fit together. */
export function createInstance(parts: InstanceParts): Instance {
  const { states, labels, measurement, gamma = 1, ansatz = null, learningRate = null } = parts;
  const parameters = parts.parameters ?? new Float64Array(ansatz?.layers.length ?? 0);
  return {
    dimension: measurement.rows,
    states,
    labels,
    measurement: scale(measurement, gamma),
    gamma,
    ansatz,
    parameters,
    learningRate,
    document: {
      dimension: measurement.rows,
      states: states.map((state) =>
        state.vector === null ? fileMatrix(state.densityMatrix) : fileVector(state.vector),
      ),
      labels: Array.from(labels),
      measurement: fileMatrix(measurement),
      gamma,
      ...(ansatz === null ? {} : { ansatz: fileAnsatz(ansatz), parameters: Array.from(parameters) }),
      ...(learningRate === null ? {} : { learningRate }),
    },
  };
}

/** The document with a recipe's ansatz written out, layer by layer; everything else as the file has it. */
export function expandInstance(instance: Instance): InstanceDocument {
  const { document, ansatz } = instance;
  return ansatz === null ? document : { ...document, ansatz: fileAnsatz(ansatz) };
}

function fileAnsatz(ansatz: Ansatz) {
  return {
    initial: fileMatrix(ansatz.initial),
    layers: ansatz.layers.map(({ generator, unitary }) => ({
      generator: fileMatrix(generator),
      unitary: fileMatrix(unitary),
    })),
  };
}

function fileMatrix(a: ComplexMatrix): FileMatrix {
  const rowsOf = (part: Float64Array) =>
    Array.from({ length: a.rows }, (_, i) => Array.from(part.subarray(i * a.cols, (i + 1) * a.cols)));
  return isReal(a) ? { re: rowsOf(a.re) } : { re: rowsOf(a.re), im: rowsOf(a.im) };
}

function fileVector(v: ComplexMatrix): FileVector {
  return isReal(v) ? { re: Array.from(v.re) } : { re: Array.from(v.re), im: Array.from(v.im) };
}

function isReal(a: ComplexMatrix): boolean {
  return a.im.every((x) => x === 0);
}
