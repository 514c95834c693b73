import { residualDecompositionLaw } from '../../property-tests/residual-decomposition.law.js';
import { chain, claim, rewriting } from '../../src/index.js';
import { decompositionModels } from '../appendix-b/decomposition-models.js';
import { decompositionWitness } from '../appendix-b/decomposition-witness.js';
import { pair } from '../appendix-b/hypotheses.js';
import { definingPair, overparameterised } from '../appendix-b/notation.js';
import { FAST_TURN } from '../models/training-witness.js';

const finite = decompositionModels('gradient');
const BRACKETS = '(i[M, ρ_i] ⊗ i[M, ρ_j])';
/** Δ written out, since a partial trace has a normal form only where no letter acts on both factors. */
const DEVIATION = '(1/(p Z) sum_l(H_l ⊗ H_l) - swap_D + 1/d I_D)';
const LIMIT = 'sum_j(r_j [M, [M, ρ_j]])';
const REST = `sum_j(r_j [M, tr_1(([M, ρ_j] ⊗ I) ${DEVIATION})])`;

/**
 * With η = m/(pZ) the tangent kernel is the asymptotic kernel plus the perturbation kernel, exactly and at every p.
 *
 * Z may be any number but zero and the generators any Hermitian matrices: that they are traceless, have one tr(H²) and
 * Z = tr(H²)/(d² - 1) only decides whether Y is near Y*. Nothing is said of the size of Kpert.
 */
export const residualDecomposition = claim({
  id: 'residual-decomposition',
  title: '(η/m) K = Kasym + Kpert, exactly at finite p',
  source: 'Lemma 4.1, (6)-(8), (48)-(50)',
  theory: overparameterised,
  statement: 'η/m K_ij = Kasym_ij + Kpert_ij',
  given: {
    rate: pair.rate,
    tangent: definingPair('K', 'a'),
    moment: definingPair('Y'),
    limit: definingPair('Ystar'),
    deviation: definingPair('Δ'),
    kernels: definingPair('Kasym', 'Kpert'),
  },
  proof: chain('η/m K_ij')
    .equals(
      '1/(p Z) sum_l(tr(i[M, ρ_i] H_l) tr(i[M, ρ_j] H_l))',
      rewriting('rate', 'tangent'),
      'η = m/(pZ), and K = Σ_l a_l a_lᵀ.',
    )
    .equals(`1/(p Z) sum_l(tr(${BRACKETS} (H_l ⊗ H_l)))`, rewriting(), 'tr A tr B = tr(A ⊗ B).')
    .equals(`tr(${BRACKETS} Y)`, rewriting('moment'), 'The sum over l is Y.')
    .equals(`tr(${BRACKETS} Ystar) + tr(${BRACKETS} Δ)`, rewriting('deviation'), 'Y = Y* + Δ.')
    .equals(
      `tr(i[M, ρ_i] i[M, ρ_j]) - 1/d tr(i[M, ρ_i]) tr(i[M, ρ_j]) + tr(${BRACKETS} Δ)`,
      rewriting('limit'),
      'tr((A ⊗ B) W) = tr(AB), and tr(A ⊗ B) = tr A tr B.',
    )
    .equals('Kasym_ij + Kpert_ij', rewriting('kernels'), 'A commutator has trace zero, so that I/d does not count.'),
  models: finite,
  laws: [residualDecompositionLaw],
  mutants: {
    'without 1/m': 'η K_ij = Kasym_ij + Kpert_ij',
    'the perturbation subtracted': 'η/m K_ij = Kasym_ij - Kpert_ij',
    'the asymptotic kernel alone': 'η/m K_ij = Kasym_ij',
    'half the asymptotic kernel': 'η/m K_ij = 1/2 Kasym_ij + Kpert_ij',
    'Y in place of Δ': `η/m K_ij = Kasym_ij + tr(${BRACKETS} Y)`,
  },
  breaksWithout: { rate: decompositionWitness('gradient', { η: '2' }) },
});

/** (55) and (56): the measurement follows the asymptotic flow, and a term that is linear in Δ. */
export const measurementDecomposition = claim({
  id: 'measurement-decomposition',
  title: 'dM/dt is the asymptotic flow plus a term linear in Δ',
  source: 'App. B.1, (43)-(56)',
  theory: overparameterised,
  statement: `Mdot = ${LIMIT} + ${REST}`,
  given: { ansatz: pair.ansatz, flow: pair.flow, rate: pair.rate, gradient: definingPair('g') },
  proof: chain('Mdot')
    .equals('sum_l(θdot_l i[H_l, M])', rewriting('flow', 'ansatz'), 'dM/dθ_l = i[H_l, M]. This is (43).')
    .equals(
      'η/m sum_l(sum_j(r_j tr(ρ_j i[H_l, M])) i[H_l, M])',
      rewriting('flow', 'gradient', 'ansatz'),
      'Gradient flow. This is (44), with -m ∇L = Σ_j r_j ρ_j.',
    )
    .equals(
      'sum_j(r_j [M, tr_1(([M, ρ_j] ⊗ I) 1/(p Z) sum_l(H_l ⊗ H_l))])',
      rewriting('rate', 'ansatz'),
      'tr(A H) H = tr₁((A ⊗ I)(H ⊗ H)), and η = m/(pZ). This is (48).',
    )
    .equals(`${LIMIT} + ${REST}`, rewriting(), 'tr₁((A ⊗ I) W) = A, and tr₁(A ⊗ I) = tr(A) I, which is 0.'),
  models: finite,
  mutants: {
    'opposite sign': `Mdot = -${LIMIT} - ${REST}`,
    'the asymptotic flow alone': `Mdot = ${LIMIT}`,
    'the rest alone': `Mdot = ${REST}`,
    'the rest subtracted': `Mdot = ${LIMIT} - ${REST}`,
    'traced over the other factor': `Mdot = ${LIMIT} + sum_j(r_j [M, tr_2(([M, ρ_j] ⊗ I) ${DEVIATION})])`,
  },
  breaksWithout: {
    ansatz: decompositionWitness('gradient', { dU: [FAST_TURN] }),
    flow: decompositionWitness('gradient', { θdot: ['-100'] }),
    rate: decompositionWitness('gradient', { η: '2' }),
  },
});

/** Lemma 4.1: on the clock with η = m/(pZ) the residuals obey dr/dt = -(Kasym + Kpert) r. */
export const decomposedResiduals = claim({
  id: 'lemma-4.1',
  title: 'dr/dt = -(Kasym + Kpert) r',
  source: 'Lemma 4.1, (6)-(8), (57)-(66)',
  theory: overparameterised,
  statement: 'rdot_i = -sum_j((Kasym_ij + Kpert_ij) r_j)',
  uses: ['measurement-decomposition'],
  given: {
    ansatz: pair.ansatz,
    flow: pair.flow,
    still: pair.still,
    rate: pair.rate,
    gradient: definingPair('g'),
    moments: definingPair('Y', 'Ystar', 'Δ'),
    kernels: definingPair('Kasym', 'Kpert'),
  },
  proof: chain('rdot_i')
    .equals(
      `-tr(ρ_i (${LIMIT} + ${REST}))`,
      rewriting('still', 'measurement-decomposition'),
      'The labels and inputs do not move. This is (57) and (58).',
    )
    .equals(
      `-sum_j(r_j (tr(i[M, ρ_i] i[M, ρ_j]) + tr((I ⊗ i[M, ρ_i]) (i[M, ρ_j] ⊗ I) ${DEVIATION})))`,
      rewriting(),
      'tr(ρ_i[M, A]) = -tr([M, ρ_i]A), and tr(B tr₁(X)) = tr((I ⊗ B) X). This is (61) and (64).',
    )
    .equals(
      '-sum_j((Kasym_ij + Kpert_ij) r_j)',
      rewriting('moments', 'kernels'),
      'Δ does not change when the two factors are exchanged. This is (66).',
    ),
  models: finite,
  mutants: {
    'opposite sign': 'rdot_i = sum_j((Kasym_ij + Kpert_ij) r_j)',
    'the asymptotic kernel alone': 'rdot_i = -sum_j(Kasym_ij r_j)',
    'the perturbation subtracted': 'rdot_i = -sum_j((Kasym_ij - Kpert_ij) r_j)',
    'diagonal kernels only': 'rdot_i = -(Kasym_ii + Kpert_ii) r_i',
  },
  breaksWithout: {
    ansatz: decompositionWitness('gradient', { dU: [FAST_TURN] }),
    flow: decompositionWitness('gradient', { θdot: ['-100'] }),
    still: decompositionWitness('gradient', { rdot: ['1'] }),
    rate: decompositionWitness('gradient', { η: '2' }),
  },
});
