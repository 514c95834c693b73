/** A conjecture attacked and decided: past counterexamples, search, proof, the law, and the room that its constant leaves. */
import type { Claim } from '../claim/claim.js';
import { type Conjecture, conjectureId } from '../claim/conjecture.js';
import type { Law } from '../claim/law.js';
import type { Counterexample, VerdictWord } from '../claim/verdict.js';
import type { Random } from '../numeric/random.js';
import { toDouble } from '../symbolic/denotation/doubles.js';
import { evaluateClaim } from './evaluate-claim.js';
import { settleLaw } from './law-counterexample.js';
import { proofBook } from './proof-book.js';
import { readStatement } from './read-statement.js';
import { redecide } from './redecide.js';
import { refute } from './refute.js';
import { mergeLawBlocks, runLawBlock } from './run-law.js';
import { lawObjective } from './search/law-objective.js';
import { breaks } from './search/objective.js';
import { searchThoroughly } from './search/race.js';
import { constantOf, NoConstant, numberOf } from './tighten/constant.js';
import { tighten } from './tighten/tighten.js';

export interface Decision {
  readonly id: string;
  readonly statement: string;
  readonly verdict: VerdictWord;
  readonly why: string;
  /** Instances on which statement or law was judged for the report; the search judged up to `runs` more. */
  readonly instances: number;
  readonly exact: number;
  readonly leastMargin: number | null;
  /** Of an inequality with a numeric factor that stands: what is stated, and the sharpest that the search leaves possible. */
  readonly constant: { readonly stated: number; readonly observed: number; readonly share: number } | null;
  readonly counterexample: Counterexample | null;
  /** Whether the counterexample came from the directory of past ones. */
  readonly past: boolean;
}

/** Nothing can be said, and its author can mend that: models or a law that throw or give no number. */
export class ConjectureFailure extends Error {
  override readonly name = 'ConjectureFailure';
}

/** Decided by the stream and `runs`, the judgements that each search may make. Throws ConjectureFailure and TermError. */
export async function decideConjecture(
  conjecture: Conjecture,
  random: Random,
  runs: number,
  past: readonly Counterexample[] = [],
): Promise<Decision> {
  const { claim, law } = conjecture;
  const known = past.map((stored) => redecide(conjecture, stored)).find((found) => found !== null) ?? null;
  const found =
    known ?? (claim && refute(claim, random.split('refute'), budgetOf(runs))) ?? (law && attack(law, random, runs));
  const blank = {
    id: conjectureId(conjecture),
    statement: claim === null ? law!.about : readStatement(claim.theory, claim.statement).text,
    instances: 0,
    exact: 0,
    leastMargin: null,
    constant: null,
    counterexample: found,
    past: known !== null,
  };
  if (found !== null) {
    const verdict = found.decided === 'exactly' ? 'refuted-exactly' : 'refuted-numerically';
    return { ...blank, verdict, why: `fails by ${found.margin}` };
  }
  const byLaw = law === null ? null : judged(law, random, runs);
  if (claim === null) return { ...blank, ...byLaw! };
  const byClaim = await weighed(claim, random, runs);
  const least = byLaw?.leastMargin ?? null;
  return { ...blank, ...byClaim, leastMargin: least, instances: byClaim.instances + (byLaw?.instances ?? 0) };
}

/** A part of the judgements are draws, the others are spent on the boundary and on descent from the ten best. */
const budgetOf = (runs: number) => ({
  exact: 80,
  draws: Math.ceil(0.15 * runs),
  descents: 10,
  boundary: Math.ceil(0.015 * runs),
  steps: Math.ceil(0.07 * runs),
});

function attack(law: Law, random: Random, runs: number): Counterexample | null {
  const point = searchThoroughly(lawObjective(law), random.split('attack'), runs, breaks);
  return point === null || !breaks(point) ? null : settleLaw(law, point, random.split('settle'));
}

/** Draws for the smallest margin of a law that no search broke. */
function judged(law: Law, random: Random, runs: number) {
  const share = { block: 0, blocks: 1, runs: Math.max(40, Math.ceil(runs / 10)) };
  const {
    failure,
    minMargin,
    runs: instances,
    exactAgreement,
  } = mergeLawBlocks(law, [runLawBlock(law, random.split('law'), share)], 0);
  if (failure !== null) throw new ConjectureFailure(failure);
  const verdict: VerdictWord = 'supported';
  return {
    verdict,
    why: 'no instance breaks the law',
    instances,
    exact: exactAgreement?.instances ?? 0,
    leastMargin: minMargin,
  };
}

async function weighed(claim: Claim, random: Random, runs: number) {
  const corpus = { name: claim.id, citation: '', claims: [claim] };
  const proved = claim.proof === null ? null : await proofBook(corpus).proofOf(claim);
  const { failure, instances, exact, witness } = evaluateClaim(claim, proved ?? null, random.split('evaluate'));
  const said = (verdict: VerdictWord, why: string) => ({ verdict, why, instances, exact, constant: null });
  if (failure?.startsWith('the models give no instance')) throw new ConjectureFailure(failure);
  if (failure !== null) return said('undecided', failure);
  if (witness === null)
    return said('undecided', 'no exact instance of all hypotheses was found: it may be about nothing');
  const constant = constantFound(claim, random.split('tighten'), Math.ceil(runs / 2));
  if (proved?.theorem != null) {
    const steps = proved.evidence.steps.length;
    return { ...said('proved', `${steps} ${steps === 1 ? 'step' : 'steps'} checked by the kernel`), constant };
  }
  const tried = proved === null ? 'no proof was given' : `the proof fails: ${proved.evidence.failure}`;
  return { ...said('supported', `every instance agrees; ${tried}`), constant };
}

function constantFound(claim: Claim, random: Random, runs: number): Decision['constant'] {
  try {
    const constant = constantOf(claim);
    const factor = numberOf(constant);
    const share = tighten(claim, constant, random, runs)?.best.share;
    if (factor === null || share === undefined) return null;
    const stated = toDouble(factor).re;
    return { stated, observed: constant.relation === '<=' ? stated * share : stated / share, share };
  } catch (error) {
    if (error instanceof NoConstant) return null;
    throw error;
  }
}
