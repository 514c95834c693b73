/** The draws of a law about random draws, in blocks: what a draw gives depends on its number alone. */
import type { Setting, StatisticalLaw } from '../claim/statistical-law.js';
import type { Random } from '../numeric/random.js';
import type { LawBlock, LawShare } from './run-law.js';

/** The draws of one setting or rung. */
export interface SampleGroup {
  /** value/bound of a frequency law, the value of a trend. */
  readonly values: readonly number[];
  readonly failures: number;
}

/** `random` is the law's own stream, the same for all blocks; `runs` counts the draws per setting or rung over all of them. */
export function drawSamples(law: StatisticalLaw, random: Random, { block, blocks, runs }: LawShare): LawBlock {
  const from = Math.floor((runs * block) / blocks);
  const to = Math.floor((runs * (block + 1)) / blocks);
  const empty = { id: law.id, runs: 0, least: null, broken: null, coverage: {}, agreement: null };
  try {
    const samples = groupsOf(law).map((one, k) => drawGroup(one, random.split(k), from, to));
    return { ...empty, runs: (to - from) * samples.length, failure: null, samples };
  } catch (error) {
    // What a corpus throws decides nothing about its law.
    return { ...empty, failure: error instanceof Error ? error.message : String(error), samples: [] };
  }
}

type OneDraw = (random: Random) => { readonly value: number; readonly fails: boolean };

function groupsOf(law: StatisticalLaw): readonly OneDraw[] {
  if (law.kind === 'trend') {
    return law.rungs.map((x) => (random) => ({
      value: requireFinite(law.observe(x, random), `${law.variable} = ${x}`),
      fails: false,
    }));
  }
  return law.settings.map((setting: Setting) => (random) => {
    const { value, bound, error } = law.observe(setting, random);
    const where = JSON.stringify(setting);
    for (const x of [value, bound, error]) requireFinite(x, where);
    if (!(bound > 0 && error >= 0))
      throw new RangeError(`expected bound > 0 and error >= 0, got ${bound} and ${error} at ${where}`);
    return { value: value / bound, fails: value > bound + error };
  });
}

function drawGroup(one: OneDraw, random: Random, from: number, to: number): SampleGroup {
  const drawn = Array.from({ length: to - from }, (_, k) => one(random.split(from + k)));
  return { values: drawn.map(({ value }) => value), failures: drawn.filter(({ fails }) => fails).length };
}

function requireFinite(x: number, where: string): number {
  if (!Number.isFinite(x)) throw new RangeError(`a draw gave ${x} at ${where}`);
  return x;
}

/** The groups of all blocks, in the order of the draws. */
export function joinSamples(blocks: readonly LawBlock[]): SampleGroup[] {
  const first = blocks[0]?.samples ?? [];
  return first.map((_, k) => ({
    values: blocks.flatMap(({ samples }) => samples?.[k]?.values ?? []),
    failures: blocks.reduce((total, { samples }) => total + (samples?.[k]?.failures ?? 0), 0),
  }));
}
