import { BadInput } from '../numeric/bad-input.js';
import { type ComplexMatrix, identity } from '../numeric/complex-matrix.js';
import { mul, mulAdjoint } from '../numeric/matrix-products.js';
import { maxAbs } from '../numeric/matrix-scalars.js';
import { add, hadamard, scale, sub, transpose } from '../numeric/matrix-sums.js';

/** Lemma C.2 for pure inputs v_j and M = gamma (Pi_+ - Pi_-): u_j = Pi_+ v_j, w_j = Pi_- v_j. */
export interface HadamardForm {
  /** P_ij = u_i^dagger u_j, m x m. */
  readonly p: ComplexMatrix;
  /** N_ij = w_i^dagger w_j, m x m. */
  readonly n: ComplexMatrix;
  /** 4 gamma^2 (P o N^T + P^T o N) = Kasym, Eq. (111); its imaginary part is 0 but for rounding. */
  readonly kernel: ComplexMatrix;
}

/** M^2 may differ from gamma^2 I by this much relative to gamma^2: the tolerance of the instance file. */
const SQUARE_TOLERANCE = 1e-9;

/** The form for the d x m matrix V of inputs; throws unless M^2 = gamma^2 I with gamma > 0. O(d^2 m + d^3 for the check). */
export function hadamardForm(m: ComplexMatrix, gamma: number, v: ComplexMatrix): HadamardForm {
  const square = scale(identity(m.rows), gamma * gamma);
  if (!(gamma > 0) || maxAbs(sub(mul(m, m), square)) > SQUARE_TOLERANCE * gamma * gamma) {
    throw new BadInput(`hadamardForm: expected a measurement with M^2 = gamma^2 I for gamma = ${gamma}`);
  }
  const reflected = scale(mul(m, v), 1 / gamma);
  const u = scale(add(v, reflected), 0.5);
  const w = scale(sub(v, reflected), 0.5);
  const p = mulAdjoint(u, u);
  const n = mulAdjoint(w, w);
  const kernel = scale(add(hadamard(p, transpose(n)), hadamard(transpose(p), n)), 4 * gamma * gamma);
  return { p, n, kernel };
}
