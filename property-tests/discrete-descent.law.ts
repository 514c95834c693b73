/**
 * Theorem 3.2 for gradient descent on real circuits: one step, and many.
 *
 * The proof sees angles only. Here the step is taken in θ and the loss is computed afresh from the state vectors, on every
 * regime of `theorem-3.2.law.ts` and on the one-qubit family ψ+ = ψ - 8E sin³ψ cos ψ, where the bounds are sharp.
 */
import fc from 'fast-check';
import {
  fromRows,
  gradientDescent,
  type Judgement,
  type Law,
  law,
  lossGradient,
  prepareCircuit,
  pureState,
  type Shape,
  sampleColumns,
  withJudge,
} from '../src/index.js';
import { pointwiseSublinearLaw, SHARP, type Training, training } from './theorem-3.2.law.js';

/** A problem, and the step η Σ‖H‖² as a share of the longest that a law allows. */
interface Step {
  readonly start: Training;
  readonly share: number;
}

interface StepShape extends Shape {
  /** Percent. */
  readonly share: number;
}

const qubits: fc.Arbitrary<Shape> = fc.record({ regime: fc.constant('one qubit'), d: fc.constant(2) });
const isQubit = ({ regime }: Shape): boolean => regime === 'one qubit';
const steps: fc.Arbitrary<StepShape> = fc
  .tuple(fc.oneof(pointwiseSublinearLaw.shapes, qubits), fc.constantFrom(100, 100, 50, 5))
  .map(([shape, share]) => ({ ...shape, share }));

const one = fromRows([
  [1, 0],
  [0, 1],
]);
const σy = { rows: 2, cols: 2, re: new Float64Array(4), im: new Float64Array([0, -1, 1, 0]) };

/** H = σ_y and M0 = σ_z on the state (cos ψ, sin ψ) with the label 1: L = 2 sin⁴ψ. */
export function oneQubit(ψ: number): Training {
  const circuit = prepareCircuit({ dimension: 2, initial: one, layers: [{ generator: σy, unitary: one }] });
  const samples = sampleColumns([pureState(fromRows([[Math.cos(ψ)], [Math.sin(ψ)]]))]);
  const measurement = fromRows([
    [1, 0],
    [0, -1],
  ]);
  return training({ circuit, samples, labels: Float64Array.of(1), measurement }, Float64Array.of(0), 0);
}

function decode({ share, ...shape }: StepShape, z: readonly number[]): Step {
  const start = isQubit(shape)
    ? oneQubit(Math.PI / 2 / (1 + Math.exp(-2 * (z[0] ?? 0))))
    : (pointwiseSublinearLaw.decode(shape, z) as Training);
  return { start, share: share / 100 };
}

/**
 * The least √L_t (1/√L_0 + c1 t) - 1 over t = 1 .. `count` steps with η Σ‖H‖² = `size`, where c1 = `constant` η Σ‖H‖².
 *
 * With unit = 16(p + d)(1 + √Σ‖H‖² |θ|) eps, √L errs by one unit and one more for each step, 1/√L_0 by units over L_0.
 */
export function descentMargin(
  { problem, parameters, sumOfSquares }: Training,
  size: number,
  constant: number,
  count: number,
) {
  const rate = size / sumOfSquares;
  const { loss: first } = lossGradient(problem, parameters);
  const d = problem.measurement.rows;
  const turning = Math.sqrt(sumOfSquares) * Math.hypot(...parameters);
  const unit = 16 * (parameters.length + d) * (1 + turning) * Number.EPSILON;
  // A loss that is all rounding has no root to compare.
  if (sumOfSquares === 0 || first < unit) return { margin: 0, error: Number.EPSILON };
  const c0 = 1 / Math.sqrt(first);
  let [margin, error] = [Infinity, 0];
  for (const { iteration, loss } of gradientDescent(problem, parameters, rate)) {
    if (iteration > count) break;
    if (iteration === 0) continue;
    const stretch = c0 + constant * size * iteration;
    margin = Math.min(margin, Math.sqrt(loss) * stretch - 1);
    error = Math.max(error, unit * (1 + iteration) * (stretch + Math.sqrt(loss) * c0 * c0));
  }
  return { margin, error };
}

/** Gradient descent with the longest step `size` against the constant c1 = `constant` η Σ‖H‖². */
const judged =
  (size: number, constant: number, count: number) =>
  ({ start, share }: Step): Judgement =>
    descentMargin(start, size * share, constant, count);

/** One step with the sharp constant, up to η Σ‖H‖² = 1/12. */
export const discreteStepLaw: Law = law<StepShape, Step>({
  id: 'discrete-descent/step',
  kind: 'trajectory',
  about:
    '√L₊ (1/√L + 8√2 η Σ‖H‖²) >= 1 for one descent step with η Σ‖H‖² <= 1/12, from state vectors: nothing of the angle, the gradient by the adjoint method',
  shapes: steps,
  length: ({ share: _, ...shape }) => (isQubit(shape) ? 1 : pointwiseSublinearLaw.length(shape)),
  decode,
  judge: judged(1 / 12, SHARP, 1),
  smaller: ({ share, ...shape }) =>
    isQubit(shape) ? [] : pointwiseSublinearLaw.smaller(shape).map((smaller) => ({ ...smaller, share })),
  exact: null,
  document: ({ start: { parameters }, share }) => ({ parameters: Array.from(parameters), share }),
  share: 0.5,
});

/** One step with the printed constant, up to η Σ‖H‖² = 1/10. */
export const printedStepLaw: Law = {
  ...discreteStepLaw,
  id: 'discrete-descent/step, printed constant',
  about: '√L₊ (1/√L + 12 η Σ‖H‖²) >= 1 for one descent step with η Σ‖H‖² <= 1/10, by the same routes',
  judge: (instance) => judged(1 / 10, 12, 1)(instance as Step),
};

/** Many steps: what follows by induction. */
export const descentRunLaw: Law = {
  ...discreteStepLaw,
  id: 'discrete-descent/run',
  about: '√L_t (1/√L_0 + 8√2 η Σ‖H‖² t) >= 1 for t = 1 .. 40 descent steps with η Σ‖H‖² <= 1/12',
  judge: (instance) => judged(1 / 12, SHARP, 40)(instance as Step),
  share: 0.1,
};

/** Controls: steps beyond the bounds, and a smaller constant, which fails for steps of every length. */
export const longerStepControl: Law = withJudge(discreteStepLaw, 'discrete-descent/η Σ‖H‖² = 1/10', (instance) =>
  judged(1 / 10, SHARP, 1)(instance as Step),
);
export const longerPrintedControl: Law = withJudge(
  discreteStepLaw,
  'discrete-descent/η Σ‖H‖² = 1/8, printed constant',
  (instance) => judged(1 / 8, 12, 1)(instance as Step),
);
export const smallerStepConstantControl: Law = withJudge(discreteStepLaw, 'discrete-descent/c1 = 11.2', (instance) =>
  judged(1 / 1000, 11.2, 1)(instance as Step),
);
