/** Schur's theorem: x†(S∘T)x >= 0 for positive semidefinite S, T and every vector x. */
import fc from 'fast-check';
import { type Law, law } from '../../claim/law.js';
import type { Shape } from '../../claim/model-source.js';
import { type Num, rational } from '../../symbolic/kernel/number.js';
import {
  conjugatePair,
  modulusSquared,
  negatePair,
  type Pair,
  pairs,
  sumPairs,
  timesPair,
} from './complex-arithmetic.js';
import { DOUBLES, type LemmaLaw, RATIONALS, type Ring } from './lemma-law.js';

interface SchurShape extends Shape {
  readonly n: number;
  readonly r: number;
}

/**
 * S = A D A† and T = B B† with n×r factors; D is the identity, or ends with -1 for the control. At z = 0 the first columns
 * of A and B and the vector x are all ones: a search that starts from small numbers has something to compare.
 */
interface Factors<T> {
  readonly a: Entry<T>;
  readonly b: Entry<T>;
  readonly x: readonly Pair<T>[];
  readonly shape: SchurShape;
  readonly definite: boolean;
}

type Entry<T> = (i: number, k: number) => Pair<T>;

function factors<T>(ring: Ring<T>, z: readonly T[], shape: SchurShape, definite: boolean): Factors<T> {
  const { n, r } = shape;
  const [one, all] = [ring.of(rational(1)), pairs(z, 0, n * (2 * r + 1))];
  const moved = ([re, im]: Pair<T>): Pair<T> => [ring.add(re, one), im];
  const columns =
    (skip: number): Entry<T> =>
    (i, k) =>
      k === 0 ? moved(all[skip + i * r]!) : all[skip + i * r + k]!;
  return { a: columns(0), b: columns(n * r), x: all.slice(2 * n * r).map(moved), shape, definite };
}

const upTo = (n: number): number[] => Array.from({ length: n }, (_, k) => k);

/** What x†(S∘T)x is said to be at least, from the entries of S and T. */
type Bound = <T>(ring: Ring<T>, s: Entry<T>, t: Entry<T>, x: readonly Pair<T>[]) => T;

const atLeastZero: Bound = (ring) => ring.of(rational(0));

function entries<T>(ring: Ring<T>, { a, b, shape: { r }, definite }: Factors<T>): readonly [Entry<T>, Entry<T>] {
  const gram =
    (f: Entry<T>, flip: boolean): Entry<T> =>
    (i, j) =>
      sumPairs(
        ring,
        upTo(r).map((k) => {
          const product = timesPair(ring, f(i, k), conjugatePair(ring, f(j, k)));
          return flip && k === r - 1 ? negatePair(ring, product) : product;
        }),
      );
  return [gram(a, !definite), gram(b, false)];
}

/** Re x†Mx. */
const form = <T>(ring: Ring<T>, m: Entry<T>, x: readonly Pair<T>[]): T =>
  sumPairs(
    ring,
    x.flatMap((xi, i) => x.map((xj, j) => timesPair(ring, timesPair(ring, conjugatePair(ring, xi), m(i, j)), xj))),
  )[0];

const entrywise =
  <T>(ring: Ring<T>, s: Entry<T>, t: Entry<T>): Entry<T> =>
  (i, j) =>
    timesPair(ring, s(i, j), t(i, j));

/** By the entries of S∘T. */
function margin(z: readonly number[], shape: SchurShape, definite: boolean, bound: Bound): number {
  const drawn = factors(DOUBLES, z, shape, definite);
  const [s, t] = entries(DOUBLES, drawn);
  return form(DOUBLES, entrywise(DOUBLES, s, t), drawn.x) - bound(DOUBLES, s, t, drawn.x);
}

/** By Schur's own argument, without forming S∘T: the sum over columns k, l of D_k |Σ_i x̄_i A_ik B_il|². */
function exactMargin(z: readonly Num[], shape: SchurShape, definite: boolean, bound: Bound): Num {
  const ring = RATIONALS;
  const drawn = factors(ring, z, shape, definite);
  const { a, b, x } = drawn;
  const squares = upTo(shape.r).flatMap((k) =>
    upTo(shape.r).map((l) => {
      const terms = x.map((xi, i) => timesPair(ring, conjugatePair(ring, xi), timesPair(ring, a(i, k), b(i, l))));
      const square = modulusSquared(ring, sumPairs(ring, terms));
      return !definite && k === shape.r - 1 ? ring.negate(square) : square;
    }),
  );
  const [s, t] = entries(ring, drawn);
  return ring.add(squares.reduce(ring.add), ring.negate(bound(ring, s, t, x)));
}

const variant = (id: string, definite: boolean, bound: Bound = atLeastZero): Law =>
  law<SchurShape, { readonly shape: SchurShape; readonly z: readonly number[] }>({
    id: `lemma/schur-product${id}`,
    kind: 'instance',
    about: 'x†(S∘T)x >= 0 from the entries of S∘T, with S = AA† and T = BB† of any rank; exactly, as a sum of squares',
    shapes: fc.record({
      regime: fc.constant('complex'),
      n: fc.integer({ min: 2, max: 3 }),
      r: fc.integer({ min: 1, max: 3 }),
    }),
    length: ({ n, r }) => 2 * n * (2 * r + 1),
    decode: (shape, z) => ({ shape, z }),
    judge: ({ shape, z }) => {
      const { a, b, x } = factors(DOUBLES, z, shape, definite);
      const columns = upTo(shape.n).flatMap((i) => upTo(shape.r).map((k) => [a(i, k), b(i, k)] as const));
      const norm = (entries: readonly Pair<number>[]): number =>
        entries.reduce((sum, entry) => sum + modulusSquared(DOUBLES, entry), 0);
      const scale = norm(columns.map(([ak]) => ak)) * norm(columns.map(([, bk]) => bk)) * norm(x);
      // A summand is a product of four factors, two of them sums of r products; n² summands, r² and fewer per entry.
      return { margin: margin(z, shape, definite, bound), error: 4 * z.length * Number.EPSILON * scale };
    },
    smaller: ({ n, r, regime }) => [...(n > 2 ? [{ regime, n: 2, r }] : []), ...(r > 1 ? [{ regime, n, r: 1 }] : [])],
    exact: (shape, z: readonly Num[]) => exactMargin(z, shape, definite, bound),
    document: ({ z }) => ({ z }),
    share: 1,
  });

const mutant = (name: string, bound: Bound) => ({ name, law: variant(`/${name}`, true, bound) });

export const schurProduct: LemmaLaw = {
  lemma: 'Schur product theorem',
  says: 'The entrywise product S∘T of positive semidefinite matrices S, T of one size is positive semidefinite.',
  law: variant('', true),
  controls: [variant('/a negative eigenvalue', false)],
  mutants: [
    mutant('S∘T >= 0.01 min_k S_kk T_kk', (ring, s, t, x) => {
      const least = ring.least(x.map((_, k) => ring.multiply(s(k, k)[0], t(k, k)[0])));
      const norm = x.map((xk) => modulusSquared(ring, xk)).reduce(ring.add);
      return ring.multiply(ring.of(rational(1, 100)), ring.multiply(least, norm));
    }),
    mutant('S∘T >= S min_k T_kk', (ring, s, t, x) =>
      ring.multiply(ring.least(x.map((_, k) => t(k, k)[0])), form(ring, s, x)),
    ),
    mutant('S∘T >= diag(S∘T)', (ring, s, t, x) =>
      x.map((xk, k) => ring.multiply(modulusSquared(ring, xk), ring.multiply(s(k, k)[0], t(k, k)[0]))).reduce(ring.add),
    ),
    // x†(S∘T)x - (x†(S∘T)x - Re x†STx): what would be true if the product were the ordinary one
    mutant('ST >= 0, the ordinary product', (ring, s, t, x) => {
      const ordinary: typeof s = (i, j) =>
        sumPairs(
          ring,
          x.map((_, k) => timesPair(ring, s(i, k), t(k, j))),
        );
      return ring.add(form(ring, entrywise(ring, s, t), x), ring.negate(form(ring, ordinary, x)));
    }),
  ],
};
