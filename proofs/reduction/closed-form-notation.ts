/** Orthonormal inputs: the entries of M between them as a rational function of e_j = exp(τ_j), where dτ_j/dt = 2γ r_j. */
import { assume, type ClaimTheory, definitionsOf, hermitian, matrix, realScalar, theory } from '../../src/index.js';

const whole = (name: string, meaning: string, written: string) => ({
  [name]: {
    type: matrix('m', 'm', { velocity: `${name}dot` }),
    meaning,
    stands: { at: [], for: written },
  },
  [`${name}dot`]: {
    type: matrix('m', 'm'),
    meaning: `time derivative of ${name}`,
    latex: `\\dot ${name}`,
    stands: { at: [], for: `d/dt(${written})` },
  },
});

export const closedForm: ClaimTheory = theory({
  name: 'closed form',
  sizes: { m: 'number of samples' },
  indices: { j: 'm', k: 'm' },
  symbols: {
    γ: { type: realScalar({ constant: true }), meaning: 'output range', latex: '\\gamma' },
    r: { type: realScalar({ over: ['m'] }), meaning: 'residual' },
    τdot: {
      type: realScalar({ over: ['m'], velocity: 'τddot' }),
      meaning: 'velocity of the drive τ_j, which starts from 0',
      latex: '\\dot\\tau',
    },
    τddot: { type: realScalar({ over: ['m'] }), meaning: 'time derivative of τdot_j', latex: '\\ddot\\tau' },
    e: { type: realScalar({ over: ['m'], velocity: 'edot' }), meaning: 'exp(τ_j)' },
    edot: { type: realScalar({ over: ['m'] }), meaning: 'time derivative of e_j', latex: '\\dot e' },
    f: { type: realScalar({ over: ['m'], velocity: 'fdot' }), meaning: 'exp(-τ_j)' },
    fdot: { type: realScalar({ over: ['m'] }), meaning: 'time derivative of f_j', latex: '\\dot f' },
    ε: { type: realScalar({ constant: true }), meaning: 'a lower bound of e_j and f_j', latex: '\\varepsilon' },
    R: {
      type: hermitian('m'),
      meaning: 'diagonal matrix of the residuals',
      stands: { at: [], for: 'sum_j(r_j unit_j unit_j†)' },
    },
    T: {
      type: hermitian('m'),
      meaning: 'diagonal matrix of the velocities of τ',
      stands: { at: [], for: 'sum_j(τdot_j unit_j unit_j†)' },
    },
    ...whole('E', 'diagonal matrix of the exp(τ_j)', 'sum_j(e_j unit_j unit_j†)'),
    ...whole('F', 'its inverse', 'sum_j(f_j unit_j unit_j†)'),
    C0: { type: hermitian('m', { constant: true }), meaning: 'V†M(0)V/γ', latex: 'C_0' },
    ...whole('X', 'numerator', 'E (I_m + C0) - F (I_m - C0)'),
    ...whole('Y', 'denominator', 'E (I_m + C0) + F (I_m - C0)'),
    Yinv: { type: matrix('m', 'm', { velocity: 'Yinvdot' }), meaning: 'inverse of Y', latex: 'Y^{-1}' },
    Yinvdot: { type: matrix('m', 'm'), meaning: 'its time derivative', latex: '\\dot{Y^{-1}}' },
    ...whole('S', 'V†MV/γ by the closed form', 'X Yinv'),
    ŷ: {
      type: realScalar({ over: ['m'], velocity: 'ŷdot' }),
      meaning: 'prediction',
      latex: '\\hat y',
      stands: { at: ['j'], for: 'γ Re(unit_j† S unit_j)' },
    },
    ŷdot: {
      type: realScalar({ over: ['m'] }),
      meaning: 'time derivative of the prediction',
      latex: '\\dot{\\hat y}',
      stands: { at: ['j'], for: 'γ Re(unit_j† Sdot unit_j)' },
    },
    Kasym: {
      type: realScalar({ over: ['m', 'm'] }),
      meaning: 'asymptotic kernel (7), as riccati-kernel gives it for G = I',
      latex: 'K_{\\mathrm{asym}}',
      stands: { at: ['j', 'k'], for: '2 γ^2 (delta_jk - Re(unit_j† S unit_k unit_k† S unit_j))' },
    },
    Φ: { type: realScalar({ velocity: 'Φdot' }), meaning: 'γ ln |det Y|', latex: '\\Phi' },
    Φdot: {
      type: realScalar({ velocity: 'Φddot' }),
      meaning: 'its time derivative, by Jacobi’s formula',
      latex: '\\dot\\Phi',
      stands: { at: [], for: 'sum_j(τdot_j ŷ_j)' },
    },
    Φddot: {
      type: realScalar(),
      meaning: 'its second time derivative',
      latex: '\\ddot\\Phi',
      stands: { at: [], for: 'sum_j(τddot_j ŷ_j + τdot_j ŷdot_j)' },
    },
  },
});

export const definingClosed = (...names: string[]) => definitionsOf(closedForm, ...names);

export const orthonormal = {
  exponential: assume(closedForm, 'e_j = exp(τ_j) and f_j = exp(-τ_j)', 'edot_j = τdot_j e_j', 'fdot_j = -τdot_j f_j'),
  reciprocal: assume(closedForm, 'f_j is the reciprocal of e_j', 'e_j f_j = 1'),
  flow: assume(closedForm, 'the residuals drive: dτ_j/dt = 2γ r_j', 'τdot_j = 2 γ r_j'),
  start: assume(closedForm, 'the time is 0: τ_j = 0', 'E = I_m', 'F = I_m'),
  inverse: assume(
    closedForm,
    'Y has the inverse Yinv, which moves as inverses do',
    'Y Yinv = I_m',
    'Yinv Y = I_m',
    'Yinvdot = -Yinv Ydot Yinv',
  ),
  contraction: assume(closedForm, 'C0 comes from a measurement ±γ: its eigenvalues lie in [-1, 1]', 'I_m >= C0 C0'),
  bounded: assume(closedForm, 'ε bounds e_j and f_j from below', 'E E >= ε^2 I_m', 'F F >= ε^2 I_m', '1 >= ε^2'),
  straight: assume(closedForm, 'τ moves along a straight line', 'τddot_j = 0'),
  range: assume(closedForm, 'the output range is positive', 'γ >= 0'),
} as const;
