/** Finds the corpus to verify and imports it. */
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { Corpus } from '../claim/claim.js';
import { BadInput } from '../numeric/bad-input.js';
import { requireConnected, requireReadable } from './well-formed.js';

export interface CorpusPlace {
  /** What is imported; it exports `corpus`. */
  readonly url: string;
  /** The file of the locked verdicts. */
  readonly lock: string;
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
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch {
    throw new BadInput(`${file}: expected JSON`);
  }
  const field = (content as { kasym?: { corpus?: unknown; lock?: unknown } } | null)?.kasym;
  if (field?.corpus === undefined) return null;
  const { corpus, lock = 'fixtures/verdicts.json' } = field;
  if (typeof corpus !== 'string' || typeof lock !== 'string') {
    throw new BadInput(`${file}: kasym: expected "corpus" and "lock" to be paths`);
  }
  return { url: pathToFileURL(join(folder, corpus)).href, lock: join(folder, lock) };
}

/** The corpus that a module exports. Throws BadInput where there is none or it does not hang together. */
export async function importCorpus(url: string): Promise<Corpus> {
  const path = fileURLToPath(url);
  const module = (await import(url).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ERR_MODULE_NOT_FOUND' && String(error.message).includes(path)) {
      throw new BadInput(`${path}: no such corpus; has it been built?`);
    }
    throw new BadInput(`${path}: cannot be imported: ${error instanceof Error ? error.message : String(error)}`, {
      cause: error,
    });
  })) as { corpus?: Corpus };
  const { corpus } = module;
  if (corpus === undefined || !Array.isArray(corpus.claims)) {
    throw new BadInput(`${path}: expected a module that exports "corpus", with its claims`);
  }
  requireConnected(corpus, path);
  requireReadable(corpus, path);
  return corpus;
}
