/**
 * Global minima as rational functions of real numbers: orthonormal inputs, labels ±1, eigenvalues ±γ, and every prediction
 * its label. With c² - s² = 1/γ on the unit circle, the norm of u_j is c for the label 1 and s for the label -1.
 */
import fc from 'fast-check';
import {
  type Field,
  type Matrix,
  type Model,
  type ModelSource,
  models,
  type Num,
  type Shape,
  Supply,
  unitary,
  unitVector,
} from '../../src/index.js';
import { matrixAlgebra } from './qnn-models.js';

interface MinimaShape extends Shape {
  /** `opposite`: u_i overlaps with u_j where the labels differ; `alike`: two overlapping samples of one label. */
  readonly regime: 'opposite' | 'alike';
  readonly m: number;
  /** The label of the first sample. */
  readonly first: number;
}

export const minimaModels: ModelSource = models<MinimaShape>({
  shapes: fc
    .record({
      regime: fc.constantFrom('opposite', 'opposite', 'alike'),
      m: fc.integer({ min: 1, max: 3 }),
      first: fc.constantFrom(1, -1),
    })
    .map((shape) => ({ ...shape, m: shape.regime === 'alike' ? 2 : shape.m })),
  length: () => 9,
  build: (field, shape, z) => buildMinimum(field, shape, z),
  smaller: ({ regime, m, first }) => (m > 1 && regime === 'opposite' ? [{ regime, m: m - 1, first }] : []),
});

/** As many labels 1 as -1, with the norms of the u_j alone. */
export const balancedModels: ModelSource = models<MinimaShape>({
  shapes: fc.record({
    regime: fc.constant('opposite'),
    m: fc.constantFrom(2, 4, 6),
    first: fc.constantFrom(1, -1),
  }),
  length: () => 1,
  build: (field, { m, first }, z) => {
    const { γ, norms } = scales(new Supply(field, z));
    const labels = alternating(m, first);
    return { field, sizes: { m }, exponents: {}, values: { γ: [[[γ]]], ...labelled(field, labels, norms) } };
  },
  smaller: (shape) => (shape.m > 2 ? [{ ...shape, m: shape.m - 2 }] : []),
});

const alternating = (m: number, first: number): number[] =>
  Array.from({ length: m }, (_, j) => (j % 2 === 0 ? first : -first));

interface Norms<T> {
  readonly c: T;
  readonly s: T;
}

/** cos φ > sin φ > 0 with tan(φ/2) between 1/20 and 2/5, and γ = 1/cos 2φ, between 1.02 and 21. */
function scales<T>(supply: Supply<T>): { readonly γ: T; readonly norms: Norms<T> } {
  const { field } = supply;
  const { q, plus, minus, square } = matrixAlgebra(field);
  const over = (x: T, y: T): T => field.multiply(x, field.inverse(y));
  const large = field.multiply(q(4), square(supply.real()));
  const tan = field.multiply(q(2, 5), over(plus(q(1), large), plus(q(8), large)));
  const [one, t2] = [q(1), square(tan)];
  const c = over(minus(one, t2), plus(one, t2));
  const s = over(plus(tan, tan), plus(one, t2));
  return { γ: field.inverse(minus(square(c), square(s))), norms: { c, s } };
}

const labelled = <T>(field: Field<T>, labels: readonly number[], { c, s }: Norms<T>): Record<string, Matrix<T>[]> => ({
  y: labels.map((y) => [[matrixAlgebra(field).q(y)]]),
  b: labels.map((y) => [[y > 0 ? c : s]]),
});

function buildMinimum<T>(field: Field<T>, { regime, m, first }: MinimaShape, z: readonly T[]): Model<T> {
  const supply = new Supply(field, z);
  const { q, outer } = matrixAlgebra(field);
  const { γ, norms } = scales(supply);
  const labels = regime === 'alike' ? [first, first] : alternating(m, first);
  const v = regime === 'alike' ? alike(supply, norms, first) : opposite(supply, norms, labels);
  const d = v[0]!.length;
  const diagonal = (top: T, bottom: T): Matrix<T> =>
    Array.from({ length: d }, (_, a) =>
      Array.from({ length: d }, (_, b) => (a !== b ? q(0) : 2 * a < d ? top : bottom)),
    );
  return {
    field,
    sizes: { d, m, p: 1 },
    exponents: {},
    values: {
      M: [diagonal(γ, field.negate(γ))],
      'Π₊': [diagonal(q(1), q(0))],
      'Π₋': [diagonal(q(0), q(1))],
      γ: [[[γ]]],
      v,
      ρ: v.map(outer),
      ...labelled(field, labels, norms),
    },
  };
}

/** (c a; s a) for the label 1 and (s b; -c b) for -1, with columns a of the identity and b of a unitary. */
function opposite<T>(supply: Supply<T>, { c, s }: Norms<T>, labels: readonly number[]): Matrix<T>[] {
  const { field, one } = matrixAlgebra(supply.field);
  const half = Math.ceil(labels.length / 2);
  const [identity, turned] = [one(half), unitary(supply, half)];
  return labels.map((label, j) => {
    const column = (label > 0 ? identity : turned).map((row) => row[Math.floor(j / 2)]!);
    const parts = label > 0 ? [c, s] : [s, field.negate(c)];
    return parts.flatMap((factor) => column.map((x) => [field.multiply(factor, x)]));
  });
}

/**
 * For the label 1 the u_j have the Gram matrix (c², x; x*, c²) with |x| = c² s², and the w_j have (s², -x; -x*, s²): both
 * have rational Gram factors. For the label -1 the same with c and s exchanged.
 */
function alike<T>(supply: Supply<T>, norms: Norms<T>, label: number): Matrix<T>[] {
  const { field, q, plus, square } = matrixAlgebra(supply.field);
  const times = (...factors: readonly T[]): T => factors.reduce(field.multiply);
  const [c, s] = label > 0 ? [norms.c, norms.s] : [norms.s, norms.c];
  const phase = unitVector(supply, 1)[0]![0]!;
  const leaning = (x: T): T => plus(q(1), times(field.of(IMAGINARY_UNIT), x));
  const [c2, s2] = [square(c), square(s)];
  const second = [times(s2, c, phase), times(c2, leaning(s)), field.negate(times(s, c2, phase)), times(s2, leaning(c))];
  return [[c, q(0), s, q(0)], second].map((v) => v.map((x) => [x]));
}

const IMAGINARY_UNIT: Num = { a: 0n, b: 0n, c: 1n, d: 0n, n: 1n };
