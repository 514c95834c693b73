import { asymptoticResidualLaw } from '../../property-tests/asymptotic-residual.law.js';
import { asymptoticSpectrumLaw } from '../../property-tests/spectrum-invariance.law.js';
import { chain, claim, rewriting } from '../../src/index.js';
import { decompositionModels } from '../appendix-b/decomposition-models.js';
import { decompositionWitness } from '../appendix-b/decomposition-witness.js';
import { pair } from '../appendix-b/hypotheses.js';
import { definingPair, overparameterised } from '../appendix-b/notation.js';
import { Z, ZERO } from '../witnesses.js';

const limit = decompositionModels('limit');
const SPEED = 'sum_j(r_j [M, [M, ρ_j]])';

/**
 * The asymptotic flow (10) moves no power trace of M: tr(M^(n-1) dM/dt) = 0 for every n >= 1.
 *
 * By the product rule and cyclicity d tr(M^n)/dt is n times this, so all power traces stand, and with them the
 * eigenvalues (Newton's identities). The kernel proves the equation for all n at once; this last remark is not in it.
 */
export const asymptoticSpectrum = claim({
  id: 'asymptotic-flow-spectrum',
  title: 'The asymptotic flow keeps the spectrum of M',
  source: 'Sec. 4, (10)',
  theory: overparameterised,
  statement: 'tr(M^(n-1) Mdot) = 0',
  given: { limit: pair.limit },
  proof: chain('tr(M^(n-1) Mdot)')
    .equals('sum_j(r_j tr(M^(n-1) [M, [M, ρ_j]]))', rewriting('limit'), 'The flow (10).')
    .equals(
      'sum_j(r_j (tr(M^n [M, ρ_j]) - tr(M^n [M, ρ_j])))',
      rewriting(),
      'Open the outer commutator and turn the trace round: exponents add to n on both sides.',
    )
    .equals('0', rewriting()),
  models: limit,
  laws: [asymptoticSpectrumLaw],
  mutants: {
    'two powers of Mdot': 'tr(M^(n-1) Mdot Mdot) = 0',
    'one at least': 'tr(M^(n-1) Mdot) = 1',
    'the power trace itself': 'tr(M^(n-1) M) = 0',
    'the inputs in between': 'tr(M^(n-1) Mdot sum_j(ρ_j)) = 0',
  },
  breaksWithout: { limit: decompositionWitness('limit', { Mdot: Z }) },
});

/** On the asymptotic flow the residuals obey dr/dt = -Kasym r: (6) without the perturbation. */
export const asymptoticResiduals = claim({
  id: 'asymptotic-flow-residuals',
  title: 'On the asymptotic flow dr/dt = -Kasym r',
  source: 'Sec. 4, (10); App. B.1, (57), (59)-(61)',
  theory: overparameterised,
  statement: 'rdot_i = -sum_j(Kasym_ij r_j)',
  given: { limit: pair.limit, still: pair.still, kernel: definingPair('Kasym') },
  proof: chain('rdot_i')
    .equals(`-tr(ρ_i ${SPEED})`, rewriting('still', 'limit'), 'The labels and inputs do not move; M follows (10).')
    .equals('sum_j(r_j tr([M, ρ_i] [M, ρ_j]))', rewriting(), 'tr(ρ_i[M, A]) = -tr([M, ρ_i]A). This is (60).')
    .equals('-sum_j(Kasym_ij r_j)', rewriting('kernel'), 'Two factors i make the sign. This is (61).'),
  models: limit,
  laws: [asymptoticResidualLaw],
  mutants: {
    'opposite sign': 'rdot_i = sum_j(Kasym_ij r_j)',
    'diagonal kernel only': 'rdot_i = -Kasym_ii r_i',
    'averaged over the samples': 'rdot_i = -1/m sum_j(Kasym_ij r_j)',
    'without the factors i': 'rdot_i = -sum_j(tr([M, ρ_i] [M, ρ_j]) r_j)',
  },
  breaksWithout: {
    limit: decompositionWitness('limit', { Mdot: ZERO }),
    still: decompositionWitness('limit', { rdot: ['1'] }),
  },
});

/**
 * (119) is (10) on a clock that η scales: it prints a minus sign, and the residual tr(Mρ) - y, opposite to that of the main
 * text. The two signs cancel; with the residual of the main text the minus sign would climb.
 */
export const simulatedFlow = claim({
  id: 'asymptotic-flow-simulated',
  title: '(119), with residuals of the opposite sign, is η times (10)',
  source: 'App. D, (119)',
  theory: overparameterised,
  statement: '-η sum_j((tr(M ρ_j) - y_j) [M, [M, ρ_j]]) = η Mdot',
  given: { limit: pair.limit, residual: definingPair('r', 'ŷ') },
  proof: chain('-η sum_j((tr(M ρ_j) - y_j) [M, [M, ρ_j]])')
    .equals(`η ${SPEED}`, rewriting('residual'), 'r = y - ŷ with ŷ = tr(ρM).')
    .equals('η Mdot', rewriting('limit'), 'The flow (10).'),
  models: limit,
  mutants: {
    'the residual of the main text': '-η sum_j(r_j [M, [M, ρ_j]]) = η Mdot',
    'without the minus sign': 'η sum_j((tr(M ρ_j) - y_j) [M, [M, ρ_j]]) = η Mdot',
    'without η': '-sum_j((tr(M ρ_j) - y_j) [M, [M, ρ_j]]) = η Mdot',
  },
  breaksWithout: { limit: decompositionWitness('limit', { Mdot: ZERO }) },
});
