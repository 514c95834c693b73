/** Instances of the exponents in Lemma B.2, and of random matrices with a few outcomes. */
import fc from 'fast-check';
import {
  type Field,
  hermitianWithValues,
  type Matrix,
  type ModelSource,
  models,
  type Shape,
  Supply,
  scaleMatrix,
  subtractMatrices,
} from '../../src/index.js';
import { matrixAlgebra } from './qnn-models.js';

interface TroppShape extends Shape {
  /** `tight`: ln(d²/δ) is 2 ln 2, the least that it can be. */
  readonly regime: 'generic' | 'tight';
  readonly d: number;
  readonly p: number;
}

/** Dimensions from `least` on, or 2 with ‖H‖²/Z = 3/2 where `least` is 'qubit'. */
export function troppModels(least: number | 'qubit'): ModelSource {
  const d = least === 'qubit' ? fc.constant(2) : fc.oneof(fc.constant(least), fc.integer({ min: least, max: 64 }));
  return models<TroppShape>({
    shapes: fc.record({ regime: fc.constantFrom('generic', 'tight'), d, p: fc.integer({ min: 1, max: 50 }) }),
    length: () => 3,
    build: <T>(field: Field<T>, { regime, d: dimension, p }: TroppShape, z: readonly T[]) => {
      const supply = new Supply(field, z);
      const { q, plus, square } = matrixAlgebra(field);
      const positive = (): T => plus(q(1, 8), square(supply.real()));
      const x = least === 'qubit' ? q(3, 2) : positive();
      const a = positive();
      const more = square(supply.real());
      const λ = plus(field.multiply(q(2), a), regime === 'tight' ? q(0) : more);
      return { field, sizes: { d: dimension, p }, exponents: {}, values: { x: [[[x]]], a: [[[a]]], λ: [[[λ]]] } };
    },
    smaller: (shape) => (shape.p > 1 ? [{ ...shape, p: 1 }] : []),
  });
}

interface OutcomeShape extends Shape {
  /** `on the chord`: G is the chord itself. */
  readonly regime: 'below the chord' | 'on the chord';
  readonly n: number;
}

/** 4×4 matrices with mean zero, and others that lie below c + sX by a positive semidefinite matrix. */
export const outcomeModels = (): ModelSource =>
  models<OutcomeShape>({
    shapes: fc.record({
      regime: fc.constantFrom('below the chord', 'on the chord'),
      n: fc.integer({ min: 1, max: 3 }),
    }),
    length: ({ n }) => 2 + n * 41,
    build: <T>(field: Field<T>, { regime, n }: OutcomeShape, z: readonly T[]) => {
      const supply = new Supply(field, z);
      const { q, plus, square, total, add, one } = matrixAlgebra(field);
      const [c, s] = [supply.real(), supply.real()];
      const raw = Array.from({ length: n }, () => plus(q(1, 8), square(supply.real())));
      const reciprocal = field.inverse(total(raw));
      const w = raw.map((weight) => field.multiply(reciprocal, weight));
      const draw = (value: () => T): Matrix<T> => hermitianWithValues(supply, Array.from({ length: 4 }, value));
      const free = w.map(() => draw(() => supply.real()));
      const mean = free.map((matrix, j) => scaleMatrix(field, w[j], matrix)).reduce(add);
      const X = free.map((matrix) => subtractMatrices(field, matrix, mean));
      const G = X.map((matrix) => {
        const line = add(scaleMatrix(field, c, one(4)), scaleMatrix(field, s, matrix));
        return regime === 'on the chord'
          ? line
          : subtractMatrices(
              field,
              line,
              draw(() => square(supply.real())),
            );
      });
      return {
        field,
        sizes: { D: 4, n },
        exponents: {},
        values: { w: w.map((x) => [[x]]), X, G, c: [[[c]]], s: [[[s]]] },
      };
    },
    smaller: (shape) => (shape.n > 1 ? [{ ...shape, n: shape.n - 1 }] : []),
  });
