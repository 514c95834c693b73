import { importCorpus, locateCorpus } from '../run/corpus.js';
import { mergeVerdicts } from '../run/merge.js';
import { readShards } from '../run/shard.js';
import { codeOfRun } from './kept-evidence.js';
import { readArguments } from './options.js';
import { conclude, lockFor, OUTCOME_FLAGS, OUTCOME_USAGE, requireOutcome } from './outcome.js';

export const name = 'merge';

export const summary = 'the verdicts of a verification that ran in shares';

export const usage = `Usage: kasym merge FILE... [--json] [--update | --ci] [--junit FILE]

Puts the shares of "kasym verify --shard I/N --out FILE" together: the output and the exit code are those of
one "kasym verify", to the last byte. All shares must be there, of the same run and of the code that is
here.

  FILE         a share, in any order
${OUTCOME_USAGE}  --help       this text

Exit codes: those of "kasym verify"; 2 also where a share is missing, damaged, or of another run.

Example: kasym merge shard-1.jsonl shard-2.jsonl shard-3.jsonl --ci
`;

export async function run(argv: readonly string[]): Promise<number> {
  const { flags, values, operands } = readArguments(argv, {
    command: name,
    flags: OUTCOME_FLAGS,
    values: ['junit'],
    operands: { name: 'FILE', min: 1, max: Number.POSITIVE_INFINITY },
  });
  const outcome = { ...flags, junit: values.junit };
  requireOutcome(outcome);
  const place = await locateCorpus(process.cwd());
  const corpus = await importCorpus(place.url);
  const { header, done } = await readShards(operands, (options) => codeOfRun(corpus, place.url, options));
  const lock = await lockFor(place, header.ids, outcome);
  return conclude(corpus, place, lock, mergeVerdicts(corpus, header, done), header, outcome);
}
