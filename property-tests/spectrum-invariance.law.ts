import {
  asymptoticFlow,
  asymptoticFlowUnprotected,
  asymptoticVelocity,
  type ComplexMatrix,
  eigenvaluesOf,
  gradientDescent,
  haarState,
  type Judgement,
  type Law,
  law,
  lossGradient,
  maxAbs,
  operatorNorm,
  parameterisedMeasurement,
  pureState,
  randomProblem,
  type State,
  sub,
  unconstrainedFlow,
  withJudge,
  withSpectrum,
} from '../src/index.js';
import { angle, type SeededShape, seededShapes, smallerSeeded, streamOf } from './seeded-shapes.js';

/** The largest change of a sorted eigenvalue. */
export function spectrumChange(a: ComplexMatrix, b: ComplexMatrix): number {
  const [before, after] = [eigenvaluesOf(a), eigenvaluesOf(b)];
  return Math.max(...before.map((value, k) => Math.abs(value - after[k])));
}

/**
 * Throws where M stood still although it had to move: a flow that does nothing keeps every spectrum. `speed` is how fast M,
 * or the parameters, start to move; the slowest that counts still moves M by about 1e-9, rounding by less than 1e-13.
 */
export function requireMoved(speed: number, moved: number): void {
  if (!(moved >= 0)) throw new RangeError('spectrum: the flow gave no number');
  if (speed > 1e-3 && moved < 1e-12) throw new RangeError(`spectrum: M stood still, with a speed of ${speed}`);
}

type Descent = ReturnType<typeof randomProblem>;

/** Ten steps of gradient descent at finite p; the eigenvalues of M(θ) against those of M0. */
export const descentSpectrumLaw: Law = law<SeededShape, Descent>({
  id: 'spectrum-invariance/descent',
  kind: 'instance',
  about: 'eigenvalues of M(θ) after ten steps of gradient descent against those of M0; M(θ) must have moved',
  shapes: seededShapes('descent', 12),
  length: ({ p }) => p,
  decode: (shape, z) => {
    const { d, m, p } = shape;
    const drawn = randomProblem(
      { dimension: d, sampleCount: m, parameterCount: p, ranks: [1], generators: 'traceful' },
      streamOf(shape),
    );
    return { ...drawn, parameters: Float64Array.from({ length: p }, (_, l) => angle(z[l] ?? 0)) };
  },
  judge: ({ problem, parameters }) => {
    const end = nth(gradientDescent(problem, parameters, 0.05), 10).parameters;
    const m = parameterisedMeasurement(problem.circuit, end, problem.measurement);
    const start = parameterisedMeasurement(problem.circuit, parameters, problem.measurement);
    requireMoved(Math.max(...lossGradient(problem, parameters).gradient.map(Math.abs)), maxAbs(sub(m, start)));
    const p = parameters.length;
    // Weyl: eigenvalues move by no more than the error of M, p + 1 conjugations of about 8 d eps |M| each.
    const error = 16 * (p + 1) * m.rows * Number.EPSILON * operatorNorm(problem.measurement);
    return { margin: -spectrumChange(problem.measurement, m), error };
  },
  smaller: smallerSeeded,
  exact: null,
  document: ({ parameters }) => ({ parameters: Array.from(parameters) }),
  share: 0.25,
});

function nth<T>(items: Iterable<T>, count: number): T {
  let k = 0;
  for (const item of items) if (k++ === count) return item;
  throw new RangeError('nth: the sequence is too short');
}

export interface FlowStart {
  readonly m0: ComplexMatrix;
  readonly states: readonly State[];
  readonly labels: Float64Array;
}

export function decodeFlow(shape: SeededShape, z: readonly number[]): FlowStart {
  const random = streamOf(shape);
  const spectrum = Array.from({ length: shape.d }, (_, k) => angle(z[k] ?? 0));
  const states = Array.from({ length: shape.m }, () => pureState(haarState(shape.d, random)));
  return {
    m0: withSpectrum(spectrum, random),
    states,
    labels: Float64Array.from(states, () => 2 * random.uniform() - 1),
  };
}

const TIME = 0.5;

/** The change of spectrum over the asymptotic flow, which is integrated by unitary conjugation. */
function judgeIsospectral({ m0, states, labels }: FlowStart): Judgement {
  const sampling = { every: TIME, count: 1, tolerance: 1e-6 };
  const end = nth(asymptoticFlow(m0, { states, labels }, sampling), 1).measurement;
  const norm = operatorNorm(m0);
  requireMoved(maxAbs(asymptoticVelocity(m0, { states, labels })), maxAbs(sub(end, m0)));
  return { margin: -spectrumChange(m0, end), error: 4096 * m0.rows * Number.EPSILON * Math.max(norm, Number.EPSILON) };
}

/** The asymptotic flow keeps the spectrum by construction; the controls below run on the same starts and must not. */
export const asymptoticSpectrumLaw: Law = law<SeededShape, FlowStart>({
  id: 'spectrum-invariance/asymptotic-flow',
  kind: 'instance',
  about: 'eigenvalues of M(t) on the asymptotic flow against those of M(0), for any spectrum and non-orthogonal inputs',
  shapes: seededShapes('asymptotic flow', 8),
  length: ({ d }) => d,
  decode: decodeFlow,
  judge: judgeIsospectral,
  smaller: smallerSeeded,
  exact: null,
  document: ({ labels }) => ({ labels: Array.from(labels) }),
  share: 0.1,
});

/** Control: the same flow by Runge–Kutta on M itself, which drifts. */
export const rungeKuttaControl: Law = withJudge(
  asymptoticSpectrumLaw,
  'spectrum-invariance/Runge–Kutta on M',
  (instance) => {
    const { m0, states, labels } = instance as FlowStart;
    const end = asymptoticFlowUnprotected(m0, { states, labels }, TIME / 8, 8);
    return { margin: -spectrumChange(m0, end), error: judgeIsospectral({ m0, states, labels }).error };
  },
);

/** Control: the flow over all Hermitian matrices, which is kernel regression. */
export const unconstrainedControl: Law = withJudge(
  asymptoticSpectrumLaw,
  'spectrum-invariance/unconstrained flow',
  (instance) => {
    const { m0, states, labels } = instance as FlowStart;
    const end = unconstrainedFlow(m0, { states, labels }, TIME / 8, 8);
    return { margin: -spectrumChange(m0, end), error: judgeIsospectral({ m0, states, labels }).error };
  },
);
