/**
 * QNN models with lower bounds of the Gram matrices P and N of the projected inputs, which are sharp for one sample. By the
 * free number k of a shape some diagonal bounds are far from sharp, and some γ are below 1.
 */
import {
  adjointMatrix,
  type Field,
  type Matrix,
  type ModelSource,
  multiplyMatrices,
  scaleMatrix,
} from '../../src/index.js';
import { type Algebra, matrixAlgebra, qnnModels } from './qnn-models.js';

const scaled = qnnModels({ pure: true, measurement: 'scaled', labels: 'signs', root: false });

/** `below`: whether λN, too, may be far below the eigenvalues, and negative. */
export const gramModels = (options: { readonly below: boolean }): ModelSource => ({
  ...scaled,
  build: <T>(field: Field<T>, shape: Parameters<typeof scaled.build>[1], z: readonly T[]) => {
    const model = scaled.build(field, shape, z);
    const algebra = matrixAlgebra(field);
    const columns = model.values.v!;
    const v = columns[0]!.map((_, row) => columns.map((column) => column[row]![0]!));
    const gram = (name: string): Matrix<T> =>
      multiplyMatrices(field, adjointMatrix(field, v), multiplyMatrices(field, model.values[name]![0]!, v));
    const [P, N] = [gram('Π₊'), gram('Π₋')];
    const below = (x: T): T => (shape.k === 1 ? algebra.minus(x, algebra.q(5)) : x);
    const less = shape.k === 2 ? algebra.q(1, 8) : algebra.q(1);
    const values = {
      λP: least(algebra, P),
      λN: options.below ? below(least(algebra, N)) : least(algebra, N),
      minP: below(smallest(algebra, diagonal(algebra, P))),
      minN: below(smallest(algebra, diagonal(algebra, N))),
      γ: field.multiply(less, model.values.γ![0]![0]![0]!),
    };
    const M = scaleMatrix(field, less, model.values.M![0]!);
    const scalars = Object.fromEntries(Object.entries(values).map(([name, x]) => [name, [[[x]]]]));
    return { ...model, values: { ...model.values, M: [M], ...scalars } };
  },
});

/** The real parts of the diagonal. */
const diagonal = <T>({ field, plus, q }: Algebra<T>, a: Matrix<T>): T[] =>
  a.map((row, k) => field.multiply(q(1, 2), plus(row[k]!, field.conjugate(row[k]!))));

const smallest = <T>({ field, minus }: Algebra<T>, values: readonly T[]): T =>
  values.reduce((best, x) => (field.sign(minus(x, best)) < 0 ? x : best));

/**
 * A rational lower bound of the eigenvalues of a positive semidefinite matrix of at most three rows: its determinant over
 * the greatest product that the other eigenvalues can have for its trace; 0 where rounding leaves no sign.
 */
function least<T>(algebra: Algebra<T>, a: Matrix<T>): T {
  const { field, q, total } = algebra;
  const others = a.length - 1;
  if (others === 0) return diagonal(algebra, a)[0]!;
  const [det, mean] = [determinant(algebra, a), field.multiply(q(1, others), total(diagonal(algebra, a)))];
  if (field.sign(mean) <= 0 || field.sign(det) <= 0) return q(0);
  return Array.from({ length: others }).reduce((x: T) => field.multiply(x, field.inverse(mean)), det);
}

/** The real part of the determinant, by its first column. */
function determinant<T>({ field, q, plus, minus }: Algebra<T>, a: Matrix<T>): T {
  const expand = (b: Matrix<T>): T =>
    b.length === 1
      ? b[0]![0]!
      : b.reduce((sum, row, k) => {
          const minor = b.filter((_, other) => other !== k).map((rest) => rest.slice(1));
          const part = field.multiply(row[0]!, expand(minor));
          return k % 2 === 0 ? plus(sum, part) : minus(sum, part);
        }, q(0));
  const value = expand(a);
  return field.multiply(q(1, 2), plus(value, field.conjugate(value)));
}
