/** What is used of the package odex, whose own source, all that it ships, does not pass a strict type check. */
interface Solution {
  readonly y: number[];
  /** 0 where the end was reached. */
  readonly outcome: number;
  readonly nEval: number;
}

/** Gragg, Bulirsch and Stoer's extrapolation with order and step control (Hairer, Norsett and Wanner I, II.9). */
declare class Solver {
  constructor(dimension: number);
  absoluteTolerance: number;
  relativeTolerance: number;
  maxSteps: number;
  denseOutput: boolean;
  solve(
    velocity: (x: number, y: number[]) => ArrayLike<number>,
    x0: number,
    y0: number[],
    x1: number,
    onStep: (
      step: number,
      xOld: number,
      x: number,
      y: number[],
      interpolate: (component: number, x: number) => number,
    ) => boolean | undefined,
  ): Solution;
}

declare const odex: { readonly Solver: typeof Solver };
export default odex;
