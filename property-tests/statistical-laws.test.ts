import { expect, test } from 'vitest';
import { corpus } from '../proofs/index.js';
import { levelOf, runStatisticalLaw } from '../src/engines/testing/run-statistical-law.js';
import { isStatisticalClaim } from '../src/index.js';

const claims = corpus.claims.filter(isStatisticalClaim);
const laws = claims.flatMap((claim) => claim.laws);
const controls = claims.flatMap(({ id, mutants }) => mutants.map(({ name, law }) => [`${id}: ${name}`, law!] as const));
const oneIn = levelOf(corpus);

test.each(laws.map((law) => [law.id, law] as const))('%s holds', (_, law) => {
  const evidence = runStatisticalLaw(law, 2023, oneIn);
  expect(evidence).toMatchObject({ failure: null, broken: null });
  expect(evidence.minMargin).toBeGreaterThanOrEqual(0);
});

test.each(controls)('%s breaks, and not because of an exception', (_, law) => {
  const evidence = runStatisticalLaw(law, 2023, oneIn);
  expect(evidence.failure).toBeNull();
  expect(Number(evidence.broken?.margin)).toBeLessThan(-0.05);
});

test('there is something to hold and to break', () => {
  expect(laws.length).toBeGreaterThanOrEqual(7);
  expect(controls.length).toBeGreaterThanOrEqual(19);
});
