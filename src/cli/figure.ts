import { join } from 'node:path';
import type { Corpus } from '../claim/claim.js';
import type { Experiment, Profile } from '../claim/experiment.js';
import { casesAbout, experimentsOf } from '../claim/experiment-claim.js';
import { isAgainst } from '../engines/verdict.js';
import { BadInput } from '../numeric/bad-input.js';
import { nearestWord } from '../quantum/nearest-word.js';
import { plotCsv } from '../report/plot-csv.js';
import { plotSvg } from '../report/plot-svg.js';
import { importCorpus, locateCorpus } from '../run/corpus.js';
import { type Figure, runFigure } from '../run/figure.js';
import { type Journal, openJournal, RESULTS } from '../run/journal.js';
import { DEFAULT_SEED } from '../run/plan.js';
import { figureDocument, figureText } from './figure-report.js';
import { integerOption, readArguments, workersOption } from './options.js';
import { print } from './output.js';
import { figureProgressLine } from './progress.js';
import { version } from './version.js';
import { writeOut } from './write-out.js';

export const name = 'figure';

export const summary = 'an experiment of the paper: its runs, what they decide, its picture';

export const usage = `Usage: kasym figure ID [--quick | --full] [--out DIR] [--seed N] [--workers N] [--json]
       kasym figure --list

Runs an experiment and prints what is found, with confidence intervals over the runs, beside what is
printed, what the controls come to, and the verdicts of the claims that rest on it.

  ID           a figure, such as figure-1
  --list       the figures, and nothing else
  --quick      a few seconds: what "kasym verify" runs (the default)
  --full       the paper's own size: minutes
  --out DIR    into this folder: the runs (results.jsonl), the verdicts (verdicts.json) and the curves
               (CSV, SVG). Every finished run is kept at once: after Ctrl-C, or any crash, the same
               command goes on from there, and ends with the same files
  --seed N     decides every random draw (default ${DEFAULT_SEED}); the same seed gives the same bits
  --workers N  worker threads (default: as many as there are processors); changes nothing but time
  --json       one object
  --help       this text

Exit codes: 0 fine; 1 a claim that is not marked as printed is refuted, or not decided; 2 bad input, or a
folder that cannot be written; 130 interrupted.

Example: kasym figure figure-1 --full --out runs/figure-1
`;

export async function run(argv: readonly string[]): Promise<number> {
  const { flags, values, operands } = readArguments(argv, {
    command: name,
    flags: ['quick', 'full', 'json', 'list'],
    values: ['out', 'seed', 'workers'],
    operands: { name: 'ID', min: argv.includes('--list') ? 0 : 1, max: 1 },
  });
  if (flags.quick && flags.full) throw new BadInput('--quick: not together with --full');
  if (values.out === '') throw new BadInput('--out: expected a folder; "kasym figure --help" shows the usage');
  const profile: Profile = flags.full ? 'full' : 'quick';
  const seed = integerOption('--seed', values.seed ?? String(DEFAULT_SEED));
  const workers = workersOption(values.workers);
  const place = await locateCorpus(process.cwd());
  const corpus = await importCorpus(place.url);
  if (flags.list) {
    for (const { id, title } of experimentsOf(corpus)) await print(`${id}  ${title}\n`);
    return 0;
  }
  const experiment = requireFigure(operands[0]!, corpus);
  const header = { kasym: await version(), experiment: experiment.id, profile, seed };
  const journal =
    values.out === undefined ? null : openJournal(values.out, header, casesAbout(corpus, experiment, profile));
  if (journal !== null) tellWhatIsKept(journal, values.out!);

  const progress = figureProgressLine(experiment.id);
  const figure = await runFigure(corpus, place.url, experiment, {
    profile,
    seed,
    workers,
    journal,
    onProgress: progress.show,
  }).finally(progress.clear);
  const document = figureDocument(figure, header);
  if (values.out !== undefined) await writeFigure(values.out, figure, document);
  await print(flags.json ? `${JSON.stringify(document)}\n` : figureText(figure, header));
  return figure.verdicts.some(({ verdict, asPrinted }) => !asPrinted && (isAgainst(verdict) || verdict === 'undecided'))
    ? 1
    : 0;
}

function requireFigure(id: string, corpus: Corpus): Experiment {
  const all = experimentsOf(corpus);
  const found = all.find((experiment) => experiment.id === id);
  if (found !== undefined) return found;
  const known = all.map((experiment) => experiment.id);
  const near = nearestWord(id, known);
  const hint =
    near === null
      ? known.length === 0
        ? 'the corpus has none'
        : `there are ${known.join(', ')}`
      : `did you mean ${near}?`;
  throw new BadInput(`${id}: no such figure; ${hint}`);
}

const EXIT_INTERRUPTED = 130;

function tellWhatIsKept({ outcomes }: Journal, folder: string): void {
  if (outcomes.size > 0)
    process.stderr.write(`kasym: ${outcomes.size} runs are there already, in ${join(folder, RESULTS)}\n`);
  process.once('exit', (code) => {
    if (code !== EXIT_INTERRUPTED) return;
    process.stderr.write(
      `kasym: interrupted; the finished runs are kept in ${join(folder, RESULTS)}, the same command goes on\n`,
    );
  });
}

async function writeFigure(folder: string, { experiment, results }: Figure, document: unknown): Promise<void> {
  await writeOut(join(folder, 'verdicts.json'), `${JSON.stringify(document, null, 1)}\n`);
  const plot = experiment.plot(results);
  await writeOut(join(folder, `${experiment.id}.csv`), plotCsv(plot));
  await writeOut(join(folder, `${experiment.id}.svg`), await plotSvg(plot));
}
