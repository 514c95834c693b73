/**
 * The closed form for orthonormal inputs and the rates of the determinants, against the asymptotic flow of M in its own
 * dimension, integrated by unitary conjugation. The integrals over time are Simpson sums over the simulated predictions.
 */
import fc from 'fast-check';
import {
  add,
  asymptoticFlow,
  type ComplexMatrix,
  column,
  eigenvaluesOf,
  frobeniusNorm,
  fromDiagonal,
  identity,
  type Judgement,
  type Law,
  law,
  mul,
  mulAdjoint,
  orthonormalStates,
  pauliLike,
  pureState,
  randomFromSeed,
  type Shape,
  scale,
  sub,
  withJudge,
} from '../src/index.js';

interface FlowShape extends Shape {
  readonly regime: 'few' | 'many';
  readonly d: number;
  readonly m: number;
  readonly seed: number;
}

/** The flow of M = γS from t = 0 to 1/γ(γ + max|y_j|): S between the inputs at both ends, and the predictions between. */
interface Flow {
  readonly m: number;
  readonly d: number;
  readonly gamma: number;
  readonly labels: Float64Array;
  readonly step: number;
  readonly predictions: readonly Float64Array[];
  readonly start: ComplexMatrix;
  readonly end: ComplexMatrix;
  /** Estimated error of S at the end. */
  readonly error: number;
}

/** Points of time, even in number, besides t = 0; Simpson's sums take all of them, or every other one. */
const POINTS = 16;

function decode({ d, m, seed }: FlowShape, z: readonly number[]): Flow {
  const random = randomFromSeed(seed).split(`reduction/${d}/${m}`);
  const gamma = 1.5 + Math.tanh(z[0] ?? 0);
  const labels = Float64Array.from({ length: m }, (_, j) => 2 * Math.tanh(z[j + 1] ?? 0));
  const inputs = orthonormalStates(d, m, random);
  const states = Array.from({ length: m }, (_, j) => pureState(column(inputs, j)));
  const step = 1 / gamma / (gamma + Math.max(...labels.map(Math.abs))) / POINTS;
  const sampling = { every: step, count: POINTS, tolerance: 1e-8 * gamma };
  const points = [...asymptoticFlow(scale(pauliLike(d, random), gamma), { states, labels }, sampling)];
  const seen = (k: number) => scale(mulAdjoint(inputs, mul(points[k]!.measurement, inputs)), 1 / gamma);
  return {
    m,
    d,
    gamma,
    labels,
    step,
    predictions: points.map(({ predictions }) => predictions),
    start: seen(0),
    end: seen(POINTS),
    error: points[POINTS]!.error / gamma + 64 * d * Number.EPSILON,
  };
}

/**
 * ∫ f dt by Simpson's rule, and by how much twice the step changes it: some fifteen times the error, or, where that
 * difference is small by chance, the one before it over eight.
 */
function integral({ step, predictions }: Flow, f: (yhat: Float64Array) => number) {
  const values = predictions.map(f);
  const simpson = (stride: number): number => {
    const picked = values.filter((_, k) => k % stride === 0);
    const weight = (k: number): number => (k === 0 || k === picked.length - 1 ? 1 : k % 2 === 0 ? 2 : 4);
    return (picked.reduce((sum, x, k) => sum + weight(k) * x, 0) * step * stride) / 3;
  };
  const [fine, coarse, coarser] = [simpson(1), simpson(2), simpson(4)];
  return { value: fine, error: Math.max(Math.abs(fine - coarse), Math.abs(coarse - coarser) / 8) };
}

/**
 * -|S Y - X|_F/|Y|_F at the end, with τ_j the integral of 2γ r_j times `drive`, and E, E^-1 exchanged where `turned`.
 *
 * SY = X is the closed form without a division. Since |X| <= |Y|, an error of τ_j enters at most twice.
 */
function closedFormGap(flow: Flow, drive: number, turned: boolean): Judgement {
  const { m, gamma, labels, start, end, error } = flow;
  const τ = Array.from(labels, (y, j) => integral(flow, (yhat) => 2 * gamma * drive * (y - yhat[j]!)));
  const sign = turned ? -1 : 1;
  const [e, f] = [sign, -sign].map((s) => fromDiagonal(τ.map(({ value }) => Math.exp(s * value)))) as [
    ComplexMatrix,
    ComplexMatrix,
  ];
  const up = mul(e, add(identity(m), start));
  const down = mul(f, sub(identity(m), start));
  const below = add(up, down);
  const missing = sub(mul(end, below), sub(up, down));
  const size = frobeniusNorm(below);
  const spread = τ.reduce((largest, { value }) => Math.max(largest, Math.exp(Math.abs(value))), 1);
  const rounding = (64 * m * Number.EPSILON * spread * m) / size;
  return {
    margin: -frobeniusNorm(missing) / size,
    error: 2 * τ.reduce((sum, part) => sum + part.error, 0) + 2 * error + rounding,
  };
}

/**
 * -|change of ln det P - ∫ factor Σ r_j (γ - ŷ_j) dt|, for P = (I + S)/2 and factor 2: tr(RN) = Σ r_j (1 - ŷ_j/γ)/2.
 *
 * An eigenvalue of P that errs by e is off by e/λ in the logarithm.
 */
function determinantGap(flow: Flow, factor: number, side: 1 | -1): Judgement {
  const { m, gamma, labels, start, end, error } = flow;
  const logarithm = (s: ComplexMatrix) => {
    const values = eigenvaluesOf(scale(add(identity(m), s), 1 / 2));
    return {
      value: values.reduce((sum, λ) => sum + Math.log(λ), 0),
      error: values.reduce((sum, λ) => sum + error / λ, 0),
    };
  };
  const [before, after] = [logarithm(start), logarithm(end)];
  const expected = integral(flow, (yhat) =>
    labels.reduce((sum, y, j) => sum + factor * (y - yhat[j]!) * (gamma - side * yhat[j]!), 0),
  );
  return {
    margin: -Math.abs(after.value - before.value - expected.value),
    error: 2 * (before.error + after.error) + expected.error + 1e-12,
  };
}

const shapes = (many: boolean): fc.Arbitrary<FlowShape> =>
  fc
    .record({
      half: fc.integer({ min: 1, max: 3 }),
      m: fc.integer({ min: 1, max: many ? 5 : 3 }),
      seed: fc.integer({ min: 0, max: 2 ** 30 }),
    })
    .map(({ half, m: drawn, seed }) => {
      const m = Math.min(drawn, many ? 2 * half : half);
      return { regime: m > half ? 'many' : 'few', d: 2 * half, m, seed };
    });

const shared = {
  kind: 'trajectory',
  length: ({ m }: FlowShape) => m + 1,
  decode,
  smaller: (shape: FlowShape) => (shape.m > 1 ? [{ ...shape, m: 1 }] : []),
  exact: null,
  document: ({ gamma, labels }: Flow) => ({ gamma, labels: Array.from(labels) }),
  share: 0.05,
} as const;

export const closedFormLaw: Law = law<FlowShape, Flow>({
  ...shared,
  id: 'reduction/closed form',
  about:
    'S Y = X after a time 1/γ(γ + max|y_j|), for S = V†MV/γ of the flow (10) in dimension d and τ the integral of 2γ r',
  shapes: shapes(true),
  judge: (flow) => closedFormGap(flow, 1, false),
});

export const determinantLaw: Law = law<FlowShape, Flow>({
  ...shared,
  id: 'reduction/determinant',
  about:
    'ln det P by eigenvalues at t = 0 and 1/γ(γ + max|y_j|), along the flow (10) in dimension d, against the integral of 4γ tr(RN)',
  shapes: shapes(false),
  judge: (flow) => determinantGap(flow, 2, 1),
});

/** Controls: E and E^-1 exchanged, a drive that is 1% stronger; P for N, and a factor that is 1% larger. */
export const turnedControl: Law = withJudge(closedFormLaw, 'reduction/closed form, E and E⁻¹ exchanged', (flow) =>
  closedFormGap(flow as Flow, 1, true),
);
export const strongerDriveControl: Law = withJudge(closedFormLaw, 'reduction/closed form, 2.02γ r', (flow) =>
  closedFormGap(flow as Flow, 1.01, false),
);
export const otherSideControl: Law = withJudge(determinantLaw, 'reduction/determinant, P for N', (flow) =>
  determinantGap(flow as Flow, 2, -1),
);
export const largerRateControl: Law = withJudge(determinantLaw, 'reduction/determinant, 4.04γ', (flow) =>
  determinantGap(flow as Flow, 2.02, 1),
);
