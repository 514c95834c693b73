/** What a proof divides by has to be nonzero where the claim is evaluated. */
import { expect, test } from 'vitest';
import { chain, rewriting } from '../claim/chain.js';
import { claim } from '../claim/claim.js';
import { randomFromSeed } from '../numeric/random.js';
import { evaluateClaim } from './evaluate-claim.js';
import { proveClaim } from './prove.js';
import { rate } from './testing/toy-corpus.js';

const toyClaim = (statement: string, ...steps: readonly (readonly [string, ...string[]])[]) => {
  const [left] = statement.split(' = ') as [string];
  const proof = steps.reduce((before, [to, ...using]) => before.equals(to, rewriting(...using)), chain(left));
  return claim({ ...rate, id: 'divided', statement, laws: [], mutants: {}, breaksWithout: {}, proof });
};

test('a proof says what it divides by, and is evaluated where that is not zero', async () => {
  const divided = toyClaim('(γ^4 - 1)/(γ^2 + 1) = γ^2 - 1', ['γ^2 - 1']);
  const proved = await proveClaim(divided, {});
  expect(proved?.evidence).toMatchObject({ checked: true, failure: null, nonzero: ['γ^2 + 1'] });
  const { failure, items, witness } = evaluateClaim(divided, proved, randomFromSeed(1));
  expect([failure, witness === null]).toEqual([null, false]);
  expect(items.map(({ item }) => item)).toContain('divisor γ^2 + 1 is not zero');
});

test('what divides by zero under the hypotheses is proved by the kernel, which says so, and blocked by evaluation', async () => {
  const absurd = toyClaim('1 = 2', ['(tr(ρ) - 1)/(tr(ρ) - 1)'], ['2 (tr(ρ) - 1)/(tr(ρ) - 1)', 'pure'], ['2']);
  const proved = await proveClaim(absurd, {});
  expect(proved?.evidence).toMatchObject({ checked: true, nonzero: ['tr(ρ) - 1'] });
  const { failure } = evaluateClaim({ ...absurd, statement: '1 = 1' }, proved, randomFromSeed(1));
  expect(failure).toMatch(/evaluated on 0 instances, 0 of them exact/);
});
