/** Paths on which the comparison and barrier lemmas are tried: driven by a premise on each piece, judged by the conclusion. */
import type { Judgement } from '../claim/law.js';

/** Classical Runge–Kutta steps per piece; the error is estimated by halving them. */
const STEPS = 32;

/** L(0), the rate c and the pieces (excess over the premise, duration) from unrestricted numbers. */
function drive(z: readonly number[]): { start: number; rate: number; pieces: { excess: number; time: number }[] } {
  const tame = (x: number): number => x / (1 + Math.abs(x)); // (-1, 1): no blow-up within a few pieces
  const [start, rate] = [0.1 + tame(z[0] ?? 0) ** 2, Math.abs(tame(z[1] ?? 0))];
  const pieces = Array.from({ length: Math.max(0, (z.length - 2) >> 1) }, (_, k) => ({
    excess: tame(z[2 + 2 * k]!) ** 2,
    time: Math.abs(tame(z[3 + 2 * k]!)),
  }));
  return { start, rate, pieces };
}

/**
 * The least relative room of the bound at the ends of the pieces. The slope on a piece is that of the premise plus an
 * excess in the allowed direction, or in the forbidden one for the control.
 */
export function comparisonJudgement(
  kind: 'inverse-square' | 'exponential',
  z: readonly number[],
  allowed: boolean,
): Judgement {
  const [coarse, fine] = [STEPS, 2 * STEPS].map((steps) => leastRoom(kind, z, allowed, steps));
  // Halving the step divides the error of a fourth-order method by 16; 1e-12 covers the rounding of a few hundred steps.
  return { margin: fine!, error: Math.abs(fine! - coarse!) + 1e-12 };
}

function leastRoom(
  kind: 'inverse-square' | 'exponential',
  z: readonly number[],
  allowed: boolean,
  steps: number,
): number {
  const { start, rate, pieces } = drive(z);
  let [loss, time, least] = [start, 0, 0];
  for (const { excess, time: duration } of pieces) {
    // -dL/dt <= 2 c L√L is met by a smaller constant, dL/dt <= -c L by a larger one.
    const constant = rate + (allowed === (kind === 'exponential') ? excess : -excess);
    const slope = (x: number): number => (kind === 'exponential' ? -constant * x : -2 * constant * x * Math.sqrt(x));
    loss = rungeKutta(slope, loss, duration, steps);
    time += duration;
    const room =
      kind === 'exponential'
        ? 1 - loss / (start * Math.exp(-rate * time))
        : loss * (1 / Math.sqrt(start) + rate * time) ** 2 - 1;
    least = Math.min(least, room);
  }
  return least;
}

function rungeKutta(slope: (x: number) => number, start: number, duration: number, steps: number): number {
  const h = duration / steps;
  let x = start;
  for (let k = 0; k < steps; k++) {
    const a = slope(x);
    const b = slope(x + (h / 2) * a);
    const c = slope(x + (h / 2) * b);
    const d = slope(x + h * c);
    x += (h / 6) * (a + 2 * b + 2 * c + d);
  }
  return x;
}

/** B - max q on a path that moves freely below the wall and falls at and above it; for the control the wall is B + 1. */
export function barrierJudgement(z: readonly number[], allowed: boolean): Judgement {
  const bound = z[0] ?? 0;
  const wall = allowed ? bound : bound + 1;
  let q = bound - (z[1] ?? 0) ** 2;
  let highest = q;
  for (let k = 2; k + 1 < z.length; k += 2) {
    const [slope, time] = [z[k]!, Math.abs(z[k + 1]!)];
    const untilWall = slope > 0 ? (wall - q) / slope : Number.POSITIVE_INFINITY;
    // Having met the wall the path falls for the rest of the piece, and by the premise nowhere rises above it.
    q = untilWall < time ? wall - slope * (time - untilWall) : q + slope * time;
    highest = Math.max(highest, untilWall < time ? wall : q);
  }
  const size = z.reduce((sum, x) => sum + Math.abs(x) + x * x, 1);
  return { margin: bound - highest, error: 8 * z.length * Number.EPSILON * size };
}
