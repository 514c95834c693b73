import { type ComplexMatrix, identity } from '../numeric/complex-matrix.js';
import { eigenvaluesOf } from '../numeric/hermitian-eigen.js';
import { mulAdjoint } from '../numeric/matrix-products.js';
import { frobeniusNorm, maxAbs, trace } from '../numeric/matrix-scalars.js';
import { adjoint, hermitianPart, sub } from '../numeric/matrix-sums.js';

/** Input is accepted to this accuracy, Hermiticity and positivity relative to the largest entry: nine decimals may be typed. */
const INPUT_TOLERANCE = 1e-9;

/** What is wrong with a matrix: `expected X, got Y`, and the part (real or imaginary) that shows it, if one does. */
export interface Complaint {
  readonly part: 're' | 'im' | null;
  readonly text: string;
}

export function hermitianComplaint(a: ComplexMatrix): Complaint | null {
  const difference = sub(a, adjoint(a));
  const worst = largestEntry(difference);
  if (worst.size <= INPUT_TOLERANCE * maxAbs(a)) return null;
  const expected = 'expected a Hermitian matrix (to 1e-9 of its largest entry)';
  const { row, col } = worst;
  if (row === col) {
    const part = short(Math.abs(a.im[worst.index]));
    return { part: 'im', text: `${expected}, got an imaginary part of ${part} at [${row}][${row}]; it must be 0` };
  }
  const inReal = Math.abs(difference.re[worst.index]) >= Math.abs(difference.im[worst.index]);
  const cure = `[${col}][${row}] must ${inReal ? 'equal it' : 'be its negative'}`;
  return {
    part: inReal ? 're' : 'im',
    text: `${expected}, got an asymmetry of ${short(worst.size)} at [${row}][${col}]; ${cure}`,
  };
}

export function unitaryComplaint(u: ComplexMatrix): Complaint | null {
  const worst = largestEntry(sub(mulAdjoint(u, u), identity(u.cols)));
  if (worst.size <= INPUT_TOLERANCE) return null;
  const place = `[${worst.row}][${worst.col}]`;
  return {
    part: null,
    text: `expected a unitary matrix (U^dagger U = I to 1e-9), got an error of ${short(worst.size)} at ${place} of U^dagger U`,
  };
}

export function unitVectorComplaint(v: ComplexMatrix): Complaint | null {
  const norm = frobeniusNorm(v);
  if (Math.abs(norm - 1) <= INPUT_TOLERANCE) return null;
  const got = norm === 0 ? 'the zero vector' : `norm ${norm}; divide the vector by it`;
  return { part: null, text: `expected a state vector of norm 1 (to 1e-9), got ${got}` };
}

/** Hermitian, trace 1, no negative eigenvalue. */
export function densityComplaint(rho: ComplexMatrix): Complaint | null {
  const asymmetry = hermitianComplaint(rho);
  if (asymmetry !== null) return asymmetry;
  const weight = trace(rho).re;
  if (Math.abs(weight - 1) > INPUT_TOLERANCE) {
    const cure = weight > 0 ? '; divide the matrix by it' : '';
    return { part: null, text: `expected a density matrix of trace 1 (to 1e-9), got trace ${weight}${cure}` };
  }
  const lowest = eigenvaluesOf(hermitianPart(rho))[0];
  if (lowest >= -INPUT_TOLERANCE * maxAbs(rho)) return null;
  return {
    part: null,
    text: `expected a positive semidefinite density matrix (to 1e-9 of its largest entry), got the eigenvalue ${short(lowest)}`,
  };
}

function largestEntry(a: ComplexMatrix) {
  let index = 0;
  let size = 0;
  for (let k = 0; k < a.re.length; k++) {
    const modulus = Math.hypot(a.re[k], a.im[k]);
    if (modulus > size || Number.isNaN(modulus)) {
      index = k;
      size = modulus;
      if (Number.isNaN(size)) break;
    }
  }
  return { index, size, row: Math.floor(index / a.cols), col: index % a.cols };
}

/** Three digits: enough to judge a defect by. */
function short(x: number): string {
  return String(Number(x.toPrecision(3)));
}
