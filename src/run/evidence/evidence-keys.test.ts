/** A key changes with everything that the evidence depends on, and with nothing else. */
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeEach, describe, expect, test } from 'vitest';
import type { Corpus } from '../../claim/claim.js';
import { planUnits } from '../plan.js';
import { evidenceKeys } from './evidence-keys.js';
import { moduleGraph } from './module-graph.js';

const root = resolve(import.meta.dirname, '../../..');
const base = mkdtempSync(join(tmpdir(), 'kasym-keys-'));
afterAll(() => rmSync(base, { recursive: true }));
let count = 0;
let folder: string;

/** A corpus of two claims in modules of their own, the second of which uses the first. */
beforeEach(() => {
  folder = join(base, `${count++}`);
  mkdirSync(join(folder, 'node_modules'), { recursive: true });
  symlinkSync(root, join(folder, 'node_modules', 'kasym'), 'junction');
  const files = {
    'package.json': '{ "type": "module" }',
    'first.js': "import { base } from './notation.js';\nexport const first = { ...base, id: 'first' };\n",
    'second.js':
      "import { base } from './notation.js';\nexport const second = { ...base, id: 'second', uses: ['first'] };\n",
    'notation.js': 'export const base = { statement: "a = a", laws: [], uses: [], mutants: [] };\n',
    'data.csv': '1,2\n',
    'index.js':
      "import { first } from './first.js';\nimport { second } from './second.js';\nexport const corpus = { name: 'two', claims: [first, second] };\n",
  };
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
});

/** The keys of both claims in the folder as it is now, in a copy that nobody has imported. */
async function keys(seed = 1, runs = 40, runtime = 'Node.js'): Promise<{ first: string; second: string }> {
  const copy = join(base, `${count++}`);
  cpSync(folder, copy, { recursive: true, verbatimSymlinks: true });
  const url = pathToFileURL(join(copy, 'index.js')).href;
  const { corpus } = (await import(url)) as { corpus: Corpus };
  const keyOf = await evidenceKeys(corpus, url, runtime);
  const units = planUnits(corpus, { ids: null, seed, runs });
  const [first, second] = corpus.claims.map((claim) =>
    keyOf(
      claim,
      units.filter(({ claimId }) => claimId === claim.id),
    ),
  );
  return { first: first!, second: second! };
}

const edit = (name: string): void =>
  writeFileSync(join(folder, name), `${readFileSync(join(folder, name), 'utf8')}// a remark\n`);

describe('the key of a claim', () => {
  test('is the same for the same content, wherever it is', async () => {
    expect(await keys()).toEqual(await keys());
  });

  test.each([
    ['first.js', true, true],
    ['second.js', false, true],
    ['notation.js', true, true],
    ['data.csv', true, true],
  ])('after a change of %s: first %s, second %s', async (name, first, second) => {
    const before = await keys();
    edit(name);
    const after = await keys();
    expect([after.first !== before.first, after.second !== before.second]).toEqual([first, second]);
  });

  test('changes with the seed, the number of runs, and what runs it', async () => {
    const all = [await keys(), await keys(2), await keys(1, 41), await keys(1, 40, 'other')].map(
      ({ second }) => second,
    );
    expect(new Set(all).size).toBe(4);
  });
});

describe('the modules of a corpus', () => {
  const graphOf = (text: string) => {
    writeFileSync(join(folder, 'first.js'), text);
    return moduleGraph(pathToFileURL(join(folder, 'index.js')).href, pathToFileURL(join(root, 'dist/src/')).href);
  };

  test('are followed through imports, re-exports and dynamic imports; packages are named with versions', async () => {
    const graph = await graphOf("import 'kasym'; export * from './notation.js'; await import('./second.js');\n");
    expect([...graph.keys()].map((url) => url.split('/').at(-1)).sort()).toEqual([
      'first.js',
      'index.js',
      'notation.js',
      'second.js',
    ]);
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
    const [, first] = [...graph].find(([url]) => url.endsWith('/first.js'))!;
    expect(first.packages).toEqual([`kasym@${version}`]);
  });

  test('are not known where an import is only known at run time, or a package is missing', async () => {
    await expect(graphOf('const name = "./x.js"; await import(name);\n')).rejects.toThrow(
      /first\.js imports what is only known when it runs$/,
    );
    await expect(graphOf("import 'no-such-package-here';\n")).rejects.toThrow(/no-such-package-here is not installed/);
  });
});
