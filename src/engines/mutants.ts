/** Wrong variants of a statement: every constant nudged, every sign flipped, max and min exchanged. */
import type { Claim, Mutant } from '../claim/claim.js';
import type { ClaimTheory } from '../claim/theory.js';
import { normalForm } from '../symbolic/kernel/normal-form.js';
import { format, isZero, multiply, type Num, rational } from '../symbolic/kernel/number.js';
import { polynomialKey } from '../symbolic/kernel/polynomial.js';
import type { Statement } from '../symbolic/kernel/proof.js';
import { type Signature, TermError } from '../symbolic/kernel/signature.js';
import { childrenOf, difference, minus, number, type Term } from '../symbolic/kernel/term.js';
import { decayStatement, printStatement, type ReadStatement, readStatement } from './read-statement.js';

/** A wrong variant in the form in which it is evaluated. */
export interface ReadMutant {
  readonly name: string;
  readonly text: string;
  readonly kernel: Statement;
}

/** The hand-written variants of a claim, then the automatic ones that differ from the statement. */
export function mutantsOf(claim: Claim): ReadMutant[] {
  const { theory } = claim;
  const read = readStatement(theory, claim.statement);
  const original = keyOf(theory.signature, read.kernel);
  const seen = new Set([original]);
  const automatic = automaticMutants(theory, read).filter(({ kernel }) => {
    const key = keyOf(theory.signature, kernel);
    const fresh = !seen.has(key);
    seen.add(key);
    return fresh;
  });
  return [...claim.mutants.map((mutant) => readMutant(theory, mutant)), ...automatic];
}

function readMutant(theory: ClaimTheory, { name, statement }: Mutant): ReadMutant {
  const { text, kernel } = readStatement(theory, statement);
  return { name, text, kernel };
}

/** Statements with one key say the same; a term without a normal form is told apart by its spelling. */
function keyOf(signature: Signature, statement: Statement): string {
  try {
    const gap = polynomialKey(normalForm(signature, difference(statement.right, statement.left)));
    return `${statement.relation} ${gap}`;
  } catch (error) {
    if (error instanceof TermError) return printStatement(statement);
    throw error;
  }
}

function automaticMutants(theory: ClaimTheory, { kernel, decay }: ReadStatement): ReadMutant[] {
  if (decay !== null) {
    return variantsOf(decay.rate).map(({ name, term }) => {
      const { text, kernel: pointwise } = decayStatement(theory, { ...decay, rate: term });
      return { name: `rate: ${name}`, text, kernel: pointwise };
    });
  }
  const left = variantsOf(kernel.left).map(({ name, term }) => ({
    name: `left side: ${name}`,
    kernel: { ...kernel, left: term },
  }));
  const right = variantsOf(kernel.right).map(({ name, term }) => ({
    name: `right side: ${name}`,
    kernel: { ...kernel, right: term },
  }));
  return [...left, ...right].map((mutant) => ({ ...mutant, text: printStatement(mutant.kernel) }));
}

interface Variant {
  readonly name: string;
  readonly term: Term;
}

/** A term that is no sum has a sign too. */
function variantsOf(term: Term): Variant[] {
  const flipped: Variant[] = term.kind === 'sum' ? [] : [{ name: 'its sign flipped', term: minus(term) }];
  return [...flipped, ...inside(term)];
}

const NUDGES: readonly (readonly [string, Num])[] = [
  ['1.01', rational(101, 100)],
  ['0.99', rational(99, 100)],
];

function inside(term: Term): Variant[] {
  const own: Variant[] = [];
  if (term.kind === 'number' && !isZero(term.value)) {
    for (const [name, factor] of NUDGES) {
      own.push({ name: `the factor ${format(term.value)} times ${name}`, term: number(multiply(term.value, factor)) });
    }
  }
  if (term.kind === 'sum') {
    for (const k of term.terms.keys()) {
      const terms = term.terms.map((part, at) => (at === k ? minus(part) : part));
      own.push({ name: `the sign of summand ${k + 1} flipped`, term: { ...term, terms } });
    }
  }
  if (term.kind === 'apply' && (term.name === 'max' || term.name === 'min')) {
    const name = term.name === 'max' ? 'min' : 'max';
    own.push({ name: `${term.name} replaced by ${name}`, term: { ...term, name } });
  }
  const deeper = childrenOf(term).flatMap((child, at) =>
    inside(child).map((variant) => ({ ...variant, term: withChild(term, at, variant.term) })),
  );
  return [...own, ...deeper];
}

/** The term with one of its immediate parts replaced. */
function withChild(term: Term, at: number, child: Term): Term {
  const replaced = (parts: readonly Term[]): Term[] => parts.map((part, k) => (k === at ? child : part));
  switch (term.kind) {
    case 'sum':
      return { ...term, terms: replaced(term.terms) };
    case 'product':
      return { ...term, factors: replaced(term.factors) };
    case 'apply':
      return { ...term, to: replaced(term.to) };
    case 'power':
      return { ...term, base: child };
    case 'adjoint':
    case 'trace':
      return { ...term, of: child };
    case 'commutator':
      return at === 0 ? { ...term, left: child } : { ...term, right: child };
    case 'over':
      return { ...term, body: child };
    default:
      return term;
  }
}
