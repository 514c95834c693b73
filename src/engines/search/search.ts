/**
 * The search for the smallest margin over (shape, z), in stages: random draws; then from the best of them points at the
 * boundary, a descent without derivatives, and boxes in two coordinates. Decided by its stream.
 */
import type { Random } from '../../numeric/random.js';
import { drawReals, drawShapes } from '../draw.js';
import { walkBoundary } from './boundary.js';
import { divideBoxes } from './boxes.js';
import { Climb } from './climb.js';
import { descend } from './descent.js';
import { breaks, judgedAt, meritOf, type Objective, type Point } from './objective.js';

/** Judgements that each stage may make; the last three from each start. */
export interface SearchBudget {
  readonly draws: number;
  /** Starts: the best draws of different regimes and sizes. */
  readonly descents: number;
  readonly boundary?: number;
  readonly steps: number;
  readonly boxes?: number;
}

/** The point of smallest margin that was seen. Stops `until` one is good enough: at the first clear violation, unless told otherwise. */
export function search(
  objective: Objective,
  random: Random,
  budget: SearchBudget,
  until: (point: Point) => boolean = breaks,
): Point | null {
  const points = drawPoints(objective, random, budget.draws, until);
  let best = points[0] ?? null;
  if (best === null || until(best)) return best;
  for (const [k, start] of startsOf(objective, points, budget.descents).entries()) {
    const low = improve(objective, start, random.split(`descent ${k}`), budget, until);
    if (meritOf(low) < meritOf(best)) best = low;
    if (until(low)) return low;
  }
  return best;
}

/** The local stages from one start. */
export function improve(
  objective: Objective,
  start: Point,
  random: Random,
  { boundary = 0, steps, boxes = 0 }: Pick<SearchBudget, 'boundary' | 'steps' | 'boxes'>,
  until: (point: Point) => boolean = breaks,
): Point {
  const walk = new Climb(objective, start, boundary, until);
  const live = walkBoundary(walk, random.split('boundary'));
  const descent = new Climb(objective, walk.best, steps, until);
  descend(descent, random);
  const division = new Climb(objective, descent.best, boxes, until);
  divideBoxes(division, live, random.split('boxes'));
  return division.best;
}

/** Random draws, best first; where one is good enough, it alone. */
export function drawPoints(
  objective: Objective,
  random: Random,
  count: number,
  until: (point: Point) => boolean,
): readonly Point[] {
  const points: Point[] = [];
  for (const [k, shape] of drawShapes(objective.shapes, random.split('shapes'), count).entries()) {
    const point = judgedAt(objective, shape, drawReals(random.split(k), objective.length(shape)));
    if (point === null) continue;
    if (until(point)) return [point];
    points.push(point);
  }
  return points.sort((a, b) => meritOf(a) - meritOf(b));
}

/** The best draw of each regime and size: where one regime is tight for every claim, another may break. */
export function startsOf(objective: Objective, points: readonly Point[], count: number): Point[] {
  const seen = new Set<string>();
  const firsts = points.filter(({ shape }) => {
    const key = `${shape.regime} ${objective.length(shape)}`;
    const fresh = !seen.has(key);
    seen.add(key);
    return fresh;
  });
  return firsts.slice(0, count);
}
