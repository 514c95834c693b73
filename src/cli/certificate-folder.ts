import { mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import type { Certificate } from '../engines/certificate.js';
import { FORMAT, VERSION } from '../engines/certificate-format.js';
import { BadInput } from '../numeric/bad-input.js';

const INDEX = 'index.json';

/**
 * Writes one file per certificate and an index in their order, all or nothing: the files are written beside the folder
 * first, and the folder takes its name when they are complete. Throws BadInput for a folder that holds anything else.
 */
export async function writeCertificates(folder: string, corpus: string, all: readonly Certificate[]): Promise<void> {
  const target = resolve(folder);
  const replaces = await requireOurs(target, folder);
  const fresh = join(dirname(target), `.kasym-certificates-${process.pid}`);
  try {
    await mkdir(dirname(target), { recursive: true });
    await mkdir(fresh);
    for (const { claim, document } of all) await writeFile(join(fresh, fileOf(claim)), text(document));
    const certificates = all.map(({ claim, uses }) => ({ claim, file: fileOf(claim), uses }));
    await writeFile(join(fresh, INDEX), text({ format: `${FORMAT}s`, version: VERSION, corpus, certificates }));
    if (replaces) await rm(target, { recursive: true });
    await rename(fresh, target);
  } catch (error) {
    await rm(fresh, { recursive: true, force: true });
    throw new BadInput(`--out ${folder}: cannot write there (${(error as NodeJS.ErrnoException).code ?? error})`);
  }
}

const fileOf = (claim: string): string => `${claim}.json`;
const text = (value: unknown): string => `${JSON.stringify(value, null, 1)}\n`;

/** Whether there is a folder to replace: an empty one, or one of earlier certificates and nothing else. */
async function requireOurs(target: string, folder: string): Promise<boolean> {
  const found = await readdir(target).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw new BadInput(`--out ${folder}: expected a folder (${error.code})`);
  });
  if (found === null) return false;
  const known = new Set([INDEX, ...(found.includes(INDEX) ? await listed(join(target, INDEX)) : [])]);
  const other = found.find((name) => !known.has(name));
  if (other !== undefined)
    throw new BadInput(`--out ${folder}: expected a new or empty folder, or earlier certificates; it holds ${other}`);
  return true;
}

async function listed(index: string): Promise<string[]> {
  try {
    const { certificates } = JSON.parse(await readFile(index, 'utf8')) as { certificates: { file: string }[] };
    return certificates.map(({ file }) => file);
  } catch {
    return [];
  }
}
