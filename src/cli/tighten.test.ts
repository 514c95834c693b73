import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, describe, expect, test, vi } from 'vitest';
import { importCorpus, locateCorpus } from '../run/corpus.js';
import { tightenClaim } from '../run/tighten.js';
import { compiledModule } from '../symbolic/propose/compiled-module.js';
import { dispatch } from './dispatch.js';
import { contradicts, tightenedText } from './tighten-report.js';

const root = resolve(import.meta.dirname, '..', '..');
const folder = mkdtempSync(join(tmpdir(), 'kasym-tighten-'));
const toy = fileURLToPath(compiledModule('../engines/testing/toy-constants.js', import.meta.url));
writeFileSync(join(folder, 'package.json'), JSON.stringify({ kasym: { corpus: relative(folder, toy) } }));
afterAll(() => rmSync(folder, { recursive: true }));
afterEach(() => vi.restoreAllMocks());

async function run(cwd: string, ...argv: string[]) {
  vi.spyOn(process, 'cwd').mockReturnValue(cwd);
  const [out, err] = [process.stdout, process.stderr].map((stream) =>
    vi.spyOn(stream, 'write').mockImplementation(() => true),
  );
  const exitCode = await dispatch(['tighten', ...argv]);
  const written = (spy: typeof out) => spy!.mock.calls.map(([text]) => text).join('');
  const result = { exitCode, out: written(out), err: written(err) };
  vi.restoreAllMocks();
  return result;
}
const tighten = (...argv: string[]) => run(folder, '--workers', '1', '--runs', '800', ...argv);
const refusal = async (...argv: string[]) => {
  const { exitCode, out, err } = await tighten(...argv);
  expect([exitCode, out]).toEqual([2, '']);
  return err;
};

describe('kasym tighten', () => {
  test('shows the printed, the proved and the observed constant', async () => {
    const { exitCode, out, err } = await tighten('loose');
    expect([exitCode, err]).toEqual([0, '']);
    expect(out).toMatch(
      /^loose: The prediction lies in twice the range\n {2}ŷ\^2 <= c γ\^2, of which c is tightened\n/,
    );
    expect(out).toMatch(/\n {2}printed {3}4 +0\.25 +loose \(proved\)\n/);
    expect(out).toMatch(/\n {2}proved {4}1 +1 +sharp \(proved\)\n/);
    expect(out).toMatch(/\n {2}observed {2}1 ± \de-1\d\n/);
    expect(out).toContain('Verified now: sharp, loose; seed 1.');
  });

  test('shows by how much a refuted constant is too small', async () => {
    const { exitCode, out } = await tighten('too-small', '--json');
    const found = JSON.parse(out);
    expect(exitCode).toBe(0);
    expect(found).toMatchObject({ relation: '>=', proved: null, stated: { value: 0.25, verdict: 'refuted-exactly' } });
  });

  test('writes the instance that attains it', async () => {
    const file = join(folder, 'instance.json');
    expect((await tighten('sharp', '--out', file, '--seed', '5')).exitCode).toBe(0);
    const { claim, z, model } = JSON.parse(readFileSync(file, 'utf8'));
    expect([claim, z.length, Object.keys(model.values)]).toEqual(['sharp', 5, ['γ', 'M', 'ρ']]);
    expect(await refusal('sharp', '--out', join(folder, 'no', 'such'))).toMatch(/^kasym: --out .*cannot write there/);
  });

  test('says which claims have a constant', async () => {
    expect((await tighten('--list')).out).toBe('sharp\nloose\ntoo-small\ninside\n');
    expect(await refusal('rate')).toBe(
      'kasym: rate: no constant to tighten (an equation); these have one: sharp, loose, too-small, inside, all that "kasym tighten --list" prints\n',
    );
    expect(await refusal('lose')).toBe('kasym: lose: no such claim; did you mean loose?\n');
    expect(await refusal()).toBe('kasym: tighten: expected ID; "kasym tighten --help" shows the usage\n');
    expect(await refusal('loose', '--runs', '0')).toBe('kasym: --runs: expected an integer >= 1, got 0\n');
  });

  test('does not hide that an instance breaks a proved constant', async () => {
    vi.spyOn(process, 'cwd').mockReturnValue(folder);
    const { url } = await locateCorpus(folder);
    const corpus = await importCorpus(url);
    const options = { seed: 1, runs: 20, instances: 300, workers: 1 };
    const found = await tightenClaim(corpus, url, corpus.claims[2]!, null, options);
    expect(contradicts(found)).toBe(false);
    const broken = { ...found, proved: { ...found.proved!, value: 0.9 } };
    expect(contradicts(broken)).toBe(true);
    expect(tightenedText(broken, '')).toContain('The proved constant is broken');
  });
});

describe('our corpus', () => {
  test('the printed constant of Theorem 3.2 is 12, 8√2 is proved, and 0.9999 of it is attained', async () => {
    for (const seed of ['1', '7']) {
      const { exitCode, out } = await run(root, 'theorem-3.2', '--json', '--runs', '3000', '--seed', seed);
      const { stated, proved, observed, contradicted } = JSON.parse(out);
      expect(exitCode).toBe(0);
      expect(stated).toMatchObject({ constant: '12', verdict: 'proved' });
      expect(proved).toMatchObject({ id: 'theorem-3.2-constant', constant: '8√2', verdict: 'proved' });
      expect(observed.constant / (8 * Math.SQRT2)).toBeGreaterThan(0.9999);
      expect(observed.constant / (8 * Math.SQRT2)).toBeLessThanOrEqual(1 + 10 * observed.error);
      expect(contradicted).toBe(false);
    }
  });

  test('the factor m of Theorem 4.4 is not needed', async () => {
    const { out } = await run(root, 'theorem-4.4', '--json', '--runs', '4000');
    const { proved, bySize } = JSON.parse(out);
    expect(proved.constant).toBe('(γ + 1)^2/(γ^2 + 1)');
    for (const { value, constant } of bySize.filter((row: { value: number }) => row.value > 1)) {
      expect([value, constant]).toEqual([value, expect.closeTo(2, 2)]);
    }
    expect(bySize.map(({ value }: { value: number }) => value)).toContain(3);
  });
});
