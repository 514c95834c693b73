/** Completes the reason of a link with the witnesses that the kernel checks. Not trusted. */
import type { Positivity } from '../kernel/positivity.js';
import { conclusionOf } from '../kernel/positivity.js';
import type { Reason, Theory } from '../kernel/proof.js';
import { TermError } from '../kernel/signature.js';
import {
  difference,
  exponentOf,
  identity,
  minus,
  number,
  power,
  product,
  shapeOf,
  substituteExponent,
  type Term,
} from '../kernel/term.js';
import type { Witness } from '../kernel/witness.js';
import { type NamedRule, witnessOf } from './rewriting.js';

/** A reason without witnesses. */
export type Outline =
  | { readonly by: 'rewriting'; readonly using: readonly string[] }
  | { readonly by: 'positivity'; readonly using: readonly string[]; readonly certificate: Positivity }
  | { readonly by: 'induction'; readonly using: readonly string[]; readonly variable: string };

/**
 * The reason why from = to or from <= to. Where rewriting does not reach, its witness is as far as it got, and the
 * kernel says what is left. Throws TermError for a rule that cannot be used from left to right, and for ill-formed terms.
 */
export function justify(theory: Theory, from: Term, to: Term, outline: Outline): Reason {
  const { signature } = theory;
  const rules = namedRules(theory, outline.using);
  const equal = (left: Term, right: Term): Witness => witnessOf(signature, left, right, rules);
  switch (outline.by) {
    case 'rewriting':
      return { ...outline, witness: equal(from, to) };
    case 'positivity': {
      const certificate = withRoots(theory, outline.certificate, equal);
      return { ...outline, certificate, witness: equal(difference(to, from), concluded(theory, certificate)) };
    }
    case 'induction': {
      if (from.kind !== 'power') throw new TermError(`induction: expected a left side X^${outline.variable}`);
      const at = (offset: number, times: number): Term =>
        substituteExponent(to, outline.variable, exponentOf(offset, times === 0 ? [] : [[outline.variable, times]]));
      const base = equal(at(0, 0), identity(shapeOf(signature, from.base).rows));
      return { ...outline, base, step: equal(product(to, from.base), at(1, 1)) };
    }
  }
}

/** What a certificate proves, if it is one: equalities inside it are taken on trust. */
export function concluded(theory: Theory, certificate: Positivity): Term {
  const fact = (label: string): Term => factOf(theory, label);
  return conclusionOf({ signature: theory.signature, fact, equal: () => {}, cite: () => {} }, certificate);
}

function withRoots(theory: Theory, certificate: Positivity, equal: (left: Term, right: Term) => Witness): Positivity {
  const go = (part: Positivity): Positivity => withRoots(theory, part, equal);
  switch (certificate.kind) {
    case 'root': {
      const [sign, gap] = [go(certificate.sign), go(certificate.gap)];
      const squares = difference(power(certificate.large, 2), power(certificate.small, 2));
      const signWitness = equal(certificate.large, concluded(theory, sign));
      return { ...certificate, sign, gap, signWitness, gapWitness: equal(squares, concluded(theory, gap)) };
    }
    case 'interval': {
      const within = certificate.within.map(({ atom, low, high, above: a, below: b }) => {
        const [above, below] = [go(a), go(b)];
        const witnesses = [
          equal(difference(atom, number(low)), concluded(theory, above)),
          equal(difference(number(high), atom), concluded(theory, below)),
        ] as const;
        return { atom, low, high, above, below, witnesses };
      });
      return { ...certificate, within };
    }
    case 'cases': {
      const { on, name } = certificate;
      const under = (fact: Term): Theory => ({
        ...theory,
        hypotheses: { ...theory.hypotheses, [name]: { rules: [], facts: [fact] } },
      });
      const above = withRoots(under(on), certificate.above, equal);
      const below = withRoots(under(minus(on)), certificate.below, equal);
      const witness = equal(concluded(under(on), above), concluded(under(minus(on)), below));
      return { ...certificate, above, below, witness };
    }
    case 'schur':
      return { ...certificate, left: go(certificate.left), right: go(certificate.right) };
    case 'sum':
    case 'product':
      return { ...certificate, parts: certificate.parts.map(go) };
    case 'congruence':
    case 'reciprocal':
    case 'trace':
    case 'over':
      return { ...certificate, part: go(certificate.part) };
    default:
      return certificate;
  }
}

/** The equations that the cited names state; an unknown name states nothing here and is refused by the kernel. */
export function namedRules({ hypotheses, theorems }: Theory, using: readonly string[]): NamedRule[] {
  return using.flatMap((from): readonly NamedRule[] => {
    if (Object.hasOwn(hypotheses, from))
      return hypotheses[from]!.rules.map((rule, position) => ({ from, position, rule }));
    const statement = Object.hasOwn(theorems, from) ? theorems[from]!.statement : undefined;
    return statement?.relation === '=' ? [{ from, position: 0, rule: statement }] : [];
  });
}

/** A nonnegative term that a step may draw on, under the label by which a certificate cites it. */
export interface KnownFact {
  readonly label: string;
  readonly fact: Term;
}

/** The inequalities that the cited names state. */
export function factsOf({ hypotheses, theorems }: Theory, using: readonly string[]): KnownFact[] {
  return using.flatMap((name): KnownFact[] => {
    if (Object.hasOwn(hypotheses, name))
      return hypotheses[name]!.facts.map((fact, k) => ({ label: `${name}/${k}`, fact }));
    const statement = Object.hasOwn(theorems, name) ? theorems[name]!.statement : undefined;
    return statement?.relation === '<=' ? [{ label: name, fact: difference(statement.right, statement.left) }] : [];
  });
}

/** The inequality with a label. Throws TermError where there is none. */
function factOf(theory: Theory, label: string): Term {
  const [name, position = '0'] = label.split('/') as [string, string?];
  const found = factsOf(theory, [name])[Number(position)];
  if (found === undefined) throw new TermError(`${label}: no such inequality`);
  return found.fact;
}
