/** The locked verdicts: what a corpus is known to be worth, one line per claim, so that a loss is noticed. */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { VERDICTS, type Verdict, type VerdictWord } from '../claim/verdict.js';
import { BadInput } from '../numeric/bad-input.js';

export interface LockedVerdict {
  readonly verdict: VerdictWord;
  readonly flags: readonly string[];
  readonly cited: readonly string[];
  /** Absent in locks of earlier versions. */
  readonly basis?: LockedBasis;
}

/** What a verdict is about and rests on, so that a claim cannot be weakened under the same word. */
export interface LockedBasis {
  readonly statement: string;
  /** The names of its hypotheses. */
  readonly assumes: readonly string[];
  /** Of its proof; 0 where none is checked. */
  readonly steps: number;
  readonly laws: readonly string[];
  /** So many wrong variants attack it. */
  readonly variants: number;
}

export type Lock = ReadonlyMap<string, LockedVerdict>;

/** Null where there is no lock yet. Throws BadInput where the file is none, or cannot be read. */
export async function readLock(path: string): Promise<Lock | null> {
  const text = await readFile(path, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw new BadInput(`${path}: the locked verdicts cannot be read (${error.code})`);
  });
  if (text === null) return null;
  try {
    const parsed = JSON.parse(text) as Record<string, LockedVerdict>;
    const entries = Object.entries(parsed);
    if (
      Array.isArray(parsed) ||
      !entries.every(
        ([, { verdict, flags, cited, basis }]) =>
          VERDICTS.includes(verdict) &&
          Array.isArray(flags) &&
          Array.isArray(cited) &&
          (basis === undefined || isBasis(basis)),
      )
    )
      throw new TypeError();
    return new Map(entries);
  } catch {
    throw new BadInput(`${path}: expected locked verdicts; "kasym verify --update" writes them`);
  }
}

/**
 * Replaces the locked verdicts of these claims; the others are kept unless all claims of the corpus are here. Throws
 * BadInput where the file cannot be written.
 */
export async function writeLock(
  path: string,
  verdicts: readonly Verdict[],
  before: Lock | null,
  all: boolean,
): Promise<void> {
  const kept = all || before === null ? [] : [...before];
  const entries = new Map<string, LockedVerdict>([
    ...kept,
    ...verdicts.map((verdict) => [verdict.id, lockedOf(verdict)] as const),
  ]);
  const lines = [...entries]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([id, entry]) => `  ${JSON.stringify(id)}: ${lineOf(entry)}`);
  try {
    await mkdir(dirname(path), { recursive: true });
    await writeFile(path, `{\n${lines.join(',\n')}\n}\n`);
  } catch (error) {
    throw new BadInput(`${path}: the verdicts cannot be written (${(error as NodeJS.ErrnoException).code})`);
  }
}

const isBasis = ({ statement, assumes, steps, laws, variants }: LockedBasis): boolean =>
  typeof statement === 'string' &&
  Array.isArray(assumes) &&
  Array.isArray(laws) &&
  Number.isInteger(steps) &&
  Number.isInteger(variants);

const lockedOf = (verdict: Verdict): LockedVerdict => ({
  verdict: verdict.verdict,
  flags: verdict.flags,
  cited: verdict.cited,
  basis: basisOf(verdict),
});

export const basisOf = ({ statement, hypotheses, proof, laws, mutants }: Verdict): LockedBasis => ({
  statement,
  assumes: hypotheses.map(({ name }) => name),
  steps: proof?.checked ? proof.steps.length : 0,
  laws: laws.map(({ id }) => id),
  variants: mutants.length,
});

/** JSON on one line, with room to read it. */
const lineOf = (entry: object): string => {
  const parts = Object.entries(entry).flatMap(([key, value]) =>
    value === undefined ? [] : [`${JSON.stringify(key)}: ${isPlain(value) ? lineOf(value) : JSON.stringify(value)}`],
  );
  return `{ ${parts.join(', ')} }`;
};

const isPlain = (value: unknown): value is object =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
