import { certificate, chain, claim, positivity, rewriting } from '../../src/index.js';
import { given } from '../hypotheses.js';
import { qnnModels } from '../models/qnn-models.js';
import { trainingWitness } from '../models/training-witness.js';
import { defining, qnn } from '../notation.js';
import { timesMatrix, UP, Z } from '../witnesses.js';
import { breaksAlways, training } from './training.js';

const { constant, fact, gram, over, plus, root, size, square, times } = certificate;

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
  // The proof cites the first and the fourth; the others show that some wrong variants are true after all.
  uses: ['gradient-bound', 'loss-falls', 'loss-nonnegative', 'rms-range'],
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
    .equals('η sum_l(g_l^2)', rewriting('flow', 'gradient'), 'Gradient flow: dL/dt = -η‖∇L‖².')
    .atMost(
      '8 η sum_l(h_l^2) s^3 (1 - 1/2 s)',
      positivity(() => times(fact('rate'), fact('gradient-bound')), 'rate', 'gradient-bound'),
      'The bound on the gradient.',
    ),
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
