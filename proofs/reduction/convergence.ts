/** Where training in the limit ends, for orthonormal inputs: the paper's open question (Sec. 5) in this case. */
import { convergenceControls, convergenceLaw } from '../../property-tests/convergence.law.js';
import { statisticalClaim } from '../../src/index.js';

const wrong = convergenceControls;

/**
 * The loss tends to dist²/(2m), as small as orthonormal inputs allow; to 0 where γ > 1, m <= d/2 and the labels are ±1.
 *
 * Proved for every M(0), d and m <= d: no loss is less (`loss-floor` with `reachable-sum` and `prediction-range`), and
 * L(t) <= L(z) + |z|²/(8γ²mt²) for every z, L(z) being the loss with the predictions ∇Φ(z) (`descent-lyapunov` and
 * `descent-floor` from τ(0) = 0), so that the loss tends to its infimum over all τ. That is what Pazy's and Bruck's theorems say
 * of gradient flows, which are not needed then. Not proved: that ∇Φ comes as close as one likes to every point in reach.
 * For that det Y is a sum of exponentials over subsets of the samples, and the range of the gradient of its logarithm is the
 * interior of their Newton polytope (cited): that set, where no coefficient vanishes. It holds for almost every M(0) only:
 * an input that is an eigenvector of M(0) never moves. Hence a statement about random draws, of settings with labels away
 * from the edges of the set, where the loss gets there no faster than a power of 1/t.
 */
export const convergence = statisticalClaim({
  id: 'convergence-m-samples',
  title: 'Orthonormal inputs: the loss tends to dist²/(2m), the least that is in reach',
  source: 'beyond the paper; Sec. 5',
  uses: [
    'orthonormal-closed-form',
    'potential-gradient',
    'convex-potential',
    'descent-lyapunov',
    'descent-floor',
    'reachable-sum',
    'reachable-sum-below',
    'loss-floor',
  ],
  says: {
    text: 'for orthonormal inputs and Haar-random M(0) with as many eigenvalues γ as -γ, the asymptotic flow takes L to dist²/(2m), dist the distance of y from {|ŷ_j| <= γ, |Σ ŷ_j| <= γ(d - m)}: to 0 for labels ±1, γ > 1 and m <= d/2 (at t = 20/γ² within 1e-4 γ² with probability >= 0.99, for labels away from the edges of that set)',
    latex: String.raw`L(t) \to \tfrac{1}{2m}\operatorname{dist}^2\Bigl(y, \bigl\{|\hat y_j| \le \gamma,\ \bigl|\textstyle\sum_j \hat y_j\bigr| \le \gamma(d-m)\bigr\}\Bigr)`,
  },
  laws: [convergenceLaw],
  wrong: {
    'without the bound of the sum': { text: 'the same with {|ŷ_j| <= γ} alone', law: wrong.noSum },
    'the sum within γ d': { text: 'the same with |Σ ŷ_j| <= γ d', law: wrong.wideSum },
    'predictions within 1': { text: 'the same with {|ŷ_j| <= 1}', law: wrong.unitBox },
    'always 0': { text: 'L tends to 0 for all labels, m <= d/2', law: wrong.zero },
    '0 for m > d/2 too': { text: 'L tends to 0 for m > d/2', law: wrong.zeroMany },
    'dist²/m': { text: 'L tends to dist²/m', law: wrong.double },
  },
});
