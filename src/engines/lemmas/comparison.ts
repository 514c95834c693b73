/** The scalar comparison lemma, in its two forms: an ODE within the premise, solved by Runge–Kutta, against the bound. */
import { integrate, judgeByHalving, pathLaw, piecesOf, spent, tame } from './driven-path.js';
import type { LemmaLaw } from './lemma-law.js';

/** The bound at a time, from L(0) and c. */
type Bound = (start: number, rate: number, time: number) => number;

interface Form {
  /** +1 where L must not be below the bound, -1 where it must not be above it. */
  readonly side: 1 | -1;
  /** dL/dt for a constant c. */
  readonly slope: (constant: number, loss: number) => number;
  readonly bound: Bound;
}

const INVERSE_SQUARE: Form = {
  side: 1,
  slope: (c, loss) => -2 * c * loss * Math.sqrt(loss),
  bound: (start, c, t) => 1 / (1 / Math.sqrt(start) + c * t) ** 2,
};

const EXPONENTIAL: Form = {
  side: -1,
  slope: (c, loss) => -c * loss,
  bound: (start, c, t) => start * Math.exp(-c * t),
};

/** With it 1/√L, which is at least 0.95 at the start, stays positive for five pieces of time 1: L does not blow up. */
const LARGEST_EXCESS = 0.15;

/** The least room of the bound relative to L(0); the constant is on the allowed side of c, or on the other. */
function marginOf({ side, slope }: Form, bound: Bound, z: readonly number[], allowed: boolean, steps: number): number {
  const [start, rate] = [0.1 + tame(z[0] ?? 0) ** 2, Math.abs(tame(z[1] ?? 0))];
  // -dL/dt <= 2 c L√L is met by a smaller constant, dL/dt <= -c L by a larger one.
  const direction = (allowed ? -1 : 1) * side;
  const path = integrate(
    [start],
    piecesOf(z, 2, LARGEST_EXCESS),
    (excess, t, [loss]) => [slope(rate + direction * excess * spent(t, loss!), loss!)],
    steps,
  );
  return Math.min(...path.map(({ time, state: [loss] }) => (side * (loss! - bound(start, rate, time))) / start));
}

const ABOUT = 'an ODE solved by Runge–Kutta against the bound';

function lawsOf(
  id: string,
  form: Form,
  wrong: readonly [premise: string, about: string],
  mutants: Readonly<Record<string, Bound>>,
): Pick<LemmaLaw, 'law' | 'controls' | 'mutants'> {
  const law = (name: string, bound: Bound, allowed: boolean, about = ABOUT) =>
    pathLaw(name, about, 2, (z) => judgeByHalving((steps) => marginOf(form, bound, z, allowed, steps)));
  return {
    law: law(id, form.bound, true),
    controls: [law(`${id}/${wrong[0]}`, form.bound, false, wrong[1])],
    mutants: Object.entries(mutants).map(([name, bound]) => ({ name, law: law(`${id}/${name}`, bound, true) })),
  };
}

export const inverseSquare: LemmaLaw = {
  lemma: 'scalar comparison lemma',
  says: 'If L > 0 and -dL/dt <= 2 c L√L at all times, then L(t) >= 1/(1/√L(0) + ct)².',
  ...lawsOf('lemma/comparison/inverse-square', INVERSE_SQUARE, ['too fast', 'the same, falling faster'], {
    'L(t) >= 1/(1/√L(0) + 0.99 ct)²': (start, c, t) => INVERSE_SQUARE.bound(start, 0.99 * c, t),
    'L(t) >= 1/(1/√L(0) + ct/2)²': (start, c, t) => INVERSE_SQUARE.bound(start, c / 2, t),
    'L(t) >= 1/(1/√L(0) + ct)': (start, c, t) => 1 / (1 / Math.sqrt(start) + c * t),
    'L(t) >= 1/(1/L(0) + ct)': (start, c, t) => 1 / (1 / start + c * t),
    'L(t) >= 1/(1/L(0) + c²t²)': (start, c, t) => 1 / (1 / start + (c * t) ** 2),
  }),
};

export const exponential: LemmaLaw = {
  lemma: 'scalar comparison lemma',
  says: 'If dL/dt <= -c L at all times, then L(t) <= L(0) exp(-ct).',
  ...lawsOf('lemma/comparison/exponential', EXPONENTIAL, ['too slow', 'the same, falling more slowly'], {
    'L(t) <= L(0) exp(-1.01 ct)': (start, c, t) => EXPONENTIAL.bound(start, 1.01 * c, t),
    'L(t) <= 0.99 L(0) exp(-ct)': (start, c, t) => 0.99 * EXPONENTIAL.bound(start, c, t),
    'L(t) <= L(0) (1 - ct)': (start, c, t) => start * (1 - c * t),
    'L(t) <= L(0) exp(-2ct)': (start, c, t) => EXPONENTIAL.bound(start, 2 * c, t),
    'L(t) <= L(0) exp(-ct²)': (start, c, t) => EXPONENTIAL.bound(start, c * t, t),
  }),
};
