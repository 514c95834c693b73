/** The Cauchy–Schwarz inequality for matrices: tr(A†A) tr(B†B) - |tr(A†B)|² >= 0. */
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

interface GramShape extends Shape {
  readonly rows: number;
  readonly cols: number;
}

/** Entries row by row; S = diag of signs on the entries, all +1 or the last -1 for the control. */
type Inner<T> = (x: readonly Pair<T>[], y: readonly Pair<T>[]) => Pair<T>;

/** tr(X†SY). */
const innerOf =
  <T>(ring: Ring<T>, definite: boolean): Inner<T> =>
  (x, y) =>
    sumPairs(
      ring,
      x.map((entry, k) => {
        const product = timesPair(ring, conjugatePair(ring, entry), y[k]!);
        return definite || k < x.length - 1 ? product : negatePair(ring, product);
      }),
    );

/** What |tr(A†B)|² is said not to exceed. */
type Bound = <T>(ring: Ring<T>, inner: Inner<T>, a: readonly Pair<T>[], b: readonly Pair<T>[], shape: GramShape) => T;

const ofNorms: Bound = (ring, inner, a, b) => ring.multiply(inner(a, a)[0], inner(b, b)[0]);

function gap<T>(ring: Ring<T>, z: readonly T[], shape: GramShape, definite: boolean, bound: Bound): T {
  const n = shape.rows * shape.cols;
  const [a, b] = [pairs(z, 0, n), pairs(z, n, n)];
  const inner = innerOf(ring, definite);
  return ring.add(bound(ring, inner, a, b, shape), ring.negate(modulusSquared(ring, inner(a, b))));
}

const variant = (id: string, definite: boolean, bound: Bound = ofNorms): Law =>
  law<GramShape, { readonly shape: GramShape; readonly z: readonly number[] }>({
    id: `lemma/cauchy-schwarz${id}`,
    kind: 'instance',
    about: '|tr(A†B)|² <= tr(A†A) tr(B†B), with complex matrices of any shape',
    shapes: fc.record({
      regime: fc.constant('complex'),
      rows: fc.integer({ min: 2, max: 4 }),
      cols: fc.integer({ min: 1, max: 3 }),
    }),
    length: ({ rows, cols }) => 4 * rows * cols,
    decode: (shape, z) => ({ shape, z }),
    judge: ({ shape, z }) => {
      // n products are summed on either side: each inner product errs by n eps relative to the norms.
      const scale = z.reduce((sum, x) => sum + x * x, 0) ** 2;
      return { margin: gap(DOUBLES, z, shape, definite, bound), error: 8 * z.length * Number.EPSILON * scale };
    },
    smaller: ({ rows, cols, regime }) => [
      ...(rows > 2 ? [{ regime, rows: 2, cols }] : []),
      ...(cols > 1 ? [{ regime, rows, cols: 1 }] : []),
    ],
    exact: (shape, z: readonly Num[]) => gap(RATIONALS, z, shape, definite, bound),
    document: ({ z }) => ({ z }),
    share: 1,
  });

const mutant = (name: string, bound: Bound) => ({ name, law: variant(`/${name}`, true, bound) });

export const cauchySchwarz: LemmaLaw = {
  lemma: 'Cauchy–Schwarz inequality',
  says: '|tr(A†B)|² <= tr(A†A) tr(B†B) for matrices A, B of one shape.',
  law: variant('', true),
  controls: [variant('/indefinite form', false)],
  mutants: [
    mutant('|tr(A†B)|² <= 0.99 tr(A†A) tr(B†B)', (ring, inner, a, b, shape) =>
      ring.multiply(ring.of(rational(99, 100)), ofNorms(ring, inner, a, b, shape)),
    ),
    mutant('|tr(A†B)|² <= tr(A†A B†B)', (ring, _, a, b, { rows, cols }) => {
      // ‖A B†‖², the sum of the squared entries of a rows×rows matrix
      const entry = (i: number, j: number): Pair<ReturnType<typeof ring.of>> =>
        sumPairs(
          ring,
          Array.from({ length: cols }, (_k, k) =>
            timesPair(ring, a[i * cols + k]!, conjugatePair(ring, b[j * cols + k]!)),
          ),
        );
      const all = Array.from({ length: rows * rows }, (_k, k) => entry(Math.floor(k / rows), k % rows));
      return all.map((x) => modulusSquared(ring, x)).reduce(ring.add);
    }),
    mutant('|tr(A†B)|² <= tr(A†A)', (_, inner, a) => inner(a, a)[0]),
    mutant('|tr(A†B)|² <= Re(tr(A†B)²)', (ring, inner, a, b) => {
      const cross = inner(a, b);
      return timesPair(ring, cross, cross)[0];
    }),
  ],
};
