/** Lemma B.3, first steps: the velocity of one parameter, (74), (75) and (82), where a factor 2 is lost. */
import { certificate, chain, claim, positivity, rewriting } from '../../src/index.js';
import { given } from '../hypotheses.js';
import { slowModels } from '../models/slow-models.js';
import { FAST_TURN, trainingWitness } from '../models/training-witness.js';
import { defining, qnn } from '../notation.js';
import { flowing, slow } from './slow-hypotheses.js';

const { constant, fact, over, size, square, times } = certificate;

/** (74) as printed: half of the velocity, since the 1/2 of the loss is kept where its square is differentiated. */
export const velocityPrinted = claim({
  id: 'lemma-b.3-eq-74',
  title: '|dθ_l/dt| = (η/2m) |Σ_j r_j tr(i[M, H_l] ρ_j)|',
  source: 'Lemma B.3, (74)',
  asPrinted: true,
  erratum: {
    severity: 'wrong constant',
    printed: '|dθ_l/dt| = η|∂L/∂θ_l| = (η/2m) |Σ_i r_i tr(i[M(θ), H_l]ρ_i)|',
    change: 'η/m for η/2m, as the derivative of the square brings a factor 2; the same in (75)',
    stepOf: ['lemma-b.3'],
  },
  theory: qnn,
  statement: '|θdot_l| = 1/2 η/m |sum_j(r_j tr(i[M, H_l] ρ_j))|',
  given: { ...flowing, rate: given.rate },
  models: slowModels(),
  mutants: {
    'without 1/m': '|θdot_l| = 1/2 η |sum_j(r_j tr(i[M, H_l] ρ_j))|',
    'half of it': '|θdot_l| = 1/4 η/m |sum_j(r_j tr(i[M, H_l] ρ_j))|',
    'twice too much': '|θdot_l| = 2 η/m |sum_j(r_j tr(i[M, H_l] ρ_j))|',
  },
});

/** (74) repaired, with its sign: dθ_l/dt = -(η/m) Σ_j r_j tr(i[M, H_l] ρ_j). */
export const velocity = claim({
  id: 'lemma-b.3-eq-74-repaired',
  repairs: 'lemma-b.3-eq-74',
  title: 'dθ_l/dt = -(η/m) Σ_j r_j tr(i[M, H_l] ρ_j)',
  source: 'Lemma B.3, (74), repaired',
  theory: qnn,
  statement: 'θdot_l = -η/m sum_j(r_j tr(i[M, H_l] ρ_j))',
  uses: ['measurement-derivative'],
  given: flowing,
  proof: chain('θdot_l')
    .equals('η/m sum_j(r_j tr(ρ_j dM_l))', rewriting('flow', 'gradient'), 'dθ_l/dt = -η ∂L/∂θ_l.')
    .equals(
      '-η/m sum_j(r_j tr(i[M, H_l] ρ_j))',
      rewriting('measurement-derivative'),
      '∂M/∂θ_l = i[H_l, M]; (74) has half of this.',
    ),
  models: slowModels(),
  mutants: {
    'as printed': 'θdot_l = -1/2 η/m sum_j(r_j tr(i[M, H_l] ρ_j))',
    'opposite sign': 'θdot_l = η/m sum_j(r_j tr(i[M, H_l] ρ_j))',
    'without 1/m': 'θdot_l = -η sum_j(r_j tr(i[M, H_l] ρ_j))',
    'without i': 'θdot_l = -η/m sum_j(r_j tr([M, H_l] ρ_j))',
  },
  breaksWithout: {
    ansatz: trainingWitness({ dU: [FAST_TURN] }),
    flow: trainingWitness({ θdot: ['-100'] }),
  },
});

/** ‖r‖² ‖a‖²; a_jl = tr(i[M, ρ_j] H_l) is the a_j of (75) up to its sign. */
const SPREAD = 'sum_j(r_j^2) sum_j(a_jl^2)';

/** (82) as printed, squared: with half of the velocity the bound by Cauchy and Schwarz is too small by 4. */
export const sampleBoundPrinted = claim({
  id: 'lemma-b.3-eq-82',
  title: '|dθ_l/dt| <= ‖r‖ ‖a‖/(2pZ), squared',
  source: 'Lemma B.3, (75), (82)',
  asPrinted: true,
  erratum: {
    severity: 'wrong constant',
    printed: '|dθ_l/dt| ≤ (1/2pZ) ‖r‖₂ ‖a‖₂',
    change: '1/pZ for 1/2pZ, after (74); what is lost here is spared again in (80)',
    stepOf: ['lemma-b.3'],
  },
  theory: qnn,
  statement: `θdot_l^2 <= 1/4 1/(p^2 Z^2) ${SPREAD}`,
  given: { ...flowing, slope: defining('a'), clock: slow.clock },
  models: slowModels(),
  mutants: {
    'a third': `θdot_l^2 <= 1/9 1/(p^2 Z^2) ${SPREAD}`,
    'by the mean': `θdot_l^2 <= 1/4 1/(m^2 p^2 Z^2) ${SPREAD}`,
    'turned round': `θdot_l^2 >= 1/(p^2 Z^2) ${SPREAD}`,
  },
});

/** (82) repaired: |dθ_l/dt| <= ‖r‖ ‖a‖/(pZ) with a_j = tr(i[M, H_l] ρ_j). */
export const sampleBound = claim({
  id: 'lemma-b.3-eq-82-repaired',
  repairs: 'lemma-b.3-eq-82',
  title: '|dθ_l/dt| <= ‖r‖ ‖a‖/(pZ), squared',
  source: 'Lemma B.3, (75), (82), repaired',
  theory: qnn,
  statement: `θdot_l^2 <= 1/(p^2 Z^2) ${SPREAD}`,
  uses: ['lemma-b.3-eq-74-repaired'],
  given: { ...flowing, slope: defining('a'), clock: slow.clock },
  proof: chain('θdot_l^2')
    .equals(
      'η^2/m^2 sum_j(r_j tr(i[M, H_l] ρ_j))^2',
      rewriting('lemma-b.3-eq-74-repaired'),
      'The velocity of a parameter.',
    )
    .equals('1/(p^2 Z^2) sum_j(r_j tr(i[M, H_l] ρ_j))^2', rewriting('clock'), 'η = m/(pZ). This is (75).')
    .atMost(
      `1/(p^2 Z^2) ${SPREAD}`,
      positivity(
        (term) =>
          times(constant(term('1/2')), square(term('1/(p Z)')), over('ij', square(term('r_i a_jl - r_j a_il')))),
        'slope',
      ),
      'Lagrange’s identity.',
    ),
  models: slowModels(),
  mutants: {
    'as printed': `θdot_l^2 <= 1/4 1/(p^2 Z^2) ${SPREAD}`,
    'turned round': `θdot_l^2 >= 1/(p^2 Z^2) ${SPREAD}`,
    'sum of products': 'θdot_l^2 <= 1/(p^2 Z^2) sum_j(r_j^2 a_jl^2)',
  },
  alsoTrue: {
    'right side: the exponent 2 by 1': chain('θdot_l^2')
      .atMost(
        `1/(p^2 Z^2) ${SPREAD}`,
        positivity(() => fact('the claim itself'), 'the claim itself'),
      )
      .atMost(
        `1/(p Z^2) ${SPREAD}`,
        positivity((term) =>
          times(
            size('p', -2),
            over('q', square(term('1 - delta_lq'))),
            square(term('1/Z')),
            over('j', square(term('r_j'))),
            over('j', square(term('a_jl'))),
          ),
        ),
        'p >= 1: there are p - 1 other parameters.',
      ),
  },
  breaksWithout: {
    ansatz: trainingWitness({ dU: [FAST_TURN], Z: '1' }),
    flow: trainingWitness({ θdot: ['-100'], Z: '1' }),
    clock: trainingWitness({ Z: '100' }),
  },
});
