import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { randomFromSeed } from '../../numeric/random.js';
import { walkBoundary } from './boundary.js';
import { divideBoxes } from './boxes.js';
import { Climb } from './climb.js';
import { descend } from './descent.js';
import { judgedAt, type Objective } from './objective.js';
import { searchThoroughly } from './race.js';

type Margin = (z: readonly number[]) => number;

const objectiveOf = (margin: Margin, n: number): Objective => ({
  shapes: fc.constant({ regime: 'test' }),
  length: () => n,
  smaller: () => [],
  judge: (_, z) => ({ margin: margin(z), error: 0 }),
});

/** Runs one stage from a point, never satisfied; gives the least margin, and how many judgements it took. */
function staged(margin: Margin, z: readonly number[], budget: number, stage: (climb: Climb) => unknown) {
  let judged = 0;
  const objective = objectiveOf((at) => {
    judged += 1;
    return margin(at);
  }, z.length);
  const climb = new Climb(objective, judgedAt(objective, { regime: 'test' }, z)!, budget, () => false);
  const result = stage(climb);
  return { margin: climb.best.margin, z: climb.best.z, judged: judged - 1, result };
}

describe('points at the boundary', () => {
  it.each<[string, Margin]>([
    ['vanish', ([a]) => (a === 0 ? 0 : 1)],
    ['are equal', ([, b, c]) => (b === c ? 0 : 1)],
    ['belong to a Pythagorean angle', ([a, b]) => (Math.abs(b!) === 1 / 3 && Math.abs(a!) > 1e-9 ? 0 : 1)],
    ['vanish and are equal', ([a, b, c]) => (a === 0 ? 0 : 1) + (b === c ? 0 : 1)],
  ])('have coordinates that %s', (_, margin) => {
    const found = staged(margin, [0.7, -0.4, 2.2], 4000, (climb) => walkBoundary(climb, randomFromSeed(1)));
    expect(found.margin).toBe(0);
  });

  it('show which coordinates matter', () => {
    const margin: Margin = (z) => (z[1]! - 7) ** 2 + (z[4]! - 7) ** 2;
    const walk = (climb: Climb) => walkBoundary(climb, randomFromSeed(1));
    expect(staged(margin, [1, 2, 3, 4, 5], 50, walk).result).toEqual([1, 4]);
  });
});

describe('boxes in two coordinates', () => {
  /** Along the kink x = y every step of a descent that leaves it is uphill; the minimum is at (1, 1). */
  const ridge: Margin = ([x, y]) => 50 * Math.abs(x! - y!) + Math.abs(x! + y! - 2);

  it('go along a ridge where a descent stands still', () => {
    const start = [5, 5.3];
    const short = staged(ridge, start, 1000, (climb) => descend(climb, randomFromSeed(3)));
    const divided = staged(ridge, start, 1000, (climb) => divideBoxes(climb, [0, 1], randomFromSeed(3)));
    expect(divided.margin).toBeLessThan(0.01);
    expect(short.margin).toBeGreaterThan(1);
  });

  it('cost no more than they may, also where nothing is judged', () => {
    const nowhere: Margin = ([x]) => (x === 3 ? 0 : Number.NaN);
    for (const budget of [0, 1, 7, 250]) {
      expect(staged(nowhere, [3, 3], budget, (climb) => divideBoxes(climb, [], randomFromSeed(1))).judged).toBe(budget);
    }
  });
});

describe('all stages', () => {
  /** Rosenbrock's valley; the last two coordinates do not matter. */
  const valley = objectiveOf(([x, y]) => 100 * (y! - x! ** 2) ** 2 + (1 - x!) ** 2, 4);
  const never = (): boolean => false;

  it('find the minimum of a narrow valley', () => {
    const found = searchThoroughly(valley, randomFromSeed(1), 6000, never)!;
    expect(found.margin).toBeLessThan(1e-6);
  });

  it('are decided by the seed', () => {
    const at = (seed: number) => searchThoroughly(valley, randomFromSeed(seed), 900, never)!;
    expect(at(5)).toEqual(at(5));
    expect(at(5).z).not.toEqual(at(6).z);
  });

  it.each([1, 40, 299, 1000, 6000])('make at most %i judgements', (runs) => {
    let judged = 0;
    const counted: Objective = {
      ...valley,
      judge: (shape, z) => {
        judged += 1;
        return valley.judge(shape, z);
      },
    };
    searchThoroughly(counted, randomFromSeed(1), runs, never);
    expect(judged).toBeLessThanOrEqual(runs);
    expect(judged).toBeGreaterThan(0);
  });

  it('stop where they are told to', () => {
    const found = searchThoroughly(valley, randomFromSeed(2), 6000, ({ margin }) => margin < 1)!;
    expect(found.margin).toBeLessThan(1);
    expect(found.margin).toBeGreaterThan(1e-6);
  });
});
