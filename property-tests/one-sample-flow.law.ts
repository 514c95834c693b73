/**
 * The closed forms of `one-sample-flow` and `one-sample-flow-edge` against the asymptotic flow of M, integrated by unitary
 * conjugation with commutators: nothing of partial fractions, and no equation for ŷ alone.
 */
import { oneSampleModels } from '../proofs/models/one-sample-models.js';
import { asymptoticFlow, type Judgement, type Law, law, predictions, type Shape, withJudge } from '../src/index.js';
import { decodeOneSample, type OneSample } from './one-sample.law.js';

const source = oneSampleModels('anywhere');

/** |T(ŷ) - T(ŷ0)| is the time from ŷ0 to ŷ; `size` bounds what its terms, and hence their rounding, come to. */
interface ClosedForm {
  readonly time: number;
  readonly size: number;
}
type Solved = (yhat: number, start: number, gamma: number, y: number) => ClosedForm;

const summed = (terms: readonly number[]): ClosedForm => ({
  time: terms.reduce((a, b) => a + b),
  size: terms.reduce((a, b) => a + Math.abs(b), 0),
});

/** Three logarithms, for γ != |y|. */
const threeLogarithms =
  (toEnd: number): Solved =>
  (x, x0, gamma, y) => {
    const log = (a: number, b: number): number => Math.log(Math.abs(a / b));
    return summed([
      (toEnd / gamma / (gamma - y)) * log(gamma - x, gamma - x0),
      (1 / 4 / gamma / (gamma + y)) * log(gamma + x, gamma + x0),
      (-1 / 2 / (gamma ** 2 - y ** 2)) * log(y - x, y - x0),
    ]);
  };

/** A logarithm and a pole, for γ = |y|. */
const doublePole =
  (pole: number): Solved =>
  (x, x0, _, y) =>
    summed([
      (1 / 8 / y ** 2) * Math.log(((y + x) * (y - x0)) / (y - x) / (y + x0)),
      (pole / y) * (1 / (y - x) - 1 / (y - x0)),
    ]);

/** What a kernel frozen at the start predicts: y - ŷ = (y - ŷ0) exp(-2(γ² - ŷ0²) t). */
const frozen: Solved = (x, x0, gamma, y) => summed([-Math.log((y - x) / (y - x0)) / 2 / (gamma ** 2 - x0 ** 2)]);

/** Where nothing can be compared. */
const NOTHING: Judgement = { margin: 0, error: Number.EPSILON };

/**
 * -|t - T(ŷ(t))| in units of the time that ŷ takes to move by γ at the speed it has, the worst over some points.
 *
 * A prediction that is off by e, here the estimate by step halving and what all steps may add up to, puts T off by e over
 * the speed 2(γ² - ŷ²)|y - ŷ|. Where e is more than a thousandth of the way to a standstill, nothing is compared.
 */
function worstGap(
  { m, gamma, state }: OneSample,
  y: number,
  solved: Solved,
  [spans, tolerance]: [number, number],
): Judgement {
  const start = predictions([state], m)[0];
  const data = { states: [state], labels: Float64Array.of(y) };
  const scale = Math.max(gamma, Math.abs(y));
  const sampling = { every: spans / 4 / scale ** 2, count: 4, tolerance: tolerance * gamma };
  let worst: Judgement | null = null;
  for (const {
    time,
    predictions: [yhat],
    error,
  } of asymptoticFlow(m, data, sampling)) {
    if (time === 0) continue;
    const off = error + (tolerance + 16 * m.rows * Number.EPSILON) * scale;
    const toStandstill = Math.min(gamma - Math.abs(yhat), Math.abs(y - yhat), gamma - Math.abs(start));
    if (!(off < toStandstill / 1000)) continue;
    const speed = (x: number): number => 2 * (gamma ** 2 - x ** 2) * Math.abs(y - x);
    const { time: solution, size } = solved(yhat, start, gamma, y);
    const unit = gamma / speed(yhat);
    const startOff = (16 * m.rows * Number.EPSILON * scale) / speed(start);
    const rounding = 64 * Number.EPSILON * (size + time);
    const here = {
      margin: -Math.abs(time - solution) / unit,
      error: (2 * off) / gamma + (startOff + rounding) / unit,
    };
    if (worst === null || here.margin + here.error < worst.margin + worst.error) worst = here;
  }
  return worst ?? NOTHING;
}

const shared = {
  kind: 'trajectory',
  shapes: source.shapes,
  length: source.length,
  decode: (shape: Shape, z: readonly number[]) => decodeOneSample(shape, z),
  smaller: source.smaller,
  exact: null,
  document: ({ gamma, label }: OneSample) => ({ gamma, label }),
  share: 0.1,
} as const;

/** Labels ±1 at any γ; where γ is within a thousandth of 1 the terms cancel, and the other law is the one to ask. */
const anywhere =
  (solved: Solved) =>
  (instance: OneSample): Judgement =>
    Math.abs(instance.gamma - 1) < 1e-3 ? NOTHING : worstGap(instance, instance.label, solved, [1, 1e-9]);

export const oneSampleTimeLaw: Law = law<Shape, OneSample>({
  ...shared,
  id: 'one-sample/time',
  about: 't = T(ŷ(t)) with three logarithms, for the prediction of the asymptotic flow (10) of M at several times',
  judge: anywhere(threeLogarithms(1 / 4)),
});

/** The label ±γ, for long times. */
const atEdge =
  (solved: Solved) =>
  (instance: OneSample): Judgement =>
    worstGap(instance, instance.label * instance.gamma, solved, [25, 1e-6]);

export const oneSampleEdgeTimeLaw: Law = law<Shape, OneSample>({
  ...shared,
  id: 'one-sample/time at the edge',
  about: 't = T(ŷ(t)) with a logarithm and a pole, for labels ±γ, up to γ²t = 25, by the same routes',
  judge: atEdge(doublePole(1 / 4)),
  share: 0.05,
});

/** Controls: a coefficient that is one per cent off, and the kernel frozen at its start. */
export const wrongLogarithmControl: Law = withJudge(oneSampleTimeLaw, 'one-sample/time with 1.01/4', (instance) =>
  anywhere(threeLogarithms(1.01 / 4))(instance as OneSample),
);
export const frozenTimeControl: Law = withJudge(oneSampleTimeLaw, 'one-sample/time, frozen kernel', (instance) =>
  anywhere(frozen)(instance as OneSample),
);
export const wrongPoleControl: Law = withJudge(oneSampleEdgeTimeLaw, 'one-sample/edge with 1.01/4', (instance) =>
  atEdge(doublePole(1.01 / 4))(instance as OneSample),
);
export const frozenEdgeControl: Law = withJudge(oneSampleEdgeTimeLaw, 'one-sample/edge, frozen kernel', (instance) =>
  atEdge(frozen)(instance as OneSample),
);
