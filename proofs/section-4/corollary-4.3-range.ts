/** Where the bound that Corollary 4.3 prints holds: if and only if ŷ(0)² <= (3γ² + 1)/4. */
import { assume, certificate, chain, claim, positivity, rewriting, witness } from '../../src/index.js';
import { one } from '../hypotheses.js';
import { oneSampleModels } from '../models/one-sample-models.js';
import { flowingWitness } from '../models/one-sample-witness.js';
import { definingOne, oneSample } from '../notation.js';
import { MIXED, PLUS, timesMatrix, Z } from '../witnesses.js';
import { HALFWAY, SIZES, SLOW } from './one-sample-states.js';

const { constant, fact, plus, reciprocal, square, times: product } = certificate;

const meaning = {
  rate: definingOne('k'),
  output: definingOne('ŷ'),
  residual: definingOne('r'),
  loss: definingOne('L'),
};

/**
 * If: from ŷ(0)² <= (3γ² + 1)/4 the printed bound L(t) <= L(0) exp(-(γ² - 1) t) holds.
 *
 * The rate 4(γ² - ŷ²) is at least γ² - 1 there, and ŷ² stays there, because it falls wherever it is above 1. For γ < 1 the
 * bound is trivial.
 */
export const printedRateWithin = claim({
  id: 'corollary-4.3-range',
  repairs: 'corollary-4.3',
  title: 'One sample: the printed bound holds if ŷ(0)² <= (3γ² + 1)/4',
  source: 'Cor. 4.3, (11), repaired',
  theory: oneSample,
  statement: {
    kind: 'exponential',
    loss: 'L',
    rate: 'γ^2 - 1',
    barrier: {
      quantity: 'ŷ^2',
      bound: '1/4 (3 γ^2 + 1)',
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
                plus(
                  product(constant(term('3')), fact('one-sample-range')),
                  product(constant(term('4')), fact('outside')),
                  square(term('y - ŷ')),
                ),
              ),
            'one-sample-range',
            'outside',
            'label',
          ),
          'ŷ² <= γ², and where ŷ² >= (3γ² + 1)/4 also ŷ² - 1 = 3(γ² - ŷ²) + 4(ŷ² - (3γ² + 1)/4) >= 0, hence ŷ² - yŷ = (ŷ² - 1)/2 + (y - ŷ)²/2 >= 0.',
        ),
      models: oneSampleModels('slow'),
    },
  },
  uses: ['one-sample-velocity', 'one-sample-range'],
  given: {
    pure: one.pure,
    range: one.range,
    flow: one.flow,
    label: one.label,
    inside: assume(oneSample, 'the prediction is far enough from the ends', '1/4 (3 γ^2 + 1) >= ŷ^2'),
    outside: assume(oneSample, 'outside the region', 'ŷ^2 >= 1/4 (3 γ^2 + 1)'),
    ...meaning,
  },
  proof: chain('Ldot')
    .equals('-(y - ŷ) ŷdot', rewriting('flow', 'residual'), 'L = r²/2.')
    .equals('-2 (γ^2 - ŷ^2) r^2', rewriting('one-sample-velocity', 'residual'), 'The velocity of ŷ.')
    .atMost(
      '-1/2 (γ^2 - 1) r^2',
      positivity((term) => product(constant(term('2')), square(term('r')), fact('inside')), 'inside'),
      'γ² - ŷ² >= (γ² - 1)/4.',
    )
    .equals('-(γ^2 - 1) L', rewriting('loss'), 'r² = 2L.'),
  models: oneSampleModels('fast'),
  mutants: {
    'rate γ²': { kind: 'exponential', loss: 'L', rate: 'γ^2' },
    'rate 4(γ² - 1)': { kind: 'exponential', loss: 'L', rate: '4(γ^2 - 1)' },
    'rate γ² + 1': { kind: 'exponential', loss: 'L', rate: 'γ^2 + 1' },
  },
  breaksWithout: {
    pure: flowingWitness({ M: timesMatrix('2', Z), ρ: MIXED, γ: '2', y: '1' }),
    range: flowingWitness({ M: Z, ρ: PLUS, γ: '3', y: '1' }),
    flow: witness(oneSample, SIZES, HALFWAY),
    label: flowingWitness({ M: timesMatrix('-5', Z), ρ: SLOW, γ: '5', y: '6' }),
    inside: flowingWitness({ M: timesMatrix('5', Z), ρ: SLOW, γ: '5', y: '1' }),
  },
  alsoTrue: {
    'rate: the exponent 2 by 1': chain('Ldot')
      .equals('-(y - ŷ) ŷdot', rewriting('flow', 'residual'))
      .equals('-2 (γ^2 - ŷ^2) r^2', rewriting('one-sample-velocity', 'residual'))
      .atMost(
        '-1/2 (γ - 1) r^2',
        positivity(
          (term) =>
            product(square(term('r')), plus(fact('inside'), fact('one-sample-range'), square(term('1/2 (γ - 1)')))),
          'inside',
          'one-sample-range',
        ),
        '2(γ² - ŷ²) - (γ - 1)/2 = ((3γ² + 1)/4 - ŷ²) + (γ² - ŷ²) + (γ - 1)²/4.',
      )
      .equals('-(γ - 1) L', rewriting('loss')),
  },
});

/**
 * Only if: where the printed bound holds for however short a time, dL/dt <= -(γ² - 1) L at its start, and with L(0) > 0
 * this says ŷ(0)² <= (3γ² + 1)/4. (With L(0) = 0 and γ >= 1 the prediction is at its label, ŷ² = 1.)
 */
export const printedRateOnlyWithin = claim({
  id: 'corollary-4.3-range-needed',
  title: 'One sample: the printed bound holds only if ŷ(0)² <= (3γ² + 1)/4',
  source: 'Cor. 4.3, (11)',
  theory: oneSample,
  statement: 'ŷ^2 <= 1/4 (3 γ^2 + 1)',
  uses: ['one-sample-velocity'],
  given: {
    pure: one.pure,
    range: one.range,
    flow: one.flow,
    decay: assume(oneSample, 'at t = 0 the loss falls at the printed rate or faster', '-(γ^2 - 1) L >= Ldot'),
    ...meaning,
  },
  proof: chain('ŷ^2').atMost(
    '1/4 (3 γ^2 + 1)',
    positivity(
      (term) => product(constant(term('1/2')), reciprocal(square(term('y - ŷ'))), fact('decay')),
      'one-sample-velocity',
      'decay',
      'flow',
      'loss',
      'residual',
    ),
    '-(γ² - 1)L - dL/dt = (3γ² + 1 - 4ŷ²) r²/2.',
  ),
  models: oneSampleModels('fast'),
  mutants: {
    'a smaller range': 'ŷ^2 <= 1/4 (3 γ^2)',
    'half of it': 'ŷ^2 <= 1/8 (3 γ^2 + 1)',
    'turned round': 'ŷ^2 >= 1/4 (3 γ^2 + 1)',
  },
  breaksWithout: {
    flow: witness(oneSample, SIZES, { ...HALFWAY, ρ: SLOW, Ldot: '-100' }),
    decay: flowingWitness({ M: timesMatrix('5', Z), ρ: SLOW, γ: '5', y: '1' }),
  },
});
