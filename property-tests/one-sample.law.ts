import { oneSampleModels } from '../proofs/models/one-sample-models.js';
import { oneSample } from '../proofs/notation.js';
import {
  asymptoticFlow,
  asymptoticKernel,
  bounded,
  type ComplexMatrix,
  complexMatrix,
  EXACT,
  entry,
  FLOATING,
  inputError,
  type Judgement,
  type Law,
  law,
  predictions,
  pureState,
  realValues,
  type Shape,
  type State,
  withJudge,
} from '../src/index.js';
import { exactValue } from './exact-gap.js';

export interface OneSample {
  readonly m: ComplexMatrix;
  readonly gamma: number;
  readonly label: number;
  readonly state: State;
  readonly inputError: number;
}

const source = oneSampleModels('anywhere');

export function decodeOneSample(shape: Shape, z: readonly number[]): OneSample {
  const model = source.build(
    FLOATING,
    shape,
    z.map((x) => bounded(x)),
  );
  const { values } = model;
  return {
    inputError: inputError(model, ['M', 'v']),
    m: complexMatrix(values.M[0]),
    gamma: realValues(values.γ)[0],
    label: realValues(values.y)[0],
    state: pureState(complexMatrix(values.v[0])),
  };
}

/** -|k - factor (γ² - ŷ²)| with k from commutators; both are sums of d² products of entries up to γ, which may be off as they came. */
function rateMargin({ m, gamma, state, inputError }: OneSample, factor: number): Judgement {
  const k = entry(asymptoticKernel(m, [state.densityMatrix]), 0, 0).re;
  const yhat = predictions([state], m)[0];
  return {
    margin: -Math.abs(k - factor * (gamma ** 2 - yhat ** 2)),
    error: m.rows * (256 * Number.EPSILON + 16 * inputError) * gamma ** 2,
  };
}

/** The one-sample rate k = 2(γ² - ŷ²). */
export const oneSampleRateLaw: Law = law<Shape, OneSample>({
  id: 'one-sample/rate',
  kind: 'instance',
  about: 'k by commutators (7) against 2(γ² - ŷ²) from the prediction alone',
  shapes: source.shapes,
  length: source.length,
  decode: decodeOneSample,
  judge: (instance) => rateMargin(instance, 2),
  smaller: source.smaller,
  exact: (shape, z) => {
    const gap = exactValue(oneSample, 'k - 2(γ^2 - ŷ^2)', source.build(EXACT, shape, z));
    return EXACT.sign(gap) > 0 ? EXACT.negate(gap) : gap;
  },
  document: ({ gamma, label }) => ({ gamma, label }),
  share: 1,
});

/** Control: the factor 1.99. */
export const smallerFactorControl: Law = withJudge(oneSampleRateLaw, 'one-sample/factor 1.99', (instance) =>
  rateMargin(instance as OneSample, 1.99),
);

/** L(0) e^{-ct} - L(t) relative to L(0) along the asymptotic flow, least over the path, with c = factor (γ² - max(1, ŷ(0)²)). */
function decayMargin({ m, gamma, label, state }: OneSample, factor: number): Judgement {
  const start = predictions([state], m)[0];
  const rate = factor * (gamma ** 2 - Math.max(1, start ** 2));
  const data = { states: [state], labels: Float64Array.of(label) };
  const initial = (label - start) ** 2 / 2;
  if (initial < 1e-6) return { margin: 0, error: Number.EPSILON };
  const every = 0.25 / (gamma ** 2 + Math.abs(rate));
  let worst: Judgement = { margin: Infinity, error: 0 };
  for (const point of asymptoticFlow(m, data, { every, count: 4, tolerance: 1e-8 * gamma })) {
    const residual = label - point.predictions[0];
    const margin = Math.exp(-rate * point.time) - residual ** 2 / 2 / initial;
    const error =
      (Math.abs(residual) * point.error + point.error ** 2) / initial +
      64 * m.rows * Number.EPSILON * (1 + gamma ** 2 / initial);
    if (margin + error < worst.margin + worst.error) worst = { margin, error };
  }
  return worst;
}

/** Corollary 4.3 repaired, along trajectories of the asymptotic flow. */
export const oneSampleDecayLaw: Law = law<Shape, OneSample>({
  id: 'one-sample/decay',
  kind: 'trajectory',
  about: 'L(t) <= L(0) exp(-4(γ² - max(1, ŷ(0)²))t) along the asymptotic flow, integrated by unitary conjugation',
  shapes: source.shapes,
  length: source.length,
  decode: decodeOneSample,
  judge: (instance) => decayMargin(instance, 4),
  smaller: source.smaller,
  exact: null,
  document: ({ gamma, label }) => ({ gamma, label }),
  share: 0.1,
});

/** Control: twice the rate. */
export const fasterDecayControl: Law = withJudge(oneSampleDecayLaw, 'one-sample/twice the rate', (instance) =>
  decayMargin(instance as OneSample, 8),
);
