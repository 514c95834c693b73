/** The symbols of tail bounds: a real random variable with finitely many outcomes, and the numbers that enter its bound. */
import { type ClaimTheory, definitionsOf, realScalar, theory } from '../../src/index.js';

const still = { constant: true };

export const tails: ClaimTheory = theory({
  name: 'tails',
  sizes: { n: 'number of outcomes', p: 'number of parameters' },
  indices: { j: 'n', r: 'n', k: 'p' },
  symbols: {
    w: { type: realScalar({ over: ['n'] }), meaning: 'probability of an outcome' },
    W: { type: realScalar(), meaning: 'probability of all outcomes', stands: { at: [], for: 'sum_j(w_j)' } },
    f: { type: realScalar({ over: ['n'] }), meaning: 'value of the random variable' },
    e: { type: realScalar({ over: ['n'] }), meaning: '1 where the event takes place, else 0' },
    a: { type: realScalar(still), meaning: 'lower end of the range of f' },
    c: { type: realScalar(still), meaning: 'length of the range of f, the difference bound of (93) for one variable' },
    t: { type: realScalar(still), meaning: 'the deviation that is asked for' },
    μ: { type: realScalar(), meaning: 'mean of f', latex: '\\mu', stands: { at: [], for: 'sum_j(w_j f_j)' } },
    P: { type: realScalar(), meaning: 'probability of the event', stands: { at: [], for: 'sum_j(w_j e_j)' } },
    x: { type: realScalar({ over: ['n', 'n'] }), meaning: '1 where the field at r is large in the j-th draw, else 0' },
    s: { type: realScalar({ over: ['n', 'n'] }), meaning: '1 where the curve is at r in the j-th draw, else 0' },
    b: { type: realScalar(still), meaning: 'a bound on the probability that the field is large at a fixed point' },
    θ: { type: realScalar({ over: ['p'] }), meaning: 'parameters', latex: '\\theta' },
    h: { type: realScalar(still), meaning: 'norm of the generator' },
    Z: { type: realScalar(still), meaning: 'tr(H²)/(d² - 1)' },
    κ: { type: realScalar(still), meaning: 'the constant C₁ of Claim 2', latex: 'C_1' },
    δ: {
      type: realScalar({ over: ['p'] }),
      meaning: 'difference bound c_k of (93) as the proof of Claim 2 finds it',
      latex: '\\delta',
      stands: { at: ['k'], for: '8/Z h^3 θ_k' },
    },
    C: { type: realScalar(still), meaning: 'the constant C₃ of Lemma B.4', latex: 'C_3' },
    C0: { type: realScalar(still), meaning: 'a lower bound of the eigenvalues of Kasym', latex: 'C_0' },
    T: { type: realScalar(still), meaning: 'the time up to which the bound is asked for' },
    q: { type: realScalar(still), meaning: 'square root of the number of parameters' },
  },
});

export const definingTails = (...names: string[]) => definitionsOf(tails, ...names);
