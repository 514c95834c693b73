import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, afterEach, expect, test, vi } from 'vitest';
import { dispatch } from './dispatch.js';

const root = resolve(import.meta.dirname, '..', '..');
const folder = mkdtempSync(join(tmpdir(), 'kasym-init-'));
afterAll(() => rmSync(folder, { recursive: true }));
afterEach(() => vi.restoreAllMocks());

async function kasym(here: string, ...argv: string[]): Promise<{ code: number; out: string; err: string }> {
  mkdirSync(here, { recursive: true });
  vi.spyOn(process, 'cwd').mockReturnValue(here);
  const [out, err] = [process.stdout, process.stderr].map((stream) =>
    vi.spyOn(stream, 'write').mockImplementation(() => true),
  );
  const code = await dispatch(argv);
  const written = (spy: typeof out) => spy!.mock.calls.map(([text]) => text).join('');
  const result = { code, out: written(out), err: written(err) };
  vi.restoreAllMocks();
  return result;
}

test('an empty folder gets a corpus that is verified, locked and guarded', async () => {
  const here = join(folder, 'mine');
  mkdirSync(join(here, 'node_modules'), { recursive: true });
  symlinkSync(root, join(here, 'node_modules', 'kasym'), 'junction');
  symlinkSync(join(root, 'node_modules', 'fast-check'), join(here, 'node_modules', 'fast-check'), 'junction');
  const { code, out } = await kasym(here, 'init');
  expect(code).toBe(0);
  expect(out).toBe(
    `wrote corpus.js\nwrote ${join('.github', 'workflows', 'kasym.yml')}\nwrote package.json\nwrote fixtures/verdicts.json\n"npx kasym verify" verifies it\n`,
  );
  expect(readFileSync(join(here, 'fixtures', 'verdicts.json'), 'utf8')).toContain('"laws": ["reflection/squares"]');
  const verified = await kasym(here, 'verify', '--ci', '--workers', '1', '--no-cache');
  expect(verified.out).toMatch(/^reflection +proved +1 step +50 +400 runs +-\S+ ± \S+ +9\/9 killed$/m);
  expect(verified).toMatchObject({ code: 0, err: 'kasym: the gate is open: all as locked\n' });
  expect(await kasym(here, 'init')).toMatchObject({ code: 2 });
});

test('nothing is replaced, and what is not installed is told', async () => {
  const here = join(folder, 'bare');
  mkdirSync(here);
  writeFileSync(join(here, 'package.json'), '{ "name": "mine" }');
  const { out } = await kasym(here, 'init');
  expect(out).toMatch(/no lock yet: run "npm install kasym fast-check" here, then "npx kasym verify --update"\n$/);
  expect(JSON.parse(readFileSync(join(here, 'package.json'), 'utf8'))).toMatchObject({ name: 'mine', type: 'module' });
  const taken = join(folder, 'taken');
  mkdirSync(taken);
  writeFileSync(join(taken, 'corpus.js'), 'mine');
  expect((await kasym(taken, 'init')).err).toBe(
    `kasym: ${join(taken, 'corpus.js')}: there is one already; init in another folder\n`,
  );
  expect(existsSync(join(taken, 'package.json'))).toBe(false);
});
