/** Unit results into verdicts, in paper order, whatever the order in which they came. */
import { type Claim, type Corpus, hasTerm } from '../claim/claim.js';
import type { Profile } from '../claim/experiment.js';
import { casesOf, experimentOf, isExperimentClaim } from '../claim/experiment-claim.js';
import { isStatistical } from '../claim/law.js';
import type { Verdict } from '../claim/verdict.js';
import type { ClaimEvidence } from '../engines/evidence.js';
import { levelOf } from '../engines/false-alarms.js';
import { judgeExperiment, judgeExperimentMutants, type Outcomes } from '../engines/judge-experiment.js';
import { mergeLawBlocks } from '../engines/run-law.js';
import { mergeSampleBlocks } from '../engines/statistical-evidence.js';
import { verdictOf } from '../engines/verdict.js';
import { type RunOptions, selectedClaims } from './plan.js';
import type { UnitResult, WorkUnit } from './units.js';

export interface DoneUnit {
  readonly unit: WorkUnit;
  readonly result: UnitResult;
}

/** The verdicts of the selected claims and of all that they use. */
export function mergeVerdicts(corpus: Corpus, options: RunOptions, done: readonly DoneUnit[]): Verdict[] {
  const verdicts = new Map<string, Verdict>();
  const oneIn = levelOf(corpus);
  for (const claim of selectedClaims(corpus, options.ids)) {
    const used = claim.uses.flatMap((id) => verdicts.get(id) ?? []);
    if (isExperimentClaim(claim)) {
      verdicts.set(claim.id, verdictOf(claim, evidenceOfRuns(claim, 'quick', done), used));
      continue;
    }
    const own = done.filter(({ unit }) => unit.claimId === claim.id).sort((a, b) => a.unit.block - b.unit.block);
    verdicts.set(claim.id, verdictOf(claim, evidenceOf(claim, own, options.seed, oneIn), used));
  }
  return [...verdicts.values()];
}

function evidenceOf(claim: Claim, done: readonly DoneUnit[], seed: number, oneIn: number): ClaimEvidence {
  const of = <P extends UnitResult['part']>(part: P): Extract<UnitResult, { part: P }>[] =>
    done.flatMap(({ result }) => (result.part === part ? [result as Extract<UnitResult, { part: P }>] : []));
  const laws = claim.laws.map((law) => {
    const blocks = of('law').flatMap(({ law: block }) => (block.id === law.id ? [block] : []));
    return isStatistical(law) ? mergeSampleBlocks(law, blocks, seed, oneIn) : mergeLawBlocks(law, blocks, seed);
  });
  const mutants = inOrder(of('mutants').map((part) => part.mutants));
  if (!hasTerm(claim))
    return { ...NO_TERM, enclosure: of('enclosure')[0]?.enclosure ?? null, experiment: null, laws, mutants };
  return {
    proof: of('proof')[0]!.proof,
    enclosure: null,
    experiment: null,
    evaluation: of('evaluation')[0]!.evaluation,
    hypotheses: of('hypotheses').flatMap(({ hypotheses }) => hypotheses),
    refutation: of('refutation')[0]!.refutation,
    mutants,
    laws,
  };
}

/** The runs may have been made for another claim about the same experiment. */
export function evidenceOfRuns(claim: Claim, profile: Profile, done: readonly DoneUnit[]): ClaimEvidence {
  const wanted = new Set(casesOf(claim, profile).map(({ name }) => name));
  const { id } = experimentOf(claim);
  const runs = done.flatMap(({ result }) => (result.part === 'case' ? [result.case] : []));
  const outcomes: Outcomes = new Map(
    runs.flatMap(({ experiment, name, result }) =>
      experiment === id && wanted.has(name) ? [[name, result] as const] : [],
    ),
  );
  const experiment = judgeExperiment(claim, profile, outcomes);
  return {
    ...NO_TERM,
    experiment,
    laws: [],
    mutants: judgeExperimentMutants(claim, profile, outcomes),
    enclosure: null,
  };
}

/** All else that is known of a statement without a term: it has no hypotheses, or every draw meets them. */
const NO_TERM: Omit<ClaimEvidence, 'enclosure' | 'experiment' | 'laws' | 'mutants'> = {
  proof: null,
  evaluation: {
    instances: 0,
    exact: 0,
    items: [],
    failure: null,
    coverage: {},
    witness: 'whatever it speaks about',
    outside: null,
  },
  hypotheses: [],
  refutation: null,
};

/** Undoes the dealing of the mutants to blocks: number k went to block k mod n. */
function inOrder<T>(blocks: readonly (readonly T[])[]): T[] {
  const total = blocks.reduce((count, block) => count + block.length, 0);
  return Array.from({ length: total }, (_, k) => blocks[k % blocks.length]![Math.floor(k / blocks.length)]!);
}
