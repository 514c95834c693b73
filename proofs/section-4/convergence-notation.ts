/** The symbols of Theorem 4.2: m residuals under an asymptotic kernel and a perturbation of it, on the clock of Lemma 4.1. */
import { type ClaimTheory, definitionsOf, hermitian, matrix, realScalar, theory } from '../../src/index.js';

const still = { constant: true };

export const convergence: ClaimTheory = theory({
  name: 'convergence',
  sizes: { m: 'number of samples' },
  indices: {},
  symbols: {
    R: { type: matrix('m', '1', { velocity: 'Rdot' }), meaning: 'residual vector', latex: 'r' },
    Rdot: { type: matrix('m', '1'), meaning: 'time derivative of the residual vector', latex: '\\dot r' },
    Kasym: { type: hermitian('m'), meaning: 'asymptotic kernel, Eq. (7)', latex: 'K_{\\mathrm{asym}}' },
    Kpert: { type: hermitian('m'), meaning: 'perturbation, Eq. (8)', latex: 'K_{\\mathrm{pert}}' },
    C0: { type: realScalar(still), meaning: 'a lower bound of the eigenvalues of Kasym at all times', latex: 'C_0' },
    κ: { type: realScalar(still), meaning: 'a bound on the norm of Kpert at all times', latex: '\\kappa' },
    γ: { type: realScalar(still), meaning: 'output range', latex: '\\gamma' },
    ε: { type: realScalar(still), meaning: 'max_k ‖S_k‖, small for many parameters', latex: '\\varepsilon' },
    h: { type: realScalar(still), meaning: 'norm of the generator' },
    v: { type: realScalar(still), meaning: 'speed of θ over √L, √2 m ‖H‖_F ‖M‖_F / Z' },
    s: { type: realScalar({ velocity: 'sdot' }), meaning: 'square root of the loss', latex: '\\sqrt L' },
    sdot: { type: realScalar(), meaning: 'time derivative of √L', latex: '\\dot{\\sqrt L}' },
    s0: { type: realScalar(still), meaning: 'square root of the loss at t = 0', latex: '\\sqrt{L_0}' },
    N: { type: realScalar({ velocity: 'Ndot' }), meaning: 'length of the path of θ in the 1-norm' },
    Ndot: { type: realScalar(), meaning: 'speed of θ in the 1-norm', latex: '\\dot N' },
    V: {
      type: realScalar({ velocity: 'Vdot' }),
      meaning: 'the way that is left to θ',
      stands: { at: [], for: '10/9 v/C0 (s0 - s) - N' },
    },
    Vdot: { type: realScalar(), meaning: 'time derivative of V', latex: '\\dot V' },
    L: { type: realScalar({ velocity: 'Ldot' }), meaning: 'loss', stands: { at: [], for: '1/2 1/m R† R' } },
    Ldot: { type: realScalar(), meaning: 'time derivative of the loss', latex: '\\dot L' },
  },
});

export const definingConvergence = (...names: string[]) => definitionsOf(convergence, ...names);
