/** An enclosure as the interval engine sees it: its formulas as polynomials in the unknowns of its box. */
import type { Enclosure, EnclosureBound } from '../../claim/enclosure.js';
import type { ClaimTheory } from '../../claim/theory.js';
import { BadInput } from '../../numeric/bad-input.js';
import type { Monomial } from '../../symbolic/kernel/monomial.js';
import { normalForm } from '../../symbolic/kernel/normal-form.js';
import { type Num, ZERO } from '../../symbolic/kernel/number.js';
import type { Signature } from '../../symbolic/kernel/signature.js';
import { parseTerm } from '../../symbolic/notation/parse.js';
import { between } from './interval.js';
import { type Box, collected, type Polynomial, type Term } from './polynomial.js';
import type { Landscape } from './stationary.js';

export interface ReadEnclosure {
  readonly names: readonly string[];
  readonly landscape: Landscape;
  readonly box: Box;
  readonly bounds: readonly (Pick<EnclosureBound, 'of' | 'relation'> & { readonly value: Num })[];
  readonly elsewhere: { readonly at: readonly Num[]; readonly loss: Num };
}

/** Throws BadInput where a formula is no polynomial in the unknowns, TermError where it does not parse. */
export function readEnclosure({ signature }: ClaimTheory, enclosure: Enclosure): ReadEnclosure {
  const names = Object.keys(enclosure.box);
  const value = (text: string): Num => constantOf(polynomialIn(signature, [], text));
  const missing = names.find((name) => !Object.hasOwn(enclosure.elsewhere.at, name));
  if (missing !== undefined) throw new BadInput(`elsewhere: expected a value of ${missing}`);
  return {
    names,
    landscape: {
      unknowns: names.length,
      loss: polynomialIn(signature, names, enclosure.loss),
      orbit: polynomialIn(signature, names, enclosure.orbit),
    },
    box: Object.values(enclosure.box).map(([low, high]) => between(value(low), value(high))),
    bounds: enclosure.bounds.map(({ of, relation, bound }) => ({ of, relation, value: value(bound) })),
    elsewhere: {
      at: names.map((name) => value(enclosure.elsewhere.at[name]!)),
      loss: value(enclosure.elsewhere.loss),
    },
  };
}

const constantOf = (p: Polynomial): Num => p[0]?.coefficient ?? ZERO;

/** What was read before: the variants of an enclosure have all but one formula in common. */
const known = new WeakMap<Signature, Map<string, Polynomial>>();

function polynomialIn(signature: Signature, names: readonly string[], text: string): Polynomial {
  const before = known.get(signature) ?? new Map<string, Polynomial>();
  known.set(signature, before);
  const key = JSON.stringify([names, text]);
  const found = before.get(key) ?? readPolynomial(signature, names, text);
  before.set(key, found);
  return found;
}

/** The kernel's normal form, with powers of the unknowns for its factors. */
function readPolynomial(signature: Signature, names: readonly string[], text: string): Polynomial {
  const complain = (): never => {
    const unknowns = names.length === 0 ? 'a rational number' : `a polynomial in ${names.join(', ')}`;
    throw new BadInput(`${text}: expected ${unknowns} with rational coefficients`);
  };
  const term = ({ coefficient, bound, factors, word }: Monomial): Term => {
    const { b, c, d } = coefficient;
    if (bound.length > 0 || word.length > 0 || b !== 0n || c !== 0n || d !== 0n) complain();
    const exponents = names.map(() => 0);
    for (const { atom, power } of factors) {
      const at = atom.kind === 'symbol' && atom.at.length === 0 ? names.indexOf(atom.name) : -1;
      if (at < 0 || power < 0) complain();
      exponents[at]! += power;
    }
    return { coefficient, exponents };
  };
  return collected([...normalForm(signature, parseTerm(signature, text)).monomials.values()].map(term));
}
