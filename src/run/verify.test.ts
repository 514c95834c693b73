import { describe, expect, it } from 'vitest';
import type { Claim } from '../claim/claim.js';
import { corpus, rate, usesWrong, wrong } from '../engines/testing/toy-corpus.js';
import { compiledModule } from '../symbolic/propose/compiled-module.js';
import { importCorpus, locateCorpus } from './corpus.js';
import { planUnits, selectedClaims } from './plan.js';
import { verifyCorpus } from './verify.js';
import { requireConnected } from './well-formed.js';

const compiled = compiledModule('../engines/testing/toy-corpus.js', import.meta.url).href;
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
  });

  it('hangs together', () => {
    const connected = (...claims: Claim[]) => expect(() => requireConnected({ ...corpus, claims }, 'c.js'));
    connected(rate, rate).toThrow('c.js: two claims are called rate');
    connected(usesWrong, wrong).toThrow('c.js: uses-wrong uses wrong, which is not a claim before it');
    connected({ ...rate, repairs: 'lost' }).toThrow('c.js: rate repairs lost, which is no claim');
  });
});
