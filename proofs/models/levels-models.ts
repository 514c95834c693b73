/** Inputs by their components in the eigenspaces of M, rotated: instances as rational functions of real numbers. */
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

interface LevelsShape extends Shape {
  /** `full`: P_a is invertible in every eigenspace; `thin`: each eigenspace is a line; `repeated`: all inputs are equal. */
  readonly regime: 'full' | 'thin' | 'repeated';
  readonly m: number;
  /** Number of eigenvalues. */
  readonly n: number;
}

export interface LevelsOptions {
  /** `any`: eigenvalues λ_a, in the theory `levels`; `signs`: ±γ, in the theory `signs`. */
  readonly spectrum: 'any' | 'signs';
  /** Only such inputs that every P_a has an inverse. */
  readonly invertible: boolean;
}

/** Inputs need not have length 1, and the residuals are any real numbers: so are the labels. */
export function levelsModels({ spectrum, invertible }: LevelsOptions): ModelSource {
  return models<LevelsShape>({
    shapes: fc
      .record({
        regime: invertible ? fc.constant('full' as const) : fc.constantFrom('full', 'thin', 'repeated'),
        m: fc.integer({ min: 1, max: 2 }),
        n: fc.integer({ min: 1, max: 3 }),
      })
      .map((shape) => ({ ...shape, n: spectrum === 'signs' ? 2 : shape.m === 2 ? Math.min(shape.n, 2) : shape.n })),
    length: ({ m, n }) => 4 * m * n + n * m * (m + 1) * 2 + 2 * n + m + 2 * n * m * m,
    build: (field, shape, z) => buildModel(field, shape, z, spectrum),
    smaller: (shape) => [
      ...(shape.m > 1 ? [{ ...shape, m: 1 }] : []),
      ...(spectrum === 'any' && shape.n > 1 ? [{ ...shape, n: shape.n - 1 }] : []),
    ],
  });
}

function buildModel<T>(
  field: Field<T>,
  { regime, m, n }: LevelsShape,
  z: readonly T[],
  spectrum: LevelsOptions['spectrum'],
): Model<T> {
  const supply = new Supply(field, z);
  const { q, mul, dagger, add, one } = matrixAlgebra(field);
  const commutator = (a: Matrix<T>, b: Matrix<T>): Matrix<T> => subtractMatrices(field, mul(a, b), mul(b, a));
  const rows = regime === 'thin' ? 1 : m;
  const d = n * rows;
  const parts = Array.from({ length: n }, () =>
    regime === 'full' ? triangular(supply, m) : components(supply, rows, m, regime),
  );
  const basis = unitary(supply, d);
  const V = mul(basis, parts.flat());
  const γ = supply.real();
  const λ = spectrum === 'signs' ? [γ, field.negate(γ)] : Array.from({ length: n }, () => supply.real());
  const R: Matrix<T> = one(m).map((row) => {
    const r = supply.real();
    return row.map((x) => field.multiply(r, x));
  });
  const Π = parts.map((_, a) => {
    const columns = basis.map((row) => row.slice(a * rows, (a + 1) * rows));
    return mul(columns, dagger(columns));
  });
  const M = Π.map((projector, a) => scaleMatrix(field, λ[a]!, projector)).reduce(add);
  const turn = commutator(M, mul(mul(V, R), dagger(V)));
  const Πdot = Π.map((projector) => commutator(projector, turn));
  const inverses = regime === 'full' ? parts.map((part) => inverseGram(field, part)) : [];
  const common = { M: [M], V: [V], R: [R] };
  const flow = parts.map((_, a) => {
    const middle = add(
      scaleMatrix(field, λ[a]!, mul(dagger(V), V)),
      scaleMatrix(field, q(-1), mul(mul(dagger(V), M), V)),
    );
    return scaleMatrix(field, q(-1), mul(R, middle));
  });
  const Ψ = parts.map(() => one(m).map((row) => row.map(() => supply.complex())));
  return {
    field,
    sizes: spectrum === 'signs' ? { d, m } : { d, m, n },
    exponents: {},
    values:
      spectrum === 'signs'
        ? {
            ...common,
            γ: [[[γ]]],
            'Π₊': [Π[0]!],
            'Π₋': [Π[1]!],
            'Π₊dot': [Πdot[0]!],
            'Π₋dot': [Πdot[1]!],
            ...(regime === 'full' ? { Pinv: [inverses[0]!], Ninv: [inverses[1]!] } : {}),
          }
        : {
            ...common,
            λ: λ.map((value) => [[value]]),
            Π,
            Πdot,
            Ψ,
            Ψdot: Ψ.map((ψ, a) => mul(flow[a]!, ψ)),
            ...(regime === 'full' ? { Pinv: inverses } : {}),
          },
  };
}

function components<T>(supply: Supply<T>, rows: number, m: number, regime: LevelsShape['regime']): Matrix<T> {
  return Array.from({ length: rows }, () => {
    if (regime !== 'repeated') return Array.from({ length: m }, () => supply.complex());
    const same = supply.complex();
    return Array.from({ length: m }, () => same);
  });
}

/** Ones on the diagonal, anything above it: always invertible. */
function triangular<T>(supply: Supply<T>, m: number): Matrix<T> {
  const { of } = supply.field;
  const whole = (n: number): T => of({ a: BigInt(n), b: 0n, c: 0n, d: 0n, n: 1n });
  return Array.from({ length: m }, (_, i) =>
    Array.from({ length: m }, (_, j) => (i < j ? supply.complex() : whole(i === j ? 1 : 0))),
  );
}

/** (A†A)^-1 = A^-1 A^-† of a triangular A with ones on its diagonal, A^-1 = Σ (I - A)^k. */
function inverseGram<T>(field: Field<T>, a: Matrix<T>): Matrix<T> {
  const { mul, add, one, dagger } = matrixAlgebra(field);
  const rest = subtractMatrices(field, one(a.length), a);
  const inverse = a.slice(1).reduce((sum) => add(one(a.length), mul(rest, sum)), one(a.length));
  return mul(inverse, dagger(inverse));
}
