import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { Verdict, VerdictWord } from '../claim/verdict.js';
import { readLock, worseThan, writeLock } from './lock.js';

const folder = mkdtempSync(join(tmpdir(), 'kasym-lock-'));
afterAll(() => rmSync(folder, { recursive: true }));

const verdict = (id: string, word: VerdictWord, more: Partial<Verdict> = {}): Verdict =>
  ({ id, verdict: word, flags: [], cited: [], asPrinted: false, ...more }) as unknown as Verdict;
const lockOf = (word: VerdictWord, flags: string[] = [], cited: string[] = []) =>
  new Map([['a', { verdict: word, flags, cited }]]);
const worse = (before: VerdictWord, now: VerdictWord, asPrinted = false) =>
  worseThan(lockOf(before), [verdict('a', now, { asPrinted })], true);

describe('the verdict lock', () => {
  it('is one line per claim, sorted, and reads back', async () => {
    const path = join(folder, 'deep', 'verdicts.json');
    await writeLock(
      path,
      [verdict('b', 'proved'), verdict('a', 'supported', { flags: ['cited'], cited: ['X'] })],
      null,
      true,
    );
    expect(readFileSync(path, 'utf8')).toBe(
      '{\n  "a": { "verdict": "supported", "flags": ["cited"], "cited": ["X"] },\n  "b": { "verdict": "proved", "flags": [], "cited": [] }\n}\n',
    );
    const lock = await readLock(path);
    await writeLock(path, [verdict('b', 'undecided')], lock, false);
    expect([...(await readLock(path))!].map(([id, entry]) => [id, entry.verdict])).toEqual([
      ['a', 'supported'],
      ['b', 'undecided'],
    ]);
  });

  it('is missing, or refused', async () => {
    expect(await readLock(join(folder, 'nowhere.json'))).toBe(null);
    await expect(readLock(folder)).rejects.toThrow(`${folder}: the locked verdicts cannot be read (EISDIR)`);
    const path = join(folder, 'bad.json');
    writeFileSync(path, '[]');
    await expect(readLock(path)).rejects.toThrow(`${path}: expected locked verdicts`);
    writeFileSync(path, '{"a": {"verdict": "certain"}}');
    await expect(readLock(path)).rejects.toThrow(
      `${path}: expected locked verdicts; "kasym verify --update" writes them`,
    );
    await expect(readLock(folder)).rejects.toThrow(`${folder}: the locked verdicts cannot be read (EISDIR)`);
  });

  it('says where it cannot be written', async () => {
    const path = join(folder, 'file', 'verdicts.json');
    writeFileSync(join(folder, 'file'), '');
    await expect(writeLock(path, [], null, true)).rejects.toThrow(`${path}: the verdicts cannot be written (`);
  });

  it.each<[VerdictWord, VerdictWord]>([
    ['proved', 'supported'],
    ['proved', 'undecided'],
    ['supported', 'refuted-numerically'],
    ['refuted-exactly', 'refuted-numerically'],
    ['refuted-exactly', 'proved'],
    ['refuted-numerically', 'undecided'],
    ['undecided', 'refuted-exactly'],
  ])('%s to %s is worse', (before, now) => {
    expect(worse(before, now)).toEqual([`a: ${now}, locked as ${before}`]);
  });

  it.each<[VerdictWord, VerdictWord]>([
    ['supported', 'proved'],
    ['undecided', 'proved-for'],
    ['refuted-numerically', 'refuted-exactly'],
    ['proved', 'proved'],
  ])('%s to %s is not', (before, now) => {
    expect(worse(before, now)).toEqual([]);
  });

  it('lets an undecided printed claim be refuted', () => {
    expect(worse('undecided', 'refuted-exactly', true)).toEqual([]);
  });

  it('notices new flags, new cited lemmas and lost claims', () => {
    const now = [verdict('a', 'proved', { flags: ['vacuous'] })];
    expect(worseThan(lockOf('proved'), now, true)).toEqual(["a: newly flagged 'vacuous'"]);
    const cited = [verdict('a', 'proved', { flags: ['cited'], cited: ['X', 'Y'] })];
    expect(worseThan(lockOf('proved', ['cited'], ['X']), cited, true)).toEqual(['a: newly rests on the cited Y']);
    expect(worseThan(lockOf('proved'), [], true)).toEqual(['a: locked, but no longer a claim of the corpus']);
    expect(worseThan(lockOf('proved'), [], false)).toEqual([]);
  });

  it('without a lock asks only that no claim of our own is refuted', () => {
    const verdicts = [verdict('a', 'refuted-exactly', { asPrinted: true }), verdict('b', 'refuted-numerically')];
    expect(worseThan(null, verdicts, true)).toEqual(['b: refuted-numerically, and not marked as printed']);
  });
});
