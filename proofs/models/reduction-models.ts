/** Pure inputs of any overlap with a measurement on the asymptotic flow: instances as rational functions of real numbers. */
import fc from 'fast-check';
import {
  type Field,
  hermitianWithValues,
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
  unitary,
  unitVector,
} from '../../src/index.js';
import { matrixAlgebra } from './qnn-models.js';

interface ReductionShape extends Shape {
  readonly regime: 'generic' | 'orthonormal' | 'repeated';
  readonly d: number;
  readonly m: number;
}

/** `pauli`: eigenvalues ±γ, λ = γ; `level`: one eigenspace with the eigenvalue λ, and any Hermitian matrix beside it. */
type Spectrum = 'pauli' | 'level';

export function reductionModels(spectrum: Spectrum): ModelSource {
  return models<ReductionShape>({
    shapes: fc
      .record({
        regime: fc.constantFrom('generic', 'generic', 'orthonormal', 'repeated'),
        d: fc.integer({ min: 2, max: 4 }),
        m: fc.integer({ min: 1, max: 3 }),
      })
      .map((shape) => ({ ...shape, m: shape.regime === 'orthonormal' ? Math.min(shape.m, shape.d) : shape.m })),
    length: ({ d, m }) => 2 * d * d + 12 * d + m * (2 * d + 1) + 4,
    build: (field, shape, z) => buildModel(field, shape, z, spectrum),
    smaller: (shape) => [
      ...(shape.m > 1 ? [{ ...shape, m: shape.m - 1 }] : []),
      ...(shape.d > 2 && shape.m < shape.d ? [{ ...shape, d: shape.d - 1 }] : []),
    ],
  });
}

function buildModel<T>(
  field: Field<T>,
  { regime, d, m }: ReductionShape,
  z: readonly T[],
  spectrum: Spectrum,
): Model<T> {
  const supply = new Supply(field, z);
  const algebra = matrixAlgebra(field);
  const { q, mul, dagger, add, minus, one } = algebra;
  const commutator = (a: Matrix<T>, b: Matrix<T>): Matrix<T> => subtractMatrices(field, mul(a, b), mul(b, a));
  const Π = projector(supply, d, 1 + (d > 2 ? 1 : 0));
  const rest = subtractMatrices(field, one(d), Π);
  const [γ, λ] = [supply.real(), supply.real()];
  const beside = hermitianWithValues(
    supply,
    Array.from({ length: d }, () => supply.real()),
  );
  const M =
    spectrum === 'pauli'
      ? scaleMatrix(field, γ, subtractMatrices(field, Π, rest))
      : add(scaleMatrix(field, λ, Π), mul(mul(rest, beside), rest));
  const columns = unitary(supply, d);
  const first = unitVector(supply, d);
  const v = Array.from({ length: m }, (_, j) =>
    regime === 'repeated' ? first : regime === 'orthonormal' ? columns.map((row) => [row[j]!]) : unitVector(supply, d),
  );
  const ρ = v.map((vector) => mul(vector, dagger(vector)));
  const y = v.map(() => supply.real());
  const r = ρ.map((state, j) => minus(y[j]!, traceMatrix(field, mul(state, M))));
  const X = ρ.map((state, j) => scaleMatrix(field, r[j]!, state)).reduce(add);
  const turn = commutator(M, X);
  return {
    field,
    sizes: { d, m },
    exponents: {},
    values: {
      M: [M],
      Mdot: [commutator(M, turn)],
      Π: [Π],
      Πdot: [commutator(Π, turn)],
      λ: [[[spectrum === 'pauli' ? γ : λ]]],
      γ: [[[spectrum === 'pauli' ? γ : q(1)]]],
      v,
      ρ,
      y: y.map((x) => [[x]]),
    },
  };
}
