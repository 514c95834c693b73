import { describe, expect, test } from 'vitest';
import {
  type Chain,
  type Claim,
  type Corpus,
  chain,
  evaluateClaim,
  judgeMutants,
  number,
  product,
  proofBook,
  randomFromSeed,
  rational,
  type Term,
} from '../src/index.js';
import { isZero } from '../src/symbolic/kernel/number.js';
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

/** Another value: three times it, and of a number, which may be zero, 7. */
const falsified = (right: Term): Term => {
  if (right.kind === 'number') return number(rational(7));
  const [first, ...others] = right.kind === 'product' ? right.factors : [right];
  const isNothing = first?.kind === 'number' && isZero(first.value);
  return isNothing ? product(number(rational(7)), ...others) : product(number(rational(3)), right);
};

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
      const proof = await book.proofOf(claim);
      for (const [name, hypothesis] of Object.entries(claim.given)) {
        const [first, ...others] = hypothesis.rules;
        if (first === undefined || hypothesis.definitional) continue;
        const wrong = { left: first.left, right: falsified(first.right) };
        const evaluation = evaluateClaim(
          withHypothesis(claim, name, { rules: [wrong, ...others] }),
          proof,
          randomFromSeed(3),
        );
        expect(evaluation.failure, `${claim.id} with a false rule in '${name}'`).not.toBeNull();
      }
    },
  );
});

describe('what a claim uses', () => {
  const using = proved.filter(({ uses }) => uses.length > 0).map((claim) => [claim.id, claim] as const);
  const proofOf = async (claim: Claim) => proofBook(replacing(claim)).proofOf(claim);
  const checks = async (claim: Claim): Promise<boolean> => (await proofOf(claim))?.evidence.checked === true;
  const unlisted = (claim: Claim, id: string): Claim => ({ ...claim, uses: claim.uses.filter((used) => used !== id) });

  /** The theorems that the steps of its proof cite, those of a barrier included. */
  async function citedBy(claim: Claim): Promise<string[]> {
    const steps = (await proofOf(claim))?.evidence.steps ?? [];
    return [...new Set(steps.flatMap(({ using: names }) => names))].filter((name) => !Object.hasOwn(claim.given, name));
  }

  /** What the proof cites, although it checks without. */
  async function paddingOf(claim: Claim): Promise<string[]> {
    const padding: string[] = [];
    for (const id of await citedBy(claim)) if (await checks(citing(claim, id, false))) padding.push(id);
    return padding;
  }

  /** What is listed, but neither cited by the proof nor needed to see that a wrong variant is true after all. */
  async function idleIn(claim: Claim): Promise<string[]> {
    const cited = await citedBy(claim);
    const others = claim.uses.filter((id) => !cited.includes(id));
    if (others.length === 0) return [];
    const fates = await judgeMutants(claim, await proofOf(claim), randomFromSeed(4));
    const alsoTrue = [...fates.keys()].filter((k) => fates[k]?.fate === 'also true');
    const idle: string[] = [];
    for (const id of others) if (!(await someSurvive(unlisted(claim, id), alsoTrue))) idle.push(id);
    return idle;
  }

  async function someSurvive(claim: Claim, variants: readonly number[]): Promise<boolean> {
    const proof = await proofOf(claim);
    for (const k of variants) {
      const [judged] = await judgeMutants(claim, proof, randomFromSeed(4), (other) => other === k);
      if (judged?.fate === 'survived') return true;
    }
    return false;
  }

  /** Milliseconds. A variant that survives is searched for until the search gives up: seconds each. */
  const SEARCHING = 240_000;

  test.each(using)('%s: its proof cites only what is listed, and only what it needs', async (_, claim) => {
    expect(await paddingOf(claim)).toEqual([]);
    for (const id of await citedBy(claim)) {
      expect(claim.uses).toContain(id);
      expect(await checks(unlisted(claim, id)), `${id} not listed`).toBe(false);
    }
  });

  test.each(using)(
    '%s: only what the proof or a variant needs is listed, and once',
    async (_, claim) => {
      expect(new Set(claim.uses).size).toBe(claim.uses.length);
      expect(await idleIn(claim)).toEqual([]);
    },
    SEARCHING,
  );

  test('what is listed for nothing is noticed, and so is what is cited for nothing', async () => {
    const id = 'variance-nonnegative';
    const claim = { ...byId('variance-bound'), uses: [id] };
    expect(await idleIn(claim)).toEqual([id]);
    const padded = citing(claim, id, true);
    expect(await checks(padded)).toBe(true);
    expect(await paddingOf(padded)).toEqual([id]);
  });
});

/** The claim with a theorem cited by every step of its proof, or by none. */
function citing(claim: Claim, id: string, cited: boolean): Claim {
  const changed = ({ start, steps }: Chain): Chain =>
    chain(
      start,
      steps.map((step) => {
        const others = step.because.using.filter((name) => name !== id);
        return { ...step, because: { ...step.because, using: cited ? [...others, id] : others } };
      }),
    );
  const { statement, proof } = claim;
  const changedProof = { ...claim, proof: proof && changed(proof) };
  if (typeof statement === 'string' || statement.barrier === undefined) return changedProof;
  const { barrier } = statement;
  return { ...changedProof, statement: { ...statement, barrier: { ...barrier, falls: changed(barrier.falls) } } };
}

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
