/** Further symbols for Appendix C: lower bounds of the Gram matrices, and what the global minima are described by. */
import { hermitian, matrix, realScalar, type SymbolDeclaration } from '../../src/index.js';

const bound = (meaning: string, latex: string): SymbolDeclaration => ({ type: realScalar(), meaning, latex });

export const minimaSymbols: Readonly<Record<string, SymbolDeclaration>> = {
  λP: bound('a lower bound of the eigenvalues of (P_ij)', '\\lambda_P'),
  λN: bound('a lower bound of the eigenvalues of (N_ij)', '\\lambda_N'),
  minP: bound('a lower bound of the P_jj', '\\min P'),
  minN: bound('a lower bound of the N_jj', '\\min N'),
  û: { type: matrix('d', '1', { over: ['m'] }), meaning: 'direction of u_j', latex: '\\hat u' },
  b: { type: realScalar({ over: ['m'] }), meaning: 'norm of u_j' },
  R: {
    type: realScalar({ over: ['m', 'm'] }),
    meaning: 'R of Appendix C, the product of the norms of u_i and u_j',
    stands: { at: ['i', 'j'], for: 'b_i b_j' },
  },
  Ĝ: {
    type: { ...realScalar({ over: ['m', 'm'] }), real: false },
    meaning: 'Gram matrix of the û_j, G of Appendix C',
    latex: '\\hat G',
    stands: { at: ['i', 'j'], for: 'û_i† û_j' },
  },
  Ê: {
    type: hermitian('m'),
    meaning: 'Ĝ - I as a matrix',
    latex: '\\hat E',
    stands: { at: [], for: 'sum_ij(Ĝ_ij unit_i unit_j†) - I_m' },
  },
  ξ: { type: realScalar(), meaning: 'a bound on the operator norm of Ĝ - I', latex: '\\xi' },
};
