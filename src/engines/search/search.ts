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

/** A total of about `runs` judgements, cut into stages as works well for the corpus. */
export function budgetOf(runs: number): SearchBudget {
  const descents = Math.max(1, Math.min(10, Math.floor(runs / 300)));
  const share = (part: number): number => Math.floor((part * runs) / descents);
  return { draws: Math.ceil(0.2 * runs), descents, boundary: share(0.15), steps: share(0.45), boxes: share(0.2) };
}

/** The point of smallest margin that was seen. Stops `until` one is good enough: at the first clear violation, unless told otherwise. */
export function search(
  objective: Objective,
  random: Random,
  budget: SearchBudget,
  until: (point: Point) => boolean = breaks,
): Point | null {
  const points: Point[] = [];
  for (const [k, shape] of drawShapes(objective.shapes, random.split('shapes'), budget.draws).entries()) {
    const point = judgedAt(objective, shape, drawReals(random.split(k), objective.length(shape)));
    if (point === null) continue;
    if (until(point)) return point;
    points.push(point);
  }
  points.sort((a, b) => meritOf(a) - meritOf(b));
  let best = points[0] ?? null;
  for (const [k, start] of startsOf(objective, points, budget.descents).entries()) {
    const low = improve(objective, start, random.split(`descent ${k}`), budget, until);
    if (best === null || meritOf(low) < meritOf(best)) best = low;
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
