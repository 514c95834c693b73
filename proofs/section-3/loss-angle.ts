/**
 * The loss as an angle, L = 2 sin⁴ψ, for pure inputs, labels ±1 and eigenvalues ±1. It is what Theorem 3.2 is about: ψ is a
 * Lipschitz function of θ with the constant √Σ‖H‖², whatever d, m, p and the curve, and so cannot reach 0 quickly.
 */
import { certificate, chain, claim, type Positivity, positivity, rewriting, type Term } from '../../src/index.js';
import { given } from '../hypotheses.js';
import { angleModels } from '../models/angle-models.js';
import { qnnModels } from '../models/qnn-models.js';
import { FAST_TURN, OVERCOHERENT, trainingWitness } from '../models/training-witness.js';
import { defining, qnn } from '../notation.js';
import { KET_UP, timesMatrix, UP, Z } from '../witnesses.js';

const { constant, fact, over, plus, root, size, square, times } = certificate;

const circuit = {
  ansatz: given.ansatz,
  pure: given.pure,
  pauli: given.pauli,
  norm: given.norm,
  labels: given.labels,
  rms: given.rootMeanSquare,
  gradient: defining('g'),
  parts: defining('u', 'w'),
  slope: defining('a'),
  jacobian: defining('K'),
  residual: defining('r', 'ŷ'),
  loss: defining('L'),
};

/** START under -(527/175)σ_z, which leaves the residual 1152/625 = 2 (24/25)². */
const THREEFOLD = {
  M: timesMatrix('-527/175', Z),
  M0: timesMatrix('-527/175', Z),
  σ: '24/25',
  c: '7/25',
  ζ: '625/168',
};
/** The angle that belongs to the residual 1/25 of START with the label 8/25, and one that belongs to s = 98/625. */
const NEAR_ITS_LABEL = { σ: '√2/10', c: '7√2/10', ζ: '50/7' };
const ANOTHER_ANGLE = { σ: '7/25', c: '24/25', ζ: '625/168' };
/** The gradient at START, and the velocity of a descent step with it. */
const STRAIGHT = { G: ['864/625'], θdot: ['-864/625'] };

/** Theorem 3.2 at one θ: ‖∇L‖² <= 8 Σ‖H‖² s³(1 - s/2) with s = √(2L), hence <= 16√2 Σ‖H‖² L^{3/2}, on a flow or not. */
export const gradientBound = claim({
  id: 'gradient-bound',
  title: '‖∇L‖² <= 8 Σ‖H‖² s³ (1 - s/2) with s = √(2L)',
  source: 'beyond the paper; App. A.2, (26)-(38)',
  theory: qnn,
  statement: 'sum_l(g_l^2) <= 8 sum_l(h_l^2) s^3 (1 - 1/2 s)',
  uses: ['measurement-derivative', 'diagonal-bound-32', 'rms-range', 'loss-nonnegative'],
  given: circuit,
  proof: chain('sum_l(g_l^2)')
    .equals(
      '1/m^2 sum_l(sum_j(r_j a_jl)^2)',
      rewriting('gradient', 'measurement-derivative', 'slope'),
      '∂L/∂θ_l = -(1/m) Σ_j r_j a_jl.',
    )
    .atMost(
      '1/m^2 sum_i(r_i^2) sum_j(sum_l(a_jl^2))',
      positivity((term) =>
        times(size('m', -2), constant(term('1/2')), over('lij', square(term('r_i a_jl - r_j a_il')))),
      ),
      'rᵀKr <= tr(K) rᵀr, by Lagrange’s identity for each parameter.',
    )
    .equals('1/m s^2 sum_j(K_jj)', rewriting('jacobian', 'rms', 'loss'), 'Σ r² = m s² and Σ_l a_jl² = K_jj.')
    .atMost(
      '16/m s^2 sum_l(h_l^2) sum_j(1/2 |r_j| - 1/4 r_j^2)',
      positivity(
        (term) => times(size('m', -1), square(term('s')), over('j', fact('diagonal-bound-32'))),
        'diagonal-bound-32',
      ),
      'The bound (32) for each sample.',
    )
    .equals('8 s^2 sum_l(h_l^2) (1/m sum_j(|r_j|) - 1/2 s^2)', rewriting('rms', 'loss'), 'Σ r² = m s² once more.')
    .atMost(
      '8 s^2 sum_l(h_l^2) (s - 1/2 s^2)',
      positivity(
        (term) =>
          times(
            constant(term('8')),
            square(term('s')),
            over('l', square(term('h_l'))),
            size('m', -1),
            root(
              term('sum_j(|r_j|)'),
              term('m s'),
              times(size('m'), fact('rms')),
              times(constant(term('1/2')), over('ij', square(term('|r_i| - |r_j|')))),
            ),
          ),
        'rms',
        'loss',
      ),
      'Σ|r| <= m s, by Lagrange’s identity.',
    )
    .equals('8 sum_l(h_l^2) s^3 (1 - 1/2 s)', rewriting()),
  models: qnnModels({ pure: true, measurement: 'pauli', labels: 'signs', root: true }),
  mutants: {
    'factor 7.9': 'sum_l(g_l^2) <= 7.9 sum_l(h_l^2) s^3 (1 - 1/2 s)',
    'as fast as kernel regression': 'sum_l(g_l^2) >= 1/100 s^2',
    'norms to the first power': 'sum_l(g_l^2) <= 8 sum_l(h_l) s^3 (1 - 1/2 s)',
  },
  breaksWithout: {
    ansatz: trainingWitness({ dU: [FAST_TURN] }),
    pure: trainingWitness({ ρ: [OVERCOHERENT] }),
    pauli: trainingWitness({ M: timesMatrix('-10', Z), M0: timesMatrix('-10', Z) }),
    norm: trainingWitness({ h: ['0'] }),
    labels: trainingWitness({ y: ['8/25'] }),
    rms: trainingWitness({ s: '1/100' }),
  },
});

/**
 * Along any curve θ(t) the angle moves at most √Σ‖H‖² times as fast as θ.
 *
 * With it Theorem 3.2 no longer depends on how θ is chosen: no method can take the loss from 2 sin⁴ψ to 2 sin⁴ψ' on a path
 * that is shorter than |ψ - ψ'|/√Σ‖H‖².
 */
export const angleSpeed = claim({
  id: 'angle-speed',
  title: 'L = 2 sin⁴ψ: along any curve (dψ/dt)² <= Σ‖H‖² ‖dθ/dt‖²',
  source: 'beyond the paper',
  theory: qnn,
  statement: 'ψdot^2 <= sum_l(h_l^2) sum_l(θdot_l^2)',
  uses: ['gradient-bound'],
  given: { ...circuit, curve: given.curve, angle: given.angle, interior: given.interior },
  proof: chain('ψdot^2')
    .equals('ζ^6 c^4 (σ^3 c ψdot)^2', rewriting('interior'), 'ζσc = 1.')
    .equals('1/64 ζ^6 c^4 Ldot^2', rewriting('angle'), 'dL/dt = 8 sin³ψ cos ψ dψ/dt.')
    .equals(
      '1/64 ζ^6 c^4 sum_l(θdot_l g_l)^2',
      rewriting('curve', 'gradient'),
      'The chain rule: dL/dt = Σ_l ∂L/∂θ_l dθ_l/dt.',
    )
    .atMost(
      '1/64 ζ^6 c^4 sum_l(θdot_l^2) sum_l(g_l^2)',
      positivity((term) =>
        times(constant(term('1/128')), square(term('ζ^3 c^2')), over('lq', square(term('θdot_l g_q - θdot_q g_l')))),
      ),
      'Lagrange’s identity.',
    )
    .atMost(
      'ζ^6 c^4 sum_l(θdot_l^2) sum_l(h_l^2) σ^6 c^2',
      positivity(
        (term) =>
          times(
            constant(term('1/64')),
            square(term('ζ^3 c^2')),
            over('l', square(term('θdot_l'))),
            fact('gradient-bound'),
          ),
        'gradient-bound',
        'angle',
      ),
      'The bound on the gradient at this θ: ‖∇L‖² <= 64 Σ‖H‖² sin⁶ψ cos²ψ.',
    )
    .equals('sum_l(h_l^2) sum_l(θdot_l^2)', rewriting('interior'), 'ζσc = 1.'),
  models: angleModels(),
  mutants: {
    '0.99 of it': 'ψdot^2 <= 0.99 sum_l(h_l^2) sum_l(θdot_l^2)',
    'norms to the first power': 'ψdot^2 <= sum_l(h_l) sum_l(θdot_l^2)',
    'divided by m': 'ψdot^2 <= 1/m sum_l(h_l^2) sum_l(θdot_l^2)',
    'product of sums': 'ψdot^2 <= sum_l(h_l^2 θdot_l^2)',
  },
  breaksWithout: {
    ansatz: trainingWitness({ dU: [FAST_TURN] }),
    pure: trainingWitness({ ρ: [OVERCOHERENT] }),
    pauli: trainingWitness(THREEFOLD),
    norm: trainingWitness({ h: ['0'] }),
    labels: trainingWitness({ y: ['8/25'], ...NEAR_ITS_LABEL }),
    rms: trainingWitness({ s: '98/625', ...ANOTHER_ANGLE }),
    curve: trainingWitness({ Ldot: '100', sdot: '1250/9' }),
    angle: trainingWitness({ ψdot: '100' }),
    interior: trainingWitness({ v: [KET_UP], ρ: [UP], σ: '0', c: '1', ψdot: '100' }),
  },
});

const FROM = ['angle-speed', 'angle', 'straight', 'start', 'fall'];

/** `speed` <= 8 Σ‖H‖² σ0³ c0, for the speed Ddot or -Ddot. */
function slowerThanStart(speed: Term, term: (text: string) => Term): Positivity {
  const norms = over('l', square(term('h_l')));
  return root(
    speed,
    term('8 sum_l(h_l^2) σ0^3 c0'),
    times(constant(term('8')), norms, square(term('σ0')), fact('start/0'), fact('start/1')),
    plus(times(norms, fact('start/2')), fact('angle-speed'), square(term('(σ0 c - c0 σ) ψdot'))),
  );
}

/**
 * Along the segment of a descent step, everywhere between its ends: sin(ψ - ψ0) falls no faster than 8 Σ‖H‖² sin³ψ0 cos ψ0.
 *
 * The right side is fixed by the start of the step. If the end has the smaller loss, let t* be the last time with ψ = ψ0.
 * From t* on 0 < L < 2 as long as the fall stays below sin ψ0, so that the mean value inequality over at most η gives
 * sin(ψ+ - ψ0) >= -8 η Σ‖H‖² sin³ψ0 cos ψ0 at the end. If the end has the larger loss, this is trivial.
 */
export const discreteSegment = claim({
  id: 'discrete-segment',
  title: 'Along a descent step, -d sin(ψ - ψ0)/dt <= 8 Σ‖H‖² sin³ψ0 cos ψ0',
  source: 'beyond the paper',
  theory: qnn,
  statement: '-Ddot <= 8 sum_l(h_l^2) σ0^3 c0',
  uses: ['angle-speed'],
  given: {
    ...circuit,
    curve: given.curve,
    angle: given.angle,
    interior: given.interior,
    straight: given.straight,
    start: given.start,
    fall: given.fall,
  },
  proof: chain('-Ddot').atMost(
    '8 sum_l(h_l^2) σ0^3 c0',
    positivity((term) => slowerThanStart(term('-Ddot'), term), ...FROM),
    'cos²(ψ - ψ0)(dψ/dt)² <= Σ‖H‖² ‖∇L(θ)‖² <= (8 Σ‖H‖² sin³ψ0 cos ψ0)², by `gradient-bound` where the step starts.',
  ),
  models: angleModels(),
  mutants: {
    'factor 7.9': '-Ddot <= 7.9 sum_l(h_l^2) σ0^3 c0',
    'without the cosine': '-Ddot <= 8 sum_l(h_l^2) σ0^4',
    'where it is, not where it was': '-Ddot <= 8 sum_l(h_l^2) σ^3 c',
  },
  alsoTrue: {
    'left side: its sign flipped': chain('Ddot').atMost(
      '8 sum_l(h_l^2) σ0^3 c0',
      positivity((term) => slowerThanStart(term('Ddot'), term), ...FROM),
      'It rises no faster either.',
    ),
    'right side: the exponent 3 by 2': chain('-Ddot')
      .atMost(
        '8 sum_l(h_l^2) σ0^3 c0',
        positivity((term) => slowerThanStart(term('-Ddot'), term), ...FROM),
      )
      .atMost(
        '8 sum_l(h_l^2) σ0^2 c0',
        positivity((term) => {
          const room = root(term('σ0'), term('1'), constant(term('1')), square(term('c0')));
          return times(constant(term('8')), over('l', square(term('h_l'))), square(term('σ0')), fact('start/1'), room);
        }, 'start'),
        'sin ψ0 <= 1.',
      ),
  },
  breaksWithout: {
    ansatz: trainingWitness({ dU: [FAST_TURN], ...STRAIGHT }),
    pure: trainingWitness({ ρ: [OVERCOHERENT], ...STRAIGHT }),
    pauli: trainingWitness({ ...THREEFOLD, G: ['-864/625'], θdot: ['864/625'] }),
    norm: trainingWitness({ h: ['1/2'], G: ['432/625'], θdot: ['-432/625'] }),
    labels: trainingWitness({ y: ['8/25'], ...NEAR_ITS_LABEL, ...STRAIGHT }),
    rms: trainingWitness({ s: '98/625', ...ANOTHER_ANGLE }),
    curve: trainingWitness({ Ldot: '-100', sdot: '-1250/9' }),
    angle: trainingWitness({ ψdot: '-100' }),
    interior: trainingWitness({ v: [KET_UP], ρ: [UP], σ: '0', c: '1', ψdot: '-100', G: ['0'], θdot: ['0'] }),
    straight: trainingWitness({ G: ['864/625'], θdot: ['-100'] }),
    start: trainingWitness({ σ0: '7/25', c0: '24/25' }),
    fall: trainingWitness({ Ddot: '-100' }),
  },
});
