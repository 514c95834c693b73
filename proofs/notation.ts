/** The symbols of the paper, once: what they are, what the derived ones stand for, how they are set. */
import { type ClaimTheory, definitionsOf, hermitian, matrix, realScalar, theory } from '../src/index.js';
import { boundSymbols } from './appendix-c/bound-symbols.js';
import { minimaSymbols } from './appendix-c/minima-symbols.js';

/** A family of complex numbers. */
export const complexScalar = (over: readonly string[]) => ({ ...realScalar({ over }), real: false });

/** A QNN with m samples, p parameters and dimension d, at some θ during training by gradient flow or on another curve. */
export const qnn: ClaimTheory = theory({
  name: 'qnn',
  sizes: { d: 'dimension', m: 'number of samples', p: 'number of parameters' },
  indices: { i: 'm', j: 'm', l: 'p', q: 'p', e: 'd', f: 'd', o: 'd' },
  exponents: { k: 0, n: 1 },
  symbols: {
    M: { type: hermitian('d', { velocity: 'Mdot' }), meaning: 'parameterised measurement U†M0U' },
    Mdot: { type: hermitian('d'), meaning: 'time derivative of M', latex: '\\dot M' },
    M0: { type: hermitian('d', { constant: true }), meaning: 'measurement', latex: 'M_0' },
    U: { type: matrix('d', 'd'), meaning: 'the ansatz at θ' },
    A: { type: hermitian('d'), meaning: 'any Hermitian matrix' },
    dU: { type: matrix('d', 'd', { over: ['p'] }), meaning: 'derivative of U by θ_l', latex: '\\partial U' },
    dM: { type: hermitian('d', { over: ['p'] }), meaning: 'derivative of M by θ_l', latex: '\\partial M' },
    H: { type: hermitian('d', { over: ['p'] }), meaning: 'generator seen from the input side, Lemma 3.1' },
    h: { type: realScalar({ over: ['p'], constant: true }), meaning: 'operator norm of the generator H_l' },
    ρ: {
      type: hermitian('d', { over: ['m'], constant: true }),
      meaning: 'input state (density matrix)',
      latex: '\\rho',
    },
    v: { type: matrix('d', '1', { over: ['m'], constant: true }), meaning: 'input state vector' },
    F: { type: matrix('d', 'd', { over: ['m'], constant: true }), meaning: 'a matrix with ρ_j = F_j F_j†' },
    γ: { type: realScalar({ constant: true }), meaning: 'output range', latex: '\\gamma' },
    α: { type: realScalar({ constant: true }), meaning: 'lower end of the range of M', latex: '\\alpha' },
    β: { type: realScalar({ constant: true }), meaning: 'upper end of the range of M', latex: '\\beta' },
    ε: { type: realScalar({ over: ['m'], constant: true }), meaning: 'sign of the label', latex: '\\varepsilon' },
    η: { type: realScalar({ constant: true }), meaning: 'learning rate', latex: '\\eta' },
    'Π₊': { type: hermitian('d'), meaning: 'projector onto the positive eigenspace of M', latex: '\\Pi_+' },
    'Π₋': { type: hermitian('d'), meaning: 'projector onto the negative eigenspace of M', latex: '\\Pi_-' },
    y: { type: realScalar({ over: ['m'], constant: true }), meaning: 'label' },
    x: { type: realScalar({ over: ['m'] }), meaning: 'any real vector' },
    θdot: { type: realScalar({ over: ['p'] }), meaning: 'time derivative of θ_l', latex: '\\dot\\theta' },
    ŷ: {
      type: realScalar({ over: ['m'] }),
      meaning: 'prediction',
      latex: '\\hat y',
      stands: { at: ['j'], for: 'tr(ρ_j M)' },
    },
    r: {
      type: realScalar({ over: ['m'], velocity: 'rdot' }),
      meaning: 'residual',
      stands: { at: ['j'], for: 'y_j - ŷ_j' },
    },
    rdot: { type: realScalar({ over: ['m'] }), meaning: 'time derivative of r_j', latex: '\\dot r' },
    g: {
      type: realScalar({ over: ['p'] }),
      meaning: 'derivative of the loss by θ_l',
      latex: '\\partial L',
      stands: { at: ['l'], for: '-1/m sum_j(r_j tr(ρ_j dM_l))' },
    },
    L: { type: realScalar({ velocity: 'Ldot' }), meaning: 'loss', stands: { at: [], for: '1/2 1/m sum_j(r_j^2)' } },
    Ldot: { type: realScalar(), meaning: 'time derivative of the loss', latex: '\\dot L' },
    s: { type: realScalar({ velocity: 'sdot' }), meaning: 'root mean square of the residuals' },
    sdot: { type: realScalar(), meaning: 'time derivative of s', latex: '\\dot s' },
    σ: { type: realScalar({ velocity: 'σdot' }), meaning: 'sin ψ, where L = 2 sin⁴ψ', latex: '\\sigma' },
    σdot: { type: realScalar(), meaning: 'time derivative of σ', latex: '\\dot\\sigma' },
    c: { type: realScalar({ velocity: 'cdot' }), meaning: 'cos ψ, where L = 2 sin⁴ψ' },
    cdot: { type: realScalar(), meaning: 'time derivative of c', latex: '\\dot c' },
    ψdot: { type: realScalar(), meaning: 'time derivative of the angle ψ', latex: '\\dot\\psi' },
    ζ: { type: realScalar(), meaning: 'reciprocal of σc', latex: '\\zeta' },
    G: { type: realScalar({ over: ['p'], constant: true }), meaning: '∂L/∂θ_l where the step starts' },
    D: { type: realScalar({ velocity: 'Ddot' }), meaning: 'sin(ψ - ψ0), where a step starts at the angle ψ0' },
    Ddot: { type: realScalar(), meaning: 'time derivative of D', latex: '\\dot D' },
    Z: { type: realScalar({ constant: true }), meaning: 'scale of the generators, tr(H²)/(d² - 1)' },
    μ: { type: realScalar({ constant: true }), meaning: 'Frobenius norm of the measurement', latex: '\\mu' },
    κ: { type: realScalar({ constant: true }), meaning: 'Frobenius norm of each generator', latex: '\\kappa' },
    λ: { type: realScalar({ constant: true }), meaning: 'root of the loss at t = 0', latex: '\\lambda' },
    ω: { type: realScalar({ over: ['p'], constant: true }), meaning: 'weight of θ_l in τ', latex: '\\omega' },
    τ: { type: realScalar({ velocity: 'τdot' }), meaning: 'a component of θ, Σ_l ω_l θ_l', latex: '\\tau' },
    τdot: { type: realScalar(), meaning: 'time derivative of τ', latex: '\\dot\\tau' },
    ν: { type: realScalar({ constant: true }), meaning: 'rate at which the loss falls, a in Lemma B.3', latex: '\\nu' },
    E: { type: realScalar({ velocity: 'Edot' }), meaning: 'exp(-νt/2)' },
    Edot: { type: realScalar(), meaning: 'time derivative of E', latex: '\\dot E' },
    W: {
      type: realScalar({ velocity: 'Wdot' }),
      meaning: 'τ less what it has left to fall',
      stands: { at: [], for: 'τ - 2/ν √2 m/(p Z) μ κ λ E' },
    },
    Wdot: { type: realScalar(), meaning: 'time derivative of W', latex: '\\dot W' },
    σ0: { type: realScalar({ constant: true }), meaning: 'σ where the step starts', latex: '\\sigma_0' },
    c0: { type: realScalar({ constant: true }), meaning: 'c where the step starts', latex: 'c_0' },
    u: { type: matrix('d', '1', { over: ['m'] }), meaning: 'Π₊ v_j', stands: { at: ['j'], for: 'Π₊ v_j' } },
    w: { type: matrix('d', '1', { over: ['m'] }), meaning: 'Π₋ v_j', stands: { at: ['j'], for: 'Π₋ v_j' } },
    P: {
      type: complexScalar(['m', 'm']),
      meaning: 'Gram matrix of the u_j',
      stands: { at: ['i', 'j'], for: 'u_i† u_j' },
    },
    N: {
      type: complexScalar(['m', 'm']),
      meaning: 'Gram matrix of the w_j',
      stands: { at: ['i', 'j'], for: 'w_i† w_j' },
    },
    a: {
      type: realScalar({ over: ['m', 'p'] }),
      meaning: 'derivative of ŷ_j by θ_l (row of the Jacobian)',
      stands: { at: ['j', 'l'], for: 'tr(i[M, ρ_j] H_l)' },
    },
    K: {
      type: realScalar({ over: ['m', 'm'] }),
      meaning: 'tangent kernel, Eq. (4)',
      stands: { at: ['i', 'j'], for: 'sum_l(a_il a_jl)' },
    },
    Kasym: {
      type: realScalar({ over: ['m', 'm'] }),
      meaning: 'asymptotic kernel, Eq. (7)',
      latex: 'K_{\\mathrm{asym}}',
      stands: { at: ['i', 'j'], for: 'tr(i[M, ρ_i] i[M, ρ_j])' },
    },
    ...boundSymbols,
    ...minimaSymbols,
  },
});

/** One training sample in the limit of infinitely many parameters, on the clock of Lemma 4.1. */
export const oneSample: ClaimTheory = theory({
  name: 'one-sample',
  sizes: { d: 'dimension' },
  indices: {},
  symbols: {
    M: { type: hermitian('d', { velocity: 'Mdot' }), meaning: 'parameterised measurement, γ included' },
    Mdot: { type: hermitian('d'), meaning: 'time derivative of M', latex: '\\dot M' },
    ρ: { type: hermitian('d', { constant: true }), meaning: 'input state (density matrix)', latex: '\\rho' },
    v: { type: matrix('d', '1', { constant: true }), meaning: 'input state vector' },
    γ: { type: realScalar({ constant: true }), meaning: 'output range', latex: '\\gamma' },
    y: { type: realScalar({ constant: true }), meaning: 'label' },
    B: { type: realScalar({ constant: true }), meaning: 'max(1, ŷ(0)²)' },
    ŷ: {
      type: realScalar({ velocity: 'ŷdot' }),
      meaning: 'prediction',
      latex: '\\hat y',
      stands: { at: [], for: 'tr(ρ M)' },
    },
    ŷdot: { type: realScalar(), meaning: 'time derivative of ŷ', latex: '\\dot{\\hat y}' },
    ŷ0: { type: realScalar({ constant: true }), meaning: 'prediction at t = 0', latex: '\\hat y_0' },
    t: { type: realScalar({ constant: true }), meaning: 'the time at which things are looked at' },
    T: { type: realScalar({ constant: true }), meaning: 'root of 8γ²t' },
    u: { type: realScalar({ velocity: 'udot' }), meaning: 'cot(θ/2), where ŷ = y cos θ' },
    udot: { type: realScalar(), meaning: 'time derivative of u', latex: '\\dot u' },
    u0: { type: realScalar({ constant: true }), meaning: 'u at t = 0', latex: 'u_0' },
    S: {
      type: realScalar({ velocity: 'Sdot' }),
      meaning: 'square of u + 1/u0',
      stands: { at: [], for: '(u + 1/u0)^2' },
    },
    Sdot: { type: realScalar(), meaning: 'time derivative of S', latex: '\\dot S' },
    r: { type: realScalar(), meaning: 'residual', stands: { at: [], for: 'y - ŷ' } },
    k: { type: realScalar(), meaning: 'asymptotic kernel of one sample', stands: { at: [], for: '-tr([M, ρ]^2)' } },
    L: { type: realScalar({ velocity: 'Ldot' }), meaning: 'loss', stands: { at: [], for: '1/2 r^2' } },
    Ldot: { type: realScalar(), meaning: 'time derivative of the loss', latex: '\\dot L' },
  },
});

/** Kernel regression on m samples: a residual vector R and a constant kernel matrix K. */
export const regression: ClaimTheory = theory({
  name: 'regression',
  sizes: { m: 'number of samples' },
  indices: {},
  symbols: {
    R: { type: matrix('m', '1', { velocity: 'Rdot' }), meaning: 'residual vector', latex: 'r' },
    Rdot: { type: matrix('m', '1'), meaning: 'time derivative of the residual vector', latex: '\\dot r' },
    K: { type: hermitian('m', { constant: true }), meaning: 'kernel matrix' },
    λ: { type: realScalar({ constant: true }), meaning: 'a lower bound of the eigenvalues of K', latex: '\\lambda' },
    η: { type: realScalar({ constant: true }), meaning: 'learning rate', latex: '\\eta' },
    L: { type: realScalar({ velocity: 'Ldot' }), meaning: 'loss', stands: { at: [], for: '1/2 1/m R† R' } },
    Ldot: { type: realScalar(), meaning: 'time derivative of the loss', latex: '\\dot L' },
  },
});

const component = (meaning: string) => ({ type: realScalar({ constant: true }), meaning });

/** Dimension two in the eigenbasis of M, where everything can be written out entry by entry. */
export const qubit: ClaimTheory = theory({
  name: 'qubit',
  sizes: { d: 'dimension' },
  indices: {},
  symbols: {
    M: { type: hermitian('d'), meaning: 'measurement γσ_z, in its eigenbasis' },
    ρ: { type: hermitian('d'), meaning: 'input state', latex: '\\rho' },
    σ: { type: hermitian('d'), meaning: 'second input state', latex: '\\sigma' },
    v: { type: matrix('d', '1'), meaning: 'vector with ρ = vv†' },
    w: { type: matrix('d', '1'), meaning: 'vector with σ = ww†' },
    'Π₊': { type: hermitian('d'), meaning: 'projector onto the positive eigenspace of M', latex: '\\Pi_+' },
    'Π₋': { type: hermitian('d'), meaning: 'projector onto the negative eigenspace of M', latex: '\\Pi_-' },
    'e₊': { type: matrix('d', '1'), meaning: 'eigenvector of M to +γ', latex: 'e_+' },
    'e₋': { type: matrix('d', '1'), meaning: 'eigenvector of M to -γ', latex: 'e_-' },
    γ: { type: realScalar({ constant: true }), meaning: 'output range', latex: '\\gamma' },
    x: component('first Bloch coordinate of ρ'),
    y: component('second Bloch coordinate of ρ'),
    z: component('third Bloch coordinate of ρ'),
    a: component('real part of the first entry of v'),
    b: component('imaginary part of the first entry of v'),
    c: component('real part of the second entry of v'),
    e: component('imaginary part of the second entry of v'),
    f: component('real part of the first entry of w'),
    g: component('imaginary part of the first entry of w'),
    h: component('real part of the second entry of w'),
    k: component('imaginary part of the second entry of w'),
  },
});

export const defining = (...names: string[]) => definitionsOf(qnn, ...names);
export const definingOne = (...names: string[]) => definitionsOf(oneSample, ...names);
