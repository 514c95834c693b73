/** Laws for the named lemmas that the kernel cites, each with a control in which one premise is wrong and that must fail. */
import fc from 'fast-check';
import { type Judgement, type Law, law } from '../claim/law.js';
import type { Shape } from '../claim/model-source.js';
import { EXACT, type Field } from '../symbolic/denotation/field.js';
import { type Num, rational } from '../symbolic/kernel/number.js';
import { barrierJudgement, comparisonJudgement } from './lemma-paths.js';

export interface LemmaLaw {
  /** The name under which the kernel cites it. */
  readonly lemma: string;
  readonly says: string;
  readonly law: Law;
  /** The same code with one premise wrong. */
  readonly control: Law;
}

type Ring<T> = Pick<Field<T>, 'of' | 'add' | 'multiply' | 'negate'>;

interface GramShape extends Shape {
  readonly rows: number;
  readonly cols: number;
}

/** A and B from z: entries re, im of A, then of B. */
function matrices<T>(z: readonly T[], { rows, cols }: GramShape): readonly (readonly (readonly [T, T])[])[] {
  const n = rows * cols;
  return [0, 1].map((half) =>
    Array.from({ length: n }, (_, k) => [z[2 * (half * n + k)]!, z[2 * (half * n + k) + 1]!] as const),
  );
}

/** tr(X†SX'), S = diag of signs on the entries: all +1, or the last -1 for the control. */
function inner<T>(
  field: Ring<T>,
  x: readonly (readonly [T, T])[],
  y: readonly (readonly [T, T])[],
  definite: boolean,
): [T, T] {
  const zero = field.of(rational(0));
  const times = (a: T, b: T): T => field.multiply(a, b);
  return x.reduce<[T, T]>(
    ([re, im], [a, b], k) => {
      const [c, d] = y[k]!;
      const real = field.add(times(a, c), times(b, d));
      const imaginary = field.add(times(a, d), field.negate(times(b, c)));
      const flip = !definite && k === x.length - 1;
      return [
        field.add(re, flip ? field.negate(real) : real),
        field.add(im, flip ? field.negate(imaginary) : imaginary),
      ];
    },
    [zero, zero],
  );
}

/** tr(A†A) tr(B†B) - |tr(A†B)|². */
function gap<T>(field: Ring<T>, z: readonly T[], shape: GramShape, definite: boolean): T {
  const [a, b] = matrices(z, shape) as [readonly (readonly [T, T])[], readonly (readonly [T, T])[]];
  const [re, im] = inner(field, a, b, definite);
  const squares = field.add(field.multiply(re, re), field.multiply(im, im));
  const norms = field.multiply(inner(field, a, a, definite)[0], inner(field, b, b, definite)[0]);
  return field.add(norms, field.negate(squares));
}

const DOUBLES: Ring<number> = {
  of: (x) => Number(x.a) / Number(x.n),
  add: (x, y) => x + y,
  multiply: (x, y) => x * y,
  negate: (x) => -x,
};

/** n products are summed on either side: each inner product errs by n eps relative to the norms. */
const cauchySchwarz = (definite: boolean): Law =>
  law<GramShape, { readonly shape: GramShape; readonly z: readonly number[] }>({
    id: definite ? 'lemma/cauchy-schwarz' : 'lemma/cauchy-schwarz/indefinite form',
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
      const scale = z.reduce((sum, x) => sum + x * x, 0) ** 2;
      const error = 8 * z.length * Number.EPSILON * scale;
      return { margin: gap(DOUBLES, z, shape, definite), error };
    },
    smaller: ({ rows, cols, regime }) => [
      ...(rows > 2 ? [{ regime, rows: 2, cols }] : []),
      ...(cols > 1 ? [{ regime, rows, cols: 1 }] : []),
    ],
    exact: (shape, z: readonly Num[]) => gap(EXACT, z, shape, definite),
    document: ({ z }) => ({ z }),
    share: 1,
  });

/** A law on paths that z describes; `right` says whether the premise is the lemma's. */
const pathLaw = (id: string, about: string, judge: (z: readonly number[]) => Judgement): Law =>
  law<Shape & { readonly pieces: number }, readonly number[]>({
    id,
    kind: 'trajectory',
    about,
    shapes: fc.record({ regime: fc.constant('pieces'), pieces: fc.integer({ min: 1, max: 5 }) }),
    length: ({ pieces }) => 2 + 2 * pieces,
    decode: (_, z) => z,
    judge,
    smaller: ({ regime, pieces }) => (pieces > 1 ? [{ regime, pieces: 1 }] : []),
    exact: null,
    document: (z) => ({ z }),
    share: 1,
  });

export const LEMMA_LAWS: readonly LemmaLaw[] = [
  {
    lemma: 'Cauchy–Schwarz inequality',
    says: '|tr(A†B)|² <= tr(A†A) tr(B†B) for matrices A, B of one shape.',
    law: cauchySchwarz(true),
    control: cauchySchwarz(false),
  },
  {
    lemma: 'scalar comparison lemma',
    says: 'If L > 0 and -dL/dt <= 2 c L√L at all times, then L(t) >= 1/(1/√L(0) + ct)².',
    law: pathLaw('lemma/comparison/inverse-square', 'an ODE solved by Runge–Kutta against the bound', (z) =>
      comparisonJudgement('inverse-square', z, true),
    ),
    control: pathLaw('lemma/comparison/inverse-square/too fast', 'the same, falling faster than the premise', (z) =>
      comparisonJudgement('inverse-square', z, false),
    ),
  },
  {
    lemma: 'scalar comparison lemma',
    says: 'If dL/dt <= -c L at all times, then L(t) <= L(0) exp(-ct).',
    law: pathLaw('lemma/comparison/exponential', 'an ODE solved by Runge–Kutta against the bound', (z) =>
      comparisonJudgement('exponential', z, true),
    ),
    control: pathLaw('lemma/comparison/exponential/too slow', 'the same, falling more slowly than the premise', (z) =>
      comparisonJudgement('exponential', z, false),
    ),
  },
  {
    lemma: 'barrier lemma',
    says: 'If q(0) <= B and dq/dt <= 0 wherever q >= B, then q(t) <= B for all t >= 0.',
    law: pathLaw('lemma/barrier', 'piecewise linear paths', (z) => barrierJudgement(z, true)),
    control: pathLaw('lemma/barrier/falls too late', 'the same, falling only above B + 1', (z) =>
      barrierJudgement(z, false),
    ),
  },
];
