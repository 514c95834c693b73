import type { Claim } from '../claim/claim.js';
import type { Hypothesis, Theorem, Theory } from '../symbolic/kernel/proof.js';

/** The claim's hypotheses but for some, which are not to be seen: the outside of a barrier in the main proof. */
export function theoryOf(
  claim: Claim,
  theorems: Readonly<Record<string, Theorem>>,
  without: readonly string[] = [],
): Theory {
  const hypotheses: [string, Hypothesis][] = Object.entries(claim.given).filter(([name]) => !without.includes(name));
  return { signature: claim.theory.signature, hypotheses: Object.fromEntries(hypotheses), theorems };
}
