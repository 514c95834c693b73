import { access } from 'node:fs/promises';
import { relative, resolve } from 'node:path';
import type { Decision } from '../engines/conjecture.js';
import { shapeText } from '../report/shape-text.js';
import { ask } from './conjecture-process.js';
import { EXIT_BAD_INPUT } from './failure.js';
import { integerOption, positiveOption, readArguments } from './options.js';
import { print } from './output.js';
import { keepCounterexample, pastCounterexamples } from './past-counterexamples.js';

export const name = 'check';

export const summary = 'decides conjectures of your own: a proof, a margin or a counterexample';

const [DEFAULT_RUNS, DEFAULT_SECONDS] = [5000, 60];

export const usage = `Usage: kasym check FILE... [--runs N] [--time S] [--seed N] [--json]

Runs each conjecture in a process of its own. Counterexamples found earlier are tried first, then random
draws, the boundary and descent; what is found is shrunk and decided again in exact arithmetic, and kept
in counterexamples/ beside the file. What stands is proved, if a proof is given and the kernel accepts it.
TypeScript is stripped, not checked: type errors are not looked for.
Exit code 1 if one is refuted, 2 if a file gives no answer (the others are still decided).

  FILE       *.claim.ts (see "kasym new"), or *.claim.txt in the plain form
  --runs N   instances that the search may judge (default ${DEFAULT_RUNS}); the same seed gives the same answer
  --time S   seconds that a file may take (default ${DEFAULT_SECONDS})
  --seed N   decides every random draw (default 1)
  --json     one object for each file
  --help     this text

Example: kasym check my-idea.claim.ts
`;

export async function run(argv: readonly string[]): Promise<number> {
  const { flags, values, operands } = readArguments(argv, {
    command: name,
    flags: ['json'],
    values: ['runs', 'time', 'seed'],
    operands: { name: 'FILE', min: 1, max: Number.POSITIVE_INFINITY },
  });
  const runs = integerOption('--runs', values.runs ?? String(DEFAULT_RUNS), 1);
  const seed = integerOption('--seed', values.seed ?? '1');
  const seconds = positiveOption('--time', values.time ?? String(DEFAULT_SECONDS));
  let exitCode = 0;
  for (const file of operands) {
    const found = await checkOne(file, seed, runs, seconds);
    if ('failure' in found) {
      exitCode = EXIT_BAD_INPUT;
      await print(flags.json ? `${JSON.stringify({ file, failure: found.failure })}\n` : `${file}: ${found.failure}\n`);
      continue;
    }
    const { decision, kept } = found;
    if (decision.counterexample !== null) exitCode = Math.max(exitCode, 1);
    await print(flags.json ? `${JSON.stringify({ file, ...decision, kept })}\n` : decisionText(file, decision, kept));
  }
  return exitCode;
}

type Found = { readonly failure: string } | { readonly decision: Decision; readonly kept: string | null };

async function checkOne(file: string, seed: number, runs: number, seconds: number): Promise<Found> {
  const path = resolve(file);
  const exists = await access(path).then(
    () => true,
    () => false,
  );
  if (!exists) return { failure: 'no such file' };
  if (!/\.claim\.(ts|txt)$/.test(path)) return { failure: 'expected a name that ends in .claim.ts or .claim.txt' };
  const answer = await ask({ file: path, task: 'check', seed, runs, past: await pastCounterexamples(path) }, seconds);
  if ('failure' in answer) return { failure: oneLine(answer.failure) };
  if (!('decision' in answer)) return { failure: 'no decision' };
  const { counterexample, past, statement } = answer.decision;
  const kept = counterexample === null || past ? null : await keepCounterexample(path, statement, counterexample);
  return { decision: answer.decision, kept: kept === null ? null : relative(process.cwd(), kept) };
}

const oneLine = (text: string): string => text.replace(/\s+/gu, ' ').trim();

function decisionText(file: string, decision: Decision, kept: string | null): string {
  const { verdict, statement, why, counterexample, constant, instances, exact, leastMargin, past } = decision;
  const lines = [`${file}: ${verdict}`, `  ${statement}`, `  ${why}`];
  if (counterexample !== null) {
    lines.push(
      `  at ${shapeText(counterexample.shape)}, decided ${counterexample.decided}${past ? ', found earlier' : ''}`,
    );
    if (kept !== null) lines.push(`  kept: kasym replay ${kept}`);
  } else {
    const least = leastMargin === null ? '' : `; least margin ${leastMargin.toPrecision(3)}`;
    lines.push(`  ${instances} instances, ${exact} of them exact${least}`);
  }
  if (constant !== null) {
    const [stated, observed] = [constant.stated, constant.observed].map((x) => Number(x.toPrecision(7)));
    lines.push(
      `  constant: stated ${stated}; no sharper one than ${observed} holds (used up to ${constant.share.toPrecision(6)})`,
    );
  }
  return `${lines.join('\n')}\n`;
}
