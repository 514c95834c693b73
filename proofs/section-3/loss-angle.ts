/**
 * The loss as an angle, L = 2 sin⁴ψ, for pure inputs, labels ±1 and eigenvalues ±1. It is what Theorem 3.2 is about: ψ is a
 * Lipschitz function of θ with the constant √Σ‖H‖², whatever d, m, p and the curve, and so cannot reach 0 quickly.
 */
import { certificate, chain, claim, positivity, rewriting } from '../../src/index.js';
import { given } from '../hypotheses.js';
import { angleModels } from '../models/angle-models.js';
import { FAST_TURN, OVERCOHERENT, trainingWitness } from '../models/training-witness.js';
import { qnn } from '../notation.js';
import { KET_UP, timesMatrix, UP, Z } from '../witnesses.js';
import { circuit } from './gradient-bound.js';

const { constant, fact, over, square, times } = certificate;

/** START under -(527/175)σ_z, which leaves the residual 1152/625 = 2 (24/25)². */
export const THREEFOLD = {
  M: timesMatrix('-527/175', Z),
  M0: timesMatrix('-527/175', Z),
  σ: '24/25',
  c: '7/25',
  ζ: '625/168',
};
/** The angle that belongs to the residual 1/25 of START with the label 8/25, and one that belongs to s = 98/625. */
export const NEAR_ITS_LABEL = { σ: '√2/10', c: '7√2/10', ζ: '50/7' };
export const ANOTHER_ANGLE = { σ: '7/25', c: '24/25', ζ: '625/168' };
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
