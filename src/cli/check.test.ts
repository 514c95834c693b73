/** Conjectures of one's own, tried as a newcomer would: in a folder that knows nothing of kasym, with the built command. */
import { execFile } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { plainClaim } from '../../proofs/paper.js';
import { decideConjecture } from '../engines/conjecture.js';
import { randomFromSeed } from '../numeric/random.js';

const root = resolve(import.meta.dirname, '..', '..');
const folder = mkdtempSync(join(tmpdir(), 'kasym-check-'));
afterAll(() => rmSync(folder, { recursive: true }));

const kasym = (...argv: string[]): Promise<{ readonly code: number; readonly out: string; readonly err: string }> =>
  new Promise((done) => {
    execFile(process.execPath, [join(root, 'dist/src/cli/main.js'), ...argv], { cwd: folder }, (error, out, err) => {
      done({ code: error === null ? 0 : Number(error.code), out, err });
    });
  });

test('new, check, edit, check, replay', { timeout: 120_000 }, async () => {
  expect((await kasym('new', 'my-idea')).code).toBe(0);
  expect(await kasym('new', 'my-idea')).toMatchObject({ code: 2, err: 'kasym: my-idea.claim.ts: is there already\n' });
  const good = await kasym('check', 'my-idea.claim.ts', '--runs', '300');
  expect(good).toMatchObject({ code: 0, err: '' });
  expect(good.out).toContain('my-idea.claim.ts: supported\n  Kasym_jj <= 2');
  const file = join(folder, 'my-idea.claim.ts');
  writeFileSync(file, readFileSync(file, 'utf8').replace("'Kasym_jj <= 2'", "'Kasym_jj <= 1'"));
  const bad = await kasym('check', 'my-idea.claim.ts', '--json');
  expect(bad.code).toBe(1);
  const { verdict, counterexample, past } = JSON.parse(bad.out);
  expect({ verdict, past }).toEqual({ verdict: 'refuted-exactly', past: false });
  expect(counterexample.shape.d).toBeLessThanOrEqual(4);
  const kept = 'counterexamples/my-idea.json';
  expect(await kasym('replay', kept)).toMatchObject({ code: 0 });
  expect(JSON.parse((await kasym('check', 'my-idea.claim.ts', '--json')).out).past).toBe(true);
  // Control: an instance on which the statement holds is not taken for a counterexample.
  writeFileSync(file, readFileSync(file, 'utf8').replace("'Kasym_jj <= 1'", "'Kasym_jj <= 2'"));
  const { code, out } = await kasym('replay', kept);
  expect({ code, out }).toEqual({ code: 1, out: `${kept}: not a counterexample to ../my-idea.claim.ts\n` });
});

const LAW = (judge: string, shapes = "fc.constant({ regime: 'any' })") => `
import fc from 'fast-check';
import { law, rational } from 'kasym';
export default law({
  id: 'law', kind: 'instance', about: 'z <= 3', shapes: ${shapes}, length: () => 1, decode: (_, [z]) => z,
  judge: ${judge}, smaller: () => [], exact: (_, [z]) => rational(3 * Number(z.n) - Number(z.a), Number(z.n)),
  document: (z) => ({ z }), share: 1,
});`;

test('a file that gives no answer takes one line, and the others still run', { timeout: 120_000 }, async () => {
  const broken: Record<string, [text: string, said: RegExp]> = {
    throws: ["throw new Error('no idea');", /no idea/],
    loops: ['for (;;) {}', /no answer within 8 s; --time gives it longer/],
    nan: [LAW('() => ({ margin: NaN, error: 0 })'), /margin NaN/],
    text: [LAW("() => 'yes'"), /margin undefined/],
    empty: [LAW('(z) => ({ margin: 3 - z, error: 1e-15 })', 'fc.constantFrom()'), /./],
    missing: ["import 'no-such-package';", /Cannot find package 'no-such-package'/],
    nothing: ['export const x = 1;', /expected a default export/],
    exits: ['process.exit(0);', /ended the process without an answer/],
  };
  for (const [name, [text]] of Object.entries(broken)) writeFileSync(join(folder, `${name}.claim.ts`), text);
  writeFileSync(join(folder, 'false.claim.ts'), LAW('(z) => ({ margin: 3 - z, error: 1e-15 })'));
  writeFileSync(join(folder, 'word.claim.txt'), 'given: pur\nclaim: L <= 1\n');
  const names = [...Object.keys(broken).map((name) => `${name}.claim.ts`), 'word.claim.txt', 'false.claim.ts'];
  const { code, out, err } = await kasym('check', ...names, '--time', '8');
  expect({ code, err }).toEqual({ code: 2, err: '' });
  for (const [name, [, said]] of Object.entries(broken)) {
    const lines = out.split('\n').filter((line) => line.startsWith(`${name}.claim.ts: `));
    expect(lines).toHaveLength(1);
    expect(lines[0]).toMatch(said);
  }
  expect(out).toContain('word.claim.txt: given: unknown word "pur"');
  expect(out).toContain('false.claim.ts: refuted-exactly');
});

describe('gallery', () => {
  const gallery = join(root, 'fixtures', 'conjectures');
  const FALSE = [
    'frozen-kernel',
    'gap-overlooked',
    'kernel-at-least-one',
    'kernel-below-ends-tighter',
    'kernel-nonnegative-entries',
    'kernel-not-squared',
    'loss-at-most-one',
    'purity-dropped',
  ];
  const ids = readdirSync(gallery)
    .filter((file) => file.endsWith('.claim.txt'))
    .map((file) => file.replace('.claim.txt', ''));

  test('has both kinds', () => {
    expect(ids.length).toBeGreaterThanOrEqual(12);
    expect(FALSE.filter((id) => !ids.includes(id))).toEqual([]);
  });

  test.each(ids)('%s', { timeout: 60_000 }, async (id) => {
    const claim = plainClaim(readFileSync(join(gallery, `${id}.claim.txt`), 'utf8'), id);
    for (const seed of [1, 2, 3]) {
      const { verdict, why } = await decideConjecture({ claim, law: null }, randomFromSeed(seed), 500);
      expect({ verdict, why: verdict === 'undecided' ? why : '' }).toEqual({
        verdict: FALSE.includes(id) ? 'refuted-exactly' : 'supported',
        why: '',
      });
    }
  });
});
