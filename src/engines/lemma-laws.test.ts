import { describe, expect, it } from 'vitest';
import { randomFromSeed } from '../numeric/random.js';
import { settleLaw } from './law-counterexample.js';
import { lemmaEvidence } from './lemma-evidence.js';
import { LEMMA_LAWS } from './lemma-laws.js';

describe.each(LEMMA_LAWS)('$lemma: $says', (entry) => {
  const { law, controls, mutants } = lemmaEvidence(entry, 5);

  it('its law holds', () => {
    expect(law.failure).toBe(null);
    expect(law.broken).toBe(null);
    expect(law.runs).toBe(400);
  });

  it('with a wrong premise it fails, and not because of an exception', () => {
    expect(controls.length).toBeGreaterThanOrEqual(1);
    for (const control of controls) {
      expect(control.broken).not.toBe(null);
      expect(Number(control.minMargin)).toBeLessThan(-0.01);
    }
  });

  it('every wrong variant dies', () => {
    expect(mutants.filter(({ killer }) => killer === null)).toEqual([]);
    expect(mutants.length).toBeGreaterThanOrEqual(4);
  });

  it('laws and variants have names of their own', () => {
    const ids = [entry.law, ...entry.controls, ...entry.mutants.map((mutant) => mutant.law)].map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it.runIf(entry.law.exact !== null)('agrees with exact arithmetic on at least 200 instances', () => {
    expect(law.exactAgreement?.instances).toBeGreaterThanOrEqual(200);
    expect(law.exactAgreement?.holds).toBe(true);
  });

  it.runIf(entry.law.exact !== null)('its wrong variants die in exact arithmetic too', () => {
    for (const [k, { name, killer }] of mutants.entries()) {
      const settled = settleLaw(entry.mutants[k]!.law, killer!, randomFromSeed(k));
      expect([name, settled.decided]).toEqual([name, 'exactly']);
    }
  });
});
