import { explanation } from './explanation.js';
import { readArguments } from './options.js';
import { print } from './output.js';
import { verdictJson } from './verdict-json.js';
import { verifyOne } from './verified-claim.js';

export const name = 'explain';

export const summary = 'one claim in full: hypotheses, proof, laws, how wrong variants died';

export const usage = `Usage: kasym explain ID [--seed N] [--runs N] [--deep] [--workers N] [--json]

Verifies the claim and what it uses, and prints everything that the verdict rests on, to be read
next to the paper: the statement, the hypotheses with what they license, each proof step with the
rule that discharged it, the laws with their runs and smallest margin, and the wrong variants.

  ID           a claim; "kasym list" prints them all
  --seed N     decides every random draw
  --runs N     instances per law, before its share
  --deep       more draws for laws about random draws
  --workers N  worker threads (default: as many as there are processors)
  --json       the object that "kasym verify --json" prints for it
  --help       this text

Example: kasym explain one-sample-rate
`;

export async function run(argv: readonly string[]): Promise<number> {
  const { flags, values, operands } = readArguments(argv, {
    command: name,
    flags: ['deep', 'json'],
    values: ['seed', 'runs', 'workers'],
    operands: { name: 'ID', min: 1, max: 1 },
  });
  const verified = await verifyOne(operands[0]!, values, flags.deep);
  await print(flags.json ? `${JSON.stringify(verdictJson(verified.verdict))}\n` : explanation(verified));
  return 0;
}
