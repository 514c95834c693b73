/** Random certificates of positivity over the fuzz theory, and models in which their facts hold. */
import fc, { type Arbitrary } from 'fast-check';
import { evaluate, type Model } from '../denotation/evaluate.js';
import { type Num, rational, SQRT2 } from '../kernel/number.js';
import type { Positivity } from '../kernel/positivity.js';
import {
  adjoint,
  apply,
  difference,
  freeIndices,
  integer,
  power,
  product,
  sum,
  symbol,
  type Term,
  trace,
} from '../kernel/term.js';
import { parseTerm } from '../notation/parse.js';
import { witnessOf } from '../propose/rewriting.js';
import { FUZZ } from './fuzz-theory.js';
import { BOUNDED, bounded, intervals } from './random-intervals.js';
import { models } from './random-models.js';
import { cost, terms } from './random-terms.js';

/** r_i >= 0 for all i, R_i is positive semidefinite for all i, x and y are bounded; a column is no fact. */
export const FACTS: Readonly<Record<string, Term>> = {
  ...BOUNDED,
  sign: symbol('r', 'i'),
  psd: symbol('R', 'i'),
  column: symbol('e', 'i'),
};

export const certifiedModels: Arbitrary<Model<Num>> = models(FUZZ).map((base) => {
  const each = (text: string) =>
    Array.from({ length: base.sizes.m! }, (_, i) => evaluate(FUZZ, {}, parseTerm(FUZZ, text), base, { i }));
  return { ...base, values: { ...bounded(base.values), r: each('r_i^2'), R: each('(R_i + A)† (R_i + A)') } };
});

const all = terms(false);
const small = (arbitrary: Arbitrary<Term>): Arbitrary<Term> =>
  arbitrary.filter((t) => cost(t).monomials <= 12 && cost(t).sums <= 2);
const [scalar, square, ket] = [small(all.scalar), small(all.square), small(all.ket)];
const bra = ket.map(adjoint);
const real = scalar.map((x) => apply('re', x));
const at = fc.constantFrom('i', 'j', 'h').map((index) => ({ i: index }));
const fixed = real.filter((x) => freeIndices(x).size === 0);
/** A real number that is zero, which the normal form does not always show: exp has no other exact values. */
const vanishing = fc.oneof(
  fc.tuple(square, square).map(([x, y]) => apply('re', trace({ kind: 'commutator', left: x, right: y }))),
  real.map((x) => product(integer(0), x)),
);
const table = small(all.table);
const pairOfShape = fc.oneof(fc.tuple(square, square), fc.tuple(ket, ket), fc.tuple(scalar, scalar));

const of = (kind: 'gram' | 'abs' | 'dominates' | 'exponential', terms: Arbitrary<Term>): Arbitrary<Positivity> =>
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
  const schur = (part: Part): Part => fc.tuple(part, part).map(([left, right]) => ({ kind: 'schur', left, right }));
  const tables = fc.oneof(of('gram', table), congruence(table, number));
  const cases = fc
    .tuple(fixed, fc.array(fc.oneof(number, matrix), { maxLength: 1 }), fc.boolean())
    .map(([on, others, squared]) => splitOn(on, others, squared));
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
        intervals(0),
        of('exponential', vanishing),
      ],
      listOf('sum', number, 3),
      listOf('product', number, 2),
      overIndex(number),
      traceOf(any),
      traceOf(schur(tables)),
      cases,
      number.map((part) => ({ kind: 'reciprocal', part })),
      congruence(ket, matrix),
      congruence(scalar, number),
    ),
    matrix: node(
      [of('gram', fc.oneof(square, bra)), fact('psd')],
      listOf('sum', matrix, 3),
      aroundMatrix.map((parts) => ({ kind: 'product', parts })),
      overIndex(matrix),
      schur(matrix),
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
      fact('case'),
      intervals(-1),
      of('exponential', fc.oneof(scalar, square)),
      schur(number),
      scalar.map((on) => splitOn(on, [], true)),
      matrix.map((part): Positivity => ({ kind: 'reciprocal', part })),
    ),
  };
}).certificate;

/** x² f where x >= 0 and (-x)² f where -x >= 0, or that with |x| as a factor. */
function splitOn(on: Term, others: readonly Positivity[], squared: boolean): Positivity {
  const side: Positivity = { kind: 'fact', name: 'case', at: {} };
  const abs: Positivity = { kind: 'abs', of: on };
  const part: Positivity = squared
    ? { kind: 'product', parts: [side, ...others, side] }
    : { kind: 'product', parts: [{ kind: 'product', parts: [side, abs, side] }, ...others] };
  return { kind: 'cases', on, name: 'case', above: part, below: part, witness: [] };
}

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
