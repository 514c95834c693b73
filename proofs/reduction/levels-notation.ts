/** The eigenspaces of M seen from the inputs, as matrices: the overlaps of the inputs in each of them. */
import { assume, type ClaimTheory, definitionsOf, hermitian, matrix, realScalar, theory } from '../../src/index.js';

const samples = {
  M: { type: hermitian('d'), meaning: 'measurement, γ included' },
  V: { type: matrix('d', 'm', { constant: true }), meaning: 'the inputs as columns' },
  R: { type: hermitian('m'), meaning: 'diagonal matrix of the residuals' },
  X: { type: hermitian('d'), meaning: 'pull of the samples', stands: { at: [], for: 'V R V†' } },
  G: { type: hermitian('m', { constant: true }), meaning: 'overlaps of the inputs', stands: { at: [], for: 'V† V' } },
} as const;

/** Any spectrum: one projector for every eigenvalue λ_a. */
export const levels: ClaimTheory = theory({
  name: 'levels',
  sizes: { d: 'dimension', m: 'number of samples', n: 'number of eigenvalues of M' },
  indices: { a: 'n' },
  symbols: {
    ...samples,
    Π: { type: hermitian('d', { over: ['n'] }), meaning: 'projector onto the eigenspace of λ_a', latex: '\\Pi' },
    Πdot: { type: hermitian('d', { over: ['n'] }), meaning: 'its time derivative', latex: '\\dot\\Pi' },
    λ: { type: realScalar({ over: ['n'], constant: true }), meaning: 'eigenvalue of M', latex: '\\lambda' },
    C: { type: hermitian('m'), meaning: 'entries of M between the inputs', stands: { at: [], for: 'V† M V' } },
    P: {
      type: hermitian('m', { over: ['n'], velocity: 'Pdot' }),
      meaning: 'overlaps of the inputs in the eigenspace of λ_a',
      stands: { at: ['a'], for: 'V† Π_a V' },
    },
    Pdot: {
      type: hermitian('m', { over: ['n'] }),
      meaning: 'its time derivative',
      latex: '\\dot P',
      stands: { at: ['a'], for: 'V† Πdot_a V' },
    },
    Pinv: { type: hermitian('m', { over: ['n'] }), meaning: 'inverse of P_a', latex: 'P^{-1}' },
    Ψ: {
      type: matrix('m', 'm', { over: ['n'], velocity: 'Ψdot' }),
      meaning: 'solution of dΨ/dt = -R(λ_a G - C)Ψ with Ψ(0) = I',
      latex: '\\Psi',
    },
    Ψdot: { type: matrix('m', 'm', { over: ['n'] }), meaning: 'its time derivative', latex: '\\dot\\Psi' },
  },
});

export const definingLevels = (...names: string[]) => definitionsOf(levels, ...names);

export const level = {
  carried: assume(levels, 'the flow (10) carries the eigenspaces with it', 'Πdot_a = [Π_a, [M, X]]'),
  eigenspace: assume(levels, 'Π_a belongs to the eigenvalue λ_a of M', 'Π_a M = λ_a Π_a', 'M Π_a = λ_a Π_a'),
  complete: assume(levels, 'the eigenspaces are all of them', 'G = sum_a(P_a)', 'C = sum_a(λ_a P_a)'),
  inverse: assume(levels, 'P_a has the inverse Pinv_a', 'Pinv_a P_a = I_m', 'P_a Pinv_a = I_m'),
  carrier: assume(levels, 'Ψ_a solves a linear equation', 'Ψdot_a = -R (λ_a G - C) Ψ_a'),
} as const;

/** Eigenvalues ±γ: P and N for the positive and the negative one. */
export const signs: ClaimTheory = theory({
  name: 'signs',
  sizes: { d: 'dimension', m: 'number of samples' },
  indices: {},
  symbols: {
    ...samples,
    γ: { type: realScalar({ constant: true }), meaning: 'output range', latex: '\\gamma' },
    'Π₊': { type: hermitian('d'), meaning: 'projector onto the eigenspace of γ', latex: '\\Pi_+' },
    'Π₋': { type: hermitian('d'), meaning: 'projector onto the eigenspace of -γ', latex: '\\Pi_-' },
    'Π₊dot': { type: hermitian('d'), meaning: 'time derivative of Π₊', latex: '\\dot\\Pi_+' },
    'Π₋dot': { type: hermitian('d'), meaning: 'time derivative of Π₋', latex: '\\dot\\Pi_-' },
    P: { type: hermitian('m'), meaning: 'overlaps of the Π₊v_j', stands: { at: [], for: 'V† Π₊ V' } },
    N: { type: hermitian('m'), meaning: 'overlaps of the Π₋v_j', stands: { at: [], for: 'V† Π₋ V' } },
    Pdot: {
      type: hermitian('m'),
      meaning: 'time derivative of P',
      latex: '\\dot P',
      stands: { at: [], for: 'V† Π₊dot V' },
    },
    Ndot: {
      type: hermitian('m'),
      meaning: 'time derivative of N',
      latex: '\\dot N',
      stands: { at: [], for: 'V† Π₋dot V' },
    },
    Pinv: { type: hermitian('m'), meaning: 'inverse of P', latex: 'P^{-1}' },
    Ninv: { type: hermitian('m'), meaning: 'inverse of N', latex: 'N^{-1}' },
  },
});

export const definingSigns = (...names: string[]) => definitionsOf(signs, ...names);

export const sign = {
  pauli: assume(signs, 'M = γ(Π₊ - Π₋) with complementary projectors', 'M = γ(Π₊ - Π₋)', 'Π₋ = I - Π₊', 'Π₊ Π₊ = Π₊'),
  carried: assume(
    signs,
    'the flow (10) carries the eigenspaces with it',
    'Π₊dot = [Π₊, [M, X]]',
    'Π₋dot = [Π₋, [M, X]]',
  ),
  positive: assume(signs, 'P has the inverse Pinv', 'Pinv P = I_m', 'P Pinv = I_m'),
  negative: assume(signs, 'N has the inverse Ninv', 'Ninv N = I_m', 'N Ninv = I_m'),
  orthonormal: assume(signs, 'the inputs are orthonormal', 'V† V = I_m'),
  traceless: assume(signs, 'as many eigenvalues are γ as -γ', 'tr(Π₊) = 1/2 d'),
  range: assume(signs, 'the output range is positive', 'γ >= 0'),
} as const;
