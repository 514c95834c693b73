import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, describe, expect, test, vi } from 'vitest';
import { verifyCorpus } from '../run/verify.js';
import { compiledModule } from '../symbolic/propose/compiled-module.js';
import { dispatch } from './dispatch.js';
import { verdictTable } from './verdict-table.js';

const folder = mkdtempSync(join(tmpdir(), 'kasym-verify-'));
const toyCorpus = fileURLToPath(compiledModule('../engines/testing/toy-corpus.js', import.meta.url));
writeFileSync(join(folder, 'package.json'), JSON.stringify({ kasym: { corpus: relative(folder, toyCorpus) } }));
const lock = join(folder, 'fixtures', 'verdicts.json');
afterAll(() => rmSync(folder, { recursive: true }));
afterEach(() => vi.restoreAllMocks());

async function kasym(...argv: string[]) {
  vi.spyOn(process, 'cwd').mockReturnValue(folder);
  const [out, err] = [process.stdout, process.stderr].map((stream) =>
    vi.spyOn(stream, 'write').mockImplementation(() => true),
  );
  const exitCode = await dispatch(argv);
  const written = (spy: typeof out) => spy!.mock.calls.map(([text]) => text).join('');
  const result = { exitCode, out: written(out), err: written(err) };
  vi.restoreAllMocks();
  return result;
}

const quick = ['--runs', '40', '--workers', '1'];

describe('kasym verify', () => {
  test('prints a table with the evidence in brief and a summary', async () => {
    const { exitCode, out, err } = await kasym('verify', ...quick);
    expect(err).toBe('');
    expect(exitCode).toBe(0);
    const lines = out.split('\n');
    const cells = (k: number): string[] => lines[k]!.split(/ {2,}/);
    expect(cells(0)).toEqual(['claim', 'verdict', 'proof', 'instances', 'laws', 'least margin', 'mutants', 'notes']);
    expect(cells(1).slice(0, 3)).toEqual(['rate', 'proved', '4 steps']);
    expect(cells(1)[4]).toBe('40 runs');
    expect(cells(1)[5]).toMatch(/^-?\d\.\de[+-]\d+ ± \d\.\de[+-]\d+$/);
    expect(cells(1)[6]).toMatch(/^1\d\/1\d killed$/);
    expect(cells(4)[1]).toBe('refuted-exactly');
    expect(lines[4]).toMatch(/ fails by -\S+ at \w+/);
    expect(cells(5).slice(0, 3)).toEqual(['uses-wrong', 'undecided', '1 step']);
    expect(lines[5]).toContain('uses wrong, which is refuted-exactly');
    const column = lines[0]!.indexOf('laws');
    expect(lines.slice(1, 6).map((line) => line[column - 1])).toEqual([' ', ' ', ' ', ' ', ' ']);
    expect(lines[7]).toBe('5 claims: 3 proved, 1 undecided, 1 refuted-exactly');
    expect(lines[8]).toMatch(/^\d\d wrong variants: \d\d killed, \d+ also true, 0 survived$/);
    expect(lines[9]).toBe('1 erratum; "kasym errata" says what is right');
  });

  test.each([80, 100, 120])('the table fits a terminal of %i columns, notes below their claims', async (columns) => {
    const { corpus: toys } = await import('../engines/testing/toy-corpus.js');
    const verdicts = await verifyCorpus(toys, '', { ids: null, seed: 1, runs: 40, workers: 1 });
    const lines = verdictTable(verdicts, columns).split('\n');
    expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(columns);
    expect(lines[0]).toMatch(columns < 100 ? /^claim +verdict +proof +laws +mutants$/ : /^claim .* mutants$/);
    expect(lines.filter((line) => line.startsWith('    fails by '))).toHaveLength(1);
    const missing = columns < 100 ? '(a wider terminal also shows: instances, least margin)' : '';
    expect(lines[lines.indexOf('5 claims: 3 proved, 1 undecided, 1 refuted-exactly') + 3]).toBe(missing);
  });

  test('--json prints the documented keys in their order, no timings, and a summary', async () => {
    const { out } = await kasym('verify', ...quick, '--json', '--seed', '5');
    const lines = out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(lines.map(({ id }) => id)).toEqual(['rate', 'bound', 'evident', 'wrong', 'uses-wrong', undefined]);
    expect(Object.keys(lines[0]).slice(0, 10)).toEqual([
      'id',
      'repairs',
      'asPrinted',
      'verdict',
      'flags',
      'cited',
      'proof',
      'laws',
      'mutants',
      'witness',
    ]);
    expect(Object.keys(lines[0].laws[0]).slice(0, 6)).toEqual(['id', 'kind', 'runs', 'minMargin', 'error', 'seed']);
    expect(Object.keys(lines[0].mutants).slice(0, 4)).toEqual(['made', 'killed', 'alsoTrue', 'survived']);
    expect(lines[4]).toMatchObject({ id: 'uses-wrong', repairs: 'wrong', asPrinted: false });
    expect(lines[5].summary).toMatchObject({
      claims: 5,
      proved: 3,
      undecided: 1,
      'refuted-exactly': 1,
      errata: 1,
      seed: 5,
      runs: 40,
    });
    const { mutants, mutantsKilled, mutantsAlsoTrue, mutantsSurvived } = lines[5].summary;
    expect(mutants).toBe(mutantsKilled + mutantsAlsoTrue + mutantsSurvived);
    const made = lines.slice(0, 5).map((line) => line.mutants.made as number);
    expect(made.reduce((total, count) => total + count, 0)).toBe(mutants);
  });

  test('locks with --update, then notices what is worse', async () => {
    expect(await kasym('verify', ...quick, '--update')).toMatchObject({ exitCode: 0, err: `kasym: wrote ${lock}\n` });
    expect(existsSync(lock)).toBe(true);
    expect((await kasym('verify', ...quick)).exitCode).toBe(0);
    writeFileSync(lock, readFileSync(lock, 'utf8').replace('"undecided"', '"proved"').replace('"wrong"', '"lost"'));
    const { exitCode, err } = await kasym('verify', ...quick);
    expect(exitCode).toBe(1);
    expect(err).toBe(
      'kasym: worse: uses-wrong: undecided, locked as proved\nkasym: worse: lost: locked, but no longer a claim of the corpus\n',
    );
    expect((await kasym('verify', 'rate', ...quick)).exitCode).toBe(0);
    rmSync(lock);
  });

  test.each([
    [['bounds'], 'kasym: bounds: no such claim; did you mean bound?\n'],
    [['qwertz'], 'kasym: qwertz: no such claim; "kasym list" prints them all\n'],
    [['--seed', 'abc'], 'kasym: --seed: expected an integer, got "abc"\n'],
    [['--runs', '0'], 'kasym: --runs: expected an integer >= 1, got 0\n'],
    [['--workers', '1.5'], 'kasym: --workers: expected an integer, got "1.5"\n'],
    [['--workers', '257'], 'kasym: --workers: expected an integer <= 256, got 257\n'],
    [['--jsn'], 'kasym: --jsn: unknown option; did you mean --json?\n'],
  ])('%j is bad input', async (argv, message) => {
    expect(await kasym('verify', ...argv)).toEqual({ exitCode: 2, out: '', err: message });
  });

  test('a lock that is none is bad input, and --update replaces it', async () => {
    await kasym('verify', ...quick, '--update');
    writeFileSync(lock, 'no JSON');
    const { exitCode, err } = await kasym('verify', 'rate', ...quick);
    expect([exitCode, err]).toEqual([
      2,
      `kasym: ${lock}: expected locked verdicts; "kasym verify --update" writes them\n`,
    ]);
    // For one claim it would lose the locked verdicts of all others.
    expect((await kasym('verify', 'rate', ...quick, '--update')).exitCode).toBe(2);
    expect((await kasym('verify', ...quick, '--update')).exitCode).toBe(0);
    rmSync(lock);
  });
});

describe('kasym list, explain and axioms', () => {
  test('list shows locked verdicts and titles', async () => {
    await kasym('verify', 'rate', ...quick, '--update');
    const { out } = await kasym('list');
    expect(out).toMatch(/^Toy corpus\nnobody, nowhere\n\n/);
    expect(out).toContain('rate        proved               The rate of one sample (a test)\n');
    expect(out).toContain('uses-wrong  not locked           A consequence of what is false (a test; repairs wrong)\n');
    const json = (await kasym('list', '--json')).out.split('\n')[0]!;
    expect(JSON.parse(json)).toMatchObject({ id: 'rate', verdict: 'proved' });
    rmSync(lock);
  });

  test('explain reads like a proof', async () => {
    const { out, exitCode } = await kasym('explain', 'rate', ...quick);
    expect(exitCode).toBe(0);
    for (const text of [
      'rate. The rate of one sample\na test\n',
      'Statement\n  -tr([M, ρ]^2) = 2 (γ^2 - ŷ^2)\n',
      'Verdict\n  proved: 4 steps checked by the kernel\n',
      '  range: M² = γ²I\n      M M = γ^2 I\n      bites: ',
      '    = 2 tr(M M ρ ρ) - 2 tr(M ρ M ρ)\n        (1) Open the commutators: by expansion\n',
      '(2) The state is pure: by rewriting with pure, range\n',
      '(3) The prediction: by rewriting, proposed by nerdamer with output\n',
      'toy/squares (instance): 40 runs from seed 1, smallest margin ',
      / {2}\d\d wrong variants: \d\d killed, 0 also true, 0 survived\n {2}killed \(\d\d\)\n/,
      / {4}factor 1\.99 +-tr\(\[M, ρ\]\^2\) = 199\/100 \(γ\^2 - ŷ\^2\)\n +exactly, on \w+, margin -\S+\n/,
      / {4}without the hypothesis pure +.*, not assuming that the state is pure\n +exactly, without it the claim fails/,
    ])
      expect(out).toMatch(text);
  });

  test('explain shows a counterexample, and why a claim is undecided', async () => {
    expect((await kasym('explain', 'wrong', ...quick)).out).toMatch(
      /Counterexample\n {2}\w+: margin -[\d/]+, decided exactly\n {2}\{"sizes"/,
    );
    expect((await kasym('explain', 'uses-wrong', ...quick)).out).toContain(
      'undecided: uses wrong, which is refuted-exactly\n',
    );
  });

  test('axioms lists rules with the instances on which they were evaluated, and used claims', async () => {
    const { out } = await kasym('axioms', 'uses-wrong', ...quick);
    expect(out).toMatch(/ {4}ρ ρ = ρ {3}\(true on \d+ instances, \d+ exact\)\n/);
    expect(out).toContain('Claims used\n  wrong: refuted-exactly\n');
  });

  test.each(['explain', 'axioms'])('%s wants one claim', async (command) => {
    expect((await kasym(command)).err).toBe(
      `kasym: ${command}: expected ID; "kasym ${command} --help" shows the usage\n`,
    );
    expect((await kasym(command, 'rat')).err).toBe('kasym: rat: no such claim; did you mean rate?\n');
  });
});
