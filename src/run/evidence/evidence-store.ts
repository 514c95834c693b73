/** Evidence that was computed before, in files named by what it depends on, so that an unchanged claim costs nothing. */
import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { DoneUnit } from '../merge.js';

export interface EvidenceStore {
  readonly folder: string;
  /** What was saved for this claim under this key; null where there is nothing, or nothing that is whole. */
  load(claimId: string, key: string): Promise<readonly DoneUnit[] | null>;
  /** A reader sees the whole record or none. Without room or permission nothing is kept, and `warn` is told once. */
  save(claimId: string, key: string, done: readonly DoneUnit[]): Promise<void>;
}

/** Versions of a claim that are kept: seeds, branches, clones. */
const KEPT = 8;

/** `warn` is given one line each about what is damaged or cannot be kept. */
export function openStore(folder: string, warn: (line: string) => void): EvidenceStore {
  let writable = true;
  return {
    folder,
    async load(claimId, key) {
      const file = join(folder, nameOf(claimId, key));
      const text = await readFile(file, 'utf8').catch(() => null);
      if (text === null) return null;
      const done = unsealed(text);
      if (done !== null) return done;
      await rename(file, `${file}.damaged`).catch(() => {});
      warn(`${file}: damaged, set aside; ${claimId} is verified anew`);
      return null;
    },
    async save(claimId, key, done) {
      if (!writable) return;
      const file = join(folder, nameOf(claimId, key));
      // Written beside and renamed, so that a crash or another process never leaves half a record.
      const half = `${file}.${randomUUID()}.half`;
      try {
        await mkdir(folder, { recursive: true });
        await writeFile(half, sealed(done));
        await rename(half, file);
        await prune(folder, claimId);
      } catch (error) {
        await rm(half, { force: true }).catch(() => {});
        if (!writable) return;
        writable = false;
        warn(`${folder}: evidence cannot be kept (${(error as NodeJS.ErrnoException).code}); all else goes on`);
      }
    },
  };
}

const prefixOf = (claimId: string): string => `${encodeURIComponent(claimId)}@`;
const nameOf = (claimId: string, key: string): string => `${prefixOf(claimId)}${key.slice(0, 32)}.json`;

const digestOf = (text: string): string => createHash('sha256').update(text).digest('hex');

function sealed(done: readonly DoneUnit[]): string {
  const text = JSON.stringify(done);
  return `${digestOf(text)}\n${text}\n`;
}

function unsealed(text: string): readonly DoneUnit[] | null {
  const body = text.slice(65, -1);
  return text === `${digestOf(body)}\n${body}\n` ? (JSON.parse(body) as DoneUnit[]) : null;
}

/** Keeps the newest records of a claim. */
async function prune(folder: string, claimId: string): Promise<void> {
  const files = (await readdir(folder)).filter((name) => name.startsWith(prefixOf(claimId)));
  if (files.length <= KEPT) return;
  const aged = await Promise.all(
    files.map(async (name) => ({
      name,
      age: await stat(join(folder, name)).then(
        ({ mtimeMs }) => mtimeMs,
        () => 0,
      ),
    })),
  );
  aged.sort((a, b) => b.age - a.age);
  for (const { name } of aged.slice(KEPT)) await rm(join(folder, name), { force: true });
}
