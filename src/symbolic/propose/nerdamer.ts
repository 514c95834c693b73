/**
 * nerdamer as a proposer: what it answers is a guess that the kernel has to confirm.
 *
 * One request at a time; a request that takes too long is given up and its thread ended.
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

let thread: Worker | null = null;
let queue: Promise<unknown> = Promise.resolve();

/** nerdamer's answer: one text, or for `solve` one per variable. Throws TermError where it fails or does not end. */
export function askNerdamer(request: NerdamerRequest, timeout = TIMEOUT): Promise<readonly string[]> {
  const answer = queue.then(() => exchange(request, timeout));
  queue = answer.catch(() => undefined);
  return answer;
}

function exchange(request: NerdamerRequest, timeout: number): Promise<readonly string[]> {
  thread ??= new Worker(compiledModule('./nerdamer-worker.js', import.meta.url));
  const worker = thread;
  worker.ref();
  return new Promise<readonly string[]>((resolve, reject) => {
    const finish = (settle: () => void): void => {
      clearTimeout(timer);
      worker.removeAllListeners();
      worker.unref();
      settle();
    };
    const giveUp = (why: string): void => {
      thread = null;
      void worker.terminate();
      finish(() => reject(new TermError(`nerdamer: ${request.operation} ${why}`)));
    };
    const timer = setTimeout(() => giveUp(`took longer than ${timeout} ms`), timeout);
    worker.once('error', (error: Error) => giveUp(`failed: ${error.message}`));
    worker.once('message', ({ texts, failure }: NerdamerAnswer) =>
      finish(() => {
        if (failure === null) resolve(texts);
        else reject(new TermError(`nerdamer: ${request.operation} failed: ${failure}`));
      }),
    );
    worker.postMessage(request);
  });
}
