/** A proof that a claim gives for a variant of its statement, checked by the kernel like its own. */
import type { Claim } from '../claim/claim.js';
import type { MutantEvidence } from '../claim/verdict.js';
import { ProofError, prove } from '../symbolic/kernel/proof.js';
import { variantTheory } from './also-true.js';
import type { ReadMutant } from './mutants.js';
import type { ProvedClaim } from './prove.js';
import { ChainError, resolveChain } from './resolve-chain.js';

/** Null where the claim gives none; a proof that does not check leaves the variant alive, and says so. */
export async function variantProof(
  claim: Claim,
  proved: ProvedClaim | null,
  { name, kernel }: ReadMutant,
): Promise<Pick<MutantEvidence, 'fate' | 'how'> | null> {
  const chain = claim.alsoTrue[name];
  const theory = proved === null ? null : variantTheory(proved);
  if (chain === undefined || theory === null) return null;
  try {
    const { start, links } = await resolveChain(theory, chain);
    prove(theory, kernel, start, links);
    const steps = `${links.length} ${links.length === 1 ? 'step' : 'steps'}`;
    return { fate: 'also true', how: `proved by the kernel: ${steps} of its own` };
  } catch (error) {
    if (!(error instanceof ChainError || error instanceof ProofError)) throw error;
    return { fate: 'survived', how: `the proof given for it does not check: ${error.message}` };
  }
}
