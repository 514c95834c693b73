/**
 * Wrong variants of a statement: every constant nudged, every sign flipped, every exponent moved by one, max and min
 * exchanged, <= turned round. Those that drop a hypothesis leave the statement as it is (see `withoutHypotheses`).
 */
import type { Claim, Mutant } from '../claim/claim.js';
import type { ClaimTheory } from '../claim/theory.js';
import { polynomialKey } from '../symbolic/kernel/monomial.js';
import { normalForm } from '../symbolic/kernel/normal-form.js';
import { format, isZero, multiply, type Num, rational } from '../symbolic/kernel/number.js';
import type { Statement } from '../symbolic/kernel/proof.js';
import { type Signature, TermError } from '../symbolic/kernel/signature.js';
import { childrenOf, difference, mapParts, minus, number, power, type Term } from '../symbolic/kernel/term.js';
import { decayStatement, printStatement, type ReadStatement, readStatement, turnedRound } from './read-statement.js';

/** A wrong variant in the form in which it is evaluated. */
export interface ReadMutant {
  readonly name: string;
  readonly text: string;
  readonly kernel: Statement;
}

/** The hand-written variants of a claim, then the automatic ones that say neither the same nor what another one says. */
export function mutantsOf(claim: Claim): ReadMutant[] {
  const { theory } = claim;
  const read = readStatement(theory, claim.statement);
  const written = claim.mutants.map((mutant) => readMutant(theory, mutant));
  const seen = new Set([read, ...written].map(({ kernel }) => keyOf(theory.signature, kernel)));
  const automatic = automaticMutants(theory, read).filter(({ kernel }) => {
    const key = keyOf(theory.signature, kernel);
    const fresh = !seen.has(key);
    seen.add(key);
    return fresh;
  });
  return [...written, ...automatic];
}

/** The names of all that are thought of, those also that turn out to say the same. Throws TermError where one does not parse. */
export function variantNames({ theory, statement, mutants }: Claim): string[] {
  const written = mutants.map((mutant) => readMutant(theory, mutant));
  return [...written, ...automaticMutants(theory, readStatement(theory, statement))].map(({ name }) => name);
}

function readMutant(theory: ClaimTheory, { name, statement }: Mutant): ReadMutant {
  const { text, kernel } = readStatement(theory, statement);
  return { name, text, kernel };
}

/** Statements with one key say the same; a term without a normal form is told apart by its spelling. */
export function keyOf(signature: Signature, statement: Statement): string {
  const { left, relation, right } = statement;
  const gap = (from: Term, to: Term): string => polynomialKey(normalForm(signature, difference(to, from)));
  try {
    // An equation may be read from either side.
    const gaps = relation === '=' ? [gap(left, right), gap(right, left)].sort() : [gap(left, right)];
    return `${relation} ${gaps[0]}`;
  } catch (error) {
    if (error instanceof TermError) return printStatement(statement);
    throw error;
  }
}

function automaticMutants(theory: ClaimTheory, read: ReadStatement): ReadMutant[] {
  const { kernel, decay } = read;
  const turned = kernel.relation === '=' ? [] : [{ name: '<= turned round', ...turnedRound(read) }];
  if (decay !== null) {
    const rates = variantsOf(decay.rate).map(({ name, term }) => {
      const { text, kernel: pointwise } = decayStatement(theory, { ...decay, rate: term });
      return { name: `rate: ${name}`, text, kernel: pointwise };
    });
    return [...turned, ...rates];
  }
  const left = variantsOf(kernel.left).map(({ name, term }) => ({
    name: `left side: ${name}`,
    kernel: { ...kernel, left: term },
  }));
  const right = variantsOf(kernel.right).map(({ name, term }) => ({
    name: `right side: ${name}`,
    kernel: { ...kernel, right: term },
  }));
  return [...turned, ...[...left, ...right].map((mutant) => ({ ...mutant, text: printStatement(mutant.kernel) }))];
}

/** A term with one thing in it changed. */
export interface Variant {
  readonly name: string;
  readonly term: Term;
}

/** A term that is no sum has a sign too. */
export function variantsOf(term: Term): Variant[] {
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
  if (term.kind === 'power' && term.exponent.variables.length === 0 && Math.abs(term.exponent.offset) >= 2) {
    const { offset } = term.exponent;
    for (const moved of [offset + 1, offset - 1]) {
      const by = moved === 1 ? term.base : power(term.base, moved);
      own.push({ name: `the exponent ${offset} by ${moved}`, term: by });
    }
  }
  const deeper = childrenOf(term).flatMap((child, at) =>
    inside(child).map((variant) => ({ ...variant, term: withPart(term, at, variant.term) })),
  );
  return [...own, ...deeper];
}

/** The term with one of its immediate parts replaced. */
function withPart(term: Term, at: number, by: Term): Term {
  let k = 0;
  return mapParts(term, (part) => (k++ === at ? by : part));
}
