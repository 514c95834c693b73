import { writeFile } from 'node:fs/promises';
import { BadInput } from '../numeric/bad-input.js';

/** Replaces the file that `--out` names. Throws BadInput where it cannot be written. */
export async function writeOut(file: string, text: string): Promise<void> {
  try {
    await writeFile(file, text);
  } catch (error) {
    throw new BadInput(`--out ${file}: cannot write there (${(error as NodeJS.ErrnoException).code ?? error})`);
  }
}
