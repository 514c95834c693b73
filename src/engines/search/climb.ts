/** One local search under way: its best point, how many judgements it may still make, and when it is over. */
import { judgedAt, meritOf, type Objective, type Point } from './objective.js';

export class Climb {
  #best: Point;
  #left: number;
  readonly #objective: Objective;
  readonly #until: (point: Point) => boolean;

  /** `until`: a point that is good enough to stop at. */
  constructor(objective: Objective, start: Point, budget: number, until: (point: Point) => boolean) {
    this.#objective = objective;
    this.#best = start;
    this.#left = start.z.length === 0 || until(start) ? 0 : budget;
    this.#until = until;
  }

  get best(): Point {
    return this.#best;
  }

  get over(): boolean {
    return this.#left <= 0;
  }

  /** Judges z at the shape of the start and keeps it where it is better. Null where nothing is judged, or no budget is left. */
  tryAt(z: readonly number[]): Point | null {
    if (this.over) return null;
    this.#left -= 1;
    const point = judgedAt(this.#objective, this.#best.shape, z);
    if (point === null || !(meritOf(point) < meritOf(this.#best))) return point;
    this.#best = point;
    if (this.#until(point)) this.#left = 0;
    return point;
  }

  /** Tries z with one coordinate changed. */
  tryWith(at: number, x: number): Point | null {
    return this.tryAt(this.#best.z.map((old, k) => (k === at ? x : old)));
  }
}
