import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, describe, expect, test, vi } from 'vitest';
import { compiledModule } from '../symbolic/propose/compiled-module.js';
import { dispatch } from './dispatch.js';

const folder = mkdtempSync(join(tmpdir(), 'kasym-graph-'));
const toyCorpus = fileURLToPath(compiledModule('../engines/testing/toy-corpus.js', import.meta.url));
writeFileSync(join(folder, 'package.json'), JSON.stringify({ kasym: { corpus: relative(folder, toyCorpus) } }));
const locked = { verdict: 'proved', flags: [], cited: [] };
mkdirSync(join(folder, 'fixtures'));
writeFileSync(
  join(folder, 'fixtures', 'verdicts.json'),
  JSON.stringify({ rate: locked, wrong: { ...locked, verdict: 'refuted-exactly' } }),
);
afterAll(() => rmSync(folder, { recursive: true }));
afterEach(() => vi.restoreAllMocks());

const graph = (...argv: string[]) => graphIn(folder, ...argv);

async function graphIn(here: string, ...argv: string[]) {
  vi.spyOn(process, 'cwd').mockReturnValue(here);
  const [out, err] = [process.stdout, process.stderr].map((stream) =>
    vi.spyOn(stream, 'write').mockImplementation(() => true),
  );
  const exitCode = await dispatch(['graph', ...argv]);
  const written = (spy: typeof out) => spy!.mock.calls.map(([text]) => text).join('');
  const result = { exitCode, out: written(out), err: written(err) };
  vi.restoreAllMocks();
  return result;
}

const TREE = `uses-wrong        not locked
├─ wrong          refuted-exactly
└╌ repairs wrong  refuted-exactly

2 claims, 1 used by no other; 1 use, 1 repair; longest chain (2 claims): uses-wrong → wrong
`;

describe('kasym graph', () => {
  test('prints the whole corpus in paper order, with its locked verdicts', async () => {
    const { exitCode, out, err } = await graph();
    expect([exitCode, err]).toEqual([0, '']);
    const words = out.split('\n').map((line) => line.split(/ {2,}/).slice(0, 2));
    expect(words.slice(0, 4)).toEqual([
      ['rate', 'proved'],
      ['bound', 'not locked'],
      ['evident', 'not locked'],
      ['uses-wrong', 'not locked'],
    ]);
  });

  test('prints the named claims and what they rest on', async () => {
    expect(await graph('uses-wrong')).toEqual({ exitCode: 0, out: TREE, err: '' });
    expect((await graph('wrong')).out).toBe(
      'wrong  refuted-exactly\n\n1 claim, 1 used by no other; 0 uses, 0 repairs\n',
    );
  });

  test('--json prints the documented keys, a claim a line, and a summary', async () => {
    const { out } = await graph('uses-wrong', 'rate', '--json');
    expect(
      out
        .trimEnd()
        .split('\n')
        .map((line) => JSON.parse(line)),
    ).toEqual([
      { id: 'rate', verdict: 'proved', uses: [], repairs: null },
      { id: 'wrong', verdict: 'refuted-exactly', uses: [], repairs: null },
      { id: 'uses-wrong', verdict: null, uses: ['wrong'], repairs: 'wrong' },
      { summary: { claims: 3, roots: 2, uses: 1, repairs: 1, longestChain: ['uses-wrong', 'wrong'] } },
    ]);
  });

  test('--dot prints DOT, named after the corpus', async () => {
    const { out } = await graph('--dot');
    expect(out).toMatch(/^digraph "Toy corpus" \{\n/);
    expect(out).toContain('\n  "uses-wrong" -> "wrong";\n');
  });

  test('--out writes what would be printed, without colours, and replaces the file', async () => {
    const file = join(folder, 'graph.txt');
    writeFileSync(file, 'x'.repeat(10_000));
    Object.defineProperty(process.stdout, 'isTTY', { value: true, configurable: true });
    try {
      expect(await graph('uses-wrong', '--out', file)).toEqual({ exitCode: 0, out: `2 claims in ${file}\n`, err: '' });
    } finally {
      Reflect.deleteProperty(process.stdout, 'isTTY');
    }
    expect(readFileSync(file, 'utf8')).toBe(TREE);
  });

  test.each([
    [['uses-wrnog'], 'uses-wrnog: no such claim; did you mean uses-wrong?'],
    [['--dot', '--json'], '--dot: not together with --json'],
    [['--out', ''], '--out: expected a file; "kasym graph --help" shows the usage'],
    [['--out', folder], `--out ${folder}: cannot write there (EISDIR)`],
    [
      ['--out', join(folder, 'no', 'g.dot'), '--dot'],
      `--out ${join(folder, 'no', 'g.dot')}: cannot write there (ENOENT)`,
    ],
    [['--jsn'], '--jsn: unknown option; did you mean --json?'],
  ])('%j is refused in one line', async (argv, message) => {
    const before = readdirSync(folder);
    expect(await graph(...argv)).toEqual({ exitCode: 2, out: '', err: `kasym: ${message}\n` });
    expect(readdirSync(folder)).toEqual(before);
  });

  test.each([
    [{ rate: ['bound'], bound: ['rate'] }, 'rate uses bound, which is not a claim before it'],
    [{ rate: ['rate'] }, 'rate uses rate, which is not a claim before it'],
    [{ bound: ['raet'] }, 'bound uses raet, which is not a claim before it'],
  ])('a circle of uses, or one of no claim, is named in one line: %j', async (uses, message) => {
    const here = mkdtempSync(join(folder, 'wrong-'));
    const file = join(here, 'corpus.mjs');
    const changed = `toy.claims.map((claim) => ({ ...claim, uses: ${JSON.stringify(uses)}[claim.id] ?? [] }))`;
    writeFileSync(
      file,
      `import { corpus as toy } from ${JSON.stringify(toyCorpus)}; export const corpus = { ...toy, claims: ${changed} };`,
    );
    writeFileSync(join(here, 'package.json'), '{"kasym": {"corpus": "corpus.mjs"}}');
    expect(await graphIn(here)).toEqual({ exitCode: 2, out: '', err: `kasym: ${file}: ${message}\n` });
  });
});
