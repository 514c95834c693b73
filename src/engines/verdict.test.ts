import { describe, expect, it } from 'vitest';
import { chain, evidentlyPositive, positivity, rewriting } from '../claim/chain.js';
import { type Claim, type Corpus, claim } from '../claim/claim.js';
import { assume } from '../claim/hypothesis.js';
import type { Verdict } from '../claim/verdict.js';
import { witness } from '../claim/witness.js';
import { verifyCorpus } from '../run/verify.js';
import { ZERO } from '../symbolic/kernel/number.js';
import { bound, corpus, evident, rate, usesWrong, wrong } from './testing/toy-corpus.js';
import { squaresLaw } from './testing/toy-law.js';
import { output, pure, range, toy, toyModels } from './testing/toy-theory.js';

const options = { ids: null, seed: 3, runs: 60, workers: 1 };

async function verdictOf(own: Claim, ...before: readonly Claim[]): Promise<Verdict> {
  const claims: Corpus = { ...corpus, claims: [...before, own] };
  const verdicts = await verifyCorpus(claims, 'unused:', options);
  return verdicts[verdicts.length - 1]!;
}

const variant = (changes: Partial<Claim>, of: Claim = rate): Claim => ({ ...of, ...changes });

describe('what is proved', () => {
  it('checks every step, evaluates everything and kills every mutant', async () => {
    const verdict = await verdictOf(rate);
    expect(verdict.why).toBe('4 steps checked by the kernel');
    expect(verdict.verdict).toBe('proved');
    expect(verdict.flags).toEqual([]);
    expect(verdict.proof?.steps.map((step) => step.rule)).toEqual([
      'expansion',
      'rewriting',
      'rewriting, proposed by nerdamer',
      'rewriting',
    ]);
    expect(verdict.evaluation.items.every(({ instances, exact }) => instances >= 50 && exact >= 10)).toBe(true);
    expect(verdict.mutants.length).toBeGreaterThan(6);
    expect(verdict.mutants.every(({ fate }) => fate === 'killed')).toBe(true);
    expect(verdict.mutants[0]!.how).toMatch(/^exactly, on /);
    expect(verdict.hypotheses.map(({ name, status }) => [name, status])).toEqual([
      ['pure', 'bites'],
      ['range', 'bites'],
    ]);
  });

  it('checks a certificate for an inequality', async () => {
    const verdict = await verdictOf(bound);
    expect([verdict.verdict, verdict.why]).toEqual(['proved', '1 step checked by the kernel']);
    expect(verdict.proof?.steps.map(({ rule }) => rule)).toEqual(['positivity (a trace, a square)']);
    expect(verdict.mutants.filter(({ fate }) => fate === 'survived')).toEqual([]);
  });

  it('says of a weaker variant that it is also true, because the kernel proves it', async () => {
    const verdict = await verdictOf(evident);
    const weaker = verdict.mutants.find(({ statement }) => statement === 'ŷ^2 <= 303/100 ŷ^2 + 1');
    expect(weaker?.fate).toBe('also true');
    expect(verdict.verdict).toBe('proved');
  });
});

describe('what is proved for one size', () => {
  const diagonal = (...entries: string[]) => entries.map((x, i) => entries.map((_, j) => (i === j ? x : '0')));
  const two = assume(toy, 'the dimension is two', 'd = 2');
  const inPlane = variant({
    id: 'in-plane',
    statement: 'd tr(ρ ρ) = 2',
    given: { pure, two },
    proof: chain('d tr(ρ ρ)').equals('d', rewriting('pure')).equals('2', rewriting('two')),
    mutants: [],
    breaksWithout: {
      ...rate.breaksWithout,
      two: witness(toy, { d: 3 }, { γ: '1', ρ: diagonal('1', '0', '0'), M: diagonal('1', '1', '-1') }),
    },
  });

  it('is proved for that size, and the claim has to say so', async () => {
    const verdict = await verdictOf({ ...inPlane, provedFor: { d: 2 } });
    expect([verdict.verdict, verdict.why]).toEqual(['proved-for', 'for d = 2: 2 steps checked']);
    const unsaid = 'the proof does not check: the proof holds for d = 2 only, which the claim does not say';
    for (const provedFor of [null, {}, { d: 3 }, { m: 2 }] as Claim['provedFor'][])
      expect((await verdictOf({ ...inPlane, provedFor })).why).toBe(unsaid);
  });

  it('also where the size is fixed in a claim that it uses', async () => {
    const using = variant(
      { proof: chain('d tr(ρ ρ)').equals('2', rewriting('in-plane')), uses: ['in-plane'] },
      inPlane,
    );
    const verdict = await verdictOf({ ...using, id: 'using' }, { ...inPlane, provedFor: { d: 2 } });
    expect(verdict.why).toBe('the proof does not check: the proof holds for d = 2 only, which the claim does not say');
  });
});

describe('what is not proved', () => {
  it('is undecided when a rule is taken out of a hypothesis', async () => {
    const less = assume(toy, 'the state is pure', 'ρ ρ = ρ', 'tr(ρ) = 1');
    const verdict = await verdictOf(variant({ given: { ...rate.given, pure: less } }));
    expect(verdict.verdict).toBe('undecided');
    expect(verdict.why).toMatch(/^the proof does not check: step 2: the two sides differ by /);
  });

  it('is undecided when a hypothesis is taken out', async () => {
    const verdict = await verdictOf(variant({ given: { pure, output } }));
    expect(verdict.why).toBe(
      'the proof does not check: step 2: range: neither a hypothesis of this claim nor proved before',
    );
    expect(verdict.verdict).toBe('undecided');
  });

  it('is undecided, not refuted, when a step does not parse', async () => {
    const proof = chain('-tr([M, ρ]^2)').equals('2 (γ^2 - x^2)', rewriting());
    const verdict = await verdictOf(variant({ proof }));
    expect(verdict.why).toBe('the proof does not check: step 1: "2 (γ^2 - x^2)": x is not declared in this theory');
  });

  it('is supported when there is no proof, and laws and evaluation hold', async () => {
    const verdict = await verdictOf(variant({ proof: null }));
    expect(verdict.verdict).toBe('supported');
  });

  it('is undecided where the search finds no certificate', async () => {
    const proof = chain('ŷ^2').atMost('γ^2', evidentlyPositive());
    const verdict = await verdictOf(variant({ proof }, bound));
    expect(verdict.why).toMatch(/step 1: no certificate found/);
  });
});

describe('evidence against a proof', () => {
  it('catches a false rule on an instance', async () => {
    const falsePure = assume(toy, 'the state is pure', 'ρ ρ = ρ', 'ρ M ρ = 2 ŷ ρ', 'tr(ρ) = 1');
    const verdict = await verdictOf(
      variant({
        statement: '-tr([M, ρ]^2) = 2 γ^2 - 4 ŷ^2',
        given: { pure: falsePure, range, output },
        proof: chain('-tr([M, ρ]^2)').equals('2 γ^2 - 4 ŷ^2', rewriting('pure', 'range', 'output')),
      }),
    );
    expect(verdict.proof?.checked).toBe(true);
    expect(verdict.verdict).toBe('undecided');
    expect(verdict.why).toMatch(/^evidence contradicts the proof: rule pure: ρ M ρ = 2 ŷ ρ is false on an instance /);
  });

  it('flags a claim whose hypotheses hold nowhere', async () => {
    const nowhere = assume(toy, 'no range', 'γ^2 = -1');
    const verdict = await verdictOf(variant({ given: { ...rate.given, nowhere } }));
    expect(verdict.flags).toContain('vacuous');
    expect(verdict.verdict).toBe('undecided');
  });

  it('is undecided where the models throw, leave a symbol out or have no value', async () => {
    const failing = (build: Claim['models']['build']) => verdictOf(variant({ models: { ...toyModels, build } }));
    const thrown = await failing(() => {
      throw new Error('no model today');
    });
    expect([thrown.verdict, thrown.why]).toEqual([
      'undecided',
      'evidence contradicts the proof: the models give no instance: no model today',
    ]);
    const partial = await failing((field, shape, z) => {
      const model = toyModels.build(field, shape, z);
      return { ...model, values: { M: model.values.M!, ρ: model.values.ρ! } };
    });
    expect(partial.verdict).toBe('undecided');
    expect(partial.why).toMatch(/cannot be evaluated: γ: neither the model nor a definition gives it a value$/);
    expect(partial.mutants[0]).toMatchObject({ fate: 'survived' });
    const valueless = await failing((field) => {
      field.inverse(field.of(ZERO));
      throw new Error('not reached');
    });
    expect(valueless.why).toMatch(/was evaluated on 0 instances/);
  });

  it('is undecided, not a crash, when a certificate cites an inequality that nobody states', async () => {
    const proof = chain('ŷ^2').atMost(
      'γ^2',
      positivity(() => ({ kind: 'fact', name: 'range', at: {} }), 'range'),
    );
    const verdict = await verdictOf(variant({ proof }, bound));
    expect(verdict.why).toBe('the proof does not check: step 1: range: no such inequality');
  });

  it('does not call a claim verified while a wrong variant survives', async () => {
    const verdict = await verdictOf(variant({ mutants: [{ name: 'true after all', statement: 'ŷ^2 <= γ^2' }] }));
    expect(verdict.flags).toContain('mutant survived');
    expect([verdict.verdict, verdict.why]).toEqual(['undecided', 'a wrong variant survives: true after all']);
  });

  it('does not believe a proof whose law is broken', async () => {
    const verdict = await verdictOf(variant({ laws: [squaresLaw('toy/false', 2.5)] }));
    expect(verdict.why).toMatch(/^evidence contradicts the proof: a counterexample with margin -/);
    expect(verdict.verdict).toBe('undecided');
  });

  it('reports an unused hypothesis, and looks for a witness where none is given', async () => {
    const extra = assume(toy, 'a square is not negative', 'γ^2 >= 0');
    const verdict = await verdictOf(variant({ given: { ...rate.given, extra }, breaksWithout: {} }));
    expect(verdict.hypotheses.map(({ status }) => status)).toEqual(['bites', 'bites', 'unused']);
    expect(verdict.flags).toEqual(['unused hypothesis: extra']);
  });

  it('says what is wrong with a witness', async () => {
    const { pure: mixed } = rate.breaksWithout;
    const verdict = await verdictOf(variant({ breaksWithout: { pure: mixed!, range: mixed! } }));
    expect(verdict.hypotheses[1]).toMatchObject({ status: 'witness is wrong', detail: 'the hypothesis holds on it' });
  });
});

describe('what is false', () => {
  it('is refuted exactly, on a small instance', async () => {
    const verdict = await verdictOf(wrong);
    expect(verdict.verdict).toBe('refuted-exactly');
    expect(verdict.witness?.decided).toBe('exactly');
    expect(verdict.witness?.margin).toMatch(/^-\d+(\/\d+)?$/);
    expect(verdict.witness?.values).toMatchObject({ sizes: { d: 2 }, values: { γ: expect.stringMatching(/^\d/) } });
  });

  it('leaves what uses it undecided, although its own proof checks', async () => {
    const verdict = await verdictOf(usesWrong, wrong);
    expect(verdict.proof?.checked).toBe(true);
    expect([verdict.verdict, verdict.why]).toEqual(['undecided', 'uses wrong, which is refuted-exactly']);
  });

  it('is worth no more than the weakest claim that it uses', async () => {
    const verdict = await verdictOf(variant({ uses: ['rate'] }, evident), variant({ proof: null }));
    expect([verdict.verdict, verdict.why]).toEqual(['supported', 'uses rate, which is supported']);
  });

  it('is refuted by a mutant search that needs descent: the bound is nearly tight', async () => {
    const nearly = claim({
      ...wrong,
      id: 'nearly',
      statement: 'ŷ^2 <= 0.9999 γ^2',
      models: { ...toyModels, shapes: toyModels.shapes.filter(({ regime }) => regime === 'generic') },
      mutants: {},
    });
    expect((await verdictOf(nearly)).verdict).toBe('refuted-exactly');
  });
});
