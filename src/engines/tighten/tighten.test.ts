import { describe, expect, it } from 'vitest';
import type { Claim, ClaimStatement } from '../../claim/claim.js';
import { randomFromSeed } from '../../numeric/random.js';
import { format } from '../../symbolic/kernel/number.js';
import { parseTerm } from '../../symbolic/notation/parse.js';
import { printTerm } from '../../symbolic/notation/print.js';
import { inside, loose, sharp, tooSmall } from '../testing/toy-constants.js';
import { bound, rate } from '../testing/toy-corpus.js';
import { toy } from '../testing/toy-theory.js';
import { scaled } from './coefficient.js';
import { comparable, constantOf, numberOf } from './constant.js';
import { tighten } from './tighten.js';

const stating = (statement: ClaimStatement): Claim => ({ ...bound, statement });
const spelled = (claim: Claim): string => {
  const { quantity, relation, value, unit } = constantOf(claim);
  return [quantity, relation, value, unit]
    .map((part) => (typeof part === 'string' ? part : printTerm(part)))
    .join(' | ');
};
const observed = (claim: Claim, seed = 1, runs = 2000) =>
  tighten(claim, constantOf(claim), randomFromSeed(seed), runs)!;

describe('a factor', () => {
  it.each([
    ['8 √2 γ ŷ', '8√2', 'γ ŷ'],
    ['-(3 γ) 1/2', '-3/2', 'γ'],
    ['2 (γ + 2 ŷ)', '2', 'γ + 2 ŷ'],
    ['2^3', '8', '1'],
  ])('of %s is %s', (text, factor, rest) => {
    const found = scaled(parseTerm(toy.signature, text));
    expect([format(found.factor), printTerm(found.rest)]).toEqual([factor, rest]);
  });
});

describe('the constant of a claim', () => {
  it.each([
    ['ŷ^2 <= 3 γ^2', 'ŷ^2 | <= | 3 | γ^2'],
    ['γ^2 >= 1/3 ŷ^2', 'γ^2 | >= | 1/3 | ŷ^2'],
    ['3 ŷ^2 <= γ^2', 'γ^2 | >= | 3 | ŷ^2'],
    ['ŷ >= -2 γ', '-1 ŷ | <= | 2 | γ'],
    ['-ŷ <= γ', '-1 ŷ | <= | 1 | γ'],
  ])('%s', (statement, expected) => {
    expect(spelled(stating(statement)).replaceAll('-ŷ', '-1 ŷ')).toBe(expected);
  });

  it('may stand inside, where the claim declares it', () => {
    expect(spelled(inside)).toBe('ŷ^2 | <= | 3 | γ^2');
    const other = { ...inside, constant: { ...inside.constant!, value: '2' } };
    expect(() => constantOf(other)).toThrow('constant: the statement does not say that ŷ^2 <= 2 γ^2');
  });

  it.each([
    [rate, 'an equation'],
    [stating('γ^2 >= 0'), 'one of its sides is zero'],
    [stating({ kind: 'statistical', text: 'x', latex: 'x' }), 'a statement about random draws'],
  ])('is not there: %#', (claim, reason) => {
    expect(() => constantOf(claim)).toThrow(reason);
  });

  it('is compared with one of the same quantity in the same unit', () => {
    expect(comparable(loose, constantOf(loose), constantOf(sharp))).toBe(true);
    expect(comparable(loose, constantOf(loose), constantOf(stating('ŷ^2 <= γ')))).toBe(false);
    expect(comparable(loose, constantOf(loose), constantOf(stating('γ^2 >= 1/3 ŷ^2')))).toBe(false);
    expect(format(numberOf(constantOf(loose))!)).toBe('4');
    expect(numberOf({ ...constantOf(loose), value: parseTerm(toy.signature, 'γ') })).toBeNull();
  });
});

describe('what instances ask for', () => {
  it.each([
    [sharp, 1],
    [loose, 1 / 4],
    [inside, 1 / 3],
    [tooSmall, 4],
    [stating('3 ŷ^2 <= 3 γ^2'), 1],
    [stating('γ^2 >= 1/2 ŷ^2'), 1 / 2],
  ])('is attained, and never more than is true: %#', (claim, share) => {
    const { best } = observed(claim);
    expect(best.share).toBeGreaterThan(share * 0.9999);
    expect(best.share - best.error).toBeLessThanOrEqual(share);
  });

  it('is an eigenvalue where the sides are matrices', () => {
    const { best } = observed(stating('M M <= 5 γ^2 I'));
    expect(best.share).toBeCloseTo(1 / 5, 10);
  });

  it('has no limit where the bound vanishes and the quantity does not', () => {
    const { best } = observed(stating('γ^2 <= tr((M - γ I)^2 (M + γ I)^2)'));
    expect(best.share).toBeGreaterThan(1e9);
  });

  it('is decided by the seed, within the budget', () => {
    expect(observed(loose, 3, 400)).toEqual(observed(loose, 3, 400));
    expect(observed(loose, 3, 400).best.z).not.toEqual(observed(loose, 4, 400).best.z);
    expect(observed(loose, 3, 400).instances).toBeLessThanOrEqual(400);
  });
});
