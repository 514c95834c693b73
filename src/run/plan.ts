/** Which work a verification consists of, in the order in which it is started: the long parts first. */
import type { Claim, Corpus } from '../claim/claim.js';
import { isEnclosureClaim } from '../claim/enclosure-claim.js';
import type { Profile } from '../claim/experiment.js';
import { casesOf, experimentOf, isExperimentClaim } from '../claim/experiment-claim.js';
import { isStatistical } from '../claim/law.js';
import { isStatisticalClaim } from '../claim/statistical-claim.js';
import type { WorkUnit } from './units.js';

export interface RunOptions {
  /** Claims to verify; null means all. */
  readonly ids: readonly string[] | null;
  readonly seed: number;
  /** Instances per law, before its share; laws about random draws say themselves how many they need. */
  readonly runs: number;
  /** Whether laws about random draws make as many as their deep profile says. */
  readonly deep?: boolean;
}

/** The selected claims and all that they use, directly or not, in the order of the corpus. */
export function selectedClaims(corpus: Corpus, ids: readonly string[] | null): readonly Claim[] {
  if (ids === null) return corpus.claims;
  const byId = new Map(corpus.claims.map((claim) => [claim.id, claim]));
  const wanted = new Set<string>();
  const visit = (id: string): void => {
    if (wanted.has(id)) return;
    wanted.add(id);
    byId.get(id)?.uses.forEach(visit);
  };
  ids.forEach(visit);
  return corpus.claims.filter(({ id }) => wanted.has(id));
}

/** What a run is without options: the corpus in well under a minute on two cores. */
export const DEFAULT_SEED = 1;
export const DEFAULT_RUNS = 400;

/** Instances of a law in one unit. */
const BLOCK = 100;
/** Parts into which the wrong variants of a claim are cut; each part draws its own instances. */
const MUTANT_BLOCKS = 2;

export function planUnits(corpus: Corpus, options: RunOptions): WorkUnit[] {
  const claims = selectedClaims(corpus, options.ids);
  const runs = caseUnits(claims.filter(isExperimentClaim), 'quick', options.seed);
  return claims.flatMap((claim) =>
    isExperimentClaim(claim) ? runs.filter(({ claimId }) => claimId === claim.id) : unitsOf(claim, options),
  );
}

/** One run of the experiment that the claim is about. */
export const caseUnit = (claimId: string, profile: Profile, name: string, seed: number): WorkUnit => ({
  claimId,
  part: `${profile} case ${name}`,
  block: 0,
  blocks: 1,
  seed,
  runs: 1,
});

/** Every run that claims about experiments need, once: it belongs to the first claim that asks for it. */
function caseUnits(claims: readonly Claim[], profile: Profile, seed: number): WorkUnit[] {
  const planned = new Map<string, WorkUnit>();
  for (const claim of claims) {
    for (const { name } of casesOf(claim, profile)) {
      const key = JSON.stringify([experimentOf(claim).id, name]);
      if (!planned.has(key)) planned.set(key, caseUnit(claim.id, profile, name, seed));
    }
  }
  return [...planned.values()];
}

function unitsOf(claim: Claim, { seed, runs, deep = false }: RunOptions): WorkUnit[] {
  const parts = (part: WorkUnit['part'], blocks: number, share = runs): WorkUnit[] =>
    Array.from({ length: blocks }, (_, block) => ({ claimId: claim.id, part, block, blocks, seed, runs: share }));
  const laws = claim.laws.flatMap((law) => {
    const share = isStatistical(law) ? law.draws[deep ? 'deep' : 'quick'] : Math.max(1, Math.round(runs * law.share));
    return parts(`law ${law.id}`, Math.ceil(share / BLOCK), share);
  });
  const variants = parts('mutants', MUTANT_BLOCKS);
  if (isStatisticalClaim(claim)) return [...laws, ...variants];
  if (isEnclosureClaim(claim)) return [...laws, ...variants, ...parts('enclosure', 1)];
  return [
    ...laws,
    ...variants,
    ...parts('refutation', 1),
    ...parts('evaluation', 1),
    ...parts('hypotheses', 1),
    ...parts('proof', 1),
  ];
}
