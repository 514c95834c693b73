import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import type { Verdict, VerdictWord } from '../claim/verdict.js';
import { readLock, writeLock } from './lock.js';
import { changesSince, worseThan } from './lock-changes.js';

const folder = mkdtempSync(join(tmpdir(), 'kasym-lock-'));
afterAll(() => rmSync(folder, { recursive: true }));

const verdict = (id: string, word: VerdictWord, more: Partial<Verdict> = {}): Verdict =>
  ({
    id,
    verdict: word,
    flags: [],
    cited: [],
    asPrinted: false,
    statement: 'x = y',
    why: 'so it is',
    hypotheses: [],
    proof: null,
    laws: [],
    mutants: [],
    ...more,
  }) as unknown as Verdict;
const lockOf = (word: VerdictWord, flags: string[] = [], cited: string[] = []) =>
  new Map([['a', { verdict: word, flags, cited }]]);
const worse = (before: VerdictWord, now: VerdictWord, asPrinted = false) =>
  worseThan(lockOf(before), [verdict('a', now, { asPrinted })], true);

const BASIS = '"basis": { "statement": "x = y", "assumes": [], "steps": 0, "laws": [], "variants": 0 }';
const basis = { statement: 'x = y', assumes: ['pure'], steps: 2, laws: ['l'], variants: 3 };

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
      `{\n  "a": { "verdict": "supported", "flags": ["cited"], "cited": ["X"], ${BASIS} },\n  "b": { "verdict": "proved", "flags": [], "cited": [], ${BASIS} }\n}\n`,
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
    expect(worseThan(lockOf('proved'), [verdict('a', 'proved', { flags: ['mutant survived'] })], true)).toEqual([
      "a: newly flagged 'mutant survived'",
    ]);
    const cited = [verdict('a', 'proved', { flags: ['cited'], cited: ['X', 'Y'] })];
    expect(worseThan(lockOf('proved', ['cited'], ['X']), cited, true)).toEqual(['a: newly rests on the cited Y']);
    expect(worseThan(lockOf('proved'), [], true)).toEqual(['a: locked, but no longer a claim of the corpus']);
    expect(worseThan(lockOf('proved'), [], false)).toEqual([]);
  });

  it('without a lock asks only that no claim of our own is refuted', () => {
    const verdicts = [verdict('a', 'refuted-exactly', { asPrinted: true }), verdict('b', 'refuted-numerically')];
    expect(worseThan(null, verdicts, true)).toEqual(['b: refuted-numerically, and not marked as printed']);
  });

  const now = (more: object = {}) =>
    changesSince(
      new Map([['a', { verdict: 'proved', flags: [], cited: ['X'], basis }]]),
      [
        verdict('a', 'proved', {
          cited: ['X'],
          hypotheses: [{ name: 'pure' }],
          proof: { checked: true, steps: [1, 2] },
          laws: [{ id: 'l' }],
          mutants: [1, 2, 3],
          ...more,
        } as object),
      ],
      true,
    );

  it('notices that a claim is no longer what was locked', () => {
    expect(now()).toEqual([]);
    const changed = (what: string, ...evidence: string[]) => [{ id: 'a', kind: 'changed', what, evidence }];
    expect(now({ statement: 'x = z' })).toEqual(
      changed('states something else than is locked', 'locked: x = y', 'now:    x = z'),
    );
    expect(now({ hypotheses: [{ name: 'pure' }, { name: 'real' }] })).toEqual(changed('newly assumes real'));
    expect(now({ laws: [] })).toEqual(changed('no longer tested by the law l'));
    expect(now({ mutants: [1] })).toEqual(changed('attacked by 1 wrong variants, locked with 3'));
  });

  it('tells what is better or new', () => {
    expect(now({ cited: [] })).toMatchObject([{ kind: 'better', what: 'no longer rests on the cited X' }]);
    const better = changesSince(lockOf('supported'), [verdict('a', 'proved'), verdict('b', 'proved')], true);
    expect(better.map(({ id, kind, what }) => [id, kind, what])).toEqual([
      ['a', 'better', 'proved, locked as supported'],
      ['b', 'new', 'proved, not locked yet'],
    ]);
  });
});
