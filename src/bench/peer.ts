import { type ChildProcessWithoutNullStreams, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

/** Interpreters tried in turn: Debian's own has the packages, another one in front of it may not. */
const PYTHONS = ['python3', '/usr/bin/python3'];

/** A program that answers each line on its standard input with one line of JSON. */
export class Peer {
  readonly #process: ChildProcessWithoutNullStreams;
  readonly #lines: AsyncIterator<string>;

  private constructor(child: ChildProcessWithoutNullStreams) {
    this.#process = child;
    this.#lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]();
  }

  /** One core each, as ours has. */
  static start(command: string, args: readonly string[]): Peer {
    const env = { ...process.env, OMP_NUM_THREADS: '1', OPENBLAS_NUM_THREADS: '1', MKL_NUM_THREADS: '1' };
    const child = spawn(command, args, { env, stdio: 'pipe' });
    child.stderr.pipe(process.stderr);
    child.on('error', () => child.stdout.destroy());
    return new Peer(child);
  }

  /** Throws where the peer ends instead of answering. */
  async ask(line: string): Promise<Record<string, unknown>> {
    this.#process.stdin.write(line + '\n');
    const { value, done } = await this.#lines.next();
    if (done) throw new Error(`the peer ended without an answer to "${line}"`);
    return JSON.parse(value);
  }

  async stop(): Promise<void> {
    this.#process.stdin.end();
    if (this.#process.exitCode === null) await once(this.#process, 'exit');
  }
}

/** A Python that has these packages, or null. */
export async function pythonWith(packages: readonly string[]): Promise<string | null> {
  for (const python of PYTHONS) {
    if ((await exitCode(python, ['-c', packages.map((name) => `import ${name}`).join('; ')])) === 0) return python;
  }
  return null;
}

/** The program that g++ makes of a C++ file, for this very processor; null if there is no g++. */
export async function compiled(source: string, target: string): Promise<string | null> {
  const flags = ['-O3', '-march=native', '-o', target, source];
  return (await exitCode('g++', flags)) === 0 ? target : null;
}

function exitCode(command: string, args: readonly string[]): Promise<number | null> {
  return new Promise((resolve) => {
    spawn(command, args, { stdio: 'ignore' })
      .on('error', () => resolve(null))
      .on('exit', resolve);
  });
}
