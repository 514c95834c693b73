import type { Claim, Corpus } from '../claim/claim.js';
import type { Verdict } from '../claim/verdict.js';
import { importCorpus, locateCorpus } from '../run/corpus.js';
import { DEFAULT_RUNS, DEFAULT_SEED } from '../run/plan.js';
import { verifyCorpus } from '../run/verify.js';
import { requireClaim } from './claim-id.js';
import { integerOption, workersOption } from './options.js';
import { progressLine } from './progress.js';

export interface VerifiedClaim {
  readonly corpus: Corpus;
  readonly claim: Claim;
  readonly verdict: Verdict;
  /** The verdicts of the claim and of all that it uses, in paper order. */
  readonly all: readonly Verdict[];
  readonly seed: number;
}

/** Verifies one claim with what it uses, here and now, so that what is shown is what holds. Throws BadInput. */
export async function verifyOne(
  id: string,
  values: Readonly<Record<'seed' | 'runs', string | undefined>> & { readonly workers?: string | undefined },
  deep = false,
): Promise<VerifiedClaim> {
  const seed = integerOption('--seed', values.seed ?? String(DEFAULT_SEED));
  const runs = integerOption('--runs', values.runs ?? String(DEFAULT_RUNS), 1);
  const workers = workersOption(values.workers);
  const place = await locateCorpus(process.cwd());
  const corpus = await importCorpus(place.url);
  requireClaim(id, corpus);
  const progress = progressLine();
  const options = { ids: [id], seed, runs, deep, workers, onProgress: progress.show };
  const all = await verifyCorpus(corpus, place.url, options);
  progress.clear();
  return {
    corpus,
    claim: corpus.claims.find((claim) => claim.id === id)!,
    verdict: all.find((verdict) => verdict.id === id)!,
    all,
    seed,
  };
}
