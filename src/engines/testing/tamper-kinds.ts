/**
 * Wrong variants of what only some certificates have: tensor products, basis vectors, time derivatives, divisors, and the
 * certificates of positivity and bounds that came with them.
 */
import type { Json, JsonObject } from '../certificate-format.js';
import type { CertificateDraft } from './certificate-draft.js';
import {
  atItems,
  atLinks,
  atParts,
  chainsOf,
  changed,
  difference,
  type Oracle,
  scaled,
  setEnd,
  type Tampering,
  unwrap,
} from './tamper-certificate.js';

type Change = (node: JsonObject, draft: CertificateDraft) => JsonObject | undefined;

/** The term with the first node that can be changed; undefined where there is none. */
function replaced(term: Json, change: (node: JsonObject) => JsonObject | undefined): Json | undefined {
  if (typeof term !== 'object' || term === null) return undefined;
  const other = Array.isArray(term) ? undefined : change(term as JsonObject);
  if (other !== undefined) return other;
  for (const [key, part] of Object.entries(term)) {
    const inner = replaced(part as Json, change);
    if (inner === undefined) continue;
    return Array.isArray(term) ? term.map((x, k) => (`${k}` === key ? inner : x)) : { ...term, [key]: inner };
  }
  return undefined;
}

/** Variants in which a term of the proof, at the start or after a step, is another: where it does not mean the same. */
const atTerms =
  (change: Change): Tampering =>
  (original, oracle) => {
    const other = (term: JsonObject): JsonObject | undefined =>
      replaced(term, (node) => change(node, original)) as JsonObject | undefined;
    const differs = (term: JsonObject): boolean => {
      const changedTerm = other(term);
      return changedTerm !== undefined && !oracle.isZero(difference(term, changedTerm));
    };
    const steps = atLinks(
      original,
      ({ to }) => differs(to),
      (chain, k) => setEnd(chain, k, other(chain.links[k]!.to)!),
    );
    return [...atStart(original, differs, other), ...steps];
  };

/** The left side of the statement, from which the proof starts, becomes another term. */
function atStart(
  original: CertificateDraft,
  differs: (term: JsonObject) => boolean,
  other: (term: JsonObject) => JsonObject | undefined,
): CertificateDraft[] {
  const { left } = original.theorem.statement;
  if (original.decay !== null || !differs(left)) return [];
  const variant = changed(original, ({ theorem, proof }) => {
    theorem.statement.left = other(left)!;
    proof.statement.left = other(left)!;
    proof.start = other(proof.start) ?? proof.start;
    proof.links[0]!.from = proof.start;
  });
  return [variant];
}

const otherFactor = (factor: Json | undefined): 1 | 2 => (factor === 1 ? 2 : 1);

/** Whether a signature says that this moves. */
const moves = ({ signature }: CertificateDraft, name: string): boolean => signature.symbols[name]?.velocity != null;

/** The names of moving symbols of which the proof takes time derivatives. */
function derived(original: CertificateDraft): string[] {
  const inside = (node: unknown, within: boolean): string[] => {
    if (typeof node !== 'object' || node === null) return [];
    const { kind, name } = node as { kind?: unknown; name?: unknown };
    if (within && kind === 'symbol' && moves(original, name as string)) return [name as string];
    return Object.values(node).flatMap((part) => inside(part, within || kind === 'rate'));
  };
  const loss = original.decay === null ? [] : [original.decay.loss];
  return [...new Set([...loss, ...inside(original.theorem.statement, false)])];
}

type Part = Record<string, unknown>;
const withinOf = (part: Part): Part[] => part.within as Part[];
const isAnother = (oracle: Oracle, x: unknown, y: unknown): boolean =>
  !oracle.isZero(difference(x as JsonObject, y as JsonObject));

export const KIND_TAMPERINGS: Readonly<Record<string, Tampering>> = {
  'the other factor of a partial trace': atTerms((node) =>
    node.kind === 'partial trace' ? { ...node, factor: otherFactor(node.factor) } : undefined,
  ),
  'the factors of a tensor product exchanged': atTerms((node) =>
    node.kind === 'tensor' ? { ...node, left: node.right!, right: node.left! } : undefined,
  ),
  'the identity for an exchange': atTerms((node) =>
    node.kind === 'swap' ? { kind: 'identity', size: node.size! } : undefined,
  ),
  'an exchange for the identity': atTerms((node, { signature }) =>
    node.kind === 'identity' && Object.hasOwn(signature.squares, node.size as string)
      ? { kind: 'swap', size: node.size! }
      : undefined,
  ),
  'another index of a basis vector': atTerms((node, { signature }) => {
    const { kind, index } = node as { kind: string; index: string };
    const other = Object.keys(signature.indices).find(
      (name) => name !== index && signature.indices[name] === signature.indices[index],
    );
    return kind === 'unit' && other !== undefined ? { ...node, index: other } : undefined;
  }),
  'no time derivative': atTerms((node) => (node.kind === 'rate' ? (node.of as JsonObject) : undefined)),
  'a negative power for its opposite': atTerms((node) => {
    const { offset, variables } = (node.exponent ?? { offset: 0, variables: {} }) as {
      offset: number;
      variables: Json;
    };
    return node.kind === 'power' && offset < 0 ? { ...node, exponent: { offset: -offset, variables } } : undefined;
  }),
  'another function': atTerms((node) => {
    const other = { exp: 'sqrt', ln: 'exp', sqrt: 'abs' }[node.name as string];
    return node.kind === 'apply' && other !== undefined ? { ...node, name: other } : undefined;
  }),
  'no square of a size': (original) =>
    Object.keys(original.signature.squares).length > 0 && /"(tensor|swap)"/.test(JSON.stringify(original.proof))
      ? [changed(original, ({ signature }) => Object.assign(signature, { squares: {} }))]
      : [],
  'another velocity': (original) =>
    derived(original).map((name) =>
      changed(original, ({ signature }) => {
        signature.symbols[name]!.velocity = name;
      }),
    ),
  'no velocity': (original) =>
    derived(original).map((name) =>
      changed(original, ({ signature }) => {
        signature.symbols[name]!.velocity = null;
      }),
    ),
  'the other factor in a witness item': (original, oracle) =>
    atItems(original, oracle, (item) => (item.leg === null ? [] : [[{ ...item, leg: otherFactor(item.leg) }]])),
  'no factor in a witness item': (original, oracle) =>
    atItems(original, oracle, (item) => (item.leg === null ? [] : [[{ ...item, leg: null }]])),
  'a third factor in a witness item': (original, oracle) =>
    atItems(original, oracle, (item) => (item.leg === null ? [] : [[{ ...item, leg: 3 as 2 }]])),
  'a divisor kept back': (original) =>
    original.theorem.nonzero.map((_, k) => changed(original, ({ theorem }) => theorem.nonzero.splice(k, 1))),
  'a divisor that is not there': (original) =>
    original.theorem.nonzero.map((divisor) =>
      changed(original, ({ theorem }) => theorem.nonzero.push({ kind: 'sum', terms: [divisor, divisor, divisor] })),
    ),
  'a divisor of a used theorem kept back': (original) =>
    Object.entries(original.uses).flatMap(([id, { nonzero }]) =>
      nonzero.map((_, k) => changed(original, ({ uses }) => uses[id]!.nonzero.splice(k, 1))),
    ),
  'no reciprocal in a certificate': (original) => atParts(original, ['reciprocal'], unwrap),
  'the exponential of something else': (original, { isZero }) =>
    atParts(
      original,
      ['exponential'],
      (part) => {
        part.of = scaled('2', part.of as JsonObject);
      },
      ({ of }) => !isZero(of as JsonObject),
    ),
  'a factor of a Schur product twice': (original) =>
    atParts(original, ['schur'], (part) => {
      part.right = structuredClone(part.left);
    }),
  'a product for a Schur product': (original) =>
    atParts(original, ['schur'], (part) => {
      const { left, right } = part;
      for (const key of Object.keys(part)) delete part[key];
      Object.assign(part, { kind: 'product', parts: [left, right] });
    }),
  'a higher end of an interval': (original) =>
    atParts(original, ['interval'], (part) => {
      withinOf(part)[0]!.high = ['5', '0', '0', '0'];
    }),
  'a lower end of an interval': (original) =>
    atParts(original, ['interval'], (part) => {
      withinOf(part)[0]!.low = ['-5', '0', '0', '0'];
    }),
  'an interval of something else': (original, oracle) =>
    atParts(
      original,
      ['interval'],
      (part) => {
        withinOf(part)[0]!.atom = scaled('1/2', withinOf(part)[0]!.atom as JsonObject);
      },
      (part) => isAnother(oracle, withinOf(part)[0]!.atom, scaled('1/2', withinOf(part)[0]!.atom as JsonObject)),
    ),
  'an interval left out': (original) =>
    atParts(original, ['interval'], (part) => {
      part.within = withinOf(part).slice(1);
    }),
  'the certificates of an interval exchanged': (original) =>
    atParts(original, ['interval'], (part) => {
      const [first] = withinOf(part) as [Part];
      Object.assign(first, { above: first.below, below: first.above });
    }),
  'something else in an interval': (original) =>
    atParts(original, ['interval'], (part) => {
      part.of = difference(part.of as JsonObject, scaled('10', { kind: 'number', value: ['1', '0', '0', '0'] }));
    }),
  'a case dropped': (original) =>
    atParts(original, ['cases'], (part) => {
      const above = part.above as Part;
      for (const key of Object.keys(part)) delete part[key];
      Object.assign(part, above);
    }),
  'cases of something else': (original) =>
    atParts(original, ['cases'], (part) => {
      part.on = scaled('2', part.on as JsonObject);
    }),
  'cases that are called otherwise': (original) =>
    atParts(original, ['cases'], (part) => {
      part.name = `not_${part.name}`;
    }),
  'the other case turned round': (original) =>
    atParts(original, ['cases'], (part) => {
      part.below = { kind: 'sum', parts: [part.below, { kind: 'constant', value: ['1', '0', '0', '0'] }] };
    }),
  'a bound of another kind': (original) => {
    const other: Readonly<Record<string, string>> = {
      linear: 'convex',
      convex: 'linear',
      exponential: 'inverse-square',
      'inverse-square': 'exponential',
    };
    return original.decay === null
      ? []
      : [
          changed(original, ({ decay }) => {
            decay!.kind = other[decay!.kind]!;
          }),
        ];
  },
  'a step that cites nothing': (original) =>
    chainsOf(original).flatMap(({ links }, c) =>
      links.flatMap(({ reason }, k) =>
        reason.using.length > 0 && JSON.stringify(reason).includes('"from":')
          ? [changed(original, (draft) => (chainsOf(draft)[c]!.links[k]!.reason.using = []))]
          : [],
      ),
    ),
};
