/** A generator that is drawn anew after some moves: instances as rational functions of real numbers. */
import fc from 'fast-check';
import {
  adjointMatrix,
  type Field,
  type Matrix,
  type Model,
  type ModelSource,
  models,
  type Shape,
  Supply,
  scaleMatrix,
  subtractMatrices,
  tensorProduct,
  unitary,
} from '../../src/index.js';
import { type Algebra, matrixAlgebra } from './qnn-models.js';
import { circle, conjugated, imaginary, normBound } from './turn-models.js';

interface ResamplingShape extends Shape {
  /**
   * `first`: nothing moves before, A = I; `qubit`: σ_x is drawn anew as σ_y after a short turn about σ_z; `scalar`:
   * 0 is drawn anew as hI, and nothing moves.
   */
  readonly regime: 'generic' | 'first' | 'qubit' | 'scalar';
  readonly d: number;
  /** θ_k = 0. */
  readonly still: boolean;
}

export function resamplingModels(): ModelSource {
  return models<ResamplingShape>({
    shapes: fc
      .record({
        regime: fc.constantFrom('generic', 'first', 'qubit', 'scalar'),
        d: fc.constantFrom(2, 2, 2, 3),
        still: fc.boolean(),
      })
      .map((shape) => (shape.regime === 'qubit' ? { ...shape, d: 2 } : shape)),
    length: ({ d }) => 4 + 14 * d,
    build: (field, shape, z) => buildModel(field, shape, z),
    smaller: (shape) => [
      ...(shape.d > 2 ? [{ ...shape, d: 2 }] : []),
      ...(shape.regime === 'generic' ? [{ ...shape, regime: 'qubit' as const, d: 2 }] : []),
    ],
  });
}

function buildModel<T>(field: Field<T>, { regime, d, still }: ResamplingShape, z: readonly T[]): Model<T> {
  const supply = new Supply(field, z);
  const algebra = matrixAlgebra(field);
  const { q, plus, square, mul, one } = algebra;
  const h = plus(q(1, 4), square(supply.real()));
  const θ = still ? q(0) : square(supply.real());
  const qubit = regime === 'qubit';
  const [first, second] = generators(algebra, supply, regime, d, h);
  const half = circle(algebra, qubit ? q(1, 100_000) : plus(q(1, 8), square(supply.real())));
  const chord = field.multiply(q(2), half[1]);
  const basis = qubit ? one(2) : unitary(supply, d);
  const moved = regime === 'generic' || qubit;
  const phases = Array.from({ length: d }, (_, k) => (moved ? phase(algebra, half, k) : q(1)));
  const A = conjugated(field, basis, phases);
  const reach = field.multiply(qubit ? q(1) : q(5, 4), chord);
  const root = (k: number): T => (!moved || k % 3 === 2 ? reach : field.multiply(qubit ? q(0) : q(3, 4), chord));
  const C = conjugated(
    field,
    basis,
    phases.map((_, k) => root(k)),
  );
  const change = subtractMatrices(
    field,
    tensorProduct(field, first[0], first[0]),
    tensorProduct(field, second[0], second[0]),
  );
  const V = tensorProduct(field, A, A);
  const turned = mul(mul(V, change), adjointMatrix(field, V));
  const difference = subtractMatrices(field, turned, change);
  const scalar = (value: T): readonly Matrix<T>[] => [[[value]]];
  return {
    field,
    sizes: { d },
    exponents: {},
    values: {
      H: [first[0]],
      B: [first[1]],
      G: [second[0]],
      F: [second[1]],
      A: [A],
      C: [C],
      h: scalar(h),
      θ: scalar(θ),
      τ: scalar(field.multiply(reach, field.inverse(h))),
      b: scalar(moved ? normBound(algebra, difference) : q(0)),
      b0: scalar(regime === 'scalar' ? q(0) : normBound(algebra, change)),
    },
  };
}

type Rooted<T> = readonly [generator: Matrix<T>, root: Matrix<T>];

function generators<T>(
  algebra: Algebra<T>,
  supply: Supply<T>,
  regime: ResamplingShape['regime'],
  d: number,
  h: T,
): readonly [Rooted<T>, Rooted<T>] {
  const { field, q, one } = algebra;
  if (regime === 'qubit') return pauli(algebra, h);
  if (regime !== 'scalar') return [bounded(algebra, supply, d, h), bounded(algebra, supply, d, h)];
  const [none, all] = [scaleMatrix(field, q(0), one(d)), scaleMatrix(field, h, one(d))];
  return [
    [none, all],
    [all, none],
  ];
}

/** A Hermitian matrix with eigenvalues h cos α, and a root h sin α of what is missing to h². */
function bounded<T>(algebra: Algebra<T>, supply: Supply<T>, d: number, h: T): Rooted<T> {
  const { field } = algebra;
  const basis = unitary(supply, d);
  const angles = Array.from({ length: d }, () => circle(algebra, supply.real()));
  const scaled = (part: 0 | 1): Matrix<T> =>
    conjugated(
      field,
      basis,
      angles.map((angle) => field.multiply(h, angle[part])),
    );
  return [scaled(0), scaled(1)];
}

/** hσ_x and hσ_y: their change is 2h²(|00><11| + h.c.), which a turn about σ_z moves fastest. */
function pauli<T>({ field, q }: Algebra<T>, h: T): readonly [Rooted<T>, Rooted<T>] {
  const i = field.multiply(imaginary(field), h);
  const zero: Matrix<T> = [
    [q(0), q(0)],
    [q(0), q(0)],
  ];
  const x: Matrix<T> = [
    [q(0), h],
    [h, q(0)],
  ];
  const y: Matrix<T> = [
    [q(0), field.negate(i)],
    [i, q(0)],
  ];
  return [
    [x, zero],
    [y, zero],
  ];
}

/** e^{iφ}, e^{-iφ} and 1 in turn, for the half angle given. */
export function phase<T>({ field, q, plus, minus, square }: Algebra<T>, [cos, sin]: readonly [T, T], k: number): T {
  const whole = minus(square(cos), square(sin));
  const i = field.multiply(imaginary(field), field.multiply(q(2), field.multiply(cos, sin)));
  return k % 3 === 2 ? q(1) : plus(whole, k % 3 === 0 ? i : field.negate(i));
}
