import { describe, expect, test } from 'vitest';
import {
  type Claim,
  type Corpus,
  evaluateClaim,
  judgeMutants,
  number,
  product,
  proofBook,
  randomFromSeed,
  rational,
} from '../src/index.js';
import { corpus } from './index.js';

const book = proofBook(corpus);
const proved = corpus.claims.filter((claim) => claim.proof !== null);
const byId = (id: string): Claim => corpus.claims.find((claim) => claim.id === id) as Claim;

/** The corpus with one claim replaced, so that the proofs it uses stay what they are. */
const replacing = (claim: Claim): Corpus => ({
  ...corpus,
  claims: corpus.claims.map((c) => (c.id === claim.id ? claim : c)),
});
const withHypothesis = (claim: Claim, name: string, change: Partial<Claim['given'][string]>): Claim => ({
  ...claim,
  given: { ...claim.given, [name]: { ...claim.given[name], ...change } },
});

describe('every claim with a proof', () => {
  test.each(proved.map((claim) => [claim.id, claim] as const))('%s is proved', async (_, claim) => {
    expect((await book.proofOf(claim))?.evidence.failure).toBeNull();
  });

  test.each(proved.map((claim) => [claim.id, claim] as const))(
    '%s is not proved without a hypothesis that it needs',
    async (_, claim) => {
      const theorem = (await book.proofOf(claim))?.theorem;
      for (const name of theorem?.needs.keys() ?? []) {
        const poorer = withHypothesis(claim, name, { rules: [], facts: [] });
        const evidence = (await proofBook(replacing(poorer)).proofOf(poorer))?.evidence;
        expect(evidence?.checked, `${claim.id} without '${name}'`).toBe(false);
      }
    },
  );

  test.each(proved.map((claim) => [claim.id, claim] as const))(
    '%s: a false rule is caught by evaluation',
    async (_, claim) => {
      const chains = (await book.proofOf(claim))?.chains ?? [];
      for (const [name, hypothesis] of Object.entries(claim.given)) {
        const [first, ...others] = hypothesis.rules;
        if (first === undefined || hypothesis.definitional) continue;
        const wrong = { left: first.left, right: product(number(rational(3)), first.right) };
        const evaluation = evaluateClaim(
          withHypothesis(claim, name, { rules: [wrong, ...others] }),
          chains,
          randomFromSeed(3),
        );
        expect(evaluation.failure, `${claim.id} with a false rule in '${name}'`).not.toBeNull();
      }
    },
  );
});

describe('changed constants and signs are caught', () => {
  const fates = async (id: string) => judgeMutants(byId(id), await book.proofOf(byId(id)), randomFromSeed(4));

  test.each([
    ['theorem-3.2-constant', 'c1 = 11.2'],
    ['theorem-3.2', 'c1 = 11.2 η Σ‖H‖²'],
    ['one-sample-rate', 'factor 1.99'],
    ['one-sample-rate-components', 'factor 1.99'],
    ['lemma-c.2-hadamard', 'minus for plus'],
    ['lemma-c.2-entries', 'opposite sign'],
  ])('%s: %s', async (id, name) => {
    const mutant = (await fates(id)).find((m) => m.name === name);
    expect(mutant?.fate).toBe('killed');
    expect(mutant?.how).toContain('exact');
  });
});
