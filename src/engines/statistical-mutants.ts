/** The wrong variants of a claim about random draws: each has a law, which has to break. */
import type { Claim, Mutant } from '../claim/claim.js';
import type { LawEvidence, MutantEvidence } from '../claim/verdict.js';
import type { Random } from '../numeric/random.js';
import { drawSamples } from './draw-samples.js';
import { mergeSampleBlocks } from './statistical-evidence.js';

/** Judges the variants whose number is chosen, on as many draws as the default run makes. */
export function judgeStatisticalMutants(
  claim: Claim,
  random: Random,
  seed: number,
  oneIn: number,
  chosen: (k: number) => boolean = () => true,
): MutantEvidence[] {
  return claim.mutants
    .filter((_, k) => chosen(k))
    .map((mutant) => judge(mutant, random.split(mutant.name), seed, oneIn));
}

function judge({ name, statement, law }: Mutant, random: Random, seed: number, oneIn: number): MutantEvidence {
  const text = typeof statement === 'string' || statement.kind !== 'statistical' ? name : statement.text;
  if (law === undefined) return { name, statement: text, fate: 'survived', how: 'it has no law that could break' };
  const block = drawSamples(law, random, { block: 0, blocks: 1, runs: law.draws.quick });
  const evidence = mergeSampleBlocks(law, [block], seed, oneIn);
  const how = evidence.failure ?? rejection(evidence);
  return { name, statement: text, fate: evidence.broken === null ? 'survived' : 'killed', how };
}

/** Why the draws reject a law, or that they do not. */
function rejection({ broken, statistics, runs }: LawEvidence): string {
  if (broken === null || statistics === null) return `not rejected by ${runs} draws`;
  const sign = statistics.frequencies.find(({ failures, critical }) => failures >= critical);
  if (sign !== undefined) {
    return `${sign.failures} of ${sign.draws} draws fail, where ${sign.stated} of them may: rejected from ${sign.critical} on (margin ${broken.margin})`;
  }
  const { power, constant } = statistics.trend!;
  const off = broken.shape.regime === 'power' ? power! : constant!;
  return `the ${broken.shape.regime} is ${off.estimate.toPrecision(4)} ± ${off.halfWidth.toPrecision(2)}, not ${off.predicted} (margin ${broken.margin})`;
}
