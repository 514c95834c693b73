/** Work units: pure functions of their description, so that they may run anywhere and in any order. */
import type { Claim } from '../claim/claim.js';
import { enclosureOf, isEnclosureClaim } from '../claim/enclosure-claim.js';
import type { Json, Profile } from '../claim/experiment.js';
import { casesAbout, experimentOf, isExperimentClaim } from '../claim/experiment-claim.js';
import { isStatistical } from '../claim/law.js';
import { isStatisticalClaim } from '../claim/statistical-claim.js';
import type {
  Counterexample,
  EnclosureEvidence,
  EvaluationEvidence,
  HypothesisEvidence,
  MutantEvidence,
  ProofEvidence,
} from '../claim/verdict.js';
import { judgeEnclosureMutants } from '../engines/certify/enclosure-mutants.js';
import { judgeEnclosure } from '../engines/certify/judge-enclosure.js';
import { drawSamples } from '../engines/draw-samples.js';
import { evaluateClaim } from '../engines/evaluate-claim.js';
import { levelOf } from '../engines/false-alarms.js';
import { judgeHypotheses } from '../engines/hypotheses.js';
import { judgeMutants } from '../engines/mutate.js';
import type { ProofBook } from '../engines/proof-book.js';
import { refute } from '../engines/refute.js';
import { runCase } from '../engines/run-case.js';
import { type LawBlock, runLawBlock } from '../engines/run-law.js';
import { judgeStatisticalMutants } from '../engines/statistical-mutants.js';
import { type Random, randomFromSeed } from '../numeric/random.js';

export interface WorkUnit {
  readonly claimId: string;
  /** `law ID` for a block of a law's instances; `quick case NAME` for a run of the experiment of the claim. */
  readonly part:
    | 'proof'
    | 'evaluation'
    | 'mutants'
    | 'hypotheses'
    | 'refutation'
    | 'enclosure'
    | `law ${string}`
    | `${Profile} case ${string}`;
  readonly block: number;
  /** How many blocks the part is cut into. */
  readonly blocks: number;
  readonly seed: number;
  readonly runs: number;
}

/** The stream at (seed, claim, part): what draws samples splits it by their numbers, however they are cut into blocks. */
const partOf = ({ seed, claimId, part }: WorkUnit): Random => randomFromSeed(seed).split(claimId).split(part);

/** Every other random draw of a run comes from the stream at (seed, claim, part, block). */
const randomOf = (unit: WorkUnit): Random => partOf(unit).split(unit.block);

export type UnitResult =
  | { readonly part: 'proof'; readonly proof: ProofEvidence | null }
  | { readonly part: 'evaluation'; readonly evaluation: EvaluationEvidence }
  | { readonly part: 'mutants'; readonly mutants: readonly MutantEvidence[] }
  | { readonly part: 'hypotheses'; readonly hypotheses: readonly HypothesisEvidence[] }
  | { readonly part: 'refutation'; readonly refutation: Counterexample | null }
  | { readonly part: 'enclosure'; readonly enclosure: EnclosureEvidence }
  | { readonly part: 'case'; readonly case: DoneCase }
  | { readonly part: 'law'; readonly law: LawBlock };

/** A run of an experiment: many claims may speak about it. */
export interface DoneCase {
  readonly experiment: string;
  readonly name: string;
  readonly result: { readonly outcome: Json } | { readonly failure: string };
}

/** Performs one unit. What it draws on (the proofs of used claims) is computed once per process by the book. */
export async function performUnit(book: ProofBook, unit: WorkUnit): Promise<UnitResult> {
  const claim = book.claim(unit.claimId);
  const random = randomOf(unit);
  if (isStatisticalClaim(claim)) return statisticalUnit(book, claim, unit);
  if (isEnclosureClaim(claim)) return enclosureUnit(claim, unit);
  if (isExperimentClaim(claim)) return { part: 'case', case: await caseUnit(book, claim, unit) };
  const proved = await book.proofOf(claim);
  switch (unit.part) {
    case 'proof':
      return { part: 'proof', proof: proved?.evidence ?? null };
    case 'evaluation':
      return { part: 'evaluation', evaluation: evaluateClaim(claim, proved, random) };
    case 'mutants':
      return {
        part: 'mutants',
        mutants: await judgeMutants(claim, proved, random.split('all'), (k) => k % unit.blocks === unit.block),
      };
    case 'hypotheses':
      return { part: 'hypotheses', hypotheses: judgeHypotheses(claim, proved, random) };
    case 'refutation':
      return { part: 'refutation', refutation: proved?.theorem == null ? refute(claim, random) : null };
    default:
      return { part: 'law', law: lawUnit(claim, unit) };
  }
}

function lawUnit(claim: Claim, unit: WorkUnit): LawBlock {
  const law = claim.laws.find(({ id }) => unit.part === `law ${id}`)!;
  return isStatistical(law) ? drawSamples(law, partOf(unit), unit) : runLawBlock(law, randomOf(unit), unit);
}

/** Nothing is proved or evaluated where a statement has no term. */
function statisticalUnit(book: ProofBook, claim: Claim, unit: WorkUnit): UnitResult {
  if (unit.part !== 'mutants') return { part: 'law', law: lawUnit(claim, unit) };
  const mine = (k: number): boolean => k % unit.blocks === unit.block;
  const mutants = judgeStatisticalMutants(claim, partOf(unit), unit.seed, levelOf(book.corpus), mine);
  return { part: 'mutants', mutants };
}

/** Intervals decide; nothing is drawn, but by its laws. */
function enclosureUnit(claim: Claim, unit: WorkUnit): UnitResult {
  if (unit.part === 'enclosure')
    return { part: 'enclosure', enclosure: judgeEnclosure(claim.theory, enclosureOf(claim)) };
  if (unit.part !== 'mutants') return { part: 'law', law: lawUnit(claim, unit) };
  return { part: 'mutants', mutants: judgeEnclosureMutants(claim, (k) => k % unit.blocks === unit.block) };
}

/** Draws from a stream that knows the experiment and the case, but not the claim. */
async function caseUnit({ corpus }: ProofBook, claim: Claim, { part, seed }: WorkUnit): Promise<DoneCase> {
  const [, profile, name] = /^(quick|full) case (.*)$/s.exec(part)!;
  const experiment = experimentOf(claim);
  const wanted = casesAbout(corpus, experiment, profile as Profile).find((each) => each.name === name)!;
  const result = await runCase(experiment, wanted, seed).then(
    (outcome) => ({ outcome }),
    (error: unknown) => ({ failure: error instanceof Error ? error.message : String(error) }),
  );
  return { experiment: experiment.id, name: wanted.name, result };
}
