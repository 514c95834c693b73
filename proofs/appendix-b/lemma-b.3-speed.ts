/** Lemma B.3, (82)-(84): the speed of one parameter, where the factor lost in (74) and the one to spare in (80) cancel. */
import { slowSpeedLaw } from '../../property-tests/slow-parameters.law.js';
import { certificate, chain, claim, positivity, rewriting } from '../../src/index.js';
import { slowModels } from '../models/slow-models.js';
import { qnn } from '../notation.js';
import { slow, slowing } from './slow-hypotheses.js';
import { breaksAlways } from './slow-steps.js';

const { constant, fact, gram, over, size, square, times } = certificate;

const BOUND = 'm^2/(p^2 Z^2) tr(M M) tr(H_l H_l) L';

/** (84): the speed of one parameter, squared. */
export const speed = claim({
  id: 'lemma-b.3-eq-84',
  title: '|dθ_l/dt| <= (√2 m/(pZ)) ‖M‖_F ‖H‖_F √L, squared',
  source: 'Lemma B.3, (82)-(84)',
  theory: qnn,
  statement: `θdot_l^2 <= 2 ${BOUND}`,
  uses: ['lemma-b.3-eq-82-repaired', 'lemma-b.3-slope'],
  given: { ...slowing, clock: slow.clock },
  proof: chain('θdot_l^2')
    .atMost(
      '1/(p^2 Z^2) sum_j(r_j^2) sum_j(a_jl^2)',
      positivity(() => fact('lemma-b.3-eq-82-repaired'), 'lemma-b.3-eq-82-repaired'),
      '(82) without the factor 1/2.',
    )
    .atMost(
      'm/(p^2 Z^2) sum_j(r_j^2) tr(M M) tr(H_l H_l)',
      positivity(
        (term) => times(square(term('1/(p Z)')), over('j', square(term('r_j'))), over('j', fact('lemma-b.3-slope'))),
        'lemma-b.3-slope',
        'slope',
      ),
      '(80) without the factor 2.',
    )
    .equals(`2 ${BOUND}`, rewriting('loss'), 'Σ r² = 2mL.'),
  models: slowModels(),
  laws: [slowSpeedLaw],
  mutants: {
    'factor 1.99': `θdot_l^2 <= 1.99 ${BOUND}`,
    'with the halved velocity of (74)': `θdot_l^2 <= 1/2 ${BOUND}`,
    'turned round': `θdot_l^2 >= 2 ${BOUND}`,
  },
  alsoTrue: {
    'right side: the factor 2 times 1.01': chain('θdot_l^2')
      .atMost(
        `2 ${BOUND}`,
        positivity(() => fact('the claim itself'), 'the claim itself'),
      )
      .atMost(
        `2.02 ${BOUND}`,
        positivity(
          (term) =>
            times(
              constant(term('1/100')),
              size('m'),
              square(term('1/(p Z)')),
              gram(term('M')),
              gram(term('H_l')),
              over('j', square(term('r_j'))),
            ),
          'loss',
        ),
        'The right side is not negative.',
      ),
    'right side: the exponent 2 by 1': chain('θdot_l^2')
      .atMost(
        `2 ${BOUND}`,
        positivity(() => fact('the claim itself'), 'the claim itself'),
      )
      .atMost(
        '2 m^2/(p Z^2) tr(M M) tr(H_l H_l) L',
        positivity(
          (term) =>
            times(
              size('m', 1),
              size('p', -2),
              over('q', square(term('1 - delta_lq'))),
              square(term('1/Z')),
              gram(term('M')),
              gram(term('H_l')),
              over('j', square(term('r_j'))),
            ),
          'loss',
        ),
        'p >= 1: there are p - 1 other parameters.',
      ),
    'right side: the exponent 2 by 3': chain('θdot_l^2')
      .atMost(
        `2 ${BOUND}`,
        positivity(() => fact('the claim itself'), 'the claim itself'),
      )
      .atMost(
        '2 m^3/(p^2 Z^2) tr(M M) tr(H_l H_l) L',
        positivity(
          (term) =>
            times(
              size('m', 1),
              size('p', -2),
              over('i', square(term('1 - delta_ij'))),
              square(term('1/Z')),
              gram(term('M')),
              gram(term('H_l')),
              over('j', square(term('r_j'))),
            ),
          'loss',
        ),
        'm >= 1: there are m - 1 other samples.',
      ),
  },
  breaksWithout: breaksAlways,
});
