import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, describe, expect, test, vi } from 'vitest';
import { compiledModule } from '../symbolic/propose/compiled-module.js';
import { dispatch } from './dispatch.js';

const folder = mkdtempSync(join(tmpdir(), 'kasym-errata-'));
const toyErrata = fileURLToPath(compiledModule('../engines/testing/toy-errata.js', import.meta.url));
writeFileSync(join(folder, 'package.json'), JSON.stringify({ kasym: { corpus: relative(folder, toyErrata) } }));
const proved = { verdict: 'proved', flags: [], cited: [] };
const refuted = { ...proved, verdict: 'refuted-exactly' };
mkdirSync(join(folder, 'fixtures'));
const lock = { rate: proved, step: refuted, 'step-repaired': proved, unrepaired: refuted, 'wrongly-noted': proved };
writeFileSync(join(folder, 'fixtures', 'verdicts.json'), JSON.stringify(lock));
afterAll(() => rmSync(folder, { recursive: true }));
afterEach(() => vi.restoreAllMocks());

async function errata(...argv: string[]) {
  vi.spyOn(process, 'cwd').mockReturnValue(folder);
  const [out, err] = [process.stdout, process.stderr].map((stream) =>
    vi.spyOn(stream, 'write').mockImplementation(() => true),
  );
  const exitCode = await dispatch(['errata', '--workers', '1', ...argv]);
  const written = (spy: typeof out) => spy!.mock.calls.map(([text]) => text).join('');
  const result = { exitCode, out: written(out), err: written(err) };
  vi.restoreAllMocks();
  return result;
}

describe('kasym errata', () => {
  test('prints what is wrong in print, and whether the statement stands', async () => {
    const { exitCode, out, err } = await errata();
    expect([exitCode, err]).toEqual([0, '']);
    const blocks = out.split('\n\n');
    expect(blocks).toHaveLength(4);
    expect(blocks[0]).toMatch(/^step\n {2}a test: The prediction is γ\n/);
    expect(blocks[0]).toContain('\n  wrong step: statement true, printed step wrong, repaired step proved\n');
    expect(blocks[0]).toContain(
      '\n  printed  “ŷ = γ” | by `definition`\n  claimed  tr(ρ M) = γ\n           refuted-exactly\n',
    );
    expect(blocks[0]).toMatch(/\n {11}margin -\S+, decided exactly, at \w+: γ = \S+, M = \[\[/);
    expect(blocks[0]).toContain('\n  correct  ŷ^2 <= γ^2\n           step-repaired: proved\n');
    expect(blocks[0]).toContain(
      '\n  step of  rate (a test): proved\n           -tr([M, ρ]^2) = 2 (γ^2 - ŷ^2)\n           assumes: the state is pure; M² = γ²I\n  where    γ: output range;',
    );
    expect(blocks[1]).toContain('\n  severity not stated: refuted as printed, no proved repair\n');
    expect(blocks[2]).toBe('Noted as errata, but not refuted, and so not counted\n  wrongly-noted (a test): proved');
    expect(blocks[3]).toBe(
      '2 errata among 4 claims marked as printed (1 wrong step, 1 of no stated severity): 1 repaired, 1 not; 0 true but loose\n' +
        'Counterexamples computed with seed 1; the other verdicts are read from fixtures/verdicts.json (--verify computes them).\n',
    );
    expect(out).not.toMatch(/unprinted|nobody printed/);
  });

  test('--verify does not read the lock, and finds the same', async () => {
    const { exitCode, out, err } = await errata('--verify', '--runs', '20', '--seed', '5');
    expect([exitCode, err]).toEqual([0, '']);
    expect(out).toContain('All verdicts computed with seed 5.\n');
    expect(out).toContain(
      '2 errata among 4 claims marked as printed (1 wrong step, 1 of no stated severity): 1 repaired, 1 not;',
    );
  });

  test('--json prints an object per erratum and a summary', async () => {
    const { out } = await errata('--json');
    const [step, unrepaired, last] = out
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line));
    expect(step).toMatchObject({
      id: 'step',
      severity: 'wrong step',
      verdict: 'refuted-exactly',
      counterexample: { decided: 'exactly' },
      repaired: true,
      repairs: [{ id: 'step-repaired', verdict: 'proved', statement: 'ŷ^2 <= γ^2' }],
      stepOf: [{ id: 'rate', verdict: 'proved' }],
    });
    expect(unrepaired).toMatchObject({ id: 'unrepaired', severity: null, printed: null, repaired: false, repairs: [] });
    expect(last.summary).toEqual({
      errata: 2,
      repaired: 1,
      unrepaired: 1,
      printed: 4,
      loose: [],
      open: [],
      unconfirmed: [{ id: 'wrongly-noted', verdict: 'proved' }],
      seed: 1,
      runs: 400,
      locked: true,
      verified: [],
    });
  });

  test('--markdown has a table whose rows lead to sections, and formulas as LaTeX', async () => {
    const file = join(folder, 'errata.md');
    expect((await errata('--markdown', '--out', file)).out).toBe(`2 errata in ${file}\n`);
    const text = readFileSync(file, 'utf8');
    expect(text).toContain(
      '| [step](#step) | a test | The prediction is γ | wrong step | statement true, printed step wrong, repaired step proved |\n',
    );
    expect(text).toContain('\n## step\n');
    expect(text).toContain('**Printed:** `` “ŷ = γ” | by `definition` ``\n');
    expect(text).toContain('**Correct** (`step-repaired`, proved):\n\n```math\n\\hat y^{2} \\le \\gamma^{2}\n```\n');
    expect(text).not.toMatch(/\n\n\n|undefined|null/);
  });

  test('says what was verified because the lock does not have it', async () => {
    const path = join(folder, 'fixtures', 'verdicts.json');
    writeFileSync(path, JSON.stringify({ ...lock, 'step-repaired': undefined }));
    const { out, err } = await errata('--runs', '20');
    writeFileSync(path, JSON.stringify(lock));
    expect(err).toBe('kasym: not confirmed by the lock alone, so verified now: step-repaired\n');
    expect(out).toContain('step-repaired: proved\n');
  });

  test.each([
    [['--json', '--markdown'], '--json: not together with --markdown'],
    [['--out', ''], '--out: expected a file; "kasym errata --help" shows the usage'],
    [['step'], 'errata: unexpected argument "step"; "kasym errata --help" shows the usage'],
    [['--seed', 'x'], '--seed: expected an integer, got "x"'],
    [['--markdwon'], '--markdwon: unknown option; did you mean --markdown?'],
    [['--out', '/nowhere/errata.md'], '--out /nowhere/errata.md: cannot write there (ENOENT)'],
  ])('%j is bad input', async (argv, message) => {
    expect(await errata(...argv)).toEqual({ exitCode: 2, out: '', err: `kasym: ${message}\n` });
  });
});
