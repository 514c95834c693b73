/** One line of a table: numbers where there are numbers, so that a machine can read them. */
export type Row = Readonly<Record<string, string | number>>;

/** What a benchmark prints: lines of text, and tables. */
export interface Printer {
  line(text: string): void;
  /** Columns are those of the first row. */
  table(rows: readonly Row[]): void;
}

export interface Benchmark {
  readonly name: string;
  readonly about: string;
  /** Throws Disagreement before anything is timed where two programs do not compute the same. */
  run(printer: Printer): Promise<void> | void;
}

/** Two programs that should agree do not: nothing about their speed is worth printing. */
export class Disagreement extends Error {}

/** Throws Disagreement unless |a_k - b_k| <= tolerance for all k; the largest difference. */
export function agreement(what: string, a: ArrayLike<number>, b: ArrayLike<number>, tolerance: number): number {
  const largest = Math.max(0, ...Array.from(a, (x, k) => Math.abs(x - b[k])));
  if (a.length !== b.length || !(largest <= tolerance)) {
    throw new Disagreement(`${what}: expected an agreement to ${tolerance}, got a difference of ${largest}`);
  }
  return largest;
}
