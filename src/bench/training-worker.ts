/** The entry of a worker thread of the benchmark: trains one problem and says where it ended. */
import { trainingKernel, trainingStep } from '../dynamics/training-kernel.js';
import { stepProblem } from './step-problem.js';

export interface TrainingTask {
  readonly d: number;
  readonly p: number;
  readonly m: number;
  readonly steps: number;
}

export default function train({ d, p, m, steps }: TrainingTask): number {
  const { gauge, theta } = stepProblem(d, p, m);
  const kernel = trainingKernel(gauge);
  const gradient = new Float64Array(p);
  for (let step = 0; step < steps; step++) trainingStep(kernel, theta, gradient, 1e-3 / p);
  return kernel.lossGradient(theta).loss;
}
