import { certificate, chain, claim, positivity, rewriting } from '../../src/index.js';
import { given } from '../hypotheses.js';
import { qnnModels } from '../models/qnn-models.js';
import { FAST_TURN, OVERCOHERENT, trainingWitness } from '../models/training-witness.js';
import { defining, qnn } from '../notation.js';
import { timesMatrix, UP, Z } from '../witnesses.js';
import { sublinearChain } from './sublinear-chain.js';

const { constant, dominates, fact, gram, over, plus, root, sandwich, size, square, times } = certificate;

/** What every variant shares: the ansatz, gradient flow, and what the symbols stand for. */
const training = {
  ansatz: given.ansatz,
  flow: given.flow,
  rate: given.rate,
  norm: given.norm,
  root: given.root,
  gradient: defining('g'),
  kernel: defining('K', 'a'),
  jacobian: defining('K'),
  slope: defining('a'),
  output: defining('ŷ'),
  residual: defining('r', 'ŷ'),
  loss: defining('L'),
};

const breaksAlways = {
  ansatz: trainingWitness({ dU: [FAST_TURN] }),
  flow: trainingWitness({ θdot: ['-100'] }),
  rate: trainingWitness({ η: '-1' }),
  norm: trainingWitness({ h: ['0'] }),
  state: trainingWitness({ ρ: [OVERCOHERENT] }),
};

const tenfold = trainingWitness({ M: timesMatrix('10', Z), M0: timesMatrix('10', Z) });

/** (30) as the remark after (42) uses it, for a measurement with a kernel. False: [M, ρ] has a part in the kernel. */
export const kernelSupportStep = claim({
  id: 'theorem-3.2-kernel-support-step',
  title: 'The bound (30) when M has a kernel',
  source: 'App. A.2, remark after (42)',
  asPrinted: true,
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

/** The root mean square of the residuals lies in [0, 2], because each |r_j| does. */
export const rootMeanSquareRange = claim({
  id: 'rms-range',
  title: 's² <= 2s for the root mean square s of the residuals',
  source: 'beyond the paper',
  theory: qnn,
  statement: 's^2 <= 2 s',
  uses: ['parts-bound'],
  given: {
    pure: given.pure,
    pauli: given.pauli,
    labels: given.labels,
    parts: defining('u', 'w'),
    residual: defining('r', 'ŷ'),
    rms: given.rootMeanSquare,
    loss: defining('L'),
  },
  proof: chain('s^2')
    .equals('1/m sum_j(r_j^2)', rewriting('rms', 'loss'), 's² = 2L.')
    .atMost(
      '2/m sum_j(|r_j|)',
      positivity(
        (term) =>
          times(
            constant(term('4')),
            size('m', -1),
            over('j', plus(fact('parts-bound'), times(gram(term('u_j')), gram(term('w_j'))))),
          ),
        'parts-bound',
      ),
      'r² <= 2|r|, because ‖u‖²‖w‖² is not negative.',
    )
    .atMost(
      '2 s',
      positivity(
        (term) =>
          times(
            constant(term('2')),
            size('m', -1),
            root(
              term('sum_j(|r_j|)'),
              term('m s'),
              times(size('m'), fact('rms')),
              times(constant(term('1/2')), over('ij', square(term('|r_i| - |r_j|')))),
            ),
          ),
        'rms',
        'loss',
      ),
      'Σ|r| <= m s, by Lagrange’s identity.',
    ),
  models: qnnModels({ pure: true, measurement: 'pauli', labels: 'signs', root: true }),
  mutants: {
    'at most one': 's^2 <= s',
    'turned round': 's^2 >= 2 s',
    '1.9 for 2': 's^2 <= 1.9 s',
  },
  breaksWithout: {
    pure: trainingWitness({ ρ: [timesMatrix('-4', UP)] }),
    pauli: trainingWitness({ M: timesMatrix('-10', Z), M0: timesMatrix('-10', Z) }),
    labels: trainingWitness({ y: ['4'] }),
    rms: trainingWitness({ s: '3' }),
  },
});

/**
 * The sharp differential form for every m: with s the root mean square of the residuals, ds/dt >= -8 η Σ‖H‖² s² (1 - s/2);
 * here multiplied by s >= 0.
 */
export const sharpForm = claim({
  id: 'theorem-3.2-sharp',
  title: 'ds/dt >= -8 η Σ‖H‖² s² (1 - s/2) with s = √(2L), times s',
  source: 'beyond the paper',
  theory: qnn,
  statement: '-s sdot <= 8 η sum_l(h_l^2) s^3 (1 - 1/2 s)',
  uses: ['loss-dynamics', 'loss-falls', 'loss-nonnegative', 'diagonal-bound-32', 'rms-range'],
  given: {
    ...training,
    pure: given.pure,
    pauli: given.pauli,
    labels: given.labels,
    parts: defining('u', 'w'),
    rms: given.rootMeanSquare,
  },
  proof: chain('-s sdot')
    .equals('-Ldot', rewriting('rms'), 'L = s²/2.')
    .equals('η/m^2 sum_l(sum_j(r_j a_jl)^2)', rewriting('loss-dynamics'), 'The loss falls by rᵀKr η/m².')
    .atMost(
      'η/m^2 sum_i(r_i^2) sum_j(sum_l(a_jl^2))',
      positivity(
        (term) =>
          times(fact('rate'), size('m', -2), constant(term('1/2')), over('lij', square(term('r_i a_jl - r_j a_il')))),
        'rate',
      ),
      'rᵀKr <= tr(K) rᵀr, by Lagrange’s identity for each parameter.',
    )
    .equals('η/m s^2 sum_j(K_jj)', rewriting('jacobian', 'rms', 'loss'), 'Σ r² = m s² and Σ_l a_jl² = K_jj.')
    .atMost(
      '16 η/m s^2 sum_l(h_l^2) sum_j(1/2 |r_j| - 1/4 r_j^2)',
      positivity(
        (term) => times(fact('rate'), size('m', -1), square(term('s')), over('j', fact('diagonal-bound-32'))),
        'rate',
        'diagonal-bound-32',
      ),
      'The bound (32) for each sample.',
    )
    .equals('8 η s^2 sum_l(h_l^2) (1/m sum_j(|r_j|) - 1/2 s^2)', rewriting('rms', 'loss'), 'Σ r² = m s² once more.')
    .atMost(
      '8 η s^2 sum_l(h_l^2) (s - 1/2 s^2)',
      positivity(
        (term) =>
          times(
            constant(term('8')),
            fact('rate'),
            square(term('s')),
            over('l', square(term('h_l'))),
            size('m', -1),
            root(
              term('sum_j(|r_j|)'),
              term('m s'),
              times(size('m'), fact('rms')),
              times(constant(term('1/2')), over('ij', square(term('|r_i| - |r_j|')))),
            ),
          ),
        'rate',
        'rms',
        'loss',
      ),
      'Σ|r| <= m s, by Lagrange’s identity.',
    )
    .equals('8 η sum_l(h_l^2) s^3 (1 - 1/2 s)', rewriting()),
  models: qnnModels({ pure: true, measurement: 'pauli', labels: 'signs', root: true }),
  mutants: {
    'factor 7.9': '-s sdot <= 7.9 η sum_l(h_l^2) s^3 (1 - 1/2 s)',
    'without the loss of the square': '-s sdot <= 8 η sum_l(h_l^2) s^3 (1 - s)',
    'turned round': '-s sdot >= 8 η sum_l(h_l^2) s^3 (1 - 1/2 s)',
  },
  breaksWithout: {
    ansatz: breaksAlways.ansatz,
    flow: trainingWitness({ θdot: ['-100'] }),
    // START is where the bound is sharp, so the norm is made loose.
    rate: trainingWitness({ η: '-1', h: ['2'] }),
    norm: breaksAlways.norm,
    pure: breaksAlways.state,
    pauli: trainingWitness({ M: timesMatrix('-10', Z), M0: timesMatrix('-10', Z) }),
    labels: trainingWitness({ y: ['8/25'] }),
    rms: trainingWitness({ s: '1/100' }),
  },
});
