import {
  pointwiseSublinearLaw,
  printedSublinearLaw,
  sublinearTrajectoryLaw,
} from '../../property-tests/theorem-3.2.law.js';
import { certificate, chain, claim, evidentlyPositive, positivity } from '../../src/index.js';
import { given } from '../hypotheses.js';
import { qnnModels } from '../models/qnn-models.js';
import { trainingWitness } from '../models/training-witness.js';
import { defining, qnn } from '../notation.js';
import { sublinearChain } from './sublinear-chain.js';
import { breaksAlways, tenfold, training } from './training.js';

const { constant, fact } = certificate;
const pauliWithRoot = qnnModels({ pure: true, measurement: 'pauli', labels: 'signs', root: true });

const pauliTraining = {
  ...training,
  pure: given.pure,
  pauli: given.pauli,
  labels: given.labels,
  parts: defining('u', 'w'),
};

/** Each hypothesis is needed: the start of `trainingWitness` with this alone made wrong breaks the pointwise bound. */
const { state: pure, ...always } = breaksAlways;
const breaksWithout = { ...always, pure, pauli: tenfold, labels: trainingWitness({ y: ['8/25'] }) };

/**
 * Theorem 3.2 with the constant that its own proof gives: c1 = 8√2 η Σ‖H‖², which is sharp (d = 2, H = σ_y, M0 = σ_z).
 */
export const sublinearWithSharpConstant = claim({
  id: 'theorem-3.2-constant',
  title: 'No faster than sublinear, with c1 = 8√2 η Σ‖H‖²',
  source: 'beyond the paper; App. A.2, (26)-(38)',
  sharpens: 'theorem-3.2',
  theory: qnn,
  statement: { kind: 'inverse-square', loss: 'L', rate: '8 √2 η sum_l(h_l^2)' },
  uses: ['loss-dynamics', 'diagonal-bound'],
  given: pauliTraining,
  proof: sublinearChain({
    claim: 'diagonal-bound',
    coefficient: '8',
    positive: (term) => constant(term('8')),
    using: [],
  }),
  models: pauliWithRoot,
  laws: [pointwiseSublinearLaw, sublinearTrajectoryLaw],
  mutants: {
    'c1 = 11.2': { kind: 'inverse-square', loss: 'L', rate: '11.2 η sum_l(h_l^2)' },
    'without Σ over l of the square': { kind: 'inverse-square', loss: 'L', rate: '8 √2 η sum_l(h_l)' },
    'c1 = 8': { kind: 'inverse-square', loss: 'L', rate: '8 η sum_l(h_l^2)' },
    'divided by m': { kind: 'inverse-square', loss: 'L', rate: '8 √2 η/m sum_l(h_l^2)' },
  },
  breaksWithout,
});

/** Theorem 3.2 as printed: L(t) >= 1/(c0 + c1 t)² with c1 = 12 η Σ‖H‖². True, with 12 where 8√2 = 11.31... is enough. */
export const sublinear = claim({
  id: 'theorem-3.2',
  title: 'No faster than sublinear convergence',
  source: 'Thm. 3.2, (5), (39)-(42)',
  asPrinted: true,
  theory: qnn,
  statement: { kind: 'inverse-square', loss: 'L', rate: '12 η sum_l(h_l^2)' },
  uses: ['theorem-3.2-constant', 'loss-nonnegative'],
  given: pauliTraining,
  proof: chain('-Ldot')
    .atMost(
      '2 (8 √2 η sum_l(h_l^2)) L sqrt(L)',
      positivity(() => fact('theorem-3.2-constant'), 'theorem-3.2-constant'),
      'The sharp constant.',
    )
    .atMost(
      '2 (12 η sum_l(h_l^2)) L sqrt(L)',
      evidentlyPositive('rate', 'root', 'loss-nonnegative'),
      '8√2 <= 12, because 128 <= 144; η, Σ‖H‖², L and √L are not negative.',
    ),
  models: pauliWithRoot,
  laws: [printedSublinearLaw],
  mutants: {
    'c1 = 11.2 η Σ‖H‖²': { kind: 'inverse-square', loss: 'L', rate: '11.2 η sum_l(h_l^2)' },
    'c1 = 6 η Σ‖H‖²': { kind: 'inverse-square', loss: 'L', rate: '6 η sum_l(h_l^2)' },
    'without the learning rate': { kind: 'inverse-square', loss: 'L', rate: '12 sum_l(h_l^2)' },
    'divided by the number of samples squared': { kind: 'inverse-square', loss: 'L', rate: '12 η/m^2 sum_l(h_l^2)' },
  },
  breaksWithout,
});
