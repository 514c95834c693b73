/** What the runs of an experiment say about a claim, and about its wrong variants. */
import type { Claim } from '../claim/claim.js';
import type { Case, CaseResult, Finding, Json, Profile } from '../claim/experiment.js';
import { experimentOf, experimentStatement, mainCases } from '../claim/experiment-claim.js';
import { type Measured, type Side, sideOf } from '../claim/measured.js';
import type {
  Counterexample,
  ExperimentEvidence,
  FindingEvidence,
  MeasuredEvidence,
  MutantEvidence,
} from '../claim/verdict.js';
import { BadInput } from '../numeric/bad-input.js';

/** The outcome of a case by its name; a case that went wrong gives the reason. */
export type Outcomes = ReadonlyMap<string, { readonly outcome: Json } | { readonly failure: string }>;

/**
 * Refuted where a finding fails on whose control the same measurement holds; true where all findings hold and fail on their
 * controls. What cannot fail, or fails everywhere, decides nothing.
 */
export function judgeExperiment(claim: Claim, profile: Profile, outcomes: Outcomes): ExperimentEvidence {
  const base = { experiment: experimentOf(claim).id, profile, cases: outcomes.size };
  try {
    const findings = experimentStatement(claim).findings.map((finding) => findingOf(finding, profile, outcomes));
    return { ...base, ...decided(findings), findings };
  } catch (error) {
    if (!(error instanceof BadInput)) throw error;
    return { ...base, outcome: 'undecided', why: error.message, findings: [] };
  }
}

function decided(findings: readonly FindingEvidence[]): Pick<ExperimentEvidence, 'outcome' | 'why'> {
  const failing = findings.find(({ side, control }) => side === 'fails' && control.side === 'holds');
  if (failing !== undefined) return { outcome: 'refuted', why: worstOf(failing) };
  const open = findings.find(({ side }) => side !== 'holds');
  if (open !== undefined) {
    const why =
      open.side === 'open'
        ? `not decided: ${worstOf(open)}`
        : `its control does not decide the other way: ${open.control.about}`;
    return { outcome: 'undecided', why };
  }
  const idle = findings.find(({ control }) => control.side !== 'fails');
  if (idle !== undefined)
    return { outcome: 'undecided', why: `its control does not decide the other way: ${idle.control.about}` };
  return { outcome: 'holds', why: findings.map(({ says }) => says).join('; ') };
}

/** The number that fails by most of its interval, or the first that is open. */
const worstOf = ({ measured, side }: FindingEvidence): string =>
  measuredText(measured.find((each) => each.side === side)!);

export function measuredText({ what, estimate, low, high, relation, bound }: Measured): string {
  const opposite = { '>=': '<', '<=': '>' }[relation];
  return `${what} is ${short(estimate)} [${short(low)}, ${short(high)}], ${sideText()} ${short(bound)}`;
  function sideText(): string {
    const side = sideOf({ what, estimate, low, high, relation, bound, runs: 0 });
    return side === 'holds' ? relation : side === 'fails' ? opposite : 'around';
  }
}

const short = (x: number): string => String(Number(x.toPrecision(4)));

function findingOf(finding: Finding, profile: Profile, outcomes: Outcomes): FindingEvidence {
  const { says, printed, control } = finding;
  const main = sided(finding, mainCases(finding, profile), outcomes);
  return {
    says,
    printed,
    ...main,
    control: { about: control.about, ...sided(finding, control.cases(profile), outcomes) },
  };
}

function sided(
  finding: Finding,
  cases: readonly Case<Json>[],
  outcomes: Outcomes,
): { readonly side: Side; readonly measured: readonly MeasuredEvidence[] } {
  const measured = finding
    .measure(cases.map((each) => resultOf(each, outcomes)))
    .map((each) => ({ ...each, side: sideOf(each) }));
  if (measured.length === 0) throw new BadInput(`nothing was measured: ${finding.says}`);
  const strange = measured.find(({ estimate, low, high }) => ![estimate, low, high].every(Number.isFinite));
  if (strange !== undefined) throw new BadInput(`${strange.what}: expected finite numbers`);
  const sides = measured.map(({ side }) => side);
  return { side: sides.includes('fails') ? 'fails' : sides.includes('open') ? 'open' : 'holds', measured };
}

function resultOf(each: Case<Json>, outcomes: Outcomes): CaseResult<Json, Json> {
  const found = outcomes.get(each.name);
  if (found === undefined) throw new BadInput(`the run ${each.name} is missing`);
  if ('failure' in found) throw new BadInput(`the run ${each.name}: ${found.failure}`);
  return { ...each, outcome: found.outcome };
}

/** A variant is killed where one of its findings fails on the same runs; one that holds as well has survived. */
export function judgeExperimentMutants(claim: Claim, profile: Profile, outcomes: Outcomes): MutantEvidence[] {
  return claim.mutants.map(({ name, statement }) => {
    const variant = { ...claim, id: `${claim.id}, ${name}`, statement, mutants: [] };
    const { text } = experimentStatement(variant);
    const { findings, why } = judgeExperiment(variant, profile, outcomes);
    const failing = findings.find(({ side }) => side === 'fails');
    return failing === undefined
      ? { name, statement: text, fate: 'survived', how: why }
      : { name, statement: text, fate: 'killed', how: worstOf(failing) };
  });
}

/** The first number that refutes a claim, as its counterexample. */
export function counterexampleOfRuns({ outcome, findings }: ExperimentEvidence): Counterexample | null {
  if (outcome !== 'refuted') return null;
  const failing = findings.find(({ side, control }) => side === 'fails' && control.side === 'holds')!;
  const { what, estimate, low, high, relation, bound, runs } = failing.measured.find(({ side }) => side === 'fails')!;
  const margin = relation === '>=' ? high - bound : bound - low;
  return {
    decided: 'numerically',
    margin: short(margin),
    shape: { regime: what },
    values: { estimate, low, high, bound, runs },
  };
}
