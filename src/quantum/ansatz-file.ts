import { randomFromSeed } from '../numeric/random.js';
import type { Ansatz } from './ansatz.js';
import { readMatrix, rejectComplaint } from './complex-array.js';
import { hardwareEfficientAnsatz } from './hardware-efficient-ansatz.js';
import {
  child,
  describe,
  has,
  mismatch,
  type Place,
  readArray,
  readInteger,
  readObject,
  reject,
} from './json-place.js';
import { hermitianComplaint, unitaryComplaint } from './matrix-complaints.js';
import { nearestWord } from './nearest-word.js';
import { periodicAnsatz } from './periodic-ansatz.js';

const KINDS = ['periodic', 'hardware-efficient'];

/** A recipe may ask for at most this many matrix entries (4 GB). */
const MAX_ENTRIES = 2 ** 28;

/** The ansatz of an instance file: explicit, or a recipe (an object with a `kind`), for dimension d. */
export function readAnsatz(place: Place, d: number): Ansatz {
  return has(place, 'kind') ? readRecipe(place, d) : readExplicit(place, d);
}

function readExplicit(place: Place, d: number): Ansatz {
  readObject(place, ['initial', 'layers'], []);
  return {
    dimension: d,
    initial: readUnitary(child(place, 'initial'), d),
    layers: readArray(child(place, 'layers'), 'an array of layers, or a recipe with a "kind"').map((layer) => {
      readObject(layer, ['generator', 'unitary'], []);
      const generator = readMatrix(child(layer, 'generator'), d);
      rejectComplaint(child(layer, 'generator'), hermitianComplaint(generator));
      return { generator, unitary: readUnitary(child(layer, 'unitary'), d) };
    }),
  };
}

function readUnitary(place: Place, d: number) {
  const u = readMatrix(place, d);
  rejectComplaint(place, unitaryComplaint(u));
  return u;
}

function readRecipe(place: Place, d: number): Ansatz {
  const kind = child(place, 'kind');
  if (kind.value === 'periodic') {
    readObject(place, ['kind', 'layers', 'seed'], []);
    if (d % 2 === 1) reject(kind, `expected an even dimension for a periodic ansatz, got dimension ${d}`);
    const p = readLayers(child(place, 'layers'), d * d);
    const { MIN_SAFE_INTEGER: lowest, MAX_SAFE_INTEGER: highest } = Number;
    return periodicAnsatz(d, p, randomFromSeed(readInteger(child(place, 'seed'), lowest, highest, 'an integer')));
  }
  if (kind.value === 'hardware-efficient') {
    readObject(place, ['kind', 'layers'], []);
    const qubits = Math.log2(d);
    if (!Number.isInteger(qubits) || qubits === 0) {
      reject(kind, `expected a dimension that is a power of two (2, 4, 8, ...) for qubits, got dimension ${d}`);
    }
    return hardwareEfficientAnsatz(qubits, readLayers(child(place, 'layers'), 2 * qubits * d * d));
  }
  const near = typeof kind.value === 'string' ? nearestWord(kind.value, KINDS) : null;
  if (near === null) mismatch(kind, '"periodic" or "hardware-efficient"');
  reject(kind, `expected "periodic" or "hardware-efficient", got ${describe(kind.value)}; did you mean "${near}"?`);
}

function readLayers(place: Place, entriesPerLayer: number): number {
  const most = Math.floor(MAX_ENTRIES / entriesPerLayer);
  return readInteger(place, 1, most, `a positive integer of at most ${most} layers in this dimension`);
}
