/**
 * What convexity gives: the residuals come as close to the labels as any τ can bring them, at a rate that the claims state.
 *
 * With `potential-gradient`, `potential-hessian` and `convex-potential` the hypotheses hold for orthonormal inputs and
 * eigenvalues ±γ, where the potential is Φ = γ ln |det Y|; nothing else about Φ is used, so the models are quadratic.
 * A convex function lies above its tangents: that is the first-order form of `convex-potential`, and a hypothesis here.
 */
import { certificate, chain, claim, positivity, rewriting, witness } from '../../src/index.js';
import { convexModels, tangentModels } from '../models/convex-models.js';
import { definingDescent, descent, falling } from './descent-notation.js';

const { congruence, constant, fact, over, plus, square, times } = certificate;
const standing = convexModels('stands');
const flowing = convexModels('flows');

/** One sample with Φ = τ²/2 at τ = 1, label 0 and γ = 1/2; z = 0, where Φ and the prediction are 0. */
const SIZES = { m: 1 };
const START = {
  γ: '1/2',
  t: '1',
  tdot: '1',
  y: ['0'],
  τ: ['1'],
  τdot: ['-1'],
  τddot: ['1'],
  ŷ: ['1'],
  ŷdot: ['-1'],
  Φ: '1/2',
  Φdot: '-1',
  K: ['1'],
  z: ['0'],
  zdot: ['0'],
  q: ['0'],
  Φz: '0',
  Φzdot: '0',
};
/** The same with γ = -1/2, which climbs. */
const REVERSED = { γ: '-1/2', τdot: ['1'], τddot: ['-1'], Φdot: '1' };
const at = (values: Parameters<typeof witness>[2]) => witness(descent, SIZES, { ...START, ...values });

/** The residuals never grow in length: τ′ = 2γ(y - ŷ), and |τ′| falls. */
export const speedFalls = claim({
  id: 'descent-speed',
  title: '|dτ/dt| falls, and with it the loss',
  source: 'beyond the paper',
  theory: descent,
  statement: { kind: 'exponential', loss: 'W', rate: '0' },
  given: {
    flow: falling.flow,
    potential: falling.potential,
    kernel: falling.kernel,
    square: definingDescent('W', 'Wdot'),
  },
  proof: chain('Wdot')
    .equals('2 sum_j(τdot_j τddot_j)', rewriting('square'), 'The product rule.')
    .equals('-2 sum_jk(τdot_j K_jk τdot_k)', rewriting('flow', 'potential'), 'dτ′/dt = -2γ dŷ/dt = -Kasym τ′.')
    .atMost(
      '0',
      positivity(
        (term) => times(constant(term('2')), congruence(term('sum_j(τdot_j unit_j)'), fact('kernel'))),
        'kernel',
      ),
      'Kasym >= 0.',
    ),
  models: standing,
  mutants: {
    'it grows': { kind: 'exponential', loss: 'W', rate: '-1' },
    'at a rate': { kind: 'exponential', loss: 'W', rate: '1/100' },
    'at least as fast as at first': { kind: 'linear', loss: 'W', rate: '0' },
  },
  breaksWithout: {
    flow: at({ τddot: ['-1'] }),
    potential: at({ ŷdot: ['1'], τddot: ['-1'] }),
    kernel: at({ K: ['-1'], ŷdot: ['1'], τddot: ['-1'] }),
  },
});

/** Two solutions never part: the distance between them does not grow. */
export const solutionsApproach = claim({
  id: 'descent-contraction',
  title: 'The distance of two solutions does not grow',
  source: 'beyond the paper',
  theory: descent,
  statement: { kind: 'exponential', loss: 'D', rate: '0' },
  given: {
    flow: falling.flow,
    other: falling.other,
    here: falling.here,
    there: falling.there,
    range: falling.range,
    square: definingDescent('D', 'Ddot'),
  },
  proof: chain('Ddot')
    .equals('2 sum_j((τ_j - z_j) (τdot_j - zdot_j))', rewriting('square'), 'The product rule.')
    .equals('4 γ sum_j((τ_j - z_j) (q_j - ŷ_j))', rewriting('flow', 'other'), 'The labels are the same.')
    .atMost(
      '0',
      positivity(
        (term) => times(constant(term('4')), fact('range'), plus(fact('here'), fact('there'))),
        'range',
        'here',
        'there',
      ),
      'Both tangents: the gradient of a convex function is monotone.',
    ),
  models: flowing,
  mutants: {
    'at a rate': { kind: 'exponential', loss: 'D', rate: '1/100' },
    'it never falls': { kind: 'linear', loss: 'D', rate: '0' },
  },
  breaksWithout: {
    flow: at({ τdot: ['1'] }),
    other: at({ zdot: ['-5'] }),
    here: at({ Φ: '5', q: ['5'], zdot: ['-5'] }),
    there: at({ Φ: '-5', q: ['5'], zdot: ['-5'] }),
    range: at(REVERSED),
  },
});

/** B = t²|τ′|² + 2t(f(τ) - f(z)) + |τ - z|² falls, for every z: so it is never more than at t = 0, where it is |τ(0) - z|². */
export const lyapunov = claim({
  id: 'descent-lyapunov',
  title: 't²|τ′|² + 2t(f(τ) - f(z)) + |τ - z|² falls, for every z',
  source: 'beyond the paper',
  theory: descent,
  statement: { kind: 'exponential', loss: 'B', rate: '0' },
  given: {
    flow: falling.flow,
    potential: falling.potential,
    kernel: falling.kernel,
    here: falling.here,
    clock: falling.clock,
    still: falling.still,
    range: falling.range,
    function: definingDescent('B', 'Bdot'),
  },
  proof: chain('Bdot')
    .equals(
      '4 γ (Φ - Φz - sum_j(ŷ_j (τ_j - z_j))) - 8 γ^2 t^2 sum_jk((y_j - ŷ_j) K_jk (y_k - ŷ_k))',
      rewriting('function', 'clock', 'still', 'potential', 'flow'),
      'The terms in t|τ′|² cancel.',
    )
    .atMost(
      '0',
      positivity(
        (term) =>
          plus(
            times(constant(term('4')), fact('range'), fact('here')),
            times(
              constant(term('8')),
              square(term('γ t')),
              congruence(term('sum_j((y_j - ŷ_j) unit_j)'), fact('kernel')),
            ),
          ),
        'range',
        'here',
        'kernel',
      ),
      'Φ lies above its tangent at τ, and Kasym >= 0.',
    ),
  models: standing,
  mutants: {
    'at a rate': { kind: 'exponential', loss: 'B', rate: '1/100' },
    'it never falls': { kind: 'linear', loss: 'B', rate: '0' },
  },
  breaksWithout: {
    flow: at({ τdot: ['100'], Φdot: '100', ŷdot: ['100'], τddot: ['-100'] }),
    potential: at({ Φdot: '100' }),
    kernel: at({ K: ['-1'], ŷdot: ['1'], τddot: ['-1'], t: '100' }),
    here: at({ Φ: '100', t: '0' }),
    clock: at({ tdot: '100' }),
    still: at({ zdot: ['-100'] }),
    range: at({ ...REVERSED, t: '0' }),
  },
});

/** B less the left side of `descent-floor`, and for its variants c γ²t² times a square more. */
const above = (...more: readonly (readonly [factor: string, root: string])[]) =>
  positivity(
    (term) =>
      plus(
        times(constant(term('4')), fact('range'), fact('later'), fact('there')),
        over('j', square(term('τ_j - z_j - 2 γ t (y_j - q_j)'))),
        ...more.map(([factor, root]) =>
          times(constant(term(factor)), square(term('γ t')), over('j', square(term(root)))),
        ),
      ),
    'there',
    'range',
    'later',
    'function',
  );

/** t²(|τ′|² - |2γ(y - q)|²) <= B, where q is the prediction at z. */
export const lyapunovFloor = claim({
  id: 'descent-floor',
  title: '4γ²t²(|y - ŷ|² - |y - ŷ(z)|²) <= t²|τ′|² + 2t(f(τ) - f(z)) + |τ - z|²',
  source: 'beyond the paper',
  theory: descent,
  statement: '4 γ^2 t^2 (sum_j((y_j - ŷ_j)^2) - sum_j((y_j - q_j)^2)) <= B',
  given: {
    there: falling.there,
    range: falling.range,
    later: falling.later,
    function: definingDescent('B'),
  },
  proof: chain('4 γ^2 t^2 (sum_j((y_j - ŷ_j)^2) - sum_j((y_j - q_j)^2))').atMost(
    'B',
    above(),
    'Φ lies above its tangent at z; the rest is the square |τ - z - 2γt(y - q)|².',
  ),
  models: tangentModels(),
  mutants: {
    'without the residual at z': '4 γ^2 t^2 sum_j((y_j - ŷ_j)^2) <= B',
    'turned round': '4 γ^2 t^2 (sum_j((y_j - ŷ_j)^2) - sum_j((y_j - q_j)^2)) >= B',
    'half of the residual at z': '4 γ^2 t^2 (sum_j((y_j - ŷ_j)^2) - 1/2 sum_j((y_j - q_j)^2)) <= B',
  },
  alsoTrue: {
    'left side: the sign of summand 1 flipped': chain(
      '4 γ^2 t^2 (-sum_j((y_j - ŷ_j)^2) - sum_j((y_j - q_j)^2))',
    ).atMost('B', above(['8', 'y_j - ŷ_j'])),
    'left side: the factor -1 times 1.01': chain(
      '4 γ^2 t^2 (sum_j((y_j - ŷ_j)^2) - 101/100 sum_j((y_j - q_j)^2))',
    ).atMost('B', above(['1/25', 'y_j - q_j'])),
  },
  breaksWithout: {
    there: at({ Φ: '-100' }),
    range: at({ γ: '-1/2', Φ: '1' }),
    later: at({ t: '-1', Φ: '1' }),
  },
});
