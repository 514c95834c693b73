/**
 * Orthonormal inputs and a measurement ±γ of trace 0: no M, trained or not, brings the loss below dist²/(2m), where dist is
 * the distance of the labels from {|ŷ_j| <= γ, |Σ ŷ_j| <= γ(d - m)}. For m <= d/2 the second condition follows from the first.
 */
import { certificate, chain, claim, positivity, witness } from '../../src/index.js';
import { labelModels, orthonormalInputs } from '../models/reach-models.js';
import { DOWN, KET_DOWN, KET_UP, ONE, timesMatrix, UP, Z, ZERO } from '../witnesses.js';
import { sign, signs } from './levels-notation.js';
import { definingReach, reach, reachable } from './reach-notation.js';

const { constant, fact, gram, over, plus, size, square, times } = certificate;

const SIZES = { d: 2, m: 1 };
const START = { M: Z, V: KET_UP, γ: '1', 'Π₊': UP, 'Π₋': DOWN };
const given = { pauli: sign.pauli, orthonormal: sign.orthonormal, traceless: sign.traceless, range: sign.range };
const cited = Object.keys(given);

/** 2γ tr(QΠQ) with Q = I - VV†, and c γ tr Q besides. */
const beyond = (projector: string, more?: string) =>
  positivity(
    (term) =>
      times(
        fact('range'),
        plus(
          times(constant(term('2')), gram(term(`${projector} (I - V V†)`))),
          ...(more === undefined ? [] : [times(constant(term(more)), gram(term('I - V V†')))]),
        ),
      ),
    ...cited,
  );

/** What is left of the sum is the trace of M over the orthogonal complement of the inputs, of dimension d - m. */
export const reachableSum = claim({
  id: 'reachable-sum',
  title: 'Orthonormal inputs, tr M = 0: Σ ŷ_j <= γ(d - m)',
  source: 'beyond the paper',
  theory: signs,
  statement: 'tr(V† M V) <= γ (d - m)',
  given,
  proof: chain('tr(V† M V)').atMost(
    'γ (d - m)',
    beyond('Π₊'),
    'γ(d - m) - tr(V†MV) = tr(Q(γ + M)Q) with the projector Q = I - VV†, and γ + M = 2γΠ₊.',
  ),
  models: orthonormalInputs(),
  mutants: {
    'turned round': 'tr(V† M V) >= γ (d - m)',
    'one dimension fewer': 'tr(V† M V) <= γ (d - m - 1)',
    'half of it': 'tr(V† M V) <= 1/2 γ (d - m)',
    'γ² for γ': 'tr(V† M V) <= γ^2 (d - m)',
  },
  alsoTrue: {
    'left side: its sign flipped': chain('-tr(V† M V)').atMost('γ (d - m)', beyond('Π₋')),
  },
  breaksWithout: {
    pauli: witness(signs, SIZES, { ...START, M: timesMatrix('2', Z) }),
    orthonormal: witness(signs, SIZES, { ...START, V: [['2'], ['0']] }),
    traceless: witness(signs, { d: 2, m: 2 }, { ...START, M: ONE, V: ONE, 'Π₊': ONE, 'Π₋': ZERO }),
    range: witness(signs, SIZES, { ...START, M: timesMatrix('-1', Z), V: KET_DOWN, γ: '-1' }),
  },
});

/** The same from below. */
export const reachableSumBelow = claim({
  id: 'reachable-sum-below',
  title: 'Orthonormal inputs, tr M = 0: Σ ŷ_j >= -γ(d - m)',
  source: 'beyond the paper',
  theory: signs,
  statement: '-γ (d - m) <= tr(V† M V)',
  constant: { quantity: '-tr(V† M V)', relation: '<=', value: '1', unit: 'γ (d - m)' },
  given,
  proof: chain('-γ (d - m)').atMost(
    'tr(V† M V)',
    beyond('Π₋'),
    'tr(V†MV) + γ(d - m) = tr(Q(γ - M)Q), and γ - M = 2γΠ₋.',
  ),
  models: orthonormalInputs(),
  mutants: {
    'turned round': '-γ (d - m) >= tr(V† M V)',
    'one dimension fewer': '-γ (d - m - 1) <= tr(V† M V)',
    'half of it': '-1/2 γ (d - m) <= tr(V† M V)',
    'never negative': '0 <= tr(V† M V)',
  },
  alsoTrue: {
    'right side: its sign flipped': chain('-γ (d - m)').atMost('-tr(V† M V)', beyond('Π₊')),
    'left side: the factor -1 times 1.01': chain('-101/100 (γ (d - m))').atMost('tr(V† M V)', beyond('Π₋', '1/100')),
  },
  breaksWithout: {
    pauli: witness(signs, SIZES, { ...START, M: timesMatrix('2', Z), V: KET_DOWN }),
    orthonormal: witness(signs, SIZES, { ...START, V: [['0'], ['2']] }),
    traceless: witness(signs, { d: 2, m: 2 }, { ...START, M: timesMatrix('-1', ONE), V: ONE, 'Π₊': ZERO, 'Π₋': ONE }),
    range: witness(signs, SIZES, { ...START, M: timesMatrix('-1', Z), γ: '-1' }),
  },
});

const ONE_SAMPLE = { m: 1 };
const FAR = { γ: '1', s: '1', y: ['3'], ŷ: ['1'], p: ['1'], α: ['2'], β: ['0'], μ: '0', ν: '0' };
const at = (values: Parameters<typeof witness>[2]) => witness(reach, ONE_SAMPLE, { ...FAR, ...values });

/** L less dist²/(2m), and c/m times dist² besides. */
const nearer = (more?: string) =>
  positivity(
    (term) =>
      times(
        size('m', -1),
        plus(
          times(constant(term('1/2')), over('j', square(term('p_j - ŷ_j')))),
          over('j', times(fact('pushes/0'), fact('box/0'))),
          over('j', times(fact('pushes/1'), fact('box/1'))),
          times(fact('pushes/2'), fact('sum/0')),
          times(fact('pushes/3'), fact('sum/1')),
          fact('nearest/0'),
          fact('nearest/1'),
          ...(more === undefined ? [] : [times(constant(term(more)), over('j', square(term('y_j - p_j'))))]),
        ),
      ),
    'loss',
    ...Object.keys(reachable),
  );

/** L >= dist²/(2m) for all predictions in reach: p is their nearest point to the labels. */
export const lossFloor = claim({
  id: 'loss-floor',
  title: 'L >= dist²/(2m), the distance of the labels from the predictions in reach',
  source: 'beyond the paper',
  theory: reach,
  statement: 'L >= 1/2 1/m sum_j((y_j - p_j)^2)',
  given: { ...reachable, loss: definingReach('L') },
  proof: chain('1/2 1/m sum_j((y_j - p_j)^2)').atMost(
    'L',
    nearer(),
    '|y - ŷ|² = |y - p|² + |p - ŷ|² + 2(y - p)·(p - ŷ), where every bound that pushes is attained by p.',
  ),
  models: labelModels(),
  mutants: {
    'turned round': 'L <= 1/2 1/m sum_j((y_j - p_j)^2)',
    'the distance itself': 'L >= 1/m sum_j((y_j - p_j)^2)',
    'without 1/m': 'L >= 1/2 sum_j((y_j - p_j)^2)',
    'from 0': 'L >= 1/2 1/m sum_j((y_j)^2)',
  },
  alsoTrue: {
    'left side: its sign flipped': chain('-1/2 1/m sum_j((y_j - p_j)^2)').atMost('L', nearer('1')),
    'left side: the factor 1/2 times 0.99': chain('99/200 1/m sum_j((y_j - p_j)^2)').atMost('L', nearer('1/200')),
  },
  breaksWithout: {
    box: at({ ŷ: ['2'], s: '2' }),
    sum: at({ ŷ: ['1'], γ: '2', s: '1/2', p: ['1/2'], α: ['0'], μ: '5/2' }),
    nearest: at({ p: ['0'] }),
    pushes: at({ y: ['0'], ŷ: ['0'], α: ['-1'] }),
  },
});
