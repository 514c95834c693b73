import { certificate, chain, claim, positivity, rewriting } from '../../src/index.js';
import { given } from '../hypotheses.js';
import { qnnModels } from '../models/qnn-models.js';
import { trainingWitness } from '../models/training-witness.js';
import { defining, qnn } from '../notation.js';
import { sublinearChain } from './sublinear-chain.js';
import { breaksAlways, tenfold, training } from './training.js';

const { constant, dominates, fact, over, plus, sandwich, square, times } = certificate;

/** (30) as the remark after (42) uses it, for a measurement with a kernel. False: [M, ρ] has a part in the kernel. */
export const kernelSupportStep = claim({
  id: 'theorem-3.2-kernel-support-step',
  title: 'The bound (30) when M has a kernel',
  source: 'App. A.2, remark after (42)',
  asPrinted: true,
  erratum: {
    severity: 'wrong step',
    printed: '|tr(i[M, ρ_j]H_l)| ≤ 4 ‖H_l‖ ‖u_j‖ ‖w_j‖, of which “the proof still holds” for M = Π₊ - Π₋ with Π₀ ≠ 0',
    change: 'bound the derivatives by the variance of M instead: [M, ρ_j] also has a part in the kernel of M',
    stepOf: ['theorem-3.2-kernel-support'],
  },
  theory: qnn,
  statement: 'a_jl^2 <= 16 h_l^2 (u_j† u_j) (w_j† w_j)',
  given: { pure: given.pure, gapped: given.gapped, norm: given.norm, parts: defining('u', 'w'), slope: defining('a') },
  models: qnnModels({ pure: true, measurement: 'gapped', labels: 'signs', root: false }),
  mutants: {
    'factor 4': 'a_jl^2 <= 4 h_l^2 (u_j† u_j) (w_j† w_j)',
    'factor 1': 'a_jl^2 <= h_l^2 (u_j† u_j) (w_j† w_j)',
    'all of it zero': 'a_jl^2 <= 0',
  },
});

/** The bound (33) by the variance: for mixed states, and for every measurement with eigenvalues in [-1, 1]. */
export const diagonalBoundByVariance = claim({
  id: 'diagonal-bound-contraction',
  title: 'K_jj <= 8 Σ‖H‖² |r_j| for any state and any M with eigenvalues in [-1, 1]',
  source: 'App. A.2, remark after (42), repaired',
  repairs: 'theorem-3.2-kernel-support-step',
  theory: qnn,
  statement: 'K_jj <= 8 sum_l(h_l^2) |r_j|',
  uses: ['variance-bound'],
  given: {
    state: given.state,
    contraction: given.contraction,
    norm: given.norm,
    labels: given.labels,
    slope: defining('a'),
    output: defining('ŷ'),
    jacobian: defining('K'),
    residual: defining('r', 'ŷ'),
  },
  proof: chain('K_jj')
    .equals('sum_l(a_jl^2)', rewriting('jacobian'), 'Eq. (4) on the diagonal.')
    .atMost(
      '4 sum_l(h_l^2) (tr(ρ_j M M) - ŷ_j^2)',
      positivity(() => over('l', fact('variance-bound')), 'variance-bound'),
      'Each derivative is at most 2‖H‖ΔM.',
    )
    .atMost(
      '4 sum_l(h_l^2) (1 - ŷ_j^2)',
      positivity(
        (term) => times(constant(term('4')), over('l', square(term('h_l'))), sandwich('contraction', term('F_j'))),
        'contraction',
        'state',
      ),
      'M² <= I.',
    )
    .equals('4 sum_l(h_l^2) (2 y_j r_j - r_j^2)', rewriting('residual', 'labels'), 'ŷ = y - r and y² = 1.')
    .atMost(
      '8 sum_l(h_l^2) |r_j|',
      positivity(
        (term) =>
          times(
            constant(term('4')),
            over('l', square(term('h_l'))),
            plus(times(constant(term('2')), dominates(term('y_j r_j'))), square(term('r_j'))),
          ),
        'labels',
      ),
      'yr <= |r|, and -r² <= 0.',
    ),
  models: qnnModels({ pure: false, measurement: 'gapped', labels: 'signs', root: false }),
  mutants: {
    'factor 7.9': 'K_jj <= 7.9 sum_l(h_l^2) |r_j|',
    'turned round': 'K_jj >= 8 sum_l(h_l^2) |r_j|',
    'residual squared': 'K_jj <= 8 sum_l(h_l^2) r_j^2',
  },
  breaksWithout: {
    state: breaksAlways.state,
    contraction: tenfold,
    norm: breaksAlways.norm,
    labels: trainingWitness({ y: ['8/25'] }),
  },
});

/** Theorem 3.2 for mixed states and every measurement with eigenvalues in [-1, 1], with the same constant. */
export const kernelSupport = claim({
  id: 'theorem-3.2-kernel-support',
  title: 'No faster than sublinear, for any state and any M with eigenvalues in [-1, 1]',
  source: 'App. A.2, remark after (42), repaired',
  repairs: 'theorem-3.2-kernel-support-step',
  theory: qnn,
  statement: { kind: 'inverse-square', loss: 'L', rate: '8 √2 η sum_l(h_l^2)' },
  uses: ['loss-dynamics', 'diagonal-bound-contraction'],
  given: { ...training, state: given.state, contraction: given.contraction, labels: given.labels },
  proof: sublinearChain({
    claim: 'diagonal-bound-contraction',
    coefficient: '8',
    positive: (term) => constant(term('8')),
    using: [],
  }),
  models: qnnModels({ pure: false, measurement: 'gapped', labels: 'signs', root: true }),
  mutants: {
    'c1 = 11.2': { kind: 'inverse-square', loss: 'L', rate: '11.2 η sum_l(h_l^2)' },
    'c1 = 8': { kind: 'inverse-square', loss: 'L', rate: '8 η sum_l(h_l^2)' },
    'without the learning rate': { kind: 'inverse-square', loss: 'L', rate: '8 √2 sum_l(h_l^2)' },
  },
  breaksWithout: { ...breaksAlways, contraction: tenfold, labels: trainingWitness({ y: ['8/25'] }) },
});

/** The diagonal bound for a spectrum in [α, β] and labels at its ends. */
export const diagonalBoundAnySpectrum = claim({
  id: 'diagonal-bound-any-spectrum',
  title: 'K_jj <= 4 (β - α) Σ‖H‖² |r_j| for labels at the ends of the spectrum',
  source: 'beyond the paper',
  theory: qnn,
  statement: 'K_jj <= 4 (β - α) sum_l(h_l^2) |r_j|',
  uses: ['variance-bound', 'bhatia-davis'],
  given: {
    state: given.state,
    spectrum: given.spectrum,
    norm: given.norm,
    order: given.order,
    ends: given.ends,
    slope: defining('a'),
    output: defining('ŷ'),
    jacobian: defining('K'),
    residual: defining('r', 'ŷ'),
  },
  proof: chain('K_jj')
    .equals('sum_l(a_jl^2)', rewriting('jacobian'), 'Eq. (4) on the diagonal.')
    .atMost(
      '4 sum_l(h_l^2) (tr(ρ_j M M) - ŷ_j^2)',
      positivity(() => over('l', fact('variance-bound')), 'variance-bound'),
      'Each derivative is at most 2‖H‖ΔM.',
    )
    .atMost(
      '4 sum_l(h_l^2) (β - ŷ_j) (ŷ_j - α)',
      positivity(
        (term) => times(constant(term('4')), over('l', square(term('h_l'))), fact('bhatia-davis')),
        'bhatia-davis',
      ),
      'Bhatia and Davis.',
    )
    .equals(
      '4 sum_l(h_l^2) ((β - α) ε_j r_j - r_j^2)',
      rewriting('residual', 'ends'),
      'ŷ = y - r with y = (α + β)/2 + ε(β - α)/2 and ε² = 1.',
    )
    .atMost(
      '4 (β - α) sum_l(h_l^2) |r_j|',
      positivity(
        (term) =>
          times(
            constant(term('4')),
            over('l', square(term('h_l'))),
            plus(times(fact('order'), dominates(term('ε_j r_j'))), square(term('r_j'))),
          ),
        'order',
        'ends',
      ),
      'εr <= |r|, and -r² <= 0.',
    ),
  models: qnnModels({ pure: false, measurement: 'general', labels: 'ends', root: false }),
  mutants: {
    'factor 3.9': 'K_jj <= 3.9 (β - α) sum_l(h_l^2) |r_j|',
    'turned round': 'K_jj >= 4 (β - α) sum_l(h_l^2) |r_j|',
    'sum of the ends': 'K_jj <= 4 (β + α) sum_l(h_l^2) |r_j|',
  },
  breaksWithout: {
    state: breaksAlways.state,
    spectrum: tenfold,
    norm: breaksAlways.norm,
    order: trainingWitness({ α: '1', β: '-1', ε: ['-1'] }),
    ends: trainingWitness({ y: ['8/25'] }),
  },
});

/** Theorem 3.2 for a spectrum in [α, β] and labels at its ends: c1 = 4√2 (β - α) η Σ‖H‖². */
export const anySpectrum = claim({
  id: 'theorem-3.2-any-spectrum',
  title: 'No faster than sublinear, for any spectrum with labels at its ends',
  source: 'beyond the paper',
  theory: qnn,
  statement: { kind: 'inverse-square', loss: 'L', rate: '4 √2 (β - α) η sum_l(h_l^2)' },
  uses: ['loss-dynamics', 'diagonal-bound-any-spectrum'],
  given: { ...training, state: given.state, spectrum: given.spectrum, order: given.order, ends: given.ends },
  proof: sublinearChain({
    claim: 'diagonal-bound-any-spectrum',
    coefficient: '4 (β - α)',
    positive: (term) => times(constant(term('4')), fact('order')),
    using: ['order'],
  }),
  models: qnnModels({ pure: false, measurement: 'general', labels: 'ends', root: true }),
  mutants: {
    'c1 with 5.6 for 4√2': { kind: 'inverse-square', loss: 'L', rate: '5.6 (β - α) η sum_l(h_l^2)' },
    'one end only': { kind: 'inverse-square', loss: 'L', rate: '4 √2 β η sum_l(h_l^2)' },
    'half the spread': { kind: 'inverse-square', loss: 'L', rate: '2 √2 (β - α) η sum_l(h_l^2)' },
  },
  breaksWithout: {
    ...breaksAlways,
    spectrum: tenfold,
    order: trainingWitness({ α: '1', β: '-1', ε: ['-1'] }),
    ends: trainingWitness({ y: ['8/25'] }),
  },
});
