import { beforeAll, describe, expect, it } from 'vitest';
import { corpus } from '../engines/testing/toy-errata.js';
import { listErrata } from './errata.js';
import type { LockedVerdict } from './lock.js';
import { verifyCorpus } from './verify.js';

const options = { seed: 3, runs: 20, workers: 1 };
const locked = (verdict: LockedVerdict['verdict']): LockedVerdict => ({ verdict, flags: [], cited: [] });
let truth: ReadonlyMap<string, LockedVerdict>;

beforeAll(async () => {
  const verdicts = await verifyCorpus(corpus, '', { ...options, ids: null });
  truth = new Map(verdicts.map(({ id, verdict, flags, cited }) => [id, { verdict, flags, cited }]));
});

const brief = ({ list }: Awaited<ReturnType<typeof listErrata>>) =>
  list.errata.map(({ claim, repaired, counterexample }) => [claim.id, repaired, counterexample?.decided]);

describe('errata by computation', () => {
  it('are what is printed and false, and nothing else', async () => {
    const found = await listErrata(corpus, '', null, options);
    expect(brief(found)).toEqual([
      ['step', true, 'exactly'],
      ['unrepaired', false, 'exactly'],
    ]);
    expect(found.list.errata[0]!.results).toMatchObject([{ id: 'rate', verdict: 'proved' }]);
    expect(found.list.unconfirmed.map(({ id }) => id)).toEqual(['wrongly-noted']);
    expect(found.list.printed).toBe(4);
    expect(found.verified).toEqual(['rate', 'step', 'step-repaired', 'unrepaired', 'wrongly-noted']);
  });

  it('are the same from a lock that is true, with the same counterexamples', async () => {
    const found = await listErrata(corpus, '', truth, options);
    expect(found.list).toEqual((await listErrata(corpus, '', null, options)).list);
    expect(found.verified).toEqual([]);
  });

  it('are no refutations that a lock only asserts', async () => {
    const slander = new Map([...truth, ['rate', locked('refuted-exactly')], ['step', locked('refuted-numerically')]]);
    const found = await listErrata(corpus, '', slander, options);
    expect(found.verified).toEqual(['rate', 'step']);
    expect(brief(found).map(([id]) => id)).toEqual(['step', 'unrepaired']);
    expect(found.list.errata[0]!.claim.verdict).toBe('refuted-exactly');
  });

  it('are verified where the lock has no verdict', async () => {
    const partial = new Map([...truth].filter(([id]) => id !== 'step-repaired' && id !== 'unrepaired'));
    const found = await listErrata(corpus, '', partial, options);
    expect(found.verified).toEqual(['step-repaired', 'unrepaired']);
    expect(brief(found).map(([, repaired]) => repaired)).toEqual([true, false]);
  });

  it('believe a lock about proofs: that is what verification is for', async () => {
    const stale = new Map([...truth, ['step-repaired', locked('supported')]]);
    expect(brief(await listErrata(corpus, '', stale, options))[0]).toEqual(['step', false, 'exactly']);
  });
});
