/** Random instances: shapes from fast-check, and the real numbers that decide the rest from our own streams. */
import fc, { type Arbitrary } from 'fast-check';
import type { Random } from '../numeric/random.js';
import { type Num, rational } from '../symbolic/kernel/number.js';

/** Shapes drawn from a fast-check arbitrary, decided by the stream. */
export function drawShapes<S>(shapes: Arbitrary<S>, random: Random, count: number): S[] {
  return fc.sample(shapes, { seed: random.integer(-(2 ** 31), 2 ** 31 - 1), numRuns: count });
}

/**
 * Real numbers of several kinds: normal, small, large, sparse, nearly sparse (near a boundary of what z parametrises),
 * and simple ones that hit coincidences (-1, 0, 1/2, 1).
 */
export function drawReals(random: Random, length: number): number[] {
  const kind = random.integer(0, 9);
  const scale = kind === 4 ? 10 ** -(1 + 3 * random.uniform()) : kind === 5 ? 10 ** (2 * random.uniform()) : 1;
  const floor = kind === 7 ? 10 ** -(1 + 5 * random.uniform()) : 0;
  const one = (): number => {
    if (kind === 8) return random.integer(-2, 2) / 2;
    if (kind === 9) return random.normal() * 10 ** random.integer(-3, 1);
    const rare = (kind === 6 || kind === 7) && random.uniform() < 0.7;
    return random.normal() * (rare ? floor : scale);
  };
  return Array.from({ length }, one);
}

const DENOMINATORS = [1, 1, 2, 3, 4, 5, 8];

/** Small rational numbers, zeros among them. */
export function drawRationals(random: Random, length: number): Num[] {
  const sparse = random.uniform() < 0.3 ? 0.6 : 0.15;
  return Array.from({ length }, () => {
    if (random.uniform() < sparse) return rational(0);
    const denominator = DENOMINATORS[random.integer(0, DENOMINATORS.length - 1)]!;
    const largest = 2 * denominator + 1;
    return rational(random.integer(-largest, largest), denominator);
  });
}

/**
 * Rational numbers that are doubles, so that exact and floating arithmetic start from the same point. One point in twelve
 * has long ones, on which floating products are rounded; with short ones only divisions are.
 */
export function drawDyadics(random: Random, length: number): Num[] {
  const sparse = random.uniform() < 0.3 ? 0.5 : 0.1;
  const long = random.uniform() < 0.08;
  const [largest, halvings] = long ? [2 ** 36, 35] : [24, random.integer(0, 4)];
  return Array.from({ length }, () =>
    random.uniform() < sparse ? rational(0) : rational(random.integer(-largest, largest), 2 ** halvings),
  );
}

/** A shape for an exact instance: half of the time the one with the fewest numbers among three, since cost grows fast. */
export function drawExactShape<S>(shapes: Arbitrary<S>, length: (shape: S) => number, random: Random): S {
  const drawn = drawShapes(shapes, random, 3);
  if (random.uniform() < 0.5) return drawn[0]!;
  return drawn.reduce((least, shape) => (length(shape) < length(least) ? shape : least));
}
