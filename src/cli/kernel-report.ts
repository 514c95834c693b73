import { asymptoticKernel } from '../dynamics/asymptotic-kernel.js';
import { gradientOf, sensitivity } from '../dynamics/gradient.js';
import { loss } from '../dynamics/loss.js';
import { parameterisedMeasurement } from '../dynamics/parameterised-measurement.js';
import { normalisation, perturbationKernel } from '../dynamics/perturbation-kernel.js';
import { residuals } from '../dynamics/predictions.js';
import { tangentKernel } from '../dynamics/tangent-kernel.js';
import { trainingProblem } from '../dynamics/training-problem.js';
import { BadInput } from '../numeric/bad-input.js';
import { type ComplexMatrix, entry } from '../numeric/complex-matrix.js';
import type { Instance } from '../quantum/instance.js';

/** What `kasym kernel --json` prints: the quantities of Lemmas 3.1 and 4.1 at the file's parameters. */
export interface KernelReport {
  readonly predictions: readonly number[];
  readonly residuals: readonly number[];
  readonly loss: number;
  /** dL/dtheta; absent, as is K, without an ansatz. */
  readonly gradient?: readonly number[];
  readonly K?: readonly (readonly number[])[];
  readonly Kasym: readonly (readonly number[])[];
  /** eta = m/(pZ) and Kpert = (eta/m) K - Kasym, where all generators are traceless with one tr(H^2) > 0. */
  readonly eta?: number;
  readonly Kpert?: readonly (readonly number[])[];
}

/** O(p d^3) for M(theta), O(m d^3) for Kasym. Throws BadInput, naming `file`, if a quantity overflows. */
export function kernelReport(instance: Instance, file: string): KernelReport {
  const { ansatz, states, labels, parameters } = instance;
  const problem = trainingProblem(instance);
  const { predictions, jacobian } = sensitivity(problem, parameters);
  const r = residuals(labels, predictions);
  const m = parameterisedMeasurement(problem.circuit, parameters, instance.measurement);
  const kasym = asymptoticKernel(
    m,
    states.map((state) => state.densityMatrix),
  );
  const common = { predictions: [...predictions], residuals: [...r], loss: loss(r) };
  if (ansatz === null) return finite({ ...common, Kasym: realRows(kasym) }, file);

  const k = tangentKernel(jacobian);
  const trained = { ...common, gradient: [...gradientOf(jacobian, r)], K: realRows(k), Kasym: realRows(kasym) };
  const normal = normalisation(ansatz, states.length);
  if (normal === null) return finite(trained, file);
  const kpert = perturbationKernel(k, kasym, normal.eta);
  return finite({ ...trained, eta: normal.eta, Kpert: realRows(kpert) }, file);
}

function realRows(a: ComplexMatrix): number[][] {
  return Array.from({ length: a.rows }, (_, i) => Array.from({ length: a.cols }, (_, j) => entry(a, i, j).re));
}

function finite(report: KernelReport, file: string): KernelReport {
  for (const [key, value] of Object.entries(report)) {
    if (![value].flat(2).every(Number.isFinite)) {
      throw new BadInput(`${file}: the numbers are too large: ${key} is not finite`);
    }
  }
  return report;
}
