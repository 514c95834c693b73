import fc from 'fast-check';
import { qnnModels } from '../proofs/models/qnn-models.js';
import { qnn } from '../proofs/notation.js';
import {
  bounded,
  EXACT,
  FLOATING,
  fromRows,
  gradientFlow,
  haarState,
  hardwareEfficientAnsatz,
  hermitianEigen,
  inputError,
  instanceOfModel,
  type Judgement,
  type Law,
  law,
  lossGradient,
  mul,
  type Num,
  operatorNorm,
  parameterisedMeasurement,
  pauliLike,
  periodicAnsatz,
  prepareCircuit,
  pureState,
  randomProblem,
  type Shape,
  sampleColumns,
  sensitivity,
  type TrainingProblem,
  trainingProblem,
  withJudge,
} from '../src/index.js';
import { exactValue, minus } from './exact-gap.js';
import { angle, type SeededShape, seededShapes, smallerSeeded, streamOf } from './seeded-shapes.js';

/** A problem with measurement ±1, pure inputs and labels ±1, at some θ. */
export interface Training {
  readonly problem: TrainingProblem;
  readonly parameters: Float64Array;
  /** Σ_l ‖H_l‖², from the generators' own spectra. */
  readonly sumOfSquares: number;
  /** How far the doubles are from the exact instance that the same z gives; 0 where the doubles are the instance. */
  readonly inputError: number;
}

const source = qnnModels({ pure: true, measurement: 'pauli', labels: 'signs', root: true });
const SEEDED = ['Haar periodic', 'hardware-efficient', 'general generators', 'near the labels'] as const;
const isSeeded = (shape: Shape): shape is SeededShape => 'seed' in shape;
const powerOfTwo = (d: number): number => 2 ** Math.max(1, Math.round(Math.log2(d)));

function decode(shape: Shape, z: readonly number[]): Training {
  if (!isSeeded(shape)) {
    const model = source.build(
      FLOATING,
      shape,
      z.map((x) => bounded(x)),
    );
    const instance = instanceOfModel(model, true);
    return training(trainingProblem(instance), instance.parameters, inputError(model, ['M0', 'v', 'U', 'H']));
  }
  const random = streamOf(shape);
  const d = shape.regime === 'hardware-efficient' ? powerOfTwo(shape.d) : shape.d;
  const ansatz =
    shape.regime === 'hardware-efficient'
      ? hardwareEfficientAnsatz(Math.log2(d), 1)
      : shape.regime === 'general generators'
        ? randomProblem(
            { dimension: d, sampleCount: 1, parameterCount: shape.p, ranks: [1], generators: 'traceful' },
            random,
          ).ansatz
        : periodicAnsatz(d, shape.p, random);
  const circuit = prepareCircuit(ansatz);
  const measurement = pauliLike(d, random);
  const parameters = Float64Array.from({ length: ansatz.layers.length }, (_, l) => angle(z[l + 1] ?? 0));
  const labels = Float64Array.from({ length: shape.m }, () => (random.uniform() < 0.5 ? -1 : 1));
  const states =
    shape.regime === 'near the labels'
      ? Array.from(labels, (y) =>
          closeTo(parameterisedMeasurement(circuit, parameters, measurement), y, z[0] ?? 0, random),
        )
      : Array.from(labels, () => pureState(haarState(d, random)));
  return training({ circuit, samples: sampleColumns(states), labels, measurement }, parameters, 0);
}

/** A unit vector whose prediction is within O(x²/1000) of the label: an eigenvector of M turned by a small angle. */
function closeTo(m: Parameters<typeof mul>[0], label: number, x: number, random: ReturnType<typeof streamOf>) {
  const { values, vectors } = hermitianEigen(m);
  const k = values.findIndex((value) => Math.abs(value - label) < 0.5);
  const other = values.findIndex((value) => Math.abs(value + label) < 0.5);
  const turn = 0.05 * angle(x) + 1e-3 * random.normal();
  const coefficients = Array.from(values, (_, a) => [a === k ? Math.cos(turn) : a === other ? Math.sin(turn) : 0]);
  return pureState(mul(vectors, fromRows(coefficients)));
}

export function training(problem: TrainingProblem, parameters: Float64Array, inputError: number): Training {
  const norms = problem.circuit.ansatz.layers.map(({ generator }) => operatorNorm(generator));
  return { problem, parameters, sumOfSquares: norms.reduce((sum, norm) => sum + norm * norm, 0), inputError };
}

/**
 * Theorem 3.2 at one θ, with c1 = `constant` η Σ‖H‖²: 2c1 L^{3/2} + dL/dt >= 0, divided by η Σ‖H‖².
 *
 * With unit = 16(p + d) eps, plus 8d times the error of the matrices as they came, a residual errs by one unit and ∂ŷ_j/∂θ_l by ‖H_l‖ units, so that ∂L/∂θ_l = Σ r_j a_jl/m errs
 * by (√(2L) + A) units, where A² = Σ a_jl²/(m Σ‖H‖²), plus the second order.
 */
export function pointwiseMargin(
  { problem, parameters, sumOfSquares, inputError }: Training,
  constant: number,
): Judgement {
  if (sumOfSquares === 0) return { margin: 0, error: Number.EPSILON };
  const { loss, gradient } = lossGradient(problem, parameters);
  const squareSum = (values: Float64Array): number => values.reduce((sum, value) => sum + value * value, 0);
  const { jacobian } = sensitivity(problem, parameters);
  const a = Math.sqrt(jacobian.reduce((sum, row) => sum + squareSum(row), 0) / jacobian.length / sumOfSquares);
  const squares = squareSum(gradient) / sumOfSquares;
  const d = problem.measurement.rows;
  const unit = 16 * (parameters.length + d) * Number.EPSILON + 8 * d * inputError;
  const slope = unit * (Math.sqrt(2 * loss) + a + unit);
  const power = 3 * constant * Math.sqrt(loss) * unit * (Math.sqrt(loss) + unit);
  return {
    margin: 2 * constant * loss ** 1.5 - squares,
    error: 2 * Math.sqrt(squares) * slope + slope ** 2 + power + unit ** 2,
  };
}

export const SHARP = 8 * Math.SQRT2;

/** The differential form of Theorem 3.2 with the sharp constant, at arbitrary θ. */
export const pointwiseSublinearLaw: Law = law<Shape, Training>({
  id: 'theorem-3.2/pointwise',
  kind: 'instance',
  about:
    '2 c1 L^{3/2} + dL/dt >= 0 with c1 = 8√2 η Σ‖H‖², L and its gradient by the adjoint method, ‖H‖ from the spectra',
  shapes: fc.oneof(source.shapes, ...SEEDED.map((regime) => seededShapes(regime, 32))),
  length: (shape) => (isSeeded(shape) ? 1 + Math.max(shape.p, 10) : source.length(shape)),
  decode,
  judge: (instance) => pointwiseMargin(instance, SHARP),
  smaller: (shape) => (isSeeded(shape) ? smallerSeeded(shape) : source.smaller(shape)),
  exact: (shape, z) => (isSeeded(shape) ? null : exactMargin(shape, z, '16 √2')),
  document: ({ parameters }) => ({ parameters: Array.from(parameters) }),
  share: 1,
});

/** 2c1/(η Σ‖H‖²) L √L - Σ_l (∂L/∂θ_l)²/Σ‖H‖²; null where all generators vanish. */
function exactMargin(shape: Shape, z: readonly Num[], twice: '16 √2' | '24'): Num | null {
  const model = source.build(EXACT, shape, z);
  const value = (text: string): Num => exactValue(qnn, text, model);
  const squares = value('sum_l(h_l^2)');
  if (EXACT.sign(squares) === 0) return null;
  return minus(value(`${twice} L sqrt(L)`), EXACT.multiply(value('sum_l(g_l^2)'), EXACT.inverse(squares)));
}

/** The same with the printed constant. */
export const printedSublinearLaw: Law = {
  ...pointwiseSublinearLaw,
  id: 'theorem-3.2/pointwise, as printed',
  about: '2 c1 L^{3/2} + dL/dt >= 0 with c1 = 12 η Σ‖H‖², by the same routes',
  judge: (instance) => pointwiseMargin(instance as Training, 12),
  exact: (shape, z) => (isSeeded(shape) ? null : exactMargin(shape, z, '24')),
  share: 0.25,
};

/** Control: any constant below 8√2 fails near the labels. */
export const smallerConstantControl: Law = withJudge(pointwiseSublinearLaw, 'theorem-3.2/c1 = 11.2', (instance) =>
  pointwiseMargin(instance as Training, 11.2),
);

/** √L(t) (c0 + c1 t) - 1 along the gradient flow: its least value, with η chosen so that c1 = √L-units of time are O(1). */
function trajectoryMargin({ problem, parameters, sumOfSquares }: Training, constant: number): Judgement {
  const { loss } = lossGradient(problem, parameters);
  if (sumOfSquares === 0 || loss === 0) return { margin: 0, error: Number.EPSILON };
  const c0 = 1 / Math.sqrt(loss);
  const time = c0 / constant; // at η = 1/Σ‖H‖², c1 = constant, so that the bound doubles its denominator
  let margin = Infinity;
  let error = 0;
  for (const point of gradientFlow(problem, parameters, 1 / sumOfSquares, {
    every: time / 4,
    count: 4,
    tolerance: 1e-6,
  })) {
    const stretch = c0 + constant * point.time;
    const here = Math.sqrt(point.loss) * stretch - 1;
    if (here < margin) margin = here;
    // √L moves by at most |∇√L| |δθ| <= (2√2 √Σ‖H‖²) |δθ| in the worst case.
    error = Math.max(error, 4 * Math.sqrt(sumOfSquares) * point.error * stretch);
  }
  return { margin, error: error + 64 * problem.measurement.rows * Number.EPSILON * (1 + c0) };
}

/** Theorem 3.2 along trajectories of the gradient flow. */
export const sublinearTrajectoryLaw: Law = law<Shape, Training>({
  id: 'theorem-3.2/trajectory',
  kind: 'trajectory',
  about: '√L(t) (c0 + c1 t) >= 1 along the integrated gradient flow',
  shapes: fc.oneof(...SEEDED.map((regime) => seededShapes(regime, 6))),
  length: ({ p }) => 1 + Math.max(Number(p), 10),
  decode,
  judge: (instance) => trajectoryMargin(instance, SHARP),
  smaller: (shape) => (isSeeded(shape) ? smallerSeeded(shape) : []),
  exact: null,
  document: ({ parameters }) => ({ parameters: Array.from(parameters) }),
  share: 0.05,
});

/** Control: half the constant is broken by some trajectory. */
export const smallerTrajectoryControl: Law = withJudge(
  sublinearTrajectoryLaw,
  'theorem-3.2/trajectory with c1 = 4√2',
  (instance) => trajectoryMargin(instance as Training, SHARP / 2),
);
