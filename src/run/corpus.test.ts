import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, describe, expect, it, test } from 'vitest';
import { corpus, rate } from '../engines/testing/toy-corpus.js';
import { importCorpus, locateCorpus } from './corpus.js';
import { requireCorpus } from './corpus-shape.js';

const folder = mkdtempSync(join(tmpdir(), 'kasym-corpus-'));
afterAll(() => rmSync(folder, { recursive: true }));
let count = 0;

describe('the "kasym" field of package.json', () => {
  const located = (text: string) => {
    const here = join(folder, String(count++), 'deep');
    mkdirSync(here, { recursive: true });
    writeFileSync(join(here, '..', 'package.json'), text);
    return { here, file: join(here, '..', 'package.json') };
  };

  it('names the corpus and the lock, relative to its folder', async () => {
    const { here } = located('{"kasym": {"corpus": "a/b.js", "lock": "c.json"}}');
    expect(await locateCorpus(here)).toEqual({
      url: pathToFileURL(join(here, '..', 'a', 'b.js')).href,
      lock: join(here, '..', 'c.json'),
      errata: null,
      folder: join(here, '..'),
    });
  });

  test.each([
    ['{"kasym": ', 'expected JSON'],
    ['{"kasym": null}', 'kasym: expected {"corpus": PATH} and perhaps "lock", got null'],
    ['{"kasym": "c.js"}', 'kasym: expected {"corpus": PATH} and perhaps "lock", got "c.js"'],
    ['{"kasym": {"corpsu": "c.js"}}', 'kasym: expected {"corpus": PATH} and perhaps "lock", got {"corpsu":"c.js"}'],
    ['{"kasym": {"corpus": 7}}', 'kasym: expected "corpus", "lock" and "errata" to be paths'],
    ['{"kasym": {"corpus": ""}}', 'kasym: expected "corpus", "lock" and "errata" to be paths'],
    ['{"kasym": {"corpus": "c.js", "lock": []}}', 'kasym: expected "corpus", "lock" and "errata" to be paths'],
  ])('%s is refused', async (text, message) => {
    const { here, file } = located(text);
    await expect(locateCorpus(here)).rejects.toThrow(`${file}: ${message}`);
  });
});

describe('a module without a corpus', () => {
  const importing = (text: string) => {
    const path = join(folder, `${count++}.mjs`);
    writeFileSync(path, text);
    return { path, promise: expect(importCorpus(pathToFileURL(path).href)) };
  };

  it('is missing, or a directory', async () => {
    const path = join(folder, 'nowhere.mjs');
    await expect(importCorpus(pathToFileURL(path).href)).rejects.toThrow(`${path}: no such corpus; has it been built?`);
    await expect(importCorpus(pathToFileURL(folder).href)).rejects.toThrow(
      `${folder}: expected the corpus to be a module, got a directory`,
    );
  });

  test.each([
    ['throw new RangeError("boom")', 'cannot be imported: boom; KASYM_DEBUG=1 shows where'],
    ['throw "boom"', 'cannot be imported: boom; KASYM_DEBUG=1 shows where'],
    ['import "./nothing.mjs"', 'cannot be imported: '],
    ['export const claims = []', 'expected a module that exports "corpus", with its claims'],
    ['export const corpus = null', 'expected a module that exports "corpus", with its claims'],
    ['export const corpus = { claims: {} }', 'expected a module that exports "corpus", with its claims'],
    ['export const corpus = { claims: [] }', 'corpus: name: expected a text, got nothing'],
    ['export const corpus = { name: "a", citation: "b", claims: [1] }', 'claims[0]: expected a claim, got 1'],
    ['export const corpus = { name: "a", citation: "b", claims: [{}] }', 'claims[0]: id: expected a text, got nothing'],
  ])('%s is refused', async (text, message) => {
    const { path, promise } = importing(text);
    await promise.rejects.toThrow(`${path}: ${message}`);
  });
});

describe('a claim without a part', () => {
  test.each([
    ['theory', undefined, 'expected a theory, got nothing'],
    ['statement', '', 'expected a statement, got ""'],
    ['given', [], 'expected an object of hypotheses, got an array'],
    ['given', { pure: 'ρ ρ = ρ' }, 'expected an object of hypotheses, got an object'],
    ['models', undefined, 'expected models, got nothing'],
    ['uses', 'rate', 'expected an array, got "rate"'],
    ['mutants', {}, 'expected an array, as claim(...) makes it, got an object'],
  ])('%s %j is refused', (key, value, message) => {
    const claims = [{ ...rate, [key]: value }];
    expect(() => requireCorpus({ ...corpus, claims }, 'c.js')).toThrow(`c.js: rate: ${key}: ${message}`);
  });
});
