/** A law about numbers for tests: x² + y² >= 2xy, judged in doubles and decided exactly. */
import fc from 'fast-check';
import { type Law, law } from '../../claim/law.js';
import type { Shape } from '../../claim/model-source.js';
import { add, multiply, type Num, negate, rational } from '../../symbolic/kernel/number.js';

/** x² + y² >= c xy, which holds for |c| <= 2; `error` as a multiple of the right one. */
export const squaresLaw = (id: string, c: number, errorTimes = 1): Law =>
  law<Shape, readonly [number, number]>({
    id,
    kind: 'instance',
    about: `x² + y² >= ${c} xy`,
    shapes: fc.record({ regime: fc.constantFrom('left', 'right'), n: fc.integer({ min: 1, max: 4 }) }),
    length: () => 2,
    decode: (_, [x, y]) => [x!, y!],
    judge: ([x, y]) => ({
      margin: x * x + y * y - c * x * y,
      error: errorTimes * 8 * Number.EPSILON * (x * x + y * y),
    }),
    smaller: ({ n, ...shape }) => (Number(n) > 1 ? [{ ...shape, n: 1 }] : []),
    exact: (_, [x, y]) => {
      const squares = add(multiply(x!, x!), multiply(y!, y!));
      const mixed: Num = multiply(rational(Math.round(c * 100), 100), multiply(x!, y!));
      return add(squares, negate(mixed));
    },
    document: (point) => point,
    share: 1,
  });

export const toyLaw = squaresLaw('toy/squares', 2);
