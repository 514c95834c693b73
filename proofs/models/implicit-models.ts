/** One sample with the prediction ŷ0 from which the flow came: for solutions in terms of ln, exact where ŷ = ŷ0. */
import fc from 'fast-check';
import { type Field, type Model, type ModelSource, models, type Shape, Supply, traceMatrix } from '../../src/index.js';
import { flowing, oneSampleModels } from './one-sample-models.js';
import { matrixAlgebra } from './qnn-models.js';

interface TimedShape extends Shape {
  readonly atStart: boolean;
}

/**
 * Any γ > 0 with labels ±1, or `edge`: γ = |y| of any size. ŷ0 lies on the side of y on which ŷ is, and farther from it.
 * Where ŷ is stuck at ±γ or at y there is no solution to speak of, and a term of it has no value.
 */
export function implicitModels(where: 'anywhere' | 'edge'): ModelSource {
  const base = oneSampleModels('anywhere');
  return models<TimedShape>({
    shapes: fc.tuple(base.shapes, fc.boolean()).map(([shape, atStart]) => ({ ...shape, atStart })),
    length: (shape) => base.length(shape) + 1,
    build: (field, shape, z) => {
      const model = base.build(field, shape, z);
      return cameFrom(field, where === 'edge' ? relabelled(model, shape) : model, shape, z[z.length - 1]);
    },
    smaller: (shape) => base.smaller(shape).map((smaller) => ({ ...smaller, atStart: shape.atStart })),
  });
}

/** The same M and ρ with the label ±γ. */
function relabelled<T>(model: Model<T>, { positiveLabel }: Shape): Model<T> {
  const { field, values } = model;
  const algebra = matrixAlgebra(field);
  const γ = values.γ[0][0][0];
  const signs = values.M[0].map((row) => row.map((x) => field.multiply(field.inverse(γ), x)));
  return flowing(algebra, { signs, v: values.v[0], γ, y: positiveLabel ? γ : field.negate(γ), B: null });
}

function cameFrom<T>(field: Field<T>, model: Model<T>, { atStart }: TimedShape, x: T | undefined): Model<T> {
  const { q, plus, minus, square, mul } = matrixAlgebra(field);
  const { values } = model;
  const ŷ = traceMatrix(field, mul(values.ρ[0], values.M[0]));
  const [γ, y] = [values.γ[0][0][0], values.y[0][0][0]];
  const far = field.sign(minus(y, ŷ)) < 0 ? γ : field.negate(γ);
  const a = square(new Supply(field, x === undefined ? [] : [x]).real());
  const share = field.multiply(a, field.inverse(plus(q(1), a)));
  const ŷ0 = atStart ? ŷ : plus(ŷ, field.multiply(share, minus(far, ŷ)));
  return { ...model, values: { ...values, ŷ0: [[[ŷ0]]] } };
}
