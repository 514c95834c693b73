/** Asks a process of its own about one conjecture file, for no longer than it is given. */
import { fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import type { Counterexample } from '../claim/verdict.js';
import type { Decision } from '../engines/conjecture.js';

export interface Question {
  readonly file: string;
  readonly task: 'check' | 'replay';
  readonly seed: number;
  readonly runs: number;
  readonly past: readonly Counterexample[];
}

export type Answer =
  | { readonly decision: Decision }
  | { readonly again: Counterexample | null }
  | { readonly failure: string };

export function ask(question: Question, seconds: number): Promise<Answer> {
  const child = fork(fileURLToPath(new URL('./conjecture-child.js', import.meta.url)), [JSON.stringify(question)], {
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    execArgv: [],
  });
  return new Promise((resolve) => {
    const settle = (answer: Answer): void => {
      clearTimeout(timer);
      child.kill('SIGKILL');
      resolve(answer);
    };
    const late = (): void => settle({ failure: `no answer within ${seconds} s; --time gives it longer` });
    const timer = setTimeout(late, 1000 * seconds);
    child.once('message', (message) => settle(message as Answer));
    child.once('error', (error) => settle({ failure: error.message }));
    child.once('exit', (code, signal) =>
      settle({ failure: `it ended the process without an answer (${signal ?? code})` }),
    );
  });
}
