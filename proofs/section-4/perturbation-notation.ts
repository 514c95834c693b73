/** The symbols of Kpert, Eq. (8): commutators with m inputs, and a perturbation Δ on two factors, D×D with D = d². */
import { type ClaimTheory, definitionsOf, hermitian, matrix, realScalar, theory } from '../../src/index.js';

export const perturbation: ClaimTheory = theory({
  name: 'perturbation',
  sizes: { d: 'dimension', D: 'square of the dimension', m: 'number of samples' },
  squares: { D: 'd' },
  indices: { i: 'm', j: 'm' },
  symbols: {
    M: { type: hermitian('d'), meaning: 'parameterised measurement' },
    γ: { type: realScalar(), meaning: 'a bound on the norm of M, not 0', latex: '\\gamma' },
    ρ: { type: hermitian('d', { over: ['m'] }), meaning: 'input state (density matrix)', latex: '\\rho' },
    F: { type: matrix('d', 'd', { over: ['m'] }), meaning: 'a matrix with ρ_j = F_j F_j†' },
    Δ: { type: hermitian('D'), meaning: 'Y(θ) - Y*', latex: '\\Delta' },
    δ: { type: realScalar(), meaning: 'a bound on the norm of Δ', latex: '\\delta' },
    x: { type: realScalar({ over: ['m'] }), meaning: 'any real vector' },
    Kpert: {
      type: realScalar({ over: ['m', 'm'] }),
      meaning: 'perturbation, Eq. (8)',
      latex: 'K_{\\mathrm{pert}}',
      stands: { at: ['i', 'j'], for: 'tr((i[M, ρ_i] ⊗ i[M, ρ_j]) Δ)' },
    },
  },
});

export const definingPerturbation = (...names: string[]) => definitionsOf(perturbation, ...names);
