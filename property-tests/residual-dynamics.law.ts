import {
  entry,
  inputSideGenerators,
  jacobianByCommutators,
  type Law,
  law,
  lossGradient,
  operatorNorm,
  parameterisedMeasurement,
  randomProblem,
  tangentKernel,
  withJudge,
} from '../src/index.js';
import { angle, type SeededShape, seededShapes, smallerSeeded, streamOf } from './seeded-shapes.js';

type Problem = ReturnType<typeof randomProblem>;

/** Shares of the commutators: mixed and pure inputs in turn, generators with and without a trace. */
function decode(shape: SeededShape, z: readonly number[]): Problem {
  const { d, m, p, seed } = shape;
  const ranks = seed % 3 === 0 ? [1] : [1, Math.min(2, d), d];
  const generators = seed % 2 === 0 ? 'traceless' : 'traceful';
  const drawn = randomProblem({ dimension: d, sampleCount: m, parameterCount: p, ranks, generators }, streamOf(shape));
  return { ...drawn, parameters: Float64Array.from({ length: p }, (_, l) => angle(z[l] ?? 0)) };
}

/**
 * The relative gap between dr/dt by differences of predictions along the flow and -(η/m) K r with K by commutators, for
 * a kernel scaled by `factor` (1 in the law, anything else in a control). η = 1.
 */
export function residualGap({ problem, states, parameters }: Problem, factor = 1) {
  const { circuit, measurement } = problem;
  const { gradient, residuals } = lossGradient(problem, parameters);
  const norms = circuit.ansatz.layers.map(({ generator }) => operatorNorm(generator));
  const speed = gradient.reduce((sum, slope, l) => sum + Math.abs(slope) * norms[l], 0);
  if (speed === 0) return { margin: 0, error: Number.EPSILON };
  const along = (h: number) =>
    lossGradient(
      problem,
      parameters.map((angle0, l) => angle0 - h * gradient[l]),
    ).residuals;
  const difference = (h: number) =>
    residuals.map((_, j) => (8 * (along(h)[j] - along(-h)[j]) - (along(2 * h)[j] - along(-2 * h)[j])) / (12 * h));
  const [coarse, fine] = [difference(2e-2 / speed), difference(1e-2 / speed)];
  const m = parameterisedMeasurement(circuit, parameters, measurement);
  const rows = jacobianByCommutators(
    m,
    states.map(({ densityMatrix }) => densityMatrix),
    inputSideGenerators(circuit, parameters),
  );
  const k = tangentKernel(rows);
  const predicted = residuals.map(
    (_, i) => (-factor / residuals.length) * residuals.reduce((sum, r, j) => sum + entry(k, i, j).re * r, 0),
  );
  const scale = operatorNorm(measurement) * speed;
  const worst = (a: Float64Array, b: Float64Array) => Math.max(...a.map((x, j) => Math.abs(x - b[j]))) / scale;
  // Rounding of the differences: about (p + d) eps / 1e-2 on a margin relative to |M| times the speed.
  const rounding = 100 * (norms.length + m.rows) * Number.EPSILON * 16;
  return { margin: -worst(fine, predicted), error: worst(coarse, fine) + rounding };
}

/** Lemma 3.1 at arbitrary θ, mixed inputs and generators with a trace included. */
export const residualDynamicsLaw: Law = law<SeededShape, Problem>({
  id: 'residual-dynamics/differences',
  kind: 'trajectory',
  about:
    'dr/dt by fourth-order differences of predictions along the gradient flow against -(η/m)Kr with K from commutators: the first knows nothing of K, the second nothing of the gradient',
  shapes: seededShapes('Haar', 8),
  length: ({ p }) => p,
  decode,
  judge: (instance) => residualGap(instance),
  smaller: smallerSeeded,
  exact: null,
  document: ({ parameters }) => ({ parameters: Array.from(parameters) }),
  share: 0.25,
});

/** Control: a kernel that is 1% too large must be caught. */
export const scaledKernelControl: Law = withJudge(
  residualDynamicsLaw,
  'residual-dynamics/kernel times 1.01',
  (instance) => residualGap(instance as Problem, 1.01),
);
