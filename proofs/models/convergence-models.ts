/** Residuals under a positive kernel and a small perturbation: instances as rational functions of real numbers. */
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
import { circle } from './turn-models.js';

interface ConvergenceShape extends Shape {
  /** `tight`: every hypothesis at its limit, Kasym = C0 and Kpert = -C0/10; `still`: no perturbation. */
  readonly regime: 'generic' | 'tight' | 'still';
  /** One or two samples: √L is then in Q(√2). */
  readonly m: number;
}

/**
 * Which bounds are positive: `positive`: C0, with κ <= C0/10 as the path of θ makes it; `signed`: C0 has any sign, and
 * κ <= C0/10; `any`: both have any sign.
 */
export type Signs = 'positive' | 'signed' | 'any';

export function convergenceModels(signs: Signs): ModelSource {
  return models<ConvergenceShape>({
    shapes: fc.record({ regime: fc.constantFrom('generic', 'tight', 'still'), m: fc.integer({ min: 1, max: 2 }) }),
    length: ({ m }) => 15 + 2 * m * m,
    build: (field, shape, z) => buildModel(field, shape, z, signs),
    smaller: (shape) => (shape.m > 1 ? [{ ...shape, m: 1 }] : []),
  });
}

function buildModel<T>(field: Field<T>, { regime, m }: ConvergenceShape, z: readonly T[], signs: Signs): Model<T> {
  const supply = new Supply(field, z);
  const algebra = matrixAlgebra(field);
  const { q, plus, minus, square, one, mul, add, dagger } = algebra;
  const { multiply, inverse } = field;
  const tight = regime === 'tight';
  const positive = (): T => plus(q(1, 4), square(supply.real()));
  const share = (): T => {
    const x = square(supply.real());
    return tight ? q(1) : multiply(x, inverse(plus(q(1), x)));
  };
  const [C0, γ, h, v, s0] = [positive(), positive(), positive(), positive(), positive()];
  const s = multiply(s0, inverse(plus(q(1), square(supply.real()))));
  const way = multiply(multiply(q(10, 9), v), multiply(s0, inverse(C0)));
  const N = multiply(share(), way);
  const reach = multiply(multiply(q(40 * m), square(γ)), plus(q(1), multiply(multiply(q(4), h), way)));
  const ε = regime === 'still' ? q(0) : multiply(share(), multiply(C0, inverse(reach)));
  const κ = multiply(multiply(multiply(q(4 * m), square(γ)), ε), plus(q(1), multiply(multiply(q(4), h), N)));
  const [cos, sin] = circle(algebra, supply.real());
  const length = multiply(s, field.of({ a: m === 1 ? 0n : 2n, b: m === 1 ? 1n : 0n, c: 0n, d: 0n, n: 1n }));
  const R: Matrix<T> = m === 1 ? [[length]] : [[multiply(length, cos)], [multiply(length, sin)]];
  const above = (floor: T): Matrix<T> => {
    const root: Matrix<T> = Array.from({ length: m }, () =>
      Array.from({ length: m }, () => (tight ? q(0) : supply.real())),
    );
    return add(scaleMatrix(field, floor, one(m)), mul(root, dagger(root)));
  };
  const [C, k] = signs === 'positive' ? [C0, κ] : [supply.real(), supply.real()];
  const bound = signs === 'signed' ? minus(multiply(q(1, 10), C), tight ? q(0) : square(k)) : k;
  const Kasym = above(C);
  const Kpert = above(field.negate(bound));
  const Rdot = scaleMatrix(field, q(-1), mul(add(Kasym, Kpert), R));
  const Ldot = multiply(q(1, m), mul(dagger(R), Rdot)[0]![0]!);
  const sdot = multiply(multiply(q(1, 2), Ldot), inverse(s));
  const Ndot = multiply(share(), multiply(v, s));
  const Vdot = minus(field.negate(Ndot), multiply(multiply(multiply(q(10, 9), v), inverse(C0)), sdot));
  const scalars = { C0: C, κ: bound, γ, ε, h, v, s, sdot, s0, N, Ndot, Vdot, Ldot };
  return {
    field,
    sizes: { m },
    exponents: {},
    values: {
      ...Object.fromEntries(Object.entries(scalars).map(([name, value]) => [name, [[[value]]]])),
      R: [R],
      Rdot: [Rdot],
      Kasym: [Kasym],
      Kpert: [Kpert],
    },
  };
}
