/** The barrier lemma: piecewise linear paths that fall at and above a wall. */
import type { Judgement } from '../../claim/law.js';
import { pathLaw } from './driven-path.js';
import type { LemmaLaw } from './lemma-law.js';

/** What q is said not to exceed, from q(0) and B. */
type Ceiling = (start: number, bound: number) => number;

/** Which premise the path breaks. */
type Wrong = 'none' | 'falls too late' | 'starts above';

/** Ceiling - max q on a path that moves freely below the wall and falls at and above it. */
function judge(ceiling: Ceiling, wrong: Wrong, z: readonly number[]): Judgement {
  const bound = z[0] ?? 0;
  const wall = wrong === 'falls too late' ? bound + 1 : bound;
  const start = wrong === 'starts above' ? bound + (z[1] ?? 0) ** 2 : bound - (z[1] ?? 0) ** 2;
  let q = start;
  let highest = q;
  for (let k = 2; k + 1 < z.length; k += 2) {
    const [slope, time] = [q > wall ? -Math.abs(z[k]!) : z[k]!, Math.abs(z[k + 1]!)];
    const untilWall = slope > 0 ? (wall - q) / slope : Number.POSITIVE_INFINITY;
    // Having met the wall the path falls for the rest of the piece, and by the premise nowhere rises above it.
    q = untilWall < time ? wall - slope * (time - untilWall) : q + slope * time;
    highest = Math.max(highest, untilWall < time ? wall : q);
  }
  const size = z.reduce((sum, x) => sum + Math.abs(x) + x * x, 1);
  return { margin: ceiling(start, bound) - highest, error: 8 * z.length * Number.EPSILON * size };
}

const wallItself: Ceiling = (_, bound) => bound;

const variant = (id: string, ceiling: Ceiling, wrong: Wrong = 'none') =>
  pathLaw(`lemma/barrier${id}`, 'the highest point of a piecewise linear path', 2, (z) => judge(ceiling, wrong, z));

const mutant = (name: string, ceiling: Ceiling) => ({ name, law: variant(`/${name}`, ceiling) });

export const barrier: LemmaLaw = {
  lemma: 'barrier lemma',
  says: 'If q(0) <= B and dq/dt <= 0 wherever q >= B, then q(t) <= B for all t >= 0.',
  law: variant('', wallItself),
  controls: [
    variant('/falls too late', wallItself, 'falls too late'),
    variant('/starts above', wallItself, 'starts above'),
  ],
  mutants: [
    mutant('q(t) <= B - 0.01', (_, bound) => bound - 0.01),
    mutant('q(t) <= 0.99 B', (_, bound) => 0.99 * bound),
    mutant('q(t) <= q(0)', (start) => start),
    mutant('q(t) <= max(q(0), B - 0.01)', (start, bound) => Math.max(start, bound - 0.01)),
    mutant('q(t) <= (q(0) + B)/2', (start, bound) => (start + bound) / 2),
  ],
};
