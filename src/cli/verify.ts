import { importCorpus, locateCorpus } from '../run/corpus.js';
import { readLock, worseThan, writeLock } from '../run/lock.js';
import { DEFAULT_RUNS, DEFAULT_SEED } from '../run/plan.js';
import { verifyCorpus } from '../run/verify.js';
import { requireClaim } from './claim-id.js';
import { keptEvidence } from './kept-evidence.js';
import { integerOption, readArguments, workersOption } from './options.js';
import { print } from './output.js';
import { progressLine } from './progress.js';
import { summaryOf, verdictJson } from './verdict-json.js';
import { verdictTable } from './verdict-table.js';

export const name = 'verify';

export const summary = 'prove, evaluate, test and attack the claims; print their verdicts';

export const usage = `Usage: kasym verify [ID ...] [--seed N] [--runs N] [--deep] [--workers N] [--no-cache]
                    [--json] [--update]

Checks the proof of every claim (or of those named), evaluates everything that it rests on on
instances, runs its laws, attacks it and its wrong variants, and prints the verdicts that follow.
The corpus is that of the nearest package.json with a "kasym.corpus" field, else kasym's own.

  ID           a claim; "kasym list" prints them all
  --seed N     decides every random draw (default ${DEFAULT_SEED}); the same seed gives the same bits
  --runs N     instances per law, before its share (default ${DEFAULT_RUNS})
  --deep       more draws for laws about random draws (frequencies and trends): minutes, not seconds
  --workers N  worker threads (default: as many as there are processors); changes nothing but time
  --no-cache   compute everything; without it the evidence for a claim is read from KASYM_CACHE (default:
               the user's cache folder; "off" for none) where all that it depends on is unchanged
  --json       JSON Lines: one object per claim in paper order, then {"summary": ...}
  --update     write the verdicts to the lock file; without it they are compared with the locked ones
  --help       this text

Exit codes: 0 as locked or better; 1 something is worse than locked, or, without a lock, a claim
that is not marked as printed is refuted; 2 bad input; 130 interrupted.

Example: kasym verify one-sample-rate --seed 7
`;

export async function run(argv: readonly string[]): Promise<number> {
  const { flags, values, operands } = readArguments(argv, {
    command: name,
    flags: ['deep', 'json', 'no-cache', 'update'],
    values: ['seed', 'runs', 'workers'],
    operands: { name: 'ID', min: 0, max: Number.POSITIVE_INFINITY },
  });
  const seed = integerOption('--seed', values.seed ?? String(DEFAULT_SEED));
  const runs = integerOption('--runs', values.runs ?? String(DEFAULT_RUNS), 1);
  const workers = workersOption(values.workers);
  const place = await locateCorpus(process.cwd());
  const corpus = await importCorpus(place.url);
  const ids = operands.length === 0 ? null : operands.map((id) => requireClaim(id, corpus));
  // A lock that cannot be read is replaced as a whole only: naming claims keeps the lines of the others.
  const lock = flags.update && ids === null ? null : await readLock(place.lock);

  const progress = progressLine();
  const all = await verifyCorpus(corpus, place.url, {
    ids,
    seed,
    runs,
    deep: flags.deep,
    workers,
    evidence: flags['no-cache'] ? null : await keptEvidence(corpus, place.url),
    onProgress: progress.show,
  });
  progress.clear();
  const verdicts = ids === null ? all : all.filter(({ id }) => ids.includes(id));

  if (flags.json) {
    for (const verdict of verdicts) await print(`${JSON.stringify(verdictJson(verdict))}\n`);
    await print(`${JSON.stringify({ summary: summaryOf(verdicts, seed, runs, flags.deep) })}\n`);
  } else {
    await print(verdictTable(verdicts));
  }
  if (flags.update) {
    await writeLock(place.lock, verdicts, lock, ids === null);
    process.stderr.write(`kasym: wrote ${place.lock}\n`);
    return 0;
  }
  return report(worseThan(lock, verdicts, ids === null), lock === null);
}

function report(worse: readonly string[], unlocked: boolean): number {
  for (const line of worse) process.stderr.write(`kasym: ${unlocked ? '' : 'worse: '}${line}\n`);
  return worse.length > 0 ? 1 : 0;
}
