/** Adaptive random steps: one coordinate, all coordinates, or one coordinate scaled or set to zero. */
import type { Random } from '../../numeric/random.js';
import type { Climb } from './climb.js';

/** How a step length answers to success and failure: with these two, about one step in five succeeds. */
const [GROW, SHRINK] = [1.7, 0.88];

export function descend(climb: Climb, random: Random): void {
  const lengths = { one: 0.5, all: 0.3 };
  for (let k = 0; !climb.over; k++) {
    const { best } = climb;
    const kind = k % 3 === 0 ? 'all' : k % 3 === 1 ? 'one' : 'scale';
    climb.tryAt(kind === 'scale' ? scaled(best.z, random) : stepped(best.z, random, kind, lengths[kind]));
    const better = climb.best !== best;
    if (kind !== 'scale') lengths[kind] = Math.min(10, Math.max(1e-9, lengths[kind] * (better ? GROW : SHRINK)));
  }
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
