/**
 * Bound indices: their names and the sums over them. They are renamed to the spelling with the least key, hence equal sums
 * collide; Kronecker's delta and Σ_i ê_i ê_i† = I are carried out.
 */
import {
  type Atom,
  cycles,
  type Monomial,
  mapMonomials,
  mentions,
  mergeFactors,
  monomialKey,
  type Polynomial,
  sizeFactor,
  traceFactors,
} from './monomial.js';
import { rangeOf, type Signature } from './signature.js';
import { isUnit, joinWords, sizesOf, splitClosed, type Word } from './word.js';

let fresh = 0;
/** A new name for a bound index. All are equally long, so that their order does not depend on how many were made before. */
export const freshName = (range: string): string => `${range}#~${String(fresh++).padStart(12, '0')}`;

/** Gives every bound index of a monomial a name used nowhere else; the result is no longer in canonical spelling. */
export function openBound(signature: Signature, m: Monomial): Monomial {
  if (m.bound.length === 0) return m;
  const names = new Map(m.bound.map((index) => [index, freshName(rangeOf(signature, index))] as const));
  return renameMonomial(signature, m, names);
}

/** Renames indices everywhere in a monomial and restores the order of factors and the least rotations. */
export function renameMonomial(signature: Signature, m: Monomial, names: ReadonlyMap<string, string>): Monomial {
  const at = (indices: readonly string[]): readonly string[] => indices.map((index) => names.get(index) ?? index);
  // Letters that become equal may join: R_i^k R_j with i for j.
  const word = (w: Word): Word =>
    joinWords(
      [],
      w.map((letter) => (letter.at.length === 0 ? letter : { ...letter, at: at(letter.at) })),
    );
  const atom = (a: Atom): Atom => {
    if (a.kind === 'symbol') return a.at.length === 0 ? a : { ...a, at: at(a.at) };
    if (a.kind === 'cycle') return { kind: 'cycle', word: splitClosed(signature, word(a.word))[0]! };
    return { ...a, to: a.to.map((p) => renamePolynomial(signature, p, names)) };
  };
  return {
    coefficient: m.coefficient,
    bound: [...at(m.bound)].sort(),
    factors: mergeFactors(m.factors.map((f) => ({ atom: atom(f.atom), power: f.power }))),
    word: word(m.word),
  };
}

export function renamePolynomial(signature: Signature, p: Polynomial, names: ReadonlyMap<string, string>): Polynomial {
  if (names.size === 0) return p;
  return mapMonomials(p, (m) => canonical(signature, renameMonomial(signature, m, names)));
}

/**
 * The spelling of a monomial whose bound indices are range#1, range#2, ... with the least key over all orders. A sum
 * around a function that holds sums itself marks its names range#1', so that the inner sums cannot capture them.
 */
export function canonical(signature: Signature, given: Monomial): Monomial {
  // With names of its own, which no sum inside a function can capture.
  const opened = openBound(signature, given);
  const m = hasUnits(given) ? contracted(signature, opened) : opened;
  if (m.bound.length === 0) return m;
  const height = "'".repeat(sumsInside(m));
  let best: Monomial | undefined;
  let bestKey = '';
  for (const order of m.bound.length < 3 ? orders(m.bound) : usefulOrders(signature, m)) {
    const counts = new Map<string, number>();
    const names = new Map<string, string>();
    for (const index of order) {
      const range = rangeOf(signature, index);
      const count = (counts.get(range) ?? 0) + 1;
      counts.set(range, count);
      names.set(index, `${range}#${count}${height}`);
    }
    const candidate = renameMonomial(signature, m, names);
    const key = monomialKey(candidate);
    if (best === undefined || key < bestKey) [best, bestKey] = [candidate, key];
  }
  return best!;
}

/**
 * The orders that can differ: bound indices are sorted by what the monomial looks like from each of them, and only those
 * that look alike are permuted, unless any two of them can be swapped, as in (Σ_j a_j)^9.
 */
function* usefulOrders(signature: Signature, m: Monomial): Generator<readonly string[]> {
  const spell = (name: (index: string) => string): string => {
    const names = m.bound.map((index) => [index, `${rangeOf(signature, index)}#${name(index)}`] as const);
    return monomialKey(renameMonomial(signature, m, new Map(names)));
  };
  const alike = new Map<string, string[]>();
  for (const index of m.bound) {
    const view = spell((other) => (other === index ? 'this' : 'other'));
    alike.set(view, [...(alike.get(view) ?? []), index]);
  }
  const swaps = (a: string, b: string): boolean =>
    spell((x) => `_${x}`) === spell((x) => `_${x === a ? b : x === b ? a : x}`);
  const groups = [...alike]
    .sort(([x], [y]) => (x < y ? -1 : 1))
    .map(([, group]) => (group.slice(1).every((index, k) => swaps(group[k]!, index)) ? [group] : [...orders(group)]));
  yield* groups.reduce<readonly (readonly string[])[]>(
    (all, group) => all.flatMap((before) => group.map((order) => [...before, ...order])),
    [[]],
  );
}

/** How deep sums are nested in the arguments of the functions of a monomial. */
function sumsInside(m: Monomial): number {
  const inner = m.factors.flatMap(({ atom }) =>
    atom.kind === 'function' ? atom.to.flatMap((p) => [...p.monomials.values()]) : [],
  );
  return Math.max(0, ...inner.map((x) => sumsInside(x) + (x.bound.length > 0 ? 1 : 0)));
}

function* orders(items: readonly string[]): Generator<readonly string[]> {
  if (items.length === 0) yield [];
  for (const [k, item] of items.entries()) {
    for (const rest of orders([...items.slice(0, k), ...items.slice(k + 1)])) yield [item, ...rest];
  }
}

/** Kronecker's delta, ê_i†ê_j. */
export const isDelta = (atom: Atom): boolean =>
  atom.kind === 'cycle' && atom.word.length === 2 && atom.word.every(isUnit);

const hasUnits = (m: Monomial): boolean =>
  m.word.some(isUnit) || m.factors.some(({ atom }) => atom.kind === 'cycle' && atom.word.some(isUnit));

/** Kronecker's delta and Σ_i ê_i ê_i† = I carried out wherever they stand. */
function contracted(signature: Signature, m: Monomial): Monomial {
  for (const [k, { atom, power }] of m.factors.entries()) {
    if (atom.kind !== 'cycle' || !isDelta(atom) || power < 1) continue;
    const [i, j] = atom.word.map((letter) => letter.at[0]!).sort() as [string, string];
    const rest = { ...m, factors: m.factors.filter((_, at) => at !== k) };
    if (i === j) return contracted(signature, unsummed(signature, rest, i));
    const gone = m.bound.includes(j) ? j : m.bound.includes(i) ? i : undefined;
    if (gone === undefined) {
      // δ_ij f(j) = δ_ij f(i)
      if (power === 1 && !mentions(rest, j) && atom.word[0]!.at[0] === i) continue;
      const delta = cycles([
        [
          { ...atom.word[0]!, at: [i] },
          { ...atom.word[1]!, at: [j] },
        ],
      ]);
      const same = renameMonomial(signature, rest, new Map([[j, i]]));
      return contracted(signature, { ...same, factors: mergeFactors([...same.factors, ...delta]) });
    }
    const bound = m.bound.filter((index) => index !== gone);
    const kept = gone === i ? j : i;
    const merged = renameMonomial(signature, { ...rest, bound }, new Map([[gone, kept]]));
    return contracted(signature, unsummed(signature, merged, kept));
  }
  for (const i of m.bound) {
    const joined = joinedAt(signature, m, i);
    if (joined !== undefined) return contracted(signature, joined);
  }
  return m;
}

/** A monomial without the sum over an index that it no longer mentions: times the size of its range. */
function unsummed(signature: Signature, m: Monomial, index: string): Monomial {
  if (!m.bound.includes(index) || mentions(m, index)) return m;
  const factors = mergeFactors([...m.factors, sizeFactor(signature, rangeOf(signature, index))]);
  return { ...m, bound: m.bound.filter((other) => other !== index), factors };
}

/** Σ_i ... ê_i ê_i† ... where the two stand at the ends of words and i stands nowhere else: the words are joined. */
function joinedAt(signature: Signature, m: Monomial, i: string): Monomial | undefined {
  const isHere = (letter: Word[number] | undefined, adjoint: boolean): boolean =>
    letter !== undefined && isUnit(letter) && letter.at[0] === i && letter.adjoint === adjoint;
  // The open word falls into a part that may end in a ket and a part that may start with a bra.
  const startsWithBra = (letter: Word[number]): boolean => sizesOf(signature, letter)[0] === '1';
  const cut = m.word.findIndex(startsWithBra);
  const [left, right] = cut < 0 ? [m.word, []] : [m.word.slice(0, cut), m.word.slice(cut)];
  const cyclic = m.factors.map(({ atom, power }) => (atom.kind === 'cycle' && power === 1 ? atom.word : []));
  const [ket, bra] = [cyclic.findIndex((w) => isHere(w.at(-1), false)), cyclic.findIndex((w) => isHere(w[0], true))];
  const head = ket >= 0 ? cyclic[ket]! : isHere(left.at(-1), false) ? left : undefined;
  const tail = bra >= 0 ? cyclic[bra]! : isHere(right[0], true) ? right : undefined;
  if (head === undefined || tail === undefined) return undefined;
  const [before, after] = [head.slice(0, -1), tail.slice(1)];
  const word =
    ket >= 0 && bra >= 0 ? m.word : [...(ket >= 0 ? left : []), ...before, ...after, ...(bra >= 0 ? right : [])];
  const closed =
    ket < 0 || bra < 0
      ? []
      : ket === bra
        ? traceFactors(signature, head.slice(1, -1), rangeOf(signature, i))
        : cycles(splitClosed(signature, joinWords(before, after)));
  const others = m.factors.filter((_, k) => k !== ket && k !== bra);
  const bound = m.bound.filter((index) => index !== i);
  const result = { ...m, bound, word: joinWords([], word), factors: mergeFactors([...others, ...closed]) };
  return mentions(result, i) ? undefined : result;
}
