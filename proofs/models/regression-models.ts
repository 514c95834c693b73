/** Kernel regression with a constant kernel: instances as rational functions of real numbers. */
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

interface RegressionShape extends Shape {
  /** `tight`: K is λ times the identity, so that the bound is an equality; `generic`: λI plus a Gram matrix. */
  readonly regime: 'generic' | 'tight';
  readonly m: number;
}

export function regressionModels(): ModelSource {
  return models<RegressionShape>({
    shapes: fc.record({ regime: fc.constantFrom('generic', 'tight'), m: fc.integer({ min: 1, max: 4 }) }),
    length: ({ m }) => 2 + m + m * m,
    build: (field, shape, z) => buildModel(field, shape, z),
    smaller: (shape) =>
      shape.m > 1
        ? [
            { ...shape, m: 1 },
            { ...shape, m: shape.m - 1 },
          ]
        : [],
  });
}

function buildModel<T>(field: Field<T>, { regime, m }: RegressionShape, z: readonly T[]): Model<T> {
  const supply = new Supply(field, z);
  const { q, square, one, mul, add, dagger } = matrixAlgebra(field);
  const [η, λ] = [square(supply.real()), supply.real()];
  const R: Matrix<T> = Array.from({ length: m }, () => [supply.real()]);
  const B: Matrix<T> = Array.from({ length: m }, () => Array.from({ length: m }, () => supply.real()));
  const floor = scaleMatrix(field, λ, one(m));
  const K = regime === 'tight' ? floor : add(floor, mul(B, dagger(B)));
  const overM = field.inverse(q(m));
  const Rdot = scaleMatrix(field, field.negate(field.multiply(η, overM)), mul(K, R));
  const Ldot = field.multiply(overM, mul(dagger(R), Rdot)[0][0]);
  return {
    field,
    sizes: { m },
    exponents: {},
    values: { K: [K], R: [R], Rdot: [Rdot], λ: [[[λ]]], η: [[[η]]], Ldot: [[[Ldot]]] },
  };
}
