/** The last part of Theorem 3.2's proof, once for all its variants: from a bound on the kernel's diagonal to the loss. */
import { type Chain, certificate, chain, type Positivity, positivity, rewriting, type Term } from '../../src/index.js';

const { constant, fact, over, root, size, square, times } = certificate;
type Read = (text: string) => Term;

export interface DiagonalBound {
  /** The claim `K_jj <= coefficient Σ‖H‖² |r_j|`. */
  readonly claim: string;
  readonly coefficient: string;
  /** Why the coefficient is not negative, and the hypotheses that this cites. */
  readonly positive: (term: Read) => Positivity;
  readonly using: readonly string[];
}

/** -dL/dt <= 2 (√2 coefficient η Σ‖H‖²) L √L, as in (26)-(38). */
export function sublinearChain({ claim, coefficient, positive, using }: DiagonalBound): Chain {
  const rateAndMean = [fact('rate'), size('m', -2)];
  const sumOfSquares = (term: Read): Positivity => over('i', square(term('r_i')));
  const norms = (term: Read): Positivity => over('l', square(term('h_l')));
  return chain('-Ldot')
    .equals('η/m^2 sum_l(sum_j(r_j a_jl)^2)', rewriting('loss-dynamics'), 'The loss falls by rᵀKr η/m².')
    .atMost(
      'η/m^2 sum_i(r_i^2) sum_j(sum_l(a_jl^2))',
      positivity(
        (term) => times(...rateAndMean, constant(term('1/2')), over('lij', square(term('r_i a_jl - r_j a_il')))),
        'rate',
      ),
      'rᵀKr <= tr(K) rᵀr, by Lagrange’s identity for each parameter.',
    )
    .equals('2 η/m L sum_j(K_jj)', rewriting('jacobian', 'loss'), 'Σ r² = 2mL and Σ_l a_jl² = K_jj.')
    .atMost(
      `2 (${coefficient}) η/m L sum_l(h_l^2) sum_j(|r_j|)`,
      positivity((term) => times(...rateAndMean, sumOfSquares(term), over('j', fact(claim))), 'rate', claim, 'loss'),
      'The bound on K_jj for each sample.',
    )
    .atMost(
      `2 √2 (${coefficient}) η sum_l(h_l^2) L sqrt(L)`,
      positivity(
        (term) =>
          times(
            positive(term),
            ...rateAndMean,
            norms(term),
            sumOfSquares(term),
            root(
              term('sum_j(|r_j|)'),
              term('√2 m sqrt(L)'),
              times(constant(term('√2')), size('m'), fact('root')),
              times(constant(term('1/2')), over('ij', square(term('|r_i| - |r_j|')))),
            ),
          ),
        ...using,
        'rate',
        'root',
        'loss',
      ),
      'Σ|r| <= √(m Σr²) = √2 m √L, by Lagrange’s identity; L√L without rounding, where (39) rounds 16√2 up to 24.',
    )
    .equals(`2 (√2 (${coefficient}) η sum_l(h_l^2)) L sqrt(L)`, rewriting());
}
