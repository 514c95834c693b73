/** The asymptotic flow seen from the inputs: their overlaps, and the entries of M between them. */

import { assume, type ClaimTheory, definitionsOf, hermitian, matrix, realScalar, theory } from '../../src/index.js';
import { complexScalar } from '../notation.js';

const entries = (meaning: string, written: string, latex?: string) => ({
  type: complexScalar(['m', 'm']),
  meaning,
  ...(latex === undefined ? {} : { latex }),
  stands: { at: ['i', 'j'], for: written },
});

export const reduction: ClaimTheory = theory({
  name: 'reduction',
  sizes: { d: 'dimension', m: 'number of samples' },
  indices: { i: 'm', j: 'm', k: 'm' },
  symbols: {
    M: { type: hermitian('d', { velocity: 'Mdot' }), meaning: 'measurement, γ included' },
    Mdot: { type: hermitian('d'), meaning: 'time derivative of M', latex: '\\dot M' },
    Π: { type: hermitian('d', { velocity: 'Πdot' }), meaning: 'projector onto an eigenspace of M', latex: '\\Pi' },
    Πdot: { type: hermitian('d'), meaning: 'time derivative of Π', latex: '\\dot\\Pi' },
    λ: { type: realScalar({ constant: true }), meaning: 'the eigenvalue of that eigenspace', latex: '\\lambda' },
    γ: { type: realScalar({ constant: true }), meaning: 'output range', latex: '\\gamma' },
    v: { type: matrix('d', '1', { over: ['m'], constant: true }), meaning: 'input state vector' },
    ρ: { type: hermitian('d', { over: ['m'], constant: true }), meaning: 'input state', latex: '\\rho' },
    y: { type: realScalar({ over: ['m'], constant: true }), meaning: 'label' },
    r: { type: realScalar({ over: ['m'] }), meaning: 'residual', stands: { at: ['j'], for: 'y_j - tr(ρ_j M)' } },
    X: { type: hermitian('d'), meaning: 'pull of the samples', stands: { at: [], for: 'sum_j(r_j ρ_j)' } },
    L: { type: realScalar({ velocity: 'Ldot' }), meaning: 'loss', stands: { at: [], for: '1/2 1/m sum_j(r_j^2)' } },
    Ldot: {
      type: realScalar(),
      meaning: 'time derivative of the loss',
      latex: '\\dot L',
      stands: { at: [], for: '-1/m sum_j(r_j tr(ρ_j Mdot))' },
    },
    G: entries('overlap of two inputs', 'v_i† v_j'),
    C: entries('entry of M between two inputs', 'v_i† M v_j'),
    Cdot: entries('its time derivative', 'v_i† Mdot v_j', '\\dot C'),
    P: entries('entry of Π between two inputs', 'v_i† Π v_j'),
    Pdot: entries('its time derivative', 'v_i† Πdot v_j', '\\dot P'),
    Kasym: {
      type: realScalar({ over: ['m', 'm'] }),
      meaning: 'asymptotic kernel, Eq. (7)',
      latex: 'K_{\\mathrm{asym}}',
      stands: { at: ['i', 'j'], for: 'tr(i[M, ρ_i] i[M, ρ_j])' },
    },
  },
});

export const definingReduction = (...names: string[]) => definitionsOf(reduction, ...names);

export const reduced = {
  pure: assume(reduction, 'the inputs are pure states ρ_j = v_j v_j†', 'ρ_j = v_j v_j†'),
  flow: assume(reduction, 'the asymptotic flow (10)', 'Mdot = [M, [M, X]]'),
  pauli: assume(reduction, 'M is Pauli-like, with eigenvalues ±γ', 'M^2 = γ^2 I'),
  eigenspace: assume(reduction, 'Π belongs to the eigenvalue λ of M', 'Π M = λ Π', 'M Π = λ Π'),
  carried: assume(reduction, 'the flow carries the eigenspaces with it', 'Πdot = [Π, [M, X]]'),
} as const;
