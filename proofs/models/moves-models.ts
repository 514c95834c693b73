/** All parameters of a circuit moved one after the other, (92): instances as rational functions of real numbers. */
import fc from 'fast-check';
import {
  adjointMatrix,
  type Field,
  identityMatrix,
  largest,
  type Matrix,
  type Model,
  type ModelSource,
  models,
  type Shape,
  Supply,
  scaleMatrix,
  subtractMatrices,
  swapMatrix,
  tensorProduct,
  unitary,
} from '../../src/index.js';
import { type Algebra, matrixAlgebra } from './qnn-models.js';
import { circle, conjugated, imaginary, normBound } from './turn-models.js';
import { ATTAINED, type Attained, almostTwoOver, type Move, TIGHT, turn, writtenMove } from './written-moves.js';

interface MovesShape extends Shape {
  /**
   * `tight`: four qubit generators σ_z, σ_x, σ_x, σ_z, of which the first makes a short move and the others none.
   * Then S_1 = (3/4)(|00><11| + h.c.), and both signs of the bound are attained in the limit.
   */
  readonly regime: 'generic' | 'tight' | Attained;
  readonly d: number;
  readonly p: number;
}

/** Instances of all that is assumed of the moves; perhaps some that attain the bound of Y - Y* with one ε. */
export function movesModels(...attained: Attained[]): ModelSource {
  return models<MovesShape>({
    shapes: fc
      .record({
        regime: fc.constantFrom<MovesShape['regime'][]>('generic', 'generic', 'tight', ...attained),
        d: fc.constantFrom(2, 2, 2, 3),
        p: fc.integer({ min: 1, max: 3 }),
      })
      .map((shape) => legal(shape)),
    length: ({ d, p }) => 2 + d + p * (1 + 4 * d),
    build: (field, shape, z) => buildModel(field, shape, z),
    smaller: (shape) => [
      ...(shape.d > 2 ? [{ ...shape, d: 2 }] : []),
      ...(shape.p > 1 && shape.regime === 'generic' ? [{ ...shape, p: shape.p - 1 }] : []),
    ],
  });
}

/** Exact matrices of nine rows are slow: with d = 3 at most two parameters. */
function legal(shape: MovesShape): MovesShape {
  if (shape.regime === 'tight') return { ...shape, d: 2, p: 4 };
  if (shape.regime !== 'generic') return { ...shape, d: 2, p: ATTAINED[shape.regime].length };
  return shape.d === 3 ? { ...shape, p: Math.min(2, shape.p) } : shape;
}

function buildModel<T>(field: Field<T>, shape: MovesShape, z: readonly T[]): Model<T> {
  const supply = new Supply(field, z);
  const algebra = matrixAlgebra(field);
  const { q, mul, add, square, total } = algebra;
  const { d, p } = shape;
  const { regime } = shape;
  const free = regime === 'generic';
  const values = free ? Array.from({ length: d }, () => supply.real()) : [q(1), q(-1)];
  const h = free ? algebra.plus(q(1, 8), largest(field, values)) : q(1);
  const steps = free
    ? Array.from({ length: p }, () => freeMove(algebra, supply, values, h))
    : (regime === 'tight' ? TIGHT : ATTAINED[regime]).map((move) => writtenMove(algebra, move));
  const before = (k: number): Matrix<T> =>
    steps.slice(0, k).reduce((u, { E }) => mul(u, E), identityMatrix(field, d) as Matrix<T>);
  const [A, after] = [0, 1].map((offset) => steps.map((_, k) => before(k + offset))) as [Matrix<T>[], Matrix<T>[]];
  const squares = total(values.map(square));
  const Z = field.sign(squares) === 0 ? q(1) : field.multiply(field.inverse(q(d * d - 1)), squares);
  const overZ = field.inverse(Z);
  const center = subtractMatrices(
    field,
    swapMatrix(field, d),
    scaleMatrix(field, q(1, d), identityMatrix(field, d * d)),
  );
  const X = steps.map(({ H }) =>
    subtractMatrices(field, scaleMatrix(field, overZ, tensorProduct(field, H, H)), center),
  );
  const zero = scaleMatrix(field, q(0), center);
  const tail = (from: number): Matrix<T> => scaleMatrix(field, q(1, p), X.slice(from).reduce(add, zero));
  const S = steps.map((_, k) => tail(k + 1));
  const uniform = free || regime === 'tight' ? null : almostTwoOver(algebra, p);
  const s = S.map((sum, k) => uniform ?? (regime === 'tight' && k === 0 ? q(3, 4) : normBound(algebra, sum)));
  const scalars = (list: readonly T[]): Matrix<T>[] => list.map((x) => [[x]]);
  const moved = (k: number): Matrix<T> => mul(A[k]!, mul(steps[k]!.H, adjointMatrix(field, A[k]!)));
  const mean = (terms: readonly Matrix<T>[]): Matrix<T> =>
    scaleMatrix(field, field.multiply(overZ, q(1, p)), terms.map((t) => tensorProduct(field, t, t)).reduce(add));
  return {
    field,
    sizes: { d, p },
    exponents: {},
    values: {
      H: steps.map(({ H }) => H),
      E: steps.map(({ E }) => E),
      C: steps.map(({ C }) => C),
      τ: scalars(steps.map(({ τ }) => τ)),
      Z: scalars([Z]),
      h: scalars([h]),
      A,
      'A₊': after,
      X,
      S,
      R: steps.map((_, k) => tail(k)),
      S0: [tail(0)],
      s: scalars(s),
      ε: scalars([uniform ?? largest(field, [...s, normBound(algebra, tail(0))])]),
      Y0: [mean(steps.map(({ H }) => H))],
      Y: [mean(steps.map((_, k) => moved(k)))],
    },
  };
}

/** Eigenphases ±φ and 0 with |e^{iφ} - 1| = (4/5) hτ. */
function freeMove<T>(algebra: Algebra<T>, supply: Supply<T>, values: readonly T[], h: T): Move<T> {
  const { field, q, plus, square } = algebra;
  const basis = unitary(supply, values.length);
  const half = circle(algebra, plus(q(1, 8), square(supply.real())));
  const chord = field.multiply(q(2), half[1]);
  const reach = field.multiply(q(5, 4), chord);
  const over = (k: number): T => (k % 3 === 2 ? reach : field.multiply(q(3, 4), chord));
  return {
    H: conjugated(field, basis, values),
    E: conjugated(
      field,
      basis,
      values.map((_, k) => phase(algebra, half, k)),
    ),
    C: conjugated(
      field,
      basis,
      values.map((_, k) => over(k)),
    ),
    τ: field.multiply(reach, field.inverse(h)),
  };
}

function phase<T>(algebra: Algebra<T>, half: readonly [T, T], k: number): T {
  const { field, q, plus } = algebra;
  const [cos, sin] = turn(algebra, half);
  const i = field.multiply(imaginary(field), sin);
  return k % 3 === 2 ? q(1) : plus(cos, k % 3 === 0 ? i : field.negate(i));
}
