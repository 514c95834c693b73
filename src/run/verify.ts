/** Verifies a corpus: plans, performs the units here or in a pool of workers, and merges. */
import type { Corpus } from '../claim/claim.js';
import type { Verdict } from '../claim/verdict.js';
import { proofBook } from '../engines/proof-book.js';
import { type DoneUnit, mergeVerdicts } from './merge.js';
import { planUnits, type RunOptions } from './plan.js';
import { performInPool } from './pool.js';
import { performUnit, type WorkUnit } from './units.js';

export interface VerifyOptions extends RunOptions {
  readonly workers: number;
  /** Called when a unit is done. */
  readonly onProgress?: (done: number, total: number, unit: WorkUnit) => void;
}

/** `url` is where workers import the corpus from; with one worker everything runs here. */
export async function verifyCorpus(corpus: Corpus, url: string, options: VerifyOptions): Promise<Verdict[]> {
  const units = planUnits(corpus, options);
  let count = 0;
  const note = (unit: WorkUnit): void => options.onProgress?.(++count, units.length, unit);
  const done =
    options.workers <= 1
      ? await performHere(corpus, units, note)
      : await performInPool(url, units, Math.min(options.workers, units.length), note);
  return mergeVerdicts(corpus, options, done);
}

async function performHere(
  corpus: Corpus,
  units: readonly WorkUnit[],
  note: (unit: WorkUnit) => void,
): Promise<DoneUnit[]> {
  const book = proofBook(corpus);
  const done: DoneUnit[] = [];
  for (const unit of units) {
    done.push({ unit, result: await performUnit(book, unit) });
    note(unit);
    await new Promise((resolve) => setImmediate(resolve)); // lets Ctrl-C and output through
  }
  return done;
}
