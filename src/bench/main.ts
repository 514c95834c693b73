/** `npm run bench -- [NAME...] [--json]`: what it costs, as ratios to programs of other makes timed in the same run. */
import { cpus } from 'node:os';
import { parseArgs } from 'node:util';
import { alignedTable } from '../report/text-table.js';
import { algebraBenchmark } from './algebra.js';
import { anyDimensionBenchmark } from './any-dimension.js';
import { type Benchmark, Disagreement, type Printer, type Row } from './benchmark.js';
import { flowBenchmark } from './flow.js';
import { stepBenchmark } from './step.js';
import { workersBenchmark } from './workers.js';

const BENCHMARKS: readonly Benchmark[] = [
  stepBenchmark,
  flowBenchmark,
  anyDimensionBenchmark,
  algebraBenchmark,
  workersBenchmark,
];

const usage = `usage: npm run bench -- [NAME...] [--json]\n${BENCHMARKS.map(({ name, about }) => `  ${name}: ${about}\n`).join('')}`;

const asText: Printer = {
  line: (text) => void process.stdout.write(text + '\n'),
  table(rows) {
    const columns = Object.keys(rows[0]);
    const cell = (value: string | number) => (typeof value === 'string' ? value : String(Number(value.toPrecision(3))));
    process.stdout.write(alignedTable([columns, ...rows.map((row) => columns.map((name) => cell(row[name])))]) + '\n');
  },
};

/** JSON Lines: a row is an object with the name of its benchmark; words go to the standard error. */
const asJson = (benchmark: string): Printer => ({
  line: (text) => void process.stderr.write(text + '\n'),
  table(rows: readonly Row[]) {
    for (const row of rows) process.stdout.write(JSON.stringify({ benchmark, ...row }) + '\n');
  },
});

async function main(): Promise<number> {
  let arguments_: { values: { json?: boolean; help?: boolean }; positionals: string[] };
  try {
    arguments_ = parseArgs({
      allowPositionals: true,
      options: { json: { type: 'boolean' }, help: { type: 'boolean' } },
    });
  } catch (error) {
    process.stderr.write(`bench: ${(error as Error).message}\n${usage}`);
    return 2;
  }
  const { values, positionals } = arguments_;
  if (values.help) {
    process.stdout.write(usage);
    return 0;
  }
  const unknown = positionals.find((name) => !BENCHMARKS.some((benchmark) => benchmark.name === name));
  if (unknown !== undefined) {
    process.stderr.write(`bench: expected a name of a benchmark, got "${unknown}"\n${usage}`);
    return 2;
  }
  const chosen = BENCHMARKS.filter(({ name }) => positionals.length === 0 || positionals.includes(name));
  if (!values.json) asText.line(`${cpus()[0].model.trim()}, ${cpus().length} cores, Node ${process.versions.node}\n`);
  for (const benchmark of chosen) {
    try {
      await benchmark.run(values.json ? asJson(benchmark.name) : asText);
    } catch (error) {
      if (!(error instanceof Disagreement)) throw error;
      process.stderr.write(`bench: ${error.message}\n`);
      return 1;
    }
  }
  return 0;
}

process.exitCode = await main();
