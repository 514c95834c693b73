/** From a chain as written to links that the kernel can check: texts are parsed, terms and certificates proposed. */
import type { Chain, Justification, Proposal, Step } from '../claim/chain.js';
import type { Positivity } from '../symbolic/kernel/positivity.js';
import type { Link, Reason, Theory } from '../symbolic/kernel/proof.js';
import type { Rule } from '../symbolic/kernel/rewrite.js';
import { TermError } from '../symbolic/kernel/signature.js';
import { difference, type Term } from '../symbolic/kernel/term.js';
import { parseTerm } from '../symbolic/notation/parse.js';
import { proposeNext } from '../symbolic/propose/next-term.js';
import { type KnownFact, type PositivitySearch, positivitySearch } from '../symbolic/propose/positivity-search.js';

export interface ResolvedLink extends Link {
  readonly from: Term;
  readonly remark: string;
  /** Who proposed the term or the certificate, for the report. */
  readonly proposer: string | null;
}

export interface ResolvedChain {
  readonly start: Term;
  readonly links: readonly ResolvedLink[];
}

/** A step that cannot even be written down for the kernel. */
export class ChainError extends Error {
  override readonly name = 'ChainError';
  constructor(
    message: string,
    readonly step: number | null,
    readonly resolved: readonly ResolvedLink[],
  ) {
    super(message);
  }
}

/** Throws ChainError, with what was resolved before it. */
export async function resolveChain(theory: Theory, chain: Chain): Promise<ResolvedChain> {
  const links: ResolvedLink[] = [];
  const guarded = async <T>(step: number | null, read: () => T | Promise<T>): Promise<T> => {
    try {
      return await read();
    } catch (error) {
      if (error instanceof TermError) throw new ChainError(error.message, step, links);
      throw error;
    }
  };
  const start = await guarded(null, () => parseTerm(theory.signature, chain.start));
  let here = start;
  for (const [k, step] of chain.steps.entries()) {
    const from = here;
    const link = await guarded(k, () => resolveStep(theory, from, step));
    links.push(link);
    here = link.to;
  }
  return { start, links };
}

async function resolveStep(theory: Theory, from: Term, step: Step): Promise<ResolvedLink> {
  const to = await nextTerm(theory, from, step.to);
  const searched = step.because.by === 'positivity' && step.because.certificate.kind === 'search';
  return {
    from,
    relation: step.relation,
    to,
    reason: resolveReason(theory, from, to, step.because),
    remark: step.remark,
    proposer: typeof step.to === 'string' ? (searched ? 'search' : null) : step.to.proposer,
  };
}

function nextTerm(theory: Theory, from: Term, to: string | Proposal): Term | Promise<Term> {
  return typeof to === 'string' ? parseTerm(theory.signature, to) : proposeNext(theory.signature, from, to.operation);
}

function resolveReason(theory: Theory, from: Term, to: Term, because: Justification): Reason {
  const parse = (text: string): Term => parseTerm(theory.signature, text);
  if (because.by !== 'positivity') return because;
  const { certificate: source, using } = because;
  const certificate = source.kind === 'build' ? source.build(parse) : search(theory, from, to, using);
  return { by: 'positivity', certificate, using };
}

/** The certificate that every monomial of `to - from` is visibly nonnegative. Throws TermError where none is found. */
function search(theory: Theory, from: Term, to: Term, using: readonly string[]): Positivity {
  const found = searchCiting(theory, using)(from, to);
  if (found === null)
    throw new TermError('no certificate found: some monomial of the difference is not visibly nonnegative');
  return found;
}

/** The search that draws on the cited names. Throws TermError where their rules do not come to an end. */
export const searchCiting = (theory: Theory, using: readonly string[]): PositivitySearch =>
  positivitySearch(theory.signature, rulesOf(theory, using), factsOf(theory, using));

/** The equations that the cited names license; an unknown name licenses nothing here and is refused by the kernel. */
export function rulesOf({ hypotheses, theorems }: Theory, using: readonly string[]): Rule[] {
  return using.flatMap((name): readonly Rule[] => {
    if (Object.hasOwn(hypotheses, name)) return hypotheses[name]!.rules;
    const statement = Object.hasOwn(theorems, name) ? theorems[name]!.statement : undefined;
    return statement?.relation === '=' ? [statement] : [];
  });
}

function factsOf({ hypotheses, theorems }: Theory, using: readonly string[]): KnownFact[] {
  return using.flatMap((name): KnownFact[] => {
    if (Object.hasOwn(hypotheses, name)) {
      return hypotheses[name]!.facts.map((fact, k) => ({ label: `${name}/${k}`, fact }));
    }
    const statement = Object.hasOwn(theorems, name) ? theorems[name]!.statement : undefined;
    return statement?.relation === '<=' ? [{ label: name, fact: difference(statement.right, statement.left) }] : [];
  });
}

/** What a certificate may draw on when its conclusion is computed outside the kernel, for evaluation. */
export function factOf(theory: Theory, label: string): Term {
  const found = factsOf(theory, [label.split('/')[0]!]);
  const fact = found[Number(label.split('/')[1] ?? 0)];
  if (fact === undefined) throw new TermError(`${label}: no such inequality`);
  return fact.fact;
}
