/**
 * Global minimisation in two coordinates at a time, by dividing rectangles (DIRECT, of the package ml-direct, which draws
 * nothing): it goes along kinks, of |x| and max, where each single step of a descent is uphill. In more dimensions its boxes
 * are too many.
 *
 * Measured on ten inequalities of the corpus without their tight regimes, at 6000 judgements: with boundary and boxes what is left
 * of the margin is smaller by a fifth than with descent alone. Below some 2000 judgements boxes are no help.
 */
import direct from 'ml-direct';
import type { Random } from '../../numeric/random.js';
import type { Climb } from './climb.js';
import { meritOf } from './objective.js';

/** Divisions of one square: about a hundred judgements. */
const DIVISIONS = 9;
/** Half the side of a square, in units of the coordinate or of 1, in turn. */
const REACH = [4, 0.5, 0.05, 0.005];

export function divideBoxes(climb: Climb, live: readonly number[], random: Random): void {
  const among = live.length > 0 ? live : climb.best.z.map((_, k) => k);
  for (let k = 0; !climb.over; k++) {
    const first = random.integer(0, among.length - 1);
    const second = (first + random.integer(1, Math.max(1, among.length - 1))) % among.length;
    const at = [...new Set([among[first]!, among[second]!])];
    divide(climb, at, REACH[k % REACH.length]!);
  }
}

function divide(climb: Climb, at: readonly number[], reach: number): void {
  const { z } = climb.best;
  const worst = Math.abs(meritOf(climb.best)) + 10; // for points at which nothing is judged
  const half = at.map((k) => reach * Math.max(1, Math.abs(z[k]!)));
  const value = (x: ArrayLike<number>): number => {
    const moved = [...z];
    for (const [n, k] of at.entries()) moved[k] = x[n]!;
    const point = climb.tryAt(moved);
    return point === null ? worst : Math.min(worst, meritOf(point));
  };
  const centre = at.map((k) => z[k]!);
  direct(
    value,
    centre.map((x, n) => x - half[n]!),
    centre.map((x, n) => x + half[n]!),
    { iterations: DIVISIONS },
  );
}
