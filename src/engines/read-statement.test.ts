import { describe, expect, test } from 'vitest';
import type { DecayStatement } from '../claim/claim.js';
import { printStatement, readStatement, turnedRound } from './read-statement.js';
import { motion } from './testing/toy-motion.js';

/** Text, LaTeX and the pointwise form of a bound on q. */
function read(kind: DecayStatement['kind'], rate: string): readonly [string, string, string] {
  const { text, latex, kernel } = readStatement(motion, { kind, loss: 'q', rate });
  return [text, latex, printStatement(kernel)];
}

describe('how a bound along the flow reads', () => {
  test.each<[DecayStatement['kind'], string, string, string, string]>([
    ['linear', '2 g', 'q(t) >= q(0) - (2 g) t', String.raw`h(t) \ge h(0) - (2\,g)\,t`, '-v <= 2 g'],
    ['linear', 'g - 1', 'q(t) >= q(0) - (g - 1) t', String.raw`h(t) \ge h(0) - (g - 1)\,t`, '-v <= g - 1'],
    ['linear', '0', 'q(t) >= q(0)', String.raw`h(t) \ge h(0)`, '-v <= 0'],
    [
      'convex',
      '2 g',
      'q(t) - (2 g) t^2/2 is convex in t',
      String.raw`t \mapsto h(t) - \tfrac12 (2\,g)\,t^2 \text{ is convex}`,
      '2 g <= d/dt(v)',
    ],
    [
      'convex',
      '-g',
      'q(t) - (-g) t^2/2 is convex in t',
      String.raw`t \mapsto h(t) - \tfrac12 (-g)\,t^2 \text{ is convex}`,
      '-g <= d/dt(v)',
    ],
    ['convex', '0', 'q(t) is convex in t', String.raw`t \mapsto h(t) \text{ is convex}`, '0 <= d/dt(v)'],
    ['exponential', '2 g', 'q(t) <= q(0) exp(-(2 g) t)', String.raw`h(t) \le h(0)\,e^{-(2\,g)t}`, 'v <= -(2 g) q'],
    [
      'inverse-square',
      'g',
      'q(t) >= 1/(1/sqrt(q(0)) + (g) t)^2',
      String.raw`h(t) \ge \frac{1}{\left(1/\sqrt{h(0)} + (g)\,t\right)^2}`,
      '-v <= 2 g q sqrt(q)',
    ],
  ])('%s at the rate %s', (kind, rate, text, latex, pointwise) => {
    expect(read(kind, rate)).toEqual([text, latex, pointwise]);
  });

  test.each<[DecayStatement['kind'], string, string, string]>([
    ['linear', '2 g', 'q(t) <= q(0) - (2 g) t', '2 g <= -v'],
    ['convex', '2 g', 'q(t) - (2 g) t^2/2 is concave in t', 'd/dt(v) <= 2 g'],
    ['convex', '0', 'q(t) is concave in t', 'd/dt(v) <= 0'],
    ['exponential', 'g', 'q(t) >= q(0) exp(-(g) t)', '-g q <= v'],
    ['inverse-square', 'g', 'q(t) <= 1/(1/sqrt(q(0)) + (g) t)^2', '2 g q sqrt(q) <= -v'],
  ])('%s at the rate %s, turned round', (kind, rate, text, pointwise) => {
    const turned = turnedRound(readStatement(motion, { kind, loss: 'q', rate }));
    expect([turned.text, printStatement(turned.kernel)]).toEqual([text, pointwise]);
  });

  test('a quantity without the velocities that it needs is refused', () => {
    expect(() => readStatement(motion, { kind: 'linear', loss: 'x', rate: '0' })).toThrow(
      'x: no velocity is declared for it',
    );
    expect(() => readStatement(motion, { kind: 'convex', loss: 'x', rate: '0' })).toThrow(
      'x: no velocity is declared for it',
    );
  });
});
