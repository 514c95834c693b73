/**
 * Lemma C.2, (102) and (112): lower bounds of the eigenvalues of Kasym, as quadratic forms in any real vector x.
 *
 * Kasym is real and symmetric, so real vectors decide its least eigenvalue. λP, λN, minP and minN are any lower bounds of
 * the eigenvalues and of the diagonals of P and N; with the greatest ones the claims read as (112). Both bounds are 0 where
 * the u_j, or the w_j, are dependent: for more than d/2 samples one of these is always so.
 */
import { assume, certificate, chain, claim, type Positivity, positivity, type Term, witness } from '../../src/index.js';
import { given } from '../hypotheses.js';
import { gramModels } from '../models/gram-models.js';
import { defining, qnn } from '../notation.js';
import { DOWN, KET_PLUS, PLUS, timesMatrix, UP, Z } from '../witnesses.js';

const { congruence, constant, fact, gramMatrix, over, plus, schur, square, times } = certificate;

const lemma = {
  pure: given.pure,
  scaledPauli: given.scaledPauli,
  parts: defining('u', 'w'),
  kernel: defining('Kasym'),
  gram: defining('P', 'N'),
};
const bounds = {
  eigenvalueP: assume(qnn, 'λP bounds the eigenvalues of P from below', 'sum_ij(P_ij unit_i unit_j†) >= λP I_m'),
  eigenvalueN: assume(qnn, 'λN bounds the eigenvalues of N from below', 'sum_ij(N_ij unit_i unit_j†) >= λN I_m'),
  signP: assume(qnn, 'λP is not negative, as the least eigenvalue of a Gram matrix is not', 'λP >= 0'),
  signN: assume(qnn, 'λN is not negative, as the least eigenvalue of a Gram matrix is not', 'λN >= 0'),
  diagonalP: assume(qnn, 'minP bounds the diagonal of P from below', 'P_jj >= minP'),
  diagonalN: assume(qnn, 'minN bounds the diagonal of N from below', 'N_jj >= minN'),
} as const;

type Read = (text: string) => Term;

interface Bound {
  /** Names of hypotheses: λ below the eigenvalues of one Gram matrix, λ >= 0, and q below the diagonal of the other. */
  readonly eigenvalue: string;
  readonly sign: string;
  readonly below: string;
  /** The family whose Gram matrix is the other one. */
  readonly column: 'u' | 'w';
  /** What shows x_j² times an entry of the other diagonal to be at least x_j² q. */
  readonly entry: (term: Read) => Positivity;
  /** λ q as written. */
  readonly product: string;
}

const FORM = 'sum_ij(x_i Kasym_ij x_j)';

/** Kasym is 4γ²(P ∘ Nᵀ + Pᵀ ∘ N); (P - λI) ∘ Nᵀ by Schur, with Nᵀ the Gram matrix of the conjugate columns. */
const certificateOf =
  ({ eigenvalue, sign, column, entry }: Bound, share: string, rest: string) =>
  (term: Read): Positivity => {
    const transposed = gramMatrix(term(`sum_ej((${column}_j† unit_e) unit_e unit_j†)`));
    const entries = plus(
      times(constant(term(share)), entry(term)),
      times(constant(term(rest)), square(term('x_j')), gramMatrix(term(`${column}_j`))),
    );
    return times(
      constant(term('8')),
      square(term('γ')),
      plus(
        congruence(term('sum_j(x_j unit_j)'), schur(fact(eigenvalue), transposed)),
        over('j', times(fact(sign), entries)),
      ),
    );
  };

const proofOf = (bound: Bound, share: string, rest: string) => {
  const { product, eigenvalue, sign, below } = bound;
  const cited = ['lemma-c.2-hadamard', 'gram', eigenvalue, sign, below];
  return chain(`${share} 8 γ^2 ${product} sum_j(x_j^2)`).atMost(
    FORM,
    positivity(certificateOf(bound, share, rest), ...cited),
    'Schur’s theorem for (P - λI) ∘ Nᵀ, and I ∘ Nᵀ is the diagonal of N; or the same with P and N exchanged.',
  );
};

const proving = (bound: Bound) => ({
  theory: qnn,
  uses: ['lemma-c.2-hadamard'],
  statement: `${FORM} >= 8 γ^2 ${bound.product} sum_j(x_j^2)`,
  proof: proofOf(bound, '1', '0'),
  mutants: {
    'factor 9': `${FORM} >= 9 γ^2 ${bound.product} sum_j(x_j^2)`,
    'λ only': `${FORM} >= 8 γ^2 ${bound.product.split(' ')[0]} sum_j(x_j^2)`,
    'turned round': `${FORM} <= 8 γ^2 ${bound.product} sum_j(x_j^2)`,
  },
  alsoTrue: { 'left side: the factor 8 times 0.99': proofOf(bound, '99/100', '1/100') },
});

const SIZES = { d: 2, m: 1, p: 1 };
const start = { M: Z, γ: '1', 'Π₊': UP, 'Π₋': DOWN, v: [KET_PLUS], ρ: [PLUS], x: ['1'] };
const sharp = { λP: '1/2', λN: '1/2', minP: '1/2', minN: '1/2' };
const at = (values: Parameters<typeof witness>[2]) => witness(qnn, SIZES, { ...start, ...sharp, ...values });
const breaks = { pure: at({ ρ: [UP] }), scaledPauli: at({ M: timesMatrix('1/2', Z) }) };

/** The first bound: λ_min(Kasym) >= 8γ² λ_min(P) min_i N_ii. */
export const boundByPositive = claim({
  id: 'lemma-c.2-bound',
  title: 'λ_min(Kasym) >= 8γ² λ_min(P) min N_jj',
  source: 'Lemma C.2, (102)(112)',
  ...proving({
    eigenvalue: 'eigenvalueP',
    sign: 'signP',
    below: 'diagonalN',
    column: 'w',
    entry: (term) => times(square(term('x_j')), fact('diagonalN')),
    product: 'λP minN',
  }),
  given: { ...lemma, eigenvalueP: bounds.eigenvalueP, signP: bounds.signP, diagonalN: bounds.diagonalN },
  models: gramModels({ below: false }),
  breaksWithout: {
    ...breaks,
    eigenvalueP: at({ λP: '1' }),
    signP: at({ λP: '-1', minN: '-2' }),
    diagonalN: at({ minN: '1' }),
  },
});

/** The second bound: λ_min(Kasym) >= 8γ² λ_min(N) min_i P_ii. */
export const boundByNegative = claim({
  id: 'lemma-c.2-bound-negative',
  title: 'λ_min(Kasym) >= 8γ² λ_min(N) min P_jj',
  source: 'Lemma C.2, (112)',
  ...proving({
    eigenvalue: 'eigenvalueN',
    sign: 'signN',
    below: 'diagonalP',
    column: 'u',
    entry: (term) => times(square(term('x_j')), fact('diagonalP')),
    product: 'λN minP',
  }),
  given: { ...lemma, eigenvalueN: bounds.eigenvalueN, signN: bounds.signN, diagonalP: bounds.diagonalP },
  models: gramModels({ below: false }),
  breaksWithout: {
    ...breaks,
    eigenvalueN: at({ λN: '1' }),
    signN: at({ λN: '-1', minP: '-2' }),
    diagonalP: at({ minP: '1' }),
  },
});

/** The weaker bound at the end of (102): λ_min(Kasym) >= 8γ² λ_min(P) λ_min(N), no diagonal entry being below λ_min. */
export const boundByBoth = claim({
  id: 'lemma-c.2-bound-product',
  title: 'λ_min(Kasym) >= 8γ² λ_min(P) λ_min(N)',
  source: 'Lemma C.2, (102)',
  ...proving({
    eigenvalue: 'eigenvalueP',
    sign: 'signP',
    below: 'eigenvalueN',
    column: 'w',
    entry: (term) => congruence(term('x_j unit_j'), fact('eigenvalueN')),
    product: 'λP λN',
  }),
  given: { ...lemma, eigenvalueP: bounds.eigenvalueP, signP: bounds.signP, eigenvalueN: bounds.eigenvalueN },
  models: gramModels({ below: true }),
  breaksWithout: {
    ...breaks,
    eigenvalueP: at({ λP: '1' }),
    signP: at({ λP: '-1', λN: '-2' }),
    eigenvalueN: at({ λN: '1' }),
  },
});
