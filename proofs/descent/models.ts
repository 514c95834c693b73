/** Losses of degree three, by their derivatives at a point: instances as rational functions of real numbers. */
import fc from 'fast-check';
import { type Field, type Matrix, type Model, type ModelSource, models, type Shape, Supply } from '../../src/index.js';
import { matrixAlgebra } from '../models/qnn-models.js';

interface LossShape extends Shape {
  readonly p: number;
}

type Moves = 'modified' | 'plain' | 'free';

/** g, a symmetric A, and third derivatives T_ijk = Σ_a w_ai w_aj w_ak, so that dA/dt = Σ_a (w_a·dθ/dt) w_a w_aᵀ. */
export function lossModels(moves: Moves): ModelSource {
  return models<LossShape>({
    shapes: fc.record({ regime: fc.constant(`cubic loss, ${moves}`), p: fc.integer({ min: 1, max: 4 }) }),
    length: ({ p }) => 2 + 5 * p + p * p,
    build: (field, shape, z) => buildModel(field, shape, z, moves),
    smaller: (shape) =>
      shape.p > 1
        ? [
            { ...shape, p: 1 },
            { ...shape, p: shape.p - 1 },
          ]
        : [],
  });
}

function buildModel<T>(field: Field<T>, { p }: LossShape, z: readonly T[], moves: Moves): Model<T> {
  const supply = new Supply(field, z);
  const { q, mul, add, dagger, scaled } = { ...matrixAlgebra(field), scaled: scaledBy(field) };
  const half = field.inverse(q(2));
  const η = supply.real();
  const column = (): Matrix<T> => Array.from({ length: p }, () => [supply.real()]);
  const [g, free, ...ws] = [column(), column(), column(), column()];
  const B: Matrix<T> = Array.from({ length: p }, () => Array.from({ length: p }, () => supply.real()));
  const A = add(B, dagger(B));
  const minus = (a: Matrix<T>) => scaled(field.negate(q(1)), a);
  const correction = scaled(field.multiply(half, η), mul(A, g));
  const θdot = moves === 'free' ? free : minus(moves === 'plain' ? g : add(g, correction));
  const gdot = mul(A, θdot);
  const Adot = ws.map((w) => scaled(mul(dagger(w), θdot)[0][0], mul(w, dagger(w)))).reduce((a, b) => add(a, b));
  const bent = scaled(field.multiply(half, η), add(mul(Adot, g), mul(A, gdot)));
  const θddot = moves === 'free' ? column() : minus(moves === 'plain' ? gdot : add(gdot, bent));
  const Ldot = mul(dagger(g), θdot)[0][0];
  return {
    field,
    sizes: { p },
    exponents: {},
    values: {
      g: [g],
      gdot: [gdot],
      A: [A],
      Adot: [Adot],
      θdot: [θdot],
      θddot: [θddot],
      η: [[[η]]],
      L: [[[supply.real()]]],
      Ldot: [[[Ldot]]],
    },
  };
}

const scaledBy =
  <T>(field: Field<T>) =>
  (factor: T, a: Matrix<T>): Matrix<T> =>
    a.map((row) => row.map((x) => field.multiply(factor, x)));
