/** Measurements ±γ of trace 0 at orthonormal inputs, and labels with their nearest reachable point. */
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
  subtractMatrices,
  unitary,
} from '../../src/index.js';
import { matrixAlgebra } from './qnn-models.js';

interface InputShape extends Shape {
  /** `up`, `down`: the inputs are eigenvectors of M, those to γ or to -γ first, so that the sum is at its bound for m >= d/2. */
  readonly regime: 'generic' | 'up' | 'down';
  readonly d: number;
  readonly m: number;
}

/** In the theory `signs`. */
export function orthonormalInputs(): ModelSource {
  return models<InputShape>({
    shapes: fc
      .record({
        regime: fc.constantFrom('generic', 'up', 'down'),
        d: fc.constantFrom(2, 4),
        m: fc.integer({ min: 1, max: 4 }),
      })
      .map((shape) => ({ ...shape, m: Math.min(shape.m, shape.d) })),
    length: ({ d }) => 8 * (d - 1) + 1,
    build: buildInputs,
    smaller: (shape) => [
      ...(shape.d > 2 && shape.m <= 2 ? [{ ...shape, d: 2 }] : []),
      ...(shape.m > 1 ? [{ ...shape, m: shape.m - 1 }] : []),
    ],
  });
}

function buildInputs<T>(field: Field<T>, { regime, d, m }: InputShape, z: readonly T[]): Model<T> {
  const supply = new Supply(field, z);
  const { q, plus, square, one, mul, dagger } = matrixAlgebra(field);
  const γ = plus(q(1, 2), square(supply.real()));
  const basis = unitary(supply, d);
  const up = basis.map((row) => row.slice(0, d / 2));
  const plusΠ = mul(up, dagger(up));
  const minusΠ = subtractMatrices(field, one(d), plusΠ);
  const order = Array.from({ length: d }, (_, k) => (regime === 'down' ? d - 1 - k : k)).slice(0, m);
  const columns = regime === 'generic' ? mul(basis, unitary(supply, d)) : basis;
  const V = columns.map((row) => order.map((k) => row[k]!));
  const M = scaleMatrix(field, γ, subtractMatrices(field, plusΠ, minusΠ));
  const R: Matrix<T> = one(m);
  return {
    field,
    sizes: { d, m },
    exponents: {},
    values: { M: [M], V: [V], R: [R], γ: [[[γ]]], 'Π₊': [plusΠ], 'Π₋': [minusΠ] },
  };
}

interface LabelShape extends Shape {
  /** What pushes: nothing, single predictions, or the sum; in `attained` the predictions are the nearest point. */
  readonly regime: 'inside' | 'box' | 'sum' | 'attained';
  readonly m: number;
  /** Bit j: which end of its range sample j is pushed to; bit 3: which end the sum is pushed to. */
  readonly signs: number;
}

/** In the theory `reach`. */
export function labelModels(): ModelSource {
  return models<LabelShape>({
    shapes: fc.record({
      regime: fc.constantFrom('inside', 'box', 'sum', 'attained'),
      m: fc.integer({ min: 1, max: 3 }),
      signs: fc.integer({ min: 0, max: 15 }),
    }),
    length: ({ m }) => 3 * m + 3,
    build: buildLabels,
    smaller: (shape) => (shape.m > 1 ? [{ ...shape, m: shape.m - 1 }] : []),
  });
}

function buildLabels<T>(field: Field<T>, { regime, m, signs }: LabelShape, z: readonly T[]): Model<T> {
  const supply = new Supply(field, z);
  const { q, plus, minus, square, total } = matrixAlgebra(field);
  const { multiply, inverse, negate, sign } = field;
  const modulus = (x: T): T => (sign(x) < 0 ? negate(x) : x);
  const γ = plus(q(1, 2), square(supply.real()));
  const push = square(supply.real());
  /** A number of [-1, 1]. */
  const within = (): T => {
    const x = supply.real();
    return multiply(multiply(q(2), x), inverse(plus(q(1), square(x))));
  };
  const upwards = (j: number): boolean => ((signs >> j) & 1) === 0;
  const pushed = regime === 'box' || regime === 'attained';
  const p = Array.from({ length: m }, (_, j) => {
    const inside = multiply(γ, within());
    return pushed && j % 2 === 0 ? (upwards(j) ? γ : negate(γ)) : inside;
  });
  const sum = total(p);
  const bySum = regime === 'sum' || regime === 'attained';
  const s = bySum ? modulus(sum) : plus(modulus(sum), push);
  const up = bySum && sign(sum) >= 0 ? push : q(0);
  const down = bySum && sign(sum) < 0 ? push : q(0);
  const excess = Array.from({ length: m }, () => square(supply.real()));
  const α = excess.map((x, j) => (pushed && j % 2 === 0 && upwards(j) ? x : q(0)));
  const β = excess.map((x, j) => (pushed && j % 2 === 0 && !upwards(j) ? x : q(0)));
  const y = p.map((x, j) => total([x, α[j]!, negate(β[j]!), up, negate(down)]));
  // Anywhere in the box, then drawn towards the middle until its sum is in range.
  const free = p.map(() => multiply(γ, within()));
  const spread = modulus(total(free));
  const shrink = sign(minus(spread, s)) > 0 ? multiply(s, inverse(spread)) : q(1);
  const ŷ = regime === 'attained' ? p : free.map((x) => multiply(shrink, x));
  const scalars = (values: readonly T[]): Matrix<T>[] => values.map((x) => [[x]]);
  return {
    field,
    sizes: { m },
    exponents: {},
    values: {
      γ: [[[γ]]],
      s: [[[s]]],
      y: scalars(y),
      ŷ: scalars(ŷ),
      p: scalars(p),
      α: scalars(α),
      β: scalars(β),
      μ: [[[up]]],
      ν: [[[down]]],
    },
  };
}
