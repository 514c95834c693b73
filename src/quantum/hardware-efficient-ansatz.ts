import { BadInput } from '../numeric/bad-input.js';
import { type ComplexMatrix, fromDiagonal, identity } from '../numeric/complex-matrix.js';
import { scale } from '../numeric/matrix-sums.js';
import type { Ansatz, AnsatzLayer } from './ansatz.js';
import { pauliString } from './pauli-string.js';

/**
 * A circuit that is not Haar-random: each of `layers` blocks rotates every qubit about Y, then about Z, and entangles neighbours by a
 * chain of CZ gates. In the form of Eq. (1) it has p = 2 qubits layers parameters, generators Y/2 and Z/2 on one qubit, U_0 = I,
 * and U_l = I except at the end of a block.
 */
export function hardwareEfficientAnsatz(qubits: number, layers: number): Ansatz {
  if (!Number.isInteger(qubits) || qubits < 1 || !Number.isInteger(layers) || layers < 0) {
    throw new BadInput(
      `hardwareEfficientAnsatz: expected integers qubits >= 1 and layers >= 0, got ${qubits} and ${layers}`,
    );
  }
  const d = 2 ** qubits;
  const still = identity(d);
  const rotations = ['Y', 'Z'].flatMap((letter) =>
    Array.from(
      { length: qubits },
      (_, q): AnsatzLayer => ({ generator: halfPauli(letter, q, qubits), unitary: still }),
    ),
  );
  const last = rotations[rotations.length - 1];
  const block = [...rotations.slice(0, -1), { generator: last.generator, unitary: controlledZChain(qubits) }];
  return { dimension: d, initial: still, layers: Array.from({ length: layers }, () => block).flat() };
}

/** Qubit 0 is the most significant, as in pauliString. */
function halfPauli(letter: string, qubit: number, qubits: number): ComplexMatrix {
  return scale(pauliString('I'.repeat(qubit) + letter + 'I'.repeat(qubits - qubit - 1)), 0.5);
}

/** CZ on the pairs (0, 1), (1, 2), ...: diagonal, -1 to the number of neighbouring pairs of ones. */
function controlledZChain(qubits: number): ComplexMatrix {
  return fromDiagonal(
    Array.from({ length: 2 ** qubits }, (_, basis) => {
      let pairs = basis & (basis >> 1);
      let sign = 1;
      for (; pairs !== 0; pairs &= pairs - 1) sign = -sign;
      return sign;
    }),
  );
}
