import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, describe, expect, test, vi } from 'vitest';
import type { ModelSource } from '../claim/model-source.js';
import { toyModels } from '../engines/testing/toy-theory.js';
import { importCorpus, locateCorpus } from '../run/corpus.js';
import { tightenClaim } from '../run/tighten.js';
import { scaleMatrix } from '../symbolic/denotation/matrix.js';
import { rational } from '../symbolic/kernel/number.js';
import { compiledModule } from '../symbolic/propose/compiled-module.js';
import { dispatch } from './dispatch.js';
import { alarms, tightenedText } from './tighten-report.js';

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

/** Violates the hypotheses that the state is pure and that ŷ = tr(ρM) with tr(ρ) = 1. */
const halvedModels: ModelSource = {
  ...toyModels,
  build: (field, shape, z) => {
    const model = toyModels.build(field, shape, z);
    const ρ = model.values.ρ!.map((matrix) => scaleMatrix(field, field.of(rational(1, 2)), matrix));
    return { ...model, values: { ...model.values, ρ } };
  },
};

describe('kasym tighten', () => {
  test('shows the printed, the proved and the observed constant', async () => {
    const { exitCode, out, err } = await tighten('loose');
    expect([exitCode, err]).toEqual([0, '']);
    expect(out).toMatch(
      /^loose: The prediction lies in twice the range\n {2}ŷ\^2 <= c γ\^2, of which c is tightened\n/,
    );
    expect(out).toMatch(/\n {2}printed {3}4 +0\.25 +loose +loose \(proved\)\n/);
    expect(out).toMatch(/\n {2}proved {4}1 +1 +attained +sharp \(proved\)\n/);
    expect(out).toMatch(/\n {2}observed {2}1 ± \de-1\d\n/);
    expect(out).toContain('Verified now: loose, sharp; seed 1.');
  });

  test('shows by how much a refuted constant is too small', async () => {
    const { exitCode, out } = await tighten('too-small', '--json');
    const found = JSON.parse(out);
    expect(exitCode).toBe(0);
    const stated = { value: 0.25, verdict: 'refuted-exactly', standing: 'broken' };
    expect(found).toMatchObject({ relation: '<=', proved: null, stated, contradicted: false });
    expect(found.observed.constant).toBeCloseTo(1, 10);
  });

  test('writes the instance that attains it, and judges it again', async () => {
    const file = join(folder, 'instance.json');
    const { out } = await tighten('sharp', '--out', file, '--seed', '5', '--json');
    const { claim, z, model } = JSON.parse(readFileSync(file, 'utf8'));
    expect([claim, z.length, Object.keys(model.values)]).toEqual(['sharp', 5, ['γ', 'M', 'ρ']]);
    const again = await tighten('sharp', '--at', file, '--json');
    expect(again.exitCode).toBe(0);
    expect(JSON.parse(again.out)).toMatchObject({ observed: JSON.parse(out).observed, instances: 1 });
    expect((await tighten('sharp', '--at', file)).out).toContain(
      'Observed: no smaller constant holds, by this instance',
    );
  });

  test('refuses files that are not such an instance', async () => {
    const file = join(folder, 'changed.json');
    expect(await refusal('sharp', '--out', join(folder, 'no', 'such'))).toMatch(/^kasym: --out .*cannot write there/);
    expect(await refusal('sharp', '--at', join(folder, 'none'))).toMatch(
      /^kasym: --at .*none: cannot be read \(ENOENT\)\n$/,
    );
    await tighten('sharp', '--out', file);
    const written = JSON.parse(readFileSync(file, 'utf8'));
    const against = async (changed: unknown, id = 'sharp') => {
      writeFileSync(file, JSON.stringify(changed));
      return (await refusal(id, '--at', file)).replace(file, 'FILE');
    };
    expect(await against(written, 'loose')).toBe('kasym: --at FILE: an instance of sharp, not of loose\n');
    const mismatch = 'kasym: --at FILE: its values are not those that its shape and z give; write it anew with --out\n';
    expect(await against({ ...written, z: written.z.map((x: number) => x + 1) })).toBe(mismatch);
    expect(await against({ ...written, z: [] })).toBe(mismatch);
    const foreign = 'kasym: --at FILE: expected an instance as "kasym tighten sharp --out" writes it\n';
    for (const other of [null, [], { z: 1 }, { ...written, z: ['1'] }]) expect(await against(other)).toBe(foreign);
    expect(await refusal('sharp', '--at', file, '--out', file)).toBe(
      'kasym: --at: there is no search whose result --out could write\n',
    );
  });

  test('prints the same twice, and something else with another seed', async () => {
    const json = async (seed: string) => (await tighten('loose', '--json', '--seed', seed)).out;
    const first = await json('3');
    expect(await json('3')).toBe(first);
    expect(JSON.parse(await json('4')).observed).not.toEqual(JSON.parse(first).observed);
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

  test('is loud where a constant is said to hold and an instance breaks it', async () => {
    const elsewhere = mkdtempSync(join(tmpdir(), 'kasym-tighten-'));
    const corpus = { corpus: relative(elsewhere, toy), lock: 'lock.json' };
    writeFileSync(join(elsewhere, 'package.json'), JSON.stringify({ kasym: corpus }));
    const locked = { 'too-small': { verdict: 'proved', flags: [], cited: [] } };
    writeFileSync(join(elsewhere, 'lock.json'), JSON.stringify(locked));
    const { exitCode, out } = await run(elsewhere, 'too-small', '--workers', '1', '--runs', '300');
    expect(exitCode).toBe(1);
    expect(out).toMatch(/printed +1\/4 = 0\.25 +4\S* +broken +too-small \(proved\)\n/);
    expect(out).toContain('BROKEN: too-small is proved, and fails on this instance');
    expect((await run(elsewhere, 'too-small', '--verify', '--workers', '1', '--runs', '300')).exitCode).toBe(0);
    rmSync(elsewhere, { recursive: true });
  });

  test('is loud where a sharper constant is proved than instances allow, or no hypothesis holds', async () => {
    vi.spyOn(process, 'cwd').mockReturnValue(folder);
    const { url } = await locateCorpus(folder);
    const corpus = await importCorpus(url);
    const options = { seed: 1, runs: 20, instances: 300, workers: 1 };
    const loose = corpus.claims.find(({ id }) => id === 'loose')!;
    const found = await tightenClaim(corpus, url, loose, null, options);
    expect(alarms(found)).toEqual([]);
    const broken = { ...found, proved: { ...found.proved!, value: 0.9 } };
    expect(alarms(broken)).toEqual([expect.stringContaining('BROKEN: sharp is proved, and fails')]);
    expect(tightenedText(broken, '')).toContain(alarms(broken)[0]);
    // With half of each state the constant survives, but not as one of this claim.
    const mixed = { ...loose, models: halvedModels };
    const locked = new Map(['loose', 'sharp'].map((id) => [id, { verdict: 'proved' as const, flags: [], cited: [] }]));
    const strayed = await tightenClaim(
      { ...corpus, claims: [...corpus.claims.filter((own) => own !== loose), mixed] },
      url,
      mixed,
      locked,
      options,
    );
    expect(alarms(strayed)).toEqual([
      expect.stringContaining('BROKEN: hypotheses do not hold on the instance at generic'),
    ]);
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
    const { out } = await run(root, 'theorem-4.4', '--json', '--seed', '7');
    const { stated, proved, bySize } = JSON.parse(out);
    expect(stated.constant).toBe('m');
    expect(proved.constant).toBe('(γ + 1)^2/(γ^2 + 1)');
    for (const row of bySize) {
      const close = expect.closeTo(2, 2);
      expect(row).toMatchObject({ size: 'm', stated: row.value, proved: close, constant: close });
    }
    expect(bySize.map(({ value }: { value: number }) => value)).toEqual([2, 3]);
  });
});
