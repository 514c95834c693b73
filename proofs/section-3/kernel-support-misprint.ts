/** The algebra under the remark after (42), where the measurement has a kernel: s_j = ‖u_j‖² + ‖w_j‖² <= 1. */
import { certificate, chain, claim, positivity, rewriting } from '../../src/index.js';
import { given } from '../hypotheses.js';
import { qnnModels } from '../models/qnn-models.js';
import { trainingWitness } from '../models/training-witness.js';
import { defining, qnn } from '../notation.js';
import { timesMatrix, Z } from '../witnesses.js';

const { constant, dominates, gram, plus, square, times } = certificate;
const gapped = qnnModels({ pure: true, measurement: 'gapped', labels: 'signs', root: false });

/** The third line of the display as printed: "(1 - y_j)²" where 1 - y_j² is meant. False for y_j = -1, where it is 4 for 0. */
export const kernelSupportMisprint = claim({
  id: 'theorem-3.2-kernel-support-square',
  title: '1 - (y - r)² = (1 - y)² + 2yr - r²',
  source: 'App. A.2, remark after (42)',
  asPrinted: true,
  erratum: {
    severity: 'misprint',
    printed: '(1 - (y_j - r_j)²)/4 = ((1 - y_j)² + 2y_j r_j - r_j²)/4',
    change: 'read 1 - y_j² for (1 - y_j)²; both are 0 for y_j = 1 only',
    stepOf: ['theorem-3.2-kernel-support-parts'],
  },
  theory: qnn,
  statement: '1/4 (1 - (y_j - r_j)^2) = 1/4 ((1 - y_j)^2 + 2 y_j r_j - r_j^2)',
  given: { labels: given.labels, residual: defining('r', 'ŷ') },
  models: gapped,
  mutants: {
    'the sign of the mixed term': '1/4 (1 - (y_j - r_j)^2) = 1/4 ((1 - y_j)^2 - 2 y_j r_j - r_j^2)',
    'plus for minus': '1/4 (1 - (y_j - r_j)^2) = 1/4 ((1 + y_j)^2 + 2 y_j r_j - r_j^2)',
    'the mixed term once': '1/4 (1 - (y_j - r_j)^2) = 1/4 ((1 - y_j)^2 + y_j r_j - r_j^2)',
  },
});

/** The same line with 1 - y_j²: true for any label. */
export const kernelSupportSquare = claim({
  id: 'theorem-3.2-kernel-support-square-repaired',
  repairs: 'theorem-3.2-kernel-support-square',
  title: '1 - (y - r)² = 1 - y² + 2yr - r²',
  source: 'App. A.2, remark after (42), repaired',
  theory: qnn,
  statement: '1/4 (1 - (y_j - r_j)^2) = 1/4 (1 - y_j^2 + 2 y_j r_j - r_j^2)',
  given: {},
  proof: chain('1/4 (1 - (y_j - r_j)^2)').equals(
    '1/4 (1 - y_j^2 + 2 y_j r_j - r_j^2)',
    rewriting(),
    'Open the square.',
  ),
  models: gapped,
  mutants: { 'as printed': '1/4 (1 - (y_j - r_j)^2) = 1/4 ((1 - y_j)^2 + 2 y_j r_j - r_j^2)' },
});

/**
 * What the display is there for, and it is true: with a kernel of M too, the parts of an input in the two eigenspaces obey
 * ‖u‖²‖w‖² <= |r|/2. The remark fails one step earlier, where it takes (30) for granted.
 */
export const kernelSupportParts = claim({
  id: 'theorem-3.2-kernel-support-parts',
  title: '‖u‖²‖w‖² <= |r_j|/2 when M has a kernel',
  source: 'App. A.2, remark after (42)',
  theory: qnn,
  statement: '(u_j† u_j) (w_j† w_j) <= 1/2 |r_j|',
  given: {
    pure: given.pure,
    gapped: given.gapped,
    labels: given.labels,
    parts: defining('u', 'w'),
    residual: defining('r', 'ŷ'),
  },
  proof: chain('(u_j† u_j) (w_j† w_j)')
    .equals(
      '1/4 ((u_j† u_j + w_j† w_j)^2 - (y_j - r_j)^2)',
      rewriting('residual', 'parts', 'gapped', 'pure'),
      'With s = ‖u‖² + ‖w‖² and ‖u‖² - ‖w‖² = ŷ = y - r.',
    )
    .atMost(
      '1/4 (1 - (y_j - r_j)^2)',
      positivity(
        (term) =>
          times(
            constant(term('1/4')),
            gram(term('(I - Π₊ - Π₋) v_j')),
            plus(constant(term('1')), gram(term('u_j')), gram(term('w_j'))),
          ),
        'parts',
        'gapped',
        'pure',
      ),
      '1 - s² = (1 - s)(1 + s), and 1 - s is the part of the input in the kernel of M.',
    )
    .equals('1/4 (1 - y_j^2 + 2 y_j r_j - r_j^2)', rewriting(), 'Printed with (1 - y)² for 1 - y².')
    .atMost(
      '1/2 |r_j|',
      positivity(
        (term) =>
          plus(
            times(constant(term('1/2')), dominates(term('y_j r_j'))),
            times(constant(term('1/4')), square(term('r_j'))),
          ),
        'labels',
      ),
      'y² = 1, yr <= |r|, and -r² <= 0.',
    ),
  models: gapped,
  mutants: {
    'a third': '(u_j† u_j) (w_j† w_j) <= 1/3 |r_j|',
    'the residual squared': '(u_j† u_j) (w_j† w_j) <= 1/2 r_j^2',
    'turned round': '(u_j† u_j) (w_j† w_j) >= 1/2 |r_j|',
  },
  breaksWithout: {
    pure: trainingWitness({ v: [[['8/5'], ['6/5']]] }),
    gapped: trainingWitness({ M: timesMatrix('25/7', Z) }),
    labels: trainingWitness({ y: ['8/25'] }),
  },
});
