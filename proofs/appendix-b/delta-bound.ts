/** Y(θ) - Y* for all θ, from one number: ε, the largest norm of the tails S_0, ..., S_p at the start. */
import { assume, certificate, chain, claim, positivity, rewriting } from '../../src/index.js';
import { movesModels } from '../models/moves-models.js';
import { moves } from './moves-notation.js';
import { travelling } from './y-lipschitz.js';

const { constant, fact, gramMatrix, over, plus, times } = certificate;

/**
 * By the maximal matrix Hoeffding inequality, which is cited and not shown here, ε is at most a multiple of
 * √(log(d/δ)/p) ‖H‖²/Z with probability 1 - δ: the S_k are sums of independent X_l with the mean 0.
 */
const uniform = assume(
  moves,
  'ε bounds the norms of all S_k and of S0 = Y(θ0) - Y*',
  'ε >= s_k',
  'ε I_D >= S0',
  'S0 >= -ε I_D',
);
const GIVEN = { ...travelling, uniform };
const BOUND = 'ε (1 + 4 h sum_k(τ_k)) I_D';

/** The moves by their bounds with ε for each s_k, and the start by its own; perhaps a share of the moves to spare. */
const bounded = (moved: string, start: string, share = '0') =>
  positivity(
    (term) =>
      plus(
        fact(moved),
        fact(start),
        times(
          constant(term('4')),
          fact('length/0'),
          over('k', times(fact('length/1'), fact('uniform/0'))),
          gramMatrix(term('I_D')),
        ),
        times(
          constant(term(share)),
          fact('length/0'),
          over('k', times(fact('length/1'), plus(fact('uniform/0'), fact('small/1')))),
          gramMatrix(term('I_D')),
        ),
      ),
    moved,
    'length',
    'uniform',
    'small',
  );

/** Δ(θ) = Y(θ) - Y* from above. */
export const deltaAbove = claim({
  id: 'delta-bound',
  title: 'For all θ, Y(θ) - Y* <= ε (1 + 4 ‖H‖ ‖θ - θ0‖₁) with ε = max_k ‖S_k‖',
  source: 'beyond the paper; in place of Lemma B.4',
  theory: moves,
  statement: `Y - Yst <= ${BOUND}`,
  uses: ['y-lipschitz'],
  given: GIVEN,
  proof: chain('Y - Yst')
    .equals('Y - Y0 + S0', rewriting('tails', 'before', 'terms'), 'S0 = Y(θ0) - Y*.')
    .atMost(BOUND, bounded('y-lipschitz', 'uniform/1'), 'Every S_k has at most the norm ε.'),
  models: movesModels(),
  mutants: {
    'the moves alone': 'Y - Yst <= 4 ε h sum_k(τ_k) I_D',
    'the start alone': 'Y - Yst <= ε I_D',
    'averaged over the moves': 'Y - Yst <= ε (1 + 4 h/p sum_k(τ_k)) I_D',
  },
});

/** Δ(θ) = Y(θ) - Y* from below. */
export const deltaBelow = claim({
  id: 'delta-bound-below',
  title: 'For all θ, Y* - Y(θ) <= ε (1 + 4 ‖H‖ ‖θ - θ0‖₁) with ε = max_k ‖S_k‖',
  source: 'beyond the paper; in place of Lemma B.4',
  theory: moves,
  statement: `Yst - Y <= ${BOUND}`,
  uses: ['y-lipschitz-below'],
  given: GIVEN,
  proof: chain('Yst - Y')
    .equals('Y0 - Y - S0', rewriting('tails', 'before', 'terms'), 'S0 = Y(θ0) - Y*.')
    .atMost(BOUND, bounded('y-lipschitz-below', 'uniform/2'), 'Every S_k has at most the norm ε.'),
  models: movesModels(),
  mutants: {
    'the moves alone': 'Yst - Y <= 4 ε h sum_k(τ_k) I_D',
    'the start alone': 'Yst - Y <= ε I_D',
    'averaged over the moves': 'Yst - Y <= ε (1 + 4 h/p sum_k(τ_k)) I_D',
  },
});
