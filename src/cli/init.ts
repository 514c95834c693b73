import { mkdir, readFile, stat, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { BadInput } from '../numeric/bad-input.js';
import { importCorpus, locateCorpus } from '../run/corpus.js';
import { writeLock } from '../run/lock.js';
import { DEFAULT_RUNS, DEFAULT_SEED } from '../run/plan.js';
import { verifyCorpus } from '../run/verify.js';
import { compiledModule } from '../symbolic/propose/compiled-module.js';
import { readArguments } from './options.js';
import { print } from './output.js';

export const name = 'init';

export const summary = 'a small corpus of your own: a claim, a law, a lock, a workflow';

export const usage = `Usage: kasym init

Makes a corpus in this folder, which "kasym verify" then verifies in place of kasym's own: a claim with its law
in corpus.js, the field "kasym" in package.json, a workflow for GitHub, and the locked verdicts where
kasym and fast-check are installed here. A file that is there already is never replaced.

  --help       this text

Example: npm install kasym fast-check && npx kasym init && npx kasym verify
`;

const FIELD = { corpus: 'corpus.js', lock: 'fixtures/verdicts.json' };

export async function run(argv: readonly string[]): Promise<number> {
  readArguments(argv, { command: name, flags: [], values: [], operands: { name: 'nothing', min: 0, max: 0 } });
  const folder = process.cwd();
  const manifest = await manifestFor(join(folder, 'package.json'));
  const templates = new URL('../../fixtures/new-corpus/', compiledModule('../index.js', import.meta.url));
  const template = (file: string): Promise<string> => readFile(new URL(file, templates), 'utf8');
  const files: readonly (readonly [string, string])[] = [
    ['corpus.js', await template('corpus.js')],
    [join('.github', 'workflows', 'kasym.yml'), await template('kasym.yml')],
  ];
  for (const [file] of [...files, [FIELD.lock]]) {
    const there = await stat(join(folder, file!)).catch(() => null);
    if (there !== null) throw new BadInput(`${join(folder, file!)}: there is one already; init in another folder`);
  }
  for (const [file, text] of [...files, ['package.json', manifest] as const]) {
    await write(join(folder, file), text);
    await print(`wrote ${file}\n`);
  }
  await print(await locked(folder));
  return 0;
}

/** The package.json with our field. Throws BadInput where it is none, or names a corpus already. */
async function manifestFor(file: string): Promise<string> {
  const text = await readFile(file, 'utf8').catch(() => '{ "private": true }');
  let fields: Record<string, unknown>;
  try {
    fields = JSON.parse(text) as Record<string, unknown>;
  } catch {
    throw new BadInput(`${file}: expected JSON`);
  }
  if (fields.kasym !== undefined) throw new BadInput(`${file}: names a corpus already; "kasym verify" verifies it`);
  return `${JSON.stringify({ ...fields, type: 'module', kasym: FIELD }, null, 2)}\n`;
}

async function write(file: string, text: string): Promise<void> {
  try {
    await mkdir(dirname(file), { recursive: true });
    await writeFile(file, text);
  } catch (error) {
    throw new BadInput(`${file}: cannot be written (${(error as NodeJS.ErrnoException).code})`);
  }
}

async function locked(folder: string): Promise<string> {
  const place = await locateCorpus(folder);
  const corpus = await importCorpus(place.url).catch(() => null);
  if (corpus === null)
    return 'no lock yet: run "npm install kasym fast-check" here, then "npx kasym verify --update"\n';
  const options = { ids: null, seed: DEFAULT_SEED, runs: DEFAULT_RUNS, workers: 1 };
  await writeLock(place.lock, await verifyCorpus(corpus, place.url, options), null, true);
  return `wrote ${FIELD.lock}\n"npx kasym verify" verifies it\n`;
}
