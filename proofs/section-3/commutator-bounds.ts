/** Theorem 3.2's first steps: the commutator [M, ρ] for a pure state and eigenvalues ±1, and what it bounds. */
import { certificate, chain, claim, positivity, rewriting, witness } from '../../src/index.js';
import { given } from '../hypotheses.js';
import { qnnModels } from '../models/qnn-models.js';
import { defining, qnn } from '../notation.js';
import { DOWN, KET_PLUS, KET_UP, PLUS, timesMatrix, UP, Y, Z } from '../witnesses.js';

const { cauchySchwarz, constant, sandwich, square, times: product } = certificate;
const pauliSamples = qnnModels({ pure: true, measurement: 'pauli', labels: 'signs', root: false });
const SIZES = { d: 2, m: 1, p: 1 };

/** A qubit in the state (1, 1)/√2 under σ_z: u = (1, 0)/√2, w = (0, 1)/√2, ŷ = 0. */
export const balanced = { M: Z, 'Π₊': UP, 'Π₋': DOWN, v: [KET_PLUS], ρ: [PLUS], y: ['1'] };

/** For a pure state and eigenvalues ±1 the commutator [M, ρ] mixes the two eigenspaces and nothing else. */
export const commutatorForm = claim({
  id: 'commutator-form',
  title: '[M, ρ] = 2(uw† - wu†)',
  source: 'App. A.2, before (30)',
  theory: qnn,
  statement: '[M, ρ_j] = 2 (u_j w_j† - w_j u_j†)',
  given: { pure: given.pure, pauli: given.pauli, parts: defining('u', 'w') },
  proof: chain('[M, ρ_j]')
    .equals('M v_j v_j† - v_j v_j† M', rewriting('pure'), 'Open the commutator, with ρ = vv†.')
    .equals(
      '(Π₊ - Π₋) v_j v_j† (Π₊ + Π₋) - (Π₊ + Π₋) v_j v_j† (Π₊ - Π₋)',
      rewriting('pauli'),
      'M = Π₊ - Π₋, and I = Π₊ + Π₋ put in on the other side.',
    )
    .equals('2 Π₊ v_j v_j† Π₋ - 2 Π₋ v_j v_j† Π₊', rewriting(), 'The terms within one eigenspace cancel.')
    .equals('2 (u_j w_j† - w_j u_j†)', rewriting('parts'), 'u = Π₊v and w = Π₋v.'),
  models: pauliSamples,
  mutants: {
    'plus for minus': '[M, ρ_j] = 2 (u_j w_j† + w_j u_j†)',
    'factor 1': '[M, ρ_j] = u_j w_j† - w_j u_j†',
    swapped: '[M, ρ_j] = 2 (w_j u_j† - u_j w_j†)',
    'u alone': '[M, ρ_j] = 2 (u_j u_j† - w_j w_j†)',
  },
  breaksWithout: {
    pure: witness(qnn, SIZES, { ...balanced, ρ: [UP] }),
    pauli: witness(qnn, SIZES, { ...balanced, M: timesMatrix('2', Z) }),
  },
});

/** (30): the derivative of a prediction by one parameter is at most 4 ‖H‖ ‖u‖ ‖w‖, here squared. */
export const commutatorBound = claim({
  id: 'commutator-bound',
  title: '|tr(i[M, ρ]H)| <= 4 ‖H‖ ‖u‖ ‖w‖, squared',
  source: 'App. A.2, (30)',
  theory: qnn,
  statement: 'a_jl^2 <= 16 h_l^2 (u_j† u_j) (w_j† w_j)',
  given: {
    pure: given.pure,
    pauli: given.pauli,
    norm: given.norm,
    parts: defining('u', 'w'),
    slope: defining('a'),
  },
  proof: chain('a_jl^2')
    .equals('(4 Im(u_j† H_l w_j))^2', rewriting('slope', 'pure', 'pauli', 'parts'), 'tr(i[M, ρ]H) = 2i(w†Hu - u†Hw).')
    .atMost(
      '16 (u_j† H_l w_j) (w_j† H_l u_j)',
      positivity((term) => square(term('4 Re(u_j† H_l w_j)'))),
      'The imaginary part is at most the modulus.',
    )
    .atMost(
      '16 (u_j† u_j) (w_j† H_l H_l w_j)',
      positivity((term) => product(constant(term('16')), cauchySchwarz(term('u_j'), term('H_l w_j')))),
      'Cauchy–Schwarz for u and Hw.',
    )
    .atMost(
      '16 h_l^2 (u_j† u_j) (w_j† w_j)',
      positivity(
        (term) => product(constant(term('16')), { kind: 'gram', of: term('u_j') }, sandwich('norm', term('w_j'))),
        'norm',
      ),
      'H² <= ‖H‖² I.',
    ),
  models: pauliSamples,
  mutants: {
    'factor 15.9': 'a_jl^2 <= 15.9 h_l^2 (u_j† u_j) (w_j† w_j)',
    'factor 4 for 16': 'a_jl^2 <= 4 h_l^2 (u_j† u_j) (w_j† w_j)',
    'turned round': 'a_jl^2 >= 16 h_l^2 (u_j† u_j) (w_j† w_j)',
    'norm to the first power': 'a_jl^2 <= 16 h_l (u_j† u_j) (w_j† w_j)',
  },
  breaksWithout: {
    pure: witness(qnn, SIZES, { ...balanced, v: [KET_UP], H: [Y], h: ['1'] }),
    pauli: witness(qnn, SIZES, { ...balanced, M: timesMatrix('2', Z), H: [Y], h: ['1'] }),
    norm: witness(qnn, SIZES, { ...balanced, H: [timesMatrix('2', Y)], h: ['1'] }),
  },
});
