/** What the evidence for a claim depends on, as one number: the same key, the same evidence to the last bit. */
import { createHash } from 'node:crypto';
import { readdir, readFile, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Claim, Corpus } from '../../claim/claim.js';
import { levelOf } from '../../engines/false-alarms.js';
import { compiledModule } from '../../symbolic/propose/compiled-module.js';
import { selectedClaims } from '../plan.js';
import type { WorkUnit } from '../units.js';
import { closureOf, type ModuleGraph, moduleGraph, versionOf } from './module-graph.js';

/** Of a claim and its work units. */
export type EvidenceKey = (claim: Claim, units: readonly WorkUnit[]) => string;

/**
 * A key is made of: kasym's code and its dependencies by version, what runs them (`runtime`), the modules that the
 * claim and the claims that it uses are written in, the corpus's data files, its level of false alarms, and the units, seed
 * included. Throws where a module of the corpus cannot be analysed.
 */
export async function evidenceKeys(corpus: Corpus, url: string, runtime: string): Promise<EvidenceKey> {
  const own = new URL('..', compiledModule('../../index.js', import.meta.url)).href;
  const toolkit = new URL('src/', own);
  const graph = await moduleGraph(url, toolkit.href);
  const homes = await homesOf(corpus, graph, url);
  const common = digestOf([
    await toolkitDigest(fileURLToPath(toolkit)),
    await dataDigest(dirname(fileURLToPath(url))),
    runtime,
    levelOf(corpus),
  ]);
  const modulesDigest = (home: string): string => {
    const closure = [...closureOf(graph, home)].map((module) => graph.get(module)!);
    return digestOf([...new Set(closure.flatMap(({ digest, packages }) => [digest, ...packages]))].sort());
  };
  const digests = new Map([...new Set(homes.values())].map((home) => [home, modulesDigest(home)]));
  return (claim, units) => {
    const used = selectedClaims(corpus, [claim.id]).map(({ id }) => [id, digests.get(homes.get(id)!)]);
    return digestOf([common, used, units]);
  };
}

const digestOf = (parts: unknown): string => createHash('sha256').update(JSON.stringify(parts)).digest('hex');

/** By claim the module of the corpus that exports it, alone or in a list, and imports least; else the entry. */
async function homesOf(corpus: Corpus, graph: ModuleGraph, entry: string): Promise<Map<string, string>> {
  const homes = new Map(corpus.claims.map(({ id }) => [id, entry]));
  const size = new Map([...graph.keys()].map((url) => [url, closureOf(graph, url).size]));
  const known = new Map<unknown, string>(corpus.claims.map((claim) => [claim, claim.id]));
  for (const url of graph.keys()) {
    if (!/\.[cm]?js$/.test(url)) continue;
    const exported = Object.values((await import(url)) as Record<string, unknown>);
    for (const value of exported.flatMap((one) => (Array.isArray(one) ? one : [one]))) {
      const id = known.get(value);
      if (id !== undefined && size.get(url)! < size.get(homes.get(id)!)!) homes.set(id, url);
    }
  }
  return homes;
}

/** Rooms of ours that no evidence comes from. */
const ELSEWHERE = /^(cli|report|bench)\/|(^|\/)testing\//;

async function toolkitDigest(folder: string): Promise<string> {
  const files = await filesOf(folder, (file) => /\.(js|wasm)$/.test(file) && !ELSEWHERE.test(file));
  const manifest = join(folder, '../../package.json');
  const { dependencies = {} } = JSON.parse(await readFile(manifest, 'utf8')) as {
    dependencies?: Record<string, string>;
  };
  const versions = Object.keys(dependencies).map((name) => versionOf(name, folder));
  return digestOf([await contentsOf(folder, files), await Promise.all(versions)]);
}

/** Files that a module may read when it runs. Large ones by size and time of change. */
async function dataDigest(folder: string): Promise<string> {
  const files = await filesOf(folder, (file) => !/\.([cm]?js|ts|map)$/.test(file));
  return digestOf(await contentsOf(folder, files));
}

/** Relative paths, sorted; not those of installed packages, and nothing hidden. */
async function filesOf(folder: string, wanted: (file: string) => boolean, under = ''): Promise<string[]> {
  const entries = await readdir(join(folder, under), { withFileTypes: true });
  const found = entries.map(async (entry) => {
    const path = `${under}${entry.name}`;
    if (entry.isFile()) return wanted(path) ? [path] : [];
    const skipped = !entry.isDirectory() || entry.name === 'node_modules' || entry.name.startsWith('.');
    return skipped ? [] : filesOf(folder, wanted, `${path}/`);
  });
  return (await Promise.all(found)).flat().sort();
}

const LARGE = 2 ** 20;

const contentsOf = (folder: string, files: readonly string[]): Promise<readonly (readonly unknown[])[]> =>
  Promise.all(
    files.map(async (file) => {
      const path = join(folder, file);
      const { size, mtimeMs } = await stat(path);
      if (size > LARGE) return [file, size, mtimeMs];
      return [
        file,
        createHash('sha256')
          .update(await readFile(path))
          .digest('hex'),
      ];
    }),
  );
