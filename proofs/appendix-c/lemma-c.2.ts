import { gramDefinitionsLaw } from '../../property-tests/denotation.law.js';
import { hadamardFormLaw } from '../../property-tests/hadamard-form.law.js';
import { chain, claim, rewriting, witness } from '../../src/index.js';
import { given } from '../hypotheses.js';
import { qnnModels } from '../models/qnn-models.js';
import { defining, qnn } from '../notation.js';
import { DOWN, KET_PLUS, PLUS, timesMatrix, UP, Z } from '../witnesses.js';

const scaled = qnnModels({ pure: true, measurement: 'scaled', labels: 'signs', root: false });
const SIZES = { d: 2, m: 1, p: 1 };
const balanced = { M: Z, γ: '1', 'Π₊': UP, 'Π₋': DOWN, v: [KET_PLUS], ρ: [PLUS] };

/** The entries of the asymptotic kernel for pure inputs and eigenvalues ±γ. The trace of M is not used. */
export const kernelEntries = claim({
  id: 'lemma-c.2-entries',
  title: 'Kasym_ij = 8γ² Re(u_j†u_i w_i†w_j)',
  source: 'Lemma C.2, (101), (103)-(110)',
  theory: qnn,
  statement: 'Kasym_ij = 8 γ^2 Re(u_j† u_i w_i† w_j)',
  given: {
    pure: given.pure,
    scaledPauli: given.scaledPauli,
    parts: defining('u', 'w'),
    kernel: defining('Kasym'),
  },
  proof: chain('Kasym_ij')
    .equals(
      'tr(M^2 ρ_i ρ_j) + tr(M^2 ρ_j ρ_i) - 2 tr(M ρ_i M ρ_j)',
      rewriting('kernel'),
      'Open both commutators; the trace is cyclic. This is (104).',
    )
    .equals(
      '2 γ^2 (tr(ρ_i ρ_j) - tr((Π₊ - Π₋) ρ_i (Π₊ - Π₋) ρ_j))',
      rewriting('scaledPauli'),
      'M² = γ²I and M = γ(Π₊ - Π₋). This is (105).',
    )
    .equals(
      '2 γ^2 ((u_i† u_j + w_i† w_j) (u_j† u_i + w_j† w_i) - (u_i† u_j - w_i† w_j) (u_j† u_i - w_j† w_i))',
      rewriting('pure', 'scaledPauli', 'parts'),
      'ρ = vv† and v = u + w. This is (108).',
    )
    .equals('8 γ^2 Re(u_j† u_i w_i† w_j)', rewriting(), 'Only the mixed terms remain. This is (110).'),
  models: scaled,
  laws: [hadamardFormLaw],
  mutants: {
    'factor 4': 'Kasym_ij = 4 γ^2 Re(u_j† u_i w_i† w_j)',
    'without the real part of the product': 'Kasym_ij = 8 γ^2 Re(u_j† u_i) Re(w_i† w_j)',
    'indices in parallel': 'Kasym_ij = 8 γ^2 Re(u_i† u_j w_i† w_j)',
    'opposite sign': 'Kasym_ij = -8 γ^2 Re(u_j† u_i w_i† w_j)',
  },
  breaksWithout: {
    pure: witness(qnn, SIZES, { ...balanced, ρ: [UP] }),
    scaledPauli: witness(qnn, SIZES, { ...balanced, M: timesMatrix('2', Z) }),
  },
});

/** The Hadamard form, entry by entry: Kasym = 4γ²(P ∘ Nᵀ + Pᵀ ∘ N) with the Gram matrices P of the u and N of the w. */
export const hadamardForm = claim({
  id: 'lemma-c.2-hadamard',
  title: 'Kasym = 4γ²(P ∘ Nᵀ + Pᵀ ∘ N)',
  source: 'Lemma C.2, (111)',
  theory: qnn,
  statement: 'Kasym_ij = 4 γ^2 (P_ij N_ji + P_ji N_ij)',
  uses: ['lemma-c.2-entries'],
  given: {
    pure: given.pure,
    scaledPauli: given.scaledPauli,
    parts: defining('u', 'w'),
    kernel: defining('Kasym'),
    gram: defining('P', 'N'),
  },
  proof: chain('Kasym_ij')
    .equals('8 γ^2 Re(u_j† u_i w_i† w_j)', rewriting('lemma-c.2-entries'), 'The entries.')
    .equals(
      '4 γ^2 ((u_i† u_j) (w_j† w_i) + (u_j† u_i) (w_i† w_j))',
      rewriting(),
      'Twice the real part is the number plus its conjugate.',
    )
    .equals('4 γ^2 (P_ij N_ji + P_ji N_ij)', rewriting('gram'), 'P_ij = u_i†u_j and N_ij = w_i†w_j.'),
  models: scaled,
  laws: [hadamardFormLaw, gramDefinitionsLaw],
  mutants: {
    'minus for plus': 'Kasym_ij = 4 γ^2 (P_ij N_ji - P_ji N_ij)',
    'without the transposes': 'Kasym_ij = 4 γ^2 (P_ij N_ij + P_ji N_ji)',
    'γ for γ²': 'Kasym_ij = 4 γ (P_ij N_ji + P_ji N_ij)',
    'factor 2': 'Kasym_ij = 2 γ^2 (P_ij N_ji + P_ji N_ij)',
  },
  breaksWithout: {
    pure: witness(qnn, SIZES, { ...balanced, ρ: [UP] }),
    scaledPauli: witness(qnn, SIZES, { ...balanced, M: timesMatrix('2', Z) }),
  },
});
