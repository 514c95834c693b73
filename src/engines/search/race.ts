/**
 * The thorough search, for a given number of judgements: random draws, then heats. All starts are improved a little, then the
 * better half of them, until one is left; each heat has the same share, so that no start has much spent on it in vain and what
 * is best has the most.
 */
import type { Random } from '../../numeric/random.js';
import { meritOf, type Objective, type Point } from './objective.js';
import { drawPoints, improve, startsOf } from './search.js';

/** Part of the judgements that are draws. */
const DRAWS = 0.2;
const STARTS = 10;
/** A start with fewer judgements than this is not worth dividing boxes: they take about a hundred to begin with. */
const WORTH_BOXES = 400;

/** The point of smallest margin that was seen, or the first that is good enough; at most `runs` judgements. */
export function searchThoroughly(
  objective: Objective,
  random: Random,
  runs: number,
  until: (point: Point) => boolean,
): Point | null {
  const draws = Math.ceil(DRAWS * runs);
  const points = drawPoints(objective, random, draws, until);
  if (points.length === 0 || until(points[0]!)) return points[0] ?? null;
  return race(objective, startsOf(objective, points, STARTS), random.split('race'), runs - draws, until);
}

/** The best of one start or more, after heats of at most `runs` judgements in all. */
export function race(
  objective: Objective,
  starts: readonly Point[],
  random: Random,
  runs: number,
  until: (point: Point) => boolean,
): Point {
  const heats = Math.ceil(Math.log2(starts.length)) + 1;
  let points = starts;
  for (let heat = 0; heat < heats; heat++) {
    const stages = stagesOf(Math.floor(runs / heats / points.length));
    const improved: Point[] = [];
    for (const [k, point] of points.entries()) {
      const low = improve(objective, point, random.split(heat).split(k), stages, until);
      if (until(low)) return low;
      improved.push(low);
    }
    points = improved.sort((a, b) => meritOf(a) - meritOf(b)).slice(0, Math.ceil(points.length / 2));
  }
  return points[0]!;
}

function stagesOf(runs: number) {
  const part = (share: number): number => Math.floor(share * runs);
  const boxes = runs >= WORTH_BOXES ? part(0.25) : 0;
  const boundary = part(0.2);
  return { boundary, steps: runs - boundary - boxes, boxes };
}
