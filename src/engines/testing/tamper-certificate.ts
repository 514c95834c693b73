/**
 * Wrong variants of a certificate, each of which proves less than it says.
 *
 * Every kind is applied wherever it changes what is claimed: not to what is zero anyway, nor to what no step uses, where
 * the variant would be a right certificate of something else.
 */
import type { JsonObject } from '../certificate-format.js';
import type { CertificateDraft, ChainDraft, LinkDraft, TheoremDraft } from './certificate-draft.js';
import { itemTerm, type WitnessDraft, witnessesOf } from './witness-term.js';

/** What the kernel says of terms, so that nothing harmless is called wrong. */
export interface Oracle {
  /** Whether a term of the certificate is well formed and expands to zero. */
  readonly isZero: (term: JsonObject) => boolean;
}

/** All variants of one kind. */
export type Tampering = (original: CertificateDraft, oracle: Oracle) => CertificateDraft[];

export const number = (value: string): JsonObject => ({ kind: 'number', value: [value, '0', '0', '0'] });
export const scaled = (by: string, term: JsonObject): JsonObject => ({ kind: 'product', factors: [number(by), term] });
const sum = (...terms: JsonObject[]): JsonObject => ({ kind: 'sum', terms });
export const difference = (a: JsonObject, b: JsonObject): JsonObject => sum(a, scaled('-1', b));
const adjoint = (of: JsonObject): JsonObject => ({ kind: 'adjoint', of });

export function changed(original: CertificateDraft, change: (draft: CertificateDraft) => void): CertificateDraft {
  const draft = structuredClone(original);
  change(draft);
  return draft;
}

export const chainsOf = ({ proof, decay }: CertificateDraft): ChainDraft[] =>
  decay?.barrier == null ? [proof] : [proof, decay.barrier.falls];

/** A variant for every link that `applies` to, numbered through all chains. */
export function atLinks(
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
export function setEnd(chain: ChainDraft, k: number, to: JsonObject): void {
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
export function atParts(
  original: CertificateDraft,
  kinds: readonly string[],
  change: (part: Record<string, unknown>) => void,
  applies: (part: Record<string, unknown>) => boolean = () => true,
): CertificateDraft[] {
  const parts = (node: unknown): Record<string, unknown>[] => {
    if (typeof node !== 'object' || node === null) return [];
    const here = node as Record<string, unknown>;
    const pair = here.kind === 'schur' ? [here.left, here.right] : [];
    const inside = [here.part, here.parts, here.sign, here.gap, here.above, here.below, here.within, ...pair];
    return [
      ...(kinds.includes(here.kind as string) ? [here] : []),
      ...(Array.isArray(node) ? node : inside).flatMap(parts),
    ];
  };
  return chainsOf(original).flatMap((chain, c) =>
    chain.links.flatMap((link, k) =>
      parts(link.reason.certificate).flatMap((part, at) =>
        applies(part)
          ? [changed(original, (draft) => change(parts(chainsOf(draft)[c]!.links[k]!.reason.certificate)[at]!))]
          : [],
      ),
    ),
  );
}

/** The part becomes what it is made of. */
export function unwrap(part: Record<string, unknown>): void {
  const inner = part.part as Record<string, unknown>;
  for (const key of Object.keys(part)) delete part[key];
  Object.assign(part, inner);
}

/**
 * Variants in which the first or the last item of a witness becomes others: the first of the alternatives that do not say
 * the same as the item does.
 */
export function atItems(
  original: CertificateDraft,
  { isZero }: Oracle,
  alternatives: (item: WitnessDraft) => (readonly WitnessDraft[])[],
): CertificateDraft[] {
  const says = (items: readonly WitnessDraft[]): (JsonObject | null)[] => items.map((item) => itemTerm(original, item));
  const differs = (item: WitnessDraft, others: readonly WitnessDraft[]): boolean => {
    const [before, ...after] = says([item, ...others]);
    return [before, ...after].includes(null) || !isZero(sum(before!, ...after.map((term) => scaled('-1', term!))));
  };
  return chainsOf(original).flatMap((chain, c) =>
    chain.links.flatMap((link, k) =>
      witnessesOf(link).flatMap(({ length }, w) =>
        [...new Set([0, length - 1])].flatMap((at) => {
          const item = witnessesOf(link)[w]![at];
          const others = item && alternatives(item).find((items) => differs(item, items));
          if (others === undefined) return [];
          return changed(original, (draft) =>
            witnessesOf(chainsOf(draft)[c]!.links[k]!)[w]!.splice(at, 1, ...structuredClone(others)),
          );
        }),
      ),
    ),
  );
}

/** The same where the item is about a rule. */
function atRules(
  original: CertificateDraft,
  oracle: Oracle,
  alternatives: (equation: Record<string, unknown>, item: WitnessDraft) => Record<string, unknown>[],
): CertificateDraft[] {
  return atItems(original, oracle, (item) =>
    item.equation.kind === 'rule'
      ? alternatives(item.equation, item).map((change) => [
          { ...item, equation: { ...item.equation, ...change } as JsonObject },
        ])
      : [],
  );
}

/** Whether some witness says something else in the variant. */
function witnessesDiffer(original: CertificateDraft, variant: CertificateDraft, { isZero }: Oracle): boolean {
  const totals = (draft: CertificateDraft): JsonObject[] =>
    chainsOf(draft)
      .flatMap(({ links }) => links.flatMap(witnessesOf))
      .map((items) => items.map((item) => itemTerm(draft, item)).filter((term) => term !== null))
      .filter((terms) => terms.length > 0)
      .map((terms) => sum(...terms));
  const after = totals(variant);
  return totals(original).some((total, k) => !isZero(difference(total, after[k]!)));
}

/** Variants with one right side of a hypothesis changed, where that matters. */
function atRightSides(
  original: CertificateDraft,
  oracle: Oracle,
  change: (rule: { left: JsonObject; right: JsonObject }) => JsonObject | undefined,
): CertificateDraft[] {
  return Object.entries(original.hypotheses).flatMap(([name, { rules }]) =>
    rules.flatMap((rule, k) => {
      const right = change(rule);
      if (right === undefined) return [];
      const variant = changed(original, (draft) => {
        draft.hypotheses[name]!.rules[k]!.right = right;
      });
      return witnessesDiffer(original, variant, oracle) ? [variant] : [];
    }),
  );
}

/** Whether a certificate is about a matrix, so that its trace is something else. */
function isAboutMatrix({ kind, of, by, part, parts }: JsonObject, oracle: Oracle): boolean {
  const isMatrix = (x: JsonObject): boolean => {
    const gram: JsonObject = { kind: 'product', factors: [adjoint(x), x] };
    return !oracle.isZero(difference({ kind: 'trace', of: gram }, gram));
  };
  if (kind === 'gram' || kind === 'congruence') return isMatrix((of ?? by) as JsonObject);
  if (kind === 'over') return isAboutMatrix(part as JsonObject, oracle);
  return kind === 'fact' || ((parts ?? []) as JsonObject[]).some((inner) => isAboutMatrix(inner, oracle));
}

/** Whether a term is a†b for two letters. */
function isInnerProduct({ kind, factors }: JsonObject): boolean {
  const [a, b, ...more] = (kind === 'product' ? factors : []) as JsonObject[];
  return more.length === 0 && a?.kind === 'adjoint' && (a.of as JsonObject).kind === 'symbol' && b?.kind === 'symbol';
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
  'a rule of a hypothesis': (original, oracle) =>
    atRightSides(original, oracle, ({ right }) => (oracle.isZero(right) ? undefined : scaled('2', right))),
  'an orthonormality rule of a basis': (original, oracle) =>
    atRightSides(original, oracle, ({ left, right }) =>
      isInnerProduct(left) ? difference(number('1'), right) : undefined,
    ),
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
  'a congruence scaled': (original) =>
    atParts(original, ['congruence'], (part) => {
      part.by = scaled('2', part.by as JsonObject);
    }),
  'a congruence by the adjoint': (original, { isZero }) =>
    atParts(
      original,
      ['congruence'],
      (part) => {
        part.by = adjoint(part.by as JsonObject);
      },
      ({ by }) => !isZero(difference(by as JsonObject, adjoint(by as JsonObject))),
    ),
  'no trace in a certificate': (original, oracle) =>
    atParts(original, ['trace'], unwrap, ({ part }) => isAboutMatrix(part as JsonObject, oracle)),
  'no sum over an index in a certificate': (original) => atParts(original, ['over'], unwrap),
  'a part of a sum left out': (original) =>
    atParts(original, ['sum'], (part) => {
      part.parts = (part.parts as unknown[]).slice(1);
    }),
  'no witness': (original, { isZero }) =>
    atLinks(
      original,
      (link) => {
        const said = witnessesOf(link).flatMap((items) => items.map((item) => itemTerm(original, item)));
        return said.includes(null) || (said.length > 0 && !isZero(sum(...(said as JsonObject[]))));
      },
      (chain, k) => Object.assign(chain.links[k]!.reason, { witness: null, base: null, step: null }),
    ),
  'a witness item left out': (original, oracle) => atItems(original, oracle, () => [[]]),
  'a witness item twice': (original, oracle) => atItems(original, oracle, (item) => [[item, item]]),
  'a witness item doubled': (original, oracle) =>
    atItems(original, oracle, (item) => [[{ ...item, times: scaled('2', item.times) }]]),
  'the context of a witness item turned round': (original, oracle) =>
    atItems(original, oracle, (item) => [[{ ...item, before: item.after, after: item.before }]]),
  'no trace in a witness item': (original, oracle) =>
    atItems(original, oracle, (item) => (item.trace ? [[{ ...item, trace: false }]] : [])),
  'no sum over an index in a witness item': (original, oracle) =>
    atItems(original, oracle, (item) => (item.over.length > 0 ? [[{ ...item, over: item.over.slice(1) }]] : [])),
  'another rule in a witness item': (original, oracle) =>
    atRules(original, oracle, ({ rule }) => [{ rule: (rule as number) + 1 }]),
  'another hypothesis in a witness item': (original, oracle) =>
    atRules(original, oracle, ({ from }) =>
      [...Object.keys(original.hypotheses), ...Object.keys(original.uses)]
        .filter((other) => other !== from)
        .map((other) => ({ from: other })),
    ),
  'the adjoint of a rule in a witness item': (original, oracle) =>
    atRules(original, oracle, ({ adjoint }) => [{ adjoint: !adjoint }]),
  'another index in a witness item': (original, oracle) =>
    atRules(original, oracle, (equation, { over }) => {
      const at = equation.at as Record<string, string>;
      const { indices } = original.signature;
      return Object.entries(indices).flatMap(([index, range]) =>
        [...over, ...Object.entries(indices)]
          .filter(([other, its]) => its === range && other !== (at[index] ?? index))
          .map(([other]) => ({ at: { ...at, [index]: other } })),
      );
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
  'the rate of a bound': (original, { isZero }) =>
    original.decay === null || isZero(original.decay.rate)
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
