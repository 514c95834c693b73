/** Small exact matrices and vectors for the witnesses that a hypothesis is needed. */
export type Rows = readonly (readonly string[])[];

export const ONE: Rows = [
  ['1', '0'],
  ['0', '1'],
];
export const ZERO: Rows = [
  ['0', '0'],
  ['0', '0'],
];
export const X: Rows = [
  ['0', '1'],
  ['1', '0'],
];
export const Y: Rows = [
  ['0', '-i'],
  ['i', '0'],
];
export const Z: Rows = [
  ['1', '0'],
  ['0', '-1'],
];

/** The projectors onto the two basis states, and the state between them. */
export const UP: Rows = [
  ['1', '0'],
  ['0', '0'],
];
export const DOWN: Rows = [
  ['0', '0'],
  ['0', '1'],
];
export const PLUS: Rows = [
  ['1/2', '1/2'],
  ['1/2', '1/2'],
];
export const MIXED: Rows = [
  ['1/2', '0'],
  ['0', '1/2'],
];

export const KET_UP: Rows = [['1'], ['0']];
export const KET_DOWN: Rows = [['0'], ['1']];
/** The eigenvectors of σ_z as letters of the `qubit` theory. */
export const EIGENBASIS = { 'e₊': KET_UP, 'e₋': KET_DOWN };
export const KET_PLUS: Rows = [['√2/2'], ['√2/2']];

/** The matrix with every entry multiplied by the text of a number. */
export const timesMatrix = (factor: string, matrix: Rows): Rows =>
  matrix.map((row) => row.map((x) => (x === '0' ? '0' : `(${factor}) (${x})`)));
