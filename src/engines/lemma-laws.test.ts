import { describe, expect, it } from 'vitest';
import { randomFromSeed } from '../numeric/random.js';
import { LEMMA_LAWS } from './lemma-laws.js';
import { mergeLawBlocks, runLawBlock } from './run-law.js';

const runOf = (law: (typeof LEMMA_LAWS)[number]['law'], runs: number) =>
  mergeLawBlocks(law, [runLawBlock(law, randomFromSeed(5).split(law.id), { block: 0, blocks: 1, runs })], 5);

describe('the named lemmas that the kernel cites', () => {
  for (const { lemma, law, control } of LEMMA_LAWS) {
    it(`${lemma}: ${law.id} holds`, () => {
      const evidence = runOf(law, 400);
      expect(evidence.failure).toBe(null);
      expect(evidence.broken).toBe(null);
      expect(evidence.runs).toBe(400);
    });

    it(`${lemma}: ${control.id} fails, and not because of an exception`, () => {
      const evidence = runOf(control, 400);
      expect(evidence.broken).not.toBe(null);
      expect(Number(evidence.minMargin)).toBeLessThan(-0.01);
    });
  }

  it('Cauchy-Schwarz agrees with exact arithmetic on at least 200 instances', () => {
    const evidence = runOf(LEMMA_LAWS[0]!.law, 100);
    expect(evidence.exactAgreement?.instances).toBeGreaterThanOrEqual(200);
    expect(evidence.exactAgreement?.holds).toBe(true);
  });
});
