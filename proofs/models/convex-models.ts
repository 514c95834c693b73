/** A convex quadratic function of τ and a point on its gradient flow: instances as rational functions of real numbers. */
import fc from 'fast-check';
import {
  type Field,
  type Matrix,
  type Model,
  type ModelSource,
  models,
  type Shape,
  Supply,
  scaleMatrix,
} from '../../src/index.js';
import { matrixAlgebra } from './qnn-models.js';

interface ConvexShape extends Shape {
  /** `flat`: some direction leaves the gradient as it is; `linear`: all of them do, and Φ is affine. */
  readonly regime: 'generic' | 'flat' | 'linear';
  readonly m: number;
}

type Other = 'stands' | 'flows';

/** Φ = a·τ + |Aτ|²/2 takes part by its value, gradient and second derivative at τ and at z. */
export function convexModels(other: Other): ModelSource {
  return models<ConvexShape>({
    shapes: fc.record({
      regime: fc.constantFrom('generic', 'generic', 'flat', 'linear'),
      m: fc.integer({ min: 1, max: 3 }),
    }),
    length: ({ m }) => m * m + 4 * m + 2,
    build: (field, shape, z) => buildModel(field, shape, z, other),
    smaller: (shape) => (shape.m > 1 ? [{ ...shape, m: shape.m - 1 }] : []),
  });
}

function buildModel<T>(field: Field<T>, { regime, m }: ConvexShape, numbers: readonly T[], other: Other): Model<T> {
  const supply = new Supply(field, numbers);
  const { q, plus, minus, square, total, mul, add, dagger } = matrixAlgebra(field);
  const times = field.multiply;
  const γ = plus(q(1, 2), square(supply.real()));
  const t = square(supply.real());
  const column = (): Matrix<T> => Array.from({ length: m }, () => [supply.real()]);
  const [y, slope, τ, z] = [column(), column(), column(), column()];
  const rows = regime === 'linear' ? 0 : regime === 'flat' ? m - 1 : m;
  const A = Array.from({ length: m }, (_, i) => Array.from({ length: m }, () => (i < rows ? supply.real() : q(0))));
  const curvature = mul(dagger(A), A);
  const gradient = (at: Matrix<T>): Matrix<T> => add(slope, mul(curvature, at));
  const dot = (a: Matrix<T>, b: Matrix<T>): T => total(a.map(([x], j) => times(x!, b[j]![0]!)));
  const value = (at: Matrix<T>): T => plus(dot(slope, at), times(q(1, 2), dot(at, mul(curvature, at))));
  const twice = times(q(2), γ);
  const driven = (at: Matrix<T>): Matrix<T> => gradient(at).map(([x], j) => [times(twice, minus(y[j]![0]!, x!))]);
  const τdot = driven(τ);
  const ŷdot = mul(curvature, τdot);
  const zdot = other === 'flows' ? driven(z) : z.map(() => [q(0)]);
  const entries = (a: Matrix<T>): Matrix<T>[] => a.flatMap((row) => row.map((x) => [[x]]));
  return {
    field,
    sizes: { m },
    exponents: {},
    values: {
      γ: [[[γ]]],
      t: [[[t]]],
      tdot: [[[q(1)]]],
      y: entries(y),
      τ: entries(τ),
      τdot: entries(τdot),
      τddot: entries(scaleMatrix(field, field.negate(twice), ŷdot)),
      ŷ: entries(gradient(τ)),
      ŷdot: entries(ŷdot),
      Φ: [[[value(τ)]]],
      Φdot: [[[dot(gradient(τ), τdot)]]],
      K: entries(scaleMatrix(field, twice, curvature)),
      z: entries(z),
      zdot: entries(zdot),
      q: entries(gradient(z)),
      Φz: [[[value(z)]]],
      Φzdot: [[[dot(gradient(z), zdot)]]],
    },
  };
}

interface TangentShape extends Shape {
  /** `tight`: Φ is on its tangent at z, and τ - z = 2γt(y - ŷ(z)), where the bound is an equality. */
  readonly regime: 'generic' | 'tight';
  readonly m: number;
}

/** No flow: Φ at τ is anything above the tangent at z, and the prediction at τ is anything. */
export function tangentModels(): ModelSource {
  return models<TangentShape>({
    shapes: fc.record({ regime: fc.constantFrom('generic', 'tight'), m: fc.integer({ min: 1, max: 3 }) }),
    length: ({ m }) => 5 * m + 4,
    build: (field, shape, z) => buildTangent(field, shape, z),
    smaller: (shape) => (shape.m > 1 ? [{ ...shape, m: shape.m - 1 }] : []),
  });
}

function buildTangent<T>(field: Field<T>, { regime, m }: TangentShape, numbers: readonly T[]): Model<T> {
  const supply = new Supply(field, numbers);
  const { q, plus, minus, square, total } = matrixAlgebra(field);
  const family = (): T[] => Array.from({ length: m }, () => supply.real());
  const γ = plus(q(1, 2), square(supply.real()));
  const t = square(supply.real());
  const [Φz, above] = [supply.real(), square(supply.real())];
  const [y, ŷ, rate, z, free] = [family(), family(), family(), family(), family()];
  const step = field.multiply(q(2), field.multiply(γ, t));
  const τ = regime === 'tight' ? z.map((x, j) => plus(x, field.multiply(step, minus(y[j]!, rate[j]!)))) : free;
  const tangent = plus(Φz, total(rate.map((x, j) => field.multiply(x, minus(τ[j]!, z[j]!)))));
  const scalars = (values: readonly T[]): Matrix<T>[] => values.map((x) => [[x]]);
  return {
    field,
    sizes: { m },
    exponents: {},
    values: {
      γ: [[[γ]]],
      t: [[[t]]],
      y: scalars(y),
      ŷ: scalars(ŷ),
      τ: scalars(τ),
      z: scalars(z),
      q: scalars(rate),
      Φ: [[[regime === 'tight' ? tangent : plus(tangent, above)]]],
      Φz: [[[Φz]]],
    },
  };
}
