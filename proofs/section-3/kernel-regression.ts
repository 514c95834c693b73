import { assume, certificate, chain, claim, definitionsOf, positivity, rewriting, witness } from '../../src/index.js';
import { given } from '../hypotheses.js';
import { qnnModels } from '../models/qnn-models.js';
import { regressionModels } from '../models/regression-models.js';
import { trainingWitness } from '../models/training-witness.js';
import { defining, qnn, regression } from '../notation.js';
import { timesMatrix, Z } from '../witnesses.js';

const { fact, sandwich, size, times } = certificate;
const freeMeasurement = qnnModels({ pure: false, measurement: 'general', labels: 'real', root: false, moves: 'free' });
const ONE_SAMPLE = { m: 1 };

/** Kernel regression: with a constant kernel K >= λI the loss decays exponentially. QNNs cannot (Theorem 3.2). */
export const kernelRegressionDecay = claim({
  id: 'kernel-regression-decay',
  title: 'Kernel regression decays exponentially: L(t) <= L(0) exp(-2ηλt/m)',
  source: 'Sec. 3, before Thm. 3.2',
  theory: regression,
  statement: { kind: 'exponential', loss: 'L', rate: '2 η/m λ' },
  given: {
    flow: assume(
      regression,
      'the residual vector obeys dr/dt = -(η/m) K r with a constant kernel K',
      'Rdot = -η/m K R',
      'Ldot = 1/m R† Rdot',
    ),
    floor: assume(regression, 'λ is a lower bound of the eigenvalues of K', 'K >= λ I_m'),
    rate: assume(regression, 'the learning rate is not negative', 'η >= 0'),
    loss: definitionsOf(regression, 'L'),
  },
  proof: chain('Ldot')
    .equals('-η/m^2 R† K R', rewriting('flow'), 'L = |r|²/2m.')
    .atMost(
      '-η/m^2 λ R† R',
      positivity((term) => times(fact('rate'), size('m', -2), sandwich('floor', term('R'))), 'rate', 'floor'),
      'r†(K - λ)r >= 0.',
    )
    .equals('-(2 η/m λ) L', rewriting('loss'), '|r|² = 2mL.'),
  models: regressionModels(),
  mutants: {
    'twice the rate': { kind: 'exponential', loss: 'L', rate: '4 η/m λ' },
    'without 1/m': { kind: 'exponential', loss: 'L', rate: '2 η λ' },
    'rate 2.02': { kind: 'exponential', loss: 'L', rate: '2.02 η/m λ' },
  },
  breaksWithout: {
    flow: witness(regression, ONE_SAMPLE, { K: [['1']], R: [['1']], Rdot: [['0']], λ: '1', η: '1', Ldot: '0' }),
    floor: witness(regression, ONE_SAMPLE, { K: [['0']], R: [['1']], Rdot: [['0']], λ: '1', η: '1', Ldot: '0' }),
    rate: witness(regression, ONE_SAMPLE, { K: [['2']], R: [['1']], Rdot: [['2']], λ: '1', η: '-1', Ldot: '2' }),
  },
});

/** Without unitarity: gradient flow over all Hermitian M is kernel regression with the constant kernel tr(ρ_i ρ_j). */
export const unconstrainedMeasurement = claim({
  id: 'unconstrained-measurement',
  title: 'Over all Hermitian M the flow is kernel regression with K_ij = tr(ρ_i ρ_j)',
  source: 'Sec. 3, after Lemma 3.1',
  theory: qnn,
  statement: 'rdot_i = -η/m sum_j(tr(ρ_i ρ_j) r_j)',
  given: { free: given.free },
  proof: chain('rdot_i')
    .equals('-tr(ρ_i Mdot)', rewriting('free'), 'Labels and inputs do not move.')
    .equals('-η/m sum_j(tr(ρ_i ρ_j) r_j)', rewriting('free'), 'dM/dt = (η/m) Σ_j r_j ρ_j.'),
  models: freeMeasurement,
  mutants: {
    'opposite sign': 'rdot_i = η/m sum_j(tr(ρ_i ρ_j) r_j)',
    'without 1/m': 'rdot_i = -η sum_j(tr(ρ_i ρ_j) r_j)',
    'diagonal kernel only': 'rdot_i = -η/m tr(ρ_i ρ_i) r_i',
  },
  breaksWithout: { free: trainingWitness({ Mdot: Z, rdot: ['5'] }) },
});

/** ... and it does not keep the spectrum: tr(M²) moves at the rate 2(η/m) Σ_j r_j ŷ_j, here halved. */
export const unconstrainedSpectrum = claim({
  id: 'unconstrained-spectrum',
  title: 'Over all Hermitian M the spectrum moves: d tr(M²)/dt = 2(η/m) Σ_j r_j ŷ_j',
  source: 'Sec. 3, after Lemma 3.1',
  theory: qnn,
  statement: 'tr(M Mdot) = η/m sum_j(r_j ŷ_j)',
  given: { free: given.free, output: defining('ŷ') },
  proof: chain('tr(M Mdot)')
    .equals('η/m sum_j(r_j tr(M ρ_j))', rewriting('free'), 'dM/dt = (η/m) Σ_j r_j ρ_j.')
    .equals('η/m sum_j(r_j ŷ_j)', rewriting('output')),
  models: freeMeasurement,
  mutants: {
    'the spectrum is kept': 'tr(M Mdot) = 0',
    'opposite sign': 'tr(M Mdot) = -η/m sum_j(r_j ŷ_j)',
    'labels for predictions': 'tr(M Mdot) = η/m sum_j(r_j y_j)',
  },
  breaksWithout: { free: trainingWitness({ Mdot: timesMatrix('7', Z), rdot: ['5'] }) },
});
