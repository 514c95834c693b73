/** Directions and norms of the u_j at loss zero: instances as rational functions of real numbers. */
import fc from 'fast-check';
import {
  type Field,
  largest,
  type Matrix,
  type Model,
  type ModelSource,
  models,
  type Shape,
  Supply,
  unitary,
  unitVector,
} from '../../src/index.js';
import { matrixAlgebra } from './qnn-models.js';

export interface DirectionsShape extends Shape {
  /**
   * `generic`: any directions; `pair`: two of them at an angle with rational cosine, which is the norm of Ĝ - I, and
   * the others orthogonal to both; `aligned`: all the same; `orthonormal`: Ĝ = I, with room for it.
   */
  readonly regime: 'generic' | 'pair' | 'aligned' | 'orthonormal';
  readonly n: number;
  readonly m: number;
  /** Bit j gives the sign of label j, bit 3 that of ξ, of which only the square is said to be large enough. */
  readonly signs: number;
  /** All labels are ±1; or one is, and the others lie between; or γ < 1, where no minimum has labels of 1. */
  readonly labels: 'signs' | 'between' | 'outside';
  /** Where the labels are ±1, how far γ is from 1: tan(φ/2) in tenths, with γ = 1/cos 2φ. */
  readonly tenths: number;
  /** Whether x has equal entries. */
  readonly even: boolean;
}

export const directionsModels: ModelSource<DirectionsShape> = {
  shapes: fc
    .record({
      regime: fc.constantFrom('generic', 'pair', 'pair', 'aligned', 'orthonormal'),
      n: fc.integer({ min: 1, max: 3 }),
      m: fc.integer({ min: 1, max: 3 }),
      signs: fc.constantFrom(0, 0, 0, 1, 2, 5, 7, 8),
      labels: fc.constantFrom('signs', 'signs', 'between', 'outside'),
      tenths: fc.integer({ min: 0, max: 4 }),
      even: fc.boolean(),
    })
    .map((shape) => legal(shape as DirectionsShape)),
  length: ({ n, m }) => 4 * m + 2 + Math.max(2 * n * m, 4 * n),
  build: buildModel,
  smaller: (shape) => [
    ...(shape.m > 1 ? [legal({ ...shape, m: shape.m - 1 })] : []),
    ...(shape.n > 1 ? [legal({ ...shape, n: shape.n - 1 })] : []),
    ...(shape.signs > 0 ? [{ ...shape, signs: 0 }] : []),
    ...(shape.labels !== 'signs' ? [{ ...shape, labels: 'signs' as const }] : []),
  ],
};

export const minimumModels: ModelSource = models(directionsModels);

/** With γ >= 1 and all labels ±1. */
export const scaledModels: ModelSource = models({
  ...directionsModels,
  shapes: directionsModels.shapes.map((shape) => ({ ...shape, labels: 'signs' as const })),
});

/** Upper and lower halves of orthonormal columns: what a minimum has. The û_j need not be unit vectors. */
export const existingModels: ModelSource = models<DirectionsShape>({
  ...directionsModels,
  shapes: directionsModels.shapes.map((shape) => ({ ...shape, regime: 'generic', m: Math.min(shape.m, 2 * shape.n) })),
  length: ({ n, m }) => 16 * n + 3 * m,
  build: (field, { n, m, even }, z) => {
    const supply = new Supply(field, z);
    const { q, plus, square } = matrixAlgebra(field);
    const basis = unitary(supply, 2 * n);
    const column = (j: number): Matrix<(typeof z)[number]> => basis.map((row) => [row[j]!]);
    const b = Array.from({ length: m }, () => plus(q(1), square(supply.real())));
    const û = b.map((norm, j) =>
      column(j)
        .slice(0, n)
        .map(([x]) => [field.multiply(x!, field.inverse(norm))]),
    );
    const w = b.map((_, j) => column(j).slice(n));
    const c = b.map(() => [[even ? q(1) : supply.complex()]]);
    return { field, sizes: { n, m }, exponents: {}, values: { û, w, b: b.map((norm) => [[norm]]), c } };
  },
  smaller: ({ ...shape }) => (shape.m > 1 ? [{ ...shape, m: shape.m - 1 }] : []),
});

const legal = (shape: DirectionsShape): DirectionsShape => {
  if (shape.regime === 'pair') return { ...shape, n: Math.max(2, shape.n, shape.m) };
  return shape.regime === 'orthonormal' ? { ...shape, n: Math.max(shape.n, shape.m) } : shape;
};

function buildModel<T>(field: Field<T>, shape: DirectionsShape, z: readonly T[]): Model<T> {
  const supply = new Supply(field, z);
  const { q, plus, minus, square } = matrixAlgebra(field);
  const { n, m, signs, labels, tenths, even } = shape;
  const b = Array.from({ length: m }, (_, j) => {
    if (labels === 'outside') return plus(q(1), square(supply.real()));
    const [cosine, sine] = labels === 'signs' ? pythagorean(field, q(tenths, 10)) : halfAngle(supply);
    return (signs >> j) & 1 ? sine : cosine;
  });
  const leaning = b.map((x) => minus(field.multiply(q(2), square(x)), q(1)));
  const γ = field.inverse(largest(field, leaning));
  const { û, ξ } = vectors(supply, shape);
  const x = b.map(() => (even ? q(1) : supply.real()));
  const c = b.map(() => (even ? q(1) : supply.complex()));
  const scalars = (values: readonly T[]): Matrix<T>[] => values.map((x) => [[x]]);
  return {
    field,
    sizes: { n, m },
    exponents: {},
    values: {
      û,
      b: scalars(b),
      y: scalars(leaning.map((x) => field.multiply(γ, x))),
      γ: scalars([γ]),
      ξ: scalars([signs >= 8 ? field.negate(ξ) : ξ]),
      x: scalars(x),
      c: scalars(c),
    },
  };
}

/** Cosine and sine of an angle from 0, where γ = 1, to a little less than π/4, where γ is about 20. */
function halfAngle<T>(supply: Supply<T>): readonly [cosine: T, sine: T] {
  const { field, q, plus, square } = matrixAlgebra(supply.field);
  const u = square(supply.real());
  return pythagorean(field, field.multiply(q(2, 5), field.multiply(u, field.inverse(plus(q(1), u)))));
}

/** (1 - t², 2t)/(1 + t²). */
function pythagorean<T>(field: Field<T>, t: T): readonly [cosine: T, sine: T] {
  const { q, plus, minus, square } = matrixAlgebra(field);
  const reciprocal = field.inverse(plus(q(1), square(t)));
  return [field.multiply(minus(q(1), square(t)), reciprocal), field.multiply(field.multiply(q(2), t), reciprocal)];
}

/** Unit vectors, and a number that ‖Ĝ - I‖ does not exceed: the norm itself, but for three generic vectors and more. */
function vectors<T>(supply: Supply<T>, { regime, n, m }: DirectionsShape): { readonly û: Matrix<T>[]; readonly ξ: T } {
  const { field, q, plus, mul, dagger, total } = matrixAlgebra(supply.field);
  const times = (x: T, v: Matrix<T>): Matrix<T> => v.map(([entry]) => [field.multiply(x, entry!)]);
  const many = (draw: (j: number) => Matrix<T>): Matrix<T>[] => Array.from({ length: m }, (_, j) => draw(j));
  if (regime === 'generic') {
    const û = many(() => unitVector(supply, n));
    const squares = û.flatMap((v, i) =>
      û
        .filter((_, j) => j !== i)
        .map((w) => {
          const overlap = mul(dagger(v), w)[0]![0]!;
          return field.multiply(overlap, field.conjugate(overlap));
        }),
    );
    // √x <= (1 + x)/2.
    return { û, ξ: m === 1 ? q(0) : field.multiply(q(1, 2), plus(q(1), total(squares))) };
  }
  if (regime === 'aligned') {
    const û = unitVector(supply, n);
    return { û: many(() => û), ξ: q(m - 1) };
  }
  const basis = unitary(supply, n);
  const columns = basis.map((_, k) => basis.map((row) => [row[k]!]));
  if (regime === 'orthonormal') return { û: many((j) => columns[j]!), ξ: q(0) };
  const [cosine, sine] = pythagorean(field, supply.real());
  const turned = times(cosine, columns[0]!).map(([x], k) => [plus(x!, field.multiply(sine, columns[1]![k]![0]!))]);
  return { û: many((j) => (j === 1 ? turned : columns[j]!)), ξ: m === 1 ? q(0) : largest(field, [cosine]) };
}
