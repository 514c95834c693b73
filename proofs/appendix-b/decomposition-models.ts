/** Instances of Lemma 4.1: those of a QNN with m samples, with the scale Z that its learning rate means. */
import {
  addMatrices,
  type Field,
  type Matrix,
  type Model,
  type ModelSource,
  models,
  multiplyMatrices,
  rational,
  type Shape,
  scaleMatrix,
  subtractMatrices,
  traceMatrix,
} from '../../src/index.js';
import { qnnModels } from '../models/qnn-models.js';

const circuits = qnnModels({ pure: false, measurement: 'general', labels: 'real', root: false });
const KEPT = ['M', 'M0', 'U', 'dU', 'dM', 'Mdot', 'H', 'ρ', 'η', 'y', 'θdot', 'rdot'];

/**
 * Any generators and Z = m/(pη) > 0, whatever their traces: the lemma does not need more. `gradient`: the parameters
 * follow the gradient; `limit`: M follows Eq. (10).
 */
export function decompositionModels(moves: 'gradient' | 'limit'): ModelSource {
  return models<Shape>({
    shapes: circuits.shapes.map(withinReach),
    length: circuits.length,
    build: (field, shape, z) => {
      const model = circuits.build(field, shape, withRate(field, z));
      const { m, p } = model.sizes;
      const η = model.values.η[0][0][0];
      const Z = field.inverse(field.multiply(field.of(rational(p, m)), η));
      const moved = moves === 'gradient' ? {} : limitVelocities(model);
      const values = Object.fromEntries(KEPT.map((name) => [name, model.values[name]]));
      return {
        ...model,
        exponents: { n: model.exponents.n },
        values: { ...values, ...moved, Z: [[[Z]]] },
      };
    },
    smaller: circuits.smaller,
  });
}

/** Exact d²×d² matrices take too long from d = 4 on. */
function withinReach(shape: Shape): Shape {
  const d = Math.min(3, Number(shape.d));
  return { ...shape, d, plus: Math.min(Number(shape.plus), d) };
}

/** The first number is the root of η, which must not vanish: 1 stands for 0. */
const withRate = <T>(field: Field<T>, [first, ...rest]: readonly T[]): readonly T[] =>
  field.sign(first) === 0 ? [field.of(rational(1)), ...rest] : [first, ...rest];

/** dM/dt = Σ_j r_j [M,[M,ρ_j]] and what follows for the residuals. */
function limitVelocities<T>({ field, values }: Model<T>): Readonly<Record<string, readonly Matrix<T>[]>> {
  const mul = (a: Matrix<T>, b: Matrix<T>): Matrix<T> => multiplyMatrices(field, a, b);
  const bracket = (a: Matrix<T>, b: Matrix<T>): Matrix<T> => subtractMatrices(field, mul(a, b), mul(b, a));
  const [M] = values.M;
  const pulls = values.ρ.map((state, j) => {
    const residual = field.add(values.y[j][0][0], field.negate(traceMatrix(field, mul(state, M))));
    return scaleMatrix(field, residual, bracket(M, bracket(M, state)));
  });
  const Mdot = pulls.reduce((a, b) => addMatrices(field, a, b));
  const rdot = values.ρ.map((state): Matrix<T> => [[field.negate(traceMatrix(field, mul(state, Mdot)))]]);
  return { Mdot: [Mdot], rdot };
}
