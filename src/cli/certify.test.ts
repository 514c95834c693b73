import {
  chmodSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, test, vi } from 'vitest';
import { writeCertificates } from './certificate-folder.js';
import { dispatch } from './dispatch.js';

const folder = mkdtempSync(join(tmpdir(), 'kasym-certify-'));
afterAll(() => rmSync(folder, { recursive: true }));
afterEach(() => vi.restoreAllMocks());

const certificate = (claim: string) => ({ claim, uses: [], document: { claim } });
const index = (out: string) => JSON.parse(readFileSync(join(out, 'index.json'), 'utf8')) as { certificates: unknown };
const leftovers = () => readdirSync(folder).filter((name) => name.startsWith('.kasym'));

describe('a folder of certificates', () => {
  test('holds one file per certificate and an index in their order', async () => {
    const out = join(folder, 'deep', 'new');
    await writeCertificates(out, 'toy', [certificate('b'), certificate('a')]);
    expect(readdirSync(out).sort()).toEqual(['a.json', 'b.json', 'index.json']);
    expect(index(out)).toMatchObject({
      certificates: [
        { claim: 'b', file: 'b.json', uses: [] },
        { claim: 'a', file: 'a.json', uses: [] },
      ],
    });
  });

  test('is replaced where it holds earlier certificates or nothing', async () => {
    const out = join(folder, 'again');
    mkdirSync(out);
    await writeCertificates(out, 'toy', [certificate('a'), certificate('b')]);
    await writeCertificates(out, 'toy', [certificate('c')]);
    expect(readdirSync(out).sort()).toEqual(['c.json', 'index.json']);
  });

  test('is left alone where it holds anything else', async () => {
    const out = join(folder, 'mine');
    mkdirSync(out);
    writeFileSync(join(out, 'thesis.tex'), 'text');
    await expect(writeCertificates(out, 'toy', [certificate('a')])).rejects.toThrow(
      `--out ${out}: expected a new or empty folder, or earlier certificates; it holds thesis.tex`,
    );
    expect(readdirSync(out)).toEqual(['thesis.tex']);
  });

  test('is refused where it cannot be written, and nothing stays behind', async () => {
    const file = join(folder, 'file');
    writeFileSync(file, '');
    await expect(writeCertificates(file, 'toy', [])).rejects.toThrow(`--out ${file}: expected a folder (ENOTDIR)`);
    await expect(writeCertificates(join(file, 'below'), 'toy', [])).rejects.toThrow(/^--out .*\(ENOTDIR\)$/);
    const locked = join(folder, 'locked');
    mkdirSync(locked);
    chmodSync(locked, 0o500);
    const isRoot = process.getuid?.() === 0;
    if (!isRoot) await expect(writeCertificates(join(locked, 'x'), 'toy', [])).rejects.toThrow(/cannot write there/);
    expect(leftovers()).toEqual([]);
  });
});

describe('kasym certify', () => {
  async function refused(...argv: string[]) {
    const [out, err] = [process.stdout, process.stderr].map((stream) =>
      vi.spyOn(stream, 'write').mockImplementation(() => true),
    );
    const exitCode = await dispatch(['certify', ...argv]);
    const text = err!.mock.calls.map(([line]) => line).join('');
    expect(out!.mock.calls).toEqual([]);
    vi.restoreAllMocks();
    return { exitCode, text };
  }

  test('names what is wrong in one line, and writes nothing', async () => {
    const out = join(folder, 'nothing');
    expect(await refused('theorem-3.2')).toEqual({
      exitCode: 2,
      text: 'kasym: --out: expected a folder; "kasym certify --help" shows the usage\n',
    });
    expect(await refused('theorem-32', '--out', out)).toEqual({
      exitCode: 2,
      text: 'kasym: theorem-32: no such claim; did you mean theorem-3.2?\n',
    });
    expect(await refused('one-sample-rate', 'corollary-4.3', '--out', out)).toEqual({
      exitCode: 2,
      text: 'kasym: corollary-4.3: there is no proof to certify\n',
    });
    expect(existsSync(out)).toBe(false);
  });
});
