import { readFile } from 'node:fs/promises';

/** The version in kasym's own package.json, the nearest one above this file (the depth differs between src and dist). */
export async function version(): Promise<string> {
  for (let folder = new URL('.', import.meta.url); ; folder = new URL('..', folder)) {
    const text = await readFile(new URL('package.json', folder), 'utf8').catch(() => null);
    if (text !== null) return `kasym ${(JSON.parse(text) as { version: string }).version}`;
    if (folder.pathname === '/') return 'kasym, version unknown';
  }
}
