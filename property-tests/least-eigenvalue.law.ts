import fc from 'fast-check';
import { directions } from '../proofs/appendix-c/directions-notation.js';
import { type DirectionsShape, directionsModels } from '../proofs/models/directions-models.js';
import {
  asymptoticKernel,
  bounded,
  type ComplexMatrix,
  EXACT,
  eigenvaluesOf,
  entry,
  FLOATING,
  fromDiagonal,
  fromRows,
  identity,
  type Judgement,
  type Law,
  law,
  NoValue,
  operatorNorm,
  orthonormalStates,
  pureState,
  realValues,
  type Shape,
  sub,
  withJudge,
} from '../src/index.js';
import { exactValue } from './exact-gap.js';
import { type SeededShape, seededShapes, smallerSeeded, streamOf } from './seeded-shapes.js';

/** What a bound of λ_g compares, over 2γ²: x†Kasym x for a unit vector, or the least eigenvalue, and the norm of Ĝ - I. */
interface AtMinimum {
  readonly m: number;
  readonly gamma: number;
  readonly least: number;
  readonly norm: number;
  readonly error: number;
}

const isSeeded = (shape: Shape): shape is SeededShape => 'seed' in shape;

/**
 * Haar-random orthonormal inputs under diag(γ, -γ), with their predictions for labels: the kernel by commutators. γ makes
 * the largest label 1.
 */
function randomMinimum(shape: SeededShape): AtMinimum {
  const m = Math.min(shape.m, shape.d);
  const v = orthonormalStates(shape.d, m, streamOf(shape));
  const columns = Array.from({ length: m }, (_, j) => Array.from({ length: shape.d }, (_, row) => entry(v, row, j)));
  const upper = columns.map((column) => column.filter((_, row) => 2 * row < shape.d));
  const squares = upper.map((u) => u.reduce((sum, { re, im }) => sum + re * re + im * im, 0));
  const gamma = 1 / Math.max(...squares.map((b2) => Math.abs(2 * b2 - 1)));
  const overlap = (part: 're' | 'im') =>
    upper.map((u, i) =>
      upper.map((w, j) => {
        const terms = u.map((x, k) =>
          part === 're' ? x.re * w[k]!.re + x.im * w[k]!.im : x.re * w[k]!.im - x.im * w[k]!.re,
        );
        return terms.reduce((a, b) => a + b, 0) / Math.sqrt(squares[i]! * squares[j]!);
      }),
    );
  const measurement = fromDiagonal(Array.from({ length: shape.d }, (_, row) => (2 * row < shape.d ? gamma : -gamma)));
  const states = columns.map((column) => {
    const vector = fromRows(
      column.map(({ re }) => [re]),
      column.map(({ im }) => [im]),
    );
    return pureState(vector).densityMatrix;
  });
  const kernel = asymptoticKernel(measurement, states);
  const norm = operatorNorm(sub(fromRows(overlap('re'), overlap('im')), identity(m)));
  return {
    m,
    gamma,
    least: least(kernel) / (2 * gamma ** 2),
    norm,
    // A label errs by d eps, and γ, which may be large, by γ times that; norms below 1/d are rare.
    error: 256 * shape.d ** 2 * m * Number.EPSILON * (1 + 1 / Math.min(...squares)),
  };
}

const least = (a: ComplexMatrix): number => Math.min(...eigenvaluesOf(a));

/** x†Kasym x from the directions of a model, by 8γ²(δ_ij P_ij - |P_ij|²). */
function ofModel(shape: DirectionsShape, z: readonly number[]): AtMinimum {
  const { values } = directionsModels.build(
    FLOATING,
    shape,
    z.map((x) => bounded(x)),
  );
  const [b, x] = [realValues(values.b!), realValues(values.x!)];
  const [gamma, norm] = [realValues(values.γ!)[0]!, realValues(values.ξ!)[0]!];
  const û = values.û!;
  const scale = x.reduce((sum, value) => sum + value * value, 0);
  let form = 0;
  for (let i = 0; i < shape.m; i++)
    for (let j = 0; j < shape.m; j++) {
      const [re, im] = û[i]!.reduce(
        ([re, im], [p], k) => {
          const q = û[j]![k]![0]!;
          return [re + p!.re * q.re + p!.im * q.im, im + p!.re * q.im - p!.im * q.re];
        },
        [0, 0] as [number, number],
      );
      const p = b[i]! * b[j]! * re;
      const square = (b[i]! * b[j]!) ** 2 * (re * re + im * im);
      form += x[i]! * x[j]! * 4 * ((i === j ? p : 0) - square);
    }
  const size = Math.max(...b, 1) ** 4 * (1 + norm * norm + 1 / gamma ** 2);
  return {
    m: shape.m,
    gamma,
    least: scale === 0 ? 1 - 1 / gamma ** 2 : form / scale,
    norm,
    error: 4096 * shape.m ** 2 * Number.EPSILON * size * (shape.m + 1),
  };
}

/** λ_g/(2γ²) - (1 - 1/γ² - c ‖Ĝ - I‖²), where the coefficient c is what the bounds differ in. */
export const marginOf =
  (coefficient: (instance: AtMinimum) => number) =>
  (instance: AtMinimum): Judgement => {
    const { least, gamma, norm, error } = instance;
    const c = coefficient(instance);
    return { margin: least - (1 - 1 / gamma ** 2 - c * norm ** 2), error: error * (1 + c) };
  };

function eigenvalueLaw(id: string, about: string, coefficient: (at: AtMinimum) => number, written: string) {
  return law<Shape, AtMinimum>({
    id,
    kind: 'instance',
    about,
    shapes: fc.oneof(directionsModels.shapes, seededShapes('Haar', 16)),
    length: (shape) => (isSeeded(shape) ? 0 : directionsModels.length(shape as DirectionsShape)),
    decode: (shape, z) => (isSeeded(shape) ? randomMinimum(shape) : ofModel(shape as DirectionsShape, z)),
    judge: marginOf(coefficient),
    smaller: (shape) => (isSeeded(shape) ? smallerSeeded(shape) : directionsModels.smaller(shape as DirectionsShape)),
    exact: (shape, z) => {
      if (isSeeded(shape)) return null;
      const model = directionsModels.build(EXACT, shape as DirectionsShape, z);
      const form = '1/2 1/γ^2 sum_ij(x_i Kasym_ij x_j)/sum_j(x_j^2)';
      try {
        return exactValue(directions, `${form} - (1 - 1/γ^2 - ${written} ξ^2)`, model);
      } catch (error) {
        if (error instanceof NoValue) return null;
        throw error;
      }
    },
    document: ({ m, gamma, norm }) => ({ m, gamma, norm }),
    share: 0.5,
  });
}

const ABOUT =
  'λ_g against its bound by ‖Ĝ - I‖: for random minima by commutators and eigenvalues, for directions as x†Kasym x by P';

/** The coefficient (1 + 1/γ)². */
export const sharpLaw: Law = eigenvalueLaw(
  'theorem-4.4/sharp bound',
  ABOUT,
  ({ gamma }) => (1 + 1 / gamma) ** 2,
  '(1 + 1/γ)^2',
);

/** The coefficient m(1 + 1/γ²), between m/2 and m times that. */
export const printedLaw: Law = eigenvalueLaw(
  'theorem-4.4/printed bound',
  ABOUT,
  ({ m, gamma }) => m * (1 + 1 / gamma ** 2),
  'm (1 + 1/γ^2)',
);

/** Controls: (1 - 1/γ)² for (1 + 1/γ)², and the printed bound without m. */
export const leastEigenvalueControls = {
  sign: withJudge(sharpLaw, 'theorem-4.4/(1 - 1/γ)²', (at) =>
    marginOf(({ gamma }) => (1 - 1 / gamma) ** 2)(at as AtMinimum),
  ),
  samples: withJudge(printedLaw, 'theorem-4.4/without m', (at) =>
    marginOf(({ gamma }) => 1 + 1 / gamma ** 2)(at as AtMinimum),
  ),
};
