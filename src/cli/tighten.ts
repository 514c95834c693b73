import { relative } from 'node:path';
import { BadInput } from '../numeric/bad-input.js';
import { importCorpus, locateCorpus } from '../run/corpus.js';
import { readLock } from '../run/lock.js';
import { DEFAULT_RUNS, DEFAULT_SEED } from '../run/plan.js';
import { reasonAgainst, tightenable } from '../run/rivals.js';
import { tightenClaim } from '../run/tighten.js';
import { attainedDocument, readAttained } from './attained-file.js';
import { requireClaim } from './claim-id.js';
import { integerOption, readArguments, workersOption } from './options.js';
import { print } from './output.js';
import { progressLine } from './progress.js';
import { alarms, tightenedJson, tightenedText } from './tighten-report.js';
import { writeOut } from './write-out.js';

export const name = 'tighten';

export const summary = 'the sharpest constant of an inequality: printed, proved, observed';

/** A few seconds for the claims of the corpus. */
const DEFAULT_INSTANCES = 10000;

export const usage = `Usage: kasym tighten (ID | --list) [--out FILE | --at FILE] [--json] [--verify]
                     [--seed N] [--runs N] [--workers N]

Searches the instances of a claim's hypotheses for the one that leaves the least room in its inequality,
and prints the constant that it asks for beside the printed one, and beside the one of the sharpest
proved claim of the same form (its proof is checked again now). A claim along the flow is looked at in
its differential form. The search draws at random, then tries the boundary, then descends.
The observed constant is only a bound: no sharper one holds; that this one does is for proofs to say.
Exit code 1 if an instance breaks the constant of a claim whose verdict says that it holds.

  ID           a claim that is an inequality
  --list       the claims that have a constant to tighten, and nothing else
  --out FILE   the instance that attains it, as JSON, into this file, which is replaced
  --at FILE    no search: the instance in such a file is rebuilt and judged again
  --json       one object
  --verify     verify the claims whose verdicts are shown now, and do not read the lock file
  --seed N     decides every random draw (default ${DEFAULT_SEED})
  --runs N     instances that the search may judge (default ${DEFAULT_INSTANCES})
  --workers N  worker threads for what has to be verified (default: as many as there are processors)
  --help       this text

Example: kasym tighten theorem-3.2
`;

export async function run(argv: readonly string[]): Promise<number> {
  const { flags, values, operands } = readArguments(argv, {
    command: name,
    flags: ['json', 'list', 'verify'],
    values: ['out', 'at', 'seed', 'runs', 'workers'],
    operands: { name: 'ID', min: argv.includes('--list') ? 0 : 1, max: 1 },
  });
  if (values.out === '') throw new BadInput('--out: expected a file; "kasym tighten --help" shows the usage');
  if (values.at !== undefined && values.out !== undefined)
    throw new BadInput('--at: there is no search whose result --out could write');
  const seed = integerOption('--seed', values.seed ?? String(DEFAULT_SEED));
  const instances = integerOption('--runs', values.runs ?? String(DEFAULT_INSTANCES), 1);
  const workers = workersOption(values.workers);
  const place = await locateCorpus(process.cwd());
  const corpus = await importCorpus(place.url);
  if (flags.list) {
    for (const each of tightenable(corpus)) await print(`${each}\n`);
    return 0;
  }
  const id = requireClaim(operands[0]!, corpus);
  const claim = corpus.claims.find((own) => own.id === id)!;
  const reason = reasonAgainst(claim);
  if (reason !== null) {
    const others = corpus.claims.filter((own) => own.theory === claim.theory && reasonAgainst(own) === null);
    const some = [...others.slice(0, 4).map((own) => own.id), 'all that "kasym tighten --list" prints'];
    throw new BadInput(`${id}: no constant to tighten (${reason}); these have one: ${some.join(', ')}`);
  }
  const at = values.at === undefined ? null : await readAttained(values.at, claim);
  const lock = flags.verify ? null : await readLock(place.lock);
  const progress = progressLine();
  const options = { seed, instances, runs: DEFAULT_RUNS, workers, at, onProgress: progress.show };
  const tightened = await tightenClaim(corpus, place.url, claim, lock, options);
  progress.clear();

  const best = tightened.observation?.best;
  if (values.out !== undefined) {
    if (best === undefined) throw new BadInput(`--out: no instance of ${id} gives its constant a value`);
    await writeOut(values.out, `${JSON.stringify(attainedDocument(claim, best), null, 2)}\n`);
  }
  const basis =
    tightened.verified.length === 0
      ? `Verdicts: ${relative(process.cwd(), place.lock)}; seed ${seed}.`
      : `Verified now: ${tightened.verified.join(', ')}; seed ${seed}.`;
  await print(
    flags.json
      ? `${JSON.stringify(tightenedJson(tightened, { seed, runs: instances }))}\n`
      : tightenedText(tightened, basis),
  );
  return alarms(tightened).length > 0 ? 1 : 0;
}
