/** What an item of a witness says is zero, as a term of the certificate: whether a changed one says something else. */
import type { Json, JsonObject } from '../certificate-format.js';
import type { CertificateDraft, LinkDraft } from './certificate-draft.js';

export interface WitnessDraft {
  over: [index: string, range: string][];
  times: JsonObject;
  before: JsonObject | null;
  after: JsonObject | null;
  trace: boolean;
  leg: 1 | 2 | null;
  equation: JsonObject;
}

/** The witnesses of a link, to be changed in place; witnesses inside of certificates and of other witnesses are left out. */
export const witnessesOf = ({ reason: { witness, base, step } }: LinkDraft): WitnessDraft[][] =>
  [witness, base, step].filter((items) => Array.isArray(items)) as unknown as WitnessDraft[][];

const product = (...factors: JsonObject[]): JsonObject => ({ kind: 'product', factors });
const minus = (left: JsonObject, right: JsonObject): JsonObject => {
  const negative = product({ kind: 'number', value: ['-1', '0', '0', '0'] }, right);
  return { kind: 'sum', terms: [left, negative] };
};

/** times · [tr] ( before · (l - r) · after ), summed; null where that cannot be said, or the file states no such equation. */
export function itemTerm(draft: CertificateDraft, item: WitnessDraft): JsonObject | null {
  const gap = gapTerm(draft, item.equation);
  const raised = gap && (item.leg === null ? gap : onFactor(draft, gap, item.leg));
  if (raised === null) return null;
  const inner = product(...[item.before, raised, item.after].filter((part) => part !== null));
  const whole = product(item.times, item.trace ? { kind: 'trace', of: inner } : inner);
  return item.over.reduceRight<JsonObject>((body, [index, range]) => ({ kind: 'over', index, range, body }), whole);
}

/** (l - r) ⊗ I or I ⊗ (l - r); null where it is not plain of which size. */
function onFactor({ signature }: CertificateDraft, gap: JsonObject, leg: 1 | 2): JsonObject | null {
  const [size, ...more] = Object.values(signature.squares);
  if (size === undefined || more.length > 0) return null;
  const one = { kind: 'identity', size };
  const [left, right] = leg === 1 ? [gap, one] : [one, gap];
  return { kind: 'tensor', left, right };
}

function gapTerm(draft: CertificateDraft, equation: JsonObject): JsonObject | null {
  const apply = (name: Json, to: Json): JsonObject => ({ kind: 'apply', name, to });
  switch (equation.kind) {
    case 'rule': {
      const said = ruleOf(draft, equation.from as string, equation.rule as number);
      if (said === undefined) return null;
      const gap = renamed(minus(said.left, said.right), equation.at as Record<string, string>) as JsonObject;
      return equation.adjoint ? { kind: 'adjoint', of: gap } : gap;
    }
    case 'equal arguments': {
      const inverse = (to: Json): JsonObject => ({
        kind: 'power',
        base: (to as JsonObject[])[0]!,
        exponent: { offset: -1, variables: {} },
      });
      if (equation.name === 'inverse') return minus(inverse(equation.from!), inverse(equation.to!));
      return minus(apply(equation.name!, equation.from!), apply(equation.name!, equation.to!));
    }
    default: {
      const square = (base: JsonObject): JsonObject => ({
        kind: 'power',
        base,
        exponent: { offset: 2, variables: {} },
      });
      const of = equation.of as JsonObject;
      return minus(square(apply('abs', [of])), square(of));
    }
  }
}

function ruleOf({ hypotheses, uses }: CertificateDraft, name: string, position: number) {
  const used = uses[name]?.statement;
  const rules = hypotheses[name]?.rules ?? (used?.relation === '=' ? [used] : []);
  return rules[position];
}

/** The term with other free indices. */
function renamed(term: Json, names: Readonly<Record<string, string>>): Json {
  if (Array.isArray(term)) return term.map((part) => renamed(part, names));
  if (typeof term !== 'object' || term === null) return term;
  const node = term as JsonObject;
  if (node.kind === 'symbol') return { ...node, at: (node.at as string[]).map((index) => names[index] ?? index) };
  if (node.kind === 'unit') return { ...node, index: names[node.index as string] ?? node.index! };
  const { [node.kind === 'over' ? (node.index as string) : '']: _, ...inner } = names;
  return Object.fromEntries(Object.entries(node).map(([key, part]) => [key, renamed(part, inner)]));
}
