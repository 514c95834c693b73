import { BadInput } from '../numeric/bad-input.js';
import { type ComplexMatrix, fromRows, identity } from '../numeric/complex-matrix.js';
import { kronecker } from '../numeric/matrix-products.js';

const PAULI: Readonly<Record<string, ComplexMatrix>> = {
  I: identity(2),
  // biome-ignore format: matrices are read as matrices
  X: fromRows([[0, 1], [1, 0]]),
  // biome-ignore format: matrices are read as matrices
  Y: fromRows([[0, 0], [0, 0]], [[0, -1], [1, 0]]),
  // biome-ignore format: matrices are read as matrices
  Z: fromRows([[1, 0], [0, -1]]),
};

/** The tensor product of Pauli matrices, the first letter on the most significant qubit: `ZI` is Z (x) I. */
export function pauliString(letters: string): ComplexMatrix {
  if (!isPauliString(letters)) {
    throw new BadInput(`pauliString: expected letters I, X, Y, Z, got ${JSON.stringify(letters)}`);
  }
  return [...letters].map((letter) => PAULI[letter]).reduce(kronecker);
}

export function isPauliString(letters: string): boolean {
  return /^[IXYZ]+$/.test(letters);
}
