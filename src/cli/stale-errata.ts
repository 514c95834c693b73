import { readFile } from 'node:fs/promises';
import { relative } from 'node:path';
import type { Corpus } from '../claim/claim.js';
import type { Verdict } from '../claim/verdict.js';
import { errataMarkdown } from '../report/errata-markdown.js';
import type { CorpusPlace } from '../run/corpus.js';
import { errataFrom } from '../run/errata.js';
import { basisText } from './errata.js';

/** In what line the kept list of errata is not what the verdicts on the whole corpus say; null where it is, or none is kept. */
export async function staleErrata(
  { errata, lock, folder }: CorpusPlace,
  corpus: Corpus,
  verdicts: readonly Verdict[],
  seed: number,
): Promise<string | null> {
  if (errata === null) return null;
  const file = relative(folder, errata);
  const cure = `"kasym errata --markdown --out ${file}" writes it`;
  const kept = await readFile(errata, 'utf8').catch(() => null);
  if (kept === null) return `${file}: cannot be read; ${cure}`;
  const due = errataMarkdown(errataFrom(corpus, verdicts, seed), basisText(seed, relative(folder, lock)));
  if (kept === due) return null;
  const [old, fresh] = [kept.split('\n'), due.split('\n')];
  const line = fresh.findIndex((text, k) => text !== old[k]);
  return `${file}: stale from line ${(line < 0 ? fresh.length : line) + 1} on; ${cure}`;
}
