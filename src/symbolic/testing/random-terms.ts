/** Random terms of the fuzz theory, of a valid shape by construction. */
import fc, { type Arbitrary } from 'fast-check';
import { IMAGINARY_UNIT, ONE, rational, SQRT2 } from '../kernel/number.js';
import {
  adjoint,
  apply,
  childrenOf,
  exponentOf,
  identity,
  number,
  over,
  power,
  product,
  sum,
  symbol,
  type Term,
  tensor,
  trace,
  unitVector,
} from '../kernel/term.js';

const m = fc.constantFrom('i', 'j', 'h');
const p = fc.constantFrom('l', 'q');
const any = fc.oneof(m, p);

const numbers: Arbitrary<Term> = fc
  .oneof(
    { weight: 4, arbitrary: fc.integer({ min: -3, max: 3 }).map((n) => rational(n)) },
    { weight: 2, arbitrary: fc.constantFrom(rational(1, 2), IMAGINARY_UNIT, SQRT2) },
  )
  .map(number);

const scalarLetters: Arbitrary<Term> = fc.oneof(
  fc.constantFrom('a', 'b', 'z', 'w', 'd', 'm').map((name) => symbol(name)),
  fc.tuple(fc.constantFrom('r', 's'), m).map(([name, i]) => symbol(name, i)),
  fc.tuple(m, m).map(([i, j]) => symbol('x', i, j)),
  fc.tuple(m, m).map(([i, j]) => product(symbol('x', i, j), symbol('s', j))),
  fc.tuple(m, p).map(([i, l]) => symbol('y', i, l)),
);

const squareLetters: Arbitrary<Term> = fc.oneof(
  fc.constantFrom('M', 'H', 'A', 'B').map((name) => symbol(name)),
  m.map((i) => symbol('R', i)),
  p.map((l) => symbol('G', l)),
  fc.constantFrom(identity('d'), product(adjoint(symbol('T')), symbol('T'))),
);

const kets: Arbitrary<Term> = fc.oneof(
  fc.constantFrom('u', 'v').map((name) => symbol(name)),
  m.map((i) => symbol('e', i)),
);

const symbolic: Arbitrary<Term> = fc
  .tuple(
    fc.constantFrom('M', 'A'),
    fc.constantFrom(
      exponentOf(0, [['k', 1]]),
      exponentOf(1, [['k', 1]]),
      exponentOf(-1, [['n', 1]]),
      exponentOf(0, [
        ['k', 2],
        ['n', 1],
      ]),
    ),
  )
  .map(([name, exponent]) => power(symbol(name), exponent));

export interface Kinds {
  readonly scalar: Term;
  readonly square: Term;
  readonly ket: Term;
  /** D×D, D = d²: with letters on both factors, or only products and exchanges, whose partial traces have normal forms. */
  readonly pair: Term;
  readonly product: Term;
  /** m×m, from basis vectors. */
  readonly table: Term;
}

/** `polynomial`: without abs and max, and without symbolic powers, so that time derivatives exist. */
export function terms(polynomial: boolean): { [K in keyof Kinds]: Arbitrary<Kinds[K]> } {
  return fc.letrec<Kinds>((tie) => {
    const node = <T>(...arbitraries: Arbitrary<T>[]) =>
      fc.oneof({ maxDepth: 4, depthSize: 'medium', withCrossShrink: true }, ...arbitraries);
    const [scalar, square, ket] = [tie('scalar'), tie('square'), tie('ket')] as Arbitrary<Term>[] as [
      Arbitrary<Term>,
      Arbitrary<Term>,
      Arbitrary<Term>,
    ];
    const [onPair, onProduct, table] = [tie('pair'), tie('product'), tie('table')] as [
      Arbitrary<Term>,
      Arbitrary<Term>,
      Arbitrary<Term>,
    ];
    const pair = <A, B>(a: Arbitrary<A>, b: Arbitrary<B>): Arbitrary<[A, B]> => fc.tuple(a, b);
    const algebra = (self: Arbitrary<Term>): Arbitrary<Term>[] => [
      ...common(self),
      pair(self, self).map(([x, y]) => product(x, y)),
      self.map(adjoint),
    ];
    // A sum inside a function inside a sum: where an index could be captured.
    const nested = fc.tuple(m, m, scalar).map(([i, j, x]) => over(i, apply('abs', apply('re', over(j, x)))));
    const real = scalar.map((x) => apply('re', x));
    const common = (self: Arbitrary<Term>): Arbitrary<Term>[] => [
      pair(self, self).map(([x, y]) => sum(x, y)),
      pair(any, self).map(([index, x]) => over(index, x)),
      pair(scalar, self).map(([x, y]) => product(x, y)),
    ];
    const powers = (self: Arbitrary<Term>): Arbitrary<Term> =>
      pair(self, fc.integer({ min: 0, max: 3 })).map(([x, k]) => power(x, k));
    return {
      scalar: node(
        scalarLetters,
        numbers,
        ...common(scalar),
        powers(scalar),
        square.map(trace),
        scalar.map(adjoint),
        pair(ket, ket).map(([x, y]) => product(adjoint(x), y)),
        pair(scalar, fc.constantFrom('re', 'im')).map(([x, f]) => apply(f, x)),
        fc.constantFrom(power(symbol('m'), -1), power(symbol('d'), -2)),
        fc.oneof(onPair, table).map(trace),
        pair(m, m).map(([i, j]) => product(adjoint(unitVector(i)), unitVector(j))),
        fc.tuple(m, table, m).map(([i, x, j]) => product(adjoint(unitVector(i)), x, unitVector(j))),
        pair(scalar, fc.constantFrom(-1, -2)).map(([x, k]) => power(sum(number(ONE), product(adjoint(x), x)), k)),
        ...(polynomial
          ? []
          : [real.map((x) => apply('abs', x)), pair(real, real).map(([x, y]) => apply('max', x, y)), nested]),
      ),
      square: node(
        squareLetters,
        ...common(square),
        pair(square, square).map(([x, y]) => product(x, y)),
        pair(square, square).map(([left, right]): Term => ({ kind: 'commutator', left, right })),
        powers(square),
        square.map(adjoint),
        pair(ket, ket).map(([x, y]) => product(x, adjoint(y))),
        pair(ket, ket).map(([x, y]) => product(x, adjoint(y), y, adjoint(x))),
        pair(onProduct, fc.constantFrom(1 as const, 2 as const)).map(
          ([of, factor]): Term => ({ kind: 'partial trace', factor, of }),
        ),
        ...(polynomial ? [] : [symbolic]),
      ),
      ket: node(
        kets,
        ...common(ket),
        pair(square, ket).map(([x, y]) => product(x, y)),
      ),
      pair: node(fc.constantFrom(symbol('Y'), symbol('X')), onProduct, ...algebra(onPair)),
      product: node(
        pair(squareLetters, squareLetters).map(([x, y]) => tensor(x, y)),
        fc.constantFrom<Term>(identity('D'), { kind: 'swap', size: 'D' }),
        pair(square, square).map(([x, y]) => tensor(x, y)),
        ...algebra(onProduct),
      ),
      table: node(
        pair(m, m).map(([i, j]) => product(unitVector(i), adjoint(unitVector(j)))),
        fc.constantFrom(symbol('Q'), identity('m'), product(symbol('T'), adjoint(symbol('T')))),
        ...algebra(table),
      ),
    };
  });
}

/** At most how many monomials a normal form has, and how many sums one of them: what makes a term expensive. */
export function cost(term: Term): { readonly monomials: number; readonly sums: number } {
  const parts = childrenOf(term).map(cost);
  const product = {
    monomials: parts.reduce((n, c) => n * c.monomials, 1),
    sums: parts.reduce((n, c) => n + c.sums, 0),
  };
  const most = {
    monomials: parts.reduce((n, c) => n + c.monomials, 0),
    sums: Math.max(0, ...parts.map((c) => c.sums)),
  };
  switch (term.kind) {
    case 'sum':
    case 'apply':
      return { ...most, monomials: 2 * most.monomials };
    case 'power':
      return {
        monomials: product.monomials ** Math.max(1, term.exponent.offset),
        sums: product.sums * Math.max(1, term.exponent.offset),
      };
    case 'commutator':
      return { ...product, monomials: 2 * product.monomials };
    case 'over':
      return { ...product, sums: product.sums + 1 };
    default:
      return product;
  }
}

/** Terms that expand within a second. */
export const affordable = (term: Term): boolean => cost(term).monomials <= 400 && cost(term).sums <= 5;
