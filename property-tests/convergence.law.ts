/**
 * Where the asymptotic flow of orthonormal inputs ends: the loss at a late time against the distance of the labels from the
 * predictions in reach. The flow is integrated in its reduced form, from Haar-random inputs and measurements, and knows
 * nothing of a closed form, a potential or a polytope.
 */
import {
  column,
  type FrequencyLaw,
  frequencyLaw,
  nearestReachable,
  orthonormalStates,
  pauliLike,
  pureState,
  type Random,
  reducedFlow,
  reducedProblem,
  scale,
} from '../src/index.js';

interface Setting {
  /**
   * What holds the predictions back: `inside`: nothing, the labels are in reach; `signs`: nothing, labels ±1 and γ > 1;
   * `single`: the ends ±γ of single predictions; `sum`: the end of their sum. Each by a margin, which sets how fast it ends.
   */
  readonly regime: 'inside' | 'signs' | 'single' | 'sum';
  readonly d: number;
  readonly m: number;
  readonly [key: string]: number | string;
}

/** When the loss is looked at, in units of 1/γ². */
const LATE = 20;

interface Draw {
  readonly gamma: number;
  readonly labels: Float64Array;
  /** The loss at t = LATE/γ². */
  readonly late: number;
}

const SETTINGS: readonly Setting[] = [
  { regime: 'signs', d: 6, m: 3 },
  { regime: 'inside', d: 6, m: 5 },
  { regime: 'single', d: 4, m: 2 },
  { regime: 'sum', d: 6, m: 5 },
  { regime: 'sum', d: 4, m: 4 },
];

const sumOf = (values: Float64Array): number => values.reduce((sum, x) => sum + x, 0);
/** Numbers of [-1, 1]. */
const numbers = (count: number, random: Random): Float64Array =>
  Float64Array.from({ length: count }, () => 2 * random.uniform() - 1);
const sign = (random: Random): number => (random.uniform() < 0.5 ? -1 : 1);

function labelsOf({ regime, d, m }: Setting, gamma: number, random: Random): Float64Array {
  if (regime === 'signs') return Float64Array.from({ length: m }, () => sign(random));
  const drawn = numbers(m, random);
  const range = gamma * (d - m);
  if (regime === 'sum') {
    // Predictions that add up to the range, all within 0.8 γ; and the same push for all labels.
    const [middle, mean] = [range / m, sumOf(drawn) / m];
    const push = gamma * (0.3 + random.uniform());
    const side = sign(random);
    return drawn.map((x) => side * (middle + ((0.8 * gamma - middle) / 2) * (x - mean) + push));
  }
  const shrink = Math.min(0.6 * gamma, (0.6 * range) / Math.abs(sumOf(drawn)));
  const labels = drawn.map((x) => shrink * x);
  if (regime === 'single') labels[0] = sign(random) * gamma * (1.3 + random.uniform());
  return labels;
}

function draw(setting: Setting, random: Random): Draw {
  const { regime, d, m } = setting;
  const gamma = regime === 'signs' ? 1.2 + 0.8 * random.uniform() : 0.6 + random.uniform();
  const inputs = orthonormalStates(d, m, random);
  const states = Array.from({ length: m }, (_, j) => pureState(column(inputs, j)));
  const labels = labelsOf(setting, gamma, random);
  const problem = reducedProblem(scale(pauliLike(d, random), gamma), { states, labels });
  const points = [...reducedFlow(problem, { every: LATE / gamma ** 2, count: 1, tolerance: 1e-8 })];
  return { gamma, labels, late: points[1]!.loss };
}

/** dist²/(2m) for a point that is said to be the nearest. */
const lossAt = (labels: Float64Array, p: Float64Array): number =>
  labels.reduce((sum, y, j) => sum + (y - p[j]!) ** 2, 0) / (2 * labels.length);

type Limit = (labels: Float64Array, gamma: number, d: number) => number;

const endingAt = (id: string, about: string, settings: readonly Setting[], limit: Limit): FrequencyLaw =>
  frequencyLaw<Setting>({
    id,
    about,
    settings,
    stated: () => [1, 100],
    draws: { quick: 20, deep: 200 },
    observe: (setting, random) => {
      const { gamma, labels, late } = draw(setting, random);
      return { value: Math.abs(late - limit(labels, gamma, setting.d)) / gamma ** 2, bound: 1e-4, error: 1e-8 };
    },
  });

const limit: Limit = (labels, gamma, d) => lossAt(labels, nearestReachable(labels, gamma, d));

export const convergenceLaw: FrequencyLaw = endingAt(
  'convergence/limit of the loss',
  'the loss at t = 20/γ², by the reduced flow from Haar-random inputs and measurements, against dist²/(2m), within 1e-4 γ²',
  SETTINGS,
  limit,
);

const setting = (regime: Setting['regime']): Setting[] => [SETTINGS.find((one) => one.regime === regime)!];
const control = (name: string, regime: Setting['regime'], wrong: Limit): FrequencyLaw =>
  endingAt(`convergence/${name}`, `the same with a wrong limit: ${name}`, setting(regime), wrong);

/** Controls: the same draws against other limits, in a setting where they differ. */
export const convergenceControls = {
  noSum: control('without the bound of the sum', 'sum', (labels, gamma) =>
    lossAt(labels, nearestReachable(labels, gamma, 2 * labels.length)),
  ),
  wideSum: control('the sum within γ d', 'sum', (labels, gamma, d) =>
    lossAt(labels, nearestReachable(labels, gamma, d + labels.length)),
  ),
  unitBox: control('predictions within 1', 'single', (labels, _, d) => lossAt(labels, nearestReachable(labels, 1, d))),
  zero: control('always 0', 'single', () => 0),
  zeroMany: control('0 for m > d/2 too', 'sum', () => 0),
  double: control('dist²/m', 'single', (labels, gamma, d) => 2 * limit(labels, gamma, d)),
};
