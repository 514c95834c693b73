import { type ComplexMatrix, zeros } from './complex-matrix.js';
import { requireSameShape, requireSquare } from './matrix-shape.js';

export function add(a: ComplexMatrix, b: ComplexMatrix): ComplexMatrix {
  requireSameShape('add', a, b);
  return combination(1, a, 1, b);
}

export function sub(a: ComplexMatrix, b: ComplexMatrix): ComplexMatrix {
  requireSameShape('sub', a, b);
  return combination(1, a, -1, b);
}

/** (re + i im) a. */
export function scale(a: ComplexMatrix, re: number, im = 0): ComplexMatrix {
  const c = zeros(a.rows, a.cols);
  for (let k = 0; k < c.re.length; k++) {
    c.re[k] = re * a.re[k] - im * a.im[k];
    c.im[k] = re * a.im[k] + im * a.re[k];
  }
  return c;
}

/** i a, without rounding. */
export function timesI(a: ComplexMatrix): ComplexMatrix {
  return { rows: a.rows, cols: a.cols, re: a.im.map((x) => -x), im: Float64Array.from(a.re) };
}

/** diag(values) a: row i times values_i. */
export function scaleRows(values: Float64Array, a: ComplexMatrix): ComplexMatrix {
  const c = zeros(a.rows, a.cols);
  for (let k = 0; k < c.re.length; k++) {
    const value = values[Math.floor(k / a.cols)];
    c.re[k] = value * a.re[k];
    c.im[k] = value * a.im[k];
  }
  return c;
}

/** The entrywise product a_ij b_ij. */
export function hadamard(a: ComplexMatrix, b: ComplexMatrix): ComplexMatrix {
  requireSameShape('hadamard', a, b);
  const c = zeros(a.rows, a.cols);
  for (let k = 0; k < c.re.length; k++) {
    c.re[k] = a.re[k] * b.re[k] - a.im[k] * b.im[k];
    c.im[k] = a.re[k] * b.im[k] + a.im[k] * b.re[k];
  }
  return c;
}

export function transpose(a: ComplexMatrix): ComplexMatrix {
  return flip(a, 1);
}

/** The conjugate transpose. */
export function adjoint(a: ComplexMatrix): ComplexMatrix {
  return flip(a, -1);
}

/** (a + a^dagger) / 2; exactly Hermitian. */
export function hermitianPart(a: ComplexMatrix): ComplexMatrix {
  requireSquare('hermitianPart', a);
  return combination(0.5, a, 0.5, adjoint(a));
}

/** p a + q b for real p and q. */
function combination(p: number, a: ComplexMatrix, q: number, b: ComplexMatrix): ComplexMatrix {
  const c = zeros(a.rows, a.cols);
  for (let k = 0; k < c.re.length; k++) {
    c.re[k] = p * a.re[k] + q * b.re[k];
    c.im[k] = p * a.im[k] + q * b.im[k];
  }
  return c;
}

function flip(a: ComplexMatrix, sign: 1 | -1): ComplexMatrix {
  const c = zeros(a.cols, a.rows);
  for (let i = 0; i < a.rows; i++) {
    for (let j = 0; j < a.cols; j++) {
      c.re[j * a.rows + i] = a.re[i * a.cols + j];
      c.im[j * a.rows + i] = sign * a.im[i * a.cols + j];
    }
  }
  return c;
}
