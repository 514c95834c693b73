/** The locked verdicts: what a corpus is known to be worth, one line per claim, so that a loss is noticed. */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { VERDICTS, type Verdict, type VerdictWord } from '../claim/verdict.js';
import { isAgainst } from '../engines/verdict.js';
import { BadInput } from '../numeric/bad-input.js';

export interface LockedVerdict {
  readonly verdict: VerdictWord;
  readonly flags: readonly string[];
  readonly cited: readonly string[];
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
        ([, { verdict, flags, cited }]) => VERDICTS.includes(verdict) && Array.isArray(flags) && Array.isArray(cited),
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

const lockedOf = ({ verdict, flags, cited }: Verdict): LockedVerdict => ({ verdict, flags, cited });
const lineOf = ({ verdict, flags, cited }: LockedVerdict): string =>
  `{ "verdict": ${JSON.stringify(verdict)}, "flags": ${JSON.stringify(flags)}, "cited": ${JSON.stringify(cited)} }`;

/** One line per claim that is worth less than locked; without a lock, per refuted claim that is not marked as printed. */
export function worseThan(lock: Lock | null, verdicts: readonly Verdict[], all: boolean): string[] {
  const found = verdicts.flatMap((verdict) => {
    const before = lock?.get(verdict.id);
    const why = before === undefined ? unlocked(verdict) : worse(before, verdict);
    return why === null ? [] : [`${verdict.id}: ${why}`];
  });
  const here = new Set(verdicts.map(({ id }) => id));
  const lost = all && lock !== null ? [...lock.keys()].filter((id) => !here.has(id)) : [];
  return [...found, ...lost.map((id) => `${id}: locked, but no longer a claim of the corpus`)];
}

function unlocked({ verdict, asPrinted }: Verdict): string | null {
  return isAgainst(verdict) && !asPrinted ? `${verdict}, and not marked as printed` : null;
}

const side = (verdict: VerdictWord): -1 | 0 | 1 => (isAgainst(verdict) ? -1 : verdict === 'undecided' ? 0 : 1);

/** How far a verdict is from deciding nothing. */
const strength = (verdict: VerdictWord): number => Math.abs(VERDICTS.indexOf(verdict) - VERDICTS.indexOf('undecided'));

function worse(before: LockedVerdict, now: Verdict): string | null {
  const change = `${now.verdict}, locked as ${before.verdict}`;
  const turned = side(before.verdict) * side(now.verdict) < 0;
  if (turned || strength(now.verdict) < strength(before.verdict)) return change;
  if (before.verdict === 'undecided' && isAgainst(now.verdict) && !now.asPrinted) return change;
  const flag = now.flags.find((name) => GRAVE.has(name) && !before.flags.includes(name));
  if (flag !== undefined) return `newly flagged '${flag}'`;
  const cited = now.cited.find((lemma) => !before.cited.includes(lemma));
  return cited === undefined ? null : `newly rests on the cited ${cited}`;
}

const GRAVE = new Set(['vacuous', 'cited', 'mutant survived']);
