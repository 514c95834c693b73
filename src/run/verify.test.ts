import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import type { Corpus } from '../claim/claim.js';
import { corpus } from '../engines/testing/toy-corpus.js';
import { compiledModule } from '../symbolic/propose/compiled-module.js';
import { importCorpus, locateCorpus } from './corpus.js';
import { planUnits, selectedClaims } from './plan.js';
import { verifyCorpus } from './verify.js';

const compiled = compiledModule('../engines/testing/toy-corpus.js', import.meta.url).href;
const folder = mkdtempSync(join(tmpdir(), 'kasym-corpus-'));
afterAll(() => rmSync(folder, { recursive: true }));
let count = 0;
const options = { ids: null, seed: 11, runs: 250 };

describe('a verification', () => {
  it('gives the same bits with one worker and with two, and others with another seed', async () => {
    const here = await verifyCorpus(corpus, compiled, { ...options, workers: 1 });
    const pool = await verifyCorpus(corpus, compiled, { ...options, workers: 2 });
    const other = await verifyCorpus(corpus, compiled, { ...options, seed: 12, workers: 1 });
    expect(JSON.stringify(pool)).toBe(JSON.stringify(here));
    expect(JSON.stringify(other)).not.toBe(JSON.stringify(here));
    expect(here.map(({ id, verdict }) => [id, verdict])).toEqual([
      ['rate', 'proved'],
      ['bound', 'proved'],
      ['evident', 'proved'],
      ['wrong', 'refuted-exactly'],
      ['uses-wrong', 'undecided'],
    ]);
  });

  it('verifies what a selected claim uses, in the order of the corpus', () => {
    expect(selectedClaims(corpus, ['uses-wrong']).map(({ id }) => id)).toEqual(['wrong', 'uses-wrong']);
  });

  it('cuts laws into blocks that do not depend on anything else', () => {
    const blocks = planUnits(corpus, { ...options, ids: ['rate'] }).filter(({ part }) => part === 'law toy/squares');
    expect(blocks.map(({ block, blocks: all, runs }) => [block, all, runs])).toEqual([
      [0, 3, 250],
      [1, 3, 250],
      [2, 3, 250],
    ]);
  });

  it('reports progress to the last unit', async () => {
    const seen: number[] = [];
    const onProgress = (done: number, total: number): void => void seen.push(total - done);
    await verifyCorpus(corpus, compiled, { ...options, ids: ['evident'], workers: 1, onProgress });
    expect(seen[seen.length - 1]).toBe(0);
  });
});

describe('a corpus', () => {
  it('is found upward from a folder, else it is our own', async () => {
    const own = await locateCorpus(import.meta.dirname);
    expect(own.url).toMatch(/\/dist\/proofs\/index\.js$/);
    expect(await locateCorpus('/')).toEqual(own);
  });

  it('is imported and checked', async () => {
    expect((await importCorpus(compiled)).name).toBe('Toy corpus');
    await expect(importCorpus(pathToFileURL('/nowhere/index.js').href)).rejects.toThrow(
      '/nowhere/index.js: no such corpus; has it been built?',
    );
    const noCorpus = compiledModule('./plan.js', import.meta.url).href;
    await expect(importCorpus(noCorpus)).rejects.toThrow('expected a module that exports "corpus", with its claims');
  });

  it('that throws when it is imported is named, in one line', async () => {
    const path = join(folder, 'throws.mjs');
    writeFileSync(path, 'throw new RangeError("M M = : expected more")');
    await expect(importCorpus(pathToFileURL(path).href)).rejects.toThrow(
      `${path}: cannot be imported: M M = : expected more`,
    );
  });

  it('hangs together', async () => {
    const module = (claims: Corpus['claims']): string => {
      const path = join(folder, `${count++}.mjs`);
      const bare = claims.map(({ id, uses, repairs }) => ({ id, uses, repairs }));
      writeFileSync(path, `export const corpus = ${JSON.stringify({ claims: bare })};`);
      return pathToFileURL(path).href;
    };
    const [rate, , , wrong, usesWrong] = corpus.claims as [(typeof corpus.claims)[number], ...Corpus['claims']];
    await expect(importCorpus(module([rate, rate]))).rejects.toThrow('two claims are called rate');
    await expect(importCorpus(module([usesWrong!, wrong!]))).rejects.toThrow(
      'uses-wrong uses wrong, which is not a claim before it',
    );
    await expect(importCorpus(module([{ ...rate, repairs: 'lost' }]))).rejects.toThrow(
      'rate repairs lost, which is no claim',
    );
  });
});
