import type { ComplexMatrix } from '../numeric/complex-matrix.js';
import type { GaugeProblem } from './training-chain.js';
import { trainingKernel } from './training-kernel.js';

/**
 * C_ij = <v_i| M(theta) |v_j> of the m inputs v_j as a function of theta, m x m Hermitian: what Kasym of orthonormal inputs is made of.
 *
 * By polarisation from predictions alone, those of (v_i + v_j)/sqrt 2 and (v_i + i v_j)/sqrt 2 beside those of v_i: m² chains instead of m.
 * Off by about 4 (d + p) eps gamma.
 */
export function asymptoticEntries(problem: GaugeProblem): (theta: Float64Array) => ComplexMatrix {
  const m = problem.inputs.cols;
  const pairs = Array.from({ length: m }, (_, i) => Array.from({ length: m }, (_, j) => [i, j] as const))
    .flat()
    .filter(([i, j]) => i < j);
  const inputs = withSums(problem.inputs, pairs);
  const kernel = trainingKernel({ ...problem, inputs, labels: new Float64Array(inputs.cols) });
  return (theta) => {
    const { predictions } = kernel.value(theta);
    const [re, im] = [new Float64Array(m * m), new Float64Array(m * m)];
    for (let i = 0; i < m; i++) re[i * m + i] = predictions[i];
    pairs.forEach(([i, j], k) => {
      const mean = (predictions[i] + predictions[j]) / 2;
      // <v_i + z v_j|M|v_i + z v_j>/2 = mean + Re(z C_ij).
      const [real, imaginary] = [predictions[m + 2 * k] - mean, mean - predictions[m + 2 * k + 1]];
      re[i * m + j] = real;
      re[j * m + i] = real;
      im[i * m + j] = imaginary;
      im[j * m + i] = -imaginary;
    });
    return { rows: m, cols: m, re, im };
  };
}

/** The columns, then for each pair (v_i + v_j)/sqrt 2 and (v_i + i v_j)/sqrt 2. */
function withSums(
  { rows, cols: m, re, im }: ComplexMatrix,
  pairs: readonly (readonly [number, number])[],
): ComplexMatrix {
  const cols = m + 2 * pairs.length;
  const out = { rows, cols, re: new Float64Array(rows * cols), im: new Float64Array(rows * cols) };
  for (let row = 0; row < rows; row++) {
    for (let j = 0; j < m; j++) {
      out.re[row * cols + j] = re[row * m + j];
      out.im[row * cols + j] = im[row * m + j];
    }
    pairs.forEach(([i, j], k) => {
      const at = row * cols + m + 2 * k;
      const [a, b] = [row * m + i, row * m + j];
      out.re[at] = (re[a] + re[b]) * Math.SQRT1_2;
      out.im[at] = (im[a] + im[b]) * Math.SQRT1_2;
      out.re[at + 1] = (re[a] - im[b]) * Math.SQRT1_2;
      out.im[at + 1] = (im[a] + re[b]) * Math.SQRT1_2;
    });
  }
  return out;
}
