import { certificate, chain, claim, positivity, rewriting } from '../../src/index.js';
import { given } from '../hypotheses.js';
import { qnnModels } from '../models/qnn-models.js';
import { OVERCOHERENT, trainingWitness } from '../models/training-witness.js';
import { defining, qnn } from '../notation.js';
import { timesMatrix, UP, Z } from '../witnesses.js';

const { cauchySchwarz, constant, gram, sandwich, square, times } = certificate;
const anySpectrum = qnnModels({ pure: false, measurement: 'general', labels: 'real', root: false });

/** A prediction lies within the range of the eigenvalues; below. */
export const predictionAbove = claim({
  id: 'prediction-range-below',
  title: 'A prediction is at least the smallest eigenvalue',
  source: 'Sec. 3',
  theory: qnn,
  statement: 'ŷ_j >= α',
  given: { state: given.state, bounds: given.bounds, output: defining('ŷ') },
  proof: chain('α').atMost(
    'ŷ_j',
    positivity((term) => sandwich('bounds/0', term('F_j')), 'bounds', 'state', 'output'),
    'tr(F†(M - α)F) >= 0 with ρ = FF† and tr ρ = 1.',
  ),
  models: anySpectrum,
  mutants: {
    'turned round': 'ŷ_j <= α',
    'the upper end': 'ŷ_j >= β',
    'the middle': 'ŷ_j >= 1/2 (α + β)',
  },
  breaksWithout: {
    state: trainingWitness({ ρ: [timesMatrix('-3', Z)] }),
    bounds: trainingWitness({ α: '1/2' }),
  },
});

/** A prediction lies within the range of the eigenvalues; above. */
export const predictionBelow = claim({
  id: 'prediction-range-above',
  title: 'A prediction is at most the largest eigenvalue',
  source: 'Sec. 3',
  theory: qnn,
  statement: 'ŷ_j <= β',
  given: { state: given.state, bounds: given.bounds, output: defining('ŷ') },
  proof: chain('ŷ_j').atMost(
    'β',
    positivity((term) => sandwich('bounds/1', term('F_j')), 'bounds', 'state', 'output'),
    'tr(F†(β - M)F) >= 0 with ρ = FF† and tr ρ = 1.',
  ),
  models: anySpectrum,
  mutants: {
    'turned round': 'ŷ_j >= β',
    'the lower end': 'ŷ_j <= α',
    'the middle': 'ŷ_j <= 1/2 (α + β)',
  },
  breaksWithout: {
    state: trainingWitness({ ρ: [timesMatrix('3', Z)] }),
    bounds: trainingWitness({ β: '1/10' }),
  },
});

/** The variance of M in a state is a Gram trace. */
export const varianceNonnegative = claim({
  id: 'variance-nonnegative',
  title: 'The variance of M is not negative',
  source: 'beyond the paper',
  theory: qnn,
  statement: 'tr(ρ_j M M) - ŷ_j^2 >= 0',
  given: { state: given.state, output: defining('ŷ') },
  proof: chain('0').atMost(
    'tr(ρ_j M M) - ŷ_j^2',
    positivity((term) => gram(term('(M - ŷ_j I) F_j')), 'state', 'output'),
    'tr(ρ(M - ŷ)²) with ρ = FF† and tr ρ = 1.',
  ),
  models: anySpectrum,
  mutants: {
    'turned round': 'tr(ρ_j M M) - ŷ_j^2 <= 0',
    'twice the square of the mean': 'tr(ρ_j M M) - 2 ŷ_j^2 >= 0',
    'mean not squared': 'tr(ρ_j M M) - ŷ_j >= 0',
  },
  breaksWithout: { state: trainingWitness({ ρ: [timesMatrix('3', UP)] }) },
});

/** The derivative of a prediction is at most twice the standard deviation of M times the norm of the generator. */
export const varianceBound = claim({
  id: 'variance-bound',
  title: '|tr(i[M, ρ]H)| <= 2 ‖H‖ ΔM, squared, for pure and mixed states and any M',
  source: 'beyond the paper; sharpens (30)',
  theory: qnn,
  statement: 'a_jl^2 <= 4 h_l^2 (tr(ρ_j M M) - ŷ_j^2)',
  given: { state: given.state, norm: given.norm, slope: defining('a'), output: defining('ŷ') },
  proof: chain('a_jl^2')
    .equals(
      '(2 Im(tr(F_j† H_l (M - ŷ_j I) F_j)))^2',
      rewriting('slope', 'state', 'output'),
      'A multiple of I may be taken from M in a commutator; tr(i[M, ρ]H) = 2 Im tr(ρH(M - ŷ)), with ρ = FF†.',
    )
    .atMost(
      '4 tr(F_j† H_l (M - ŷ_j I) F_j) tr(F_j† (M - ŷ_j I) H_l F_j)',
      positivity((term) => square(term('2 Re(tr(F_j† H_l (M - ŷ_j I) F_j))'))),
      'The imaginary part is at most the modulus.',
    )
    .atMost(
      '4 tr(F_j† H_l H_l F_j) tr(F_j† (M - ŷ_j I)^2 F_j)',
      positivity((term) => times(constant(term('4')), cauchySchwarz(term('H_l F_j'), term('(M - ŷ_j I) F_j')))),
      'Cauchy–Schwarz for HF and (M - ŷ)F.',
    )
    .atMost(
      '4 h_l^2 tr(F_j† (M - ŷ_j I)^2 F_j)',
      positivity(
        (term) => times(constant(term('4')), sandwich('norm', term('F_j')), gram(term('(M - ŷ_j I) F_j'))),
        'norm',
        'state',
      ),
      'H² <= ‖H‖² I, and tr FF† = 1.',
    )
    .equals('4 h_l^2 (tr(ρ_j M M) - ŷ_j^2)', rewriting('state', 'output'), 'The variance of M.'),
  models: anySpectrum,
  mutants: {
    'factor 3.9': 'a_jl^2 <= 3.9 h_l^2 (tr(ρ_j M M) - ŷ_j^2)',
    'turned round': 'a_jl^2 >= 4 h_l^2 (tr(ρ_j M M) - ŷ_j^2)',
    'variance halved': 'a_jl^2 <= 2 h_l^2 (tr(ρ_j M M) - ŷ_j^2)',
    'norm to the first power': 'a_jl^2 <= 4 h_l (tr(ρ_j M M) - ŷ_j^2)',
  },
  breaksWithout: {
    state: trainingWitness({ ρ: [OVERCOHERENT] }),
    norm: trainingWitness({ h: ['0'] }),
  },
});

/** The inequality of Bhatia and Davis, from the spectrum alone. */
export const bhatiaDavis = claim({
  id: 'bhatia-davis',
  title: 'The variance of M is at most (β - ŷ)(ŷ - α)',
  source: 'beyond the paper',
  theory: qnn,
  statement: 'tr(ρ_j M M) - ŷ_j^2 <= (β - ŷ_j) (ŷ_j - α)',
  given: { state: given.state, spectrum: given.spectrum, output: defining('ŷ') },
  proof: chain('tr(ρ_j M M) - ŷ_j^2').atMost(
    '(β - ŷ_j) (ŷ_j - α)',
    positivity((term) => sandwich('spectrum', term('F_j')), 'spectrum', 'state', 'output'),
    'tr(ρ(β - M)(M - α)) >= 0.',
  ),
  models: anySpectrum,
  mutants: {
    'turned round': 'tr(ρ_j M M) - ŷ_j^2 >= (β - ŷ_j) (ŷ_j - α)',
    'half of it': 'tr(ρ_j M M) - ŷ_j^2 <= 1/2 (β - ŷ_j) (ŷ_j - α)',
    'without the square of the mean': 'tr(ρ_j M M) <= (β - ŷ_j) (ŷ_j - α)',
  },
  breaksWithout: {
    state: trainingWitness({ ρ: [timesMatrix('3', UP)] }),
    spectrum: trainingWitness({ M: timesMatrix('10', Z), M0: timesMatrix('10', Z) }),
  },
});
