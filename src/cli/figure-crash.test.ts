/** A figure that is killed in the middle goes on from where it was, and ends with the same files. */
import { execFile, spawn } from 'node:child_process';
import {
  appendFileSync,
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { randomFromSeed } from '../numeric/random.js';

const root = resolve(import.meta.dirname, '..', '..');
const main = join(root, 'dist', 'src', 'cli', 'main.js');
const folder = mkdtempSync(join(tmpdir(), 'kasym-crash-'));
const PATIENCE = 300_000;
const FIGURE = ['figure', 'figure-4', '--quick', '--out'] as const;
let whole: ReadonlyMap<string, string>;

const kasym = (...argv: string[]): Promise<{ code: number; err: string }> =>
  new Promise((done) => {
    execFile(process.execPath, [main, ...argv], { cwd: root, maxBuffer: 1e8 }, (error, _, err) =>
      done({ code: error === null ? 0 : Number(error.code), err }),
    );
  });

const filesOf = (out: string): ReadonlyMap<string, string> =>
  new Map(
    readdirSync(out)
      .sort()
      .map((name) => [name, readFileSync(join(out, name), 'utf8')]),
  );

const linesIn = (file: string): number => {
  try {
    return readFileSync(file, 'utf8').split('\n').length - 1;
  } catch {
    return 0;
  }
};

/** Starts the figure and kills it as soon as so many lines of results are there; whether it was killed in time. */
async function killedAfter(lines: number, out: string, workers: number): Promise<boolean> {
  const child = spawn(process.execPath, [main, ...FIGURE, out, '--workers', `${workers}`], {
    cwd: root,
    stdio: 'ignore',
  });
  const ended = new Promise<NodeJS.Signals | null>((done) => child.once('exit', (_, signal) => done(signal)));
  const watch = setInterval(() => {
    if (linesIn(join(out, 'results.jsonl')) >= lines) child.kill('SIGKILL');
  }, 1);
  const signal = await ended;
  clearInterval(watch);
  return signal === 'SIGKILL';
}

beforeAll(async () => {
  const out = join(folder, 'whole');
  expect(await kasym(...FIGURE, out, '--workers', '2')).toMatchObject({ code: 0 });
  whole = filesOf(out);
  expect([...whole.keys()]).toEqual(['figure-4.csv', 'figure-4.svg', 'results.jsonl', 'verdicts.json']);
}, PATIENCE);
afterAll(() => rmSync(folder, { recursive: true }));

const random = randomFromSeed(9);

test.each([1, 2, 3])(
  'killed at random, %i times over the three tests, it ends bit-identical',
  async (round) => {
    const out = join(folder, `killed-${round}`);
    for (let kill = 0; kill < round; kill++) {
      const kept = linesIn(join(out, 'results.jsonl'));
      expect(await killedAfter(kept + random.integer(2, 25), out, 1 + (round % 2))).toBe(true);
      expect(linesIn(join(out, 'results.jsonl'))).toBeGreaterThan(kept);
    }
    appendFileSync(join(out, 'results.jsonl'), '{"name":"half a li');
    const { code, err } = await kasym(...FIGURE, out, '--workers', '1');
    expect([code, err]).toEqual([0, expect.stringMatching(/^kasym: \d+ runs are there already, in /)]);
    expect(filesOf(out)).toEqual(whole);
  },
  PATIENCE,
);

test(
  'results of another seed are never mixed in',
  async () => {
    const out = join(folder, 'killed-1');
    const { code, err } = await kasym(...FIGURE, out, '--seed', '2');
    expect([code, err]).toEqual([2, expect.stringMatching(/^kasym: .*results\.jsonl: expected results of .*\n$/)]);
    expect(filesOf(out)).toEqual(whole);
  },
  PATIENCE,
);

test('what cannot be written is one line, and what is finished stays', async () => {
  const file = join(folder, 'a-file');
  writeFileSync(file, 'mine');
  const blocked = await kasym(...FIGURE, join(file, 'out'));
  expect(blocked).toMatchObject({ code: 2, err: expect.stringMatching(/^kasym: .*cannot be written: .*\n$/) });
  expect(readFileSync(file, 'utf8')).toBe('mine');
  const closed = join(folder, 'closed');
  mkdirSync(closed);
  chmodSync(closed, 0o500);
  if (process.getuid?.() !== 0) expect(await kasym(...FIGURE, closed)).toMatchObject({ code: 2 });
});

/** The shell limits the size of a file, as a full disk does. */
test.skipIf(process.platform === 'win32')(
  'a disk that is full loses nothing finished',
  async () => {
    const out = join(folder, 'full');
    const command = `trap '' XFSZ; ulimit -f 4; exec "${process.execPath}" "${main}" ${FIGURE.join(' ')} "${out}" --workers 1`;
    const { code, err } = await new Promise<{ code: number; err: string }>((done) => {
      execFile('/bin/bash', ['-c', command], { cwd: root }, (error, _, text) =>
        done({ code: error === null ? 0 : Number(error.code), err: text }),
      );
    });
    expect(err).toMatch(
      /^kasym: .*results\.jsonl: cannot be written: .*; \d+ of \d+ runs are kept; the same command goes on from there\n$/,
    );
    expect(code).toBe(2);
    const kept = linesIn(join(out, 'results.jsonl'));
    expect(kept).toBeGreaterThan(1);
    expect(await kasym(...FIGURE, out, '--workers', '2')).toMatchObject({ code: 0 });
    expect(filesOf(out)).toEqual(whole);
  },
  PATIENCE,
);
