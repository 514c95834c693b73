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
 * Corollary 4.3; `inside`: ŷ² <= B with B >= 1; `outside`: ŷ² >= B >= 1; `slow` and `fast`: ŷ² is at least or at most
 * (3γ² + 1)/4, where the loss falls at the rate γ² - 1.
 */
export type Region = 'anywhere' | 'below one' | 'inside' | 'outside' | 'slow' | 'fast';

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
  const { signs, v } = orient(supply, algebra, shape.d, shape.regime, region);
  const s = traceMatrix(field, algebra.mul(algebra.outer(v), signs)); // ŷ/γ, in [-1, 1]
  const { γ, B } = ranges(supply, algebra, s, region, shape.regime);
  return flowing(algebra, { signs, v, γ, y: algebra.q(shape.positiveLabel ? 1 : -1), B });
}

/** M = γ times `signs`, the state vv† with the label y, and what follows from them on the flow (10). */
export function flowing<T>(
  { field, q, plus, minus, square, mul, outer }: Algebra<T>,
  { signs, v, γ, y, B }: { signs: Matrix<T>; v: Matrix<T>; γ: T; y: T; B: T | null },
): Model<T> {
  const ρ = outer(v);
  const M = scaleMatrix(field, γ, signs);
  const ŷ = traceMatrix(field, mul(ρ, M));
  const r = minus(y, ŷ);
  const bracket = (a: Matrix<T>, b: Matrix<T>): Matrix<T> => subtractMatrices(field, mul(a, b), mul(b, a));
  const Mdot = scaleMatrix(field, r, bracket(M, bracket(M, ρ)));
  const ŷdot = traceMatrix(field, mul(ρ, Mdot));
  const scalar = (x: T): Matrix<T>[] => [[[x]]];
  return {
    field,
    sizes: { d: v.length },
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
  const { field, one, q, mul, outer, minus, square } = algebra;
  const mirror = (lower: Matrix<T>): Matrix<T> => subtractMatrices(field, one(d), scaleMatrix(field, q(2), lower));
  const free = mirror(projector(supply, d, Math.floor(d / 2)));
  const v = unitVector(supply, d);
  const s = traceMatrix(field, mul(outer(v), free));
  const tooFast = region === 'slow' && field.sign(minus(square(s), q(3, 4))) <= 0;
  if (regime === 'trapped' || tooFast || (region === 'outside' && field.sign(s) === 0))
    return { signs: mirror(outer(v)), v };
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
  if (region === 'slow' || region === 'fast') return { γ: atPrintedRate(algebra, s, a, region, regime), B: null };
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

/**
 * A γ with γ²x at least (`slow`) or at most 1, where x = 4s² - 3 <= 1: 1/√x, where the loss falls at the rate γ² - 1, or
 * beside it, by 2/(1 + x) <= 1/√x <= (1 + x)/2x. Below 1 every γ will do.
 */
function atPrintedRate<T>(
  { field, q, plus, minus, square }: Algebra<T>,
  s: T,
  a: T,
  region: Region,
  regime: string,
): T {
  const over = (p: T, n: T): T => field.multiply(p, field.inverse(n));
  const x = minus(field.multiply(q(4), square(s)), q(3));
  const free = plus(q(1, 8), a);
  if (region === 'fast' && (field.sign(x) <= 0 || field.sign(minus(free, q(1))) <= 0)) return free;
  if (regime === 'tight') return field.inverse(field.sqrt(x));
  if (region === 'slow') return plus(over(plus(q(1), x), field.multiply(q(2), x)), a);
  const room = minus(over(q(2), plus(q(1), x)), q(1));
  return plus(q(1), field.multiply(over(a, plus(q(1), a)), room));
}
