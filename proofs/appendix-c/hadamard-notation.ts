/** Two Hermitian matrices, bounds of their norms, and their entrywise product. */
import { assume, type ClaimTheory, definitionsOf, hermitian, realScalar, theory } from '../../src/index.js';

const still = { constant: true };

export const hadamard: ClaimTheory = theory({
  name: 'hadamard',
  sizes: { d: 'dimension' },
  indices: { i: 'd', j: 'd' },
  symbols: {
    A: { type: hermitian('d'), meaning: 'any Hermitian matrix' },
    B: { type: hermitian('d'), meaning: 'another one' },
    a: { type: realScalar(still), meaning: 'a bound on the norm of A' },
    b: { type: realScalar(still), meaning: 'a bound on the norm of B' },
    C: {
      type: hermitian('d'),
      meaning: 'their entrywise product A ∘ B',
      latex: '(A \\circ B)',
      stands: { at: [], for: 'sum_ij((unit_i† A unit_j) (unit_i† B unit_j) unit_i unit_j†)' },
    },
  },
});

export const bounded = {
  first: assume(hadamard, 'a bounds the norm of A', 'a I >= A', 'A >= -a I'),
  second: assume(hadamard, 'b bounds the norm of B', 'b I >= B', 'B >= -b I'),
  product: definitionsOf(hadamard, 'C'),
} as const;
