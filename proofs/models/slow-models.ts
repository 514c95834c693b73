/** Instances of Lemma B.3: gradient flow with η = m/(pZ), where the Frobenius norms of M and of the generators are known. */
import fc from 'fast-check';
import {
  type Field,
  hermitianWithValues,
  type Matrix,
  type Model,
  type ModelSource,
  models,
  multiplyMatrices,
  type Num,
  type Shape,
  Supply,
  scaleMatrix,
  traceMatrix,
  unitary,
  unitVector,
} from '../../src/index.js';
import { type Algebra, matrixAlgebra } from './qnn-models.js';

interface SlowShape extends Shape {
  /**
   * `generic`: nothing special; `repeated`: all samples and labels are equal; `sharp`: equal samples (1, 1)/√2, M along σ_z
   * and every generator along σ_y, where the bounds are equalities.
   */
  readonly regime: 'generic' | 'repeated' | 'sharp';
  readonly d: number;
  readonly m: number;
  readonly p: number;
}

/** In which norm the weights ω have length one. */
export type Weights = 'one norm' | 'two norm';

const HALF_ROOT: Num = { a: 0n, b: 1n, c: 0n, d: 0n, n: 2n };
const IMAGINARY: Num = { a: 0n, b: 0n, c: 1n, d: 0n, n: 1n };

export function slowModels(weights: Weights = 'one norm'): ModelSource {
  return models<SlowShape>({
    shapes: fc
      .record({
        regime: fc.constantFrom('generic', 'generic', 'repeated', 'sharp', 'sharp'),
        d: fc.integer({ min: 2, max: 4 }),
        m: fc.integer({ min: 1, max: 3 }),
        p: fc.integer({ min: 1, max: 2 }),
      })
      .map((shape): SlowShape => (shape.regime === 'sharp' ? { ...shape, d: 2 } : shape)),
    length: ({ d, m, p }) => 12 + 6 * d + m * (2 * d * d + 1) + p * (9 * d) + 8 * d,
    build: (field, shape, z) => buildModel(field, shape, z, weights),
    smaller: (shape) => [
      ...(shape.d > 2 ? [{ ...shape, d: shape.d - 1 }] : []),
      ...(shape.m > 1 ? [{ ...shape, m: shape.m - 1 }] : []),
      ...(shape.p > 1 ? [{ ...shape, p: shape.p - 1 }] : []),
    ],
  });
}

function buildModel<T>(field: Field<T>, shape: SlowShape, z: readonly T[], weights: Weights): Model<T> {
  const supply = new Supply(field, z);
  const algebra = matrixAlgebra(field);
  const { q, plus, minus, square, total, mul, add, dagger, one } = algebra;
  const { regime, d, m, p } = shape;
  const sharp = regime === 'sharp';
  const times = (...factors: T[]): T => factors.reduce((x, y) => field.multiply(x, y));
  const positive = (): T => plus(q(1, 8), square(supply.real()));
  const [Z, μ, κ, ν] = [positive(), positive(), positive(), positive()];
  const E = field.inverse(plus(q(1), square(supply.real())));
  const η = times(q(m), field.inverse(times(q(p), Z)));
  const along = (norm: T, direction: Matrix<T>): Matrix<T> =>
    scaleMatrix(field, times(norm, field.of(HALF_ROOT)), direction);
  const withNorm = (norm: T): Matrix<T> =>
    hermitianWithValues(
      supply,
      sphere(supply, algebra, d).map((x) => times(norm, x)),
    );
  const M0 = sharp ? along(μ, PAULI.z(algebra)) : withNorm(μ);
  const U = sharp ? one(2) : unitary(supply, d);
  // The generators seen from the input side, so that ∂U/∂θ_l = -iU H_l at the end of the circuit that they belong to.
  const H = Array.from({ length: p }, () => (sharp ? along(κ, PAULI.y(algebra)) : withNorm(κ)));
  const F = sharp ? Array.from({ length: m }, () => balanced(algebra)) : factors(supply, shape);
  const ρ = F.map((factor) => mul(factor, dagger(factor)));
  const first = supply.real();
  const y = F.map((_, j) => (j === 0 || regime !== 'generic' ? first : supply.real()));

  const dU = H.map((h) => scaleMatrix(field, field.negate(field.of(IMAGINARY)), mul(U, h)));
  const M = mul(dagger(U), mul(M0, U));
  const dM = dU.map((du) => {
    const half = mul(dagger(du), mul(M0, U));
    return add(half, dagger(half));
  });
  const trace = (a: Matrix<T>, b: Matrix<T>): T => traceMatrix(field, multiplyMatrices(field, a, b));
  const r = ρ.map((state, j) => minus(y[j], trace(state, M)));
  const θdot = dM.map((slope) =>
    times(field.inverse(times(q(p), Z)), total(ρ.map((state, j) => times(r[j], trace(state, slope))))),
  );
  const Mdot = dM.map((slope, l) => scaleMatrix(field, θdot[l], slope)).reduce(add);
  const rdot = ρ.map((state) => field.negate(trace(state, Mdot)));
  const L = times(q(1, 2 * m), total(r.map(square)));
  const rootOfLoss = regime === 'generic' ? plus(L, q(1, 4)) : times(field.of(HALF_ROOT), modulus(algebra, r[0]));
  const λ = times(rootOfLoss, field.inverse(E));
  const ω = weightsOf(supply, algebra, θdot, sharp, weights);
  const τdot = total(ω.map((weight, l) => times(weight, θdot[l])));
  const Edot = times(q(-1, 2), ν, E);
  const left = times(q(2), field.inverse(ν), field.of({ ...HALF_ROOT, n: 1n }), η, μ, κ, λ);
  const scalars = (values: readonly T[]): Matrix<T>[] => values.map((x) => [[x]]);
  return {
    field,
    sizes: { d, m, p },
    exponents: { k: 1, n: 1 },
    values: {
      ...{ M: [M], M0: [M0], U: [U], dU, dM, Mdot: [Mdot], H, ρ, F },
      ...{ y: scalars(y), η: scalars([η]), θdot: scalars(θdot), rdot: scalars(rdot) },
      Ldot: scalars([times(q(1, m), total(r.map((x, j) => times(x, rdot[j]))))]),
      ...{ Z: scalars([Z]), μ: scalars([μ]), κ: scalars([κ]), λ: scalars([λ]), ν: scalars([ν]) },
      ...{ ω: scalars(ω), τ: scalars([supply.real()]), τdot: scalars([τdot]), E: scalars([E]), Edot: scalars([Edot]) },
      Wdot: scalars([minus(τdot, times(left, Edot))]),
    },
  };
}

const PAULI = {
  z: <T>({ q }: Algebra<T>): Matrix<T> => [
    [q(1), q(0)],
    [q(0), q(-1)],
  ],
  y: <T>({ field, q }: Algebra<T>): Matrix<T> => [
    [q(0), field.negate(field.of(IMAGINARY))],
    [field.of(IMAGINARY), q(0)],
  ],
};

/** A factor of the projector onto (1, 1)/√2. */
const balanced = <T>({ field, q }: Algebra<T>): Matrix<T> => [
  [field.of(HALF_ROOT), q(0)],
  [field.of(HALF_ROOT), q(0)],
];

/** F with tr(FF†) = 1: a unit vector of C^(d²) in d rows. */
function factors<T>(supply: Supply<T>, { regime, d, m }: SlowShape): Matrix<T>[] {
  const draw = (): Matrix<T> => {
    const entries = unitVector(supply, d * d).map(([x]) => x);
    return Array.from({ length: d }, (_, i) => entries.slice(i * d, (i + 1) * d));
  };
  const first = draw();
  return Array.from({ length: m }, (_, j) => (j === 0 || regime === 'repeated' ? first : draw()));
}

/** A real unit vector by stereographic projection of d - 1 reals. */
function sphere<T>(supply: Supply<T>, { field, q, plus, minus, square, total }: Algebra<T>, d: number): T[] {
  const s = Array.from({ length: d - 1 }, () => supply.real());
  const length = total(s.map(square));
  const reciprocal = field.inverse(plus(q(1), length));
  return [minus(q(1), length), ...s.map((x) => field.multiply(q(2), x))].map((x) => field.multiply(reciprocal, x));
}

/** Weights of length one; in the sharp regime those on which τ falls fastest. */
function weightsOf<T>(
  supply: Supply<T>,
  algebra: Algebra<T>,
  θdot: readonly T[],
  sharp: boolean,
  weights: Weights,
): T[] {
  const { field, q, total } = algebra;
  const p = θdot.length;
  const x = sphere(supply, algebra, p);
  const size = weights === 'two norm' && p === 2 ? field.of(HALF_ROOT) : q(1, p);
  if (sharp) return θdot.map((slope) => (field.sign(slope) > 0 ? field.negate(size) : size));
  if (weights === 'two norm') return x;
  const length = field.inverse(total(x.map((entry) => modulus(algebra, entry))));
  return x.map((entry) => field.multiply(length, entry));
}

const modulus = <T>({ field }: Algebra<T>, x: T): T => (field.sign(x) < 0 ? field.negate(x) : x);
