/**
 * One sample: how long the flow takes from one prediction to another, in closed form. Partial fractions of
 * dt/dŷ = 1/(2(γ² - ŷ²)(y - ŷ)) are taken by nerdamer, and checked by the kernel as rational functions.
 */
import { oneSampleEdgeTimeLaw, oneSampleTimeLaw } from '../../property-tests/one-sample-flow.law.js';
import { chain, claim, proposed, rewriting, witness } from '../../src/index.js';
import { one } from '../hypotheses.js';
import { implicitModels } from '../models/implicit-models.js';
import { flowingWitness } from '../models/one-sample-witness.js';
import { definingOne, oneSample } from '../notation.js';
import { MIXED, PLUS, timesMatrix, Z } from '../witnesses.js';
import { HALFWAY, SIZES, TILTED } from './one-sample-states.js';

/** The time that it would take if the rate stayed at 2(γ² - ŷ0²). */
const FROZEN = '1 = d/dt(-1/4/(γ^2 - ŷ0^2) ln(((y - ŷ)/(y - ŷ0))^2))';

const meaning = { rate: definingOne('k'), output: definingOne('ŷ'), residual: definingOne('r') };

/** T(ŷ) with T(ŷ0) = 0 for a label that is not at an end of the range. */
const time = (toEnd = '1/8/γ/(γ - y)', toOther = '1/8/γ/(γ + y)', toLabel = '1/4/(γ^2 - y^2)'): string =>
  `${toEnd} ln(((γ - ŷ)/(γ - ŷ0))^2) + ${toOther} ln(((γ + ŷ)/(γ + ŷ0))^2) - ${toLabel} ln(((y - ŷ)/(y - ŷ0))^2)`;

/**
 * T(ŷ(t)) grows at the rate 1 and is zero at t = 0, so that T(ŷ(t)) = t: the flow of one sample, solved for the time.
 *
 * For ŷ(0) other than ±γ and y, and γ != |y|: along the flow ŷ meets none of these. ln(x²)/2 stands for ln|x|.
 */
export const oneSampleTime = claim({
  id: 'one-sample-flow',
  title: 'One sample: the flow solved for the time, by three logarithms',
  source: 'beyond the paper',
  theory: oneSample,
  statement: `1 = d/dt(${time()})`,
  uses: ['one-sample-velocity'],
  given: { pure: one.pure, range: one.range, flow: one.flow, ...meaning },
  proof: chain('1')
    .equals(
      '1/(2 (γ^2 - ŷ^2) (y - ŷ)) ŷdot',
      rewriting('one-sample-velocity'),
      'Separate the variables: dŷ/dt = 2(γ² - ŷ²)(y - ŷ).',
    )
    .equals(proposed('partfrac'), rewriting(), 'Partial fractions in ŷ.')
    .equals(
      '(1/4/γ/(γ + y)/(γ + ŷ) - 1/4/γ/(γ - y)/(γ - ŷ) + 1/2/(γ^2 - y^2)/(y - ŷ)) ŷdot',
      rewriting(),
      'The same, tidied up.',
    )
    .equals(`d/dt(${time()})`, rewriting(), 'Differentiate the candidate.'),
  models: implicitModels('anywhere'),
  laws: [oneSampleTimeLaw],

  mutants: {
    'without the other end': `1 = d/dt(${time(undefined, '0')})`,
    'the ends exchanged': `1 = d/dt(${time('1/8/γ/(γ + y)', '1/8/γ/(γ - y)')})`,
    'frozen rate': FROZEN,
  },
  breaksWithout: {
    pure: flowingWitness({ M: Z, ρ: MIXED, γ: '1', y: '1/2', ŷ0: '0' }),
    range: flowingWitness({ M: Z, ρ: PLUS, γ: '2', y: '1', ŷ0: '0' }),
    flow: witness(oneSample, SIZES, { ...HALFWAY, ŷ0: '0' }),
  },
});

const edgeTime = (log = '1/16/y^2', pole = '1/4/y'): string =>
  `${log} ln(((y + ŷ) (y - ŷ0)/(y - ŷ)/(y + ŷ0))^2) + ${pole} (1/(y - ŷ) - 1/(y - ŷ0))`;

/**
 * The same for a label at an end of the range, γ = |y|: two of the poles meet, and the time to get close to the label grows
 * like 1/(y - ŷ), not like a logarithm. So it does for the unscaled QNN, γ = 1 and y = ±1.
 */
export const oneSampleEdgeTime = claim({
  id: 'one-sample-flow-edge',
  title: 'One sample with γ = |y|: the flow solved for the time',
  source: 'beyond the paper',
  theory: oneSample,
  statement: `1 = d/dt(${edgeTime()})`,
  uses: ['one-sample-velocity'],
  given: { pure: one.pure, range: one.range, flow: one.flow, edge: one.edge, ...meaning },
  proof: chain('1')
    .equals(
      '1/(2 (γ^2 - ŷ^2) (y - ŷ)) ŷdot',
      rewriting('one-sample-velocity'),
      'Separate the variables: dŷ/dt = 2(γ² - ŷ²)(y - ŷ).',
    )
    .equals('1/(2 (y + ŷ) (y - ŷ)^2) ŷdot', rewriting('edge'), 'γ² = y².')
    .equals(proposed('partfrac'), rewriting(), 'Partial fractions in ŷ, with a double pole.')
    .equals(`d/dt(${edgeTime()})`, rewriting(), 'Differentiate the candidate.'),
  models: implicitModels('edge'),
  laws: [oneSampleEdgeTimeLaw],

  mutants: {
    'the pole alone': `1 = d/dt(${edgeTime('0')})`,
    'the logarithm alone': `1 = d/dt(${edgeTime('1/16/y^2', '0')})`,
    'frozen rate': FROZEN,
  },
  breaksWithout: {
    pure: flowingWitness({ M: Z, ρ: MIXED, γ: '1', y: '1', ŷ0: '0' }),
    range: flowingWitness({ M: timesMatrix('2', Z), ρ: PLUS, γ: '1', y: '1', ŷ0: '0' }),
    flow: witness(oneSample, SIZES, { ...HALFWAY, y: '2', ŷ0: '0' }),
    edge: flowingWitness({ M: timesMatrix('5', Z), ρ: TILTED, γ: '5', y: '3', ŷ0: '7/5' }),
  },
});
