import { describe, expect, test } from 'vitest';
import { chain } from '../claim/chain.js';
import type { Claim, ClaimStatement } from '../claim/claim.js';
import type { Verdict } from '../claim/verdict.js';
import { corpus, rate } from '../engines/testing/toy-corpus.js';
import { bending, convex, falling } from '../engines/testing/toy-motion.js';
import { toyModels } from '../engines/testing/toy-theory.js';
import { verifyCorpus } from '../run/verify.js';
import { explanation } from './explanation.js';

/** The explanation of the toy claim, had it another statement and a proof of no steps. */
function explained(statement: ClaimStatement, checked = true): string {
  const proof = { checked, steps: [], failure: null, cited: [], needs: [], nonzero: [] };
  const evaluation = { instances: 0, exact: 0, items: [], failure: null, coverage: {}, witness: null, outside: null };
  const lists = { flags: [], cited: [], uses: [], hypotheses: [], laws: [], mutants: [] };
  const texts = { id: 'rate', statement: '', latex: '', verdict: 'proved', why: '' };
  const verdict = {
    ...texts,
    ...lists,
    proof,
    enclosure: null,
    experiment: null,
    evaluation,
    witness: null,
  } as unknown as Verdict;
  return explanation({ corpus, claim: { ...rate, statement }, verdict, all: [], seed: 1 });
}

describe('when the hypotheses of a proved bound along the flow are assumed', () => {
  const decay = { kind: 'exponential', loss: 'L', rate: 'γ' } as const;
  const region = { quantity: 'γ', bound: 'γ', falls: chain('γ'), models: toyModels };
  const barrier = { ...region, inside: 'start', outside: 'beyond' };

  test('at every time', () => {
    expect(explained(decay)).toContain('Hypotheses\n  (assumed at every time t >= 0)\n');
  });
  test('or at the start only, where a barrier keeps the flow', () => {
    expect(explained({ ...decay, barrier })).toContain(
      '  (assumed at every time t >= 0, but for start, at t = 0 only, and beyond, never)\n',
    );
  });
  test('a statement at one point, and a bound without a proof, speak of no time', () => {
    expect(explained('γ = γ')).not.toContain('assumed at');
    expect(explained(decay, false)).not.toContain('assumed at');
  });
});

describe('a bound along the flow that a named lemma gives', () => {
  const read = async (claim: Claim): Promise<string> => {
    const own = { name: 'Motion', citation: 'nobody, nowhere', claims: [claim] };
    const [verdict] = await verifyCorpus(own, 'unused:', { ids: null, seed: 3, runs: 60, workers: 1 });
    return explanation({ corpus: own, claim, verdict: verdict!, all: [verdict!], seed: 3 });
  };

  test('no faster than a straight line', async () => {
    const text = await read(falling);
    for (const part of [
      'Statement\n  q(t) >= q(0) - (2 g) t\n',
      'Verdict\n  proved: 2 steps checked by the kernel\n  [cited]\n',
      '  (assumed at every time t >= 0)\n',
      '  -v\n    = 2 g - x^2\n        (1) The velocity: by rewriting with thrust\n',
      '    <= 2 g\n        (2) Thrust never pulls: by positivity (a square)\n',
      '  Cited: mean value inequality.\n',
    ])
      expect(text).toContain(part);
    expect(text).toMatch(/ {4}half the rate +q\(t\) >= q\(0\) - \(g\) t\n/);
    expect(text).toMatch(/ {4}no fall +q\(t\) >= q\(0\)\n/);
    expect(text).toMatch(/ {4}<= turned round +q\(t\) <= q\(0\) - \(2 g\) t\n/);
  });

  test('convex, with a curvature and without', async () => {
    const text = await read(bending);
    for (const part of [
      'Statement\n  q(t) - (2 g) t^2/2 is convex in t\n',
      '    = d/dt(v)\n        (2) The acceleration: by rewriting with spring\n',
      '  Cited: second derivative test for convexity.\n',
    ])
      expect(text).toContain(part);
    expect(text).toMatch(/ {4}twice the rate +q\(t\) - \(4 g\) t\^2\/2 is convex in t\n/);
    expect(text).toMatch(/ {4}rate: the factor 2 times 1\.01 +q\(t\) - \(101\/50 g\) t\^2\/2 is convex in t\n/);
    expect(text).toMatch(/ {4}<= turned round +q\(t\) - \(2 g\) t\^2\/2 is concave in t\n/);
    expect(await read(convex)).toContain('Statement\n  q(t) is convex in t\n');
  });
});
