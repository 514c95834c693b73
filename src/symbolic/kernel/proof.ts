/**
 * Proofs: chains of links from the left side of a statement to its right side, each checked, and the theorems they make.
 *
 * A Theorem can only be made here. It remembers which hypotheses it needs and which lemmas it cites, and a later proof
 * may use it only where the same hypotheses are assumed.
 */

import { timeDerivative } from './derivative.js';
import { polynomialKey } from './monomial.js';
import { normalForm, sameNormalForm } from './normal-form.js';
import { conclusionOf, type Positivity } from './positivity.js';
import { copied, freeze, type Signature, TermError } from './signature.js';
import {
  childrenOf,
  difference,
  type Exponent,
  exponentOf,
  identity,
  product,
  shapeOf,
  substituteExponent,
  type Term,
} from './term.js';
import { type Equation, type Rule, requireEqual, type Witness } from './witness.js';

/** An equation, or an inequality between real scalars or between Hermitian matrices. */
export interface Statement {
  readonly left: Term;
  readonly relation: '=' | '<=';
  readonly right: Term;
}

/** What a hypothesis licenses: equations, and terms that are nonnegative (a matrix: positive semidefinite). */
export interface Hypothesis {
  readonly rules: readonly Rule[];
  readonly facts: readonly Term[];
}

/** Why a link holds. `using` lists the hypotheses and theorems that it may draw on. */
export type Reason =
  /** The two sides are equal, as a witness shows. */
  | { readonly by: 'rewriting'; readonly using: readonly string[]; readonly witness: Witness }
  /** The larger side minus the smaller equals what the certificate proves nonnegative, as a witness shows. */
  | Readonly<{ by: 'positivity'; using: readonly string[]; certificate: Positivity; witness: Witness }>
  /** X^k = G(k) for all k >= 0: witnesses that G(0) is the identity and G(k) X = G(k+1). */
  | Readonly<{ by: 'induction'; using: readonly string[]; variable: string; base: Witness; step: Witness }>;

export interface Link {
  readonly relation: '=' | '<=';
  readonly to: Term;
  readonly reason: Reason;
}

export interface Theory {
  readonly signature: Signature;
  readonly hypotheses: Readonly<Record<string, Hypothesis>>;
  readonly theorems: Readonly<Record<string, Theorem>>;
}

export interface Theorem {
  readonly statement: Statement;
  readonly signature: Signature;
  /** Hypotheses that the proof cites, directly or through theorems, by name with their content. */
  readonly needs: ReadonlyMap<string, Hypothesis>;
  readonly cites: ReadonlySet<string>;
  /** What it divides by somewhere: it holds where these, for all values of their indices, are not zero. */
  readonly nonzero: ReadonlyMap<string, Term>;
}

const issued = new WeakMap<Theorem, Theorem>();

/** What the kernel itself noted of a theorem, whatever was done to the object since; undefined for a forged one. */
export const recordOf = (theorem: Theorem): Theorem | undefined => issued.get(theorem);

/** Makes a theorem. For the rest of the kernel only: nothing is checked here. */
export function issue({ statement, signature, needs, cites, nonzero }: Theorem): Theorem {
  for (const part of [statement, ...needs.values(), ...nonzero.values()]) freeze(part);
  const copy = (): Theorem =>
    Object.freeze({ statement, signature, needs: new Map(needs), cites: new Set(cites), nonzero: new Map(nonzero) });
  const shown = copy();
  issued.set(shown, copy());
  return shown;
}

/** A proof that does not check. It says which link failed and never that the statement is false. */
export class ProofError extends Error {
  override readonly name = 'ProofError';
  constructor(
    message: string,
    readonly link: number | null,
  ) {
    super(message);
  }
}

/** Checks a chain and that it composes into the statement. Throws ProofError at the first link that does not hold. */
export function prove(given: Theory, claim: Statement, first: Term, chain: readonly Link[]): Theorem {
  const ledger: Ledger = { needs: new Map(), cites: new Set(), nonzero: new Map() };
  const { signature, theorems } = given;
  const [hypotheses, statement, start, links] = checked(null, () =>
    copied([onlyContent(given.hypotheses), claim, first, chain] as const),
  );
  const theory: Theory = { signature, theorems, hypotheses };
  if ([statement, ...links].some(({ relation }) => relation !== '=' && relation !== '<='))
    throw new ProofError("expected a relation '=' or '<='", null);
  checked(null, () => noteDivisors(signature, [statement, start], ledger.nonzero));
  let here = start;
  for (const [k, link] of links.entries()) {
    checked(k, () => checkLink(theory, here, link, ledger));
    here = link.to;
  }
  const weakest = links.some((link) => link.relation === '<=') ? '<=' : '=';
  if (statement.relation === '=' && weakest === '<=') throw new ProofError('the chain proves only <=', null);
  const same = (a: Term, b: Term): boolean => checked(null, () => sameNormalForm(signature, a, b));
  if (!same(start, statement.left)) throw new ProofError('the chain starts elsewhere than the statement', null);
  if (!same(here, statement.right)) throw new ProofError('the chain ends elsewhere than the statement', null);
  return issue({ statement, signature, ...ledger });
}

/** Hypotheses without what others keep beside their content. */
const onlyContent = (hypotheses: Theory['hypotheses']): Theory['hypotheses'] =>
  Object.fromEntries(Object.entries(hypotheses).map(([name, { rules, facts }]) => [name, { rules, facts }]));

/** What a proof has drawn on so far. */
interface Ledger {
  readonly needs: Map<string, Hypothesis>;
  readonly cites: Set<string>;
  readonly nonzero: Map<string, Term>;
}

/** The result of a check; a TermError in it becomes the ProofError of a link. */
function checked<T>(link: number | null, check: () => T): T {
  try {
    return check();
  } catch (error) {
    if (error instanceof TermError) throw new ProofError(error.message, link);
    throw error;
  }
}

function checkLink(theory: Theory, from: Term, { relation, to, reason }: Link, ledger: Ledger): void {
  const { signature } = theory;
  noteDivisors(signature, [to, reason], ledger.nonzero);
  const cited = new Map(reason.using.map((name) => [name, cite(theory, name, ledger)]));
  const source = (name: string): Hypothesis => {
    const found = cited.get(name);
    if (found === undefined) throw new TermError(`${name}: used but not cited by this step`);
    return found;
  };
  const rule = (name: string, position: number): Rule => {
    const found = source(name).rules[position];
    if (found === undefined) throw new TermError(`${name}: states no equation number ${position + 1}`);
    return found;
  };
  const equal = (left: Term, right: Term, witness: Witness, message: string): void => {
    noteDivisors(signature, [left, right], ledger.nonzero);
    requireEqual({ signature, rule }, left, right, witness, message);
  };
  switch (reason.by) {
    case 'rewriting':
      equal(from, to, reason.witness, 'the two sides differ by');
      break;
    case 'positivity': {
      if (relation !== '<=') throw new TermError('positivity: proves an inequality');
      const fact = (label: string): Term => {
        const [name, position = '0'] = label.split('/') as [string, string?];
        const found = source(name).facts[Number(position)];
        if (found === undefined) throw new TermError(`${label}: states no such inequality`);
        return found;
      };
      const proved = conclusionOf(
        { signature, fact, equal, cite: (lemma) => ledger.cites.add(lemma) },
        reason.certificate,
      );
      equal(difference(to, from), proved, reason.witness, 'the certificate leaves');
      break;
    }
    case 'induction': {
      if (relation !== '=') throw new TermError('induction: proves an equation');
      const base = requireInduction(signature, from, reason.variable, ledger);
      const at = (exponent: Exponent): Term => substituteExponent(to, reason.variable, exponent);
      equal(at(exponentOf(0)), identity(shapeOf(signature, base).rows), reason.base, 'induction: the base case leaves');
      const next = at(exponentOf(1, [[reason.variable, 1]]));
      equal(product(to, base), next, reason.step, 'induction: the step leaves');
      break;
    }
    default:
      throw new TermError('expected rewriting, positivity or induction');
  }
}

/** Notes what a term, or anything that holds terms, divides by; sizes are positive and need no note. */
export function noteDivisors(signature: Signature, node: unknown, nonzero: Map<string, Term>): void {
  if (typeof node !== 'object' || node === null) return;
  for (const part of Object.values(node)) noteDivisors(signature, part, nonzero);
  const part = node as Term | Equation;
  if (part.kind === 'rate') noteDivisors(signature, timeDerivative(signature, part.of), nonzero);
  const isReciprocal = part.kind === 'power' && part.exponent.offset < 0;
  const divisors = isReciprocal
    ? [part.base]
    : part.kind === 'equal arguments' && part.name === 'inverse'
      ? part.from
      : [];
  for (const divisor of divisors) {
    const p = normalForm(signature, divisor);
    const [m, ...more] = [...p.monomials.values()];
    const isSize = m?.factors.every(({ atom }) => atom.kind === 'symbol' && signature.sizes.includes(atom.name));
    if (more.length > 0 || m?.bound.length !== 0 || !isSize) nonzero.set(polynomialKey(p), divisor);
  }
}

/** What a cited name states: a hypothesis of the theory, or the equation or inequality of a theorem. */
function cite(theory: Theory, name: string, ledger: Ledger): Hypothesis {
  const hypothesis = own(theory.hypotheses, name);
  if (hypothesis !== undefined) {
    ledger.needs.set(name, hypothesis);
    noteDivisors(theory.signature, hypothesis, ledger.nonzero);
    return hypothesis;
  }
  const { left, relation, right } = citedTheorem(theory, name, ledger).statement;
  return relation === '=' ? { rules: [{ left, right }], facts: [] } : { rules: [], facts: [difference(right, left)] };
}

function citedTheorem(theory: Theory, name: string, ledger: Ledger): Theorem {
  const shown = own(theory.theorems, name);
  const theorem = shown === undefined ? undefined : recordOf(shown);
  if (theorem === undefined) throw new TermError(`${name}: neither a hypothesis of this claim nor proved before`);
  if (theorem.signature !== theory.signature) throw new TermError(`${name}: proved for other symbols`);
  for (const [needed, content] of theorem.needs) {
    const here = own(theory.hypotheses, needed);
    if (here === undefined || hypothesisKey(theory.signature, here) !== hypothesisKey(theory.signature, content)) {
      throw new TermError(`${name}: needs the hypothesis '${needed}', which this claim does not make`);
    }
    ledger.needs.set(needed, content);
  }
  for (const lemma of theorem.cites) ledger.cites.add(lemma);
  for (const [key, divisor] of theorem.nonzero) ledger.nonzero.set(key, divisor);
  return theorem;
}

/** An injective spelling of what a hypothesis says. */
export function hypothesisKey(signature: Signature, { rules, facts }: Hypothesis): string {
  const key = (term: Term): string => polynomialKey(normalForm(signature, term));
  return JSON.stringify([rules.map((rule) => [key(rule.left), key(rule.right)]), facts.map(key)]);
}

/** The matrix X of a left side X^k; neither it nor a hypothesis nor a divisor speaks of one k. */
function requireInduction(signature: Signature, from: Term, variable: string, { needs, nonzero }: Ledger): Term {
  const plain =
    from.kind === 'power' && from.exponent.offset === 0 && from.exponent.variables.join() === `${variable},1`;
  if (!plain || signature.exponents[variable] !== 0)
    throw new TermError(`induction: expected a left side X^${variable} with ${variable} from 0`);
  if (mentions(from.base, variable)) throw new TermError(`induction: ${variable} also stands in the base`);
  for (const [name, { rules, facts }] of needs) {
    const terms = [...rules.flatMap(({ left, right }) => [left, right]), ...facts];
    if (terms.some((part) => mentions(part, variable)))
      throw new TermError(`induction: the hypothesis '${name}' is about one ${variable}, not about all`);
  }
  if ([...nonzero.values()].some((divisor) => mentions(divisor, variable)))
    throw new TermError(`induction: what it divides by depends on ${variable}`);
  return from.base;
}

/** Whether an exponent variable stands in a term. */
function mentions(term: Term, variable: string): boolean {
  if (term.kind === 'power' && term.exponent.variables.some(([name]) => name === variable)) return true;
  return childrenOf(term).some((part) => mentions(part, variable));
}

const own = <T>(record: Readonly<Record<string, T>>, name: string): T | undefined =>
  Object.hasOwn(record, name) ? record[name] : undefined;
