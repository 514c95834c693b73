/** From a chain as written to links that the kernel can check: texts are parsed, terms and certificates proposed. */
import type { Chain, Justification, Proposal, Step } from '../claim/chain.js';
import type { Positivity } from '../symbolic/kernel/positivity.js';
import type { Link, Reason, Theory } from '../symbolic/kernel/proof.js';
import { TermError } from '../symbolic/kernel/signature.js';
import type { Term } from '../symbolic/kernel/term.js';
import { parseStatement, parseTerm } from '../symbolic/notation/parse.js';
import { factsOf, justify, namedRules } from '../symbolic/propose/justify.js';
import { proposeNext, proposeSolution } from '../symbolic/propose/next-term.js';
import { type PositivitySearch, positivitySearch } from '../symbolic/propose/positivity-search.js';

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

function nextTerm({ signature }: Theory, from: Term, to: string | Proposal): Term | Promise<Term> {
  const parse = (text: string): Term => parseTerm(signature, text);
  if (typeof to === 'string') return parse(to);
  if (to.operation !== 'solve') return proposeNext(signature, from, to.operation);
  const equations = to.equations.map((text) => parseStatement(signature, text));
  return proposeSolution(signature, equations, to.unknowns.map(parse), parse(to.wanted));
}

function resolveReason(theory: Theory, from: Term, to: Term, because: Justification): Reason {
  const parse = (text: string): Term => parseTerm(theory.signature, text);
  if (because.by !== 'positivity') return justify(theory, from, to, because);
  const { certificate: source, using } = because;
  const certificate = source.kind === 'build' ? source.build(parse) : search(theory, from, to, using);
  return justify(theory, from, to, { by: 'positivity', certificate, using });
}

/** The certificate that every monomial of `to - from` is visibly nonnegative. Throws TermError where none is found. */
function search(theory: Theory, from: Term, to: Term, using: readonly string[]): Positivity {
  const found = searchCiting(theory, using)(from, to);
  if (found === null)
    throw new TermError('no certificate found: some monomial of the difference is not visibly nonnegative');
  return found;
}

/** The search that draws on the cited names. Throws TermError where their rules do not come to an end. */
export function searchCiting(theory: Theory, using: readonly string[]): PositivitySearch {
  const rules = namedRules(theory, using).map(({ rule }) => rule);
  return positivitySearch(theory.signature, rules, factsOf(theory, using));
}
