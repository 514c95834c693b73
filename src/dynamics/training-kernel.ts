import { BadInput } from '../numeric/bad-input.js';
import { frobeniusNorm } from '../numeric/matrix-scalars.js';
import type { ChainGradient, ChainValue, PhasedChain } from '../numeric/phased-chain.js';
import { plainChain } from '../numeric/plain-chain.js';
import { simdChain } from '../numeric/simd-chain.js';
import { lossGradient } from './gradient.js';
import { denseChain, type GaugeProblem, gaugeChain } from './training-chain.js';
import type { TrainingProblem } from './training-problem.js';

/** L = (1/2m) sum r^2 and its exact gradient, made ready for many theta. */
export interface TrainingKernel {
  /** What computes it, fastest first. */
  readonly path: 'simd-gauge' | 'simd-dense' | 'plain-gauge' | 'plain-dense';
  /** Why it is not done in SIMD, in one line; null where it is. */
  readonly fallback: string | null;
  readonly parameterCount: number;
  /** What rounding may make of a prediction. */
  readonly rounding: number;
  /** Loss and predictions alone: half the cost. */
  value(theta: Float64Array): ChainValue;
  lossGradient(theta: Float64Array): ChainGradient;
  /** The same without allocation: writes the gradient, returns the loss. */
  lossGradientInto(theta: Float64Array, gradient: Float64Array): number;
}

export interface TrainingOptions {
  /** Default: SIMD where it can be had, else plain TypeScript. Asked for by name, what cannot be had is an error. */
  readonly using?: 'simd' | 'plain';
  /** Fused multiply-add: faster, and the last bits depend on the processor. Default false: the same bits everywhere. */
  readonly fused?: boolean;
}

/**
 * The fastest way there is to train this problem: WebAssembly SIMD in the cosine-sine gauge for a `GaugeProblem`; SIMD with dense
 * unitaries where the generators are Appendix D's and the inputs pure; else the general `lossGradient`.
 *
 * All paths compute the same by the adjoint method and differ by about (p + d) eps |M0| |H|.
 */
export function trainingKernel(problem: TrainingProblem | GaugeProblem, options: TrainingOptions = {}): TrainingKernel {
  const gauge = 'inputs' in problem;
  const chain = gauge ? gaugeChain(problem) : denseChain(problem);
  const simd = options.using === 'plain' ? new Error('simd: plain code was asked for') : simdOf(chain, options);
  if (!(simd instanceof Error)) {
    const path = gauge ? 'simd-gauge' : 'simd-dense';
    return { ...simd, path, fallback: null, ...sizesOf(simd.chain) };
  }
  if (options.using === 'simd') throw new BadInput(`trainingKernel: ${simd.message}`);
  const fallback = simd.message;
  if (gauge) {
    const plain = plainChain(gaugeChain(problem));
    return { ...plain, path: 'plain-gauge', fallback, ...sizesOf(plain.chain) };
  }
  return { ...general(problem), path: 'plain-dense', fallback };
}

/** theta <- theta - rate dL/dtheta in place; returns the loss before the step. `gradient` is scratch of p numbers. */
export function trainingStep(
  kernel: TrainingKernel,
  theta: Float64Array,
  gradient: Float64Array,
  learningRate: number,
): number {
  const loss = kernel.lossGradientInto(theta, gradient);
  for (let l = 0; l < theta.length; l++) theta[l] -= learningRate * gradient[l];
  return loss;
}

function simdOf(chain: PhasedChain | null, { fused = false }: TrainingOptions) {
  if (chain === null)
    return new Error('simd: expected pure inputs and one generator diag(+h, .., -h, ..) in every layer');
  return simdChain(chain, { fused });
}

function sizesOf({ layers, weights }: PhasedChain) {
  return {
    parameterCount: layers.length,
    rounding: roundingOf(weights.length, layers.length, Math.max(...weights.map(Math.abs))),
  };
}

/** d products are summed in each of p multiplications by unitaries. */
function roundingOf(d: number, p: number, range: number): number {
  return 4 * (d + p) * Number.EPSILON * range;
}

function general(problem: TrainingProblem) {
  const { circuit, measurement } = problem;
  const parameterCount = circuit.spectra.length;
  return {
    parameterCount,
    rounding: roundingOf(measurement.rows, parameterCount, frobeniusNorm(measurement)),
    value: (theta: Float64Array) => lossGradient(problem, theta),
    lossGradient: (theta: Float64Array) => lossGradient(problem, theta),
    lossGradientInto(theta: Float64Array, gradient: Float64Array) {
      const result = lossGradient(problem, theta);
      gradient.set(result.gradient);
      return result.loss;
    },
  };
}
