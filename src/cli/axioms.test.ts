import { describe, expect, test } from 'vitest';
import { LEMMA_LAWS } from '../engines/lemma-laws.js';
import { lemmaLines } from './axioms.js';

describe('what kasym axioms says of a named lemma', () => {
  test('what it states, how its law ran, how the control failed, and how many wrong variants die', () => {
    expect(lemmaLines('Schur product theorem', 1).join('')).toMatch(
      /^ {2}Schur product theorem: The entrywise product S∘T .*\n {4}its law holds in 400 runs; with a wrong premise \(lemma\/schur-product\/a negative eigenvalue\) it fails \(margin -\S+\)\n {4}4 of 4 wrong variants die\n$/,
    );
  });
  test('both forms of the comparison lemma, and both premises of the barrier lemma', () => {
    expect(lemmaLines('scalar comparison lemma', 1)).toHaveLength(2);
    const [barrier] = lemmaLines('barrier lemma', 1);
    expect(barrier).toContain('; with a wrong premise (lemma/barrier/falls too late) it fails (margin -');
    expect(barrier).toContain('; with a wrong premise (lemma/barrier/starts above) it fails (margin -');
  });
  test.each([...new Set(LEMMA_LAWS.map(({ lemma }) => lemma))])('with another seed: %s', (lemma) => {
    const lines = lemmaLines(lemma, 77).join('');
    expect(lines).not.toMatch(/FAILS|NOT caught|SURVIVES/);
    expect(lines).toMatch(/ {4}(\d+) of \1 wrong variants die\n/);
  });
  test('a lemma without a law says so', () => {
    expect(lemmaLines('a lemma', 1)).toEqual(['  a lemma: cited, without a law of its own\n']);
  });
});
