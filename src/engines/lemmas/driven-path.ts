/** Paths on which lemmas on functions of time are tried: integrated from a slope, judged by a conclusion in closed form. */
import fc from 'fast-check';
import { type Judgement, type Law, law } from '../../claim/law.js';
import type { Shape } from '../../claim/model-source.js';

/** A law on paths of a few pieces, which z describes: `fixed` numbers, then two for every piece. */
export const pathLaw = (id: string, about: string, fixed: number, judge: (z: readonly number[]) => Judgement): Law =>
  law<Shape & { readonly pieces: number }, readonly number[]>({
    id,
    kind: 'trajectory',
    about,
    shapes: fc.record({ regime: fc.constant('pieces'), pieces: fc.integer({ min: 1, max: 5 }) }),
    length: ({ pieces }) => fixed + 2 * pieces,
    decode: (_, z) => z,
    judge,
    smaller: ({ regime, pieces }) => (pieces > 1 ? [{ regime, pieces: 1 }] : []),
    exact: null,
    document: (z) => ({ z }),
    share: 1,
  });

/** How far the slope may stay away from the premise's on a piece, at least 0, and how long the piece takes. */
export interface Piece {
  readonly excess: number;
  readonly time: number;
}

/** x/(1 + |x|) in (-1, 1): nothing blows up within a few pieces. */
export const tame = (x: number): number => x / (1 + Math.abs(x));

/** The pieces that z describes after its first numbers. */
export const piecesOf = (z: readonly number[], fixed: number, largest = 1): Piece[] =>
  Array.from({ length: Math.max(0, (z.length - fixed) >> 1) }, (_, k) => ({
    excess: largest * tame(z[fixed + 2 * k]!) ** 2,
    time: Math.abs(tame(z[fixed + 1 + 2 * k]!)),
  }));

/** The excess is not spent evenly: this share of it, in [0, 1], depends on time and place. */
export const spent = (time: number, place: number): number => (1 + Math.cos(3 * time + place)) / 2;

export type State = readonly number[];

export interface Moment {
  readonly time: number;
  readonly state: State;
}

/** The start and the states at the middle and the end of every piece, by `steps` classical Runge–Kutta steps a half. */
export function integrate(
  start: State,
  pieces: readonly Piece[],
  slope: (excess: number, time: number, state: State) => State,
  steps: number,
): Moment[] {
  const path: Moment[] = [{ time: 0, state: start }];
  for (const { excess, time: duration } of pieces) {
    for (let half = 0; half < 2; half++) {
      let { time, state } = path[path.length - 1]!;
      const h = duration / 2 / steps;
      for (let k = 0; k < steps; k++) {
        state = step((t, x) => slope(excess, t, x), time, state, h);
        time += h;
      }
      path.push({ time, state });
    }
  }
  return path;
}

function step(slope: (time: number, state: State) => State, time: number, x: State, h: number): State {
  const moved = (by: State, length: number): State => x.map((value, k) => value + length * by[k]!);
  const a = slope(time, x);
  const b = slope(time + h / 2, moved(a, h / 2));
  const c = slope(time + h / 2, moved(b, h / 2));
  const d = slope(time + h, moved(c, h));
  return x.map((value, k) => value + (h / 6) * (a[k]! + 2 * b[k]! + 2 * c[k]! + d[k]!));
}

/** Runge–Kutta steps per half of a piece. */
const STEPS = 12;

/**
 * The margin of the finer of two integrations. Halving the step divides the error of a fourth-order method by 16, so that
 * the difference of the two bounds it; 1e-12 covers the rounding of a few hundred steps at states below 100.
 */
export function judgeByHalving(marginAt: (steps: number) => number): Judgement {
  const [coarse, fine] = [marginAt(STEPS), marginAt(2 * STEPS)];
  return { margin: fine, error: Math.abs(fine - coarse) + 1e-12 };
}
