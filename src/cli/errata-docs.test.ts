/** Our own list of errata: docs/errata.md is what is computed, and what is listed is known to be wrong in print. */
import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import type { ErrataList } from '../claim/errata-list.js';
import { errataMarkdown } from '../report/errata-markdown.js';
import { importCorpus, locateCorpus } from '../run/corpus.js';
import { listErrata } from '../run/errata.js';
import { readLock } from '../run/lock.js';
import { DEFAULT_RUNS, DEFAULT_SEED } from '../run/plan.js';
import { basisText } from './errata.js';

const root = resolve(import.meta.dirname, '..', '..');
const BASIS = basisText(DEFAULT_SEED, 'fixtures/verdicts.json');
let list: ErrataList;

/** Claims that are not locked yet are verified in full. */
const PATIENCE = 600_000;

beforeAll(async () => {
  const { url, lock } = await locateCorpus(root);
  const options = { seed: DEFAULT_SEED, runs: DEFAULT_RUNS, workers: 2 };
  list = (await listErrata(await importCorpus(url), url, await readLock(lock), options)).list;
}, PATIENCE);

describe('docs/errata.md', () => {
  test('is current; else "kasym errata --markdown --out docs/errata.md" writes it anew', () => {
    expect(readFileSync(join(root, 'docs', 'errata.md'), 'utf8')).toBe(errataMarkdown(list, BASIS));
  });

  test('changes with a verdict, a statement, a counterexample, a note, and the entries', () => {
    const [first, ...others] = list.errata;
    const [repair] = first!.repairs;
    const claim = { ...first!.claim, latex: 'x' };
    const changed: Partial<ErrataList['errata'][number]>[] = [
      { claim },
      { claim: { ...first!.claim, verdict: 'refuted-numerically' } },
      { counterexample: { ...first!.counterexample!, margin: '-1' } },
      { note: { ...first!.note!, severity: 'false' } },
      { repairs: [] },
      { repairs: [{ ...repair!, verdict: 'supported' }] },
      { repairs: [{ ...repair!, latex: 'x' }] },
      { repaired: false },
    ];
    const texts = changed.map((change) =>
      errataMarkdown({ ...list, errata: [{ ...first!, ...change }, ...others] }, BASIS),
    );
    texts.push(errataMarkdown({ ...list, errata: others }, BASIS), errataMarkdown({ ...list, loose: [] }, BASIS));
    expect(new Set([...texts, errataMarkdown(list, BASIS)]).size).toBe(changed.length + 3);
  });
});

describe('our errata', () => {
  test('say how the print reads, how bad it is, and what right result a wrong step belongs to', () => {
    expect(list.errata.filter(({ note }) => note === null).map(({ claim }) => claim.id)).toEqual([]);
    const steps = list.errata.filter(({ note }) => note?.severity === 'wrong step');
    expect(steps.length).toBeGreaterThan(0);
    expect(steps.filter(({ results }) => results.length === 0).map(({ claim }) => claim.id)).toEqual([]);
  });

  test('are not noted where nothing is refuted', () => {
    expect(list.unconfirmed).toEqual([]);
  });

  test('are refuted exactly and repaired; what was seen in runs is refuted by runs, and says what they show', () => {
    const ofRuns = ({ claim }: ErrataList['errata'][number]): boolean => claim.id.startsWith('figure-');
    const seen = list.errata.filter(ofRuns);
    const stated = list.errata.filter((entry) => !ofRuns(entry));
    expect(seen.filter(({ repairs }) => !repairs.some(({ verdict }) => verdict === 'supported'))).toEqual([]);
    const weak = stated.filter(({ claim, repaired }) => claim.verdict !== 'refuted-exactly' || !repaired);
    expect(weak.map(({ claim }) => claim.id)).toEqual([]);
  });

  test.each([
    ['the missing sum in (23)-(24)', 'lemma-3.1-eq-24'],
    ['the misplaced square in the loss', 'theorem-3.2-loss'],
    ['the remark on a measurement with a kernel', 'theorem-3.2-kernel-support-step'],
    ['(1 - y)² for 1 - y² in that remark', 'theorem-3.2-kernel-support-square'],
    ['the sign of the residual before (55)', 'lemma-4.1-residual-sign'],
    ['the missing lower bound in Corollary 4.3', 'corollary-4.3'],
    ['2(γ² - ŷ) for 2(γ² - ŷ²)', 'one-sample-rate-printed'],
    ['the missing square root in the norm of u at loss zero', 'minima-norms-printed'],
    ['v for w in the proof of Theorem 4.4', 'minima-norms-eq-v'],
    ['R for R ∘ R in the kernel at loss zero', 'kernel-at-minima-printed'],
    ['the constant of Hoeffding’s inequality in (71), against (68)', 'lemma-b.2-eq-71'],
    ['half the velocity in (74)', 'lemma-b.3-eq-74'],
    ['the exponent of (91)', 'lemma-b.4-eq-91'],
    ['the missing factor 2 in (94)', 'lemma-b.4-eq-94'],
    ['what (95) says of a term', 'lemma-b.4-eq-95'],
    ['the difference bounds of (96)-(97)', 'lemma-b.4-eq-97'],
    ['a norm for its deviation from the mean in Claim 2', 'lemma-b.4-mean'],
    ['θ(t) for a fixed θ in the proof of Theorem 4.2', 'lemma-b.4-drawn-point'],
    ['one p for all times in the proof of Theorem 4.2', 'lemma-b.4-eq-98'],
  ])('%s is found', (_, id) => {
    expect(list.errata.map(({ claim }) => claim.id)).toContain(id);
  });

  test('do not have Theorem 3.2, whose constant is loose, or anything else that holds', () => {
    expect(list.loose.map(({ printed }) => printed.id)).toContain('theorem-3.2');
    const holding = list.errata.filter(({ claim }) => claim.holds || claim.id === 'theorem-3.2');
    expect(holding).toEqual([]);
  });
});
