/** Counterexamples that were found earlier, one file each in a folder beside the conjecture. */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { Counterexample } from '../claim/verdict.js';
import { BadInput } from '../numeric/bad-input.js';

export interface StoredCounterexample {
  /** The conjecture's file, as seen from this one. */
  readonly conjecture: string;
  readonly statement: string;
  readonly counterexample: Counterexample;
}

/** Where the counterexample to a conjecture file belongs. */
export const placeOf = (file: string): string =>
  join(dirname(file), 'counterexamples', `${basename(file).replace(/\.claim\.(ts|txt)$/, '')}.json`);

/** Those to be tried first; a file that cannot be read is no evidence. */
export async function pastCounterexamples(file: string): Promise<readonly Counterexample[]> {
  const stored = await readStored(placeOf(file)).catch(() => null);
  return stored === null ? [] : [stored.counterexample];
}

/** Throws BadInput where the file holds no counterexample. */
export async function readStored(path: string): Promise<StoredCounterexample> {
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw new BadInput(`${path}: cannot be read (${error.code ?? error.message})`);
  });
  const wrong = new BadInput(`${path}: expected a counterexample as "kasym check" writes it`);
  let stored: Partial<StoredCounterexample> | null;
  try {
    stored = JSON.parse(text);
  } catch {
    throw wrong;
  }
  const found = stored?.counterexample;
  if (typeof stored?.conjecture !== 'string' || typeof found !== 'object' || typeof found?.values !== 'object')
    throw wrong;
  return stored as StoredCounterexample;
}

/** Writes it and says where. */
export async function keepCounterexample(file: string, statement: string, found: Counterexample): Promise<string> {
  const path = placeOf(file);
  await mkdir(dirname(path), { recursive: true });
  const stored: StoredCounterexample = { conjecture: `../${basename(file)}`, statement, counterexample: found };
  await writeFile(path, `${JSON.stringify(stored, null, 1)}\n`);
  return path;
}
