/**
 * Proofs: chains of links from the left side of a statement to its right side, each checked, and the theorems they make.
 *
 * A Theorem can only be made here. It remembers which hypotheses it needs and which lemmas it cites, and a later proof
 * may use it only where the same hypotheses are assumed.
 */

import { componentsOf, fixSize, readTables } from './components.js';
import { normalForm, sameNormalForm } from './normal-form.js';
import { isZeroPolynomial, polynomialKey } from './polynomial.js';
import { conclusionOf, type Positivity, type PositivityContext } from './positivity.js';
import { type Rule, rewrite } from './rewrite.js';
import { freeze, type Signature, TermError } from './signature.js';
import {
  childrenOf,
  difference,
  exponentOf,
  identity,
  product,
  shapeOf,
  substituteExponent,
  type Term,
} from './term.js';

/** An equation, or an inequality between real scalars. */
export interface Statement {
  readonly left: Term;
  readonly relation: '=' | '<=';
  readonly right: Term;
}

/** What a hypothesis licenses: equations to rewrite by, and terms that are nonnegative (a matrix: positive semidefinite). */
export interface Hypothesis {
  readonly rules: readonly Rule[];
  readonly facts: readonly Term[];
}

export type Reason =
  /** The two sides have one normal form under the rules of the cited hypotheses and theorems. */
  | { readonly by: 'rewriting'; readonly using: readonly string[] }
  /** The larger side minus the smaller is what the certificate proves nonnegative. */
  | { readonly by: 'positivity'; readonly certificate: Positivity; readonly using: readonly string[] }
  /** The two sides agree when letters are written out with the tables of cited hypotheses; good for their sizes only. */
  | { readonly by: 'components'; readonly using: readonly string[] }
  /** X^k = G(k) for all k >= 0: G(0) is the identity and G(k) X = G(k+1). */
  | { readonly by: 'induction'; readonly variable: string; readonly using: readonly string[] };

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
  /** Sizes that a proof by components fixed; empty where the theorem holds for every size. */
  readonly restrictedTo: ReadonlyMap<string, number>;
}

const issued = new WeakMap<Theorem, Theorem>();

/** Whether this object was made by the kernel. */
export const isTheorem = (theorem: Theorem): boolean => issued.has(theorem);

/** What the kernel itself noted of a theorem, whatever was done to the object since; undefined for a forged one. */
export const recordOf = (theorem: Theorem): Theorem | undefined => issued.get(theorem);

/** Makes a theorem. For the rest of the kernel only: nothing is checked here. */
export function issue(theorem: Theorem): Theorem {
  const { statement, signature, needs, cites, restrictedTo } = theorem;
  for (const hypothesis of needs.values()) freeze(hypothesis);
  const copy = (): Theorem =>
    freeze({
      statement,
      signature,
      needs: new Map(needs),
      cites: new Set(cites),
      restrictedTo: new Map(restrictedTo),
    });
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
export function prove(theory: Theory, statement: Statement, start: Term, links: readonly Link[]): Theorem {
  const ledger: Ledger = { needs: new Map(), cites: new Set(), restrictedTo: new Map() };
  const { signature } = theory;
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

/** What a proof has drawn on so far. */
interface Ledger {
  readonly needs: Map<string, Hypothesis>;
  readonly cites: Set<string>;
  readonly restrictedTo: Map<string, number>;
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

function checkLink(theory: Theory, from: Term, link: Link, ledger: Ledger): void {
  const { signature } = theory;
  const rules = citedRules(theory, link.reason.using, ledger);
  const { reason } = link;
  if (reason.by === 'rewriting') {
    requireEqual(signature, from, link.to, rules, 'the two sides differ by');
  } else if (reason.by === 'components') {
    const sizes = checkComponents(signature, from, link.to, rules);
    for (const [size, value] of Object.entries(sizes)) fixSize(ledger.restrictedTo, size, value);
  } else if (reason.by === 'induction') {
    if (link.relation !== '=') throw new TermError('induction: proves an equation');
    checkInduction(signature, from, link.to, reason.variable, rules);
    for (const [name, hypothesis] of ledger.needs) {
      const terms = [...hypothesis.rules.flatMap(({ left, right }) => [left, right]), ...hypothesis.facts];
      if (terms.some((part) => mentions(part, reason.variable)))
        throw new TermError(`induction: the hypothesis '${name}' is about one ${reason.variable}, not about all`);
    }
  } else {
    if (link.relation !== '<=') throw new TermError('positivity: proves an inequality');
    const fact = (name: string): Term => citedFact(theory, name, reason.using, ledger);
    const context: PositivityContext = { signature, rules, fact, cite: (lemma) => ledger.cites.add(lemma) };
    const proved = conclusionOf(context, reason.certificate);
    requireEqual(signature, difference(link.to, from), proved, rules, 'the certificate leaves');
  }
}

/** Whether the two sides agree entry by entry; the sizes for which that was shown. */
function checkComponents(
  signature: Signature,
  from: Term,
  to: Term,
  rules: readonly Rule[],
): Readonly<Record<string, number>> {
  const { components, others } = readTables(rules);
  const entries = componentsOf(signature, difference(from, to), components).flat();
  const left = entries.map((entry) => rewrite(signature, entry, others)).find((entry) => !isZeroPolynomial(entry));
  if (left !== undefined) throw new TermError(`components: the two sides differ by ${polynomialKey(left)}`);
  return components.sizes;
}

/** The rules of every cited hypothesis and the equations of every cited theorem; an unknown name is refused. */
function citedRules(theory: Theory, using: readonly string[], ledger: Ledger): Rule[] {
  return using.flatMap((name) => {
    const hypothesis = own(theory.hypotheses, name);
    if (hypothesis !== undefined) {
      ledger.needs.set(name, hypothesis);
      return hypothesis.rules;
    }
    const { statement } = citedTheorem(theory, name, ledger);
    return statement.relation === '=' ? [{ left: statement.left, right: statement.right }] : [];
  });
}

/** The fact `name`, or `name/k` for the k-th fact of a hypothesis that has several. */
function citedFact(theory: Theory, label: string, using: readonly string[], ledger: Ledger): Term {
  const [name, position] = label.split('/') as [string, string | undefined];
  if (!using.includes(name)) throw new TermError(`${name}: used but not cited by this step`);
  const hypothesis = own(theory.hypotheses, name);
  if (hypothesis === undefined) {
    const { statement } = citedTheorem(theory, name, ledger);
    return difference(statement.right, statement.left);
  }
  const fact = hypothesis.facts[Number(position ?? 0)];
  if (fact === undefined) throw new TermError(`${label}: this hypothesis states no such inequality`);
  return fact;
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
  for (const [size, value] of theorem.restrictedTo) fixSize(ledger.restrictedTo, size, value);
  return theorem;
}

/** An injective spelling of what a hypothesis says. */
export function hypothesisKey(signature: Signature, { rules, facts }: Hypothesis): string {
  const key = (term: Term): unknown =>
    term.kind === 'table'
      ? [term.rows, term.cols, term.entries.map((row) => row.map(key))]
      : polynomialKey(normalForm(signature, term));
  return JSON.stringify([rules.map((rule) => [key(rule.left), key(rule.right)]), facts.map(key)]);
}

function checkInduction(signature: Signature, from: Term, to: Term, variable: string, rules: readonly Rule[]): void {
  const { kind } = from;
  const plain = kind === 'power' && from.exponent.offset === 0 && from.exponent.variables.join() === `${variable},1`;
  if (!plain || signature.exponents[variable] !== 0) {
    throw new TermError(`induction: expected a left side X^${variable} with ${variable} from 0`);
  }
  if (mentions(from.base, variable)) throw new TermError(`induction: ${variable} also stands in the base`);
  const size = shapeOf(signature, from.base).rows;
  const base = substituteExponent(to, variable, exponentOf(0));
  requireEqual(signature, base, identity(size), rules, 'induction: the base case leaves');
  const next = substituteExponent(to, variable, exponentOf(1, [[variable, 1]]));
  requireEqual(signature, product(to, from.base), next, rules, 'induction: the step leaves');
}

/** Whether an exponent variable stands in a term. */
function mentions(term: Term, variable: string): boolean {
  if (term.kind === 'power' && term.exponent.variables.some(([name]) => name === variable)) return true;
  return childrenOf(term).some((part) => mentions(part, variable));
}

function requireEqual(signature: Signature, left: Term, right: Term, rules: readonly Rule[], message: string): void {
  const gap = rewrite(signature, normalForm(signature, difference(left, right)), rules);
  if (!isZeroPolynomial(gap)) throw new TermError(`${message} ${polynomialKey(gap)}`);
}

const own = <T>(record: Readonly<Record<string, T>>, name: string): T | undefined =>
  Object.hasOwn(record, name) ? record[name] : undefined;
