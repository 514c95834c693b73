import { oneSampleRateLaw } from '../../property-tests/one-sample.law.js';
import { certificate, chain, claim, positivity, rewriting, witness } from '../../src/index.js';
import { one } from '../hypotheses.js';
import { oneSampleModels } from '../models/one-sample-models.js';
import { flowingWitness } from '../models/one-sample-witness.js';
import { definingOne, oneSample } from '../notation.js';
import { MIXED, PLUS, timesMatrix, UP, X, Z } from '../witnesses.js';
import { HALFWAY, SIZES } from './one-sample-states.js';

const { constant, gram, times: product } = certificate;
const anywhere = oneSampleModels('anywhere');

/** The rate as the discussion of Figure 2 prints it, "K = 2(γ² - ŷ(t))": the prediction is not squared. */
export const oneSampleRatePrinted = claim({
  id: 'one-sample-rate-printed',
  title: 'One sample: k = 2(γ² - ŷ)',
  source: 'Sec. 4, discussion of Fig. 2',
  asPrinted: true,
  erratum: {
    severity: 'misprint',
    printed: '“K = 2(γ² - ŷ(t)) changes with ŷ(t)”',
    change: 'square the prediction, as the text after Corollary 4.3 does',
  },
  theory: oneSample,
  statement: 'k = 2(γ^2 - ŷ)',
  given: { pure: one.pure, range: one.range },
  models: anywhere,
  mutants: {
    'opposite sign': 'k = -2(γ^2 - ŷ)',
    'plus for minus': 'k = 2(γ^2 + ŷ)',
    'γ not squared': 'k = 2(γ - ŷ)',
  },
});

/**
 * One training sample: the kernel is k = 2(γ² - ŷ²).
 *
 * It depends on the parameters only through the output ŷ, so it moves during training and vanishes as ŷ → ±γ, where a
 * kernel frozen at initialisation would go on predicting a constant rate.
 */
export const oneSampleRate = claim({
  id: 'one-sample-rate',
  repairs: 'one-sample-rate-printed',
  title: 'One sample: k = 2(γ² - ŷ²)',
  source: 'Sec. 4, after Cor. 4.3',
  theory: oneSample,
  statement: 'k = 2(γ^2 - ŷ^2)',
  given: { pure: one.pure, range: one.range, rate: definingOne('k'), output: definingOne('ŷ') },
  proof: chain('k')
    .equals('-tr([M, ρ]^2)', rewriting('rate'), 'For one sample the asymptotic kernel (7) is this number.')
    .equals('2 tr(M M ρ ρ) - 2 tr(M ρ M ρ)', rewriting(), 'Open the commutators; the trace is cyclic.')
    .equals('2 γ^2 tr(ρ ρ) - 2 tr(M ρ M ρ)', rewriting('range'), 'M² = γ²I.')
    .equals('2 γ^2 - 2 ŷ tr(M ρ)', rewriting('pure'), 'ρρ = ρ, ρMρ = ŷρ and tr ρ = 1.')
    .equals('2(γ^2 - ŷ^2)', rewriting('output'), 'ŷ = tr(ρM).'),
  models: anywhere,
  laws: [oneSampleRateLaw],
  mutants: {
    'factor 1.99': 'k = 1.99(γ^2 - ŷ^2)',
    'ŷ not squared (misprint in Sec. 4)': 'k = 2(γ^2 - ŷ)',
    'plus for minus': 'k = 2(γ^2 + ŷ^2)',
    'γ not squared': 'k = 2(γ - ŷ^2)',
  },
  breaksWithout: {
    pure: witness(oneSample, SIZES, { M: Z, ρ: MIXED, γ: '1' }),
    range: witness(oneSample, SIZES, { M: timesMatrix('2', X), ρ: UP, γ: '1' }),
  },
});

/** A prediction never leaves the range of the measurement: γ² - ŷ² is half a Gram trace. */
export const oneSampleRange = claim({
  id: 'one-sample-range',
  title: 'One sample: ŷ² <= γ²',
  source: 'Sec. 3 and 4',
  theory: oneSample,
  statement: 'ŷ^2 <= γ^2',
  given: { pure: one.pure, range: one.range, output: definingOne('ŷ') },
  proof: chain('ŷ^2').atMost(
    'γ^2',
    positivity((term) => product(constant(term('1/2')), gram(term('[M, ρ]'))), 'pure', 'range', 'output'),
    'γ² - ŷ² = tr([M,ρ]†[M,ρ])/2.',
  ),
  models: anywhere,
  mutants: {
    'range 0.99γ²': 'ŷ^2 <= 0.99 γ^2',
    'turned round': 'ŷ^2 >= γ^2',
    'γ not squared': 'ŷ^2 <= γ',
  },
  breaksWithout: {
    pure: witness(oneSample, SIZES, { M: Z, ρ: timesMatrix('2', UP), γ: '1' }),
    range: witness(oneSample, SIZES, { M: timesMatrix('2', Z), ρ: UP, γ: '1' }),
  },
});

/** On the asymptotic flow the prediction moves to the label at the rate k: dŷ/dt = k(y - ŷ). */
export const oneSampleFlow = claim({
  id: 'one-sample-velocity',
  title: 'One sample: dŷ/dt = 2(γ² - ŷ²)(y - ŷ)',
  source: 'Sec. 4, (10) with m = 1',
  theory: oneSample,
  statement: 'ŷdot = 2(γ^2 - ŷ^2)(y - ŷ)',
  uses: ['one-sample-rate'],
  given: {
    pure: one.pure,
    range: one.range,
    flow: one.flow,
    rate: definingOne('k'),
    output: definingOne('ŷ'),
    residual: definingOne('r'),
  },
  proof: chain('ŷdot')
    .equals('r tr(ρ [M, [M, ρ]])', rewriting('flow'), 'The flow (10) with one sample.')
    .equals('r k', rewriting('rate'), 'tr(ρ[M,[M,ρ]]) = -tr([M,ρ]²).')
    .equals('2(γ^2 - ŷ^2) r', rewriting('one-sample-rate'), 'The rate.')
    .equals('2(γ^2 - ŷ^2)(y - ŷ)', rewriting('residual')),
  models: anywhere,
  mutants: {
    'opposite sign': 'ŷdot = 2(γ^2 - ŷ^2)(ŷ - y)',
    'frozen rate': 'ŷdot = 2 γ^2 (y - ŷ)',
    'factor 1': 'ŷdot = (γ^2 - ŷ^2)(y - ŷ)',
  },
  breaksWithout: {
    pure: flowingWitness({ M: Z, ρ: MIXED, γ: '1', y: '1' }),
    range: flowingWitness({ M: Z, ρ: PLUS, γ: '2', y: '1' }),
    flow: witness(oneSample, SIZES, HALFWAY),
  },
});
