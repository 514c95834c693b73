import type { ComplexMatrix } from '../numeric/complex-matrix.js';
import { add, scale } from '../numeric/matrix-sums.js';
import type { DataSet } from '../quantum/data-set.js';
import { asymptoticVelocity, pull } from './asymptotic-flow.js';
import { rungeKuttaStep } from './runge-kutta.js';

/**
 * Control: the asymptotic flow by the classical Runge-Kutta method on M itself, `steps` steps of length h from M(0) = m.
 *
 * It converges with order 4 to the same M(t), but its spectrum drifts, by O(h^4) over a fixed time: a check of spectrum invariance that
 * it passes at coarse h measures nothing.
 */
export function asymptoticFlowUnprotected(m: ComplexMatrix, data: DataSet, h: number, steps: number): ComplexMatrix {
  return repeated((y) => rungeKuttaStep(matrices, (now) => asymptoticVelocity(now, data), y, h), m, steps);
}

/**
 * Control: the gradient flow of the loss over all Hermitian M, dM/dt = sum_j r_j rho_j (-m times dL/dM).
 *
 * It is kernel regression with the constant kernel tr(rho_i rho_j), dr_i/dt = -sum_j tr(rho_i rho_j) r_j, and loses the spectrum of
 * M(0) (Sec. 3). Classical Runge-Kutta, `steps` steps of length h.
 */
export function unconstrainedFlow(m: ComplexMatrix, data: DataSet, h: number, steps: number): ComplexMatrix {
  return repeated((y) => rungeKuttaStep(matrices, (now) => pull(now, data), y, h), m, steps);
}

const matrices = { shifted: (a: ComplexMatrix, h: number, b: ComplexMatrix) => add(a, scale(b, h)) };

function repeated<S>(step: (y: S) => S, start: S, steps: number): S {
  let y = start;
  for (let k = 0; k < steps; k++) y = step(y);
  return y;
}
