import { createHash } from 'node:crypto';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import type { FollowedState } from '../dynamics/followed-descent.js';
import { BadInput } from '../numeric/bad-input.js';

/** A run kept in a file as it goes, so that the same command goes on after a crash. */
export interface RunState {
  readonly path: string;
  /** null if nothing is there yet. Throws BadInput where it is not of this run. */
  read(): FollowedState | null;
  /** Writes now and then: soon after a point, since what is printed should not come again. */
  keep(state: FollowedState, point: boolean): void;
  write(state: FollowedState): void;
}

/** Milliseconds between two writings, after a point and otherwise. */
const [SOON, LATER] = [1_000, 10_000];

/** `run` is all that decides the numbers: the state is refused by another run. */
export function runState(path: string, run: unknown): RunState {
  const key = createHash('sha256').update(JSON.stringify(run)).digest('hex');
  let last = performance.now();
  const write = (state: FollowedState) => {
    const text = JSON.stringify({ run: key, state }, (_, value) =>
      value instanceof Float64Array ? { numbers: [...value] } : value === Number.POSITIVE_INFINITY ? 'Infinity' : value,
    );
    try {
      writeFileSync(`${path}.new`, text);
      renameSync(`${path}.new`, path);
    } catch (error) {
      throw new BadInput(`--state ${path}: cannot write there (${(error as NodeJS.ErrnoException).code ?? error})`);
    }
    last = performance.now();
  };
  return {
    path,
    write,
    keep(state, point) {
      if (performance.now() - last > (point ? SOON : LATER)) write(state);
    },
    read() {
      if (!existsSync(path)) return null;
      const found = parsed(path);
      if (found?.run !== key)
        throw new BadInput(`--state ${path}: expected the state of this run, got that of another`);
      return found.state;
    },
  };
}

function parsed(path: string): { readonly run: string; readonly state: FollowedState } | null {
  try {
    return JSON.parse(readFileSync(path, 'utf8'), (_, value) =>
      value?.numbers !== undefined
        ? Float64Array.from(value.numbers)
        : value === 'Infinity'
          ? Number.POSITIVE_INFINITY
          : value,
    );
  } catch {
    return null;
  }
}
