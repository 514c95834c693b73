/** The entry of a worker thread: loads the corpus once and performs one unit per call. */
import { type ProofBook, proofBook } from '../engines/proof-book.js';
import { importCorpus } from './corpus.js';
import { performUnit, type UnitResult, type WorkUnit } from './units.js';

export interface PoolTask {
  readonly corpusUrl: string;
  readonly unit: WorkUnit;
}

const books = new Map<string, Promise<ProofBook>>();

export default async function perform({ corpusUrl, unit }: PoolTask): Promise<UnitResult> {
  const known = books.get(corpusUrl);
  const book = known ?? importCorpus(corpusUrl).then(proofBook);
  if (known === undefined) books.set(corpusUrl, book);
  return performUnit(await book, unit);
}
