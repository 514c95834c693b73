/** The finished cases of a run as JSON Lines, one fsync each, so that no crash loses one and the run goes on where it was. */
import {
  closeSync,
  fsyncSync,
  ftruncateSync,
  mkdirSync,
  openSync,
  readFileSync,
  renameSync,
  truncateSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import type { Case, Json, Profile } from '../claim/experiment.js';
import { BadInput } from '../numeric/bad-input.js';

/** The first line: results of one run never stand in the file of another. */
export interface JournalHeader {
  readonly kasym: string;
  readonly experiment: string;
  readonly profile: Profile;
  readonly seed: number;
}

export interface Journal {
  /** The outcomes that were there already, by the names of their cases. */
  readonly outcomes: ReadonlyMap<string, Json>;
  /** On disk when it returns. */
  append(each: Case<Json>, outcome: Json): void;
  /** Puts the lines in the order of the cases: the file is then the same however the run went. */
  finish(): void;
}

export const RESULTS = 'results.jsonl';

/** Opens the results of a folder, which is made if need be. Throws BadInput in one line where they are of another run, or cannot be written. */
export function openJournal(folder: string, header: JournalHeader, cases: readonly Case<Json>[]): Journal {
  const file = join(folder, RESULTS);
  const first = `${JSON.stringify(header)}\n`;
  const lines = attempt(file, () => {
    mkdirSync(folder, { recursive: true });
    return readKept(file, first, cases);
  });
  const outcomes = new Map([...lines].map(([name, line]) => [name, (JSON.parse(line) as { outcome: Json }).outcome]));
  let size = [first, ...lines.values()].reduce((sum, line) => sum + Buffer.byteLength(line), 0);
  return {
    outcomes,
    append({ name, setting }, outcome) {
      const line = `${JSON.stringify({ name, setting, outcome })}\n`;
      const kept = `${lines.size} of ${cases.length} runs are kept; the same command goes on from there`;
      attempt(file, () => appendLine(file, line, size), kept);
      size += Buffer.byteLength(line);
      lines.set(name, line);
    },
    finish() {
      const ordered = cases.flatMap(({ name }) => lines.get(name) ?? []);
      attempt(file, () => replaceFile(file, [first, ...ordered].join('')));
    },
  };
}

/** The lines of finished cases; what a crash left of a last line is cut off. */
function readKept(file: string, first: string, cases: readonly Case<Json>[]): Map<string, string> {
  const text = readOr(file, '');
  const end = text.lastIndexOf('\n') + 1;
  if (end === 0) {
    writeFileSync(file, first, { flush: true });
    return new Map();
  }
  if (end < text.length) truncateSync(file, Buffer.byteLength(text.slice(0, end)));
  const [head, ...rest] = text.slice(0, end).split(/(?<=\n)/);
  if (head !== first) {
    const cure = 'give another folder, or remove this file';
    throw new BadInput(
      `${file}: expected results of ${first.trim()}, got those of ${head!.trim().slice(0, 200)}; ${cure}`,
    );
  }
  const settings = new Map(cases.map(({ name, setting }) => [name, JSON.stringify(setting)]));
  return new Map(rest.map((line, k) => [namedIn(line, settings, `${file}: line ${k + 2}`), line]));
}

function namedIn(line: string, settings: ReadonlyMap<string, string>, place: string): string {
  const cure = 'remove the file to start afresh';
  try {
    const { name, setting, outcome } = JSON.parse(line) as Record<string, unknown>;
    if (typeof name === 'string' && outcome !== undefined && settings.get(name) === JSON.stringify(setting))
      return name;
  } catch {
    throw new BadInput(`${place}: expected JSON; ${cure}`);
  }
  throw new BadInput(`${place}: expected a run of this experiment; ${cure}`);
}

function readOr(file: string, none: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return none;
    throw error;
  }
}

/** What is written of a line that does not fit is taken back. */
function appendLine(file: string, line: string, size: number): void {
  const descriptor = openSync(file, 'r+');
  try {
    const bytes = Buffer.from(line);
    for (let at = 0; at < bytes.length; ) at += writeSync(descriptor, bytes, at, bytes.length - at, size + at);
    fsyncSync(descriptor);
  } catch (error) {
    ftruncateSync(descriptor, size);
    throw error;
  } finally {
    closeSync(descriptor);
  }
}

function replaceFile(file: string, text: string): void {
  writeFileSync(`${file}.new`, text, { flush: true });
  renameSync(`${file}.new`, file);
}

const REASONS: Readonly<Record<string, string>> = {
  ENOSPC: 'no space left on the disk',
  EDQUOT: 'the disk quota is used up',
  EFBIG: 'the file would be larger than is allowed',
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  EROFS: 'the file system is read-only',
  ENOTDIR: 'a part of the path is no folder',
  EEXIST: 'there is a file in the place of the folder',
  EISDIR: 'there is a folder in the place of the file',
};

/** What the file system refuses is for the caller to mend. */
function attempt<T>(file: string, action: () => T, kept = ''): T {
  try {
    return action();
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (typeof code !== 'string') throw error;
    throw new BadInput(`${file}: cannot be written: ${REASONS[code] ?? code}${kept && `; ${kept}`}`);
  }
}
