/** Further symbols for Appendix C: what the entries of the kernel are written in where the loss is zero. */
import { matrix, realScalar, type SymbolDeclaration } from '../../src/index.js';

/** b and R also stand in a theory of their own, where no QNN is needed. */
export const rankSymbols: Readonly<Record<string, SymbolDeclaration>> = {
  b: { type: realScalar({ over: ['m'] }), meaning: 'norm of u_j where the loss is zero' },
  R: {
    type: realScalar({ over: ['m', 'm'] }),
    meaning: 'the matrix R before (113)',
    stands: { at: ['i', 'j'], for: 'b_i b_j' },
  },
};

export const minimaSymbols: Readonly<Record<string, SymbolDeclaration>> = {
  ...rankSymbols,
  û: {
    type: matrix('d', '1', { over: ['m'] }),
    meaning: 'direction of u_j',
    latex: '\\hat u',
    stands: { at: ['j'], for: '1/b_j u_j' },
  },
  Ĝ: {
    type: { ...realScalar({ over: ['m', 'm'] }), real: false },
    meaning: 'Gram matrix of the directions, G in (113)',
    latex: '\\hat G',
    stands: { at: ['i', 'j'], for: 'û_i† û_j' },
  },
};
