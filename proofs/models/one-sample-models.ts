/** Instances of one sample on the asymptotic flow, as rational functions of real numbers. */
import fc from 'fast-check';
import {
  type Field,
  type Matrix,
  type Model,
  type ModelSource,
  models,
  projector,
  type Shape,
  Supply,
  scaleMatrix,
  subtractMatrices,
  traceMatrix,
  unitVector,
} from '../../src/index.js';
import { type Algebra, matrixAlgebra } from './qnn-models.js';

/**
 * Where the prediction lies: `anywhere`: γ > 0, no restriction; `below one`: γ > 1 and ŷ < 1, the printed hypothesis of
 * Corollary 4.3; `inside`: ŷ² <= B with B >= 1; `outside`: ŷ² >= B >= 1.
 */
export type Region = 'anywhere' | 'below one' | 'inside' | 'outside';

interface OneSampleShape extends Shape {
  /** `trapped`: the state lies in the lower eigenspace, ŷ = -γ; `tight`: B takes its least value. */
  readonly regime: 'generic' | 'trapped' | 'tight';
  readonly d: number;
  readonly positiveLabel: boolean;
}

export function oneSampleModels(region: Region): ModelSource {
  return models<OneSampleShape>({
    shapes: fc.record({
      regime: fc.constantFrom('generic', 'generic', 'tight', 'trapped'),
      d: fc.integer({ min: 2, max: 4 }),
      positiveLabel: fc.boolean(),
    }),
    length: ({ d }) => 4 + d * d + 2 * d,
    build: (field, shape, z) => buildModel(field, shape, z, region),
    smaller: (shape) => [
      ...(shape.d > 2
        ? [
            { ...shape, d: 2 },
            { ...shape, d: shape.d - 1 },
          ]
        : []),
      ...(shape.positiveLabel ? [] : [{ ...shape, positiveLabel: true }]),
    ],
  });
}

function buildModel<T>(field: Field<T>, shape: OneSampleShape, z: readonly T[], region: Region): Model<T> {
  const supply = new Supply(field, z);
  const algebra = matrixAlgebra(field);
  const { q, plus, minus, square, mul } = algebra;
  const { d, regime } = shape;
  const { signs, v } = orient(supply, algebra, d, regime, region);
  const ρ = algebra.outer(v);
  const s = traceMatrix(field, mul(ρ, signs)); // ŷ/γ, in [-1, 1]
  const { γ, B } = ranges(supply, algebra, s, region, regime);
  const M = scaleMatrix(field, γ, signs);
  const y = q(shape.positiveLabel ? 1 : -1);
  const ŷ = field.multiply(γ, s);
  const r = minus(y, ŷ);
  const bracket = (a: Matrix<T>, b: Matrix<T>): Matrix<T> => subtractMatrices(field, mul(a, b), mul(b, a));
  const Mdot = scaleMatrix(field, r, bracket(M, bracket(M, ρ)));
  const ŷdot = traceMatrix(field, mul(ρ, Mdot));
  const scalar = (x: T): Matrix<T>[] => [[[x]]];
  return {
    field,
    sizes: { d },
    exponents: {},
    values: {
      M: [M],
      Mdot: [Mdot],
      ρ: [ρ],
      v: [v],
      γ: scalar(γ),
      y: scalar(y),
      B: scalar(B ?? plus(q(1), square(ŷ))),
      ŷdot: scalar(ŷdot),
      Ldot: scalar(field.negate(field.multiply(r, ŷdot))),
    },
  };
}

/**
 * M/γ with eigenvalues ±1, and a unit vector. Where the region would be empty for the pair, M/γ is turned round or
 * replaced by I - 2vv†, for which ŷ = -γ.
 */
function orient<T>(supply: Supply<T>, algebra: Algebra<T>, d: number, regime: string, region: Region) {
  const { field, one, q, mul, outer, minus } = algebra;
  const mirror = (lower: Matrix<T>): Matrix<T> => subtractMatrices(field, one(d), scaleMatrix(field, q(2), lower));
  const free = mirror(projector(supply, d, Math.floor(d / 2)));
  const v = unitVector(supply, d);
  const s = traceMatrix(field, mul(outer(v), free));
  if (regime === 'trapped' || (region === 'outside' && field.sign(s) === 0)) return { signs: mirror(outer(v)), v };
  const atTop = field.sign(minus(q(1), s)) <= 0;
  return { signs: region === 'below one' && atTop ? scaleMatrix(field, q(-1), free) : free, v };
}

function ranges<T>(
  supply: Supply<T>,
  algebra: Algebra<T>,
  s: T,
  region: Region,
  regime: string,
): { γ: T; B: T | null } {
  const { field, q, plus, minus, square } = algebra;
  const [a, b] = [square(supply.real()), square(supply.real())];
  const share = field.multiply(plus(q(1), a), field.inverse(plus(q(3), field.multiply(q(2), a)))); // in [1/3, 1/2)
  if (region === 'below one') {
    if (field.sign(s) <= 0) return { γ: plus(q(5, 4), a), B: null };
    return { γ: plus(q(1), field.multiply(share, minus(field.inverse(s), q(1)))), B: null };
  }
  if (region === 'outside') {
    const size = field.sign(s) < 0 ? field.negate(s) : s;
    const γ = field.multiply(plus(q(1), a), field.inverse(size));
    const ŷ2 = square(field.multiply(γ, s));
    return { γ, B: regime === 'tight' ? ŷ2 : plus(q(1), field.multiply(share, minus(ŷ2, q(1)))) };
  }
  const γ = plus(q(regime === 'tight' ? 1 : 0), plus(a, q(1, 8)));
  const ŷ2 = square(field.multiply(γ, s));
  const least = field.sign(minus(ŷ2, q(1))) > 0 ? ŷ2 : q(1);
  return { γ, B: regime === 'tight' ? least : plus(least, b) };
}
