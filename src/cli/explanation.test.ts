import { describe, expect, test } from 'vitest';
import { chain } from '../claim/chain.js';
import type { ClaimStatement } from '../claim/claim.js';
import type { Verdict } from '../claim/verdict.js';
import { corpus, rate } from '../engines/testing/toy-corpus.js';
import { toyModels } from '../engines/testing/toy-theory.js';
import { explanation } from './explanation.js';

/** The explanation of the toy claim, had it another statement and a proof of no steps. */
function explained(statement: ClaimStatement, checked = true): string {
  const proof = { checked, steps: [], failure: null, cited: [], needs: [] };
  const evaluation = { instances: 0, exact: 0, items: [], failure: null, coverage: {}, witness: null, outside: null };
  const lists = { flags: [], cited: [], uses: [], hypotheses: [], laws: [], mutants: [] };
  const texts = { id: 'rate', statement: '', latex: '', verdict: 'proved', why: '' };
  const verdict = { ...texts, ...lists, proof, evaluation, witness: null } as unknown as Verdict;
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
