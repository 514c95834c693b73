import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chain, evidentlyPositive, rewriting } from '../claim/chain.js';
import { type Claim, claim } from '../claim/claim.js';
import { assume } from '../claim/hypothesis.js';
import { hermitian, realScalar, theory } from '../claim/theory.js';
import type { MutantEvidence, Verdict } from '../claim/verdict.js';
import { witness } from '../claim/witness.js';
import { verifyCorpus } from '../run/verify.js';
import { requireReadable } from '../run/well-formed.js';
import { mutantsOf } from './mutants.js';
import { bound, corpus, evident, rate } from './testing/toy-corpus.js';
import { pure, toy, toyModels } from './testing/toy-theory.js';

const verdictOf = async (own: Claim): Promise<Verdict> =>
  (await verifyCorpus({ ...corpus, claims: [own] }, 'unused:', { ids: null, seed: 3, runs: 20, workers: 1 }))[0]!;
const namesOf = (own: Claim): string[] => mutantsOf(own).map(({ name }) => name);
const fateOf = ({ mutants }: Verdict, name: string): MutantEvidence => mutants.find((mutant) => mutant.name === name)!;
const without = (verdict: Verdict, name: string): MutantEvidence => fateOf(verdict, `without the hypothesis ${name}`);

const TURNED = '<= turned round';
const { pure: mixed } = rate.breaksWithout;

describe('which variants are made', () => {
  it('moves constants, signs and exponents, and turns an inequality round', () => {
    expect(namesOf(evident)).toEqual([
      TURNED,
      'left side: its sign flipped',
      'left side: the exponent 2 by 3',
      'left side: the exponent 2 by 1',
      'right side: the sign of summand 1 flipped',
      'right side: the sign of summand 2 flipped',
      'right side: the factor 3 times 1.01',
      'right side: the factor 3 times 0.99',
      'right side: the exponent 2 by 3',
      'right side: the exponent 2 by 1',
      'right side: the factor 1 times 1.01',
      'right side: the factor 1 times 0.99',
    ]);
    expect(mutantsOf(evident)[0]!.text).toBe('3 ŷ^2 + 1 <= ŷ^2');
  });

  it('makes no variant twice, be it written by hand or an equation read from its other side', () => {
    expect(namesOf(bound).filter((name) => name.includes('turned'))).toEqual(['turned round']);
    const flipped = namesOf(rate).filter((name) => name.endsWith('its sign flipped'));
    expect(flipped).toEqual(['left side: its sign flipped']);
    expect(namesOf(rate)).not.toContain(TURNED);
  });

  it('turns a bound along the flow and its pointwise form, and leaves exponents that are variables', () => {
    const flow = theory({
      name: 'flow',
      sizes: { d: 'dimension' },
      indices: {},
      exponents: { k: 0 },
      symbols: {
        M: { type: hermitian('d'), meaning: 'a matrix' },
        c: { type: realScalar({ constant: true }), meaning: 'a constant' },
        L: { type: realScalar({ velocity: 'Ldot' }), meaning: 'loss' },
        Ldot: { type: realScalar(), meaning: 'its velocity' },
      },
    });
    const about = (statement: Claim['statement']): Claim => ({ ...evident, theory: flow, statement });
    const [fast] = mutantsOf(about({ kind: 'exponential', loss: 'L', rate: 'c' }));
    expect(fast).toMatchObject({ name: TURNED, text: 'L(t) >= L(0) exp(-(c) t)', kernel: { right: { name: 'Ldot' } } });
    const [slow] = mutantsOf(about({ kind: 'inverse-square', loss: 'L', rate: 'c' }));
    expect(slow).toMatchObject({ name: TURNED, text: 'L(t) <= 1/(1/sqrt(L(0)) + (c) t)^2' });
    expect(mutantsOf(about('tr(M^k) <= c^-2')).map(({ text }) => text)).toEqual([
      'c^(-2) <= tr(M^k)',
      '-tr(M^k) <= c^(-2)',
      'tr(M^k) <= -c^(-2)',
      'tr(M^k) <= c^(-1)',
      'tr(M^k) <= c^(-3)',
    ]);
  });
});

describe('an inequality turned round', () => {
  it('is killed where the claim is strict', async () => {
    expect(fateOf(await verdictOf(evident), TURNED)).toMatchObject({
      fate: 'killed',
      how: expect.stringMatching(/^exactly, on /),
    });
  });

  it('is also true where the claim is an equality in disguise, and survives where nothing proves that', async () => {
    const disguised = claim({ ...rate, statement: '-tr([M, ρ]^2) <= 2(γ^2 - ŷ^2)', mutants: {}, laws: [] });
    const verdict = await verdictOf(disguised);
    expect(fateOf(verdict, TURNED)).toMatchObject({
      fate: 'also true',
      how: expect.stringMatching(/^proved by the kernel: /),
    });
    const unproved = await verdictOf({ ...disguised, proof: null });
    expect(fateOf(unproved, TURNED)).toMatchObject({ fate: 'survived' });
    expect(unproved.why).toBe(`a wrong variant survives: ${TURNED}`);
  });
});

describe('a proof given for a variant', () => {
  const name = 'left side: the exponent 2 by 1';
  const given = (proof: Claim['proof']): Promise<Verdict> => verdictOf({ ...evident, alsoTrue: { [name]: proof! } });

  it('counts where the kernel checks it', async () => {
    expect(fateOf(await verdictOf(evident), name).how).toBe('proved by the kernel: 1 step of its own');
  });

  it('leaves the variant alive where it does not check, or proves something else', async () => {
    const hollow = await given(chain('ŷ').atMost('3 ŷ^2 + 1', evidentlyPositive()));
    expect(fateOf(hollow, name)).toMatchObject({
      fate: 'survived',
      how: expect.stringMatching(/does not check: no certificate found/),
    });
    const other = await given(chain('ŷ^2').atMost('3 ŷ^2 + 1', evidentlyPositive()));
    expect(fateOf(other, name)).toMatchObject({
      fate: 'survived',
      how: expect.stringMatching(/the chain starts elsewhere/),
    });
    expect(other.verdict).toBe('undecided');
  });

  it('does not spare a variant that an instance refutes', async () => {
    const verdict = await verdictOf({ ...evident, alsoTrue: { [TURNED]: evident.proof! } });
    expect(fateOf(verdict, TURNED).fate).toBe('killed');
  });

  it('has to be for a variant that there is', () => {
    const stray = { ...evident, alsoTrue: { 'no such variant': evident.proof! } };
    expect(() => requireReadable({ ...corpus, claims: [stray] }, 'toy')).toThrow(
      "toy: evident: alsoTrue proves 'no such variant', which is none of its wrong variants",
    );
  });
});

describe('a hypothesis dropped', () => {
  it('is killed by the witness on which it alone fails, and by one that is found', async () => {
    const given = await verdictOf(rate);
    expect(without(given, 'pure')).toEqual({
      name: 'without the hypothesis pure',
      statement: '-tr([M, ρ]^2) = 2 (γ^2 - ŷ^2), not assuming that the state is pure',
      fate: 'killed',
      how: 'exactly, without it the claim fails with margin -2',
    });
    const found = await verdictOf({ ...rate, breaksWithout: {} });
    expect(without(found, 'range')).toMatchObject({
      fate: 'killed',
      how: expect.stringMatching(/^exactly, .* with \S+ times /),
    });
    expect(found.verdict).toBe('proved');
  });

  it('is also true where no step rests on it', async () => {
    const extra = assume(toy, 'a square is not negative', 'γ^2 >= 0');
    const verdict = await verdictOf({ ...rate, given: { ...rate.given, extra } });
    expect(without(verdict, 'extra')).toMatchObject({ fate: 'also true', how: 'no step of the proof rests on it' });
    expect(verdict.verdict).toBe('proved');
  });

  it('survives where a step cites it for nothing', async () => {
    const idle = assume(toy, 'a square is not negative', 'γ^2 >= 0');
    const proof = chain('tr(ρ ρ)').equals('1', rewriting('pure', 'idle'));
    const own = claim({ ...rate, statement: 'tr(ρ ρ) = 1', given: { pure, idle }, proof, mutants: {}, laws: [] });
    const verdict = await verdictOf({ ...own, breaksWithout: { pure: mixed! } });
    expect(without(verdict, 'idle').fate).toBe('survived');
    expect(verdict.flags).toEqual(['mutant survived', 'no witness: idle']);
    expect([verdict.verdict, verdict.why]).toEqual([
      'undecided',
      'a wrong variant survives: without the hypothesis idle',
    ]);
  });

  it('is not killed by a witness that fails another hypothesis, keeps the claim, or contradicts a definition', async () => {
    const qubit = (values: Parameters<typeof witness>[2]) => witness(toy, { d: 2 }, values);
    const Z = [
      ['1', '0'],
      ['0', '-1'],
    ];
    const UP = [
      ['1', '0'],
      ['0', '0'],
    ];
    const half = [
      ['1/2', '0'],
      ['0', '1/2'],
    ];
    const fate = async (model: Claim['breaksWithout'][string], own: Claim = rate) =>
      without(await verdictOf({ ...own, breaksWithout: { ...own.breaksWithout, pure: model } }), 'pure');
    expect(await fate(qubit({ γ: '3', ρ: half, M: Z }))).toMatchObject({
      fate: 'survived',
      how: "the hypothesis 'range' fails on it too",
    });
    const zero = [
      ['0', '0'],
      ['0', '0'],
    ];
    expect(await fate(qubit({ γ: '0', ρ: half, M: zero }))).toMatchObject({
      fate: 'survived',
      how: 'the claim holds on it',
    });
    expect(await fate(qubit({ γ: '1', ρ: UP, M: Z }))).toMatchObject({ how: 'the hypothesis holds on it' });
    // Without its definition among the hypotheses ŷ could be given any value.
    const { output: _, ...undefinedOutput } = rate.given;
    const lying = await fate(qubit({ γ: '1', ρ: UP, M: Z, ŷ: '1/2' }), { ...rate, given: undefinedOutput });
    expect(lying).toMatchObject({ fate: 'survived', how: 'it contradicts the definition ŷ := tr(ρ M)' });
  });
});

describe('a claim whose models break its hypotheses', () => {
  it('has no variant killed on them', async () => {
    const nowhere = assume(toy, 'nothing at all', 'γ^2 = -1');
    const shapes = fc.constant({ regime: 'generic' as const });
    const verdict = await verdictOf({
      ...evident,
      given: { ...evident.given, nowhere },
      models: { ...toyModels, shapes },
    });
    expect(verdict.flags).toContain('vacuous');
    expect(verdict.mutants.filter(({ fate }) => fate === 'killed')).toEqual([]);
  });
});
