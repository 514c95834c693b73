import { certificate, chain, claim, positivity, rewriting } from '../../src/index.js';
import { given } from '../hypotheses.js';
import { qnnModels } from '../models/qnn-models.js';
import { FAST_TURN, OVERCOHERENT, trainingWitness } from '../models/training-witness.js';
import { defining, qnn } from '../notation.js';
import { timesMatrix, Z } from '../witnesses.js';

const { constant, fact, over, root, size, square, times } = certificate;

/** A circuit at one θ: pure inputs, labels ±1, eigenvalues ±1. */
export const circuit = {
  ansatz: given.ansatz,
  pure: given.pure,
  pauli: given.pauli,
  norm: given.norm,
  labels: given.labels,
  rms: given.rootMeanSquare,
  gradient: defining('g'),
  parts: defining('u', 'w'),
  slope: defining('a'),
  jacobian: defining('K'),
  residual: defining('r', 'ŷ'),
  loss: defining('L'),
};

/** Theorem 3.2 at one θ: ‖∇L‖² <= 8 Σ‖H‖² s³(1 - s/2) with s = √(2L), hence <= 16√2 Σ‖H‖² L^{3/2}, on a flow or not. */
export const gradientBound = claim({
  id: 'gradient-bound',
  title: '‖∇L‖² <= 8 Σ‖H‖² s³ (1 - s/2) with s = √(2L)',
  source: 'beyond the paper; App. A.2, (26)-(38)',
  theory: qnn,
  statement: 'sum_l(g_l^2) <= 8 sum_l(h_l^2) s^3 (1 - 1/2 s)',
  uses: ['measurement-derivative', 'diagonal-bound-32', 'rms-range', 'loss-nonnegative'],
  given: circuit,
  proof: chain('sum_l(g_l^2)')
    .equals(
      '1/m^2 sum_l(sum_j(r_j a_jl)^2)',
      rewriting('gradient', 'measurement-derivative', 'slope'),
      '∂L/∂θ_l = -(1/m) Σ_j r_j a_jl.',
    )
    .atMost(
      '1/m^2 sum_i(r_i^2) sum_j(sum_l(a_jl^2))',
      positivity((term) =>
        times(size('m', -2), constant(term('1/2')), over('lij', square(term('r_i a_jl - r_j a_il')))),
      ),
      'rᵀKr <= tr(K) rᵀr, by Lagrange’s identity for each parameter.',
    )
    .equals('1/m s^2 sum_j(K_jj)', rewriting('jacobian', 'rms', 'loss'), 'Σ r² = m s² and Σ_l a_jl² = K_jj.')
    .atMost(
      '16/m s^2 sum_l(h_l^2) sum_j(1/2 |r_j| - 1/4 r_j^2)',
      positivity(
        (term) => times(size('m', -1), square(term('s')), over('j', fact('diagonal-bound-32'))),
        'diagonal-bound-32',
      ),
      'The bound (32) for each sample.',
    )
    .equals('8 s^2 sum_l(h_l^2) (1/m sum_j(|r_j|) - 1/2 s^2)', rewriting('rms', 'loss'), 'Σ r² = m s² once more.')
    .atMost(
      '8 s^2 sum_l(h_l^2) (s - 1/2 s^2)',
      positivity(
        (term) =>
          times(
            constant(term('8')),
            square(term('s')),
            over('l', square(term('h_l'))),
            size('m', -1),
            root(
              term('sum_j(|r_j|)'),
              term('m s'),
              times(size('m'), fact('rms')),
              times(constant(term('1/2')), over('ij', square(term('|r_i| - |r_j|')))),
            ),
          ),
        'rms',
        'loss',
      ),
      'Σ|r| <= m s, by Lagrange’s identity.',
    )
    .equals('8 sum_l(h_l^2) s^3 (1 - 1/2 s)', rewriting()),
  models: qnnModels({ pure: true, measurement: 'pauli', labels: 'signs', root: true }),
  mutants: {
    'factor 7.9': 'sum_l(g_l^2) <= 7.9 sum_l(h_l^2) s^3 (1 - 1/2 s)',
    'as fast as kernel regression': 'sum_l(g_l^2) >= 1/100 s^2',
    'norms to the first power': 'sum_l(g_l^2) <= 8 sum_l(h_l) s^3 (1 - 1/2 s)',
  },
  breaksWithout: {
    ansatz: trainingWitness({ dU: [FAST_TURN] }),
    pure: trainingWitness({ ρ: [OVERCOHERENT] }),
    pauli: trainingWitness({ M: timesMatrix('-10', Z), M0: timesMatrix('-10', Z) }),
    norm: trainingWitness({ h: ['0'] }),
    labels: trainingWitness({ y: ['8/25'] }),
    rms: trainingWitness({ s: '1/100' }),
  },
});
