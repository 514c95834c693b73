import { describe, expect, test } from 'vitest';
import type { Claim } from '../claim/claim.js';
import type { Enclosure } from '../claim/enclosure.js';
import type { Verdict } from '../claim/verdict.js';
import { corpus, wrong } from '../engines/testing/toy-corpus.js';
import { enclosed, lowest } from '../engines/testing/toy-enclosure.js';
import { squaresLaw, toyLaw } from '../engines/testing/toy-law.js';
import { worseThan } from '../run/lock-changes.js';
import { verifyCorpus } from '../run/verify.js';
import { requireReadable } from '../run/well-formed.js';
import { explanation } from './explanation.js';
import { verdictJson } from './verdict-json.js';

async function verdictOf(claim: Claim, ...before: readonly Claim[]): Promise<Verdict> {
  const own = { ...corpus, claims: [...before, claim] };
  const verdicts = await verifyCorpus(own, 'unused:', { ids: null, seed: 3, runs: 60, workers: 1 });
  return verdicts[verdicts.length - 1]!;
}

const changed = (changes: Partial<Enclosure>) => enclosed({ certify: { ...lowest, ...changes } });

describe('the verdict of a claim that intervals decide', () => {
  test('is certified where they show all of it and every wrong variant is decided', async () => {
    const verdict = await verdictOf(enclosed());
    expect(verdict.verdict).toBe('certified');
    expect(verdict.why).toMatch(/^by intervals: the loss at \(1, 0\) is 1; one stationary point in the box; loss in /);
    expect(verdict.flags).toEqual([]);
    expect(verdict.mutants.filter(({ fate }) => fate === 'killed').length).toBeGreaterThan(10);
  });

  test('is refuted where they show that a part is false', async () => {
    const verdict = await verdictOf(changed({ bounds: [{ of: 'loss', relation: '>=', bound: '0' }] }));
    expect([verdict.verdict, verdict.why]).toEqual([
      'refuted-certified',
      expect.stringMatching(/^by intervals: loss in .*, not >= 0$/),
    ]);
  });

  test('is undecided where they cannot tell, with the reason', async () => {
    const wide = enclosed({ certify: { ...lowest, box: { x: ['-1', '1'], y: ['1/2', '1'] } }, wrong: {} });
    const verdict = await verdictOf({ ...wide, mutants: [] });
    expect(verdict.verdict).toBe('undecided');
    expect(verdict.enclosure?.outcome).toBe('undecided');
    expect(verdict.enclosure?.why).toContain('cannot be counted');
  });

  test('is undecided where a wrong variant survives, or a law contradicts what was certified', async () => {
    const wide = { box: { x: ['-1', '1'], y: ['1/2', '1'] } } as const;
    const survived = await verdictOf(enclosed({ wrong: { wide } }));
    expect([survived.verdict, survived.why]).toEqual(['undecided', 'a wrong variant survives: wide']);
    const contradicted = await verdictOf(enclosed({ laws: [squaresLaw('toy/3xy', 3)] }));
    expect(contradicted.verdict).toBe('undecided');
    expect(contradicted.why).toMatch(/^evidence contradicts the intervals: a counterexample with margin /);
    expect((await verdictOf(enclosed({ laws: [toyLaw] }))).verdict).toBe('certified');
  });

  test('is worth no more than what the claim uses', async () => {
    const verdict = await verdictOf(enclosed({ uses: ['wrong'] }), wrong);
    expect([verdict.verdict, verdict.why]).toEqual([
      'undecided',
      expect.stringMatching(/^uses wrong, which is refuted/),
    ]);
  });

  test('is locked like any other: less than certified is worse', async () => {
    const locked = new Map([['circle', { verdict: 'certified', flags: [], cited: [] } as const]]);
    const verdict = await verdictOf(enclosed());
    expect(worseThan(locked, [verdict], false)).toEqual([]);
    expect(worseThan(locked, [{ ...verdict, verdict: 'undecided' }], false)).toHaveLength(1);
  });
});

describe('what is shown', () => {
  test('the box, the point, and every interval', async () => {
    const claim = enclosed();
    const verdict = await verdictOf(claim);
    const text = explanation({ corpus, claim, verdict, all: [verdict], seed: 3 });
    expect(text).toContain('Enclosed by intervals\n  in the box x in [1/5, 1/4], y in [19/20, 1]: certified\n');
    expect(text).toMatch(
      /one stationary point, x = 0\.2297\d*, y = 0\.9732\d*, each to within \S+e-3\d, by Krawczyk's test\n/,
    );
    expect(text).toMatch(/ {2}curvature in \[2\.236\d+, 2\.236\d+\]\n/);
    expect(text).toContain('  the loss at the other point is 1, exactly\n');
    expect(verdictJson(verdict)).toMatchObject({
      verdict: 'certified',
      enclosure: { outcome: 'certified', box: lowest.box, elsewhere: '1' },
    });
  });

  test('that nothing was isolated', async () => {
    const claim = changed({ box: { x: ['1/4', '3/10'], y: ['19/20', '1'] } });
    const verdict = await verdictOf(claim);
    const text = explanation({ corpus, claim, verdict, all: [verdict], seed: 3 });
    expect(text).toContain('  no stationary point was isolated\n  the loss at the other point is 1, exactly\n');
  });
});

test('a corpus whose enclosure is no polynomial is not verified', () => {
  const own = { ...corpus, claims: [changed({ loss: '1/x' })] };
  expect(() => requireReadable(own, 'a path')).toThrow(
    'a path: circle: 1/x: expected a polynomial in x, y with rational coefficients',
  );
});
