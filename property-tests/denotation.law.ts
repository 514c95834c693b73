import { qnnModels } from '../proofs/models/qnn-models.js';
import { qnn } from '../proofs/notation.js';
import {
  asymptoticKernel,
  type Bounded,
  bounded,
  type ComplexMatrix,
  columnsOf,
  complexMatrix,
  entry,
  evaluate,
  FLOATING,
  hadamardForm,
  inputError,
  instanceOfModel,
  type Judgement,
  type Law,
  law,
  lossGradient,
  type Model,
  type ModelSource,
  operatorNorm,
  realValues,
  type Shape,
  sensitivity,
  tangentKernel,
  trainingProblem,
} from '../src/index.js';

type Table = readonly (readonly number[])[];

/** The values of a defined symbol by the denotation, as rows over its two indices (or one, or none). */
function denoted(model: Model<Bounded>, name: string): Table {
  const { at } = qnn.definitions[name];
  const sizes = at.map((index) => model.sizes[qnn.signature.indices[index]]);
  const value = (indices: readonly number[]): number => {
    const term = { kind: 'symbol', name, at } as const;
    const bound = Object.fromEntries(at.map((index, k) => [index, indices[k]]));
    return evaluate(qnn.signature, qnn.definitions, term, model, bound)[0][0].re;
  };
  const [rows = 1, cols = 1] = sizes;
  return Array.from({ length: rows }, (_, i) =>
    Array.from({ length: cols }, (_, j) => value([i, j].slice(0, at.length))),
  );
}

const gap = (a: Table, b: Table): number =>
  Math.max(...a.flatMap((row, i) => row.map((x, j) => Math.abs(x - b[i][j]))));
const rowsOf = (a: ComplexMatrix): Table =>
  Array.from({ length: a.rows }, (_, i) => Array.from({ length: a.cols }, (_, j) => entry(a, i, j).re));
const column = (values: Float64Array): Table => Array.from(values, (x) => [x]);

/** How a defined symbol is computed by the simulators, and in which units it is measured. */
type Simulated = Readonly<Record<string, { readonly table: Table; readonly scale: number }>>;

function definitionsLaw(
  id: string,
  source: ModelSource,
  simulate: (model: Model<Bounded>) => Simulated,
  about: string,
): Law {
  return law<Shape, Model<Bounded>>({
    id,
    kind: 'instance',
    about,
    shapes: source.shapes,
    length: source.length,
    decode: (shape, z) =>
      source.build(
        FLOATING,
        shape,
        z.map((x) => bounded(x)),
      ),
    judge: (model): Judgement => {
      const gaps = Object.entries(simulate(model)).map(
        ([name, { table, scale }]) => gap(denoted(model, name), table) / scale,
      );
      const { d, p } = model.sizes;
      const error = 64 * d * (p + d) * Number.EPSILON + 16 * d * d * inputError(model, ['M0', 'ρ', 'U', 'H']);
      return { margin: -Math.max(...gaps), error };
    },
    smaller: source.smaller,
    exact: null,
    document: ({ sizes }) => sizes,
    share: 0.5,
  });
}

function trainingTables(model: Model<Bounded>): Simulated {
  const instance = instanceOfModel(model, false);
  const problem = trainingProblem(instance);
  const { loss, predictions, residuals, gradient } = lossGradient(problem, instance.parameters);
  const { jacobian } = sensitivity(problem, instance.parameters);
  const norm = Math.max(1, operatorNorm(instance.measurement));
  const largestResidual = Math.max(1, ...residuals.map(Math.abs));
  const slope = norm * Math.max(1, ...realValues(model.values.h));
  const m = complexMatrix(model.values.M[0]);
  const densities = instance.states.map(({ densityMatrix }) => densityMatrix);
  return {
    ŷ: { table: column(predictions), scale: norm },
    r: { table: column(residuals), scale: norm * largestResidual },
    L: { table: [[loss]], scale: norm * largestResidual ** 2 },
    a: { table: jacobian.map((row) => Array.from(row)), scale: slope },
    g: { table: column(gradient), scale: slope * norm * largestResidual },
    K: { table: rowsOf(tangentKernel(jacobian)), scale: slope ** 2 },
    Kasym: { table: rowsOf(asymptoticKernel(m, densities)), scale: norm ** 2 },
  };
}

/** The symbols of the theory mean what the simulators compute: ŷ, r, L, the Jacobian, ∂L, K and Kasym. */
export const trainingDefinitionsLaw: Law = definitionsLaw(
  'definitions/training',
  qnnModels({ pure: false, measurement: 'general', labels: 'real', root: false }),
  trainingTables,
  'ŷ, r, L, ∂ŷ, ∂L, K and Kasym as their terms denote them, by commutators and traces, against the adjoint method of the simulators',
);

/** P and N, entry by entry, against the Gram matrices of the simulators. */
export const gramDefinitionsLaw: Law = definitionsLaw(
  'definitions/gram',
  qnnModels({ pure: true, measurement: 'scaled', labels: 'signs', root: false }),
  (model) => {
    const gamma = realValues(model.values.γ)[0];
    const { p, n } = hadamardForm(
      complexMatrix(model.values.M[0]),
      gamma,
      columnsOf(model.values.v.map(complexMatrix)),
    );
    return { P: { table: rowsOf(p), scale: 1 }, N: { table: rowsOf(n), scale: 1 } };
  },
  'P and N by projectors, as their terms denote them, against (v ± Mv/γ)/2 of the simulators',
);
