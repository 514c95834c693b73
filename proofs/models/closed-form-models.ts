/** The closed form for orthonormal inputs at any τ: instances as rational functions of real numbers. */
import fc from 'fast-check';
import {
  type Field,
  inverseMatrix,
  type Matrix,
  type Model,
  type ModelSource,
  models,
  projector,
  type Shape,
  Supply,
  scaleMatrix,
  subtractMatrices,
  unitary,
} from '../../src/index.js';
import { matrixAlgebra } from './qnn-models.js';

interface ClosedFormShape extends Shape {
  /** `few`: m <= d/2, C0 well inside [-1, 1]; `many`: m > d/2, where C0 has the eigenvalue 1 or -1; `start`: τ = 0. */
  readonly regime: 'few' | 'many' | 'start';
  readonly m: number;
}

/** With e_j between 1/4 and 4. `curve`: τ moves in any way; `start`: and stands at 0; `line`: along a straight line. */
export function closedFormModels(path: 'curve' | 'start' | 'line'): ModelSource {
  return models<ClosedFormShape>({
    shapes: fc.record({
      regime: path === 'start' ? fc.constant('start' as const) : fc.constantFrom('few', 'few', 'many', 'start'),
      m: fc.integer({ min: 1, max: 3 }),
    }),
    length: ({ m }) => 4 * (2 * m) + 8 * m * m + 3 * m + 1,
    build: (field, shape, z) => buildModel(field, shape, z, path),
    smaller: (shape) => (shape.m > 1 ? [{ ...shape, m: shape.m - 1 }] : []),
  });
}

function buildModel<T>(
  field: Field<T>,
  { regime, m }: ClosedFormShape,
  z: readonly T[],
  path: 'curve' | 'start' | 'line',
): Model<T> {
  const supply = new Supply(field, z);
  const { q, plus, square, one, mul, add, dagger, minus } = matrixAlgebra(field);
  const negative = (a: Matrix<T>): Matrix<T> => scaleMatrix(field, q(-1), a);
  const γ = plus(q(1, 2), square(supply.real()));
  const τdot = Array.from({ length: m }, () => supply.real());
  const e = Array.from({ length: m }, (_, j) => {
    const s = square(supply.real());
    const grown = plus(q(1), field.multiply(q(3), field.multiply(s, field.inverse(plus(q(1), s)))));
    return regime === 'start' ? q(1) : j % 2 === 0 ? grown : field.inverse(grown);
  });
  const τddot = Array.from({ length: m }, () => (path === 'line' ? q(0) : supply.real()));
  const d = regime === 'many' ? 2 * m - 1 : 2 * m;
  const V = unitary(supply, d).map((row) => row.slice(0, m));
  const Π = projector(supply, d, Math.ceil(d / 2));
  const C0 = mul(mul(dagger(V), subtractMatrices(field, add(Π, Π), one(d))), V);
  const diagonal = (values: readonly T[]): Matrix<T> =>
    values.map((x, j) => values.map((_, k) => (j === k ? x : q(0))));
  const [up, down] = [add(one(m), C0), subtractMatrices(field, one(m), C0)];
  const [E, F, T] = [diagonal(e), diagonal(e.map(field.inverse)), diagonal(τdot)];
  const X = subtractMatrices(field, mul(E, up), mul(F, down));
  const Y = add(mul(E, up), mul(F, down));
  const Yinv = mul(inverseMatrix(field, mul(dagger(Y), Y)), dagger(Y));
  const smallest = [...e, ...e.map(field.inverse)].reduce((a, b) => (field.sign(minus(a, b)) > 0 ? b : a));
  const scalars = (values: readonly T[]): Matrix<T>[] => values.map((x) => [[x]]);
  return {
    field,
    sizes: { m },
    exponents: {},
    values: {
      γ: [[[γ]]],
      r: scalars(τdot.map((x) => field.multiply(x, field.inverse(plus(γ, γ))))),
      τdot: scalars(τdot),
      τddot: scalars(τddot),
      e: scalars(e),
      edot: scalars(e.map((x, j) => field.multiply(x, τdot[j]!))),
      f: scalars(e.map(field.inverse)),
      fdot: scalars(e.map((x, j) => field.negate(field.multiply(field.inverse(x), τdot[j]!)))),
      ε: [[[smallest]]],
      C0: [C0],
      Yinv: [Yinv],
      Yinvdot: [negative(mul(mul(Yinv, mul(T, X)), Yinv))],
      Φ: [[[q(0)]]],
    },
  };
}
