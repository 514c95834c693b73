/** The mean value inequality: a path that falls no faster than at a rate, against the straight line. */
import { integrate, judgeByHalving, pathLaw, piecesOf, spent, tame } from './driven-path.js';
import type { LemmaLaw } from './lemma-law.js';

/** What q(t) is said to be at least. */
type Bound = (start: number, rate: number, time: number) => number;

/** The least q - bound; dq/dt = -c plus an excess, or minus it for the control. Rates of both signs. */
function marginOf(bound: Bound, z: readonly number[], allowed: boolean, steps: number): number {
  const [start, rate] = [tame(z[0] ?? 0), tame(z[1] ?? 0)];
  const sign = allowed ? 1 : -1;
  const path = integrate([start], piecesOf(z, 2), (excess, t, [q]) => [-rate + sign * excess * spent(t, q!)], steps);
  return Math.min(...path.map(({ time, state: [q] }) => q! - bound(start, rate, time)));
}

const line: Bound = (start, c, t) => start - c * t;

const variant = (id: string, bound: Bound, allowed = true) =>
  pathLaw(`lemma/mean-value${id}`, 'an ODE solved by Runge–Kutta against the straight line', 2, (z) =>
    judgeByHalving((steps) => marginOf(bound, z, allowed, steps)),
  );

const mutant = (name: string, bound: Bound) => ({ name, law: variant(`/${name}`, bound) });

export const meanValue: LemmaLaw = {
  lemma: 'mean value inequality',
  says: 'If -dq/dt <= c at all times, then q(t) >= q(0) - ct.',
  law: variant('', line),
  controls: [variant('/too fast', line, false)],
  mutants: [
    mutant('q(t) >= q(0) - 0.99 ct', (start, c, t) => line(start, 0.99 * c, t)),
    mutant('q(t) >= q(0) - 1.01 ct', (start, c, t) => line(start, 1.01 * c, t)),
    mutant('q(t) >= q(0) + ct', (start, c, t) => line(start, -c, t)),
    mutant('q(t) >= q(0) - ct²', (start, c, t) => line(start, c * t, t)),
    mutant('q(t) >= q(0) exp(-ct)', (start, c, t) => start * Math.exp(-c * t)),
    mutant('q(t) >= q(0)', (start) => start),
  ],
};
