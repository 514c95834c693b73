/**
 * Finds certificates for evident inequalities: after the cited rules, the larger side minus the smaller must be a sum of
 * monomials with positive coefficients, each a product of visibly nonnegative factors.
 */
import { isRealPolynomial, normalForm } from '../kernel/normal-form.js';
import { equals, isReal, ONE, sign } from '../kernel/number.js';
import { type Atom, atomKey, type Factor, type Monomial } from '../kernel/polynomial.js';
import type { Positivity } from '../kernel/positivity.js';
import { type Rule, rewrite } from '../kernel/rewrite.js';
import { rangeOf, type Signature } from '../kernel/signature.js';
import { difference, isScalar, power, shapeOf, type Term } from '../kernel/term.js';
import { adjointWord, type Letter, letterKey, sameBase, type Word } from '../kernel/word.js';
import { termOfAtom, termOfWord, withDeclaredIndices } from './term-of.js';

/** A nonnegative term that a step may draw on, under the label by which a certificate cites it. */
export interface KnownFact {
  readonly label: string;
  readonly fact: Term;
}

/** A certificate for `smaller <= larger`, or null where some monomial is not visibly nonnegative. Not trusted. */
export function searchPositivity(
  signature: Signature,
  smaller: Term,
  larger: Term,
  rules: readonly Rule[],
  facts: readonly KnownFact[],
): Positivity | null {
  const gap = rewrite(signature, normalForm(signature, difference(larger, smaller)), rules);
  const atoms = facts.flatMap((known) => atomicFact(signature, known));
  const parts = [...gap.monomials.values()].map((m) => ofMonomial(signature, withDeclaredIndices(signature, m), atoms));
  return parts.every((part) => part !== null) ? { kind: 'sum', parts } : null;
}

type Atomic =
  | { readonly kind: 'scalar'; readonly label: string; readonly atom: Atom }
  | { readonly kind: 'letter'; readonly label: string; readonly letter: Letter };

/** A fact that says of one symbol, trace or function (or of one matrix letter) that it is nonnegative. */
function atomicFact(signature: Signature, { label, fact }: KnownFact): Atomic[] {
  const [m, ...more] = [...normalForm(signature, fact).monomials.values()];
  if (m === undefined || more.length > 0 || m.bound.length > 0 || !equals(m.coefficient, ONE)) return [];
  const [factor] = m.factors;
  if (isScalar(shapeOf(signature, fact))) {
    return m.factors.length === 1 && factor!.power === 1 ? [{ kind: 'scalar', label, atom: factor!.atom }] : [];
  }
  return m.factors.length === 0 && m.word.length === 1 ? [{ kind: 'letter', label, letter: m.word[0]! }] : [];
}

function ofMonomial(signature: Signature, m: Monomial, facts: readonly Atomic[]): Positivity | null {
  if (m.word.length > 0 || !isReal(m.coefficient) || sign(m.coefficient) < 0) return null;
  const parts: Positivity[] = equals(m.coefficient, ONE) ? [] : [{ kind: 'constant', value: m.coefficient }];
  const waiting = [...m.factors];
  for (let factor = waiting.shift(); factor !== undefined; factor = waiting.shift()) {
    const conjugate = takeConjugate(signature, factor, waiting);
    const found = conjugate ? modulus(signature, factor) : ofFactor(signature, factor, facts);
    if (found === null) return null;
    parts.push(...found);
  }
  const body: Positivity = parts.length === 1 ? parts[0]! : { kind: 'product', parts };
  return m.bound.reduceRight<Positivity>((part, index) => ({ kind: 'over', index, part }), body);
}

/** z^k next to z̄^k: removes the second from the list. */
function takeConjugate(signature: Signature, factor: Factor, others: Factor[]): boolean {
  const bar = conjugateKey(signature, factor.atom);
  if (bar === atomKey(factor.atom) || factor.power < 1) return false;
  const at = others.findIndex((other) => other.power === factor.power && canonicalKey(other.atom) === bar);
  if (at >= 0) others.splice(at, 1);
  return at >= 0;
}

function conjugateKey(signature: Signature, atom: Atom): string {
  if (atom.kind === 'cycle') return canonicalKey({ kind: 'cycle', word: adjointWord(signature, atom.word) });
  if (atom.kind === 'function') return atomKey(atom);
  const declared = signature.symbols[atom.name];
  const real = declared === undefined || (declared.kind === 'scalar' && declared.real);
  return atomKey(real ? atom : { ...atom, conjugated: !atom.conjugated });
}

/** The key of an atom that does not depend on where a trace is cut. */
function canonicalKey(atom: Atom): string {
  if (atom.kind !== 'cycle') return atomKey(atom);
  return rotations(atom.word)
    .map((word) => atomKey({ kind: 'cycle', word }))
    .sort()[0]!;
}

const modulus = (signature: Signature, { atom, power: k }: Factor): Positivity[] => [
  { kind: 'modulus', of: k === 1 ? termOfAtom(signature, atom) : power(termOfAtom(signature, atom), k) },
];

function ofFactor(signature: Signature, { atom, power: k }: Factor, facts: readonly Atomic[]): Positivity[] | null {
  if (atom.kind === 'symbol' && signature.sizes.includes(atom.name))
    return [{ kind: 'size', name: atom.name, power: k }];
  const term = termOfAtom(signature, atom);
  if (k < 1) return null;
  const half = Math.floor(k / 2);
  const even: Positivity[] = half === 0 ? [] : [{ kind: 'square', of: half === 1 ? term : power(term, half) }];
  if (half > 0 && !isRealPolynomial(signature, normalForm(signature, term))) return null;
  if (k % 2 === 0) return even;
  const once = ofAtom(signature, atom, facts);
  return once === null ? null : [...even, once];
}

function ofAtom(signature: Signature, atom: Atom, facts: readonly Atomic[]): Positivity | null {
  for (const known of facts) {
    const at = known.kind === 'scalar' ? matchAtoms(signature, known.atom, atom) : null;
    if (at !== null) return { kind: 'fact', name: known.label, at };
  }
  if (atom.kind === 'function' && atom.name === 'abs') {
    const argument = termOfAtom(signature, atom) as Extract<Term, { kind: 'apply' }>;
    return { kind: 'abs', of: argument.to[0]! };
  }
  return atom.kind === 'cycle' ? ofCycle(signature, atom.word, facts) : null;
}

/** tr(A†A), or tr(A†SA) with a cited S >= 0, at some cut of the trace. */
function ofCycle(signature: Signature, word: Word, facts: readonly Atomic[]): Positivity | null {
  for (const turned of rotations(word)) {
    const half = turned.length >> 1;
    const [head, tail] = [turned.slice(0, half), turned.slice(turned.length - half)];
    if (wordKeyOf(adjointWord(signature, tail)) !== wordKeyOf(head)) continue;
    if (turned.length % 2 === 0) return { kind: 'gram', of: termOfWord(tail) };
    const middle = turned[half]!;
    for (const known of facts) {
      if (known.kind !== 'letter' || !sameLetter(known.letter, middle)) continue;
      const at = matchIndices(signature, known.letter.at, middle.at);
      if (at === null || tail.length === 0) continue;
      return { kind: 'sandwich', name: known.label, at, by: termOfWord(tail) };
    }
  }
  return null;
}

const rotations = (word: Word): Word[] => word.map((_, k) => [...word.slice(k), ...word.slice(0, k)]);
const wordKeyOf = (word: Word): string => word.map(letterKey).join(' ');
const sameLetter = (a: Letter, b: Letter): boolean =>
  sameBase({ ...a, at: [] }, { ...b, at: [] }) && letterKey({ ...a, at: [] }) === letterKey({ ...b, at: [] });

type Renaming = Readonly<Record<string, string>>;

/** How to rename the free indices of a fact so that it speaks of this atom, or null. */
function matchAtoms(signature: Signature, fact: Atom, atom: Atom): Renaming | null {
  const [from, to] = [indicesInOrder(fact), indicesInOrder(atom)];
  if (from.length !== to.length || skeleton(fact) !== skeleton(atom)) return null;
  return matchIndices(signature, from, to);
}

function matchIndices(signature: Signature, from: readonly string[], to: readonly string[]): Renaming | null {
  const names: Record<string, string> = {};
  for (const [k, index] of from.entries()) {
    const target = to[k]!;
    if (rangeOf(signature, index) !== rangeOf(signature, target) || (names[index] ?? target) !== target) return null;
    names[index] = target;
  }
  return names;
}

function indicesInOrder(atom: Atom): readonly string[] {
  if (atom.kind === 'symbol') return atom.at;
  if (atom.kind === 'cycle') return atom.word.flatMap((letter) => letter.at);
  return atom.to.flatMap((p) =>
    [...p.monomials.values()].flatMap((m) => m.factors.flatMap(({ atom: inner }) => indicesInOrder(inner))),
  );
}

/** The spelling of an atom without its indices. */
function skeleton(atom: Atom): string {
  if (atom.kind === 'symbol') return atomKey({ ...atom, at: [] });
  if (atom.kind === 'cycle')
    return atomKey({ kind: 'cycle', word: atom.word.map((letter) => ({ ...letter, at: [] })) });
  const parts = atom.to.map((p) =>
    [...p.monomials.values()].map((m) =>
      [
        JSON.stringify(m.coefficient, (_, v) => (typeof v === 'bigint' ? `${v}` : v)),
        m.bound.join(),
        ...m.factors.map((f) => `${skeleton(f.atom)}^${f.power}`),
      ].join('·'),
    ),
  );
  return `${atom.name}(${parts.map((p) => p.join('+')).join(';')})`;
}
