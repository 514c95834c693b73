import { chmodSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { corpus } from '../../engines/testing/toy-corpus.js';
import { compiledModule } from '../../symbolic/propose/compiled-module.js';
import type { DoneUnit } from '../merge.js';
import { verifyCorpus } from '../verify.js';
import { type EvidenceStore, openStore } from './evidence-store.js';

let folder: string;
let said: string[];
let store: EvidenceStore;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'kasym-store-'));
  said = [];
  store = openStore(folder, (line) => said.push(line));
});
afterEach(() => {
  chmodSync(folder, 0o700);
  rmSync(folder, { recursive: true });
});

const unit = { claimId: 'rate', part: 'proof', block: 0, blocks: 1, seed: 1, runs: 40 } as const;
const record: readonly DoneUnit[] = [{ unit, result: { part: 'proof', proof: null } }];
const onlyFile = (): string => join(folder, readdirSync(folder)[0]!);

describe('the store of evidence', () => {
  test('gives back what was saved under the same claim and key, and nothing else', async () => {
    await store.save('rate', 'key', record);
    expect(await store.load('rate', 'key')).toEqual(record);
    expect(await store.load('rate', 'other')).toBe(null);
    expect(await store.load('bound', 'key')).toBe(null);
    expect(said).toEqual([]);
  });

  test.each([
    ['cut short', (text: string) => text.slice(0, -20)],
    ['a digit changed', (text: string) => text.replace('"runs":40', '"runs":41')],
    ['empty', () => ''],
    ['not ours', () => 'hello\nworld\n'],
  ])('a record that is %s is set aside with one line, and made anew', async (_, damage) => {
    await store.save('rate', 'key', record);
    const file = onlyFile();
    writeFileSync(file, damage(readFileSync(file, 'utf8')));
    expect(await store.load('rate', 'key')).toBe(null);
    expect(said).toEqual([`${file}: damaged, set aside; rate is verified anew`]);
    expect(readdirSync(folder)).toEqual([expect.stringMatching(/\.damaged$/)]);
    await store.save('rate', 'key', record);
    expect(await store.load('rate', 'key')).toEqual(record);
  });

  test('says once that it cannot keep anything, and loses nothing else', async () => {
    const file = join(folder, 'file');
    writeFileSync(file, '');
    const shut = openStore(join(file, 'store'), (line) => said.push(line));
    await shut.save('rate', 'a', record);
    await shut.save('rate', 'b', record);
    expect(said).toEqual([
      expect.stringMatching(/store: evidence cannot be kept \((ENOTDIR|EEXIST)\); all else goes on$/),
    ]);
    expect(await shut.load('rate', 'a')).toBe(null);
  });

  test('keeps the newest eight of a claim, and those of other claims', async () => {
    await store.save('ratio', 'key', record);
    for (let key = 0; key < 12; key++) await store.save('rate', `${key}`, record);
    expect(readdirSync(folder)).toHaveLength(9);
    expect(await store.load('rate', '11')).toEqual(record);
    expect(await store.load('ratio', 'key')).toEqual(record);
  });

  test('is shared: writers of one record at the same time leave a whole one', async () => {
    const other = openStore(folder, (line) => said.push(line));
    await Promise.all(Array.from({ length: 40 }, (_, k) => (k % 2 ? store : other).save('rate', 'key', record)));
    expect(await store.load('rate', 'key')).toEqual(record);
    expect(readdirSync(folder)).toHaveLength(1);
    expect(said).toEqual([]);
  });
});

describe('a verification that keeps its evidence', () => {
  const url = compiledModule('../../engines/testing/toy-corpus.js', import.meta.url).href;
  const verify = async (version: string, workers: number) => {
    let performed = 0;
    const verdicts = await verifyCorpus(corpus, url, {
      ids: null,
      seed: 3,
      runs: 40,
      workers,
      evidence: { store, keyOf: ({ id }) => `${id} ${id === 'rate' ? version : ''}` },
      onProgress: () => performed++,
    });
    return { text: JSON.stringify(verdicts), performed };
  };

  test('performs nothing again, gives the same bits, and only what changed anew', async () => {
    const first = await verify('1', 2);
    expect(first.performed).toBeGreaterThan(20);
    expect(await verify('1', 1)).toEqual({ text: first.text, performed: 0 });
    const changed = await verify('2', 1);
    expect(changed.text).toBe(first.text);
    expect(changed.performed).toBeGreaterThan(0);
    expect(changed.performed).toBeLessThan(first.performed);
  });

  test('survives the loss of a part of a record', async () => {
    const first = await verify('1', 1);
    mkdirSync(join(folder, 'sub'));
    const file = join(folder, readdirSync(folder).find((name) => name.startsWith('bound'))!);
    writeFileSync(file, readFileSync(file, 'utf8').slice(0, 200));
    const again = await verify('1', 1);
    expect(again.text).toBe(first.text);
    expect(again.performed).toBeGreaterThan(0);
    expect(said).toHaveLength(1);
  });
});
