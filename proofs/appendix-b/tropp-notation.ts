/** The exponents in Lemma B.2: what a matrix Hoeffding inequality makes of a bound on the summands, and what is printed. */
import { assume, type ClaimTheory, definitionsOf, hermitian, realScalar, theory } from '../../src/index.js';

const constant = (meaning: string, written?: string) => ({
  type: realScalar({ constant: true }),
  meaning,
  ...(written === undefined ? {} : { stands: { at: [], for: written } }),
});

/**
 * A failure probability is 2d² exp(-E) with an exponent E, and at most δ where E >= ln(2d²/δ). Logarithms are letters here,
 * since they are no numbers of the kernel; what is used of ln(d²/δ) is that it is at least 2 ln 2.
 */
export const tropp: ClaimTheory = theory({
  name: 'matrix-hoeffding',
  sizes: { d: 'dimension', p: 'number of parameters' },
  indices: {},
  symbols: {
    x: constant('‖H‖²/Z'),
    a: constant('ln 2'),
    λ: { ...constant('ln(d²/δ)'), latex: '\\lambda' },
    ℓ: { ...constant('ln(2d²/δ)', 'a + λ'), latex: '\\ell' },
    V: constant('norm of Σ A_l²/p² with A_l = 2‖H‖²/Z, (70)', '4/p x^2'),
    C: constant('the same with A_l = (‖H‖²/Z) d/(d - 1), `lemma-b.2-square`', '1/p (d/(d - 1))^2 x^2'),
    Q: constant('the same with A_l = 2, `lemma-b.2-qubit`', '4/p'),
    S: constant('square of the bound (71)', '4/p x^2 ℓ'),
    R: constant('square of the bound (71) with 8 ln(2d²/δ) under its root', '32/p x^2 ℓ'),
    B: constant('square of the bound (68)', '8/p x^2 λ'),
  },
});

export const tails = {
  bounds: definitionsOf(tropp, 'ℓ', 'V', 'C', 'Q', 'S', 'R', 'B'),
  logarithms: assume(tropp, 'δ <= 1 and d >= 2, so that ln(d²/δ) >= 2 ln 2', 'λ >= 2 a', 'a >= 0'),
  large: assume(tropp, 'there are at least three dimensions', 'd >= 3'),
  larger: assume(tropp, 'there are at least four dimensions', 'd >= 4'),
  qubit: assume(tropp, 'one qubit, where ‖H‖²/Z = 3/2', 'x = 3/2'),
} as const;

/** A random Hermitian matrix with n outcomes, and what stands for its exponential. */
export const outcomes: ClaimTheory = theory({
  name: 'outcomes',
  sizes: { D: 'square of the dimension', n: 'number of outcomes' },
  indices: { j: 'n' },
  symbols: {
    w: { type: realScalar({ over: ['n'] }), meaning: 'probability of an outcome' },
    X: { type: hermitian('D', { over: ['n'] }), meaning: 'the matrix at an outcome' },
    G: { type: hermitian('D', { over: ['n'] }), meaning: 'exp(tX) at an outcome' },
    N: { type: realScalar(), meaning: 'sum of the probabilities', stands: { at: [], for: 'sum_j(w_j)' } },
    E: { type: hermitian('D'), meaning: 'mean of X', stands: { at: [], for: 'sum_j(w_j X_j)' } },
    c: { type: realScalar(), meaning: 'cosh(ta) where -a <= X <= a' },
    s: { type: realScalar(), meaning: 'sinh(ta)/a' },
  },
});

export const chord = {
  sums: definitionsOf(outcomes, 'N', 'E'),
  weights: assume(outcomes, 'probabilities are not negative', 'w_j >= 0'),
  all: assume(outcomes, 'probabilities add up to 1', 'N = 1'),
  centred: assume(outcomes, 'the mean of X is zero', 'E = 0 I_D'),
  convex: assume(outcomes, 'exp lies below its chord between -ta and ta', 'c I_D + s X_j >= G_j'),
} as const;
