import { paragraph } from '../report/paragraph.js';
import { importCorpus, locateCorpus } from '../run/corpus.js';
import { readLock } from '../run/lock.js';
import { readArguments } from './options.js';
import { heading, outputWidth, print } from './output.js';
import { coloured } from './verdict-table.js';

export const name = 'list';

export const summary = 'the claims of the corpus with their locked verdicts';

export const usage = `Usage: kasym list [--json]

The claims in paper order: id, verdict from the lock file ("kasym verify --update" writes it), title.

  --json   JSON Lines: {"id", "verdict" or null, "title", "source", "asPrinted", "repairs"}
  --help   this text
`;

export async function run(argv: readonly string[]): Promise<number> {
  const { flags } = readArguments(argv, {
    command: name,
    flags: ['json'],
    values: [],
    operands: { name: 'nothing', min: 0, max: 0 },
  });
  const place = await locateCorpus(process.cwd());
  const { claims, name: title, citation } = await importCorpus(place.url);
  const lock = await readLock(place.lock);
  if (flags.json) {
    for (const { id, title: claimed, source, asPrinted, repairs } of claims) {
      const verdict = lock?.get(id)?.verdict ?? null;
      await print(`${JSON.stringify({ id, verdict, title: claimed, source, asPrinted, repairs })}\n`);
    }
    return 0;
  }
  await print(`${heading(title)}\n${citation}\n\n`);
  const width = Math.max(0, ...claims.map(({ id }) => id.length));
  for (const { id, title: claimed, source, repairs } of claims) {
    const verdict = lock?.get(id)?.verdict;
    const word = verdict === undefined ? 'not locked'.padEnd(WIDEST) : coloured(verdict, verdict.padEnd(WIDEST));
    const text = `${claimed} (${source}${repairs === null ? '' : `; repairs ${repairs}`})`;
    const fits = width + 2 + WIDEST + 2 + text.length <= outputWidth();
    await print(
      fits
        ? `${id.padEnd(width)}  ${word}  ${text}\n`
        : `${id.padEnd(width)}  ${word.trimEnd()}\n${paragraph(text, outputWidth(), '    ')}`,
    );
  }
  return 0;
}

/** The longest verdict is refuted-numerically. */
const WIDEST = 'refuted-numerically'.length;
