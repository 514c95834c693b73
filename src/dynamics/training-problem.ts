import type { ComplexMatrix } from '../numeric/complex-matrix.js';
import type { Instance } from '../quantum/instance.js';
import { type Circuit, prepareCircuit, trivialCircuit } from './circuit.js';
import { type SampleColumns, sampleColumns } from './sample-columns.js';

/** An instance prepared for training: everything that does not depend on theta. */
export interface TrainingProblem {
  readonly circuit: Circuit;
  readonly samples: SampleColumns;
  readonly labels: Float64Array;
  /** M0, including gamma. */
  readonly measurement: ComplexMatrix;
}

/** Without an ansatz the circuit is the identity and there is nothing to train: p = 0. */
export function trainingProblem(instance: Instance): TrainingProblem {
  const { dimension, ansatz, states, labels, measurement } = instance;
  return {
    circuit: ansatz === null ? trivialCircuit(dimension) : prepareCircuit(ansatz),
    samples: sampleColumns(states),
    labels,
    measurement,
  };
}
