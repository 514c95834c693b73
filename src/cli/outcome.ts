import { appendFile } from 'node:fs/promises';
import type { Corpus } from '../claim/claim.js';
import type { LockChange } from '../claim/lock-change.js';
import type { Verdict } from '../claim/verdict.js';
import { BadInput } from '../numeric/bad-input.js';
import { githubAnnotations, githubSummary } from '../report/github.js';
import { junitXml } from '../report/junit.js';
import type { CorpusPlace } from '../run/corpus.js';
import { type Lock, readLock, writeLock } from '../run/lock.js';
import { changesSince } from '../run/lock-changes.js';
import { DEFAULT_RUNS, DEFAULT_SEED, type RunOptions } from '../run/plan.js';
import { print } from './output.js';
import { staleErrata } from './stale-errata.js';
import { summaryOf, verdictJson } from './verdict-json.js';
import { verdictTable } from './verdict-table.js';
import { writeOut } from './write-out.js';

/** What becomes of verdicts; `verify` and `merge` take the same options. */
export const OUTCOME_FLAGS = ['ci', 'json', 'update'] as const;

export interface OutcomeOptions {
  readonly ci: boolean;
  readonly json: boolean;
  readonly update: boolean;
  /** The file, or undefined. */
  readonly junit: string | undefined;
}

export const OUTCOME_USAGE = `  --json       JSON Lines: one object per claim in paper order, then {"summary": ...}
  --update     write the verdicts to the lock file; without it they are compared with the locked ones
  --ci         as a gate: fails also where a claim states something else than is locked, is attacked by
               less, or the kept list of errata is stale; tells what is better or new; on GitHub
               with annotations and a job summary
  --junit FILE the verdicts as JUnit XML into this file, which is replaced
`;

/** Throws BadInput where options exclude each other. */
export function requireOutcome({ ci, update, junit }: OutcomeOptions): void {
  if (ci && update) throw new BadInput('--ci: not together with --update');
  if (junit === '') throw new BadInput('--junit: expected a file');
}

/** A lock that cannot be read is replaced as a whole only: naming claims keeps the lines of the others. */
export async function lockFor(
  place: CorpusPlace,
  ids: readonly string[] | null,
  options: OutcomeOptions,
): Promise<Lock | null> {
  const lock = options.update && ids === null ? null : await readLock(place.lock);
  if (options.ci && lock === null)
    throw new BadInput(`--ci: ${place.lock}: there are no locked verdicts; "kasym verify --update" writes them`);
  return lock;
}

/** Prints, writes and compares the verdicts of the named claims, or of all; gives the exit code. */
export async function conclude(
  corpus: Corpus,
  place: CorpusPlace,
  lock: Lock | null,
  all: readonly Verdict[],
  run: RunOptions,
  options: OutcomeOptions,
): Promise<number> {
  const { ids, seed, runs, deep } = run;
  const verdicts = ids === null ? all : all.filter(({ id }) => ids.includes(id));
  if (options.json) {
    for (const verdict of verdicts) await print(`${JSON.stringify(verdictJson(verdict))}\n`);
    await print(`${JSON.stringify({ summary: summaryOf(verdicts, seed, runs, deep) })}\n`);
  } else {
    await print(verdictTable(verdicts));
  }
  const changes = options.update ? [] : changesSince(lock, verdicts, ids === null);
  if (options.ci && ids === null) changes.push(...(await errataChange(corpus, place, all, run)));
  const failing = changes.filter(({ kind }) => kind === 'worse' || (options.ci && kind === 'changed'));
  if (options.junit !== undefined) await writeOut(options.junit, junitXml(corpus.name, verdicts, failing), '--junit');
  if (options.update) {
    await writeLock(place.lock, verdicts, lock, ids === null);
    process.stderr.write(`kasym: wrote ${place.lock}\n`);
    return 0;
  }
  if (options.ci) await tellGate(corpus.name, verdicts, changes, failing);
  else
    for (const { id, what } of failing)
      process.stderr.write(`kasym: ${lock === null ? '' : 'worse: '}${id}: ${what}\n`);
  return failing.length > 0 ? 1 : 0;
}

/** Other seeds find other counterexamples, which the kept list does not show. */
async function errataChange(
  corpus: Corpus,
  place: CorpusPlace,
  verdicts: readonly Verdict[],
  { seed, runs }: RunOptions,
): Promise<LockChange[]> {
  if (seed !== DEFAULT_SEED || runs !== DEFAULT_RUNS) return [];
  const stale = await staleErrata(place, corpus, verdicts, seed);
  return stale === null ? [] : [{ id: 'errata', kind: 'changed', what: stale, evidence: [] }];
}

async function tellGate(
  name: string,
  verdicts: readonly Verdict[],
  changes: readonly LockChange[],
  failing: readonly LockChange[],
): Promise<void> {
  const say = (text: string): void => void process.stderr.write(text);
  for (const { id, kind, what, evidence } of changes)
    say([`kasym: ${kind}: ${id}: ${what}`, ...evidence.map((line) => `         ${line}`), ''].join('\n'));
  const good = changes.length - failing.length;
  if (failing.length > 0)
    say(`kasym: the gate is shut: ${counted(failing.length)}; if it is meant, "kasym verify --update" locks it\n`);
  else if (good > 0) say(`kasym: the gate is open; "kasym verify --update" records ${counted(good)}\n`);
  else say('kasym: the gate is open: all as locked\n');
  if (process.env.GITHUB_ACTIONS !== 'true') return;
  say(githubAnnotations(changes));
  const page = process.env.GITHUB_STEP_SUMMARY;
  if (page)
    await appendFile(page, githubSummary(name, verdicts, changes)).catch(() =>
      say(`kasym: ${page}: cannot be written\n`),
    );
}

const counted = (count: number): string => `${count} ${count === 1 ? 'change' : 'changes'}`;
