import { readFile } from 'node:fs/promises';
import { BadInput } from '../numeric/bad-input.js';
import type { Instance } from '../quantum/instance.js';
import { parseInstance } from '../quantum/instance-file.js';

/** The instance in a file, or on stdin if the name is `-`. Throws BadInput with one line that names the file. */
export async function readInstance(path: string): Promise<Instance> {
  const name = path === '-' ? 'stdin' : path;
  return parseInstance(await readText(path, name), name);
}

async function readText(path: string, name: string): Promise<string> {
  try {
    if (path !== '-') return await readFile(path, 'utf8');
    const parts: Buffer[] = [];
    for await (const part of process.stdin) parts.push(part);
    return Buffer.concat(parts).toString('utf8');
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (typeof code !== 'string') throw error;
    throw new BadInput(`${name}: ${REASONS[code] ?? `cannot be read (${code})`}`);
  }
}

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'no such file',
  EISDIR: 'expected an instance file, got a directory',
  ENOTDIR: 'no such file, since a part of the path is not a directory',
  EACCES: 'not readable: permission denied',
  EPERM: 'not readable: permission denied',
  ENAMETOOLONG: 'no such file, since the name is too long',
  ERR_FS_FILE_TOO_LARGE: 'expected an instance file of less than 2 GB',
  ERR_STRING_TOO_LONG: 'expected an instance file of less than 512 MB',
};
