/** Unit results into verdicts, in paper order, whatever the order in which they came. */
import type { Claim, Corpus } from '../claim/claim.js';
import type { Verdict } from '../claim/verdict.js';
import type { ClaimEvidence } from '../engines/evidence.js';
import { mergeLawBlocks } from '../engines/run-law.js';
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
  for (const claim of selectedClaims(corpus, options.ids)) {
    const own = done.filter(({ unit }) => unit.claimId === claim.id).sort((a, b) => a.unit.block - b.unit.block);
    const used = claim.uses.flatMap((id) => verdicts.get(id) ?? []);
    verdicts.set(claim.id, verdictOf(claim, evidenceOf(claim, own, options.seed), used));
  }
  return [...verdicts.values()];
}

function evidenceOf(claim: Claim, done: readonly DoneUnit[], seed: number): ClaimEvidence {
  const of = <P extends UnitResult['part']>(part: P): Extract<UnitResult, { part: P }>[] =>
    done.flatMap(({ result }) => (result.part === part ? [result as Extract<UnitResult, { part: P }>] : []));
  return {
    proof: of('proof')[0]!.proof,
    evaluation: of('evaluation')[0]!.evaluation,
    hypotheses: of('hypotheses').flatMap(({ hypotheses }) => hypotheses),
    refutation: of('refutation')[0]!.refutation,
    mutants: inOrder(of('mutants').map(({ mutants }) => mutants)),
    laws: claim.laws.map((law) =>
      mergeLawBlocks(
        law,
        of('law').flatMap(({ law: block }) => (block.id === law.id ? [block] : [])),
        seed,
      ),
    ),
  };
}

/** Undoes the dealing of the mutants to blocks: number k went to block k mod n. */
function inOrder<T>(blocks: readonly (readonly T[])[]): T[] {
  const total = blocks.reduce((count, block) => count + block.length, 0);
  return Array.from({ length: total }, (_, k) => blocks[k % blocks.length]![Math.floor(k / blocks.length)]!);
}
