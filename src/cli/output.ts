import { once } from 'node:events';
import { setImmediate } from 'node:timers/promises';
import { styleText } from 'node:util';

/** Writes to stdout, and waits when the reader is slower than we are. */
export async function print(text: string): Promise<void> {
  if (!process.stdout.write(text)) await once(process.stdout, 'drain');
}

/** Emphasis for people: bold on a terminal, unless NO_COLOR is set; plain in a file or a pipe. */
export function heading(text: string): string {
  return process.stdout.isTTY && !process.env.NO_COLOR ? styleText('bold', text) : text;
}

/** Columns of the terminal that reads stdout; a file or a pipe takes lines of any length. */
export function outputWidth(): number {
  return process.stdout.isTTY ? process.stdout.columns || 80 : Number.POSITIVE_INFINITY;
}

/** How long a computation may keep Ctrl-C waiting, in milliseconds. */
const LONGEST_SILENCE = 50;

/** To be awaited in every turn of a long loop: lets signals and output through when it is time. */
export function pacer(): () => Promise<void> {
  let last = performance.now();
  return async () => {
    if (performance.now() - last < LONGEST_SILENCE) return;
    await setImmediate();
    last = performance.now();
  };
}
