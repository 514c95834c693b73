/** One turn e^{iθH} ⊗ e^{iθH} of a Hermitian matrix S on two factors: instances as rational functions of real numbers. */
import fc from 'fast-check';
import {
  addMatrices,
  adjointMatrix,
  type Field,
  type Matrix,
  type Model,
  type ModelSource,
  models,
  multiplyMatrices,
  type Shape,
  Supply,
  scaleMatrix,
  subtractMatrices,
  tensorProduct,
  traceMatrix,
  unitary,
  unitVector,
} from '../../src/index.js';
import { type Algebra, matrixAlgebra } from './qnn-models.js';

interface TurnShape extends Shape {
  /** `tight`: a qubit with H = hσ_z, S = s(|00><11| + h.c.) and x between the two, where the bound is attained. */
  readonly regime: 'generic' | 'tight';
  readonly d: number;
  readonly turned: boolean;
}

export function turnModels(): ModelSource {
  return models<TurnShape>({
    shapes: fc
      .record({
        regime: fc.constantFrom('generic', 'tight'),
        d: fc.constantFrom(2, 2, 2, 3),
        turned: fc.boolean(),
      })
      .map((shape) => (shape.regime === 'tight' ? { ...shape, d: 2 } : shape)),
    length: ({ d }) => 4 + 2 * d + 4 * d + 2 * d * d + d ** 4,
    build: (field, shape, z) => buildModel(field, shape, z),
    smaller: (shape) => [
      ...(shape.d > 2 ? [{ ...shape, d: 2 }] : []),
      ...(shape.turned ? [{ ...shape, turned: false }] : []),
    ],
  });
}

/** cos and sin of the angle with the tangent t of its half. */
export function circle<T>({ field, q, plus, minus, square }: Algebra<T>, t: T): readonly [T, T] {
  const over = field.inverse(plus(q(1), square(t)));
  return [field.multiply(minus(q(1), square(t)), over), field.multiply(field.multiply(q(2), t), over)];
}

/** Q diag(values) Q†. */
export function conjugated<T>(field: Field<T>, q: Matrix<T>, values: readonly T[]): Matrix<T> {
  const scaled = q.map((row) => row.map((x, j) => field.multiply(x, values[j]!)));
  return multiplyMatrices(field, scaled, adjointMatrix(field, q));
}

/** A number that is not below the norm of a Hermitian matrix, since 2‖S‖ <= 1 + tr S². */
export const normBound = <T>({ field, q, plus, mul }: Algebra<T>, s: Matrix<T>): T =>
  field.multiply(q(1, 2), plus(q(1), traceMatrix(field, mul(s, s))));

export const imaginary = <T>(field: Field<T>): T => field.of({ a: 0n, b: 0n, c: 1n, d: 0n, n: 1n });

function buildModel<T>(field: Field<T>, { regime, d, turned }: TurnShape, z: readonly T[]): Model<T> {
  const supply = new Supply(field, z);
  const algebra = matrixAlgebra(field);
  const { q, plus, square, one, mul, dagger } = algebra;
  const i = imaginary(field);
  const h = plus(q(1, 2), square(supply.real()));
  const basis = regime === 'tight' ? one(2) : unitary(supply, d);
  const angles = Array.from({ length: d }, (_, k) => circle(algebra, tangent(algebra, supply.real(), regime, k)));
  const H = conjugated(
    field,
    basis,
    angles.map(([cos]) => field.multiply(h, cos)),
  );
  const B = conjugated(
    field,
    basis,
    angles.map(([, sin]) => field.multiply(h, sin)),
  );
  const phases = Array.from({ length: d }, () => circle(algebra, turned ? supply.real() : q(0)));
  const E = conjugated(
    field,
    basis,
    phases.map(([cos, sin]) => plus(cos, field.multiply(i, sin))),
  );
  const { S, s } =
    regime === 'tight' ? corner(algebra, plus(q(1), square(supply.real()))) : anyHermitian(algebra, supply, d);
  const x = regime === 'tight' ? between(algebra, E) : unitVector(supply, d * d);
  const J = addMatrices(field, tensorProduct(field, H, one(d)), tensorProduct(field, one(d), H));
  const V = tensorProduct(field, E, E);
  const bracket = scaleMatrix(field, i, subtractMatrices(field, mul(J, S), mul(S, J)));
  const Tdot = mul(mul(V, bracket), dagger(V));
  const scalar = (value: T): readonly Matrix<T>[] => [[[value]]];
  return {
    field,
    sizes: { d },
    exponents: {},
    values: {
      H: [H],
      h: scalar(h),
      B: [B],
      E: [E],
      Edot: [scaleMatrix(field, i, mul(E, H))],
      S: [S],
      s: scalar(s),
      x: [x],
      Tdot: [Tdot],
      Qdot: scalar(mul(dagger(x), mul(Tdot, x))[0]![0]!),
    },
  };
}

/** Tangents of half angles: with 0 and 1/0 (here 10⁶, nearly) the eigenvalues are the ends ±h. */
function tangent<T>({ q }: Algebra<T>, x: T, regime: TurnShape['regime'], k: number): T {
  if (regime === 'generic') return x;
  return k === 0 ? q(0) : q(1_000_000);
}

/** s(|00><11| + |11><00|). */
function corner<T>({ q }: Algebra<T>, s: T) {
  const S = Array.from({ length: 4 }, (_, a) =>
    Array.from({ length: 4 }, (_, b) => (a + b === 3 && a !== 1 && a !== 2 ? s : q(0))),
  );
  return { S, s };
}

function anyHermitian<T>(algebra: Algebra<T>, supply: Supply<T>, d: number) {
  const draw = Array.from({ length: d * d }, (_, a) =>
    Array.from({ length: d * d }, (_, b) => (a === b ? supply.real() : b > a ? supply.complex() : algebra.q(0))),
  );
  const { field, q, dagger } = algebra;
  const S = scaleMatrix(field, q(1, 2), addMatrices(field, draw, dagger(draw)));
  return { S, s: normBound(algebra, S) };
}

/** V (|00> + i|11>)/√2, in which the commutator takes its least expectation. */
function between<T>({ field, mul, q }: Algebra<T>, E: Matrix<T>): Matrix<T> {
  const root = field.of({ a: 0n, b: 1n, c: 0n, d: 0n, n: 2n });
  const start = [root, q(0), q(0), field.multiply(imaginary(field), root)].map((x) => [x]);
  return mul(tensorProduct(field, E, E), start);
}
