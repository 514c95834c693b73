import { writeFile } from 'node:fs/promises';
import { BadInput } from '../numeric/bad-input.js';

/** Replaces the file that the option names. Throws BadInput where it cannot be written. */
export async function writeOut(file: string, text: string, option = '--out'): Promise<void> {
  try {
    await writeFile(file, text);
  } catch (error) {
    throw new BadInput(`${option} ${file}: cannot write there (${(error as NodeJS.ErrnoException).code ?? error})`);
  }
}
