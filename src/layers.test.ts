import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

const ROOT = resolve(dirname(fileURLToPath(import.meta.url)), '..');

/** What each room may import directly; what those may import, it may too. */
const ARROWS: Readonly<Record<string, readonly string[]>> = {
  'src/numeric': [],
  'src/quantum': ['src/numeric'],
  'src/dynamics': ['src/quantum'],
  'src/symbolic/kernel': [],
  'src/symbolic/notation': ['src/symbolic/kernel'],
  'src/symbolic/denotation': ['src/symbolic/kernel'],
  'src/symbolic/propose': ['src/symbolic/notation'],
  'src/claim': ['src/symbolic/notation', 'src/symbolic/denotation', 'src/numeric'],
  'src/arbitraries': ['src/dynamics', 'src/symbolic/denotation'],
  'src/engines': ['src/claim', 'src/symbolic/propose', 'src/dynamics'],
  'src/run': ['src/engines'],
  'src/report': ['src/claim'],
  'src/cli': ['src/run', 'src/report'],
  'src/bench': ['src/dynamics', 'src/report'],
};

/** Packages that only some rooms may import; anything else outside node: must be listed here. */
const PACKAGES: Readonly<Record<string, readonly string[]>> = {
  'fast-check': ['src/claim', 'src/arbitraries', 'src/engines', 'src/dynamics', 'proofs', 'property-tests'],
  'pure-rand': ['src/numeric'],
  cephes: ['src/numeric'],
  odex: ['src/dynamics'],
  nerdamer: ['src/symbolic/propose'],
  mathjs: ['src/symbolic/propose'],
  'ml-direct': ['src/engines'],
  tinypool: ['src/run', 'src/bench'],
  vega: ['src/report'],
  'vega-lite': ['src/report'],
  'es-module-lexer': ['src/run'],
  tsx: ['src/cli'],
};

interface Import {
  readonly from: string;
  readonly to: string;
}

/** The rooms that a room may reach, itself included. */
function reachable(room: string): Set<string> {
  const seen = new Set([room]);
  for (const next of seen) for (const arrow of ARROWS[next] ?? []) seen.add(arrow);
  return seen;
}

/** The room of a file: the longest folder of the table above it, or a corpus folder, or the public entry. */
function roomOf(file: string): string {
  const rooms = [...Object.keys(ARROWS), 'proofs', 'property-tests'];
  return rooms.filter((room) => file.startsWith(`${room}/`)).sort((a, b) => b.length - a.length)[0] ?? file;
}

const sources = (folder: string): string[] =>
  readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.ts') && !file.endsWith('.test.ts'))
    .map((file) => join(folder, file).replaceAll('\\', '/'))
    // Helpers of tests stand beside the rooms and are imported by tests only.
    .filter((file) => !file.startsWith('src/symbolic/testing/'))
    // AssemblyScript: compiled by .ci/wasm.mjs, imported by nobody.
    .filter((file) => !file.startsWith('src/numeric/wasm/'));

function importsOf(file: string): Import[] {
  const text = readFileSync(join(ROOT, file), 'utf8');
  const names = [
    ...text.matchAll(
      /(?:^|\n)\s*(?:import|export)\b[^;'"]*?\bfrom\s*'([^']+)'|(?:^|\n)import\s+'([^']+)'|\bimport\(\s*'([^']+)'/g,
    ),
  ];
  return names.map((match) => {
    const name = (match[1] ?? match[2] ?? match[3]) as string;
    const to = name.startsWith('.') ? relative(ROOT, resolve(ROOT, dirname(file), name)).replace(/\.js$/, '.ts') : name;
    return { from: file, to: to.replaceAll('\\', '/') };
  });
}

/** Why an import is not allowed, or null. */
function complaint({ from, to }: Import): string | null {
  const room = roomOf(from);
  if (to.startsWith('node:')) return room === 'src/symbolic/kernel' ? `${from}: the kernel imports nothing` : null;
  if (!to.endsWith('.ts')) {
    const name = to.split('/')[0] as string;
    return (PACKAGES[name] ?? []).includes(room) ? null : `${from}: ${room} may not import the package ${name}`;
  }
  if (from === 'src/index.ts') return null;
  if (room === 'proofs' || room === 'property-tests') {
    const inside = to === 'src/index.ts' || to.startsWith('proofs/') || to.startsWith('property-tests/');
    return inside ? null : `${from}: a corpus may import the public entry only, not ${to}`;
  }
  return reachable(room).has(roomOf(to)) ? null : `${from}: ${room} may not import ${to}`;
}

describe('layers', () => {
  const files = ['src', 'proofs', 'property-tests'].flatMap(sources);

  test('every import follows an arrow of the table', () => {
    expect(files.length).toBeGreaterThan(100);
    expect(
      files
        .flatMap(importsOf)
        .map(complaint)
        .filter((line) => line !== null),
    ).toEqual([]);
  });

  test('every file of src stands in a room', () => {
    expect(files.filter((file) => file.startsWith('src/') && roomOf(file) === file)).toEqual(['src/index.ts']);
  });

  test('an import against the arrows is found', () => {
    const against = [
      { from: 'src/numeric/a.ts', to: 'src/quantum/b.ts' },
      { from: 'src/symbolic/kernel/a.ts', to: 'src/symbolic/notation/b.ts' },
      { from: 'src/symbolic/kernel/a.ts', to: 'node:fs' },
      { from: 'src/claim/a.ts', to: 'src/dynamics/b.ts' },
      { from: 'src/dynamics/a.ts', to: 'src/symbolic/kernel/b.ts' },
      { from: 'proofs/a.ts', to: 'src/engines/b.ts' },
      { from: 'src/cli/a.ts', to: 'nerdamer' },
    ];
    expect(against.map(complaint).filter((line) => line !== null)).toHaveLength(against.length);
  });

  test('only the command line and the benchmarks print and read the process', () => {
    const talkative = files.filter(
      (file) =>
        !/^src\/(cli|bench)\//.test(file) && /\b(console|process)\.\w/.test(readFileSync(join(ROOT, file), 'utf8')),
    );
    expect(talkative).toEqual([]);
  });

  test('nothing random is unseeded', () => {
    expect(files.filter((file) => readFileSync(join(ROOT, file), 'utf8').includes('Math.random'))).toEqual([]);
  });
});
