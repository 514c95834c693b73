/** The proofs of a corpus, and the theorems that a claim may draw on: those of the proved claims that it uses. */
import type { Claim, Corpus } from '../claim/claim.js';
import type { Theorem } from '../symbolic/kernel/proof.js';
import { type ProvedClaim, proveClaim } from './prove.js';

/** The proofs of a corpus, each checked at most once in this process. */
export interface ProofBook {
  readonly corpus: Corpus;
  readonly claim: (id: string) => Claim;
  /** Null for a claim without a proof. */
  readonly proofOf: (claim: Claim) => Promise<ProvedClaim | null>;
  readonly theoremsFor: (claim: Claim) => Promise<Readonly<Record<string, Theorem>>>;
}

export function proofBook(corpus: Corpus): ProofBook {
  const byId = new Map(corpus.claims.map((claim) => [claim.id, claim]));
  const proofs = new Map<string, Promise<ProvedClaim | null>>();
  const book: ProofBook = {
    corpus,
    claim: (id) => {
      const found = byId.get(id);
      if (found === undefined) throw new RangeError(`${id}: not a claim of this corpus`);
      return found;
    },
    proofOf: (claim) => {
      const known = proofs.get(claim.id);
      if (known !== undefined) return known;
      const proof = book.theoremsFor(claim).then((theorems) => proveClaim(claim, theorems));
      proofs.set(claim.id, proof);
      return proof;
    },
    theoremsFor: async (claim) => {
      const used = claim.uses.flatMap((id) => byId.get(id) ?? []);
      const proved = await Promise.all(
        used.map(async (other) => [other.id, (await book.proofOf(other))?.theorem] as const),
      );
      return Object.fromEntries(proved.flatMap(([id, theorem]) => (theorem == null ? [] : [[id, theorem] as const])));
    },
  };
  return book;
}
