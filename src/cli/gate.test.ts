/** Deliberate regressions of a real corpus, each of which the gate stops, naming the claim and the change. */
import { execFile } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';

const root = resolve(import.meta.dirname, '..', '..');
const folder = mkdtempSync(join(tmpdir(), 'kasym-gate-'));
const PATIENCE = 300_000;

/** A few claims with all that they use, from the compiled corpus: the files in which a regression is made. */
const SMALL = `import { corpus as whole } from './index.js';
const wanted = new Set(['one-sample-rate-printed', 'one-sample-rate', 'one-sample-range', 'theorem-3.2-constant']);
for (let size = 0; size < wanted.size; ) {
  size = wanted.size;
  for (const { id, uses, repairs, sharpens, readingOf, erratum } of whole.claims) {
    if (!wanted.has(id)) continue;
    for (const other of [...uses, repairs, sharpens, readingOf, ...(erratum?.stepOf ?? [])]) if (other) wanted.add(other);
  }
}
export const corpus = { ...whole, claims: whole.claims.filter(({ id }) => wanted.has(id)) };
`;

interface Ended {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

const kasym = (...argv: string[]): Promise<Ended> =>
  new Promise((resolve) => {
    const env = { ...process.env, KASYM_CACHE: join(folder, 'cache'), GITHUB_ACTIONS: '' };
    const main = join(folder, 'dist', 'src', 'cli', 'main.js');
    execFile(process.execPath, [main, ...argv], { cwd: folder, env, maxBuffer: 1e8 }, (error, out, err) =>
      resolve({ code: error === null ? 0 : Number(error.code), out, err }),
    );
  });

beforeAll(async () => {
  cpSync(join(root, 'dist'), join(folder, 'dist'), { recursive: true });
  symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'), 'junction');
  writeFileSync(join(folder, 'dist', 'proofs', 'small.js'), SMALL);
  const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as object;
  const own = { corpus: 'dist/proofs/small.js', lock: 'lock.json', errata: 'docs/errata.md' };
  mkdirSync(join(folder, 'docs'));
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ ...manifest, kasym: own }));
  expect(await kasym('verify', '--update')).toMatchObject({ code: 0 });
  expect(await kasym('errata', '--markdown', '--out', 'docs/errata.md')).toMatchObject({ code: 0 });
}, PATIENCE);
afterAll(() => rmSync(folder, { recursive: true }));

test(
  'nothing changed: the gate is open',
  async () => {
    const { code, err } = await kasym('verify', '--ci');
    expect(err).toMatch(/kasym: the gate is open: all as locked\n$/);
    expect(code).toBe(0);
  },
  PATIENCE,
);

const ONE = 'dist/proofs/section-4/one-sample.js';
const REGRESSIONS: readonly (readonly [what: string, file: string, from: string, to: string, says: RegExp])[] = [
  [
    'a constant sharper than is true',
    'dist/proofs/section-3/theorem-3.2.js',
    "rate: '8 √2 η sum_l(h_l^2)' },\n    uses: ['loss-dynamics'",
    "rate: '11 η sum_l(h_l^2)' },\n    uses: ['loss-dynamics'",
    /worse: theorem-3\.2-constant: (undecided|refuted-\w+), locked as proved\n[\s\S]*now: .*11/,
  ],
  [
    'a broken rewrite rule',
    'dist/proofs/hypotheses.js',
    "'M M = γ^2 I')",
    "'M M = 2 γ^2 I')",
    /worse: one-sample-rate: undecided, locked as proved/,
  ],
  [
    'a deleted claim',
    'dist/proofs/small.js',
    'wanted.has(id)) };',
    "wanted.has(id) && id !== 'one-sample-range') };",
    /worse: one-sample-range: locked, but no longer a claim of the corpus\n +locked as proved: .*γ\^2/,
  ],
  [
    'a wrong step',
    ONE,
    "'2 γ^2 tr(ρ ρ) - 2 tr(M ρ M ρ)'",
    "'3 γ^2 tr(ρ ρ) - 2 tr(M ρ M ρ)'",
    /worse: one-sample-rate: undecided, locked as proved\n[\s\S]*proof: 0 checked steps, locked with 5/,
  ],
  [
    'a lost law',
    ONE,
    'laws: [oneSampleRateLaw],',
    'laws: [],',
    /changed: one-sample-rate: no longer tested by the law one-sample\/rate/,
  ],
  [
    'a lost wrong variant',
    ONE,
    "'range 0.99γ²': 'ŷ^2 <= 0.99 γ^2',",
    '',
    /changed: one-sample-range: attacked by 9 wrong variants, locked with 10/,
  ],
  [
    'a further hypothesis',
    ONE,
    "statement: 'ŷ^2 <= γ^2',\n    given: { pure: one.pure,",
    "statement: 'ŷ^2 <= γ^2',\n    given: { label: one.label, pure: one.pure,",
    /(changed|worse): one-sample-range: [\s\S]*newly assumes label/,
  ],
  [
    'a weaker statement',
    ONE,
    "statement: 'ŷ^2 <= γ^2'",
    "statement: 'ŷ^2 <= 2 γ^2'",
    /(changed|worse): one-sample-range: [\s\S]*now: .*2 γ\^2/,
  ],
  [
    'a misprint corrected in the print',
    ONE,
    "statement: 'k = 2(γ^2 - ŷ)'",
    "statement: 'k = 2(γ^2 - ŷ^2)'",
    /worse: one-sample-rate-printed: \w+, locked as refuted-exactly/,
  ],
  ['a stale list of errata', 'docs/errata.md', '2', '3', /changed: errata: docs.errata\.md: stale from line \d+ on/],
];

test.each(REGRESSIONS)(
  '%s shuts the gate',
  async (_, file, from, to, says) => {
    const path = join(folder, file);
    const text = readFileSync(path, 'utf8');
    expect(text).toContain(from);
    writeFileSync(path, text.replace(from, to));
    try {
      const { code, err } = await kasym('verify', '--ci', '--junit', join(folder, 'junit.xml'));
      expect(err).toMatch(says);
      expect(err).toMatch(/the gate is shut: \d+ changes?; if it is meant, "kasym verify --update" locks it\n$/);
      expect(code).toBe(1);
      expect(readFileSync(join(folder, 'junit.xml'), 'utf8')).toContain('<failure type="');
    } finally {
      writeFileSync(path, text);
    }
  },
  PATIENCE,
);

test(
  'shares merge to the whole, byte for byte; a missing, doubled, damaged or foreign one is named',
  async () => {
    const [a, b, c] = ['a', 'b', 'c'].map((name) => join(folder, `${name}.jsonl`)) as [string, string, string];
    for (const [k, file] of [a, b, c].entries())
      expect(await kasym('verify', '--no-cache', '--shard', `${k + 1}/3`, '--out', file)).toMatchObject({ code: 0 });
    const first = readFileSync(a, 'utf8');
    await kasym('verify', '--no-cache', '--workers', '1', '--shard', '1/3', '--out', a);
    expect(readFileSync(a, 'utf8').split('\n').sort()).toEqual(expect.arrayContaining(first.split('\n').slice(1, 3)));
    const whole = await kasym('verify', '--json', '--no-cache');
    expect(await kasym('merge', c, a, b, '--json')).toEqual({ ...whole, err: '' });
    const refused = async (...files: string[]): Promise<string> => {
      const { code, out, err } = await kasym('merge', ...files);
      expect([code, out]).toEqual([2, '']);
      return err.replaceAll(`${folder}/`, '');
    };
    expect(await refused(a, c)).toBe('kasym: share 2/3 missing; "kasym verify --shard" makes it\n');
    expect(await refused(a, b, b)).toBe('kasym: b.jsonl: share 2/3 stands in b.jsonl already\n');
    await kasym('verify', '--seed', '2', '--shard', '2/3', '--out', b);
    expect(await refused(a, b, c)).toContain('b.jsonl: expected a share of the run of a.jsonl, with ');
    writeFileSync(b, readFileSync(b, 'utf8').slice(0, -300));
    expect(await refused(a, b, c)).toContain('b.jsonl: expected a whole share of "kasym verify --shard"');
  },
  PATIENCE,
);

test.each([
  [['--ci', '--update'], '--ci: not together with --update'],
  [['--shard', '4/3', '--out', 'x'], '--shard: expected I/N with 1 <= I <= N, such as 1/3, got "4/3"'],
  [['--shard', '1/3'], '--shard: expected --out FILE too'],
  [['--out', 'x'], '--out: only with --shard'],
  [['--shard', '1/3', '--out', 'x', '--ci'], '--shard: "kasym merge" takes --ci, --json, --junit and --update'],
])('%j is bad input', async (argv, says) => {
  expect(await kasym('verify', ...argv)).toEqual({ code: 2, out: '', err: `kasym: ${says}\n` });
});
