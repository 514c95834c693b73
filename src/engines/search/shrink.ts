/** Makes a counterexample simple: smaller shapes first, then numbers towards zero, then towards small fractions. */
import type { Shape } from '../../claim/model-source.js';
import type { Random } from '../../numeric/random.js';
import { drawReals } from '../draw.js';
import { breaks, judgedAt, type Objective, type Point } from './objective.js';

/** The simplest point found that still breaks clearly; `effort` bounds the judgements made. */
export function shrink(objective: Objective, start: Point, random: Random, effort = 2000): Point {
  let left = effort;
  const attempt = (shape: Shape, z: readonly number[]): Point | null => {
    if (left <= 0) return null;
    left -= 1;
    const point = judgedAt(objective, shape, z);
    return point !== null && breaks(point) ? point : null;
  };
  let best = start;
  for (let round = 0; round < ROUNDS; round++) {
    const smaller = smallerShape(objective, best, random.split(round), attempt);
    if (smaller === null) break;
    best = smaller;
  }
  return simplerNumbers(best, attempt);
}

/** More shapes than any chain of smaller ones in the corpus. */
const ROUNDS = 40;
/** Random fillings that a smaller shape is given, next to what is left of the old numbers. */
const FILLINGS = 25;

type Attempt = (shape: Shape, z: readonly number[]) => Point | null;

function smallerShape(objective: Objective, from: Point, random: Random, attempt: Attempt): Point | null {
  for (const [k, shape] of objective.smaller(from.shape).entries()) {
    const length = objective.length(shape);
    const kept = Array.from({ length }, (_, at) => from.z[at] ?? 0);
    const found = attempt(shape, kept);
    if (found !== null) return found;
    for (let filling = 0; filling < FILLINGS; filling++) {
      const other = attempt(shape, drawReals(random.split(k).split(filling), length));
      if (other !== null) return other;
    }
  }
  return null;
}

function simplerNumbers(from: Point, attempt: Attempt): Point {
  let best =
    attempt(
      from.shape,
      from.z.map(() => 0),
    ) ?? from;
  for (const simplify of [() => 0, Math.round, ...[2, 3, 4, 5, 8].map((n) => (x: number) => Math.round(x * n) / n)]) {
    for (let at = 0; at < best.z.length; at++) {
      const simple = simplify(best.z[at]!);
      if (simple === best.z[at]) continue;
      const z = best.z.map((x, k) => (k === at ? simple : x));
      best = attempt(best.shape, z) ?? best;
    }
  }
  return best;
}
