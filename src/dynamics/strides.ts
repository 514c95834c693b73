import { MOST_NODES, summedWeights } from '../numeric/summed-weights.js';
import type { TrainingKernel } from './training-kernel.js';

/** Where gradient descent has come by strides; plain data, so that a run can be stored and gone on with, bit for bit. */
export interface StrideState {
  readonly iteration: number;
  /** theta. */
  readonly parameters: Float64Array;
  readonly loss: number;
  /** Gradients along the way, the newest first: the one at `parameters`. */
  readonly known: readonly KnownGradient[];
  /** How many of them the next stride is foretold from, and how many iterations it is to span. */
  readonly order: number;
  readonly length: number;
  /** Single iterations to come before a longer stride is tried again, and how many there will be after it fails. */
  readonly rest: number;
  readonly patience: number;
  /** The least L/|grad L| so far: an error of t times that changes the loss by t L. A loss below `floor` counts as that. */
  readonly unit: number;
  readonly floor: number;
}

export interface KnownGradient {
  readonly iteration: number;
  readonly gradient: Float64Array;
}

export interface Stride {
  readonly state: StrideState;
  /** theta at an iteration from the last state to this one, by the same interpolation. */
  at(iteration: number): Float64Array;
}

/** A gradient is not finite: descent cannot go on. */
export class NotFinite extends Error {
  constructor(readonly lastGood: StrideState | null) {
    super(`the gradient is not finite ${lastGood === null ? 'at the start' : `after iteration ${lastGood.iteration}`}`);
  }
}

/** One gradient. */
export function strideStart(kernel: TrainingKernel, theta: Float64Array): StrideState {
  const parameters = theta.slice();
  const gradient = new Float64Array(theta.length);
  const loss = kernel.lossGradientInto(parameters, gradient);
  if (!gradient.every(Number.isFinite) || !Number.isFinite(loss)) throw new NotFinite(null);
  const unit = Number.POSITIVE_INFINITY;
  const start = {
    iteration: 0,
    parameters,
    loss,
    known: [],
    order: 1,
    length: 2,
    rest: FIRST,
    patience: 1,
    unit,
    floor: FLOOR * loss,
  };
  return arrived(start, 0, parameters, gradient, loss);
}

/** Relative to the loss at the start: what is below is followed no closer. */
const FLOOR = 1e-12;

/** Beyond this order higher ones gain nothing in double precision; the corrector has one node more, and one is to spare for the choice. */
const HIGHEST_ORDER = MOST_NODES - 2;

/** Single iterations that a run begins with. */
const FIRST = 3;

/** Where longer strides go on failing the wait for the next try doubles up to this: descent that is not smooth costs 1/32 more. */
const LONGEST_REST = 32;

/**
 * Many iterations of theta <- theta - eta grad L(theta) in one stride of two gradients.
 *
 * Along smooth descent the gradient g(k) is a smooth function of the iteration k, and theta_{n+N} = theta_n - eta (g(n) + ... + g(n+N-1))
 * is exact. The sum is taken of the polynomial through known gradients: through those behind to foretell theta_{n+N}, then once more
 * with the gradient there (Adams' method with sums for integrals, order 1 to 12). So no flow stands between the method and the
 * iterates, whatever eta: its only error is that of interpolation, and a stride of one iteration is the iteration itself.
 *
 * The error of a stride, |corrected with one gradient less - corrected|, is kept within `tolerance` times `unit`; the order is that of the longest
 * next stride. Throws NotFinite with the state before it.
 */
export function stride(kernel: TrainingKernel, learningRate: number, from: StrideState, tolerance: number): Stride {
  const { iteration, parameters, known } = from;
  const gradient = new Float64Array(parameters.length);
  const moved = (nodes: readonly KnownGradient[], count: number) =>
    advanced(parameters, nodes, iteration, count, learningRate);
  /** The loss, with its gradient in `gradient`; NaN unless all of it is finite. */
  const evaluated = (theta: Float64Array) => {
    const loss = kernel.lossGradientInto(theta, gradient);
    return gradient.every(Number.isFinite) && Number.isFinite(loss) ? loss : Number.NaN;
  };
  const allowed = Math.max(tolerance * from.unit, 4 * Number.EPSILON * (1 + Math.hypot(...parameters)));
  const order = Math.min(from.order, known.length);
  for (let length = from.rest > 0 ? 1 : from.length; length > 1; ) {
    if (Number.isNaN(evaluated(moved(known.slice(0, order), length)))) {
      length = Math.floor(length / 5);
      continue;
    }
    const ahead = { iteration: iteration + length, gradient: gradient.slice() };
    const corrected = (nodes: number) => moved([ahead, ...known.slice(0, nodes)], length);
    const [end, lower] = [corrected(order), corrected(order - 1)];
    const longer = growth(distance(end, lower) / allowed, order);
    if (longer < SAFETY) {
      length = Math.floor(length * Math.max(0.2, longer));
      continue;
    }
    const choices = [{ order, longer }];
    if (order > 1)
      choices.push({ order: order - 1, longer: growth(distance(lower, corrected(order - 2)) / allowed, order - 1) });
    if (order < HIGHEST_ORDER && known.length > order) {
      choices.push({ order: order + 1, longer: growth(distance(corrected(order + 1), end) / allowed, order + 1) });
    }
    const best = choices.reduce((a, b) => (b.longer > a.longer ? b : a));
    const nodes = [ahead, ...known.slice(0, order)];
    const loss = evaluated(end);
    if (Number.isNaN(loss)) {
      length = Math.floor(length / 5);
      continue;
    }
    const next = { ...from, order: best.order, length: Math.max(2, nextLength(length, best.longer)), patience: 1 };
    return {
      state: arrived(next, ahead.iteration, end, gradient, loss),
      at: (k) => (k === ahead.iteration ? end : moved(nodes, k - iteration)),
    };
  }
  const end = moved(known.slice(0, 1), 1);
  const loss = evaluated(end);
  if (Number.isNaN(loss)) throw new NotFinite(from);
  const higher = Math.min(order + 1, known.length + 1, HIGHEST_ORDER);
  const failed = from.rest === 0;
  const rest = failed ? from.patience : from.rest - 1;
  const patience = failed ? Math.min(LONGEST_REST, 2 * from.patience) : from.patience;
  const next = { ...from, order: higher, length: 2, rest, patience };
  return {
    state: arrived(next, iteration + 1, end, gradient, loss),
    at: (k) => (k === iteration ? parameters : end),
  };
}

/** Of the length that the estimate allows so much is taken. */
const SAFETY = 0.85;

/** By how much a stride of this order may be longer if its error is so many times the allowed one. */
function growth(error: number, order: number): number {
  return SAFETY * (error === 0 ? 1e3 : error ** (-1 / (order + 1)));
}

/** Even spacing serves interpolation: small gains are let be. */
function nextLength(length: number, longer: number): number {
  if (longer >= 1 && longer < 1.15) return length;
  return Math.max(1, Math.floor(length * Math.min(2, Math.max(0.3, longer))));
}

/** theta_{n + count} = theta_n - eta sum of the polynomial through the nodes over n, ..., n + count - 1. */
function advanced(
  parameters: Float64Array,
  nodes: readonly KnownGradient[],
  n: number,
  count: number,
  learningRate: number,
): Float64Array {
  const weights = summedWeights(
    nodes.map(({ iteration }) => iteration - n),
    count,
  );
  const theta = parameters.slice();
  nodes.forEach(({ gradient }, i) => {
    const factor = learningRate * weights[i];
    for (let l = 0; l < theta.length; l++) theta[l] -= factor * gradient[l];
  });
  return theta;
}

function arrived(
  from: StrideState,
  iteration: number,
  parameters: Float64Array,
  scratch: Float64Array,
  loss: number,
): StrideState {
  const gradient = scratch.slice();
  const known = [{ iteration, gradient }, ...from.known].slice(0, HIGHEST_ORDER + 1);
  const size = Math.hypot(...gradient);
  return {
    ...from,
    iteration,
    parameters,
    loss,
    known,
    unit: size > 0 ? Math.min(from.unit, Math.max(loss, from.floor) / size) : from.unit,
  };
}

function distance(a: Float64Array, b: Float64Array): number {
  let square = 0;
  for (let l = 0; l < a.length; l++) square += (a[l] - b[l]) ** 2;
  return Math.sqrt(square);
}
