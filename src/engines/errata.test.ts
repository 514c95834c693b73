import { describe, expect, it } from 'vitest';
import type { Claim } from '../claim/claim.js';
import type { Erratum } from '../claim/erratum.js';
import type { VerdictWord } from '../claim/verdict.js';
import { randomFromSeed } from '../numeric/random.js';
import { countErrata, errataOf, involvedIn, type Judgement } from './errata.js';
import { bound, corpus, evident, rate, usesWrong, wrong } from './testing/toy-corpus.js';

const note: Erratum = { severity: 'wrong step', printed: 'ŷ = γ', change: 'it is at most γ', stepOf: ['rate'] };
const step: Claim = { ...wrong, erratum: note };
const mending: Claim = { ...bound, repairs: 'wrong' };

/** The list for these claims, each with its verdict, or with a verdict and flags. */
function listed(...judged: (readonly [Claim, VerdictWord, ...string[]])[]) {
  const judgements = judged.map(([{ id }, verdict, ...flags]): [string, Judgement] => [
    id,
    { verdict, flags, cited: [], witness: null },
  ]);
  const claims = judged.map(([claim]) => claim);
  return errataOf({ ...corpus, claims }, new Map(judgements), randomFromSeed(1));
}
const idsOf = (...judged: Parameters<typeof listed>) => listed(...judged).errata.map(({ claim }) => claim.id);

describe('an erratum', () => {
  it.each(['refuted-exactly', 'refuted-certified', 'refuted-numerically'] as const)(
    'is a printed claim that is %s',
    (verdict) => {
      expect(idsOf([rate, 'proved'], [wrong, verdict])).toEqual(['wrong']);
    },
  );

  it.each(['proved', 'proved-for', 'certified', 'supported', 'undecided'] as const)(
    'is no printed claim that is %s, whatever is noted on it',
    (verdict) => {
      const list = listed([rate, 'proved'], [step, verdict], [mending, 'proved']);
      expect(list.errata).toEqual([]);
      expect(list.unconfirmed.map(({ id }) => id)).toEqual(['wrong']);
      expect(list.printed).toBe(1);
      const established = ['proved', 'proved-for', 'certified'].includes(verdict);
      expect(list.open.map(({ id }) => id)).toEqual(established ? [] : ['wrong']);
    },
  );

  it('is no refuted claim that nobody printed', () => {
    expect(idsOf([rate, 'proved'], [{ ...wrong, asPrinted: false }, 'refuted-exactly'])).toEqual([]);
    const count = (asPrinted: boolean, verdict: VerdictWord) =>
      countErrata([{ id: 'a', asPrinted, verdict, readingOf: null }]);
    expect([count(false, 'refuted-exactly'), count(true, 'refuted-exactly'), count(true, 'proved')]).toEqual([0, 1, 0]);
  });

  it('is listed without a note, and without a repair', () => {
    expect(listed([wrong, 'refuted-exactly']).errata).toMatchObject([
      { note: null, repaired: false, repairs: [], results: [] },
    ]);
  });
});

describe('a repair', () => {
  const repaired = (verdict: VerdictWord, ...flags: string[]) =>
    listed([wrong, 'refuted-exactly'], [mending, verdict, ...flags]).errata[0]!;

  it('counts where it is proved', () => {
    expect(repaired('proved')).toMatchObject({ repaired: true, repairs: [{ id: 'bound', verdict: 'proved' }] });
    expect(repaired('proved-for').repaired).toBe(true);
    expect(repaired('proved', 'cited').repaired).toBe(true);
  });

  it.each(['supported', 'undecided', 'refuted-numerically', 'refuted-exactly'] as const)(
    'is shown where it is %s, but does not count',
    (verdict) => {
      expect(repaired(verdict)).toMatchObject({ repaired: false, repairs: [{ id: 'bound', verdict }] });
    },
  );

  it('does not count where it is about nothing', () => {
    expect(repaired('proved', 'vacuous').repaired).toBe(false);
  });

  it('is stated from its terms, with what its symbols mean and what it assumes', () => {
    expect(repaired('proved').repairs[0]).toMatchObject({
      statement: 'ŷ^2 <= γ^2',
      latex: String.raw`\hat y^{2} \le \gamma^{2}`,
      symbols: [
        ['γ', 'output range'],
        ['ŷ', 'prediction'],
      ],
      assumes: ['the state is pure', 'M² = γ²I'],
    });
  });
});

describe('a step', () => {
  it.each(['proved', 'undecided', 'refuted-exactly'] as const)(
    'names what it is printed with, which is %s',
    (verdict) => {
      const [entry] = listed([rate, verdict], [step, 'refuted-exactly']).errata;
      expect(entry!.results).toMatchObject([{ id: 'rate', verdict, holds: verdict === 'proved' }]);
    },
  );
});

describe('another reading of a print', () => {
  const reading: Claim = { ...bound, asPrinted: true, readingOf: 'wrong' };
  const both = (...verdicts: [VerdictWord, VerdictWord]) => listed([wrong, verdicts[0]], [reading, verdicts[1]]).errata;
  const count = (...verdicts: [VerdictWord, VerdictWord]) =>
    countErrata(
      [wrong, reading].map(({ id, readingOf }, k) => ({ id, readingOf, asPrinted: true, verdict: verdicts[k]! })),
    );

  it('stands in its entry, whatever its verdict', () => {
    for (const verdict of ['refuted-exactly', 'proved', 'undecided'] as const) {
      expect(both('refuted-exactly', verdict)).toMatchObject([
        { claim: { id: 'wrong' }, readings: [{ claim: { id: 'bound', verdict } }] },
      ]);
      expect(count('refuted-exactly', verdict)).toBe(1);
    }
  });

  it('is an erratum where it alone is refuted', () => {
    expect(both('proved', 'refuted-exactly')).toMatchObject([{ claim: { id: 'bound' }, readings: [] }]);
    expect(count('proved', 'refuted-exactly')).toBe(1);
    expect(both('proved', 'proved')).toEqual([]);
  });
});

describe('a loose claim', () => {
  const sharper: Claim = { ...bound, sharpens: 'evident' };
  const weaker: Claim = { ...evident, statement: 'ŷ^2 <= 2 γ^2', asPrinted: true, uses: ['bound'] };
  const looseOf = (print: Claim, ...verdicts: [VerdictWord, VerdictWord]) =>
    listed([sharper, verdicts[0]], [print, verdicts[1]]).loose;

  it('holds, and so does what sharpens it', () => {
    expect(looseOf(weaker, 'proved', 'proved')).toMatchObject([
      { printed: { id: 'evident' }, sharper: [{ id: 'bound' }] },
    ]);
    expect(looseOf(weaker, 'proved', 'undecided')).toEqual([]);
    expect(looseOf(weaker, 'undecided', 'proved')).toEqual([]);
    expect(looseOf(weaker, 'proved', 'refuted-exactly')).toEqual([]);
  });

  it('leaves room that what sharpens it does not leave', () => {
    expect(looseOf({ ...weaker, statement: 'ŷ^2 <= γ^2' }, 'proved', 'proved')).toEqual([]);
    expect(looseOf({ ...weaker, statement: 'ŷ^2 <= 1/2 γ^2' }, 'proved', 'proved')).toEqual([]);
    expect(looseOf({ ...weaker, theory: { ...weaker.theory, definitions: {} } }, 'proved', 'proved')).toEqual([]);
  });
});

it('rests on the printed claims, their repairs, what sharpens them, and what they are steps of', () => {
  expect(involvedIn(corpus)).toEqual(['wrong', 'uses-wrong']);
  expect(involvedIn({ ...corpus, claims: [rate, bound, evident, step] })).toEqual(['rate', 'wrong']);
  const sharper: Claim = { ...bound, sharpens: 'evident' };
  const claims = [rate, sharper, { ...evident, asPrinted: true }, { ...usesWrong, repairs: 'rate' }];
  expect(involvedIn({ ...corpus, claims })).toEqual(['bound', 'evident']);
});
