/** Whether a wrong variant is true after all: the kernel proves it from the claim's own proof and evident slack. */
import { type Link, ProofError, prove, type Statement, type Theory } from '../symbolic/kernel/proof.js';
import { TermError } from '../symbolic/kernel/signature.js';
import type { Term } from '../symbolic/kernel/term.js';
import type { ProvedClaim } from './prove.js';
import { search } from './resolve-chain.js';

/** A sentence saying why, or null. Failing to prove a variant says nothing about it. */
export function alsoTrue(proved: ProvedClaim, variant: Statement): string | null {
  const chain = proved.chains.find(({ part }) => part === 'proof');
  if (proved.theorem === null || chain === undefined) return null;
  const { theory, statement, links } = chain;
  const [start, last] = [links[0]?.from ?? statement.left, links[links.length - 1]];
  const using = citedWith(
    theory,
    links.flatMap((link) => link.reason.using),
  );
  const attempts: (readonly [string, () => readonly Link[], Term])[] = [
    [
      'the proof, with evident slack before and after it',
      () => [
        ...slack(theory, variant.left, start, using),
        ...links,
        ...slack(theory, last?.to ?? start, variant.right, using),
      ],
      variant.left,
    ],
    [
      'the proof with another last step',
      () => [...links.slice(0, -1), ...slack(theory, last?.from ?? start, variant.right, using)],
      start,
    ],
  ];
  for (const [how, build, from] of attempts) {
    const proof = attempt(() => prove(theory, variant, from, build()));
    if (proof) return `proved by the kernel: ${how}`;
  }
  return null;
}

/** What the proof cites, and every hypothesis that states an inequality. */
function citedWith({ hypotheses }: Theory, cited: readonly string[]): string[] {
  const facts = Object.entries(hypotheses).flatMap(([name, { facts: own }]) => (own.length > 0 ? [name] : []));
  return [...new Set([...cited, ...facts])];
}

/** from <= to by an evident certificate; nothing where both are one term. */
function slack(theory: Theory, from: Term, to: Term, using: readonly string[]): Link[] {
  if (from === to) return [];
  const same: Link = { relation: '=', to, reason: { by: 'rewriting', using: [] } };
  if (attempt(() => prove(theory, { left: from, relation: '=', right: to }, from, [same]))) return [same];
  return [{ relation: '<=', to, reason: { by: 'positivity', certificate: search(theory, from, to, using), using } }];
}

function attempt(proof: () => unknown): boolean {
  try {
    proof();
    return true;
  } catch (error) {
    if (error instanceof ProofError || error instanceof TermError) return false;
    throw error;
  }
}
