import { describe, expect, it } from 'vitest';
import { randomFromSeed } from '../numeric/random.js';
import { bounded, FLOATING } from '../symbolic/denotation/field.js';
import { parseStatement } from '../symbolic/notation/parse.js';
import { drawExact, drawFloating } from './claim-instance.js';
import { CLEARLY, type Comparison, type Margin, marginOf } from './statement-margin.js';
import { toy, toyModels } from './testing/toy-theory.js';

const compared = (text: string): Comparison => parseStatement(toy.signature, text) as Comparison;

function margins(text: string, draw: typeof drawExact | typeof drawFloating, count: number): Margin[] {
  const comparison = compared(text);
  return Array.from({ length: count }, (_, k) => draw(toyModels, randomFromSeed(3).split(k))).flatMap((instance) => {
    if (instance === null) return [];
    if (instance.kind === 'exact') return [marginOf(toy, comparison, instance.model)];
    return [marginOf(toy, comparison, instance.model)];
  });
}

/** On each of them the difference has the eigenvalue 0, for every pure state, or is zero. */
const SINGULAR = ['ρ <= I', '0 ρ <= ρ', 'M M <= γ^2 I', 'ρ M ρ <= ŷ ρ', 'M ρ M <= γ^2 I', '(ρ - I) γ^2 <= 0 ρ'];

describe('inequalities of matrices', () => {
  it.each(SINGULAR)('hold in doubles up to their error where they are attained: %s', (text) => {
    const found = margins(text, drawFloating, 400);
    expect(found.length).toBeGreaterThan(300);
    expect(found.filter(({ holds, breaks }) => !holds || breaks)).toEqual([]);
    expect(found.some(({ margin }) => margin < 0)).toBe(true); // by rounding
    expect(found.every(({ margin, error }) => Math.abs(margin) <= error)).toBe(true);
  });

  it.each(SINGULAR)('hold exactly: %s', (text) => {
    const found = margins(text, drawExact, 40);
    expect(found.length).toBeGreaterThan(20);
    expect(found.every(({ holds, margin }) => holds && margin >= 0)).toBe(true);
  });

  it.each([
    ['1000001/1000000 ρ <= I', 1e-6],
    ['1/1000000 I <= ρ', 1e-6],
    ['3 ρ <= I', 2 / 3],
  ])('break where they are false, by their least eigenvalue over their size: %s', (text, by) => {
    for (const draw of [drawExact, drawFloating]) {
      const found = margins(text, draw, 60);
      expect(found.every(({ breaks, holds }) => breaks && !holds)).toBe(true);
      for (const { margin } of found) {
        expect(-margin / by).toBeGreaterThan(0.9);
        expect(-margin / by).toBeLessThan(2.1);
      }
    }
  });

  it('lie within the bound of their error of what exact arithmetic gives', () => {
    const comparison = compared('ρ <= 1/2 I + M M');
    const model = (x: number) => {
      const a = (re: number) => bounded(re);
      const ρ = [
        [a(x), a(0)],
        [a(0), a(1 - x)],
      ];
      const M = [
        [a(0), a(1 / 2)],
        [a(1 / 2), a(0)],
      ];
      return { field: FLOATING, sizes: { d: 2 }, exponents: {}, values: { γ: [[[a(1)]]], M: [M], ρ: [ρ] } };
    };
    for (const x of [0, 1 / 8, 3 / 4, 1]) {
      const { margin, error } = marginOf(toy, comparison, model(x));
      const [top, size] = [Math.max(x, 1 - x), Math.max(3 / 4, x, 1 - x)];
      expect(Math.abs(margin - (3 / 4 - top) / size)).toBeLessThanOrEqual(error);
    }
  });

  it('break where the difference is not Hermitian, by what it is not', () => {
    const [found] = margins('M ρ <= 2 γ^2 I + M ρ M + I', drawFloating, 1);
    expect(found!.breaks).toBe(true);
    expect(found!.margin).toBeLessThan(-CLEARLY * found!.error);
  });
});
