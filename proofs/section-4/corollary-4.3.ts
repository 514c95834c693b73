import { oneSampleDecayLaw } from '../../property-tests/one-sample.law.js';
import { assume, certificate, chain, claim, positivity, rewriting, witness } from '../../src/index.js';
import { one } from '../hypotheses.js';
import { movingModels } from '../models/moving-models.js';
import { oneSampleModels } from '../models/one-sample-models.js';
import { flowingWitness } from '../models/one-sample-witness.js';
import { definingOne, oneSample } from '../notation.js';
import { MIXED, PLUS, timesMatrix, Z } from '../witnesses.js';
import { HALFWAY, SIZES, TILTED } from './one-sample-states.js';

const { constant, fact, plus, square, times: product } = certificate;

/** The assumptions of Corollary 4.3, strict inequalities weakened. */
const printed = {
  pure: one.pure,
  range: one.range,
  flow: one.flow,
  label: one.label,
  scale: one.scale,
  start: assume(oneSample, 'the prediction at t = 0 is at most 1 (the paper: less than 1)', '1 >= ŷ'),
};

/**
 * Corollary 4.3 as printed: L(t) <= L(0) exp(-(γ² - 1) t) whenever ŷ(0) < 1.
 *
 * False: a prediction near -γ is less than 1 and hardly moves. The text after the corollary means |ŷ(0)| < 1.
 */
export const corollaryPrinted = claim({
  id: 'corollary-4.3',
  title: 'One sample: exponential convergence for ŷ(0) < 1',
  source: 'Cor. 4.3, (11)',
  asPrinted: true,
  erratum: {
    severity: 'missing hypothesis',
    printed: '“the prediction at t = 0, ŷ(0) is less than 1”; L(t) ≤ L(0) exp(-C₁t) with C₁ ≥ γ² - 1',
    change: 'bound |ŷ(0)|, as the text after the corollary does: from -γ no prediction moves',
  },
  theory: oneSample,
  statement: { kind: 'exponential', loss: 'L', rate: 'γ^2 - 1' },
  given: printed,
  models: oneSampleModels('below one'),
  mutants: {
    'twice the rate': { kind: 'exponential', loss: 'L', rate: '2(γ^2 - 1)' },
    'rate γ²': { kind: 'exponential', loss: 'L', rate: 'γ^2' },
    'rate γ² + 1': { kind: 'exponential', loss: 'L', rate: 'γ^2 + 1' },
  },
});

/**
 * The same where the prediction moves. Still false: v = (20, 99)/101 under M = 2σ_z with the label 1 starts with the rate
 * 4(γ² - ŷ²) = 2.41, below γ² - 1 = 3.
 */
export const corollaryMoving = claim({
  id: 'corollary-4.3-moving',
  title: 'One sample: exponential convergence for ŷ(0) < 1, if the prediction moves',
  source: 'Cor. 4.3, (11)',
  asPrinted: true,
  readingOf: 'corollary-4.3',
  theory: oneSample,
  statement: { kind: 'exponential', loss: 'L', rate: 'γ^2 - 1' },
  given: { ...printed, moving: assume(oneSample, 'the prediction moves: k is not zero', 'k/k = 1') },
  models: movingModels,
  mutants: {
    'twice the rate': { kind: 'exponential', loss: 'L', rate: '2(γ^2 - 1)' },
    'rate γ²': { kind: 'exponential', loss: 'L', rate: 'γ^2' },
    'rate γ² + 1': { kind: 'exponential', loss: 'L', rate: 'γ^2 + 1' },
  },
});

/**
 * Corollary 4.3 repaired: from any ŷ(0) with |ŷ(0)| < γ, L(t) <= L(0) exp(-4(γ² - B) t) with B = max(1, ŷ(0)²).
 *
 * -d ln L/dt is exactly 4(γ² - ŷ²), and ŷ² never exceeds B, because it falls wherever it is above 1.
 */
export const corollaryRepaired = claim({
  id: 'corollary-4.3-repaired',
  title: 'One sample: exponential convergence at the rate 4(γ² - max(1, ŷ(0)²))',
  source: 'Cor. 4.3, (11), repaired',
  repairs: 'corollary-4.3',
  theory: oneSample,
  statement: {
    kind: 'exponential',
    loss: 'L',
    rate: '4(γ^2 - B)',
    barrier: {
      quantity: 'ŷ^2',
      bound: 'B',
      inside: 'inside',
      outside: 'outside',
      falls: chain('2 ŷ ŷdot')
        .equals('4 (γ^2 - ŷ^2) (y ŷ - ŷ^2)', rewriting('one-sample-velocity'), 'The flow of one sample.')
        .atMost(
          '0',
          positivity(
            (term) =>
              product(
                constant(term('2')),
                fact('one-sample-range'),
                plus(fact('outside'), fact('bound'), square(term('y - ŷ'))),
              ),
            'one-sample-range',
            'outside',
            'bound',
            'label',
          ),
          'ŷ² <= γ², and where ŷ² >= B >= 1 also ŷ² - yŷ = (ŷ² - 1)/2 + (y - ŷ)²/2 >= 0.',
        ),
      models: oneSampleModels('outside'),
    },
  },
  uses: ['one-sample-velocity', 'one-sample-range'],
  given: {
    pure: one.pure,
    range: one.range,
    flow: one.flow,
    label: one.label,
    inside: assume(oneSample, 'B is at least ŷ(0)²', 'B >= ŷ^2'),
    outside: assume(oneSample, 'outside the region', 'ŷ^2 >= B'),
    bound: assume(oneSample, 'B is at least 1', 'B >= 1'),
    rate: definingOne('k'),
    output: definingOne('ŷ'),
    residual: definingOne('r'),
    loss: definingOne('L'),
  },
  proof: chain('Ldot')
    .equals('-(y - ŷ) ŷdot', rewriting('flow', 'residual'), 'L = r²/2.')
    .equals('-2 (γ^2 - ŷ^2) r^2', rewriting('one-sample-velocity', 'residual'), 'The velocity of ŷ.')
    .atMost(
      '-2 (γ^2 - B) r^2',
      positivity((term) => product(constant(term('2')), square(term('r')), fact('inside')), 'inside'),
      'ŷ² <= B.',
    )
    .equals('-(4(γ^2 - B)) L', rewriting('loss'), 'r² = 2L.'),
  models: oneSampleModels('inside'),
  laws: [oneSampleDecayLaw],
  mutants: {
    'rate 4γ²': { kind: 'exponential', loss: 'L', rate: '4 γ^2' },
    'rate 8(γ² - B)': { kind: 'exponential', loss: 'L', rate: '8(γ^2 - B)' },
    'rate 4(γ² + B)': { kind: 'exponential', loss: 'L', rate: '4(γ^2 + B)' },
    'rate 4.04(γ² - B)': { kind: 'exponential', loss: 'L', rate: '4.04(γ^2 - B)' },
  },
  alsoTrue: {
    'rate: the exponent 2 by 1': chain('Ldot')
      .equals('-(y - ŷ) ŷdot', rewriting('flow', 'residual'))
      .equals('-2 (γ^2 - ŷ^2) r^2', rewriting('one-sample-velocity', 'residual'))
      .atMost(
        '-2 (γ - B) r^2',
        positivity(
          (term) =>
            product(
              square(term('r')),
              plus(fact('inside'), fact('one-sample-range'), fact('bound'), square(term('γ - 1'))),
            ),
          'inside',
          'one-sample-range',
          'bound',
        ),
        '2(γ² - γ + B - ŷ²) = (B - ŷ²) + (γ² - ŷ²) + (B - 1) + (γ - 1)².',
      )
      .equals('-(4(γ - B)) L', rewriting('loss')),
  },
  breaksWithout: {
    pure: flowingWitness({ M: timesMatrix('2', Z), ρ: MIXED, γ: '2', y: '1', B: '1' }),
    range: flowingWitness({ M: Z, ρ: PLUS, γ: '2', y: '1', B: '1' }),
    flow: witness(oneSample, SIZES, HALFWAY),
    label: flowingWitness({ M: timesMatrix('5', Z), ρ: TILTED, γ: '5', y: '3', B: '1' }),
    inside: flowingWitness({ M: timesMatrix('5', Z), ρ: TILTED, γ: '5', y: '1', B: '1' }),
    bound: flowingWitness({ M: timesMatrix('2', Z), ρ: TILTED, γ: '2', y: '1', B: '1/4' }),
  },
});
