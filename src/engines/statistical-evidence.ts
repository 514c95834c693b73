/** The evidence of a law about random draws, from the draws of all its blocks. */
import type { StatisticalLaw } from '../claim/statistical-law.js';
import type { Counterexample, LawEvidence, StatisticalEvidence } from '../claim/verdict.js';
import { joinSamples } from './draw-samples.js';
import { judgeFrequency } from './judge-frequency.js';
import { judgeTrend } from './judge-trend.js';
import type { LawBlock } from './run-law.js';

/** What one kind of law makes of its draws. */
export interface Found extends Omit<StatisticalEvidence, 'oneIn'> {
  /** Confidence bound against statement: not negative where the law holds. */
  readonly margin: number | null;
  readonly failure: string | null;
  readonly broken: Omit<Counterexample, 'decided'> | null;
}

/** `oneIn` is the level of the corpus. */
export function mergeSampleBlocks(
  law: StatisticalLaw,
  blocks: readonly LawBlock[],
  seed: number,
  oneIn: number,
): LawEvidence {
  const groups = joinSamples(blocks);
  const runs = blocks.reduce((total, block) => total + block.runs, 0);
  const stopped = blocks.find(({ failure }) => failure !== null)?.failure ?? null;
  const names =
    law.kind === 'frequency'
      ? law.settings.map(({ regime }) => regime)
      : law.rungs.map((x) => `${law.variable} = ${x}`);
  const empty = { id: law.id, kind: law.kind, runs, seed, error: 0, exactAgreement: null };
  const undecided = (failure: string): LawEvidence => ({
    ...empty,
    minMargin: null,
    broken: null,
    coverage: {},
    statistics: null,
    failure,
  });
  if (stopped !== null || runs === 0) return undecided(stopped ?? 'there is nothing to draw');
  let found: Found;
  try {
    found = law.kind === 'frequency' ? judgeFrequency(law, groups, oneIn) : judgeTrend(law, groups, oneIn);
  } catch (error) {
    // A stated probability that is none, or more draws than can be judged, is a corpus' mistake.
    return undecided(error instanceof Error ? error.message : String(error));
  }
  const { margin, failure, broken, frequencies, trend } = found;
  return {
    ...empty,
    minMargin: margin,
    broken: broken === null ? null : { decided: 'numerically', ...broken },
    coverage: counted(
      names,
      groups.map(({ values }) => values.length),
    ),
    statistics: { oneIn, frequencies, trend },
    failure,
  };
}

function counted(names: readonly string[], draws: readonly number[]): Record<string, number> {
  const counts = new Map<string, number>();
  for (const [k, name] of names.entries()) counts.set(name, (counts.get(name) ?? 0) + draws[k]!);
  return Object.fromEntries([...counts].sort(([a], [b]) => (a < b ? -1 : 1)));
}
