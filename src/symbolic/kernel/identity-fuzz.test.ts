import { expect, test } from 'vitest';
import { fuzzIdentities, TOLD_APART } from '../testing/identity-fuzz.js';

test('equal normal forms have equal values, and different ones are told apart by a model', () => {
  const { identities, toldApart, open } = fuzzIdentities(20261123, 2000);
  expect(identities).toBeGreaterThan(800);
  expect(toldApart + open).toBeGreaterThan(600);
  expect(toldApart / (toldApart + open)).toBeGreaterThanOrEqual(TOLD_APART);
});
