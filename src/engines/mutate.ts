/** The fate of the wrong variants of a claim. A variant that merely cannot be proved has survived. */
import type { Claim } from '../claim/claim.js';
import type { Counterexample, MutantEvidence } from '../claim/verdict.js';
import type { Random } from '../numeric/random.js';
import { alsoTrue } from './also-true.js';
import { type ClaimInstance, drawExact, drawFloating } from './claim-instance.js';
import { mutantsOf, type ReadMutant } from './mutants.js';
import type { ProvedClaim } from './prove.js';
import { hypothesesHold, marginOn, settle, statementObjective } from './refute.js';
import { search } from './search.js';
import { marginText } from './statement-margin.js';

/** Instances that every variant is tried on before it is searched for. */
const [EXACT, FLOATING] = [24, 120];
const SEARCH = { draws: 400, descents: 4, steps: 500 };

/** Judges the variants whose number is chosen. */
export function judgeMutants(
  claim: Claim,
  proved: ProvedClaim | null,
  random: Random,
  chosen: (k: number) => boolean = () => true,
): MutantEvidence[] {
  const mutants = mutantsOf(claim);
  if (!mutants.some((_, k) => chosen(k))) return [];
  const pool = instances(claim, random);
  return mutants.flatMap((mutant, k) =>
    chosen(k) ? [judge(claim, proved, mutant, pool, random.split(mutant.name))] : [],
  );
}

/** Instances of the claim on which all hypotheses hold, exact ones first. */
function instances(claim: Claim, random: Random): ClaimInstance[] {
  const exact = Array.from({ length: EXACT }, (_, k) => drawExact(claim.models, random.split(`exact ${k}`)));
  const floating = Array.from({ length: FLOATING }, (_, k) =>
    drawFloating(claim.models, random.split(`floating ${k}`)),
  );
  return [...exact, ...floating].filter(
    (instance) => instance !== null && hypothesesHold(claim, instance),
  ) as ClaimInstance[];
}

function judge(
  claim: Claim,
  proved: ProvedClaim | null,
  { name, text, kernel }: ReadMutant,
  pool: readonly ClaimInstance[],
  random: Random,
): MutantEvidence {
  const fate = (word: MutantEvidence['fate'], how: string): MutantEvidence => ({
    name,
    statement: text,
    fate: word,
    how,
  });
  for (const instance of pool) {
    const margin = marginOn(claim, kernel, instance);
    if (margin?.breaks !== true) continue;
    const decided = instance.kind === 'exact' ? 'exactly' : 'numerically';
    return fate('killed', `${decided}, on ${shapeText(instance.shape)}, margin ${marginText(margin)}`);
  }
  const why = proved === null ? null : alsoTrue(proved, kernel);
  if (why !== null) return fate('also true', why);
  const found = search(statementObjective(claim, kernel), random.split('search'), SEARCH);
  const killer = found === null ? null : settle(claim, kernel, found, random.split('settle'));
  if (killer !== null)
    return fate('killed', `${killer.decided}, by search, on ${shapeText(killer.shape)}, margin ${killer.margin}`);
  return fate('survived', `not refuted; smallest margin ${found?.margin.toPrecision(4) ?? 'none'}`);
}

const shapeText = (shape: Counterexample['shape']): string =>
  Object.entries(shape)
    .map(([key, value]) => (key === 'regime' ? value : `${key} = ${value}`))
    .join(', ');
