/** Y(θ) - Y* for all θ, from one number: ε, the largest norm of the tails S_0, ..., S_p at the start. */
import { assume, certificate, chain, claim, type Positivity, positivity, rewriting } from '../../src/index.js';
import { movesModels } from '../models/moves-models.js';

import { uniformly } from '../models/moves-witness.js';
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

/** The moves by their bounds with ε for each s_k, and the start by its own; perhaps shares of ε and of the moves to spare. */
const bounded = (moved: string, start: string, still = '0', path = '0') =>
  positivity(
    (term) => {
      const farther = (share: string, bound: Positivity) =>
        times(
          constant(term(share)),
          fact('length/0'),
          over('k', times(fact('length/1'), bound)),
          gramMatrix(term('I_D')),
        );
      return plus(
        fact(moved),
        fact(start),
        farther('4', fact('uniform/0')),
        times(constant(term(still)), plus(fact('uniform/1'), fact('uniform/2'))),
        farther(path, plus(fact('uniform/0'), fact('small/1'))),
      );
    },
    moved,
    'length',
    'uniform',
    'small',
  );

/** Y(θ) against Y* and Y* against Y(θ), perhaps with some of the bound to spare. */
const above = (bound: string, ...shares: string[]) =>
  chain('Y')
    .equals('Yst + Y - Y0 + S0', rewriting('tails', 'before', 'terms'), 'S0 = Y(θ0) - Y*.')
    .atMost(`Yst + ${bound}`, bounded('y-lipschitz', 'uniform/1', ...shares), 'Every S_k has at most the norm ε.');
const below = (bound: string, ...shares: string[]) =>
  chain('Yst')
    .equals('Y + Y0 - Y - S0', rewriting('tails', 'before', 'terms'), 'S0 = Y(θ0) - Y*.')
    .atMost(`Y + ${bound}`, bounded('y-lipschitz-below', 'uniform/2', ...shares), 'Every S_k has at most the norm ε.');
const BOUND = 'ε (1 + 4 h sum_k(τ_k)) I_D';

/** Δ(θ) = Y(θ) - Y* from above. */
export const deltaAbove = claim({
  id: 'delta-bound',
  title: 'For all θ, Y(θ) - Y* <= ε (1 + 4 ‖H‖ ‖θ - θ0‖₁) with ε = max_k ‖S_k‖',
  source: 'beyond the paper; in place of Lemma B.4',
  theory: moves,
  statement: `Y <= Yst + ${BOUND}`,
  constant: { quantity: 'Y - Yst', relation: '<=', value: '1', unit: BOUND },
  uses: ['y-lipschitz'],
  given: GIVEN,
  proof: above(BOUND),
  models: movesModels('above'),
  mutants: {
    'the moves alone': 'Y <= Yst + 4 ε h sum_k(τ_k) I_D',
    'the start alone': 'Y <= Yst + ε I_D',
    'averaged over the moves': 'Y <= Yst + ε (1 + 4 h/p sum_k(τ_k)) I_D',
  },
  alsoTrue: {
    'right side: the factor 1 times 1.01': above('ε (101/100 + 4 h sum_k(τ_k)) I_D', '1/200'),
    'right side: the factor 4 times 1.01': above('ε (1 + 101/25 h sum_k(τ_k)) I_D', '0', '1/25'),
  },
  breaksWithout: uniformly,
});

/** Δ(θ) = Y(θ) - Y* from below. */
export const deltaBelow = claim({
  id: 'delta-bound-below',
  title: 'For all θ, Y* - Y(θ) <= ε (1 + 4 ‖H‖ ‖θ - θ0‖₁) with ε = max_k ‖S_k‖',
  source: 'beyond the paper; in place of Lemma B.4',
  theory: moves,
  statement: `Yst <= Y + ${BOUND}`,
  constant: { quantity: 'Yst - Y', relation: '<=', value: '1', unit: BOUND },
  uses: ['y-lipschitz-below'],
  given: GIVEN,
  proof: below(BOUND),
  models: movesModels('below'),
  mutants: {
    'the moves alone': 'Yst <= Y + 4 ε h sum_k(τ_k) I_D',
    'the start alone': 'Yst <= Y + ε I_D',
    'averaged over the moves': 'Yst <= Y + ε (1 + 4 h/p sum_k(τ_k)) I_D',
  },
  alsoTrue: {
    'right side: the factor 1 times 1.01': below('ε (101/100 + 4 h sum_k(τ_k)) I_D', '1/200'),
    'right side: the factor 4 times 1.01': below('ε (1 + 101/25 h sum_k(τ_k)) I_D', '0', '1/25'),
  },
  breaksWithout: uniformly,
});
