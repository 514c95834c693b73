/** The errata of a corpus, from its locked verdicts where there are any and from fresh ones where not. */
import type { Corpus } from '../claim/claim.js';
import type { ErrataList } from '../claim/errata-list.js';
import type { Counterexample, Verdict } from '../claim/verdict.js';
import { errataOf, involvedIn, type Judgement } from '../engines/errata.js';
import { isAgainst } from '../engines/verdict.js';
import { randomFromSeed } from '../numeric/random.js';
import type { Lock } from './lock.js';
import { findCounterexamples, type VerifyOptions, verifyCorpus } from './verify.js';

export interface ListedErrata {
  readonly list: ErrataList;
  /** The claims that were verified now, because no lock was given, or it had no verdict, or its refutation did not come again. */
  readonly verified: readonly string[];
}

/**
 * A lock saves the proofs of what repairs the print. Refutations are cheap, and a list of errata without counterexamples
 * would be hearsay: so each is found again. Where that fails the claim is verified in full, and the lock is not believed.
 */
export async function listErrata(
  corpus: Corpus,
  url: string,
  lock: Pick<Lock, 'get'> | null,
  options: Omit<VerifyOptions, 'ids'>,
): Promise<ListedErrata> {
  const involved = involvedIn(corpus);
  const printed = new Set(corpus.claims.flatMap(({ id, asPrinted }) => (asPrinted ? [id] : [])));
  const judgements = new Map<string, Judgement>();
  for (const id of involved) {
    const locked = lock?.get(id);
    if (locked !== undefined) judgements.set(id, locked);
  }
  const refuted = [...judgements].flatMap(([id, { verdict }]) => (printed.has(id) && isAgainst(verdict) ? [id] : []));
  const witnesses = await findCounterexamples(corpus, url, { ...options, ids: refuted });
  for (const id of refuted) {
    const witness = witnesses.get(id) ?? null; // runs and intervals refute without any
    const locked = judgements.get(id)!;
    if (confirms(witness, locked)) judgements.set(id, { ...locked, witness });
    else judgements.delete(id);
  }
  const verified = involved.filter((id) => !judgements.has(id));
  if (verified.length > 0) {
    for (const verdict of await verifyCorpus(corpus, url, { ...options, ids: verified })) {
      if (verified.includes(verdict.id)) judgements.set(verdict.id, verdict);
    }
  }
  return { list: errataOf(corpus, judgements, randomFromSeed(options.seed)), verified };
}

/** The list that follows from verdicts on the whole corpus: the same that `listErrata` finds with that seed. */
export const errataFrom = (corpus: Corpus, verdicts: readonly Verdict[], seed: number): ErrataList =>
  errataOf(corpus, new Map(verdicts.map((verdict) => [verdict.id, verdict])), randomFromSeed(seed));

/** A refutation may also come from a law, or need a search with luck: then the whole verification decides. */
const confirms = (witness: Counterexample | null, { verdict }: Judgement): boolean =>
  witness !== null && verdict === (witness.decided === 'exactly' ? 'refuted-exactly' : 'refuted-numerically');
