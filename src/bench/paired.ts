/** Times in milliseconds of two ways to do the same, taken by turns. */
export interface Paired {
  readonly ours: number;
  readonly theirs: number;
  /** theirs/ours, the median over the rounds. */
  readonly ratio: number;
  /** The smallest and the largest ratio of a round. */
  readonly range: readonly [number, number];
}

/** Rounds of both, one after the other, so that a busy machine slows both down; medians. */
export async function paired(
  rounds: number,
  ours: () => number | Promise<number>,
  theirs: () => number | Promise<number>,
): Promise<Paired> {
  const times: { ours: number; theirs: number }[] = [];
  for (let round = 0; round < rounds; round++) times.push({ ours: await ours(), theirs: await theirs() });
  const ratios = times.map((time) => time.theirs / time.ours);
  return {
    ours: median(times.map((time) => time.ours)),
    theirs: median(times.map((time) => time.theirs)),
    ratio: median(ratios),
    range: [Math.min(...ratios), Math.max(...ratios)],
  };
}

/** Milliseconds of one call, the mean over as many calls as fit into `budget` milliseconds (at least one). */
export function millisecondsOf(work: () => unknown, budget = 100): number {
  const start = performance.now();
  for (let calls = 1; ; calls++) {
    work();
    const spent = performance.now() - start;
    if (spent > budget) return spent / calls;
  }
}

export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
}
