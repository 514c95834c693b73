/**
 * The hypothesis that Theorem 4.4 leaves out: a minimum with given directions û_j exists only where P <= I.
 *
 * “Over the uniform measure over all the global minima, the direction vectors û_i are sampled independently and uniformly” is
 * said before (117). But the inputs are orthonormal, so that I - P is the Gram matrix of the w_j; directions too close to
 * each other leave no room for these. For m <= d/2 the converse is true as well, by a factor of I - P, and not shown here; for
 * m > d/2 the rank of I - P is at most d/2, which independent directions have with probability 0.
 *
 * Of 400 draws (100 for d = 512) of m independent uniform directions, half of the labels +1, P <= I failed in
 *
 *     m/d         1/4          1/8                1/16                          1/32
 *     (m, d)      (8, 32)      (4, 32)  (8, 64)   (8, 128)  (16, 256) (32, 512)  (8, 256)  (16, 512)
 *     γ = 2       100%         29%      95%       44%       96%       100%       2%        12%
 *     γ = 4        95%          4%      34%        1%        2%         5%       0%         0%
 *
 * so that (12) is about a measure conditional on P <= I, or about minima that do not exist.
 */
import { assume, certificate, chain, claim, positivity, witness } from '../../src/index.js';
import { existingModels, scaledModels } from '../models/directions-models.js';
import { besides, directions, minimum } from './directions-notation.js';

const { gramMatrix, over, plus, square } = certificate;

const FORM = 'sum_ij(c_i† P_ij c_j)';
const NORM = 'sum_j(c_j† c_j)';
const gram = { kernel: besides.overlaps, gram: besides.gram };

/** What the print takes for granted: any directions belong to a minimum. Two equal ones with the label 1 do not. */
export const anyDirections = claim({
  id: 'theorem-4.4-existence-printed',
  title: 'Any unit vectors û_j are directions of a minimum: P <= I',
  source: 'App. C.2, before (117)',
  asPrinted: true,
  erratum: {
    severity: 'missing hypothesis',
    printed:
      '“Over the uniform measure over all the global minima, the direction vectors û_i are sampled independently and uniformly from a d/2-dimensional (complex) sphere”',
    change: 'conditional on P <= I, P_ij = b_i b_j û_i†û_j: other directions belong to no minimum',
    stepOf: ['theorem-4.4-probability'],
  },
  theory: directions,
  statement: `${FORM} <= ${NORM}`,
  given: { unit: minimum.unit, norms: minimum.norms, labels: minimum.labels, scale: besides.scale, ...gram },
  models: scaledModels,
  mutants: {
    'half of it': `${FORM} <= 1/2 ${NORM}`,
    'turned round': `${FORM} >= ${NORM}`,
    never: `${FORM} <= 0`,
  },
});

/** P <= I where there are vectors w_j that complete the u_j to orthonormal inputs. */
export const existence = claim({
  id: 'theorem-4.4-existence',
  repairs: 'theorem-4.4-existence-printed',
  title: 'Directions of a minimum have P <= I',
  source: 'App. C.2, before (117), repaired',
  theory: directions,
  statement: `${FORM} <= ${NORM}`,
  given: {
    complete: assume(directions, 'with some w_j the inputs are orthonormal', 'w_i† w_j = delta_ij - P_ij'),
    ...gram,
  },
  proof: chain(FORM).atMost(
    NORM,
    positivity((term) => gramMatrix(term('sum_j(w_j c_j)')), 'complete'),
    'I - P is the Gram matrix of the w_j.',
  ),
  models: existingModels,
  mutants: {
    'half of it': `${FORM} <= 1/2 ${NORM}`,
    'turned round': `${FORM} >= ${NORM}`,
    'opposite sign': `${FORM} <= -${NORM}`,
  },
  alsoTrue: {
    'left side: its sign flipped': chain(`-${FORM}`).atMost(
      NORM,
      positivity(
        (term) => plus(over('j', square(term('c_j'))), gramMatrix(term('sum_j(b_j û_j c_j)'))),
        ...Object.keys(gram),
      ),
    ),
  },
  breaksWithout: {
    complete: witness(
      directions,
      { n: 1, m: 1 },
      { û: [[['2']]], b: ['1'], w: [[['0']]], c: ['1'], y: ['1'], γ: '1', ξ: '3', x: ['1'] },
    ),
  },
});
