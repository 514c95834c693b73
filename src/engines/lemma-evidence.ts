/** What is found out about a named lemma: whether its law holds, its controls fail and its wrong variants die. */
import type { Law } from '../claim/law.js';
import type { LawEvidence } from '../claim/verdict.js';
import { type Random, randomFromSeed } from '../numeric/random.js';
import type { LemmaLaw } from './lemmas/lemma-law.js';
import { mergeLawBlocks, runLawBlock } from './run-law.js';
import { lawObjective } from './search/law-objective.js';
import { breaks, type Point } from './search/objective.js';
import { search } from './search/search.js';

export interface LemmaEvidence {
  readonly law: LawEvidence;
  readonly controls: readonly LawEvidence[];
  readonly mutants: readonly MutantFate[];
}

export interface MutantFate {
  readonly name: string;
  /** Where it fails clearly; null where the search found no such place. */
  readonly killer: Point | null;
}

/** Runs of a lemma's law, and of each control. */
const RUNS = 400;
const SEARCH = { draws: 400, descents: 10, steps: 400 };

export function lemmaEvidence({ law, controls, mutants }: LemmaLaw, seed: number): LemmaEvidence {
  const random = (own: Law): Random => randomFromSeed(seed).split(own.id);
  const run = (own: Law): LawEvidence =>
    mergeLawBlocks(own, [runLawBlock(own, random(own), { block: 0, blocks: 1, runs: RUNS })], seed);
  return {
    law: run(law),
    controls: controls.map(run),
    mutants: mutants.map((mutant) => {
      const found = search(lawObjective(mutant.law), random(mutant.law), SEARCH);
      return { name: mutant.name, killer: found !== null && breaks(found) ? found : null };
    }),
  };
}
