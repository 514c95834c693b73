/** Further symbols for Appendix C: lower bounds of the Gram matrices P and N. */
import { realScalar, type SymbolDeclaration } from '../../src/index.js';

const bound = (meaning: string, latex: string): SymbolDeclaration => ({ type: realScalar(), meaning, latex });

export const boundSymbols: Readonly<Record<string, SymbolDeclaration>> = {
  λP: bound('a lower bound of the eigenvalues of (P_ij)', '\\lambda_P'),
  λN: bound('a lower bound of the eigenvalues of (N_ij)', '\\lambda_N'),
  minP: bound('a lower bound of the P_jj', '\\min P'),
  minN: bound('a lower bound of the N_jj', '\\min N'),
};
