/**
 * Lemma B.3: while the loss does not rise, θ moves no faster than (√2 m/(pZ)) ‖M‖_F ‖H‖_F √L(0) in the maximum norm, and
 * √p times as fast in the 2-norm.
 *
 * The proof starts with half of the velocity, (74), and bounds a commutator by twice what it can be, (80). The two factors
 * cancel, so that (84), (72), (73) and (88) stand as printed, and are sharp: (84) is an equality for equal samples
 * (1, 1)/√2 with M = σ_z and H = σ_y. Nothing is used of the loss but that it does not rise; the rate a of the lemma occurs
 * in (88) only. A norm of θ is the largest component Σ ω_l θ_l over the ω of dual norm one, so that the bounds are stated
 * for one component; with -ω for ω they bound it from both sides.
 */
import { slowDistanceLaw } from '../../property-tests/slow-parameters.law.js';
import { certificate, chain, claim, positivity, rewriting } from '../../src/index.js';
import { slowModels } from '../models/slow-models.js';
import { slowWitness } from '../models/slow-witness.js';
import { qnn } from '../notation.js';
import { slow } from './slow-hypotheses.js';
import { breaksMoving, FROM, moving, SPEED, speedPositive, speedSquared } from './slow-steps.js';

const { constant, fact, over, plus, root, square, times } = certificate;

const breaksAtStart = { ...breaksMoving, start: slowWitness({ λ: '0' }) };

/** The step to 1.01 times the rate. */
const slightlyMore = (rate: string, more: string) =>
  chain('-τdot')
    .atMost(
      rate,
      positivity(() => fact('the claim itself'), 'the claim itself'),
    )
    .atMost(
      more,
      positivity(
        (term) => times(constant(term('1/100')), speedPositive(term), fact('start/1')),
        'clock',
        'norms',
        'start',
      ),
      'The rate is not negative.',
    );

/** (72): a component with weights of 1-norm one, such as each θ_l, moves by at most (√2 m/(pZ)) ‖M‖_F ‖H‖_F √L(0) t. */
export const maximumNorm = claim({
  id: 'lemma-b.3',
  title: '‖θ(t) - θ(0)‖_∞ <= (√2 m/(pZ)) ‖H‖_F ‖M‖_F √L(0) t',
  source: 'Lemma B.3, (72), (89)',
  theory: qnn,
  statement: { kind: 'linear', loss: 'τ', rate: `${SPEED} λ` },
  uses: ['lemma-b.3-eq-84'],
  given: { ...moving, start: slow.start, component: slow.oneNorm },
  proof: chain('-τdot')
    .equals('-sum_l(ω_l θdot_l)', rewriting('component'), 'τ = Σ ω_l θ_l.')
    .atMost(
      `sum_l(|ω_l|) ${SPEED} λ`,
      positivity(
        (term) =>
          over(
            'l',
            root(
              term('-ω_l θdot_l'),
              term(`|ω_l| ${SPEED} λ`),
              times({ kind: 'abs', of: term('ω_l') }, speedPositive(term), fact('start/1')),
              times(square(term('ω_l')), speedSquared(term, fact('start/0'))),
            ),
          ),
        ...FROM,
        'start',
      ),
      'The bound (84) for each parameter, with ‖M‖_F = ‖M0‖_F and L(t) <= L(0).',
    )
    .atMost(
      `${SPEED} λ`,
      positivity(
        (term) => times(fact('component'), speedPositive(term), fact('start/1')),
        'component',
        'clock',
        'norms',
        'start',
      ),
      'Σ|ω_l| <= 1.',
    ),
  models: slowModels('one norm'),
  laws: [slowDistanceLaw],
  mutants: {
    '0.99 of it': { kind: 'linear', loss: 'τ', rate: `0.99 ${SPEED} λ` },
    'as (74) would have it': { kind: 'linear', loss: 'τ', rate: `1/2 ${SPEED} λ` },
    'without m': { kind: 'linear', loss: 'τ', rate: '√2 1/(p Z) μ κ λ' },
    'by the loss, not its root': { kind: 'linear', loss: 'τ', rate: `${SPEED} λ^2` },
  },
  alsoTrue: { 'rate: the factor √2 times 1.01': slightlyMore(`${SPEED} λ`, `1.01 ${SPEED} λ`) },
  breaksWithout: { ...breaksAtStart, component: slowWitness({ ω: ['10'] }) },
});

/** (73): a component with weights of 2-norm one moves by at most (√2 m/(√p Z)) ‖M‖_F ‖H‖_F √L(0) t. */
export const twoNorm = claim({
  id: 'lemma-b.3-two-norm',
  title: '‖θ(t) - θ(0)‖_2 <= (√2 m/(√p Z)) ‖H‖_F ‖M‖_F √L(0) t',
  source: 'Lemma B.3, (73)',
  theory: qnn,
  statement: { kind: 'linear', loss: 'τ', rate: `sqrt(p) ${SPEED} λ` },
  uses: ['lemma-b.3-eq-84'],
  given: { ...moving, start: slow.start, component: slow.twoNorm, root: slow.rootOfSize },
  proof: chain('-τdot').atMost(
    `sqrt(p) ${SPEED} λ`,
    positivity(
      (term) =>
        root(
          term('-sum_l(ω_l θdot_l)'),
          term(`sqrt(p) ${SPEED} λ`),
          times(fact('root'), speedPositive(term), fact('start/1')),
          plus(
            over('l', speedSquared(term, fact('start/0'))),
            times(over('l', square(term('θdot_l'))), fact('component')),
            times(constant(term('1/2')), over('lq', square(term('ω_l θdot_q - ω_q θdot_l')))),
          ),
        ),
      ...FROM,
      'start',
      'component',
      'root',
    ),
    'Lagrange’s identity for Σ ω_l dθ_l/dt, and the bound (84) for each parameter.',
  ),
  models: slowModels('two norm'),
  mutants: {
    '0.99 of it': { kind: 'linear', loss: 'τ', rate: `0.99 sqrt(p) ${SPEED} λ` },
    'as in the maximum norm': { kind: 'linear', loss: 'τ', rate: `${SPEED} λ` },
    'without m': { kind: 'linear', loss: 'τ', rate: 'sqrt(p) √2 1/(p Z) μ κ λ' },
  },
  alsoTrue: {
    'rate: the factor √2 times 1.01': chain('-τdot')
      .atMost(
        `sqrt(p) ${SPEED} λ`,
        positivity(() => fact('the claim itself'), 'the claim itself'),
      )
      .atMost(
        `1.01 sqrt(p) ${SPEED} λ`,
        positivity(
          (term) => times(constant(term('1/100')), fact('root'), speedPositive(term), fact('start/1')),
          'root',
          'clock',
          'norms',
          'start',
        ),
        'The rate is not negative.',
      ),
  },
  breaksWithout: { ...breaksAtStart, component: slowWitness({ ω: ['10'] }) },
});

/**
 * (88): with L(t) <= L(0) exp(-νt) a component that falls has at most (2/ν)(√2 m/(pZ)) ‖M‖_F ‖H‖_F √L(0) exp(-νt/2) left to
 * fall: τ less that never falls.
 */
export const exponentialForm = claim({
  id: 'lemma-b.3-eq-88',
  title: '|θ_l(t) - θ_l(s)| <= (2/ν) (√2 m/(pZ)) ‖H‖_F ‖M‖_F √L(0) (exp(-νs/2) - exp(-νt/2))',
  source: 'Lemma B.3, (85)-(88)',
  theory: qnn,
  statement: { kind: 'linear', loss: 'W', rate: '0' },
  uses: ['lemma-b.3-eq-84'],
  given: { ...moving, falling: slow.falling, component: slow.oneNorm, left: slow.left },
  proof: chain('-Wdot')
    .equals(`-sum_l(ω_l θdot_l) - ${SPEED} λ E`, rewriting('left', 'falling', 'component'), 'dE/dt = -νE/2.')
    .atMost(
      `(sum_l(|ω_l|) - 1) ${SPEED} λ E`,
      positivity(
        (term) =>
          over(
            'l',
            root(
              term('-ω_l θdot_l'),
              term(`|ω_l| ${SPEED} λ E`),
              times({ kind: 'abs', of: term('ω_l') }, speedPositive(term), fact('falling/1'), fact('falling/2')),
              times(square(term('ω_l')), speedSquared(term, fact('falling/0'))),
            ),
          ),
        ...FROM,
        'falling',
      ),
      'The bound (84) for each parameter, with L(t) <= L(0) exp(-νt). This is (85).',
    )
    .atMost(
      '0',
      positivity(
        (term) => times(fact('component'), speedPositive(term), fact('falling/1'), fact('falling/2')),
        'component',
        'clock',
        'norms',
        'falling',
      ),
      'Σ|ω_l| <= 1.',
    ),
  models: slowModels('one norm'),
  mutants: {
    'in the time 1/10': { kind: 'linear', loss: 'W', rate: `-1/10 ${SPEED} λ` },
    'it never rises': { kind: 'exponential', loss: 'W', rate: '0' },
    'the component itself': { kind: 'linear', loss: 'τ', rate: '0' },
  },
  breaksWithout: {
    ...breaksMoving,
    falling: slowWitness({ λ: '0' }),
    component: slowWitness({ ω: ['10'] }),
  },
});
