/** The loss that Theorem 3.2 prints. */
import { chain, claim, rewriting } from '../../src/index.js';
import { qnnModels } from '../models/qnn-models.js';
import { defining, qnn } from '../notation.js';

const anyMeasurement = qnnModels({ pure: false, measurement: 'general', labels: 'real', root: false });
const meaning = { loss: defining('L'), residual: defining('r', 'ŷ') };

/**
 * Theorem 3.2 as printed: L = (1/2m) Σ tr(ρ_j M - y_j)², where the label stands under the trace and counts d times.
 *
 * The other reading, with the square under the trace too, is a wrong variant of the repair, and dies as well.
 */
export const printedLoss = claim({
  id: 'theorem-3.2-loss',
  title: 'The loss with the labels under the trace',
  source: 'Thm. 3.2, before (5)',
  asPrinted: true,
  erratum: {
    severity: 'misprint',
    printed: 'L(θ) = (1/2m) Σ_j tr(ρ_j M(θ) - y_j)²',
    change: 'close the trace before the label, and square the difference',
  },
  theory: qnn,
  statement: 'L = 1/2 1/m sum_j(tr(ρ_j M - y_j I)^2)',
  given: meaning,
  models: anyMeasurement,
  mutants: {
    'the square under the trace': 'L = 1/2 1/m sum_j(tr((ρ_j M - y_j I)^2))',
    'without the half': 'L = 1/m sum_j(tr(ρ_j M - y_j I)^2)',
    'without the mean': 'L = 1/2 sum_j(tr(ρ_j M - y_j I)^2)',
  },
});

/** The mean square loss that the proof of Theorem 3.2 and all the rest of the paper mean: (1/2m) Σ (tr(ρ_j M) - y_j)². */
export const repairedLoss = claim({
  id: 'theorem-3.2-loss-repaired',
  repairs: 'theorem-3.2-loss',
  title: 'The mean square loss, (1/2m) Σ (tr(ρ_j M) - y_j)²',
  source: 'Thm. 3.2, before (5), repaired; Sec. 2, App. A.2',
  theory: qnn,
  statement: 'L = 1/2 1/m sum_j((tr(ρ_j M) - y_j)^2)',
  given: meaning,
  proof: chain('L').equals(
    '1/2 1/m sum_j((tr(ρ_j M) - y_j)^2)',
    rewriting('loss', 'residual'),
    'L = rᵀr/2m with r = y - ŷ and ŷ = tr(ρM).',
  ),
  models: anyMeasurement,
  mutants: {
    'as printed': 'L = 1/2 1/m sum_j(tr(ρ_j M - y_j I)^2)',
    'as printed, the square under the trace': 'L = 1/2 1/m sum_j(tr((ρ_j M - y_j I)^2))',
    'square of the mean': 'L = 1/2 (1/m sum_j(tr(ρ_j M) - y_j))^2',
  },
});
