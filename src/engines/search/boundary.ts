/**
 * Points at the edge of what z parametrises: coordinates that vanish, are huge, equal or opposite to one another, or are a
 * half-angle tangent of a Pythagorean triple. Bounds are often attained where an object degenerates, which random draws miss.
 */
import type { Random } from '../../numeric/random.js';
import type { Climb } from './climb.js';
import { meritOf } from './objective.js';

/** tan(α/2) of the angles 0, 90° and those of (3, 4, 5), (5, 12, 13), (8, 15, 17); then what is nearly a limit. */
const ANGLES = [0, 1, 1 / 2, 1 / 3, 2 / 3, 1 / 5, 1 / 4, 3 / 5];
const LIMITS = [1e-3, 30, 1e3];

/** Walks through such points, from the best one on; gives the coordinates on which the margin was seen to depend. */
export function walkBoundary(climb: Climb, random: Random): readonly number[] {
  const live = liveCoordinates(climb);
  const among = live.length > 0 ? live : climb.best.z.map((_, k) => k);
  const one = (): number => among[random.integer(0, among.length - 1)]!;
  while (!climb.over) {
    const { z } = climb.best;
    const [kind, at, other] = [random.integer(0, 4), one(), one()];
    if (kind === 0) climb.tryWith(at, special(random));
    else if (kind === 1) climb.tryWith(at, (random.uniform() < 0.5 ? 1 : -1) * z[other]!);
    else if (kind === 2) climb.tryAt(z.map((x, k) => (k === at || k === other ? special(random) : x)));
    else if (kind === 3) climb.tryAt(z.map((x) => (random.uniform() < 0.3 ? special(random) : x)));
    else climb.tryAt(z.map(() => special(random)));
  }
  return live;
}

function special(random: Random): number {
  const sign = random.uniform() < 0.5 ? 1 : -1;
  const from = random.uniform() < 0.7 ? ANGLES : LIMITS;
  return sign * from[random.integer(0, from.length - 1)]!;
}

/** Sets each coordinate to zero, or a zero to one: a boundary point of its own, and it shows which of them matter. */
function liveCoordinates(climb: Climb): number[] {
  const live: number[] = [];
  for (let at = 0; at < climb.best.z.length && !climb.over; at++) {
    const { best } = climb;
    const point = climb.tryWith(at, best.z[at] === 0 ? 1 : 0);
    if (point === null || meritOf(point) !== meritOf(best)) live.push(at);
  }
  return live;
}
