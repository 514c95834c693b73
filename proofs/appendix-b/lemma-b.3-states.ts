/**
 * Lemma B.3, where its lost factor comes back: ‖[M, ρ]‖_F <= ‖M‖_F for every state, hence |tr(i[M, H]ρ)| <= ‖M‖_F ‖H‖_F,
 * which is half of what (76)-(80) use.
 */
import { certificate, chain, claim, positivity, rewriting } from '../../src/index.js';
import { given } from '../hypotheses.js';
import { slowModels } from '../models/slow-models.js';
import { trainingWitness } from '../models/training-witness.js';
import { defining, qnn } from '../notation.js';
import { timesMatrix, UP } from '../witnesses.js';

const { cauchySchwarz, congruence, constant, fact, gram, gramMatrix, over, plus, square, times, traced } = certificate;

/** A state is at most the identity: its trace is one, and its other eigenvalues are not negative. */
export const stateBelowOne = claim({
  id: 'state-below-one',
  title: 'No eigenvalue of a state exceeds one',
  source: 'Lemma B.3, implicit',
  theory: qnn,
  statement: 'ρ_j <= I',
  given: { state: given.state },
  proof: chain('ρ_j').atMost(
    'I',
    positivity(
      (term) =>
        times(
          constant(term('1/2')),
          over('efo', gramMatrix(term('(unit_e† F_j unit_o) unit_f† - (unit_f† F_j unit_o) unit_e†'))),
        ),
      'state',
    ),
    'ρ = FF† with tr F†F = 1, and |x|² I - xx† is a Gram matrix for each column x of F.',
  ),
  models: slowModels(),
  mutants: {
    'turned round': 'ρ_j >= I',
    'below one half': 'ρ_j <= 1/2 I',
    'maximally mixed': 'ρ_j <= 1/d I',
  },
  alsoTrue: {
    'left side: its sign flipped': chain('-ρ_j').atMost(
      'I',
      positivity((term) => plus(gramMatrix(term('I')), gramMatrix(term('F_j†'))), 'state'),
    ),
  },
  breaksWithout: { state: trainingWitness({ ρ: [timesMatrix('3', UP)] }) },
});

/** The same for F†F, which has the eigenvalues of ρ = FF†. */
export const factorBelowOne = claim({
  id: 'state-factor-below-one',
  title: 'F†F <= I for a state FF†',
  source: 'Lemma B.3, implicit',
  theory: qnn,
  statement: 'F_j† F_j <= I',
  given: { state: given.state },
  proof: chain('F_j† F_j').atMost(
    'I',
    positivity(
      (term) =>
        times(
          constant(term('1/2')),
          over('efo', gramMatrix(term('(unit_e† F_j† unit_o) unit_f† - (unit_f† F_j† unit_o) unit_e†'))),
        ),
      'state',
    ),
    'As for FF†, by the rows of F.',
  ),
  models: slowModels(),
  mutants: {
    'turned round': 'F_j† F_j >= I',
    'below one half': 'F_j† F_j <= 1/2 I',
    'maximally mixed': 'F_j† F_j <= 1/d I',
  },
  alsoTrue: {
    'left side: its sign flipped': chain('-F_j† F_j').atMost(
      'I',
      positivity((term) => plus(gramMatrix(term('I')), gramMatrix(term('F_j')))),
    ),
  },
  breaksWithout: { state: trainingWitness({ F: [timesMatrix('3', UP)], ρ: [timesMatrix('9', UP)] }) },
});

/** 1 - (p - q)² = pq + (1 - p)(1 - q) + p(1 - p) + q(1 - q) for eigenvalues p, q of ρ, as traces. For pure ρ: 2(ΔM)² <= ‖M‖². */
export const commutatorNorm = claim({
  id: 'lemma-b.3-commutator',
  title: '‖[M, ρ]‖_F <= ‖M‖_F for every state, squared',
  source: 'beyond the paper; Lemma B.3, (76)-(80)',
  theory: qnn,
  statement: 'tr([M, ρ_j]† [M, ρ_j]) <= tr(M M)',
  uses: ['state-below-one', 'state-factor-below-one'],
  given: { state: given.state },
  proof: chain('tr([M, ρ_j]† [M, ρ_j])')
    .equals('2 tr(ρ_j^2 M^2) - 2 tr(ρ_j M ρ_j M)', rewriting(), 'Open the commutators.')
    .atMost(
      'tr(M M)',
      positivity(
        (term) =>
          plus(
            gram(term('F_j† M F_j')),
            times(constant(term('2')), traced(congruence(term('F_j† M'), fact('state-factor-below-one')))),
            times(
              constant(term('1/2')),
              over(
                'efo',
                congruence(
                  term('M (unit_f (unit_o† F_j† unit_e) - unit_e (unit_o† F_j† unit_f))'),
                  fact('state-below-one'),
                ),
              ),
            ),
          ),
        'state',
        'state-below-one',
        'state-factor-below-one',
      ),
      'tr(ρMρM) + tr((1-ρ)M(1-ρ)M) + 2 tr(ρ(1-ρ)M²) is not negative, as 0 <= ρ <= 1.',
    ),
  models: slowModels(),
  mutants: {
    'factor 0.99': 'tr([M, ρ_j]† [M, ρ_j]) <= 0.99 tr(M M)',
    'turned round': 'tr([M, ρ_j]† [M, ρ_j]) >= tr(M M)',
    'variance of M': 'tr([M, ρ_j]† [M, ρ_j]) <= tr(ρ_j M M) - tr(ρ_j M)^2',
  },
  alsoTrue: {
    'left side: its sign flipped': chain('-tr([M, ρ_j]† [M, ρ_j])').atMost(
      'tr(M M)',
      positivity((term) => plus(gram(term('M')), gram(term('[M, ρ_j]')))),
    ),
  },
  breaksWithout: {
    state: trainingWitness({
      ρ: [
        timesMatrix('10', [
          ['1/2', '1/2'],
          ['1/2', '1/2'],
        ]),
      ],
    }),
  },
});

/**
 * (80) with its factor 2 dropped: |tr(i[M, H]ρ)| <= ‖M‖_F ‖H‖_F for every state, any M and H.
 *
 * Equality for ρ = (1, 1)/√2, M = σ_z, H = σ_y.
 */
export const slopeBound = claim({
  id: 'lemma-b.3-slope',
  sharpens: 'lemma-b.3-eq-81',
  title: '|tr(i[M, ρ]H)| <= ‖M‖_F ‖H‖_F for every state, squared',
  source: 'beyond the paper; Lemma B.3, (76)-(80)',
  theory: qnn,
  statement: 'tr(i[M, H_l] ρ_j)^2 <= tr(M M) tr(H_l H_l)',
  uses: ['lemma-b.3-commutator'],
  given: { state: given.state },
  proof: chain('tr(i[M, H_l] ρ_j)^2')
    .atMost(
      'tr([M, ρ_j]† [M, ρ_j]) tr(H_l H_l)',
      positivity((term) => cauchySchwarz(term('[M, ρ_j]'), term('H_l'))),
      'tr(i[M, H]ρ) = -i tr([M, ρ]H), and Cauchy–Schwarz.',
    )
    .atMost(
      'tr(M M) tr(H_l H_l)',
      positivity((term) => times(fact('lemma-b.3-commutator'), gram(term('H_l'))), 'lemma-b.3-commutator'),
      '‖[M, ρ]‖_F <= ‖M‖_F.',
    ),
  models: slowModels(),
  mutants: {
    'factor 0.99': 'tr(i[M, H_l] ρ_j)^2 <= 0.99 tr(M M) tr(H_l H_l)',
    'turned round': 'tr(i[M, H_l] ρ_j)^2 >= tr(M M) tr(H_l H_l)',
    'divided by the dimension, the mean': 'tr(i[M, H_l] ρ_j)^2 <= 1/d tr(M M) tr(H_l H_l)',
  },
  alsoTrue: {
    'left side: its sign flipped': chain('-tr(i[M, H_l] ρ_j)^2').atMost(
      'tr(M M) tr(H_l H_l)',
      positivity((term) => plus(square(term('tr(i[M, H_l] ρ_j)')), times(gram(term('M')), gram(term('H_l'))))),
    ),
  },
  breaksWithout: {
    state: trainingWitness({
      ρ: [
        timesMatrix('10', [
          ['1/2', '1/2'],
          ['1/2', '1/2'],
        ]),
      ],
    }),
  },
});

/** (76)-(81) as printed: true, and four times what holds. The purity tr ρ² of (80) is at most one. */
export const slopesPrinted = claim({
  id: 'lemma-b.3-eq-81',
  title: 'Σ_j tr(i[M, H_l]ρ_j)² <= (2 ‖M‖_F ‖H‖_F √m)²',
  source: 'Lemma B.3, (76)-(81)',
  asPrinted: true,
  theory: qnn,
  statement: 'sum_j(a_jl^2) <= 4 m tr(M M) tr(H_l H_l)',
  uses: ['lemma-b.3-slope'],
  given: { state: given.state, slope: defining('a') },
  proof: chain('sum_j(a_jl^2)')
    .equals('sum_j(tr(i[M, H_l] ρ_j)^2)', rewriting('slope'), 'tr(i[M, ρ]H) = -tr(i[M, H]ρ).')
    .atMost(
      'm tr(M M) tr(H_l H_l)',
      positivity(() => over('j', fact('lemma-b.3-slope')), 'lemma-b.3-slope'),
      'Each sample, with the factor 1 for 4.',
    )
    .atMost(
      '4 m tr(M M) tr(H_l H_l)',
      positivity((term) => times(constant(term('3')), certificate.size('m'), gram(term('M')), gram(term('H_l')))),
      '1 <= 4.',
    ),
  models: slowModels(),
  mutants: {
    'without the factor 2, and less': 'sum_j(a_jl^2) <= 0.99 m tr(M M) tr(H_l H_l)',
    'without m': 'sum_j(a_jl^2) <= tr(M M) tr(H_l H_l)',
    'turned round': 'sum_j(a_jl^2) >= 4 m tr(M M) tr(H_l H_l)',
  },
  breaksWithout: {
    state: trainingWitness({
      ρ: [
        timesMatrix('10', [
          ['1/2', '1/2'],
          ['1/2', '1/2'],
        ]),
      ],
    }),
  },
});
