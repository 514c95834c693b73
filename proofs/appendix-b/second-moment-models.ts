/**
 * A Hermitian matrix with known eigenvalues, turned into every basis of a complete set of mutually unbiased ones.
 *
 * With the d + 1 unbiased bases of C^d as unitaries F and d(d - 1) permutations P that take every pair of places to every
 * other one equally often, the average of (VHV†)⊗(VHV†) over V = F P B† is the Haar average if B diagonalises H: both
 * Σ_a |f_a f_a⟩⟨f_a f_a| over the bases and what is left of I ⊗ I are combinations of I and the swap. That is checked on
 * every instance, as the hypothesis that it is.
 */
import fc from 'fast-check';
import {
  addMatrices,
  adjointMatrix,
  type Field,
  largest,
  type Matrix,
  type Model,
  type ModelSource,
  models,
  multiplyMatrices,
  rational,
  type Shape,
  Supply,
  scaleMatrix,
  tensorProduct,
  unitary,
} from '../../src/index.js';

interface MomentShape extends Shape {
  /** `flat`: eigenvalues ±h in equal numbers (one of them 0 for d = 3), where h²/Z is least. */
  readonly regime: 'generic' | 'flat';
  readonly d: number;
}

/** `traceless`: tr H = 0; `average`: the V_q too, not H alone. */
interface MomentOptions {
  readonly traceless: boolean;
  readonly average: boolean;
}

export function secondMomentModels(options: MomentOptions): ModelSource {
  return models<MomentShape>({
    shapes: fc.record({ regime: fc.constantFrom('generic', 'generic', 'flat'), d: fc.constantFrom(2, 2, 2, 3, 4) }),
    length: ({ d }) => d + 4 * (d - 1),
    build: (field, shape, z) => buildModel(field, shape, z, options),
    smaller: (shape) => (shape.d > 2 ? [{ ...shape, d: 2 }] : []),
  });
}

function buildModel<T>(field: Field<T>, shape: MomentShape, z: readonly T[], options: MomentOptions): Model<T> {
  const supply = new Supply(field, z);
  const mul = (a: Matrix<T>, b: Matrix<T>): Matrix<T> => multiplyMatrices(field, a, b);
  const { d } = shape;
  const values = eigenvalues(supply, shape, options);
  const B = unitary(supply, d);
  const diagonal = values.map((x, k) => values.map((_, j) => (j === k ? x : field.of(rational(0)))));
  const product = mul(mul(B, diagonal), adjointMatrix(field, B));
  const H = scaleMatrix(field, field.of(rational(1, 2)), addMatrices(field, product, adjointMatrix(field, product)));
  const squares = values.reduce((sum, x) => field.add(sum, field.multiply(x, x)), field.of(rational(0)));
  const Z = field.multiply(field.of(rational(1, d * d - 1)), squares);
  const start = { field, exponents: {}, values: { H: [H], h: [[[largest(field, values)]]], Z: [[[Z]]] } };
  if (!options.average) return { ...start, sizes: { d, n: 1 } };
  const turns = unbiasedBases(field, d).flatMap((F) =>
    places(d).map((order) => F.map((row) => order.map((k) => row[k]))),
  );
  const V = turns.map((turn) => mul(turn, adjointMatrix(field, B)));
  // VHV† = F P diag (F P)†: B is not needed for it.
  const T = average(field, diagonal, turns);
  const { a, b } = coefficients(T, d);
  return { ...start, sizes: { d, n: V.length }, values: { ...start.values, V, T: [T], a: [[[a]]], b: [[[b]]] } };
}

function eigenvalues<T>(supply: Supply<T>, { regime, d }: MomentShape, { traceless }: MomentOptions): readonly T[] {
  const { field } = supply;
  const [first, ...others] = Array.from({ length: d }, () => supply.real());
  const zero = field.of(rational(0));
  if (regime === 'flat')
    return [first, ...others].map((_, k) => (2 * k + 1 === d ? zero : signed(field, first, 2 * k < d)));
  const last = field.negate(others.reduce((sum, x) => field.add(sum, x), zero));
  return [traceless ? last : first, ...others];
}

const signed = <T>(field: Field<T>, x: T, plus: boolean): T => (plus ? x : field.negate(x));

/** The average of the tensor squares of a matrix that is turned by unitaries. */
function average<T>(field: Field<T>, matrix: Matrix<T>, turns: readonly Matrix<T>[]): Matrix<T> {
  const squares = turns.map((v) => {
    const turned = multiplyMatrices(field, multiplyMatrices(field, v, matrix), adjointMatrix(field, v));
    return tensorProduct(field, turned, turned);
  });
  return scaleMatrix(
    field,
    field.of(rational(1, turns.length)),
    squares.reduce((x, y) => addMatrices(field, x, y)),
  );
}

/** a and b with T = aI + bW, read off two entries: ⟨01|T|01⟩ = a and ⟨01|T|10⟩ = b. */
const coefficients = <T>(T: Matrix<T>, d: number): { readonly a: T; readonly b: T } => ({ a: T[1][1], b: T[1][d] });

/** Sharply two-transitive permutations: all of them for d <= 3, the even ones for d = 4. */
function places(d: number): readonly (readonly number[])[] {
  const all = permutations(Array.from({ length: d }, (_, k) => k));
  return d === 4 ? all.filter(isEven) : all;
}

const permutations = (items: readonly number[]): readonly (readonly number[])[] =>
  items.length === 0
    ? [[]]
    : items.flatMap((item) => permutations(items.filter((x) => x !== item)).map((rest) => [item, ...rest]));

const isEven = (order: readonly number[]): boolean =>
  order.flatMap((x, k) => order.slice(k + 1).filter((y) => y < x)).length % 2 === 0;

/** Complete sets of mutually unbiased bases as the columns of unitaries; those of C³ are not in Q(√2, i). */
function unbiasedBases<T>(field: Field<T>, d: number): readonly Matrix<T>[] {
  const { of, multiply, add, inverse, sqrt } = field;
  const zero = of(rational(0));
  const one = of(rational(1));
  const i = of({ a: 0n, b: 0n, c: 1n, d: 0n, n: 1n });
  const powers = (x: T, count: number): readonly T[] =>
    Array.from({ length: count - 1 }).reduce<T[]>((list) => [...list, multiply(list.at(-1) as T, x)], [one]);
  const standard = Array.from({ length: d }, (_, a) => Array.from({ length: d }, (_, b) => (a === b ? one : zero)));
  const scaled = (entries: Matrix<T>): Matrix<T> => scaleMatrix(field, inverse(sqrt(of(rational(d)))), entries);
  if (d === 3) {
    const half = of(rational(1, 2));
    const ω = multiply(half, add(of(rational(-1)), multiply(i, sqrt(of(rational(3))))));
    const w = powers(ω, 3);
    // Entry (x, k) of basis c is ω^(c x² + k x).
    const basis = (c: number): Matrix<T> => [0, 1, 2].map((x) => [0, 1, 2].map((k) => w[(c * x * x + k * x) % 3]));
    return [standard, ...[0, 1, 2].map((c) => scaled(basis(c)))];
  }
  const phases = powers(i, 4);
  const read = (rows: readonly string[]): Matrix<T> =>
    scaled(rows.map((row) => [...row].map((k) => phases[Number(k)])));
  return [standard, ...(d === 2 ? PAIRS : QUADRUPLES).map(read)];
}

/** Exponents of i, row by row. */
const PAIRS = [
  ['00', '02'],
  ['00', '13'],
];
const QUADRUPLES = [
  ['0000', '0022', '0220', '0202'],
  ['0000', '2200', '3113', '3131'],
  ['0000', '3311', '3113', '2020'],
  ['0000', '3311', '2020', '3113'],
];
