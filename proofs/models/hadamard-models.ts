/** Two Hermitian matrices with known spectra, hence with known norms: instances as rational functions of real numbers. */
import fc from 'fast-check';
import {
  type Field,
  hermitianWithValues,
  largest,
  type Matrix,
  type Model,
  type ModelSource,
  models,
  type Shape,
  Supply,
} from '../../src/index.js';
import { matrixAlgebra } from './qnn-models.js';

interface PairShape extends Shape {
  /** `generic`: any bases; `diagonal`: one basis, the standard one, where norms multiply; `one`: A is all ones over d. */
  readonly regime: 'generic' | 'diagonal' | 'ones';
  readonly d: number;
}

export const hadamardModels: ModelSource = models<PairShape>({
  shapes: fc.record({
    regime: fc.constantFrom('generic', 'diagonal', 'ones'),
    d: fc.integer({ min: 1, max: 4 }),
  }),
  length: ({ d }) => 10 * d + 2,
  build: buildModel,
  smaller: (shape) =>
    shape.d > 1
      ? [
          { ...shape, d: 1 },
          { ...shape, d: shape.d - 1 },
        ]
      : [],
});

function buildModel<T>(field: Field<T>, { regime, d }: PairShape, z: readonly T[]): Model<T> {
  const supply = new Supply(field, z);
  const { q } = matrixAlgebra(field);
  const draw = (): { readonly matrix: Matrix<T>; readonly norm: T } => {
    const values = Array.from({ length: d }, () => supply.real());
    const diagonal = values.map((x, row) => values.map((_, column) => (row === column ? x : q(0))));
    return {
      matrix: regime === 'diagonal' ? diagonal : hermitianWithValues(supply, values),
      norm: largest(field, values),
    };
  };
  const [first, second] = [draw(), draw()];
  const ones = Array.from({ length: d }, () => Array.from({ length: d }, () => q(1)));
  const A = regime === 'ones' ? { matrix: ones, norm: q(d) } : first;
  const values = { A: [A.matrix], B: [second.matrix], a: [[[A.norm]]], b: [[[second.norm]]] };
  return { field, sizes: { d }, exponents: {}, values };
}
