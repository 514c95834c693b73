/** The symbols of the k-th term of Y when its generator is drawn anew; matrices on two factors are D×D with D = d². */
import { type ClaimTheory, definitionsOf, hermitian, matrix, realScalar, theory } from '../../src/index.js';

export const resampling: ClaimTheory = theory({
  name: 'resampling',
  sizes: { d: 'dimension', D: 'square of the dimension' },
  squares: { D: 'd' },
  indices: {},
  symbols: {
    H: { type: hermitian('d'), meaning: 'the k-th generator' },
    G: { type: hermitian('d'), meaning: 'the k-th generator drawn anew', latex: "H'" },
    X: {
      type: hermitian('D'),
      meaning: 'change of H ⊗ H by drawing anew',
      stands: { at: [], for: 'H ⊗ H - G ⊗ G' },
    },
    A: { type: matrix('d', 'd'), meaning: 'the moves before the k-th' },
    B: { type: matrix('d', 'd'), meaning: 'a root of h² - H²' },
    F: { type: matrix('d', 'd'), meaning: 'a root of h² - G²' },
    C: { type: matrix('d', 'd'), meaning: 'a root of h²τ² - (A - I)†(A - I)' },
    h: { type: realScalar(), meaning: 'a bound on the norms of the generators, not 0' },
    θ: { type: realScalar(), meaning: 'modulus of the k-th parameter', latex: '|\\theta_k|' },
    τ: { type: realScalar(), meaning: 'sum of the moduli of the earlier parameters, not 0', latex: '\\tau' },
    b: { type: realScalar(), meaning: 'a bound on the norm of the left side of (95)' },
    b0: { type: realScalar(), meaning: 'a bound on the norm of what (95) drops', latex: 'b_0' },
  },
});

export const definingResampling = (...names: string[]) => definitionsOf(resampling, ...names);
