/** Finds the corpus to verify and imports it. */
import { readFile, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Corpus } from '../claim/claim.js';
import { BadInput } from '../numeric/bad-input.js';
import { requireCorpus } from './corpus-shape.js';
import { requireConnected, requireReadable } from './well-formed.js';
import { requireExperiments } from './well-formed-experiments.js';
import { requirePrintMarks } from './well-formed-print.js';

export interface CorpusPlace {
  /** What is imported; it exports `corpus`. */
  readonly url: string;
  /** The file of the locked verdicts. */
  readonly lock: string;
  /** The list of errata that is kept beside the corpus; null: none. */
  readonly errata: string | null;
  /** Of the package.json that names them. */
  readonly folder: string;
}

/** The nearest package.json upward from the folder that names a corpus, else kasym's own. Throws BadInput. */
export async function locateCorpus(folder: string): Promise<CorpusPlace> {
  const own = dirname(fileURLToPath(import.meta.url));
  const place = (await nearestPlace(folder)) ?? (await nearestPlace(own));
  if (place === null)
    throw new BadInput('no corpus: no package.json upward from here names one in "kasym": {"corpus"}');
  return place;
}

async function nearestPlace(folder: string): Promise<CorpusPlace | null> {
  for (let here = folder; ; here = dirname(here)) {
    const file = join(here, 'package.json');
    const text = await readFile(file, 'utf8').catch(() => null);
    const named = text === null ? null : placeIn(here, file, text);
    if (named !== null) return named;
    if (dirname(here) === here) return null;
  }
}

function placeIn(folder: string, file: string, text: string): CorpusPlace | null {
  const field = fieldOf(file, text);
  if (field === undefined) return null;
  if (typeof field !== 'object' || field === null || !('corpus' in field)) {
    throw new BadInput(`${file}: kasym: expected {"corpus": PATH} and perhaps "lock", got ${JSON.stringify(field)}`);
  }
  const { corpus, lock = 'fixtures/verdicts.json', errata = null } = field as Record<string, unknown>;
  if (!isPath(corpus) || !isPath(lock) || !(errata === null || isPath(errata))) {
    throw new BadInput(`${file}: kasym: expected "corpus", "lock" and "errata" to be paths`);
  }
  return {
    url: pathToFileURL(join(folder, corpus)).href,
    lock: join(folder, lock),
    errata: errata === null ? null : join(folder, errata),
    folder,
  };
}

const isPath = (value: unknown): value is string => typeof value === 'string' && value !== '';

/** What package.json has under "kasym"; `undefined` if it has nothing. */
function fieldOf(file: string, text: string): unknown {
  try {
    return (JSON.parse(text) as { kasym?: unknown } | null)?.kasym;
  } catch {
    throw new BadInput(`${file}: expected JSON`);
  }
}

/** The corpus that a module exports. Throws BadInput where there is none or it does not hang together. */
export async function importCorpus(url: string): Promise<Corpus> {
  const path = fileURLToPath(url);
  const found = await stat(path).catch(() => null);
  if (found === null) throw new BadInput(`${path}: no such corpus; has it been built?`);
  if (!found.isFile()) throw new BadInput(`${path}: expected the corpus to be a module, got a directory`);
  const { corpus } = (await import(url).catch((error: unknown) => {
    const reason = error instanceof Error ? error.message : String(error);
    throw new BadInput(`${path}: cannot be imported: ${reason}; KASYM_DEBUG=1 shows where`, { cause: error });
  })) as { corpus?: unknown };
  requireCorpus(corpus, path);
  requireConnected(corpus, path);
  requirePrintMarks(corpus, path);
  requireReadable(corpus, path);
  requireExperiments(corpus, path);
  return corpus;
}
