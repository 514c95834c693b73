/** Chains without witnesses, for tests of the kernel: rewriting fills them in as far as it gets, the kernel judges. */
import { type Link, prove, type Reason, type Statement, type Theorem, type Theory } from '../kernel/proof.js';
import { TermError } from '../kernel/signature.js';
import type { Term } from '../kernel/term.js';
import { justify, type Outline } from '../propose/justify.js';

export interface Outlined {
  readonly relation: Link['relation'];
  readonly to: Term;
  readonly outline: Outline;
}

/** Proves a statement by a chain of outlined links. Throws ProofError at the first link that the kernel refuses. */
export const proveOutlined = (
  theory: Theory,
  statement: Statement,
  start: Term,
  outlined: readonly Outlined[],
): Theorem => prove(theory, statement, start, justifiedLinks(theory, start, outlined));

/** The links of a chain, each with its witnesses. */
export function justifiedLinks(theory: Theory, start: Term, outlined: readonly Outlined[]): Link[] {
  return outlined.map(({ relation, to, outline }, k) => {
    const from = outlined[k - 1]?.to ?? start;
    return { relation, to, reason: justified(theory, from, to, outline) };
  });
}

/** As `justify`, but where rewriting gives up on an ill-formed part the witnesses are empty, so that the kernel refuses. */
function justified(theory: Theory, from: Term, to: Term, outline: Outline): Reason {
  try {
    return justify(theory, from, to, outline);
  } catch (error) {
    if (!(error instanceof TermError)) throw error;
    return outline.by === 'induction' ? { ...outline, base: [], step: [] } : { ...outline, witness: [] };
  }
}
