/** Random scalars in x_ij from [1, 3] and y_il from [-1, 2], less the low end that interval arithmetic finds for them. */
import fc, { type Arbitrary } from 'fast-check';
import type { Model } from '../denotation/evaluate.js';
import { enclose, type Interval } from '../kernel/interval.js';
import { atomKey } from '../kernel/monomial.js';
import { normalForm } from '../kernel/normal-form.js';
import { type Num, negate, rational, sign, subtract } from '../kernel/number.js';
import type { Positivity, Within } from '../kernel/positivity.js';
import { difference, integer, number, power, product, sum, symbol, type Term } from '../kernel/term.js';
import { FUZZ } from './fuzz-theory.js';

const RANGES = {
  x: { low: rational(1), high: rational(3) },
  y: { low: rational(-1), high: rational(2) },
} as const;
const [x, y] = [symbol('x', 'i', 'j'), symbol('y', 'i', 'l')];

/** The bounds of x_ij and y_il for all indices, as facts. */
export const BOUNDED: Readonly<Record<string, Term>> = {
  lowX: difference(x, number(RANGES.x.low)),
  highX: difference(number(RANGES.x.high), x),
  lowY: difference(y, number(RANGES.y.low)),
  highY: difference(number(RANGES.y.high), y),
};

/** Values in which x and y are moved to the nearer end of their range where they lie outside. */
export function bounded(values: Model<Num>['values']): Model<Num>['values'] {
  const into = ({ low, high }: Interval, v: Num): Num =>
    sign(subtract(v, low)) < 0 ? low : sign(subtract(high, v)) < 0 ? high : v;
  const all = (name: 'x' | 'y') =>
    values[name]!.map((entry) => entry.map((row) => row.map((v) => into(RANGES[name], v))));
  return { ...values, x: all('x'), y: all('y') };
}

const m = fc.constantFrom('i', 'j', 'h');
const p = fc.constantFrom('l', 'q');

/** The atom at some indices with certificates of its bounds there. */
const within: Arbitrary<Within> = fc.oneof(
  fc.tuple(m, m).map(([i, j]) => bounds('x', 'X', { i, j })),
  fc.tuple(m, p).map(([i, l]) => bounds('y', 'Y', { i, l })),
);

function bounds(name: 'x' | 'y', label: 'X' | 'Y', at: Readonly<Record<string, string>>): Within {
  const fact = (end: string): Positivity => ({ kind: 'fact', name: `${end}${label}`, at });
  return {
    ...RANGES[name],
    atom: symbol(name, ...Object.values(at)),
    above: fact('low'),
    below: fact('high'),
    witnesses: [[], []],
  };
}

/** Certificates of p - low(p) + extra >= 0 for random p: tight for an extra of 0, refused for a negative one. */
export function intervals(extra: number): Arbitrary<Positivity> {
  const product3 = (atoms: readonly Term[]): Arbitrary<Term> =>
    fc
      .tuple(fc.integer({ min: -3, max: 3 }), fc.array(factor(atoms), { maxLength: 3 }))
      .map(([c, factors]) => product(integer(c), ...factors));
  return fc.array(within, { minLength: 1, maxLength: 3 }).chain((ranges) => {
    const atoms = ranges.map(({ atom }) => atom);
    return fc
      .array(product3(atoms), { minLength: 1, maxLength: 3 })
      .map((terms): Positivity => ({ kind: 'interval', of: lifted(sum(...terms), ranges, extra), within: ranges }));
  });
}

/** A power of an atom, negative ones of x and of sums that are positive only. */
const factor = (atoms: readonly Term[]): Arbitrary<Term> =>
  fc.tuple(fc.constantFrom(...atoms), fc.integer({ min: -2, max: 3 })).map(([atom, k]) => {
    const isX = atom.kind === 'symbol' && atom.name === 'x';
    return power(k >= 0 || isX ? atom : sum(atom, integer(2)), k);
  });

function lifted(term: Term, ranges: readonly Within[], extra: number): Term {
  const known = ranges.map(({ atom, low, high }): [string, Interval] => {
    const [factor] = [...normalForm(FUZZ, atom).monomials.values()].flatMap(({ factors }) => factors);
    return [atomKey(factor!.atom), { low, high }];
  });
  const { low } = enclose(normalForm(FUZZ, term), new Map(known));
  return sum(term, number(negate(low)), integer(extra));
}
