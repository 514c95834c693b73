/** The verdict of a claim, computed from its evidence and from the verdicts of the claims that it uses. */
import type { Claim } from '../claim/claim.js';
import { isEnclosureClaim } from '../claim/enclosure-claim.js';
import { isExperimentClaim } from '../claim/experiment-claim.js';
import { isStatisticalClaim } from '../claim/statistical-claim.js';
import {
  type Counterexample,
  type EnclosureEvidence,
  type ExperimentEvidence,
  VERDICTS,
  type Verdict,
  type VerdictWord,
} from '../claim/verdict.js';
import type { ClaimEvidence } from './evidence.js';
import { withoutHypotheses } from './hypotheses.js';
import { counterexampleOfRuns } from './judge-experiment.js';
import { spellStatement } from './read-statement.js';

/** `used` holds the verdicts of the claims in `claim.uses`. */
export function verdictOf(claim: Claim, found: ClaimEvidence, used: readonly Verdict[]): Verdict {
  const { text, latex } = spellStatement(claim);
  const mutants = [...found.mutants, ...withoutHypotheses(text, found.hypotheses)];
  const evidence: ClaimEvidence = { ...found, mutants };
  const witness = counterexampleOf(evidence);
  const own = judge(claim, evidence, witness);
  const { verdict, why } = capped(own, used);
  const against = isAgainst(verdict);
  return {
    id: claim.id,
    title: claim.title,
    source: claim.source,
    statement: text,
    latex,
    verdict,
    why,
    asPrinted: claim.asPrinted,
    readingOf: claim.readingOf ?? null,
    repairs: claim.repairs,
    flags: flagsOf(evidence, against),
    cited: evidence.proof?.cited ?? [],
    uses: claim.uses,
    // Of a statement that is false nobody asks which hypotheses it needs, or whether a nudged one is false too.
    hypotheses: against ? [] : evidence.hypotheses,
    proof: evidence.proof,
    enclosure: evidence.enclosure,
    experiment: evidence.experiment,
    evaluation: evidence.evaluation,
    laws: evidence.laws,
    mutants: against ? mutants.slice(0, claim.mutants.length) : mutants,
    witness,
  };
}

interface Judgement {
  readonly verdict: VerdictWord;
  readonly why: string;
}

export const isAgainst = (verdict: VerdictWord): boolean => verdict.startsWith('refuted');
const undecided = (why: string): Judgement => ({ verdict: 'undecided', why });

/** The strongest counterexample to the statement itself or to one of its laws. */
function counterexampleOf({ refutation, experiment, laws }: ClaimEvidence): Counterexample | null {
  const byRuns = experiment && counterexampleOfRuns(experiment);
  const all = [refutation, byRuns, ...laws.map((law) => law.broken)].filter((found) => found !== null);
  return all.find((found) => found.decided === 'exactly') ?? all[0] ?? null;
}

function judge(claim: Claim, evidence: ClaimEvidence, witness: Counterexample | null): Judgement {
  const { proof, enclosure, experiment, evaluation, laws, mutants } = evidence;
  const proved = proof?.checked === true;
  if (enclosure?.outcome === 'refuted') return { verdict: 'refuted-certified', why: `by intervals: ${enclosure.why}` };
  if (experiment?.outcome === 'refuted')
    return { verdict: 'refuted-numerically', why: `by ${runsText(experiment)}: ${experiment.why}` };
  if (witness !== null) {
    const shown = proved ? 'the proof' : enclosure?.outcome === 'certified' ? 'the intervals' : null;
    if (shown !== null)
      return undecided(`evidence contradicts ${shown}: a counterexample with margin ${witness.margin}`);
    return {
      verdict: witness.decided === 'exactly' ? 'refuted-exactly' : 'refuted-numerically',
      why: `fails with margin ${witness.margin}, decided ${witness.decided}`,
    };
  }
  if (evaluation.failure !== null)
    return undecided(proved ? `evidence contradicts the proof: ${evaluation.failure}` : evaluation.failure);
  if (proof !== null && !proved) return undecided(`the proof does not check: ${proof.failure}`);
  const failing = laws.find((law) => law.failure !== null);
  if (failing !== undefined) return undecided(`law ${failing.id}: ${failing.failure}`);
  const survivor = mutants.find((mutant) => mutant.fate === 'survived');
  if (survivor !== undefined) return undecided(`a wrong variant survives: ${survivor.name}`);
  if (proved) {
    return claim.provedFor === null
      ? { verdict: 'proved', why: `${stepsText(proof.steps.length)} checked by the kernel` }
      : { verdict: 'proved-for', why: `for ${sizesText(claim.provedFor)}: ${stepsText(proof.steps.length)} checked` };
  }
  if (isEnclosureClaim(claim)) return enclosed(enclosure);
  if (isExperimentClaim(claim)) return experimented(experiment);
  const runs = laws.reduce((total, law) => total + law.runs, 0);
  if (isStatisticalClaim(claim)) {
    if (runs === 0) return undecided('no law, no draws');
    return { verdict: 'supported', why: `no proof; not rejected by ${runs} random draws` };
  }
  return {
    verdict: 'supported',
    why: `no proof; true on ${evaluation.instances} instances and in ${runs} runs of laws`,
  };
}

function enclosed(enclosure: EnclosureEvidence | null): Judgement {
  if (enclosure === null) return undecided('nothing was enclosed');
  return enclosure.outcome === 'certified'
    ? { verdict: 'certified', why: `by intervals: ${enclosure.why}` }
    : undecided(enclosure.why);
}

function experimented(experiment: ExperimentEvidence | null): Judgement {
  if (experiment === null) return undecided('nothing was run');
  const { outcome, why, findings } = experiment;
  if (outcome !== 'holds') return undecided(why);
  const found = findings.length === 1 ? 'what it finds' : `all ${findings.length} findings`;
  return { verdict: 'supported', why: `no proof; ${found} in ${runsText(experiment)}, and not in the controls` };
}

const runsText = ({ cases, profile, experiment }: ExperimentEvidence): string =>
  `${cases} runs of ${experiment} (${profile})`;

const stepsText = (count: number): string => `${count} ${count === 1 ? 'step' : 'steps'}`;

const sizesText = (sizes: Readonly<Record<string, number>>): string =>
  Object.entries(sizes)
    .map(([name, value]) => `${name} = ${value}`)
    .join(', ');

const strength = (verdict: VerdictWord): number => VERDICTS.indexOf(verdict);

/** Worth no more than the weakest claim used; a refutation needs no support. */
function capped(own: Judgement, used: readonly Verdict[]): Judgement {
  if (isAgainst(own.verdict)) return own;
  const refuted = used.find((other) => isAgainst(other.verdict));
  if (refuted !== undefined) return undecided(`uses ${refuted.id}, which is ${refuted.verdict}`);
  const weakest = used.reduce<Verdict | null>(
    (least, other) => (least === null || strength(other.verdict) > strength(least.verdict) ? other : least),
    null,
  );
  if (weakest === null || strength(weakest.verdict) <= strength(own.verdict)) return own;
  return { verdict: weakest.verdict, why: `uses ${weakest.id}, which is ${weakest.verdict}` };
}

function flagsOf({ evaluation, proof, mutants, hypotheses }: ClaimEvidence, against: boolean): string[] {
  const flags: string[] = [];
  if (evaluation.witness === null || evaluation.outside?.witness === null) flags.push('vacuous');
  if ((proof?.cited.length ?? 0) > 0) flags.push('cited');
  if (!against && mutants.some((mutant) => mutant.fate === 'survived')) flags.push('mutant survived');
  if (against) return flags;
  for (const { name, status } of hypotheses) {
    if (status === 'unused') flags.push(`unused hypothesis: ${name}`);
    if (status === 'no witness') flags.push(`no witness: ${name}`);
    if (status === 'witness is wrong') flags.push(`witness is wrong: ${name}`);
  }
  return flags;
}
