import { type ComplexMatrix, identity } from '../numeric/complex-matrix.js';
import { unitaryExponential } from '../numeric/exponential.js';
import { mul } from '../numeric/matrix-products.js';
import { add, hermitianPart, scale, timesI } from '../numeric/matrix-sums.js';
import { lieBracket } from './lie-bracket.js';
import { conjugated } from './parameterised-measurement.js';

/**
 * One step of length h of dQ/dt = Q A(M), M = Q^dagger M0 Q, A anti-Hermitian: the flow dM/dt = [M, A(M)], kept isospectral.
 *
 * The Runge-Kutta-Munthe-Kaas method of order 4: with Q = Q_n e^Omega, Omega obeys dOmega/dt = dexpinv(Omega, A), where the
 * classical method applies because Omega lives in a vector space. Q is multiplied by unitaries only, so the spectrum of M is that
 * of M0 to about eps per step, whatever h. O(d^3): four exponentials, which take half of the time, and some twenty products.
 */
export function isospectralStep(
  m0: ComplexMatrix,
  drive: (m: ComplexMatrix) => ComplexMatrix,
  q: ComplexMatrix,
  h: number,
): ComplexMatrix {
  const m = conjugated(m0, q);
  const slope = (omega: ComplexMatrix): ComplexMatrix =>
    inverseDifferential(omega, drive(conjugated(m, exponential(omega))));
  const k1 = drive(m);
  const k2 = slope(scale(k1, h / 2));
  const k3 = slope(scale(k2, h / 2));
  const k4 = slope(scale(k3, h));
  const omega = scale(add(add(k1, scale(add(k2, k3), 2)), k4), h / 6);
  return mul(q, exponential(omega));
}

/** Q = I, where M = M0. */
export function isospectralStart(m0: ComplexMatrix): ComplexMatrix {
  return identity(m0.rows);
}

/**
 * dOmega/dt for Q = Q_n e^Omega with dQ/dt = Q a: a + [Omega, a]/2 + [Omega, [Omega, a]]/12.
 *
 * The Bernoulli series ends here: its next term vanishes, and the one after is O(h^4), beyond order 4.
 */
function inverseDifferential(omega: ComplexMatrix, a: ComplexMatrix): ComplexMatrix {
  const once = lieBracket(omega, a);
  return add(a, add(scale(once, 1 / 2), scale(lieBracket(omega, once), 1 / 12)));
}

/** e^Omega for an anti-Hermitian Omega. */
function exponential(omega: ComplexMatrix): ComplexMatrix {
  return unitaryExponential(hermitianPart(timesI(omega)), 1);
}
