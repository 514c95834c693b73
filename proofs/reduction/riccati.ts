/**
 * The asymptotic flow closes on m × m matrices, whatever the dimension: the overlaps G_ij = v_i†v_j stand, and the entries
 * C_ij = v_i†Mv_j obey a Riccati equation. `reducedFlow` integrates it.
 */
import { chain, claim, rewriting, witness } from '../../src/index.js';
import { reductionModels } from '../models/reduction-models.js';
import { DOWN, timesMatrix, UP, X, Z, ZERO } from '../witnesses.js';
import { definingReduction, reduced, reduction } from './notation.js';

const pauli = reductionModels('pauli');
const level = reductionModels('level');
const SIZES = { d: 2, m: 1 };
const PLUS = [['√2/2'], ['√2/2']];
const HALF = [
  ['1/2', '1/2'],
  ['1/2', '1/2'],
];
/** One qubit between the eigenvectors of σ_z; r = 1, and [M, [M, X]] = 2σ_x. */
const START = { M: Z, Mdot: timesMatrix('2', X), Π: UP, λ: '1', γ: '1', v: [PLUS], ρ: [HALF], y: ['1'] };

/** dC/dt = 2(γ²GRG - CRC), R the diagonal matrix of the residuals. */
export const riccati = claim({
  id: 'riccati-reduction',
  title: 'The asymptotic flow closes on m × m matrices: dC/dt = 2(γ² G R G - C R C)',
  source: 'beyond the paper; (10)',
  theory: reduction,
  statement: 'Cdot_ij = 2 sum_k(r_k (γ^2 G_ik G_kj - C_ik C_kj))',
  given: {
    flow: reduced.flow,
    pure: reduced.pure,
    pauli: reduced.pauli,
    pull: definingReduction('X'),
    parts: definingReduction('G', 'C', 'Cdot'),
  },
  proof: chain('Cdot_ij')
    .equals('v_i† [M, [M, X]] v_j', rewriting('parts', 'flow'), 'The inputs do not move.')
    .equals('2 γ^2 v_i† X v_j - 2 v_i† M X M v_j', rewriting('pauli'), 'M² = γ²I.')
    .equals(
      '2 sum_k(r_k (γ^2 v_i† v_k v_k† v_j - v_i† M v_k v_k† M v_j))',
      rewriting('pull', 'pure'),
      'X = Σ r_k v_k v_k†.',
    )
    .equals('2 sum_k(r_k (γ^2 G_ik G_kj - C_ik C_kj))', rewriting('parts'), 'In the entries.'),
  models: pauli,
  mutants: {
    'plus CRC': 'Cdot_ij = 2 sum_k(r_k (γ^2 G_ik G_kj + C_ik C_kj))',
    'γ for γ²': 'Cdot_ij = 2 sum_k(r_k (γ G_ik G_kj - C_ik C_kj))',
    'indices in parallel': 'Cdot_ij = 2 sum_k(r_k (γ^2 G_ik G_jk - C_ik C_jk))',
  },
  breaksWithout: {
    flow: witness(reduction, SIZES, { ...START, Mdot: ZERO }),
    pure: witness(reduction, SIZES, { ...START, ρ: [UP], y: ['2'], Mdot: ZERO }),
    pauli: witness(reduction, SIZES, { ...START, M: UP, y: ['1'], Mdot: timesMatrix('1/4', X) }),
  },
});

/** The asymptotic kernel in the same entries; on the diagonal 2(γ² - ŷ²) for unit vectors, as for one sample. */
export const riccatiKernel = claim({
  id: 'riccati-kernel',
  title: 'Kasym_ij = 2(γ²|G_ij|² - |C_ij|²)',
  source: 'beyond the paper; (7)',
  theory: reduction,
  statement: 'Kasym_ij = 2 (γ^2 G_ij G_ji - C_ij C_ji)',
  given: {
    pure: reduced.pure,
    pauli: reduced.pauli,
    kernel: definingReduction('Kasym'),
    parts: definingReduction('G', 'C'),
  },
  proof: chain('Kasym_ij')
    .equals(
      'tr(M^2 ρ_i ρ_j) + tr(M^2 ρ_j ρ_i) - 2 tr(M ρ_i M ρ_j)',
      rewriting('kernel'),
      'Open both commutators; the trace is cyclic.',
    )
    .equals('2 γ^2 tr(ρ_i ρ_j) - 2 tr(M ρ_i M ρ_j)', rewriting('pauli'), 'M² = γ²I.')
    .equals('2 (γ^2 G_ij G_ji - C_ij C_ji)', rewriting('pure', 'parts'), 'ρ = vv†.'),
  models: pauli,
  mutants: {
    'plus |C|²': 'Kasym_ij = 2 (γ^2 G_ij G_ji + C_ij C_ji)',
    'γ for γ²': 'Kasym_ij = 2 (γ G_ij G_ji - C_ij C_ji)',
    'the overlap not squared': 'Kasym_ij = 2 (γ^2 G_ij - C_ij C_ji)',
  },
  breaksWithout: {
    pure: witness(reduction, SIZES, { ...START, ρ: [UP] }),
    pauli: witness(reduction, SIZES, { ...START, M: timesMatrix('2', Z) }),
  },
});

/** One level of any spectrum: P = V†ΠV moves by factors, dP/dt = P R (λG - C) + h.c.; the sum over the levels is the flow of C. */
export const riccatiLevel = claim({
  id: 'riccati-any-spectrum',
  title: 'Each level of any spectrum: dP/dt = P R (λ G - C) + h.c.',
  source: 'beyond the paper; (10)',
  theory: reduction,
  statement: 'Pdot_ij = sum_k(r_k (P_ik (λ G_kj - C_kj) + (λ G_ik - C_ik) P_kj))',
  given: {
    carried: reduced.carried,
    pure: reduced.pure,
    eigenspace: reduced.eigenspace,
    pull: definingReduction('X'),
    parts: definingReduction('G', 'C', 'P', 'Pdot'),
  },
  proof: chain('Pdot_ij')
    .equals('v_i† [Π, [M, X]] v_j', rewriting('parts', 'carried'), 'The inputs do not move.')
    .equals('v_i† Π X (λ v_j - M v_j) + (λ v_i† - v_i† M) X Π v_j', rewriting('eigenspace'), 'ΠM = MΠ = λΠ.')
    .equals(
      'sum_k(r_k (v_i† Π v_k (λ v_k† v_j - v_k† M v_j) + (λ v_i† v_k - v_i† M v_k) v_k† Π v_j))',
      rewriting('pull', 'pure'),
      'X = Σ r_k v_k v_k†.',
    )
    .equals('sum_k(r_k (P_ik (λ G_kj - C_kj) + (λ G_ik - C_ik) P_kj))', rewriting('parts'), 'In the entries.'),
  models: level,
  mutants: {
    'without its adjoint': 'Pdot_ij = 2 sum_k(r_k P_ik (λ G_kj - C_kj))',
    'plus C': 'Pdot_ij = sum_k(r_k (P_ik (λ G_kj + C_kj) + (λ G_ik + C_ik) P_kj))',
    'without λ': 'Pdot_ij = sum_k(r_k (P_ik (G_kj - C_kj) + (G_ik - C_ik) P_kj))',
  },
  breaksWithout: {
    carried: witness(reduction, SIZES, { ...START, Πdot: Z }),
    pure: witness(reduction, SIZES, { ...START, ρ: [UP], y: ['2'], Πdot: ZERO }),
    eigenspace: witness(reduction, SIZES, { ...START, Π: DOWN, λ: '1', Πdot: timesMatrix('-1', X) }),
  },
});

/** Along the flow the loss falls by the square of the commutator of M with the pull. */
export const riccatiLoss = claim({
  id: 'riccati-loss',
  title: 'dL/dt = -‖[M, X]‖_F²/m with X = Σ r_j ρ_j',
  source: 'beyond the paper; (10)',
  theory: reduction,
  statement: 'Ldot = -1/m tr([M, X]† [M, X])',
  given: { flow: reduced.flow, pull: definingReduction('X'), fall: definingReduction('Ldot') },
  proof: chain('Ldot')
    .equals('-1/m sum_j(r_j tr(ρ_j [M, [M, X]]))', rewriting('fall', 'flow'), 'dr/dt = -tr(ρ dM/dt).')
    .equals('-1/m tr(X [M, [M, X]])', rewriting('pull'), 'X = Σ r_j ρ_j.')
    .equals('-1/m tr([M, X]† [M, X])', rewriting(), 'tr(X[M, B]) = tr([X, M]B), and [X, M] = [M, X]†.'),
  models: level,
  mutants: {
    'opposite sign': 'Ldot = 1/m tr([M, X]† [M, X])',
    'without 1/m': 'Ldot = -tr([M, X]† [M, X])',
    'the pull itself': 'Ldot = -1/m tr(X X)',
  },
  breaksWithout: { flow: witness(reduction, SIZES, { ...START, Mdot: ZERO }) },
});
