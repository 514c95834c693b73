import type { Corpus } from '../claim/claim.js';
import { BadInput } from '../numeric/bad-input.js';
import { importCorpus, locateCorpus } from '../run/corpus.js';
import { DEFAULT_RUNS, DEFAULT_SEED, type RunOptions } from '../run/plan.js';
import { readShardOption, type Shard, writeShard } from '../run/shard.js';
import { performShard, type VerifyOptions, verifyCorpus } from '../run/verify.js';
import { requireClaim } from './claim-id.js';
import { codeOfRun, keptEvidence } from './kept-evidence.js';
import { integerOption, readArguments, workersOption } from './options.js';
import { conclude, lockFor, OUTCOME_FLAGS, OUTCOME_USAGE, requireOutcome } from './outcome.js';
import { print } from './output.js';
import { progressLine } from './progress.js';
import { version } from './version.js';

export const name = 'verify';

export const summary = 'prove, evaluate, test and attack the claims; print their verdicts';

export const usage = `Usage: kasym verify [ID ...] [--seed N] [--runs N] [--deep] [--workers N] [--no-cache]
                    [--json] [--update | --ci] [--junit FILE] [--shard I/N --out FILE]

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
${OUTCOME_USAGE}  --shard I/N  only the I-th of N shares of the work; "kasym merge" makes verdicts of all of them
  --out FILE   where the share is written, which is replaced
  --help       this text

Exit codes: 0 as locked or better; 1 something is worse than locked, or, without a lock, a claim
that is not marked as printed is refuted; 2 bad input; 130 interrupted.

Example: kasym verify one-sample-rate --seed 7
`;

export async function run(argv: readonly string[]): Promise<number> {
  const { flags, values, operands } = readArguments(argv, {
    command: name,
    flags: ['deep', 'no-cache', ...OUTCOME_FLAGS],
    values: ['seed', 'runs', 'workers', 'junit', 'shard', 'out'],
    operands: { name: 'ID', min: 0, max: Number.POSITIVE_INFINITY },
  });
  const seed = integerOption('--seed', values.seed ?? String(DEFAULT_SEED));
  const runs = integerOption('--runs', values.runs ?? String(DEFAULT_RUNS), 1);
  const workers = workersOption(values.workers);
  const outcome = { ...flags, junit: values.junit };
  requireOutcome(outcome);
  const shard = shardOf(values, flags.ci || flags.json || flags.update || values.junit !== undefined);
  const place = await locateCorpus(process.cwd());
  const corpus = await importCorpus(place.url);
  const ids = operands.length === 0 ? null : operands.map((id) => requireClaim(id, corpus));
  const lock = shard === null ? await lockFor(place, ids, outcome) : null;

  const progress = progressLine();
  const options: VerifyOptions = {
    ids,
    seed,
    runs,
    deep: flags.deep,
    workers,
    evidence: flags['no-cache'] ? null : await keptEvidence(corpus, place.url),
    onProgress: progress.show,
  };
  if (shard !== null) return share(corpus, place.url, shard, options, progress.clear);
  const verdicts = await verifyCorpus(corpus, place.url, options);
  progress.clear();
  return conclude(corpus, place, lock, verdicts, options, outcome);
}

interface ShardOut extends Shard {
  readonly out: string;
}

function shardOf(
  { shard, out }: Readonly<Record<'shard' | 'out', string | undefined>>,
  more: boolean,
): ShardOut | null {
  if (shard === undefined && out === undefined) return null;
  if (shard === undefined) throw new BadInput('--out: only with --shard');
  if (!out) throw new BadInput('--shard: expected --out FILE too');
  if (more) throw new BadInput('--shard: "kasym merge" takes --ci, --json, --junit and --update');
  return { ...readShardOption(shard), out };
}

async function share(
  corpus: Corpus,
  url: string,
  { index, count, out }: ShardOut,
  options: VerifyOptions,
  clear: () => void,
): Promise<number> {
  const { ids, seed, runs, deep = false }: RunOptions = options;
  const code = await codeOfRun(corpus, url, options);
  const done = await performShard(corpus, url, { index, count }, options);
  clear();
  await writeShard(out, { kasym: await version(), code, ids, seed, runs, deep }, { index, count }, done);
  await print(`share ${index}/${count}: ${done.length} units in ${out}\n`);
  return 0;
}
