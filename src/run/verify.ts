/** Verifies a corpus: plans, performs the units here or in a pool of workers, and merges. */
import type { Corpus } from '../claim/claim.js';
import type { Counterexample, Verdict } from '../claim/verdict.js';
import { proofBook } from '../engines/proof-book.js';
import { type KeptEvidence, memoryOf } from './evidence/kept-evidence.js';
import { type DoneUnit, mergeVerdicts } from './merge.js';
import { planUnits, type RunOptions } from './plan.js';
import { performInPool } from './pool.js';
import { type Shard, unitsOfShard } from './shard.js';
import { performUnit, type WorkUnit } from './units.js';

export interface VerifyOptions extends RunOptions {
  readonly workers: number;
  /** Where evidence is kept, and what it depends on; without it everything is computed. */
  readonly evidence?: KeptEvidence | null;
  /** Called when a unit is done. */
  readonly onProgress?: (done: number, total: number, unit: WorkUnit) => void;
}

/** `url` is where workers import the corpus from; with one worker everything runs here. */
export async function verifyCorpus(corpus: Corpus, url: string, options: VerifyOptions): Promise<Verdict[]> {
  return mergeVerdicts(corpus, options, await perform(corpus, url, planUnits(corpus, options), options));
}

/** The share of the work that is due to one of several processes. */
export async function performShard(
  corpus: Corpus,
  url: string,
  shard: Shard,
  options: VerifyOptions,
): Promise<readonly DoneUnit[]> {
  return perform(corpus, url, unitsOfShard(planUnits(corpus, options), shard), options);
}

/** For each of these claims the counterexample to its statement that a verification finds too, or null. */
export async function findCounterexamples(
  corpus: Corpus,
  url: string,
  options: VerifyOptions & { readonly ids: readonly string[] },
): Promise<ReadonlyMap<string, Counterexample | null>> {
  const units = planUnits(corpus, options).filter(
    ({ claimId, part }) => part === 'refutation' && options.ids.includes(claimId),
  );
  const done = await perform(corpus, url, units, options);
  return new Map(
    done.flatMap(({ unit, result }) => (result.part === 'refutation' ? [[unit.claimId, result.refutation]] : [])),
  );
}

/** Units whose claim has its evidence in the store are not performed; what is performed is stored claim by claim, as it comes. */
async function perform(
  corpus: Corpus,
  url: string,
  units: readonly WorkUnit[],
  { workers, onProgress, evidence }: VerifyOptions,
): Promise<DoneUnit[]> {
  const memory = await memoryOf(corpus, units, evidence);
  const left = units.filter(({ claimId }) => !memory.found.has(claimId));
  let count = 0;
  const note = (done: DoneUnit): void => {
    memory.note(done);
    onProgress?.(++count, left.length, done.unit);
  };
  const crew = Math.min(workers, left.length);
  const done = await (crew <= 1 ? performHere(corpus, left, note) : performInPool(url, left, crew, note));
  await memory.saved();
  return [...[...memory.found.values()].flat(), ...done];
}

async function performHere(
  corpus: Corpus,
  units: readonly WorkUnit[],
  note: (done: DoneUnit) => void,
): Promise<DoneUnit[]> {
  const book = proofBook(corpus);
  const done: DoneUnit[] = [];
  for (const unit of units) {
    done.push({ unit, result: await performUnit(book, unit) });
    note(done[done.length - 1]!);
    await new Promise((resolve) => setImmediate(resolve)); // lets Ctrl-C and output through
  }
  return done;
}
