/** Random certificates of positivity over the fuzz theory, and models in which their facts hold. */
import fc, { type Arbitrary } from 'fast-check';
import { evaluate, type Model } from '../denotation/evaluate.js';
import { type Num, rational, SQRT2 } from '../kernel/number.js';
import type { Positivity } from '../kernel/positivity.js';
import { apply, power, sum, symbol, type Term } from '../kernel/term.js';
import { parseTerm } from '../notation/parse.js';
import { FUZZ } from './fuzz-theory.js';
import { models } from './random-models.js';
import { cost, terms } from './random-terms.js';

/** r_i >= 0 for all i, and R_i is positive semidefinite for all i. */
export const FACTS: Readonly<Record<string, Term>> = { sign: symbol('r', 'i'), psd: symbol('R', 'i') };

export const certifiedModels: Arbitrary<Model<Num>> = models(FUZZ).map((base) => {
  const each = (text: string) =>
    Array.from({ length: base.sizes.m! }, (_, i) => evaluate(FUZZ, {}, parseTerm(FUZZ, text), base, { i }));
  return { ...base, values: { ...base.values, r: each('r_i^2'), R: each('(R_i + A)† (R_i + A)') } };
});

const all = terms(false);
const small = (arbitrary: Arbitrary<Term>): Arbitrary<Term> =>
  arbitrary.filter((t) => cost(t).monomials <= 12 && cost(t).sums <= 2);
const [scalar, square, ket] = [small(all.scalar), small(all.square), small(all.ket)];
const real = scalar.map((x) => apply('re', x));
const at = fc.constantFrom('i', 'j', 'h').map((index) => ({ i: index }));
const pairOfShape = fc.oneof(fc.tuple(square, square), fc.tuple(ket, ket), fc.tuple(scalar, scalar));

/** Most are accepted; the odd ones (|z| of a complex z, two matrices multiplied, shapes that differ) must be refused. */
export const certificates: Arbitrary<Positivity> = fc.letrec<{ certificate: Positivity }>((tie) => {
  const part = tie('certificate');
  const of = (
    kind: 'gram' | 'abs' | 'dominates',
    terms: Arbitrary<Term>,
  ): Arbitrary<Positivity> => terms.map((term): Positivity => ({ kind, of: term }));
  const leaves: Arbitrary<Positivity>[] = [
    fc.constantFrom(rational(0), rational(2, 3), SQRT2).map((value) => ({ kind: 'constant', value })),
    fc
      .tuple(fc.constantFrom('d', 'm'), fc.integer({ min: -2, max: 2 }))
      .map(([name, k]) => ({ kind: 'size', name, power: k })),
    of('gram', fc.oneof(scalar, square, ket)),
    of('abs', fc.oneof({ weight: 9, arbitrary: real }, { weight: 1, arbitrary: scalar })),
    of('dominates', real),
    fc.tuple(fc.constantFrom('sign', 'psd'), at).map(([name, index]) => ({ kind: 'fact', name, at: index })),
    pairOfShape.map(([left, right]) => ({ kind: 'cauchy-schwarz', left, right })),
    fc.tuple(real, real).map(([x, y]) => rootOf(x, y)),
  ];
  return {
    certificate: fc.oneof(
      { maxDepth: 3 },
      fc.oneof(...leaves),
      fc.array(part, { minLength: 1, maxLength: 3 }).map((parts) => ({ kind: 'sum', parts }) as const),
      fc.array(part, { minLength: 1, maxLength: 2 }).map((parts) => ({ kind: 'product', parts }) as const),
      fc
        .tuple(fc.constantFrom('i', 'j', 'l'), part)
        .map(([index, inner]) => ({ kind: 'over', index, part: inner }) as const),
      part.map((inner) => ({ kind: 'trace', part: inner }) as const),
      fc.tuple(fc.oneof(square, ket), part).map(([by, inner]) => ({ kind: 'congruence', by, part: inner }) as const),
    ),
  };
}).certificate;

/** x <= |x| + y², because (|x| + y²)² - x² = 2 |x| y² + y⁴. */
function rootOf(x: Term, y: Term): Positivity {
  const abs: Positivity = { kind: 'abs', of: x };
  const square: Positivity = { kind: 'gram', of: y };
  const two: Positivity = { kind: 'constant', value: rational(2) };
  return {
    kind: 'root',
    small: x,
    large: sum(apply('abs', x), power(y, 2)),
    sign: { kind: 'sum', parts: [abs, square] },
    gap: {
      kind: 'sum',
      parts: [
        { kind: 'product', parts: [two, abs, square] },
        { kind: 'product', parts: [square, square] },
      ],
    },
    signWitness: [],
    gapWitness: [],
  };
}
