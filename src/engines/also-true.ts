/** Whether a wrong variant is true after all: the kernel proves it from the claim's own proof and evident slack. */
import { type Link, ProofError, prove, type Statement, type Theory } from '../symbolic/kernel/proof.js';
import { TermError } from '../symbolic/kernel/signature.js';
import type { Term } from '../symbolic/kernel/term.js';
import { justify, type Outline } from '../symbolic/propose/justify.js';
import type { PositivitySearch } from '../symbolic/propose/positivity-search.js';
import type { ProvedClaim } from './prove.js';
import { searchCiting } from './resolve-chain.js';

/** A sentence saying why, or null. Failing to prove a variant says nothing about it. */
export function alsoTrue(proved: ProvedClaim, variant: Statement): string | null {
  const theory = variantTheory(proved);
  const links = proved.chains.find(({ part }) => part === 'proof')?.links ?? [];
  if (theory === null || links.length === 0) return null;
  const slack = slackIn(theory, [...new Set(links.flatMap((link) => link.reason.using))], variant.relation);
  const first = links[0]!.from;
  const proves = (whole: readonly Link[]): boolean => succeeds(() => prove(theory, variant, variant.left, whole));
  const before = slack(variant.left, first);
  // The whole proof first, then shorter and shorter beginnings of it.
  for (let kept = before === null ? -1 : links.length; kept >= 0; kept--) {
    const after = slack(kept === 0 ? first : links[kept - 1]!.to, variant.right);
    if (after === null || !proves([...before!, ...links.slice(0, kept), ...after])) continue;
    const steps = kept === links.length ? 'the whole proof' : `the first ${kept} of ${links.length} steps`;
    return `proved by the kernel: ${steps}, and evident slack`;
  }
  const direct = slack(variant.left, variant.right);
  return direct !== null && proves(direct) ? 'proved by the kernel: evident from the hypotheses' : null;
}

/** What a variant may be proved from: the claim's hypotheses, what it uses, and the claim itself, for a weaker variant. */
export function variantTheory({ theorem, chains }: ProvedClaim): Theory | null {
  const theory = chains.find(({ part }) => part === 'proof')?.theory;
  if (theorem === null || theory === undefined) return null;
  return { ...theory, theorems: { ...theory.theorems, 'the claim itself': theorem } };
}

/** Links from one term to another that the kernel accepts; null where none is found. */
type Slack = (from: Term, to: Term) => readonly Link[] | null;

function slackIn(theory: Theory, cited: readonly string[], relation: Statement['relation']): Slack {
  const ways = relation === '=' ? [] : citations(theory, cited);
  const searches = new Map<readonly string[], PositivitySearch | null>();
  const searchBy = (using: readonly string[]): PositivitySearch | null => {
    const known = searches.get(using) ?? orNull(() => searchCiting(theory, using));
    searches.set(using, known);
    return known;
  };
  return (from, to) => {
    const accepted = (link: Statement['relation'], outline: Outline): readonly Link[] | null =>
      orNull(() => {
        const links: Link[] = [{ relation: link, to, reason: justify(theory, from, to, outline) }];
        const holds = succeeds(() => prove(theory, { left: from, relation: link, right: to }, from, links));
        return holds ? links : null;
      });
    for (const using of [[], cited]) {
      const same = accepted('=', { by: 'rewriting', using });
      if (same !== null) return same;
    }
    for (const using of ways) {
      const certificate = orNull(() => searchBy(using)?.(from, to) ?? null);
      if (certificate === null) continue;
      const link = accepted('<=', { by: 'positivity', certificate, using });
      if (link !== null) return link;
    }
    return null;
  };
}

/**
 * Which names a slack may cite: rewriting helps or hinders, so the inequalities are tried with no equations first, then
 * with those of each name alone; any hypothesis of the claim may serve, not only those that its own proof cites.
 */
function citations({ hypotheses, theorems }: Theory, cited: readonly string[]): (readonly string[])[] {
  const facts = [
    ...Object.entries(hypotheses).flatMap(([name, { facts: own }]) => (own.length > 0 ? [name] : [])),
    ...Object.entries(theorems).flatMap(([name, { statement }]) => (statement.relation === '<=' ? [name] : [])),
  ];
  const distinct = (names: readonly string[]): readonly string[] => [...new Set(names)];
  const all = distinct([...cited, ...Object.keys(hypotheses)]);
  return [facts, ...all.map((name) => distinct([...facts, name])), distinct([...facts, ...cited])];
}

/** What a computation gives, or null where a term of it has no normal form. */
function orNull<T>(find: () => T): T | null {
  try {
    return find();
  } catch (error) {
    if (error instanceof TermError) return null;
    throw error;
  }
}

function succeeds(proof: () => unknown): boolean {
  try {
    proof();
    return true;
  } catch (error) {
    if (error instanceof ProofError || error instanceof TermError) return false;
    throw error;
  }
}
