/** The second derivative test for convexity: a path whose acceleration is bounded from below, against its chords. */
import { integrate, judgeByHalving, type Moment, pathLaw, piecesOf, spent, tame } from './driven-path.js';
import type { LemmaLaw } from './lemma-law.js';

/** What is subtracted from q(t) before it is compared with its chords. */
type Parabola = (rate: number, time: number) => number;

/** The least height of a chord above the path between its ends; d²q/dt² = c plus an excess, or minus it. */
function marginOf(parabola: Parabola, z: readonly number[], allowed: boolean, steps: number): number {
  const [start, slope, rate] = [tame(z[0] ?? 0), tame(z[1] ?? 0), tame(z[2] ?? 0)];
  const sign = allowed ? 1 : -1;
  const path = integrate(
    [start, slope],
    piecesOf(z, 3),
    (excess, t, [q, v]) => [v!, rate + sign * excess * spent(t, q!)],
    steps,
  );
  return leastSag(path.map(({ time, state: [q] }) => ({ time, state: [q! - parabola(rate, time)] })));
}

/** Over all pairs of moments and all between them, chord minus path. */
function leastSag(path: readonly Moment[]): number {
  let least = 0;
  for (const [i, { time: t0, state: s0 }] of path.entries()) {
    for (const [k, { time: t2, state: s2 }] of path.entries()) {
      for (let j = i + 1; j < k; j++) {
        const { time, state } = path[j]!;
        // A piece may take no time at all.
        const share = t2 > t0 ? (time - t0) / (t2 - t0) : 0;
        least = Math.min(least, (1 - share) * s0[0]! + share * s2[0]! - state[0]!);
      }
    }
  }
  return least;
}

const half: Parabola = (c, t) => (c * t * t) / 2;

const variant = (id: string, parabola: Parabola, allowed = true) =>
  pathLaw(`lemma/convexity${id}`, 'an ODE of second order solved by Runge–Kutta, against its chords', 3, (z) =>
    judgeByHalving((steps) => marginOf(parabola, z, allowed, steps)),
  );

const mutant = (name: string, parabola: Parabola) => ({ name, law: variant(`/${name}`, parabola) });

export const convexity: LemmaLaw = {
  lemma: 'second derivative test for convexity',
  says: 'If c <= d²q/dt² at all times, then q(t) - ct²/2 lies nowhere above its chords.',
  law: variant('', half),
  controls: [variant('/too concave', half, false)],
  mutants: [
    mutant('q(t) - 1.01 ct²/2 is convex', (c, t) => half(1.01 * c, t)),
    mutant('q(t) - 0.99 ct²/2 is convex', (c, t) => half(0.99 * c, t)),
    mutant('q(t) - ct² is convex', (c, t) => 2 * half(c, t)),
    mutant('q(t) + ct²/2 is convex', (c, t) => -half(c, t)),
    mutant('q(t) is convex', () => 0),
    mutant('q(t) - ct³/6 is convex', (c, t) => (c * t ** 3) / 6),
  ],
};
