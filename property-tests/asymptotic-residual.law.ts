import { decompositionModels } from '../proofs/appendix-b/decomposition-models.js';
import { overparameterised } from '../proofs/appendix-b/notation.js';
import {
  asymptoticKernel,
  asymptoticVelocity,
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
  mixedState,
  operatorNorm,
  predictions,
  realValues,
  residuals,
  type Shape,
  type State,
  withJudge,
} from '../src/index.js';
import { largestGap } from './exact-gap.js';

interface Start {
  readonly m: ComplexMatrix;
  readonly states: readonly State[];
  readonly labels: Float64Array;
  readonly inputError: number;
}

const source = decompositionModels('limit');

function decode(shape: Shape, z: readonly number[]): Start {
  const model = source.build(
    FLOATING,
    shape,
    z.map((x) => bounded(x)),
  );
  const { values } = model;
  return {
    m: complexMatrix(values.M[0]),
    states: values.ρ.map((state) => mixedState(complexMatrix(state))),
    labels: realValues(values.y),
    inputError: inputError(model, ['M', 'ρ']),
  };
}

/**
 * -max_i |tr(ρ_i dM/dt) - factor (Kasym r)_i|, relative to m |M|² max|r|, where both sides are sums of m d² products of two
 * entries of commutators, which err by 8 d eps |M| each.
 */
function residualMargin({ m, states, labels, inputError: off }: Start, factor: number): Judgement {
  const r = residuals(labels, predictions(states, m));
  const norm = Math.max(1, operatorNorm(m));
  const scale = states.length * norm * norm * Math.max(1, ...r.map(Math.abs));
  const climbing = predictions(states, asymptoticVelocity(m, { states, labels }));
  const kernel = asymptoticKernel(
    m,
    states.map(({ densityMatrix }) => densityMatrix),
  );
  const gaps = Array.from(climbing, (speed, i) =>
    Math.abs(speed - factor * r.reduce((sum, rj, j) => sum + entry(kernel, i, j).re * rj, 0)),
  );
  return {
    margin: -Math.max(...gaps) / scale,
    error: m.rows * (64 * Number.EPSILON + 16 * off),
  };
}

/** dŷ/dt = Kasym r on the asymptotic flow, at any M, for mixed inputs and any labels. */
export const asymptoticResidualLaw: Law = law<Shape, Start>({
  id: 'asymptotic-flow/residuals',
  kind: 'instance',
  about:
    'dŷ/dt = tr(ρ dM/dt) with dM/dt of the simulator, two commutators of M with Σ r_j ρ_j, against Kasym r with the kernel entry by entry',
  shapes: source.shapes,
  length: source.length,
  decode,
  judge: (instance) => residualMargin(instance, 1),
  smaller: source.smaller,
  exact: (shape, z) =>
    largestGap(overparameterised, 'rdot_i + sum_j(Kasym_ij r_j)', ['i'], source.build(EXACT, shape, z)),
  document: ({ labels }) => ({ labels: Array.from(labels) }),
  share: 0.5,
});

/** Control: a kernel that is 1% too large. */
export const scaledAsymptoticControl: Law = withJudge(
  asymptoticResidualLaw,
  'asymptotic-flow/kernel times 1.01',
  (instance) => residualMargin(instance as Start, 1.01),
);
