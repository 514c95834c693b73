import type { ComplexMatrix } from '../numeric/complex-matrix.js';
import { outer } from '../numeric/matrix-products.js';
import { maxAbs } from '../numeric/matrix-scalars.js';
import { scale } from '../numeric/matrix-sums.js';
import type { Ansatz } from './ansatz.js';
import { readAnsatz } from './ansatz-file.js';
import { readMatrix, readNumbers, readVectorOrMatrix, rejectComplaint } from './complex-array.js';
import type { Instance } from './instance.js';
import type { InstanceDocument } from './instance-document.js';
import {
  child,
  has,
  mismatch,
  type Place,
  readArray,
  readInteger,
  readNumber,
  readObject,
  reject,
} from './json-place.js';
import { parseJson } from './json-text.js';
import { densityComplaint, hermitianComplaint, unitVectorComplaint } from './matrix-complaints.js';
import { isPauliString, pauliString } from './pauli-string.js';
import type { State } from './state.js';

/** Matrices are dense: at d = 4096 one takes 256 MB. */
const MAX_DIMENSION = 4096;

/**
 * Reads an instance file; `file` is the name that messages show.
 *
 * Everything is checked before it is used and nothing is mended: norms, traces, Hermitian and unitary matrices to 1e-9. Throws
 * BadInput with one line, `<file>: <path inside the file>: expected ..., got ...`.
 */
export function parseInstance(text: string, file: string): Instance {
  const root: Place = { file, path: '', value: parseJson(text, file) };
  readObject(root, ['dimension', 'states', 'labels', 'measurement'], ['gamma', 'ansatz', 'parameters', 'learningRate']);
  const d = readInteger(child(root, 'dimension'), 1, MAX_DIMENSION, `an integer from 1 to ${MAX_DIMENSION}`);
  const states = readStates(child(root, 'states'), d);
  const labels = readNumbers(child(root, 'labels'), states.length, 'one for each state');
  const gamma = has(root, 'gamma') ? readPositive(child(root, 'gamma')) : 1;
  const measurement = readMeasurement(child(root, 'measurement'), d, gamma);
  const ansatz = has(root, 'ansatz') ? readAnsatz(child(root, 'ansatz'), d) : null;
  return {
    dimension: d,
    states,
    labels,
    measurement,
    gamma,
    ansatz,
    parameters: readParameters(root, ansatz),
    learningRate: has(root, 'learningRate') ? readNotNegative(child(root, 'learningRate')) : null,
    document: root.value as InstanceDocument, // every key and value of it has been checked above
  };
}

/** The instance as an instance file has it, numbers as written; a recipe stays a recipe (see expandInstance). */
export function instanceDocument(instance: Instance): InstanceDocument {
  return instance.document;
}

function readStates(place: Place, d: number): readonly State[] {
  const states = readArray(place, 'an array of states');
  if (states.length === 0) mismatch(place, 'at least one state');
  return states.map((state) => {
    const a = readVectorOrMatrix(state, d);
    const isVector = !Array.isArray((child(state, 're').value as unknown[])[0]);
    rejectComplaint(state, isVector ? unitVectorComplaint(a) : densityComplaint(a));
    return isVector ? { densityMatrix: outer(a, a), vector: a } : { densityMatrix: a, vector: null };
  });
}

/** gamma times the matrix or Pauli string. */
function readMeasurement(place: Place, d: number, gamma: number): ComplexMatrix {
  const matrix = has(place, 'pauli') ? readPauli(place, d) : readMatrix(place, d);
  rejectComplaint(place, hermitianComplaint(matrix));
  const measurement = scale(matrix, gamma);
  if (!Number.isFinite(maxAbs(measurement))) {
    reject(place, `expected finite entries after the factor gamma = ${gamma}, got an overflow`);
  }
  return measurement;
}

function readPauli(place: Place, d: number): ComplexMatrix {
  readObject(place, ['pauli'], []);
  const letters = child(place, 'pauli');
  const qubits = Math.log2(d);
  if (!Number.isInteger(qubits) || qubits === 0) {
    reject(
      letters,
      `expected a dimension that is a power of two (2, 4, 8, ...) for a Pauli string, got dimension ${d}`,
    );
  }
  const expected = `a string of ${qubits} letter${qubits === 1 ? '' : 's'} I, X, Y, Z (dimension ${d})`;
  const { value } = letters;
  if (typeof value !== 'string' || !isPauliString(value) || value.length !== qubits) mismatch(letters, expected);
  return pauliString(value);
}

function readParameters(root: Place, ansatz: Ansatz | null): Float64Array {
  const p = ansatz?.layers.length ?? 0;
  if (!has(root, 'parameters')) return new Float64Array(p);
  const reason = ansatz === null ? 'the file has no ansatz' : 'one for each generator of the ansatz';
  return readNumbers(child(root, 'parameters'), p, reason);
}

function readPositive(place: Place): number {
  const expected = 'a positive finite number';
  const x = readNumber(place, expected);
  return x > 0 ? x : mismatch(place, expected);
}

function readNotNegative(place: Place): number {
  const expected = 'a finite number >= 0';
  const x = readNumber(place, expected);
  return x >= 0 ? x : mismatch(place, expected);
}
