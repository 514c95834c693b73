import type { ComplexMatrix } from '../numeric/complex-matrix.js';
import { commutator } from '../numeric/matrix-products.js';
import { frobeniusNorm } from '../numeric/matrix-scalars.js';
import { add, scale, sub } from '../numeric/matrix-sums.js';
import type { DataSet } from '../quantum/data-set.js';
import { isospectralStart, isospectralStep } from './isospectral-step.js';
import { lieBracket } from './lie-bracket.js';
import { loss } from './loss.js';
import { conjugated } from './parameterised-measurement.js';
import { predictions, residuals } from './predictions.js';
import { type Sampling, sampleFlowWithPauses, withoutPauses } from './step-halving.js';

export interface AsymptoticPoint {
  /** On the clock of Lemma 4.1, where eta = m/(pZ): iteration k of descent with rate a is the time k a p Z / m. */
  readonly time: number;
  readonly loss: number;
  readonly predictions: Float64Array;
  /** M(t), Hermitian d x d, unitarily equivalent to M(0). */
  readonly measurement: ComplexMatrix;
  /** Estimated error of M(t) in the Frobenius norm, by step halving; a prediction is off by no more. */
  readonly error: number;
}

/**
 * The asymptotic flow of Eq. (10), dM/dt = sum_j r_j [M, [M, rho_j]], from M(0) = m0; there dr/dt = -Kasym r.
 *
 * M is carried as Q^dagger m0 Q, so its spectrum is kept by construction. A step costs O(d^3), whatever the number of samples. The tolerance
 * is in the units of the measurement.
 */
export function asymptoticFlow(m0: ComplexMatrix, data: DataSet, sampling: Sampling): Generator<AsymptoticPoint> {
  return withoutPauses(asymptoticFlowWithPauses(m0, data, sampling));
}

/** The same flow, yielding null after every step between two points: a long flow can be interrupted. */
export function* asymptoticFlowWithPauses(
  m0: ComplexMatrix,
  data: DataSet,
  sampling: Sampling,
): Generator<AsymptoticPoint | null> {
  const method = {
    step: (q: ComplexMatrix, h: number) => isospectralStep(m0, (m) => lieBracket(m, pull(m, data)), q, h),
    distance: (a: ComplexMatrix, b: ComplexMatrix) => frobeniusNorm(sub(conjugated(m0, a), conjugated(m0, b))),
    rounding: 4 * m0.rows * Number.EPSILON * frobeniusNorm(m0),
  };
  for (const point of sampleFlowWithPauses(method, isospectralStart(m0), sampling)) {
    if (point === null) {
      yield null;
      continue;
    }
    const { time, state, error } = point;
    const measurement = conjugated(m0, state);
    const yhat = predictions(data.states, measurement);
    yield { time, loss: loss(residuals(data.labels, yhat)), predictions: yhat, measurement, error };
  }
}

/** The right side of Eq. (10) at a Hermitian M: [M, [M, X]] with X = sum_j r_j rho_j; two commutators, O(d^3). */
export function asymptoticVelocity(m: ComplexMatrix, data: DataSet): ComplexMatrix {
  return commutator(m, commutator(m, pull(m, data)));
}

/** X = sum_j r_j rho_j = -m dL/dM: what would pull M to the labels if M were free. Hermitian d x d. */
export function pull(m: ComplexMatrix, { states, labels }: DataSet): ComplexMatrix {
  const r = residuals(labels, predictions(states, m));
  return states.map(({ densityMatrix }, j) => scale(densityMatrix, r[j])).reduce(add);
}
