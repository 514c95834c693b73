import { BadInput } from './bad-input.js';
import { type ComplexMatrix, zeros } from './complex-matrix.js';
import { mul } from './matrix-products.js';
import { adjoint } from './matrix-sums.js';
import { thinQR } from './thin-qr.js';

/** X with A X = B, A square, by a QR decomposition; relative error about n eps times the condition of A. Throws BadInput for a singular A. */
export function solve(a: ComplexMatrix, b: ComplexMatrix): ComplexMatrix {
  const { q, r } = thinQR(a);
  return backSubstitute(r, mul(adjoint(q), b));
}

/** X with R X = B, R upper triangular. Throws BadInput where R has a zero on its diagonal. */
export function backSubstitute(r: ComplexMatrix, b: ComplexMatrix): ComplexMatrix {
  const n = r.rows;
  if (r.cols !== n || b.rows !== n) {
    throw new BadInput(`solve: expected an n x n matrix and n rows, got ${n}x${r.cols} and ${b.rows} rows`);
  }
  const x = zeros(n, b.cols);
  for (let i = n - 1; i >= 0; i--) {
    const [p, q] = [r.re[i * n + i], r.im[i * n + i]];
    const square = p * p + q * q;
    if (!(square > 0)) throw new BadInput('solve: expected a regular matrix, got a singular one');
    for (let c = 0; c < b.cols; c++) {
      let [re, im] = [b.re[i * b.cols + c], b.im[i * b.cols + c]];
      for (let k = i + 1; k < n; k++) {
        const [s, t] = [i * n + k, k * b.cols + c];
        re -= r.re[s] * x.re[t] - r.im[s] * x.im[t];
        im -= r.re[s] * x.im[t] + r.im[s] * x.re[t];
      }
      x.re[i * b.cols + c] = (re * p + im * q) / square;
      x.im[i * b.cols + c] = (im * p - re * q) / square;
    }
  }
  return x;
}
