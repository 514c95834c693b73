/** Random certificates of positivity over the fuzz theory, and models in which their facts hold. */
import fc, { type Arbitrary } from 'fast-check';
import { evaluate, type Model } from '../denotation/evaluate.js';
import { type Num, rational, SQRT2 } from '../kernel/number.js';
import type { Positivity } from '../kernel/positivity.js';
import { adjoint, apply, difference, integer, power, product, sum, symbol, type Term } from '../kernel/term.js';
import { parseTerm } from '../notation/parse.js';
import { witnessOf } from '../propose/rewriting.js';
import { FUZZ } from './fuzz-theory.js';
import { models } from './random-models.js';
import { cost, terms } from './random-terms.js';

/** r_i >= 0 for all i, and R_i is positive semidefinite for all i; a column is no fact. */
export const FACTS: Readonly<Record<string, Term>> = {
  sign: symbol('r', 'i'),
  psd: symbol('R', 'i'),
  column: symbol('e', 'i'),
};

export const certifiedModels: Arbitrary<Model<Num>> = models(FUZZ).map((base) => {
  const each = (text: string) =>
    Array.from({ length: base.sizes.m! }, (_, i) => evaluate(FUZZ, {}, parseTerm(FUZZ, text), base, { i }));
  return { ...base, values: { ...base.values, r: each('r_i^2'), R: each('(R_i + A)† (R_i + A)') } };
});

const all = terms(false);
const small = (arbitrary: Arbitrary<Term>): Arbitrary<Term> =>
  arbitrary.filter((t) => cost(t).monomials <= 12 && cost(t).sums <= 2);
const [scalar, square, ket] = [small(all.scalar), small(all.square), small(all.ket)];
const bra = ket.map(adjoint);
const real = scalar.map((x) => apply('re', x));
const at = fc.constantFrom('i', 'j', 'h').map((index) => ({ i: index }));
const pairOfShape = fc.oneof(fc.tuple(square, square), fc.tuple(ket, ket), fc.tuple(scalar, scalar));

const of = (kind: 'gram' | 'abs' | 'dominates', terms: Arbitrary<Term>): Arbitrary<Positivity> =>
  terms.map((term): Positivity => ({ kind, of: term }));
const fact = (name: string): Arbitrary<Positivity> => at.map((index) => ({ kind: 'fact', name, at: index }));

type Part = Arbitrary<Positivity>;

interface Kinds {
  readonly certificate: Positivity;
  readonly scalar: Positivity;
  readonly matrix: Positivity;
  readonly odd: Positivity;
}

/** Most are accepted; the odd ones (|z| of a complex z, two matrices multiplied, shapes that differ) must be refused. */
export const certificates: Arbitrary<Positivity> = fc.letrec<Kinds>((tie) => {
  const [number, matrix, odd] = [tie('scalar'), tie('matrix'), tie('odd')] as [Part, Part, Part];
  const any = fc.oneof(number, matrix);
  const listOf = (kind: 'sum' | 'product', part: Part, most: number): Part =>
    fc.array(part, { minLength: 1, maxLength: most }).map((parts) => ({ kind, parts }));
  const overIndex = (part: Part): Part =>
    fc.tuple(fc.constantFrom('i', 'j', 'l'), part).map(([index, inner]) => ({ kind: 'over', index, part: inner }));
  const congruence = (by: Arbitrary<Term>, part: Part): Part =>
    fc.tuple(by, part).map(([term, inner]) => ({ kind: 'congruence', by: term, part: inner }));
  const traceOf = (part: Part): Part => part.map((inner) => ({ kind: 'trace', part: inner }));
  const node = (leaves: readonly Part[], ...inner: readonly Part[]) =>
    fc.oneof({ maxDepth: 3 }, fc.oneof(...leaves), ...inner);
  const aroundMatrix = fc.tuple(listOf('product', number, 2), matrix, listOf('product', number, 1));
  return {
    certificate: fc.oneof(
      { weight: 10, arbitrary: number },
      { weight: 9, arbitrary: matrix },
      { weight: 1, arbitrary: odd },
    ),
    scalar: node(
      [
        fc.constantFrom(rational(0), rational(2, 3), SQRT2).map((value) => ({ kind: 'constant', value })),
        fc
          .tuple(fc.constantFrom('d', 'm'), fc.integer({ min: -2, max: 2 }))
          .map(([name, k]) => ({ kind: 'size', name, power: k })),
        of('gram', fc.oneof(scalar, ket)),
        of('abs', real),
        of('dominates', real),
        fact('sign'),
        pairOfShape.map(([left, right]) => ({ kind: 'cauchy-schwarz', left, right })),
        fc.tuple(real, real).map(([x, y]) => rootOf(x, y)),
      ],
      listOf('sum', number, 3),
      listOf('product', number, 2),
      overIndex(number),
      traceOf(any),
      congruence(ket, matrix),
      congruence(scalar, number),
    ),
    matrix: node(
      [of('gram', fc.oneof(square, bra)), fact('psd')],
      listOf('sum', matrix, 3),
      aroundMatrix.map((parts) => ({ kind: 'product', parts })),
      overIndex(matrix),
      congruence(square, any),
      congruence(bra, number),
    ),
    odd: fc.oneof(
      of('abs', fc.oneof(scalar, square)),
      fc.tuple(matrix, matrix).map((parts) => ({ kind: 'product', parts }) as const),
      fc.tuple(number, matrix).map((parts) => ({ kind: 'sum', parts }) as const),
      fc.tuple(square, ket).map(([left, right]) => ({ kind: 'cauchy-schwarz', left, right }) as const),
      congruence(bra, matrix),
      fact('column'),
    ),
  };
}).certificate;

/** x <= |x| + y², because (|x| + y²)² - x² = 2 |x| y² + y⁴. */
function rootOf(x: Term, y: Term): Positivity {
  const abs: Positivity = { kind: 'abs', of: x };
  const square: Positivity = { kind: 'gram', of: y };
  const two: Positivity = { kind: 'constant', value: rational(2) };
  const large = sum(apply('abs', x), power(y, 2));
  const gap = sum(product(integer(2), apply('abs', x), power(y, 2)), power(y, 4));
  return {
    kind: 'root',
    small: x,
    large,
    sign: { kind: 'sum', parts: [abs, square] },
    gap: {
      kind: 'sum',
      parts: [
        { kind: 'product', parts: [two, abs, square] },
        { kind: 'product', parts: [square, square] },
      ],
    },
    signWitness: [],
    gapWitness: witnessOf(FUZZ, difference(power(large, 2), power(x, 2)), gap, []),
  };
}
