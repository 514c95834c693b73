import { describe, expect, test } from 'vitest';
import { chain, rewriting } from '../claim/chain.js';
import type { Claim } from '../claim/claim.js';
import type { Verdict } from '../claim/verdict.js';
import { verifyCorpus } from '../run/verify.js';
import { bending, convex, falling } from './testing/toy-motion.js';

async function verdictOf(own: Claim): Promise<Verdict> {
  const corpus = { name: 'Motion', citation: 'nobody, nowhere', claims: [own] };
  return (await verifyCorpus(corpus, 'unused:', { ids: null, seed: 3, runs: 60, workers: 1 }))[0]!;
}

describe.each([
  [falling, 'mean value inequality'],
  [bending, 'second derivative test for convexity'],
  [convex, 'second derivative test for convexity'],
] as const)('a bound along the flow, end to end: $id', (own, lemma) => {
  test('is proved, cites its lemma, and all its wrong variants die', async () => {
    const verdict = await verdictOf(own);
    expect([verdict.why, verdict.verdict, verdict.flags]).toEqual([
      '2 steps checked by the kernel',
      'proved',
      ['cited'],
    ]);
    expect(verdict.cited).toEqual([lemma]);
    expect(verdict.mutants.filter(({ fate }) => fate !== 'killed')).toEqual([]);
    expect(verdict.mutants.length).toBeGreaterThanOrEqual(own.mutants.length);
    expect(verdict.evaluation.items.every(({ instances, exact }) => instances >= 50 && exact >= 10)).toBe(true);
    expect(verdict.hypotheses.map(({ status }) => status)).toEqual(Object.keys(own.given).map(() => 'bites'));
  });
});

describe('what is not proved', () => {
  test('a rate that moves', async () => {
    const own = { kind: 'linear', loss: 'q', rate: '2 g - x^2' } as const;
    const proof = chain('-v').equals('2 g - x^2', rewriting('thrust'));
    const verdict = await verdictOf({ ...falling, statement: own, proof, mutants: [] });
    expect([verdict.verdict, verdict.why]).toEqual([
      'undecided',
      'the proof does not check: comparison: the rate moves with time',
    ]);
  });
  test('the wrong direction, which an instance refutes', async () => {
    for (const [own, rate] of [
      [falling, 'g - 1'],
      [bending, '2 g + 1'],
    ] as const) {
      const statement = { ...(own.statement as object), rate } as Claim['statement'];
      const verdict = await verdictOf({ ...own, statement, proof: null, mutants: [] });
      expect(verdict.verdict).toBe('refuted-exactly');
    }
  });
});
