/** Whether a monomial is visibly nonnegative: even powers, sizes, |x|, Gram traces, moduli, and cited facts. */
import { type Atom, atomKey, type Factor, type Monomial, type Polynomial } from '../kernel/monomial.js';
import { isRealPolynomial, normalForm } from '../kernel/normal-form.js';
import { equals, isReal, ONE, sign } from '../kernel/number.js';
import type { Positivity } from '../kernel/positivity.js';
import type { Signature } from '../kernel/signature.js';
import { power, type Term } from '../kernel/term.js';
import { adjointWord, type Letter, letterKey, sameBase, type Word } from '../kernel/word.js';
import { matchAtoms, matchIndices } from './atom-matching.js';
import { termOfAtom, termOfWord } from './term-of.js';

/** A known fact about one atom or one matrix letter. */
export type Atomic =
  | { readonly kind: 'scalar'; readonly label: string; readonly atom: Atom }
  | { readonly kind: 'letter'; readonly label: string; readonly letter: Letter };

/** A fact that says of one symbol, trace or function (or of one matrix letter) that it is nonnegative. */
export function atomicFact(label: string, fact: Polynomial): Atomic[] {
  const [m, ...more] = [...fact.monomials.values()];
  if (m === undefined || more.length > 0 || m.bound.length > 0 || !equals(m.coefficient, ONE)) return [];
  const [factor] = m.factors;
  if (fact.rows === '1' && fact.cols === '1') {
    return m.factors.length === 1 && factor!.power === 1 ? [{ kind: 'scalar', label, atom: factor!.atom }] : [];
  }
  return m.factors.length === 0 && m.word.length === 1 ? [{ kind: 'letter', label, letter: m.word[0]! }] : [];
}

/** A certificate that a monomial is nonnegative, or null where that is not visible. */
export function ofMonomial(signature: Signature, m: Monomial, facts: readonly Atomic[]): Positivity | null {
  if (m.word.length > 0 || !isReal(m.coefficient) || sign(m.coefficient) < 0) return null;
  const parts: Positivity[] = equals(m.coefficient, ONE) ? [] : [{ kind: 'constant', value: m.coefficient }];
  const waiting = [...m.factors];
  for (let factor = waiting.shift(); factor !== undefined; factor = waiting.shift()) {
    const conjugate = takeConjugate(signature, factor, waiting);
    const found = conjugate ? modulus(signature, factor) : ofFactor(signature, factor, facts);
    if (found === null) return null;
    parts.push(...found);
  }
  if (parts.length === 0) parts.push({ kind: 'constant', value: ONE });
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
  { kind: 'gram', of: k === 1 ? termOfAtom(signature, atom) : power(termOfAtom(signature, atom), k) },
];

function ofFactor(signature: Signature, { atom, power: k }: Factor, facts: readonly Atomic[]): Positivity[] | null {
  if (atom.kind === 'symbol' && signature.sizes.includes(atom.name))
    return [{ kind: 'size', name: atom.name, power: k }];
  const term = termOfAtom(signature, atom);
  if (k < 1) return null;
  const half = Math.floor(k / 2);
  const even: Positivity[] = half === 0 ? [] : [{ kind: 'gram', of: half === 1 ? term : power(term, half) }];
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
    if (turned.length % 2 === 0) return { kind: 'trace', part: { kind: 'gram', of: termOfWord(signature, tail) } };
    const middle = turned[half]!;
    for (const known of facts) {
      if (known.kind !== 'letter' || !sameLetter(known.letter, middle)) continue;
      const at = matchIndices(signature, known.letter.at, middle.at);
      if (at === null || tail.length === 0) continue;
      const fact: Positivity = { kind: 'fact', name: known.label, at };
      return { kind: 'trace', part: { kind: 'congruence', by: termOfWord(signature, tail), part: fact } };
    }
  }
  return null;
}

const rotations = (word: Word): Word[] => word.map((_, k) => [...word.slice(k), ...word.slice(0, k)]);
const wordKeyOf = (word: Word): string => word.map(letterKey).join(' ');
const sameLetter = (a: Letter, b: Letter): boolean =>
  sameBase({ ...a, at: [] }, { ...b, at: [] }) && letterKey({ ...a, at: [] }) === letterKey({ ...b, at: [] });
