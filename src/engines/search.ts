/** Search for the smallest margin over (shape, z): random draws, then local descent on z from the best of them. */
import type { Arbitrary } from 'fast-check';
import type { Judgement } from '../claim/law.js';
import type { Shape } from '../claim/model-source.js';
import type { Random } from '../numeric/random.js';
import { drawReals, drawShapes } from './draw.js';
import { CLEARLY } from './statement-margin.js';

/** What is minimised: the margin of a law, or of a statement on the models of a claim. */
export interface Objective {
  readonly shapes: Arbitrary<Shape>;
  readonly length: (shape: Shape) => number;
  readonly smaller: (shape: Shape) => readonly Shape[];
  /** Null where there is nothing to judge. */
  readonly judge: (shape: Shape, z: readonly number[]) => Judgement | null;
}

export interface Point extends Judgement {
  readonly shape: Shape;
  readonly z: readonly number[];
}

export interface SearchBudget {
  readonly draws: number;
  /** Descents start from the best draws of different regimes and sizes. */
  readonly descents: number;
  readonly steps: number;
}

/** A violation that no rounding explains. */
export const breaks = ({ margin, error }: Judgement): boolean => margin < -CLEARLY * error && margin < 0;

/**
 * What the search minimises: negative exactly where there is a clear violation. The margin alone would lead to where all
 * numbers are nearly zero, or large, and rounding errors with them.
 */
const meritOf = ({ margin, error }: Judgement): number => margin + CLEARLY * error;

/** What a report calls the smallest margin: in multiples of its error bound where it is negative. */
export const scoreOf = ({ margin, error }: Judgement): number =>
  margin >= 0 ? margin : Math.min(margin / Math.max(error, Number.MIN_VALUE), -Number.MIN_VALUE);

/** The point of smallest margin that was seen; stops at the first clear violation. Null if nothing could be judged. */
export function search(objective: Objective, random: Random, { draws, descents, steps }: SearchBudget): Point | null {
  const points: Point[] = [];
  for (const [k, shape] of drawShapes(objective.shapes, random.split('shapes'), draws).entries()) {
    const point = judgedAt(objective, shape, drawReals(random.split(k), objective.length(shape)));
    if (point === null) continue;
    if (breaks(point)) return point;
    points.push(point);
  }
  points.sort((a, b) => meritOf(a) - meritOf(b));
  let best = points[0] ?? null;
  for (const [k, start] of startsOf(objective, points, descents).entries()) {
    const low = descend(objective, start, random.split(`descent ${k}`), steps);
    if (best === null || meritOf(low) < meritOf(best)) best = low;
    if (breaks(low)) return low;
  }
  return best;
}

/** The best draw of each regime and size: where one regime is tight for every claim, another may break. */
function startsOf(objective: Objective, points: readonly Point[], count: number): Point[] {
  const seen = new Set<string>();
  const firsts = points.filter(({ shape }) => {
    const key = `${shape.regime} ${objective.length(shape)}`;
    const fresh = !seen.has(key);
    seen.add(key);
    return fresh;
  });
  return firsts.slice(0, count);
}

export function judgedAt(objective: Objective, shape: Shape, z: readonly number[]): Point | null {
  const judged = objective.judge(shape, z);
  return judged === null || Number.isNaN(judged.margin) ? null : { shape, z, ...judged };
}

/** How a step length answers to success and failure: with these two, about one step in five succeeds. */
const [GROW, SHRINK] = [1.7, 0.88];

/** Adaptive random steps: one coordinate, all coordinates, or one coordinate scaled or set to zero. */
export function descend(objective: Objective, start: Point, random: Random, steps: number): Point {
  let best = start;
  const lengths = { one: 0.5, all: 0.3 };
  for (let k = 0; k < steps && best.z.length > 0 && !breaks(best); k++) {
    const kind = k % 3 === 0 ? 'all' : k % 3 === 1 ? 'one' : 'scale';
    const z = kind === 'scale' ? scaled(best.z, random) : stepped(best.z, random, kind, lengths[kind]);
    const next = judgedAt(objective, best.shape, z);
    const better = next !== null && meritOf(next) < meritOf(best);
    if (better) best = next;
    if (kind !== 'scale') lengths[kind] = Math.min(10, Math.max(1e-9, lengths[kind] * (better ? GROW : SHRINK)));
  }
  return best;
}

function stepped(z: readonly number[], random: Random, kind: 'one' | 'all', length: number): number[] {
  const at = random.integer(0, z.length - 1);
  return z.map((x, k) => (kind === 'all' || k === at ? x + length * Math.max(Math.abs(x), 0.3) * random.normal() : x));
}

function scaled(z: readonly number[], random: Random): number[] {
  const at = random.integer(0, z.length - 1);
  const factor = [0, -1, 0.5, 2, 0.1, 10][random.integer(0, 5)]!;
  return z.map((x, k) => (k === at ? x * factor : x));
}
