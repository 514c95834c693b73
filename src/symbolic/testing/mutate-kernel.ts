/**
 * `npm run mutate-kernel -- --count 400 --seed 1 [--file number.ts]`: changes the kernel's source in one small way at a
 * time, in a copy, and lets the type checker and the kernel's tests have a go at it.
 *
 * The tests of the changed file run first, the fuzz tests last and with fewer runs, so that most mutants die within
 * three seconds. Survivors are explained in docs/kernel-survivors.json, by file, line and change.
 */
import { spawn } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { coinFrom } from './identity-fuzz.js';
import { type Mutation, mutate, mutationsOf } from './source-mutations.js';

interface Mutant extends Mutation {
  readonly file: string;
  readonly line: number;
  /** The line before and after, which identifies the mutant as long as that line stands. */
  readonly change: string;
}

type Outcome = 'killed' | 'no program' | 'timed out' | 'survived';

const KERNEL = 'src/symbolic/kernel';
const EXPLANATIONS = 'docs/kernel-survivors.json';
const REPORT = 'docs/kernel-mutants.md';
/** Milliseconds: the tests of an unchanged kernel take 10 s on a busy machine. */
const TIME_LIMIT = 60_000;
/** Fewer tests than this mean that they were not found. */
const LEAST_TESTS = 150;
/** Runs of each fuzz property per mutant; 2000 in the tests. */
const FUZZ_RUNS = 400;

const { values: options } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    count: { type: 'string', default: '400' },
    file: { type: 'string' },
    workers: { type: 'string', default: '2' },
  },
});

const files = readdirSync(KERNEL).filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'));
if (options.file !== undefined && !files.includes(options.file)) {
  process.stderr.write(`mutate-kernel: expected --file to be one of ${files.join(', ')}\n`);
  process.exit(2);
}
const all = files.filter((file) => options.file === undefined || file === options.file).flatMap(mutantsOf);
const sample = sampled(all, Number(options.count), Number(options.seed));
const outcomes = new Map<Mutant, Outcome>();

const root = mkdtempSync(join(tmpdir(), 'kasym-mutants-'));
process.on('exit', () => rmSync(root, { recursive: true, force: true }));
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => process.exit(130));
const waiting = [...sample];
await Promise.all(
  Array.from({ length: Number(options.workers) }, (_, k) => copyOfSource(join(root, `${k}`)).then(work)),
);
report();

function mutantsOf(file: string): Mutant[] {
  const source = readFileSync(join(KERNEL, file), 'utf8');
  const lineAt = (text: string, line: number): string => text.split('\n')[line - 1]!.trim();
  return mutationsOf(source).map((mutation) => {
    const line = source.slice(0, mutation.start).split('\n').length;
    const change = `${lineAt(source, line)}  ->  ${lineAt(mutate(source, mutation), line)}`;
    return { ...mutation, file, line, change };
  });
}

/** A sample without repetition in which every file has its share. */
function sampled(mutants: readonly Mutant[], count: number, seed: number): Mutant[] {
  const coin = coinFrom(seed);
  const shuffled = [...mutants];
  for (let k = shuffled.length - 1; k > 0; k--) {
    const other = coin(k + 1);
    [shuffled[k], shuffled[other]] = [shuffled[other]!, shuffled[k]!];
  }
  const share = Math.min(1, count / mutants.length);
  return files.flatMap((file) => {
    const own = shuffled.filter((mutant) => mutant.file === file);
    return own.slice(0, Math.ceil(own.length * share));
  });
}

/** A place to mutate in: sources, their compiled form beside them, and a `vitest` that is quick-tests.ts. */
async function copyOfSource(place: string): Promise<string> {
  cpSync('src/symbolic', join(place, 'src/symbolic'), { recursive: true });
  cpSync('tsconfig.json', join(place, 'tsconfig.base.json'));
  symlinkSync(resolve('node_modules'), join(place, 'node_modules'), 'junction');
  writeFileSync(join(place, 'package.json'), '{ "type": "module" }');
  const fuzz = join(place, KERNEL, 'kernel-fuzz.test.ts');
  writeFileSync(fuzz, readFileSync(fuzz, 'utf8').replace('RUNS = 2000', `RUNS = ${FUZZ_RUNS}`));
  const common = { noEmit: false, rootDir: '.', outDir: 'js', noUnusedLocals: false, noUnusedParameters: false };
  for (const [name, exclude] of [
    ['all', []],
    ['kernel', ['**/*.test.ts']],
  ] as const) {
    const config = { extends: './tsconfig.base.json', compilerOptions: common, include: [KERNEL], exclude };
    writeFileSync(join(place, `tsconfig.${name}.json`), JSON.stringify(config));
  }
  const stub = join(place, 'js/node_modules/vitest');
  mkdirSync(stub, { recursive: true });
  cpSync(fileURLToPath(new URL('./quick-tests.js', import.meta.url)), join(stub, 'index.js'));
  writeFileSync(join(stub, 'package.json'), '{ "type": "module", "exports": "./index.js" }');
  writeFileSync(join(place, 'run.mjs'), 'for (const file of process.argv.slice(2)) await import(file);');
  const compiled = await run(place, 'node_modules/typescript/bin/tsc', '-p', 'tsconfig.all.json');
  const unchanged = await run(place, 'run.mjs', ...testsFor(place, ''));
  if (compiled.status !== 0 || unchanged.status !== 0 || Number(unchanged.output) < LEAST_TESTS)
    throw new Error(`mutate-kernel: the unchanged kernel fails its tests: ${compiled.output} ${unchanged.output}`);
  return place;
}

/** The kernel's compiled tests, those of the changed file first, the fuzz tests last. */
function testsFor(place: string, file: string): string[] {
  const rank = (test: string): number =>
    test.startsWith(file.replace('.ts', '.test')) ? 0 : test.includes('fuzz') ? 2 : 1;
  const tests = readdirSync(KERNEL).filter((test) => test.endsWith('.test.ts') && test !== 'identity-fuzz.test.ts');
  const ordered = file === '' ? tests : tests.sort((a, b) => rank(a) - rank(b));
  return ordered.map((test) => join(place, 'js', KERNEL, test.replace('.ts', '.js')));
}

async function work(place: string): Promise<void> {
  for (let mutant = waiting.shift(); mutant !== undefined; mutant = waiting.shift()) {
    const path = join(place, KERNEL, mutant.file);
    const source = readFileSync(path, 'utf8');
    writeFileSync(path, mutate(source, mutant));
    const outcome = await judge(place, mutant);
    writeFileSync(path, source);
    outcomes.set(mutant, outcome);
    process.stderr.write(`\r${outcomes.size} of ${sample.length}`);
    if (outcome === 'survived' || outcome === 'timed out')
      process.stderr.write(`\r${outcome}: ${mutant.file}:${mutant.line} [${mutant.kind}] ${mutant.change}\n`);
  }
}

async function judge(place: string, mutant: Mutant): Promise<Outcome> {
  const { status } = await run(place, 'node_modules/typescript/bin/tsc', '-p', 'tsconfig.kernel.json');
  if (status !== 0) return 'no program';
  const tests = await run(place, 'run.mjs', ...testsFor(place, mutant.file));
  return tests.status === null ? 'timed out' : tests.status === 0 ? 'survived' : 'killed';
}

/** The exit status (null where the time limit was reached) and what was printed. */
function run(cwd: string, ...command: string[]): Promise<{ readonly status: number | null; readonly output: string }> {
  return new Promise((done) => {
    const child = spawn(process.execPath, ['--max-old-space-size=2000', ...command], { cwd });
    let output = '';
    const keep = (chunk: Buffer): void => {
      output += chunk.toString();
    };
    child.stdout.on('data', keep);
    child.stderr.on('data', keep);
    let late = false;
    const timer = setTimeout(() => {
      late = true;
      child.kill('SIGKILL');
    }, TIME_LIMIT);
    child.once('close', (code) => {
      clearTimeout(timer);
      done({ status: late ? null : (code ?? 1), output });
    });
  });
}

function report(): void {
  const known = JSON.parse(readFileSync(EXPLANATIONS, 'utf8')) as Readonly<Record<string, string>>;
  const of = (file: string, ...wanted: Outcome[]): Mutant[] =>
    sample.filter((mutant) => mutant.file === file && wanted.includes(outcomes.get(mutant)!));
  const kinds: readonly Outcome[] = ['killed', 'timed out', 'no program', 'survived'];
  const rows = files.map((file) => {
    const made = all.filter((mutant) => mutant.file === file).length;
    return [
      file,
      made,
      sample.filter((mutant) => mutant.file === file).length,
      ...kinds.map((k) => of(file, k).length),
    ];
  });
  const total = ['all', ...rows[0]!.slice(1).map((_, k) => rows.reduce((sum, row) => sum + Number(row[k + 1]), 0))];
  const table = [['file', 'possible', 'tried', ...kinds], Array(7).fill('---'), ...rows, total];
  const survivors = files.flatMap((file) => of(file, 'survived'));
  const why = (mutant: Mutant): string => known[`${mutant.file}: ${mutant.change}`] ?? '**unexplained**';
  const lines = survivors.map((m) => `- \`${m.file}:${m.line}\` ${m.kind}: \`${m.change}\`\n  ${why(m)}`);
  const unexplained = survivors.filter((mutant) => why(mutant) === '**unexplained**');
  const text = `# Mutants of the kernel

Written by \`npm run mutate-kernel -- --seed ${options.seed} --count ${options.count}\`: one small change of the source at a time (comparisons, logic,
signs, constants, guards, statements, arguments, quantifiers), and the kernel's own tests run on it. *No program*: the
type checker refuses it. *Timed out*: the tests do not end within ${TIME_LIMIT / 1000} s, which a test run notices.

${table.map((row) => `| ${row.join(' | ')} |`).join('\n')}

## Survivors: ${survivors.length}, unexplained: ${unexplained.length}

${lines.join('\n') || 'None.'}
`;
  if (options.file === undefined) writeFileSync(REPORT, text);
  process.stdout.write(`\n${text}`);
  process.exitCode = unexplained.length === 0 ? 0 : 1;
}
