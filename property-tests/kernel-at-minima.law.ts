/**
 * The kernel at a global minimum: by commutators, and by (113) with R ∘ R, the entries of R taken from its printed blocks.
 *
 * Besides the minima of the claim's models there are random ones of the kind that Theorem 4.4 samples from: Haar-random
 * directions û_j, here drawn towards orthogonal ones as far as P <= I asks for, without which no w_j exist.
 */
import fc from 'fast-check';
import { minimaModels } from '../proofs/models/minima-models.js';
import { qnn } from '../proofs/notation.js';
import {
  asymptoticKernel,
  bounded,
  type ComplexMatrix,
  columnsOf,
  complexMatrix,
  EXACT,
  eigenvaluesOf,
  entry,
  FLOATING,
  fromDiagonal,
  fromRows,
  haarState,
  hermitianEigen,
  identity,
  inputError,
  type Judgement,
  type Law,
  law,
  maxAbs,
  mul,
  mulAdjoint,
  pureState,
  type Random,
  realValues,
  type Shape,
  scale,
  sub,
  withJudge,
} from '../src/index.js';
import { largestGap } from './exact-gap.js';
import { type SeededShape, seededShapes, smallerSeeded, streamOf } from './seeded-shapes.js';

interface Minimum {
  readonly m: ComplexMatrix;
  readonly gamma: number;
  readonly labels: readonly number[];
  /** Gram matrix of the û_j. */
  readonly overlaps: ComplexMatrix;
  readonly densityMatrices: readonly ComplexMatrix[];
  readonly inputError: number;
}

const isSeeded = (shape: Shape): shape is SeededShape => 'seed' in shape;

function decode(shape: Shape, z: readonly number[]): Minimum {
  if (isSeeded(shape)) return randomMinimum(shape.d / 2, shape.m, 1.05 + (z[0] ?? 0) ** 2, streamOf(shape));
  const model = minimaModels.build(
    FLOATING,
    shape,
    z.map((x) => bounded(x)),
  );
  const { M, v, γ, y, b } = model.values;
  const [m, gamma, norms] = [complexMatrix(M[0]), realValues(γ)[0], realValues(b)];
  const vectors = v.map(complexMatrix);
  const directions = vectors.map((vector, j) => {
    const reflected = mul(m, vector);
    return scale(sub(vector, scale(reflected, -1 / gamma)), 0.5 / norms[j]);
  });
  const columns = columnsOf(directions);
  return {
    m,
    gamma,
    labels: [...realValues(y)],
    overlaps: mulAdjoint(columns, columns),
    densityMatrices: vectors.map((vector) => pureState(vector).densityMatrix),
    inputError: inputError(model, ['M', 'v']),
  };
}

/** û_j = (√(1 - κ) e_j, √κ f_j) with f_j Haar-random in C^k and the greatest κ <= 1 for which no eigenvalue of P exceeds 1. */
function randomMinimum(k: number, m: number, gamma: number, random: Random): Minimum {
  const range = Array.from({ length: m }, (_, j) => j);
  const labels = range.map(() => (random.uniform() < 0.5 ? -1 : 1));
  const norms = labels.map((y) => Math.sqrt((1 + y / gamma) / 2));
  const weights = fromDiagonal(norms);
  const gram = (columns: ComplexMatrix) => mul(mul(weights, mulAdjoint(columns, columns)), weights);
  const states = range.map(() => haarState(k, random));
  const top = Math.max(...eigenvaluesOf(gram(columnsOf(states))));
  const square = Math.max(...norms) ** 2;
  const kappa = top <= 1 ? 1 : (1 - square) / (top - square);
  const directions = range.map((j) =>
    stacked(column(identity(m), j, Math.sqrt(1 - kappa)), scale(states[j], Math.sqrt(kappa))),
  );
  const { values, vectors } = hermitianEigen(gram(columnsOf(directions)));
  const roots = fromDiagonal(values.map((value) => Math.sqrt(Math.max(0, 1 - value))));
  const factor = mulAdjoint(mul(vectors, roots), identity(m));
  const inputs = range.map((j) => stacked(scale(directions[j], norms[j]), column(factor, j, 1)));
  const signs = Array.from({ length: k + 2 * m }, (_, a) => (a < k + m ? gamma : -gamma));
  const columns = columnsOf(directions);
  return {
    m: fromDiagonal(signs),
    gamma,
    labels,
    overlaps: mulAdjoint(columns, columns),
    densityMatrices: inputs.map((v) => pureState(v).densityMatrix),
    inputError: 0,
  };
}

const column = (a: ComplexMatrix, j: number, factor: number): ComplexMatrix => {
  const entries = Array.from({ length: a.rows }, (_, i) => entry(a, i, j));
  return fromRows(
    entries.map(({ re }) => [factor * re]),
    entries.map(({ im }) => [factor * im]),
  );
};

const stacked = (top: ComplexMatrix, bottom: ComplexMatrix): ComplexMatrix => ({
  rows: top.rows + bottom.rows,
  cols: 1,
  re: Float64Array.of(...top.re, ...bottom.re),
  im: Float64Array.of(...top.im, ...bottom.im),
});

/** The entries of R as printed before (113). */
const printedR = ({ gamma, labels }: Minimum, i: number, j: number): number =>
  labels[i] === labels[j] ? (1 + labels[i] / gamma) / 2 : Math.sqrt(1 - 1 / gamma ** 2) / 2;

/** The right side of (113) with a power of R: |Ĝ_ij - δ_ij|² is the product of Ĝ - I and its transpose. */
function byDirections(minimum: Minimum, power: number): ComplexMatrix {
  const { gamma, labels, overlaps } = minimum;
  const rows = labels.map((_, i) =>
    labels.map((_, j) => {
      const { re, im } = entry(overlaps, i, j);
      const delta = i === j ? 1 : 0;
      const weight = 8 * gamma ** 2 * printedR(minimum, i, j) ** power;
      return 2 * (gamma ** 2 - 1) * delta - weight * ((re - delta) ** 2 + im ** 2);
    }),
  );
  return fromRows(rows);
}

const judged =
  (power: number) =>
  (minimum: Minimum): Judgement => ({
    margin: -maxAbs(sub(asymptoticKernel(minimum.m, minimum.densityMatrices), byDirections(minimum, power))),
    // As for Lemma C.2; the norms by which the directions are divided come back in R ∘ R.
    error: minimum.m.rows * (256 * Number.EPSILON + 64 * minimum.inputError) * minimum.gamma ** 2,
  });

const FORMULA = 'Kasym_ij - 2 γ^2 (1 - 1/γ^2) delta_ij + 8 γ^2 R_ij^2 (Ĝ_ij - delta_ij) (Ĝ_ji - delta_ij)';

/** (113) with R ∘ R. */
export const kernelAtMinimaLaw: Law = law<Shape, Minimum>({
  id: 'kernel-at-minima/directions',
  kind: 'instance',
  about: 'Kasym by commutators (7) against 2γ²(1 - 1/γ²) I - 8γ² R∘R∘(Ĝ - I)∘(Ĝᵀ - I), R by its printed blocks',
  shapes: fc.oneof(minimaModels.shapes, seededShapes('Haar', 16)),
  length: (shape) => (isSeeded(shape) ? 1 : minimaModels.length(shape)),
  decode,
  judge: judged(2),
  smaller: (shape) => (isSeeded(shape) ? smallerSeeded(shape) : minimaModels.smaller(shape)),
  exact: (shape, z) =>
    isSeeded(shape) ? null : largestGap(qnn, FORMULA, ['i', 'j'], minimaModels.build(EXACT, shape, z)),
  document: ({ gamma, labels }) => ({ gamma, labels }),
  share: 0.25,
});

/** Control: R as it is printed. */
export const printedWeightControl: Law = withJudge(kernelAtMinimaLaw, 'kernel-at-minima/R for R ∘ R', (instance) =>
  judged(1)(instance as Minimum),
);
