import { describe, expect, it } from 'vitest';
import { type FrequencyLaw, frequencyLaw, type TrendLaw, trendLaw } from '../claim/statistical-law.js';
import { MOST_DRAWS } from '../numeric/confidence.js';
import { levelOf, runStatisticalLaw } from './testing/run-statistical-law.js';
import { corpus } from './testing/toy-corpus.js';

/** A coin that falls on the wrong side with probability `truth`, said to do so in at most one of `oneIn` cases. */
const coin = (truth: number, stated = 10, change: Partial<FrequencyLaw> = {}): FrequencyLaw => ({
  ...frequencyLaw({
    id: 'coin',
    about: 'a coin',
    settings: [{ regime: 'coin' }],
    stated: () => [1, stated],
    draws: { quick: 400, deep: 2000 },
    observe: (_, random) => ({ value: random.uniform() < truth ? 2 : 1, bound: 1.5, error: 0 }),
  }),
  ...change,
});

/** The share of the seeds at which a law is broken. */
function alarms(law: FrequencyLaw | TrendLaw, oneIn: number, draws: number, seeds = 60): number {
  const broken = Array.from({ length: seeds }, (_, seed) => runStatisticalLaw(law, seed, oneIn, draws).broken);
  return broken.filter((found) => found !== null).length / broken.length;
}

describe('a frequency', () => {
  it('exactly as stated is not rejected within the budget', () => {
    expect(alarms(coin(0.1), 1e6, 200)).toBe(0);
  });

  it('exactly as stated is rejected as often as the level says, at most', () => {
    const share = alarms(coin(0.1), 20, 100, 400);
    expect(share).toBeGreaterThan(0.005);
    expect(share).toBeLessThan(0.05 + 3 * Math.sqrt((0.05 * 0.95) / 400));
  });

  it('clearly above is rejected every time', () => {
    expect(alarms(coin(0.4), 2e7, 200)).toBe(1);
  });

  it('says what was seen', () => {
    const { statistics, broken, minMargin, runs } = runStatisticalLaw(coin(0.5), 1, 1e7);
    const [found] = statistics!.frequencies;
    expect(found).toMatchObject({ stated: '1/10', draws: 400, quantile: 2 / 1.5, largest: 2 / 1.5 });
    expect(found!.failures).toBeGreaterThan(150);
    expect(found!.atLeast).toBeLessThan(found!.failures / 400);
    expect(found!.atMost).toBeGreaterThan(found!.failures / 400);
    expect(minMargin).toBe(0.1 - found!.atLeast);
    expect(runs).toBe(400);
    expect(broken).toMatchObject({
      decided: 'numerically',
      shape: { regime: 'coin', draws: 400, failures: found!.failures },
    });
  });

  it('is judged in each setting', () => {
    const settings = [
      { regime: 'fair', truth: 0.05 },
      { regime: 'unfair', truth: 0.6 },
    ];
    const law = coin(0, 10, {
      settings,
      observe: ({ truth }, random) => ({ value: random.uniform() < Number(truth) ? 2 : 1, bound: 1.5, error: 0 }),
    });
    const { broken, coverage } = runStatisticalLaw(law, 3, 1e6);
    expect(broken?.shape.regime).toBe('unfair');
    expect(coverage).toEqual({ fair: 400, unfair: 400 });
  });

  it('counts a draw at the bound as held, within its rounding error', () => {
    const law = coin(0, 10, { observe: () => ({ value: 1 + 1e-12, bound: 1, error: 1e-11 }) });
    expect(runStatisticalLaw(law, 1, 1e6).statistics!.frequencies[0]!.failures).toBe(0);
    const clear = coin(0, 10, { observe: () => ({ value: 1 + 1e-10, bound: 1, error: 1e-11 }) });
    expect(runStatisticalLaw(clear, 1, 1e6).statistics!.frequencies[0]!.failures).toBe(400);
  });

  it('decides nothing where nothing could reject it', () => {
    expect(runStatisticalLaw(coin(0, 10), 1, 1e6, 5).failure).toBe(
      '5 draws cannot reject a probability of 1/10, whatever they give: more are needed',
    );
  });

  it('decides nothing where a draw fails, or where there are too many', () => {
    const law = coin(0, 10, { observe: () => ({ value: Number.NaN, bound: 1, error: 0 }) });
    expect(runStatisticalLaw(law, 1, 1e6)).toMatchObject({
      failure: 'a draw gave NaN at {"regime":"coin"}',
      broken: null,
      minMargin: null,
    });
    const zero = coin(0, 10, { observe: () => ({ value: 1, bound: 0, error: 0 }) });
    expect(runStatisticalLaw(zero, 1, 1e6).failure).toMatch(/^expected bound > 0 and error >= 0, got 0 and 0/);
    expect(runStatisticalLaw(coin(0), 1, 1e6, MOST_DRAWS + 1).failure).toMatch(/^clopperPearson: expected at most/);
  });
});

/** c/p times a squared normal number: as skewed as the draws of the corpus are. */
const falling = (power: number, constant: number | null, change: Partial<TrendLaw> = {}): TrendLaw => ({
  ...trendLaw({
    id: 'falling',
    about: 'a mean that falls',
    variable: 'p',
    rungs: [4, 8, 16, 32],
    draws: { quick: 400, deep: 2000 },
    observe: (p, random) => (3 / p) * random.normal() ** 2,
    predicted: { power, constant },
    resolution: { power: 0.6, constant: 0.6 },
  }),
  ...change,
});

describe('a trend', () => {
  it('as predicted is not rejected', () => {
    expect(alarms(falling(-1, 3), 1e6, 200)).toBe(0);
  });

  it('as predicted is rejected about as often as the level says', () => {
    const share = alarms(falling(-1, null), 20, 50, 400);
    expect(share).toBeGreaterThan(0.01);
    expect(share).toBeLessThan(0.05 + 4 * Math.sqrt((0.05 * 0.95) / 400));
  });

  it('with another power or another constant is rejected', () => {
    expect(runStatisticalLaw(falling(-2, null), 1, 1e7).broken?.shape).toMatchObject({
      regime: 'power',
      predicted: -2,
    });
    expect(runStatisticalLaw(falling(0, null), 1, 1e7).broken?.shape).toMatchObject({ regime: 'power', predicted: 0 });
    expect(runStatisticalLaw(falling(-1, 6), 1, 1e7).broken?.shape).toMatchObject({ regime: 'constant', predicted: 1 });
  });

  it('of the opposite sign is rejected by its constant', () => {
    const law = falling(-1, 3, { observe: (p, random) => (-3 / p) * random.normal() ** 2 });
    expect(runStatisticalLaw(law, 1, 1e7)).toMatchObject({ broken: { shape: { regime: 'constant' } }, failure: null });
    const free = { ...law, predicted: { power: -1, constant: null } };
    expect(runStatisticalLaw(free, 1, 1e7)).toMatchObject({
      broken: null,
      failure: expect.stringMatching(/no logarithm$/),
    });
  });

  it('decides nothing where its interval is too wide, or there are too few rungs', () => {
    const fine = falling(-1, 3, { resolution: { power: 0.01, constant: 1 } });
    expect(runStatisticalLaw(fine, 1, 1e7).failure).toMatch(
      /^the power is known to ± 0\.\d+ only, ± 0.01 is asked for$/,
    );
    const loose = falling(-1, 3, { resolution: { power: 1, constant: 0.01 } });
    expect(runStatisticalLaw(loose, 1, 1e7).failure).toMatch(/^the constant is known to ± 0\.\d+ only/);
    expect(runStatisticalLaw(falling(-1, 3, { rungs: [4] }), 1, 1e7).failure).toMatch(/^expected at least two rungs/);
    expect(runStatisticalLaw(falling(-1, 3), 1, 1e7, 1).failure).toMatch(/^expected at least two rungs/);
  });

  it('without any scatter is compared as it is', () => {
    const exact = falling(-1, 3, { observe: (p) => 3 / p });
    expect(runStatisticalLaw(exact, 1, 1e7)).toMatchObject({ broken: null, failure: null });
    const off = falling(-1, 3, { observe: (p) => 3.001 / p });
    expect(runStatisticalLaw(off, 1, 1e7).broken?.shape.regime).toBe('constant');
    const granted = falling(-1, null, {
      observe: (p) => p ** -1.04,
      predicted: { power: -1, constant: null, within: 0.05 },
    });
    expect(runStatisticalLaw(granted, 1, 1e7).broken).toBeNull();
    expect(runStatisticalLaw({ ...granted, observe: (p: number) => p ** -1.06 }, 1, 1e7).broken).not.toBeNull();
  });
});

describe('draws', () => {
  it.each([coin(0.2), falling(-1, 3)])('are the same however they are cut into blocks', (law) => {
    const whole = JSON.stringify(runStatisticalLaw(law, 5, 1e6, 101));
    for (const blocks of [2, 3, 7]) expect(JSON.stringify(runStatisticalLaw(law, 5, 1e6, 101, blocks))).toBe(whole);
    expect(JSON.stringify(runStatisticalLaw(law, 6, 1e6, 101))).not.toBe(whole.replace('"seed":5', '"seed":6'));
  });
});

describe('the budget', () => {
  it('is one in a million for the whole corpus, split over its tests', () => {
    const claims = corpus.claims.slice(0, 2);
    const withLaws = (...laws: (FrequencyLaw | TrendLaw)[]) => ({
      claims: claims.map((claim, k) => ({ ...claim, laws: k === 0 ? laws : claim.laws })),
    });
    expect(levelOf(withLaws())).toBe(1e6);
    expect(levelOf(withLaws(coin(0)))).toBe(1e6);
    expect(levelOf(withLaws(coin(0), falling(-1, 3)))).toBe(3e6);
    expect(levelOf(withLaws(coin(0, 10, { settings: [{ regime: 'a' }, { regime: 'b' }] }), falling(-1, null)))).toBe(
      3e6,
    );
  });
});
