/** The diagonal of the tangent kernel vanishes with the residual: (31)-(33), for pure inputs, labels ±1 and eigenvalues ±1. */
import { certificate, chain, claim, positivity, rewriting, witness } from '../../src/index.js';
import { given } from '../hypotheses.js';
import { qnnModels } from '../models/qnn-models.js';
import { OVERCOHERENT, trainingWitness } from '../models/training-witness.js';
import { defining, qnn } from '../notation.js';
import { timesMatrix, UP, Y, Z } from '../witnesses.js';
import { balanced } from './commutator-bounds.js';

const { constant, dominates, fact, gram, over, plus, root, square, times: product } = certificate;
const pauliSamples = qnnModels({ pure: true, measurement: 'pauli', labels: 'signs', root: false });
const SIZES = { d: 2, m: 1, p: 1 };

const diagonal = {
  pure: given.pure,
  pauli: given.pauli,
  norm: given.norm,
  labels: given.labels,
  parts: defining('u', 'w'),
  slope: defining('a'),
  jacobian: defining('K'),
  residual: defining('r', 'ŷ'),
};

const breaksDiagonal = {
  pure: trainingWitness({ ρ: [OVERCOHERENT] }),
  pauli: witness(qnn, SIZES, { ...balanced, M: timesMatrix('2', Z), H: [Y], h: ['1'] }),
  norm: witness(qnn, SIZES, { ...balanced, H: [timesMatrix('3', Y)], h: ['1'] }),
  labels: witness(qnn, SIZES, { ...balanced, y: ['0'], H: [Y], h: ['1'] }),
};

/** Between (30) and (31): the parts of an input in the two eigenspaces, in terms of the residual. */
export const partsBound = claim({
  id: 'parts-bound',
  title: '‖u‖²‖w‖² <= (|r_j|/2)(1 - |r_j|/2)',
  source: 'App. A.2, before (31)',
  theory: qnn,
  statement: '(u_j† u_j) (w_j† w_j) <= (1/2 |r_j|) (1 - 1/2 |r_j|)',
  given: {
    pure: given.pure,
    pauli: given.pauli,
    labels: given.labels,
    parts: defining('u', 'w'),
    residual: defining('r', 'ŷ'),
  },
  proof: chain('(u_j† u_j) (w_j† w_j)')
    .equals(
      '1/2 y_j r_j - 1/4 r_j^2',
      rewriting('residual', 'parts', 'pauli', 'pure', 'labels'),
      '‖u‖² + ‖w‖² = 1 and ‖u‖² - ‖w‖² = y - r with y² = 1.',
    )
    .atMost(
      '(1/2 |r_j|) (1 - 1/2 |r_j|)',
      positivity((term) => product(constant(term('1/2')), dominates(term('y_j r_j'))), 'labels'),
      'yr <= |r|; in fact they are equal.',
    ),
  models: pauliSamples,
  mutants: {
    'a quarter less': '(u_j† u_j) (w_j† w_j) <= 3/4 (1/2 |r_j|) (1 - 1/2 |r_j|)',
    'without the halves': '(u_j† u_j) (w_j† w_j) <= (1/2 |r_j|) (1 - |r_j|)',
    'sum for product': 'u_j† u_j + w_j† w_j <= (1/2 |r_j|) (1 - 1/2 |r_j|)',
  },
  alsoTrue: {
    '<= turned round': chain('(1/2 |r_j|) (1 - 1/2 |r_j|)')
      .equals('1/2 |r_j| - 1/4 r_j^2', rewriting())
      .atMost(
        '1/2 y_j r_j - 1/4 r_j^2',
        positivity(
          (term) => {
            const [u, w] = [gram(term('u_j')), gram(term('w_j'))];
            const sign = plus(product(square(term('1 - y_j')), u), product(square(term('1 + y_j')), w));
            const nonnegative = product(constant(term('1/2')), sign);
            return product(
              constant(term('1/2')),
              root(term('|r_j|'), term('y_j r_j'), nonnegative, constant(term('0'))),
            );
          },
          'residual',
          'parts',
          'pauli',
          'pure',
          'labels',
        ),
        'yr = (1 - y)‖u‖² + (1 + y)‖w‖² >= 0, and (yr)² = |r|²: a residual has the sign of its label.',
      )
      .equals('(u_j† u_j) (w_j† w_j)', rewriting('residual', 'parts', 'pauli', 'pure', 'labels')),
  },
  breaksWithout: {
    pure: trainingWitness({ ρ: [UP] }),
    pauli: trainingWitness({ M: timesMatrix('2', Z), M0: timesMatrix('2', Z) }),
    labels: trainingWitness({ y: ['8/25'] }),
  },
});

/** (31), (32): the diagonal of the tangent kernel is at most a parabola in the residual, which vanishes with it. */
export const diagonalParabola = claim({
  id: 'diagonal-bound-32',
  title: 'K_jj <= 16 Σ‖H‖² (|r_j|/2)(1 - |r_j|/2)',
  source: 'App. A.2, (31)(32)',
  theory: qnn,
  statement: 'K_jj <= 16 sum_l(h_l^2) (1/2 |r_j|) (1 - 1/2 |r_j|)',
  uses: ['commutator-bound', 'parts-bound'],
  given: diagonal,
  proof: chain('K_jj')
    .equals('sum_l(a_jl^2)', rewriting('jacobian'), 'Eq. (4) on the diagonal.')
    .atMost(
      '16 sum_l(h_l^2) (u_j† u_j) (w_j† w_j)',
      positivity(() => over('l', fact('commutator-bound')), 'commutator-bound'),
      'The bound (30) for each parameter.',
    )
    .atMost(
      '16 sum_l(h_l^2) (1/2 |r_j|) (1 - 1/2 |r_j|)',
      positivity(
        (term) => product(constant(term('16')), over('l', square(term('h_l'))), fact('parts-bound')),
        'parts-bound',
      ),
      'Both parts in terms of the residual.',
    ),
  models: pauliSamples,
  mutants: {
    'factor 15.9': 'K_jj <= 15.9 sum_l(h_l^2) (1/2 |r_j|) (1 - 1/2 |r_j|)',
    'without the halves': 'K_jj <= 16 sum_l(h_l^2) (1/2 |r_j|) (1 - |r_j|)',
    'turned round': 'K_jj >= 16 sum_l(h_l^2) (1/2 |r_j|) (1 - 1/2 |r_j|)',
  },
  breaksWithout: breaksDiagonal,
});

/** (33): the diagonal of the tangent kernel vanishes with the residual. */
export const diagonalBound = claim({
  id: 'diagonal-bound',
  title: 'K_jj <= 8 Σ‖H‖² |r_j|',
  source: 'App. A.2, (33)',
  theory: qnn,
  statement: 'K_jj <= 8 sum_l(h_l^2) |r_j|',
  uses: ['diagonal-bound-32'],
  given: diagonal,
  proof: chain('K_jj')
    .atMost(
      '16 sum_l(h_l^2) (1/2 |r_j|) (1 - 1/2 |r_j|)',
      positivity(() => fact('diagonal-bound-32'), 'diagonal-bound-32'),
      'The bound (32).',
    )
    .atMost(
      '8 sum_l(h_l^2) |r_j|',
      positivity((term) => product(constant(term('4')), over('l', square(term('h_l'))), square(term('r_j')))),
      'Drop the factor 1 - |r|/2.',
    ),
  models: pauliSamples,
  mutants: {
    'factor 7.9': 'K_jj <= 7.9 sum_l(h_l^2) |r_j|',
    'residual squared': 'K_jj <= 8 sum_l(h_l^2) r_j^2',
    'turned round': 'K_jj >= 8 sum_l(h_l^2) |r_j|',
    'signed residual': 'K_jj <= 8 sum_l(h_l^2) r_j',
  },
  breaksWithout: breaksDiagonal,
});
