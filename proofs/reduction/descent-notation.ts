/** The gradient flow of a convex function of τ, whose gradient is the vector of the predictions. */
import { assume, type ClaimTheory, definitionsOf, realScalar, theory } from '../../src/index.js';

const family = (meaning: string, velocity: string) => ({ type: realScalar({ over: ['m'], velocity }), meaning });
const still = (meaning: string) => ({ type: realScalar({ over: ['m'], constant: true }), meaning });
const rate = (of: string, latex: string) => ({
  type: realScalar({ over: ['m'] }),
  meaning: `time derivative of ${of}`,
  latex,
});

const FALLING = '4 γ^2 t^2 sum_j((y_j - ŷ_j)^2) + 4 γ t (Φ - Φz - sum_j(y_j (τ_j - z_j))) + sum_j((τ_j - z_j)^2)';

export const descent: ClaimTheory = theory({
  name: 'descent',
  sizes: { m: 'number of samples' },
  indices: { j: 'm', k: 'm' },
  symbols: {
    γ: { type: realScalar({ constant: true }), meaning: 'output range', latex: '\\gamma' },
    t: { type: realScalar({ velocity: 'tdot' }), meaning: 'time' },
    tdot: { type: realScalar(), meaning: 'its derivative', latex: '\\dot t' },
    y: still('label'),
    τ: { ...family('drive of sample j', 'τdot'), latex: '\\tau' },
    τdot: { ...family('its velocity', 'τddot'), latex: '\\dot\\tau' },
    τddot: rate('τdot_j', '\\ddot\\tau'),
    ŷ: { ...family('prediction at τ', 'ŷdot'), latex: '\\hat y' },
    ŷdot: rate('ŷ_j', '\\dot{\\hat y}'),
    Φ: { type: realScalar({ velocity: 'Φdot' }), meaning: 'potential at τ', latex: '\\Phi' },
    Φdot: { type: realScalar(), meaning: 'its time derivative', latex: '\\dot\\Phi' },
    K: {
      type: realScalar({ over: ['m', 'm'] }),
      meaning: 'asymptotic kernel at τ',
      latex: 'K_{\\mathrm{asym}}',
    },
    z: family('another point', 'zdot'),
    zdot: rate('z_j', '\\dot z'),
    q: { type: realScalar({ over: ['m'] }), meaning: 'prediction at z' },
    Φz: { type: realScalar({ velocity: 'Φzdot' }), meaning: 'potential at z', latex: '\\Phi_z' },
    Φzdot: { type: realScalar(), meaning: 'its time derivative', latex: '\\dot\\Phi_z' },
    W: {
      type: realScalar({ velocity: 'Wdot' }),
      meaning: 'square of the speed, 4γ² times that of the residuals',
      stands: { at: [], for: 'sum_j(τdot_j^2)' },
    },
    Wdot: {
      type: realScalar(),
      meaning: 'its time derivative',
      latex: '\\dot W',
      stands: { at: [], for: 'd/dt(sum_j(τdot_j^2))' },
    },
    D: {
      type: realScalar({ velocity: 'Ddot' }),
      meaning: 'square of the distance from τ to z',
      stands: { at: [], for: 'sum_j((τ_j - z_j)^2)' },
    },
    Ddot: {
      type: realScalar(),
      meaning: 'its time derivative',
      latex: '\\dot D',
      stands: { at: [], for: 'd/dt(sum_j((τ_j - z_j)^2))' },
    },
    B: {
      type: realScalar({ velocity: 'Bdot' }),
      meaning: 't²|τ′|² + 2t(f(τ) - f(z)) + |τ - z|² with f(τ) = 2γ(Φ(τ) - y·τ)',
      stands: { at: [], for: FALLING },
    },
    Bdot: {
      type: realScalar(),
      meaning: 'its time derivative',
      latex: '\\dot B',
      stands: { at: [], for: `d/dt(${FALLING})` },
    },
  },
});

export const definingDescent = (...names: string[]) => definitionsOf(descent, ...names);

export const falling = {
  flow: assume(
    descent,
    'the residuals drive: dτ_j/dt = 2γ(y_j - ŷ_j)',
    'τdot_j = 2 γ (y_j - ŷ_j)',
    'τddot_j = -2 γ ŷdot_j',
  ),
  clock: assume(descent, 't is the time since the start', 'tdot = 1'),
  potential: assume(
    descent,
    'ŷ is the gradient of Φ, and the kernel 2γ times its second derivative',
    'Φdot = sum_j(ŷ_j τdot_j)',
    'ŷdot_j = 1/2/γ sum_k(K_jk τdot_k)',
  ),
  kernel: assume(descent, 'the kernel is positive semidefinite', 'sum_jk(K_jk unit_j unit_k†) >= 0 I_m'),
  here: assume(descent, 'Φ lies above its tangent at τ, as a convex function does', 'Φz >= Φ + sum_j(ŷ_j (z_j - τ_j))'),
  there: assume(
    descent,
    'Φ lies above its tangent at z, as a convex function does',
    'Φ >= Φz + sum_j(q_j (τ_j - z_j))',
  ),
  still: assume(descent, 'z stands', 'zdot_j = 0', 'Φzdot = 0'),
  other: assume(descent, 'z obeys the same flow, from another start', 'zdot_j = 2 γ (y_j - q_j)'),
  range: assume(descent, 'the output range is positive', 'γ >= 0'),
  later: assume(descent, 'the time is not negative', 't >= 0'),
} as const;
