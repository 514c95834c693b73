import { relative } from 'node:path';
import { BadInput } from '../numeric/bad-input.js';
import { errataMarkdown } from '../report/errata-markdown.js';
import { errataText } from '../report/errata-text.js';
import { importCorpus, locateCorpus } from '../run/corpus.js';
import { listErrata } from '../run/errata.js';
import { readLock } from '../run/lock.js';
import { DEFAULT_RUNS, DEFAULT_SEED } from '../run/plan.js';
import { errataJson } from './errata-json.js';
import { integerOption, readArguments, workersOption } from './options.js';
import { heading, outputWidth, print } from './output.js';
import { progressLine } from './progress.js';
import { coloured } from './verdict-table.js';
import { writeOut } from './write-out.js';

export const name = 'errata';

export const summary = 'what is wrong in print, with the counterexample and the proved repair';

export const usage = `Usage: kasym errata [--json | --markdown] [--out FILE] [--verify] [--seed N] [--runs N] [--workers N]

Lists every claim that says what the paper prints and is refuted: the print, the counterexample, what
to change, and the claims that repair it with their verdicts; of a step in a proof also the verdict
of the statement that is printed with it. A printed claim that holds is not an erratum; where it
follows from a stronger claim it is listed apart, as loose. Counterexamples are found anew each time;
the other verdicts are those of the lock file, and what is not locked is verified now.

  --verify     verify all that the list rests on now, and do not read the lock file
  --json       JSON Lines: one object per erratum in paper order, then {"summary": ...}
  --markdown   a table, and a section for each with its formulas as LaTeX
  --out FILE   into this file, which is replaced
  --seed N     decides every random draw (default ${DEFAULT_SEED})
  --runs N     instances per law, before its share (default ${DEFAULT_RUNS})
  --workers N  worker threads (default: as many as there are processors)
  --help       this text

Example: kasym errata --markdown --out docs/errata.md
`;

export async function run(argv: readonly string[]): Promise<number> {
  const { flags, values } = readArguments(argv, {
    command: name,
    flags: ['json', 'markdown', 'verify'],
    values: ['out', 'seed', 'runs', 'workers'],
    operands: { name: 'nothing', min: 0, max: 0 },
  });
  if (flags.json && flags.markdown) throw new BadInput('--json: not together with --markdown');
  if (values.out === '') throw new BadInput('--out: expected a file; "kasym errata --help" shows the usage');
  const seed = integerOption('--seed', values.seed ?? String(DEFAULT_SEED));
  const runs = integerOption('--runs', values.runs ?? String(DEFAULT_RUNS), 1);
  const workers = workersOption(values.workers);
  const place = await locateCorpus(process.cwd());
  const corpus = await importCorpus(place.url);
  const lock = flags.verify ? null : await readLock(place.lock);

  const progress = progressLine();
  const options = { seed, runs, workers, onProgress: progress.show };
  const { list, verified } = await listErrata(corpus, place.url, lock, options);
  progress.clear();
  if (lock !== null && verified.length > 0) {
    process.stderr.write(`kasym: not confirmed by the lock alone, so verified now: ${verified.join(', ')}\n`);
  }

  const basis = basisText(seed, lock === null ? null : relative(process.cwd(), place.lock));
  const style = values.out === undefined ? { width: outputWidth(), heading, paint: coloured } : PLAIN;
  const text = flags.json
    ? errataJson(list, { seed, runs, locked: lock !== null, verified })
    : flags.markdown
      ? errataMarkdown(list, basis)
      : errataText(list, basis, style);
  if (values.out === undefined) {
    await print(text);
  } else {
    await writeOut(values.out, text);
    await print(`${list.errata.length} ${list.errata.length === 1 ? 'erratum' : 'errata'} in ${values.out}\n`);
  }
  return 0;
}

/** Where the verdicts come from; the lock's path, or null where it was not read. */
export const basisText = (seed: number, lock: string | null): string =>
  lock === null
    ? `All verdicts computed with seed ${seed}.`
    : `Counterexamples computed with seed ${seed}; the other verdicts are read from ${lock} (--verify computes them).`;

/** For a file, whatever reads stdout. */
const PLAIN = {
  width: Number.POSITIVE_INFINITY,
  heading: (text: string): string => text,
  paint: (_: unknown, text: string): string => text,
};
