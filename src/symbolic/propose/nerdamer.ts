/**
 * nerdamer as a proposer: what it answers is a guess that the kernel has to confirm.
 *
 * A request that takes too long is given up and its thread ended.
 */
import { Worker } from 'node:worker_threads';
import { TermError } from '../kernel/signature.js';
import { compiledModule } from './compiled-module.js';

export type NerdamerRequest =
  | { readonly operation: 'expand'; readonly expression: string }
  | { readonly operation: 'diff' | 'integrate' | 'partfrac'; readonly expression: string; readonly variable: string }
  | { readonly operation: 'solve'; readonly equations: readonly string[]; readonly variables: readonly string[] };

export interface NerdamerAnswer {
  readonly texts: readonly string[];
  readonly failure: string | null;
}

/** Milliseconds after which nerdamer is given up; the corpus needs a few hundred, its start included. */
const TIMEOUT = 20_000;

/**
 * nerdamer's answer: one text, or for `solve` one per variable. Throws TermError where it fails or does not end.
 *
 * Every request gets a thread of its own, because nerdamer keeps state: an expansion that takes 0.2 s in a fresh thread
 * did not end within 20 s after another one in the same thread.
 */
export function askNerdamer(request: NerdamerRequest, timeout = TIMEOUT): Promise<readonly string[]> {
  // nerdamer prints the equations that it solves; they would stand in the middle of our output.
  const worker = new Worker(compiledModule('./nerdamer-worker.js', import.meta.url), { stdout: true });
  return new Promise<readonly string[]>((resolve, reject) => {
    const finish = (settle: () => void): void => {
      clearTimeout(timer);
      void worker.terminate();
      settle();
    };
    const giveUp = (why: string): void => finish(() => reject(new TermError(`nerdamer: ${request.operation} ${why}`)));
    const timer = setTimeout(() => giveUp(`took longer than ${timeout} ms`), timeout);
    worker.once('error', (error: Error) => giveUp(`failed: ${error.message}`));
    worker.once('message', ({ texts, failure }: NerdamerAnswer) =>
      failure === null ? finish(() => resolve(texts)) : giveUp(`failed: ${failure}`),
    );
    worker.postMessage(request);
  });
}
