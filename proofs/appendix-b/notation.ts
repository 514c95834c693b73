/** The symbols of Section 4 and Appendix B, where operators act on pairs of states: D = d². */
import { type ClaimTheory, definitionsOf, hermitian, matrix, realScalar, theory } from '../../src/index.js';

/** A QNN as in Lemma 4.1, at finite p or in the limit of many parameters, on the clock on which η = m/(pZ). */
export const overparameterised: ClaimTheory = theory({
  name: 'overparameterised',
  sizes: { d: 'dimension', D: 'its square', m: 'number of samples', p: 'number of parameters' },
  squares: { D: 'd' },
  indices: { i: 'm', j: 'm', l: 'p' },
  exponents: { n: 1 },
  symbols: {
    M: { type: hermitian('d', { velocity: 'Mdot' }), meaning: 'parameterised measurement U†M0U' },
    Mdot: { type: hermitian('d'), meaning: 'time derivative of M', latex: '\\dot M' },
    M0: { type: hermitian('d', { constant: true }), meaning: 'measurement', latex: 'M_0' },
    U: { type: matrix('d', 'd'), meaning: 'the ansatz at θ' },
    dU: { type: matrix('d', 'd', { over: ['p'] }), meaning: 'derivative of U by θ_l', latex: '\\partial U' },
    dM: { type: hermitian('d', { over: ['p'] }), meaning: 'derivative of M by θ_l', latex: '\\partial M' },
    H: { type: hermitian('d', { over: ['p'] }), meaning: 'generator seen from the input side, Lemma 3.1' },
    ρ: {
      type: hermitian('d', { over: ['m'], constant: true }),
      meaning: 'input state (density matrix)',
      latex: '\\rho',
    },
    η: { type: realScalar({ constant: true }), meaning: 'learning rate', latex: '\\eta' },
    Z: { type: realScalar({ constant: true }), meaning: 'scale of the generators, tr(H²)/(d² - 1)' },
    y: { type: realScalar({ over: ['m'], constant: true }), meaning: 'label' },
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
    a: {
      type: realScalar({ over: ['m', 'p'] }),
      meaning: 'derivative of ŷ_j by θ_l',
      stands: { at: ['j', 'l'], for: 'tr(i[M, ρ_j] H_l)' },
    },
    K: {
      type: realScalar({ over: ['m', 'm'] }),
      meaning: 'tangent kernel, Eq. (4)',
      stands: { at: ['i', 'j'], for: 'sum_l(a_il a_jl)' },
    },
    Y: {
      type: hermitian('D'),
      meaning: 'second moment of the generators, before (48)',
      stands: { at: [], for: '1/(p Z) sum_l(H_l ⊗ H_l)' },
    },
    Ystar: {
      type: hermitian('D', { constant: true }),
      meaning: 'its limit, before (48)',
      latex: 'Y^\\star',
      stands: { at: [], for: 'swap_D - 1/d I_D' },
    },
    Δ: {
      type: hermitian('D'),
      meaning: 'deviation of the second moment from its limit',
      latex: '\\Delta',
      stands: { at: [], for: 'Y - Ystar' },
    },
    Kasym: {
      type: realScalar({ over: ['m', 'm'] }),
      meaning: 'asymptotic kernel, Eq. (7)',
      latex: 'K_{\\mathrm{asym}}',
      stands: { at: ['i', 'j'], for: 'tr(i[M, ρ_i] i[M, ρ_j])' },
    },
    Kpert: {
      type: realScalar({ over: ['m', 'm'] }),
      meaning: 'perturbation kernel, Eq. (8)',
      latex: 'K_{\\mathrm{pert}}',
      stands: { at: ['i', 'j'], for: 'tr((i[M, ρ_i] ⊗ i[M, ρ_j]) Δ)' },
    },
  },
});

/** A Hermitian H turned by unitaries V_1, ..., V_n, and the average of its tensor squares. */
export const secondMoment: ClaimTheory = theory({
  name: 'second-moment',
  sizes: { d: 'dimension', D: 'its square', n: 'number of unitaries' },
  squares: { D: 'd' },
  indices: { q: 'n' },
  symbols: {
    H: { type: hermitian('d', { constant: true }), meaning: 'generator' },
    V: { type: matrix('d', 'd', { over: ['n'], constant: true }), meaning: 'unitary' },
    T: {
      type: hermitian('D', { constant: true }),
      meaning: 'second moment, the average of (VHV†)⊗(VHV†)',
      stands: { at: [], for: '1/n sum_q((V_q H V_q†) ⊗ (V_q H V_q†))' },
    },
    a: { type: realScalar({ constant: true }), meaning: 'coefficient of the identity in T' },
    b: { type: realScalar({ constant: true }), meaning: 'coefficient of the swap in T' },
    h: { type: realScalar({ constant: true }), meaning: 'operator norm of H' },
    Z: { type: realScalar({ constant: true }), meaning: 'scale of the generator, Lemma 4.1' },
    Ystar: {
      type: hermitian('D', { constant: true }),
      meaning: 'second moment of a traceless generator with Z = 1',
      latex: 'Y^\\star',
      stands: { at: [], for: 'swap_D - 1/d I_D' },
    },
  },
});

export const definingPair = (...names: string[]) => definitionsOf(overparameterised, ...names);
export const definingMoment = (...names: string[]) => definitionsOf(secondMoment, ...names);
