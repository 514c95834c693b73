import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Law } from '../claim/law.js';
import type { LawEvidence } from '../claim/verdict.js';
import { randomFromSeed } from '../numeric/random.js';
import { lawProperty } from './law-property.js';
import { mergeLawBlocks, runLawBlock } from './run-law.js';
import { squaresLaw } from './testing/toy-law.js';

function evidenceOf(law: Law, blocks = 1, seed = 9): LawEvidence {
  const all = Array.from({ length: blocks }, (_, block) =>
    runLawBlock(law, randomFromSeed(seed).split(law.id).split(block), { block, blocks, runs: 200 }),
  );
  return mergeLawBlocks(law, all, seed);
}

describe('running a law', () => {
  it('counts runs and regimes, and compares with exact margins', () => {
    const evidence = evidenceOf(squaresLaw('true', 2), 3);
    expect(evidence).toMatchObject({ runs: 200, broken: null, failure: null });
    expect(Object.keys(evidence.coverage)).toEqual(['left', 'right']);
    expect(evidence.exactAgreement).toMatchObject({ holds: true });
    expect(evidence.exactAgreement!.instances).toBeGreaterThanOrEqual(200);
  });

  it('finds a violation that only descent reaches, shrinks it and decides it exactly', () => {
    // x² + y² >= 2.01 xy fails within 0.1 of the diagonal only
    const { broken } = evidenceOf(squaresLaw('nearly', 2.01));
    expect(broken).toMatchObject({ decided: 'exactly', shape: { n: 1 } });
    expect(broken!.margin).toMatch(/^-\d+\/\d+$/);
  });

  it('shrinks to small numbers', () => {
    const { broken } = evidenceOf(squaresLaw('false', 3));
    expect(broken).toMatchObject({ margin: '-1', values: { z: ['1', '1'] } });
  });

  it('decides nothing where a law throws or gives NaN', () => {
    const law = squaresLaw('broken', 2);
    const throwing: Law = {
      ...law,
      judge: () => {
        throw new RangeError('no such instance');
      },
    };
    expect(evidenceOf(throwing)).toMatchObject({ broken: null, runs: 0 });
    expect(evidenceOf(throwing).failure).toMatch(/^no such instance on \{"regime":/);
    const nan: Law = { ...law, judge: () => ({ margin: Number.NaN, error: 0 }) };
    expect(evidenceOf(nan).failure).toMatch(/^margin NaN with error 0 on /);
  });

  it('decides nothing where a law compares nothing, or has no shapes to draw', () => {
    const empty: Law = { ...squaresLaw('empty', 2), exact: null, judge: () => ({ margin: Infinity, error: 0 }) };
    expect(evidenceOf(empty).failure).toMatch(/^margin Infinity with error 0 on /);
    const shapeless: Law = {
      ...squaresLaw('shapeless', 2),
      length: () => {
        throw new RangeError('no length');
      },
    };
    expect(evidenceOf(shapeless).failure).toBe('RangeError: no length');
  });

  it('notices an error formula that would hide any violation', () => {
    const { failure } = evidenceOf(squaresLaw('lax', 2.5, 1e17));
    expect(failure).toMatch(/^its error formula is .* times the largest difference to an exact margin: too lax$/);
  });

  it('notices an error formula that is too small', () => {
    const law = squaresLaw('careless', 2, 1e-6);
    expect(evidenceOf(law).failure).toMatch(
      /^the floating margin differs from the exact one by .* times its error$|within ten times of it$/,
    );
  });

  it('notices that the exact route decides something else', () => {
    const other: Law = { ...squaresLaw('exact', 2), exact: squaresLaw('other', 1.9).exact };
    expect(evidenceOf(other).failure).toMatch(/^the floating margin differs from the exact one by /);
  });

  it('is decided by the seed', () => {
    expect(evidenceOf(squaresLaw('true', 2), 2, 4)).toEqual(evidenceOf(squaresLaw('true', 2), 2, 4));
    expect(evidenceOf(squaresLaw('true', 2), 2, 4)).not.toEqual({
      ...evidenceOf(squaresLaw('true', 2), 2, 5),
      seed: 4,
    });
  });
});

describe('a law as a property', () => {
  it('passes where the law holds', () => {
    fc.assert(lawProperty(squaresLaw('true', 2)), { seed: 1, numRuns: 200 });
  });

  it('says which law broke, where, and how to replay it', () => {
    let message = '';
    try {
      fc.assert(lawProperty(squaresLaw('false', 3)), { seed: 1, numRuns: 500 });
    } catch (error) {
      message = String((error as Error).cause);
    }
    expect(message).toMatch(/false: margin -.* < -error /);
    expect(message).toMatch(/shape \{"regime":"(left|right)","n":\d\}, seed of z \d+/);
    expect(message).toMatch(/shrunk: shape \{"regime":"(left|right)","n":1\}, margin -1, decided exactly/);
    expect(message).toMatch(/replay: judge\(decode\(/);
  });
});
