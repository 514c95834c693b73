/** A few input states, a measurement, and a perturbation on two factors: instances as rational functions of real numbers. */
import fc from 'fast-check';
import {
  addMatrices,
  adjointMatrix,
  type Field,
  hermitianWithValues,
  largest,
  type Matrix,
  type Model,
  type ModelSource,
  models,
  multiplyMatrices,
  type Shape,
  Supply,
  scaleMatrix,
  unitVector,
} from '../../src/index.js';
import { type Algebra, matrixAlgebra } from './qnn-models.js';
import { normBound } from './turn-models.js';

interface PerturbationShape extends Shape {
  /** `tight`: qubits (1, 1)/√2 under γσ_z, turned fastest by σ_y, with Δ = ±δ σ_y ⊗ σ_y: every bound is attained. */
  readonly regime: 'generic' | 'tight';
  readonly d: number;
  readonly m: number;
  readonly negative: boolean;
}

export function perturbationModels(): ModelSource {
  return models<PerturbationShape>({
    shapes: fc
      .record({
        regime: fc.constantFrom('generic', 'tight'),
        d: fc.constantFrom(2, 2, 2, 3),
        m: fc.integer({ min: 1, max: 2 }),
        negative: fc.boolean(),
      })
      .map((shape) => (shape.regime === 'tight' ? { ...shape, d: 2 } : shape)),
    length: ({ d, m }) => 3 + 5 * d + m * (1 + 2 * d * d) + d ** 4,
    build: (field, shape, z) => buildModel(field, shape, z),
    smaller: (shape) => [...(shape.d > 2 ? [{ ...shape, d: 2 }] : []), ...(shape.m > 1 ? [{ ...shape, m: 1 }] : [])],
  });
}

function buildModel<T>(field: Field<T>, shape: PerturbationShape, z: readonly T[]): Model<T> {
  const supply = new Supply(field, z);
  const algebra = matrixAlgebra(field);
  const { q, plus, square } = algebra;
  const { d, m, negative } = shape;
  const tight = shape.regime === 'tight';
  const free = Array.from({ length: d }, () => supply.real());
  const γ = plus(q(1, 4), tight ? square(supply.real()) : largest(field, free));
  const M = tight ? pauliZ(algebra, γ) : hermitianWithValues(supply, free);
  const F = Array.from({ length: m }, () => (tight ? plusState(field) : mixedRoot(supply, d)));
  const Δ = tight
    ? scaleMatrix(field, multiplied(algebra, supply, negative), yy(algebra))
    : anyHermitian(algebra, supply, d);
  const scalars = (values: readonly T[]): Matrix<T>[] => values.map((x) => [[x]]);
  const corner = Δ[1]![2]!;
  return {
    field,
    sizes: { d, m },
    exponents: {},
    values: {
      M: [M],
      γ: scalars([γ]),
      F,
      ρ: F.map((root) => multiplyMatrices(field, root, adjointMatrix(field, root))),
      Δ: [Δ],
      δ: scalars([tight ? (negative ? field.negate(corner) : corner) : normBound(algebra, Δ)]),
      x: scalars(Array.from({ length: m }, () => (tight ? q(1) : supply.real()))),
    },
  };
}

const multiplied = <T>({ field, q, plus, square }: Algebra<T>, supply: Supply<T>, negative: boolean): T => {
  const δ = plus(q(1, 4), square(supply.real()));
  return negative ? field.negate(δ) : δ;
};

function pauliZ<T>({ field, q }: Algebra<T>, γ: T): Matrix<T> {
  return [
    [γ, q(0)],
    [q(0), field.negate(γ)],
  ];
}

/** (1, 1)/√2 in one column. */
function plusState<T>(field: Field<T>): Matrix<T> {
  const root = field.of({ a: 0n, b: 1n, c: 0n, d: 0n, n: 2n });
  const zero = field.of({ a: 0n, b: 0n, c: 0n, d: 0n, n: 1n });
  return [
    [root, zero],
    [root, zero],
  ];
}

/** σ_y ⊗ σ_y. */
function yy<T>({ q }: Algebra<T>): Matrix<T> {
  return [-1, 1, 1, -1].map((entry, a) => [0, 1, 2, 3].map((b) => q(a + b === 3 ? entry : 0)));
}

function mixedRoot<T>(supply: Supply<T>, d: number): Matrix<T> {
  const entries = unitVector(supply, d * d).map(([x]) => x!);
  return Array.from({ length: d }, (_, i) => entries.slice(i * d, (i + 1) * d));
}

export function anyHermitian<T>({ field, q, dagger }: Algebra<T>, supply: Supply<T>, d: number): Matrix<T> {
  const draw = Array.from({ length: d * d }, (_, a) =>
    Array.from({ length: d * d }, (_, b) => (a === b ? supply.real() : b > a ? supply.complex() : q(0))),
  );
  return scaleMatrix(field, q(1, 2), addMatrices(field, draw, dagger(draw)));
}
