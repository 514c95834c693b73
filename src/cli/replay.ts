import { dirname, resolve } from 'node:path';
import { BadInput } from '../numeric/bad-input.js';
import { ask } from './conjecture-process.js';
import { readArguments } from './options.js';
import { print } from './output.js';
import { readStored } from './past-counterexamples.js';

export const name = 'replay';

export const summary = 'decides a stored counterexample again, in exact arithmetic';

export const usage = `Usage: kasym replay FILE

Reads the values of the instance in FILE, and decides anew in a process of its own and in exact arithmetic
whether all hypotheses of the conjecture hold on it and its statement fails. There is no search.
Exit code 0 if it is a counterexample, 1 if it is none.

  FILE     a file that "kasym check" wrote into counterexamples/
  --help   this text

Example: kasym replay counterexamples/my-idea.json
`;

const SECONDS = 60;

export async function run(argv: readonly string[]): Promise<number> {
  const { operands } = readArguments(argv, {
    command: name,
    flags: [],
    values: [],
    operands: { name: 'FILE', min: 1, max: 1 },
  });
  const path = operands[0]!;
  const { conjecture, counterexample } = await readStored(path);
  if (counterexample.decided !== 'exactly') {
    throw new BadInput(`${path}: decided numerically only; "kasym check" searches again`);
  }
  const file = resolve(dirname(path), conjecture);
  const answer = await ask({ file, task: 'replay', seed: 1, runs: 1, past: [counterexample] }, SECONDS);
  if ('failure' in answer) throw new BadInput(`${path}: ${answer.failure}`);
  const again = 'again' in answer ? answer.again : null;
  await print(
    again === null
      ? `${path}: not a counterexample to ${conjecture}\n`
      : `${path}: refuted-exactly, fails by ${again.margin}\n`,
  );
  return again === null ? 1 : 0;
}
