import { type ComplexMatrix, zeros } from './complex-matrix.js';
import { requireSameShape, requireSquare } from './matrix-shape.js';

export function add(a: ComplexMatrix, b: ComplexMatrix): ComplexMatrix {
  requireSameShape('add', a, b);
  return combine(
    a,
    (k) => a.re[k] + b.re[k],
    (k) => a.im[k] + b.im[k],
  );
}

export function sub(a: ComplexMatrix, b: ComplexMatrix): ComplexMatrix {
  requireSameShape('sub', a, b);
  return combine(
    a,
    (k) => a.re[k] - b.re[k],
    (k) => a.im[k] - b.im[k],
  );
}

/** (re + i im) a. A real factor keeps zeros and infinities apart: no 0 times infinity. */
export function scale(a: ComplexMatrix, re: number, im = 0): ComplexMatrix {
  if (im === 0)
    return combine(
      a,
      (k) => re * a.re[k],
      (k) => re * a.im[k],
    );
  return combine(
    a,
    (k) => re * a.re[k] - im * a.im[k],
    (k) => re * a.im[k] + im * a.re[k],
  );
}

/** i a, without rounding. */
export function timesI(a: ComplexMatrix): ComplexMatrix {
  return combine(
    a,
    (k) => -a.im[k],
    (k) => a.re[k],
  );
}

/** The entrywise product a_ij b_ij. */
export function hadamard(a: ComplexMatrix, b: ComplexMatrix): ComplexMatrix {
  requireSameShape('hadamard', a, b);
  return combine(
    a,
    (k) => a.re[k] * b.re[k] - a.im[k] * b.im[k],
    (k) => a.re[k] * b.im[k] + a.im[k] * b.re[k],
  );
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
  const b = adjoint(a);
  return combine(
    a,
    (k) => a.re[k] / 2 + b.re[k] / 2,
    (k) => a.im[k] / 2 + b.im[k] / 2,
  );
}

function combine(shape: ComplexMatrix, re: (k: number) => number, im: (k: number) => number): ComplexMatrix {
  const c = zeros(shape.rows, shape.cols);
  for (let k = 0; k < c.re.length; k++) {
    c.re[k] = re(k);
    c.im[k] = im(k);
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
