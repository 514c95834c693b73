import { describe, expect, test } from 'vitest';
import { BadInput } from '../numeric/bad-input.js';
import { entry, fromDiagonal } from '../numeric/complex-matrix.js';
import { randomFromSeed } from '../numeric/random.js';
import { balancedDataSet } from './data-set.js';
import { createInstance, expandInstance } from './instance.js';
import { documentText } from './instance-document.js';
import { instanceDocument, parseInstance } from './instance-file.js';
import { pauliLike } from './measurement.js';
import { periodicAnsatz } from './periodic-ansatz.js';
import { mixedState } from './state.js';

const good = {
  dimension: 2,
  states: [{ re: ['3/5', 0], im: [0, '4/5'] }, { re: [['1/2', 0], [0, 0.5]] }], // biome-ignore format: rows
  labels: [1, '-1/3'],
  measurement: { pauli: 'Z' },
  gamma: '3/2',
  ansatz: { kind: 'periodic', layers: 2, seed: 1 },
  parameters: [0.1, '1/7'],
  learningRate: 0.01,
};
const parse = (document: object) => parseInstance(JSON.stringify(document), 'x.json');

test('a full file', () => {
  const instance = parse(good);
  expect(instance.states[0].vector?.re).toEqual(Float64Array.of(0.6, 0));
  expect(entry(instance.states[0].densityMatrix, 1, 0)).toEqual({ re: 0, im: 0.8 * 0.6 });
  expect(instance.states[1]).toEqual({ densityMatrix: fromDiagonal([0.5, 0.5]), vector: null });
  expect(instance.labels).toEqual(Float64Array.of(1, -1 / 3));
  expect(instance.measurement).toEqual(fromDiagonal([1.5, -1.5]));
  expect(instance.ansatz).toEqual(periodicAnsatz(2, 2, randomFromSeed(1)));
  expect(instance.parameters).toEqual(Float64Array.of(0.1, 1 / 7));
  expect(instance).toMatchObject({ dimension: 2, gamma: 1.5, learningRate: 0.01 });
  expect(instanceDocument(instance)).toEqual(good); // "3/5" as written
});

test('defaults: gamma 1, no ansatz, parameters zero, no learning rate', () => {
  const { dimension, states, labels, measurement, ansatz } = good;
  expect(parse({ dimension, states, labels, measurement })).toMatchObject({
    gamma: 1,
    ansatz: null,
    parameters: new Float64Array(0),
    learningRate: null,
  });
  expect(parse({ dimension, states, labels, measurement, ansatz }).parameters).toEqual(new Float64Array(2));
});

test('dimension 1, as vector and as matrix', () => {
  const one = { dimension: 1, states: [{ re: [1] }, { re: [[1]] }], labels: [0, 0], measurement: { re: [[2]] } };
  expect(parse(one).states.map(({ vector }) => vector === null)).toEqual([false, true]);
});

test('expanding writes the recipe out and changes nothing else', () => {
  const instance = parse(good);
  const expanded = parseInstance(documentText(expandInstance(instance)), 'expanded.json');
  expect(expanded).toEqual({ ...instance, document: expandInstance(instance) });
  expect(expandInstance(instance)).toMatchObject({ gamma: '3/2', labels: [1, '-1/3'], measurement: { pauli: 'Z' } });
  expect(Object.keys(expandInstance(instance).ansatz ?? {})).toEqual(['initial', 'layers']);
  expect(expandInstance(expanded)).toEqual(expanded.document);
});

test('an instance made in code reads back as itself', () => {
  const random = randomFromSeed(5);
  const { states } = balancedDataSet(4, 2, random);
  const instance = createInstance({
    states: [...states, mixedState(fromDiagonal([0.25, 0.75, 0, 0]))],
    labels: Float64Array.of(1, -1, 0.1),
    measurement: pauliLike(4, random),
    gamma: 1.7,
    ansatz: periodicAnsatz(4, 3, random),
    parameters: Float64Array.of(0.1, 0.2, 0.3),
    learningRate: 1e-3,
  });
  expect(parseInstance(documentText(instance.document), 'x.json')).toEqual(instance);
});

const id = { re: [[1, 0], [0, 1]] }; // biome-ignore format: rows
const explicit = (generator: object, unitary: object, initial: object = id) => ({
  ansatz: { initial, layers: [{ generator, unitary }] },
  parameters: [0],
});
const hermitian = 'expected a Hermitian matrix (to 1e-9 of its largest entry)';
const number = 'expected a finite number or a string "p/q"';
const keys = 'dimension, states, labels, measurement, gamma, ansatz, parameters, learningRate';
const states = (state: unknown) => ({ states: [state, state] });

// biome-ignore format: one fault a line
const faults: [object, string][] = [
  [{ dimension: 0 }, 'dimension: expected an integer from 1 to 4096, got 0'],
  [{ dimension: 2.5 }, 'dimension: expected an integer from 1 to 4096, got 2.5'],
  [{ dimension: '2' }, 'dimension: expected an integer from 1 to 4096, got "2"'],
  [{ dimension: 1e6 }, 'dimension: expected an integer from 1 to 4096, got 1000000'],
  [{ dimension: undefined }, 'expected the key "dimension", got an object without it'],
  [{ labels: undefined }, 'expected the key "labels", got an object without it'],
  [{ mesurement: 1 }, `expected only the keys ${keys}, got the unknown key "mesurement"; did you mean "measurement"?`],
  [{ 'a\nb': 1 }, `expected only the keys ${keys}, got the unknown key "a\\nb"`],
  [{ states: [] }, 'states: expected at least one state, got an array of length 0'],
  [{ states: 5 }, 'states: expected an array of states, got 5'],
  [states([1, 0]), 'states[0]: expected an object with "re", "im", got an array of length 2'],
  [states({ im: [1, 0] }), 'states[0]: expected the key "re", got an object without it'],
  [states({ re: [1, 0], in: [0, 0] }), 'states[0]: expected only the keys re, im, got the unknown key "in"; did you mean "im"?'],
  [states({ re: [1, 0, 0] }), 'states[0].re: expected 2 numbers (one for each dimension), got an array of length 3'],
  [states({ re: [1, 0], im: [0] }), 'states[0].im: expected 2 numbers (one for each dimension), got an array of length 1'],
  [states({ re: [1, 0], im: [[0]] }), 'states[0].im: expected 2 numbers (one for each dimension), got an array of length 1'],
  [states({ re: 1 }), 'states[0].re: expected 2 numbers (one for each dimension), got 1'],
  [states({ re: ['3/0', 0] }), `states[0].re[0]: ${number}, got "3/0"`],
  [states({ re: [1, 'abc'] }), `states[0].re[1]: ${number}, got "abc"`],
  [states({ re: [1, null] }), `states[0].re[1]: ${number}, got null`],
  [states({ re: [1, [0]] }), `states[0].re[1]: ${number}, got an array of length 1`],
  [states({ re: [1, 1] }), 'states[0]: expected a state vector of norm 1 (to 1e-9), got norm 1.4142135623730951; divide the vector by it'],
  [states({ re: [0, 0] }), 'states[0]: expected a state vector of norm 1 (to 1e-9), got the zero vector'],
  [states({ re: [[1, 0]] }), 'states[0].re: expected 2 rows of 2 numbers, got an array of length 1'],
  [states({ re: [[1, 0], [0]] }), 'states[0].re[1]: expected 2 numbers (a row of a 2x2 matrix), got an array of length 1'],
  [states({ re: [[1, 0], [0, 'x']] }), `states[0].re[1][1]: ${number}, got "x"`],
  [states({ re: [[1, 0], [0, 1]] }), 'states[0]: expected a density matrix of trace 1 (to 1e-9), got trace 2; divide the matrix by it'],
  [states({ re: [[1.5, 0], [0, -0.5]] }), 'states[0]: expected a positive semidefinite density matrix (to 1e-9 of its largest entry), got the eigenvalue -0.5'],
  [states({ re: [[0.5, 0.1], [0.2, 0.5]] }), `states[0].re: ${hermitian}, got an asymmetry of 0.1 at [0][1]; [1][0] must equal it`],
  [{ labels: [1] }, 'labels: expected 2 numbers (one for each state), got an array of length 1'],
  [{ labels: 1 }, 'labels: expected 2 numbers (one for each state), got 1'],
  [{ labels: [1, true] }, `labels[1]: ${number}, got true`],
  [{ measurement: { pauli: 'ZZ' } }, 'measurement.pauli: expected a string of 1 letter I, X, Y, Z (dimension 2), got "ZZ"'],
  [{ measurement: { pauli: 'Q' } }, 'measurement.pauli: expected a string of 1 letter I, X, Y, Z (dimension 2), got "Q"'],
  [{ measurement: { pauli: 3 } }, 'measurement.pauli: expected a string of 1 letter I, X, Y, Z (dimension 2), got 3'],
  [{ measurement: { pauli: 'Z', re: 1 } }, 'measurement: expected only the key pauli, got the unknown key "re"'],
  [{ measurement: { re: [[0, 1], [0.5, 0]] } }, `measurement.re: ${hermitian}, got an asymmetry of 0.5 at [0][1]; [1][0] must equal it`],
  [{ measurement: { re: [[0, 1], [1, 0]], im: [[0, 1], [1, 0]] } }, `measurement.im: ${hermitian}, got an asymmetry of 2 at [0][1]; [1][0] must be its negative`],
  [{ measurement: { re: [[0, 1], [1, 0]], im: [[0.5, 0], [0, 0]] } }, `measurement.im: ${hermitian}, got an imaginary part of 0.5 at [0][0]; it must be 0`],
  [{ measurement: { re: [0, 1] } }, `measurement.re[0]: expected 2 numbers (a row of a 2x2 matrix), got 0`],
  [{ gamma: 0 }, 'gamma: expected a positive finite number, got 0'],
  [{ gamma: -1 }, 'gamma: expected a positive finite number, got -1'],
  [{ gamma: '1/0' }, 'gamma: expected a positive finite number, got "1/0"'],
  [{ gamma: 1e308, measurement: { re: [[10, 0], [0, 1]] } }, 'measurement: expected finite entries after the factor gamma = 1e+308, got an overflow'],
  [{ learningRate: -1 }, 'learningRate: expected a finite number >= 0, got -1'],
  [{ learningRate: null }, 'learningRate: expected a finite number >= 0, got null'],
  [{ parameters: [1] }, 'parameters: expected 2 numbers (one for each generator of the ansatz), got an array of length 1'],
  [{ ansatz: undefined }, 'parameters: expected 0 numbers (the file has no ansatz), got an array of length 2'],
  [{ ansatz: 'periodic' }, 'ansatz: expected an object with "initial", "layers", got "periodic"'],
  [{ ansatz: { kind: 'perodic', layers: 1, seed: 1 } }, 'ansatz.kind: expected "periodic" or "hardware-efficient", got "perodic"; did you mean "periodic"?'],
  [{ ansatz: { kind: 7 } }, 'ansatz.kind: expected "periodic" or "hardware-efficient", got 7'],
  [{ ansatz: { kind: 'periodic', layers: 0, seed: 1 } }, 'ansatz.layers: expected a positive integer of at most 67108864 layers in this dimension, got 0'],
  [{ ansatz: { kind: 'periodic', layers: 1e9, seed: 1 } }, 'ansatz.layers: expected a positive integer of at most 67108864 layers in this dimension, got 1000000000'],
  [{ ansatz: { kind: 'periodic', layers: 1, seed: 0.5 } }, 'ansatz.seed: expected an integer, got 0.5'],
  [{ ansatz: { kind: 'periodic', layers: 1 } }, 'ansatz: expected the key "seed", got an object without it'],
  [{ ansatz: { kind: 'hardware-efficient', layers: 1, seed: 1 } }, 'ansatz: expected only the keys kind, layers, got the unknown key "seed"'],
  [{ ansatz: { layers: [] } }, 'ansatz: expected the key "initial", got an object without it'],
  [{ ansatz: { initial: id, layers: 3 } }, 'ansatz.layers: expected an array of layers, or a recipe with a "kind", got 3'],
  [{ ansatz: { initial: id, layers: [{ generator: id }] } }, 'ansatz.layers[0]: expected the key "unitary", got an object without it'],
  [explicit(id, id, { re: [[1, 1], [0, 1]] }), 'ansatz.initial: expected a unitary matrix (U^dagger U = I to 1e-9), got an error of 1 at [0][1] of U^dagger U'],
  [explicit(id, { re: [[1, 0], [0, 1.1]] }), 'ansatz.layers[0].unitary: expected a unitary matrix (U^dagger U = I to 1e-9), got an error of 0.21 at [1][1] of U^dagger U'],
  [explicit({ re: [[0, 1], [2, 0]] }, id), `ansatz.layers[0].generator.re: ${hermitian}, got an asymmetry of 1 at [0][1]; [1][0] must equal it`],
  [explicit({ re: [[0, 1, 2], [1, 0, 3]] }, id), 'ansatz.layers[0].generator.re[0]: expected 2 numbers (a row of a 2x2 matrix), got an array of length 3'],
];

describe('each fault is one line that names its place', () => {
  test.each(faults)('%j', (edit, message) => {
    expect(() => parse({ ...good, ...edit })).toThrow(new BadInput(`x.json: ${message}`));
  });
  test('numbers that overflow', () => {
    const text = JSON.stringify(good).replace('0.01', '1e999');
    expect(() => parseInstance(text, 'x.json')).toThrow(
      new BadInput('x.json: learningRate: expected a finite number >= 0, got a number too large for a double'),
    );
  });
  test('an odd dimension has no periodic ansatz, and no Pauli strings', () => {
    const odd = { ...good, dimension: 3, states: [{ re: [1, 0, 0] }], labels: [1] };
    expect(() => parse(odd)).toThrow(
      'x.json: measurement.pauli: expected a dimension that is a power of two (2, 4, 8, ...) for a Pauli string, got dimension 3',
    );
    const matrix = { re: [[1, 0, 0], [0, 1, 0], [0, 0, -1]] }; // biome-ignore format: rows
    expect(() => parse({ ...odd, measurement: matrix })).toThrow(
      'x.json: ansatz.kind: expected an even dimension for a periodic ansatz, got dimension 3',
    );
    expect(() => parse({ ...odd, measurement: matrix, ansatz: { kind: 'hardware-efficient', layers: 1 } })).toThrow(
      'x.json: ansatz.kind: expected a dimension that is a power of two (2, 4, 8, ...) for qubits, got dimension 3',
    );
  });
  test('the whole file is something else', () => {
    const start = 'x.json: expected an object with "dimension", "states", "labels", "measurement", ';
    expect(() => parse([1])).toThrow(start);
    expect(() => parseInstance('3', 'x.json')).toThrow(/, got 3$/);
  });
  test('cut off anywhere, it is refused in one line', () => {
    const text = JSON.stringify(good);
    for (let n = 0; n < text.length; n++) {
      expect(() => parseInstance(text.slice(0, n), 'x.json')).toThrow(/^x\.json: [^\n]*(cut off\?|empty file)$/);
    }
  });
});

test('a deviation of 1e-10 is accepted and not mended', () => {
  const instance = parse({ ...good, ...states({ re: [1 + 1e-10, 0] }), measurement: { re: [[0, 1], [1 + 1e-10, 0]] } }); // biome-ignore format: rows
  expect(instance.states[0].vector?.re[0]).toBe(1 + 1e-10);
  expect(entry(instance.measurement, 1, 0).re).toBe(1.5 * (1 + 1e-10));
});
