/** Which modules a module is made of, by their contents. */
import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { init, parse } from 'es-module-lexer';

export interface ModuleNode {
  /** SHA-256 of the text. */
  readonly digest: string;
  /** URLs of the modules that it imports by a relative path, or re-exports. */
  readonly imports: readonly string[];
  /** `name@version` of the packages that it imports. */
  readonly packages: readonly string[];
}

export type ModuleGraph = ReadonlyMap<string, ModuleNode>;

/**
 * The module and all that it imports, directly or not; modules in the folder `apart` and what they import are left out. Throws
 * where a file cannot be read, is no JavaScript, or imports what is only known when it runs.
 */
export async function moduleGraph(entry: string, apart: string): Promise<ModuleGraph> {
  await init;
  const graph = new Map<string, ModuleNode>();
  const pending = [entry];
  for (let url = pending.pop(); url !== undefined; url = pending.pop()) {
    if (graph.has(url)) continue;
    const node = await moduleNode(url);
    const imports = node.imports.filter((other) => !other.startsWith(apart) || other.includes('/testing/'));
    graph.set(url, { ...node, imports });
    pending.push(...imports);
  }
  return graph;
}

/** The modules of the graph that one of them is made of, itself included. */
export function closureOf(graph: ModuleGraph, url: string): ReadonlySet<string> {
  const seen = new Set([url]);
  for (const next of seen) for (const other of graph.get(next)?.imports ?? []) seen.add(other);
  return seen;
}

async function moduleNode(url: string): Promise<ModuleNode> {
  const text = await readFile(fileURLToPath(url));
  const digest = createHash('sha256').update(text).digest('hex');
  if (!/\.[cm]?js$/.test(url)) return { digest, imports: [], packages: [] };
  const names = parse(text.toString(), url)[0].flatMap(({ n: name, d: dynamic }) => {
    if (name === undefined && dynamic === -2) return []; // import.meta
    if (name === undefined) throw new Error(`${url} imports what is only known when it runs`);
    return name.startsWith('node:') ? [] : [name];
  });
  const relative = names.filter((name) => /^(\.|\/|file:)/.test(name));
  const bare = names.filter((name) => !relative.includes(name));
  return {
    digest,
    imports: relative.map((name) => new URL(name, url).href),
    packages: await Promise.all(bare.map((name) => versionOf(packageName(name), dirname(fileURLToPath(url))))),
  };
}

const packageName = (specifier: string): string =>
  specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');

/** `name@version` as a module in this folder gets it. Throws where it is not installed. */
export async function versionOf(name: string, folder: string): Promise<string> {
  for (let here = folder; ; here = dirname(here)) {
    const text = await readFile(join(here, 'node_modules', name, 'package.json'), 'utf8').catch(() => null);
    if (text !== null) return `${name}@${(JSON.parse(text) as { version?: string }).version}`;
    if (dirname(here) === here) throw new Error(`${name} is not installed above ${folder}`);
  }
}
