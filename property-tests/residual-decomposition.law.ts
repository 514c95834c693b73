import { decompositionModels } from '../proofs/appendix-b/decomposition-models.js';
import { overparameterised } from '../proofs/appendix-b/notation.js';
import {
  add,
  asymptoticKernel,
  bounded,
  EXACT,
  FLOATING,
  type Instance,
  inputError,
  inputSideGenerators,
  instanceOfModel,
  type Judgement,
  type Law,
  law,
  maxAbs,
  operatorNorm,
  parameterisedMeasurement,
  perturbationKernelByOperator,
  perturbationOperator,
  realValues,
  type Shape,
  scale,
  sensitivity,
  sub,
  tangentKernel,
  trainingProblem,
  withJudge,
} from '../src/index.js';
import { largestGap } from './exact-gap.js';

interface Decomposed {
  readonly instance: Instance;
  readonly z: number;
  /** Largest norm of a generator. */
  readonly h: number;
  readonly inputError: number;
}

const source = decompositionModels('gradient');

function decode(shape: Shape, z: readonly number[]): Decomposed {
  const model = source.build(
    FLOATING,
    shape,
    z.map((x) => bounded(x)),
  );
  const instance = instanceOfModel(model, false);
  return {
    instance,
    z: realValues(model.values.Z)[0],
    h: Math.max(...instance.ansatz!.layers.map(({ generator }) => operatorNorm(generator))),
    inputError: inputError(model, ['M0', 'ρ', 'U', 'H']),
  };
}

/**
 * -|K/(pZ) - (Kasym + factor Kpert)| over |M|² (h²/Z + 1): K from the adjoint method, Kpert from the d²×d² matrix Δ. A slope
 * errs by 16 (p + d) eps |M| h, an entry of A ⊗ A by 16 d eps |M|², of which d⁴ are summed against Δ.
 */
function decompositionMargin({ instance, z, h, inputError: off }: Decomposed, factor: number): Judgement {
  const { states, measurement, parameters } = instance;
  const problem = trainingProblem(instance);
  const densities = states.map(({ densityMatrix }) => densityMatrix);
  const k = tangentKernel(sensitivity(problem, parameters).jacobian);
  const m = parameterisedMeasurement(problem.circuit, parameters, measurement);
  const delta = perturbationOperator(inputSideGenerators(problem.circuit, parameters), z);
  const parts = add(asymptoticKernel(m, densities), scale(perturbationKernelByOperator(m, densities, delta), factor));
  const [d, p] = [m.rows, parameters.length];
  const norm = Math.max(1, operatorNorm(measurement));
  return {
    margin: -maxAbs(sub(scale(k, 1 / (p * z)), parts)) / (norm * norm * (Math.max(1, h) ** 2 / z + 1)),
    error: 64 * d * (p + d) * Number.EPSILON + 16 * d * d * off,
  };
}

/** Lemma 4.1 as an identity of the simulators. */
export const residualDecompositionLaw: Law = law<Shape, Decomposed>({
  id: 'residual-decomposition/second-moment',
  kind: 'instance',
  about:
    'K/(pZ), with K from the Jacobian of the adjoint method on state vectors, against Kasym by commutators plus tr((A ⊗ A)Δ) by d²×d² matrices, which sees no Jacobian',
  shapes: source.shapes,
  length: source.length,
  decode,
  judge: (instance) => decompositionMargin(instance, 1),
  smaller: source.smaller,
  exact: (shape, z) =>
    shape.d === 2
      ? largestGap(overparameterised, 'η/m K_ij - Kasym_ij - Kpert_ij', ['i', 'j'], source.build(EXACT, shape, z))
      : null,
  document: ({ instance, z }) => ({ dimension: instance.dimension, z }),
  share: 0.25,
});

/** Control: 1% more perturbation. */
export const scaledPerturbationControl: Law = withJudge(
  residualDecompositionLaw,
  'residual-decomposition/perturbation times 1.01',
  (instance) => decompositionMargin(instance as Decomposed, 1.01),
);
