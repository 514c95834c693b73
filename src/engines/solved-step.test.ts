/** A step whose term nerdamer solves for: right, wrong, and not to be had. */
import { describe, expect, test } from 'vitest';
import { chain, rewriting, solved } from '../claim/chain.js';
import { type Claim, claim } from '../claim/claim.js';
import { assume } from '../claim/hypothesis.js';
import { proveClaim } from './prove.js';
import { toy, toyModels } from './testing/toy-theory.js';

const given = { range: assume(toy, 'M² = γ²I', 'M M = γ^2 I') };

/** tr(M²) as the solution of two equations in it and in ŷ; nerdamer solves no single one. */
const solving = (...equations: string[]): Claim =>
  claim({
    id: 'solving',
    title: 'a step that is solved for',
    source: 'test',
    theory: toy,
    statement: 'tr(M M) = d γ^2',
    given,
    proof: chain('tr(M M)').equals(solved('tr(M M)', ['tr(M M)', 'ŷ'], ...equations), rewriting('range')),
    models: toyModels,
  });

describe('a solution that nerdamer proposes', () => {
  test('is proved where it follows', async () => {
    const proved = await proveClaim(solving('tr(M M) + ŷ = d γ^2 + 3', 'tr(M M) - ŷ = d γ^2 - 3'), {});
    expect(proved?.evidence).toMatchObject({ checked: true, failure: null });
    expect(proved?.evidence.steps[0]?.rule).toBe('rewriting, proposed by nerdamer');
  });

  test('is not proved where the equations say something else', async () => {
    const proved = await proveClaim(solving('tr(M M) + ŷ = d γ^2 + 5', 'tr(M M) - ŷ = d γ^2 - 3'), {});
    expect(proved?.evidence).toMatchObject({ checked: false });
    expect(proved?.evidence.failure).toMatch(/^step 1: the two sides differ by /);
  });

  test('is not proved where there is none', async () => {
    const proved = await proveClaim(solving('tr(M M) + ŷ = d', 'tr(M M) + ŷ = γ'), {});
    expect(proved?.evidence.checked).toBe(false);
    expect(proved?.evidence.failure).toMatch(/^step 1: /);
  });
});
