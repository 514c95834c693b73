/** What is asked of every claim, counted over the corpus: its automatic variants, and that its hypotheses can be met. */
import { describe, expect, test } from 'vitest';
import { evaluateClaim } from '../src/engines/evaluate-claim.js';
import { judgeHypotheses, withoutHypotheses } from '../src/engines/hypotheses.js';
import { keyOf, mutantsOf } from '../src/engines/mutants.js';
import { proofBook } from '../src/engines/proof-book.js';
import { barrierOf } from '../src/engines/prove.js';
import { readStatement } from '../src/engines/read-statement.js';
import { type Claim, hasTerm, number, randomFromSeed, rational } from '../src/index.js';
import { corpus } from './index.js';

const book = proofBook(corpus);
/** Claims without a term have none to vary: theirs are written by hand, or vary an enclosure. */
const all = corpus.claims.filter(hasTerm).map((claim) => [claim.id, claim] as const);
const statementOf = (claim: Claim) => readStatement(claim.theory, claim.statement).kernel;
const inequalities = all.filter(([, claim]) => statementOf(claim).relation === '<=');

/** The hypotheses that restrict something, told apart by what is written in the corpus alone. */
const assumed = (claim: Claim): string[] => {
  const outside = typeof claim.statement === 'string' ? undefined : claim.statement.barrier?.outside;
  return Object.keys(claim.given).filter((name) => name !== outside && !claim.given[name]!.definitional);
};

describe('automatic variants', () => {
  test.each(inequalities)('%s: the inequality turned round', (_, claim) => {
    const { left, right } = statementOf(claim);
    const said = mutantsOf(claim).map(({ kernel }) => keyOf(claim.theory.signature, kernel));
    expect(said).toContain(keyOf(claim.theory.signature, { left: right, relation: '<=', right: left }));
  });

  test('an equation has none turned round', () => {
    const equations = all.filter(([, claim]) => statementOf(claim).relation === '=');
    const turned = equations.flatMap(([, claim]) => mutantsOf(claim).filter(({ kernel }) => kernel.relation !== '='));
    expect(turned.map(({ name }) => name)).toEqual([]);
    expect([equations.length > 10, inequalities.length > 10]).toEqual([true, true]);
  });

  test.each(all.filter(([, claim]) => claim.proof !== null))('%s: each hypothesis dropped', async (_, claim) => {
    const judged = judgeHypotheses(claim, await book.proofOf(claim), randomFromSeed(1));
    const dropped = withoutHypotheses('it', judged);
    expect(dropped.map(({ name }) => name)).toEqual(assumed(claim).map((name) => `without the hypothesis ${name}`));
    expect(dropped.filter(({ fate }) => fate === 'survived')).toEqual([]);
  });
});

describe('hypotheses that can be met', () => {
  const budget = { instances: 0, exact: 12, cap: 12 };
  const evaluated = (claim: Claim) => evaluateClaim(claim, null, randomFromSeed(1), budget);

  test.each(all)('%s: all hold at once on an exact instance, and outside a barrier too', (_, claim) => {
    const { witness, outside } = evaluated(claim);
    expect(witness).not.toBeNull();
    if (barrierOf(claim) === null) expect(outside).toBeNull();
    else expect(outside?.witness).toEqual(expect.any(String));
  });

  test.each(all)('%s: a hypothesis that nothing meets leaves no such instance', (_, claim) => {
    const never = { rules: [], facts: [number(rational(-1))], written: ['-1 >= 0'] };
    const barrier = barrierOf(claim);
    for (const name of Object.keys(claim.given)) {
      const given = { ...claim.given, [name]: { ...claim.given[name]!, ...never } };
      const { witness, outside } = evaluated({ ...claim, given });
      expect(witness === null, name).toBe(name !== barrier?.outside);
      if (barrier !== null) expect(outside?.witness === null, name).toBe(name !== barrier.inside);
    }
  });
});
