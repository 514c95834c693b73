/** Whether a fact speaks of a given atom, and how its indices have to be renamed for that. */
import { type Atom, atomKey } from '../kernel/monomial.js';
import { rangeOf, type Signature } from '../kernel/signature.js';

export type Renaming = Readonly<Record<string, string>>;

/** How to rename the free indices of a fact so that it speaks of this atom, or null. */
export function matchAtoms(signature: Signature, fact: Atom, atom: Atom, before: Renaming = {}): Renaming | null {
  const [from, to] = [indicesInOrder(fact), indicesInOrder(atom)];
  if (from.length !== to.length || skeleton(fact) !== skeleton(atom)) return null;
  return matchIndices(signature, from, to, before);
}

export function matchIndices(
  signature: Signature,
  from: readonly string[],
  to: readonly string[],
  before: Renaming = {},
): Renaming | null {
  const names: Record<string, string> = { ...before };
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
