/** One step of gradient descent beside the flow of its modified equation, on real circuits. */
import fc from 'fast-check';
import { flowDisplacement, type Judgement, type Law, law, lossGradient, type Shape, withJudge } from '../src/index.js';
import { pointwiseSublinearLaw, type Training } from './theorem-3.2.law.js';

interface Step {
  readonly start: Training;
  /** η a², where a = 2√Σ‖H‖² bounds every directional derivative of a prediction by that of the one before times a. */
  readonly share: number;
}

interface StepShape extends Shape {
  /** -log10 of the share. */
  readonly digits: number;
}

/**
 * C η³ a⁴ |∇L| - |η∇L + displacement of the flow in the time η|, divided by η |∇L| where this is no rounding.
 *
 * With |r| <= 2 the derivatives of L of orders 1 to 4 are at most 2a, 3a², 5a³, 9a⁴ in norm, so the term that the claim writes out is at most
 * 7 and the third derivative of θ adds 19/6, up to O(η a²): together less than 16. A slope errs by a units of 16(p + d) eps.
 */
function stepMargin({ start, share }: Step, weight: number): Judgement {
  const { problem, parameters, sumOfSquares } = start;
  if (sumOfSquares === 0) return { margin: 0, error: Number.EPSILON };
  const a = 2 * Math.sqrt(sumOfSquares);
  const rate = share / a ** 2;
  const { gradient } = lossGradient(problem, parameters);
  const flow = flowDisplacement(problem, parameters, rate, weight * rate);
  const size = Math.hypot(...gradient);
  const gap = Math.hypot(...flow.map((move, l) => move + rate * gradient[l]));
  const turning = 1 + Math.sqrt(sumOfSquares) * Math.hypot(...parameters);
  const unit = 16 * (parameters.length + problem.measurement.rows) * turning * Number.EPSILON;
  return { margin: (BOUND * share ** 2 * size - gap / rate) / a, error: 4 * unit * Math.sqrt(parameters.length) };
}

const BOUND = 16;

export const modifiedEquationLaw: Law = law<StepShape, Step>({
  id: 'modified-equation/third-order',
  kind: 'trajectory',
  about:
    '|θ - η∇L - φ_η(θ)| <= 16 η³ a⁴ |∇L| for the flow φ of the modified equation, a² = 4Σ‖H‖² and η a² = 1e-2 ... 1e-4: the flow by exact products with the Hessian, the step by the gradient alone',
  shapes: fc
    .tuple(pointwiseSublinearLaw.shapes, fc.constantFrom(2, 3, 4))
    .map(([shape, digits]) => ({ ...shape, digits })),
  length: ({ digits: _, ...shape }) => pointwiseSublinearLaw.length(shape),
  decode: ({ digits, ...shape }, z) => ({
    start: pointwiseSublinearLaw.decode(shape, z) as Training,
    share: 10 ** -digits,
  }),
  judge: (step) => stepMargin(step, 1 / 2),
  smaller: ({ digits, ...shape }) => pointwiseSublinearLaw.smaller(shape).map((smaller) => ({ ...smaller, digits })),
  exact: null,
  document: ({ start: { parameters }, share }) => ({ parameters: Array.from(parameters), share }),
  share: 0.2,
});

const control = (weight: number, name: string): Law =>
  withJudge(modifiedEquationLaw, `modified-equation/${name}`, (step) => stepMargin(step as Step, weight));

/** Controls: wrong corrections are off by η² already. */
export const oppositeSignControl = control(-1 / 2, 'opposite sign');
export const quarterControl = control(1 / 4, 'a quarter');
export const plainFlowControl = control(0, 'no correction');
