/** The symbols of all moves θ_1, ..., θ_p, one at a time; (92), with matrices on two factors, D = d². */
import { type ClaimTheory, definitionsOf, hermitian, matrix, realScalar, theory } from '../../src/index.js';

const each = { over: ['p'], constant: true };

export const moves: ClaimTheory = theory({
  name: 'moves',
  sizes: { d: 'dimension', D: 'square of the dimension', p: 'number of parameters' },
  squares: { D: 'd' },
  indices: { k: 'p' },
  symbols: {
    H: { type: hermitian('d', each), meaning: 'generators seen from the input side where all moves start' },
    Z: { type: realScalar({ constant: true }), meaning: 'tr(H²)/(d² - 1)' },
    h: { type: realScalar({ constant: true }), meaning: 'a bound on the norms of the generators, not 0' },
    τ: { type: realScalar(each), meaning: 'how far θ_k moves, |θ_k|, or more; not 0', latex: '\\tau' },
    E: { type: matrix('d', 'd', each), meaning: 'the k-th move, e^{iθ_kH_k} in a circuit' },
    C: { type: matrix('d', 'd', each), meaning: 'a root of h²τ_k² - (E_k - I)†(E_k - I)' },
    A: { type: matrix('d', 'd', each), meaning: 'the moves before the k-th, E_1 ... E_{k-1}' },
    'A₊': { type: matrix('d', 'd', each), meaning: 'the moves up to the k-th, E_1 ... E_k', latex: 'A^+' },
    Yst: {
      type: hermitian('D', { constant: true }),
      meaning: 'expectation of Y, swap - I/d',
      latex: 'Y^\\star',
      stands: { at: [], for: 'swap - 1/d I_D' },
    },
    Y0: {
      type: hermitian('D', { constant: true }),
      meaning: 'Y where all moves start',
      latex: 'Y_0',
      stands: { at: [], for: '1/p sum_k(1/Z H_k ⊗ H_k)' },
    },
    Y: {
      type: hermitian('D', { constant: true }),
      meaning: 'Y after all moves',
      stands: { at: [], for: '1/p sum_k(1/Z (A_k H_k A_k†) ⊗ (A_k H_k A_k†))' },
    },
    X: {
      type: hermitian('D', each),
      meaning: 'H_k ⊗ H_k/Z - Y*',
      stands: { at: ['k'], for: '1/Z H_k ⊗ H_k - Yst' },
    },
    S: { type: hermitian('D', each), meaning: 'sum of the later X_l over p, l > k' },
    R: { type: hermitian('D', each), meaning: 'the same with the k-th, l >= k' },
    S0: { type: hermitian('D', { constant: true }), meaning: 'sum of all X_l over p, Y0 - Y*', latex: 'S_0' },
    s: { type: realScalar(each), meaning: 'a bound on the norm of S_k, not 0' },
    ε: {
      type: realScalar({ constant: true }),
      meaning: 'a bound on the norms of all S_k and of S0',
      latex: '\\varepsilon',
    },
  },
});

export const definingMoves = (...names: string[]) => definitionsOf(moves, ...names);
