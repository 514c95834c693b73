/**
 * Wrong variants of a certificate, each of which proves less than it says.
 *
 * Every kind is applied wherever it changes what is claimed: not to what is zero anyway, nor to what no step uses, where
 * the variant would be a right certificate of something else.
 */
import type { Json, JsonObject } from '../certificate-format.js';
import type { CertificateDraft, ChainDraft, LinkDraft, TheoremDraft } from './certificate-draft.js';

/** What the kernel says of terms and variants, so that nothing harmless is called wrong. */
export interface Oracle {
  /** Whether a term of the certificate expands to zero. */
  readonly isZero: (term: JsonObject) => boolean;
  /** Whether the kernel accepts a variant. */
  readonly proves: (variant: CertificateDraft) => boolean;
}

/** All variants of one kind. */
export type Tampering = (original: CertificateDraft, oracle: Oracle) => CertificateDraft[];

const number = (value: string): JsonObject => ({ kind: 'number', value: [value, '0', '0', '0'] });
const scaled = (by: string, term: JsonObject): JsonObject => ({ kind: 'product', factors: [number(by), term] });
const difference = (a: JsonObject, b: JsonObject): JsonObject => ({ kind: 'sum', terms: [a, scaled('-1', b)] });

function changed(original: CertificateDraft, change: (draft: CertificateDraft) => void): CertificateDraft {
  const draft = structuredClone(original);
  change(draft);
  return draft;
}

const chainsOf = ({ proof, decay }: CertificateDraft): ChainDraft[] =>
  decay?.barrier == null ? [proof] : [proof, decay.barrier.falls];

/** A variant for every link that `applies` to, numbered through all chains. */
function atLinks(
  original: CertificateDraft,
  applies: (link: LinkDraft, chain: ChainDraft, k: number) => boolean,
  change: (chain: ChainDraft, k: number, draft: CertificateDraft) => void,
): CertificateDraft[] {
  return chainsOf(original).flatMap((chain, c) =>
    chain.links.flatMap((link, k) =>
      applies(link, chain, k) ? [changed(original, (draft) => change(chainsOf(draft)[c]!, k, draft))] : [],
    ),
  );
}

/** Puts another term between a link and the next one. */
function setEnd(chain: ChainDraft, k: number, to: JsonObject): void {
  chain.links[k]!.to = to;
  if (k + 1 < chain.links.length) chain.links[k + 1]!.from = to;
}

/** The statement, wherever the file says it. */
function setStatement(draft: CertificateDraft, change: (statement: TheoremDraft['statement']) => void): void {
  change(draft.theorem.statement);
  draft.proof.statement = structuredClone(draft.theorem.statement);
}

/** Names of hypotheses whose equations a witness uses, with the position of the first. */
function usedRules(node: unknown, found = new Map<string, number>()): Map<string, number> {
  if (typeof node !== 'object' || node === null) return found;
  const { kind, from, rule } = node as { kind?: unknown; from?: unknown; rule?: unknown };
  if (kind === 'rule' && typeof from === 'string' && typeof rule === 'number' && !found.has(from))
    found.set(from, rule);
  for (const part of Object.values(node)) usedRules(part, found);
  return found;
}

const usedBy = ({ reason }: LinkDraft): Map<string, number> => usedRules([reason.witness, reason.base, reason.step]);

/** All nodes of one kind inside the certificate of positivity of some link, through a change of a copy. */
function atParts(
  original: CertificateDraft,
  kinds: readonly string[],
  change: (part: Record<string, unknown>) => void,
): CertificateDraft[] {
  const parts = (node: unknown): Record<string, unknown>[] => {
    if (typeof node !== 'object' || node === null) return [];
    const here = node as Record<string, unknown>;
    return [...(kinds.includes(here.kind as string) ? [here] : []), ...Object.values(here).flatMap(parts)];
  };
  return chainsOf(original).flatMap((chain, c) =>
    chain.links.flatMap((link, k) =>
      parts(link.reason.certificate).map((_, at) =>
        changed(original, (draft) => change(parts(chainsOf(draft)[c]!.links[k]!.reason.certificate)[at]!)),
      ),
    ),
  );
}

export const TAMPERINGS: Readonly<Record<string, Tampering>> = {
  'a constant in a step': (original, { isZero }) =>
    atLinks(
      original,
      ({ to }) => !isZero(to),
      (chain, k) => setEnd(chain, k, scaled('101/100', chain.links[k]!.to)),
    ),
  'a sign in a step': (original, { isZero }) =>
    atLinks(
      original,
      ({ to }) => !isZero(to),
      (chain, k) => setEnd(chain, k, scaled('-1', chain.links[k]!.to)),
    ),
  // The last link may be left out where it only multiplies out.
  'a link left out': (original, { isZero }) =>
    atLinks(
      original,
      ({ from, to }, chain, k) => k + 1 < chain.links.length || !isZero(difference(from, to)),
      (chain, k) => chain.links.splice(k, 1),
    ),
  'an equation for an inequality': (original) =>
    atLinks(
      original,
      ({ relation, reason }) => relation === '<=' && reason.by === 'positivity',
      (chain, k) => {
        chain.links[k]!.relation = '=';
      },
    ),
  'an uncited hypothesis': (original) =>
    atLinks(
      original,
      (link) => usedBy(link).size > 0,
      (chain, k) => {
        const [name] = usedBy(chain.links[k]!).keys();
        chain.links[k]!.reason.using = chain.links[k]!.reason.using.filter((other) => other !== name);
      },
    ),
  'the statement scaled': (original, { isZero }) => {
    const { right } = original.theorem.statement;
    const change = (draft: CertificateDraft): void =>
      setStatement(draft, (statement) => {
        statement.right = scaled('99/100', right);
      });
    return isZero(right) ? [] : [changed(original, change)];
  },
  'the statement turned round': (original, { isZero }) => {
    const { left, right } = original.theorem.statement;
    const turn = (draft: CertificateDraft): void =>
      setStatement(draft, (statement) => Object.assign(statement, { left: right, right: left }));
    return isZero(difference(left, right)) ? [] : [changed(original, turn)];
  },
  // Only rules that the proof cannot do without: others may be used on both sides alike, whatever they say.
  'a rule of a hypothesis': (original, { isZero, proves }) =>
    [...usedRules(chainsOf(original))].flatMap(([name, k]) => {
      const rule = original.hypotheses[name]?.rules[k];
      if (rule === undefined || isZero(rule.right)) return [];
      if (proves(changed(original, (draft) => draft.hypotheses[name]!.rules.splice(k, 1)))) return [];
      return [
        changed(original, (draft) => {
          draft.hypotheses[name]!.rules[k]!.right = scaled('2', rule.right);
        }),
      ];
    }),
  'the content of two hypotheses exchanged': (original) => {
    const { hypotheses } = original;
    const pair = chainsOf(original)
      .flatMap(({ links }) => links)
      .flatMap((link) =>
        [...usedBy(link).keys()].flatMap((name) => {
          const other = Object.keys(hypotheses).find((key) => !link.reason.using.includes(key));
          return Object.hasOwn(hypotheses, name) && other !== undefined ? [[name, other] as const] : [];
        }),
      )[0];
    if (pair === undefined) return [];
    const [a, b] = pair;
    return [changed(original, (draft) => Object.assign(draft.hypotheses, { [a]: hypotheses[b], [b]: hypotheses[a] }))];
  },
  'a hypothesis kept back': (original) =>
    original.theorem.needs.map((name) =>
      changed(original, (draft) => {
        draft.theorem.needs = draft.theorem.needs.filter((other) => other !== name);
      }),
    ),
  'a hypothesis that is not there': (original) =>
    original.theorem.needs.map((name) => changed(original, (draft) => delete draft.hypotheses[name])),
  'a lemma kept back': (original) =>
    original.theorem.cites.map((lemma) =>
      changed(original, (draft) => {
        draft.theorem.cites = draft.theorem.cites.filter((other) => other !== lemma);
      }),
    ),
  'a forged theorem': (original) => [changed(original, (draft) => useTheorem(draft, 'forged-theorem'))],
  'a theorem that uses itself': (original) => [changed(original, (draft) => useTheorem(draft, draft.claim))],
  'another statement of a used theorem': (original) =>
    Object.keys(original.uses).map((id) =>
      changed(original, (draft) => {
        const { statement } = draft.uses[id]!;
        statement.right = scaled('1/2', statement.right);
      }),
    ),
  'fewer needs of a used theorem': (original) =>
    Object.entries(original.uses).flatMap(([id, { needs }]) =>
      needs.length === 0 ? [] : [changed(original, (draft) => draft.uses[id]!.needs.pop())],
    ),
  'a negative constant': (original) =>
    atParts(original, ['constant'], (part) => {
      const value = part.value as string[];
      part.value = value.map((entry) => (entry === '0' ? entry : entry.startsWith('-') ? entry.slice(1) : `-${entry}`));
    }),
  'a part of a certificate': (original) =>
    atParts(original, ['gram', 'dominates', 'abs'], (part) => {
      part.of = scaled('2', part.of as JsonObject);
    }),
  'a fact that is not cited': (original) =>
    atParts(original, ['fact'], (part) => {
      part.name = `not_${part.name}`;
    }),
  'an index range': (original) =>
    withSizes(original, (draft, other) => {
      const mentioned = JSON.stringify([draft.proof, draft.theorem]);
      for (const [index, range] of Object.entries(draft.signature.indices))
        if (new RegExp(`"(at":\\[[^\\]]*|index":)"${index}"`).test(mentioned)) {
          draft.signature.indices[index] = other(range);
          return true;
        }
      return false;
    }),
  'the shape of a matrix': (original) =>
    withSizes(original, (draft, other) => {
      const mentioned = JSON.stringify([draft.proof, draft.theorem]);
      for (const [name, symbol] of Object.entries(draft.signature.symbols))
        if (symbol.kind === 'matrix' && mentioned.includes(`"kind":"symbol","name":"${name}"`)) {
          symbol.rows = other(symbol.rows!);
          return true;
        }
      return false;
    }),
  'the rate of a bound': (original) =>
    original.decay === null
      ? []
      : [
          changed(original, ({ decay }) => {
            decay!.rate = scaled('2', decay!.rate);
          }),
        ],
  'inside for outside': (original) =>
    original.decay?.barrier == null
      ? []
      : [
          changed(original, ({ decay }) => {
            const { inside, outside } = decay!.barrier!;
            Object.assign(decay!.barrier!, { inside: outside, outside: inside });
          }),
        ],
};

/** Links whose witness has something to say, with that witness changed. */
export const witnessTampered = (
  original: CertificateDraft,
  change: (witness: readonly JsonObject[]) => Json,
): CertificateDraft[] =>
  atLinks(
    original,
    ({ reason }) => Array.isArray(reason.witness) && reason.witness.length > 0,
    (chain, k) => {
      const { reason } = chain.links[k]!;
      reason.witness = change(reason.witness as readonly JsonObject[]);
    },
  );

/** The whole proof becomes one step that cites a theorem with the very same statement. */
function useTheorem(draft: CertificateDraft, id: string): void {
  const { statement } = draft.theorem;
  draft.uses[id] = { ...structuredClone(draft.theorem), needs: [] };
  const fact = { kind: 'fact', name: id, at: {} };
  const reason =
    statement.relation === '='
      ? { by: 'rewriting', using: [id], witness: [] }
      : { by: 'positivity', using: [id], certificate: fact, witness: [] };
  const link: LinkDraft = {
    from: statement.left,
    relation: statement.relation,
    to: statement.right,
    remark: '',
    reason,
  };
  draft.proof.start = statement.left;
  draft.proof.links = [link];
}

/** A change of the signature that needs another size than the one that stands there. */
function withSizes(
  original: CertificateDraft,
  change: (draft: CertificateDraft, other: (size: string) => string) => boolean,
): CertificateDraft[] {
  let applied = false;
  const draft = changed(original, (copy) => {
    copy.signature.sizes.push('q');
    applied = change(copy, () => 'q');
  });
  return applied ? [draft] : [];
}
