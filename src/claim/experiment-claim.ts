/** A claim that an experiment decides: what it finds, each finding with a control, and wrong variants of them. */
import fc from 'fast-check';
import { type Claim, type ClaimSource, type Corpus, claim, type ExperimentStatement } from './claim.js';
import type { Case, Experiment, Finding, Json, Profile } from './experiment.js';
import { models } from './model-source.js';
import { theory } from './theory.js';

/** What a statement or a wrong variant says; it holds if all findings do, and fails with one of them. */
export interface FindingsSay {
  readonly text: string;
  readonly findings: readonly Finding[];
}

export type ExperimentSource = Pick<ClaimSource, 'id' | 'title' | 'source'> &
  Partial<Pick<ClaimSource, 'asPrinted' | 'repairs' | 'readingOf' | 'erratum'>> & {
    readonly says: FindingsSay & { readonly latex: string };
    readonly wrong: Readonly<Record<string, FindingsSay>>;
  };

/** Its verdict is `supported` at best: runs prove nothing. Throws RangeError where there are no findings, or two experiments. */
export function experimentClaim({ says, wrong, ...source }: ExperimentSource): Claim {
  const said = [says, ...Object.values(wrong)];
  const experiments = new Set(said.flatMap(({ findings }) => findings.map(({ experiment }) => experiment)));
  if (experiments.size !== 1 || said.some(({ findings }) => findings.length === 0))
    throw new RangeError(`${source.id}: expected findings of one experiment`);
  return claim({
    ...source,
    theory: RUNS,
    statement: { kind: 'experiment', ...says },
    given: {},
    models: NO_MODELS,
    mutants: Object.fromEntries(
      Object.entries(wrong).map(([name, other]) => [name, { kind: 'experiment', latex: '', ...other }] as const),
    ),
  });
}

export const isExperimentClaim = ({ statement }: Pick<Claim, 'statement'>): boolean =>
  typeof statement !== 'string' && statement.kind === 'experiment';

/** What a statement finds. Throws RangeError where no experiment decides it. */
export function experimentStatement({ id, statement }: Pick<Claim, 'id' | 'statement'>): ExperimentStatement {
  if (typeof statement !== 'string' && statement.kind === 'experiment') return statement;
  throw new RangeError(`${id}: not a claim that an experiment decides`);
}

export const experimentOf = (claim: Claim): Experiment => experimentStatement(claim).findings[0]!.experiment;

/** The experiments of a corpus, in its order. */
export const experimentsOf = ({ claims }: Corpus): readonly Experiment[] => [
  ...new Set(claims.filter(isExperimentClaim).map(experimentOf)),
];

export const mainCases = ({ experiment, cases }: Finding, profile: Profile): readonly Case<Json>[] =>
  (cases ?? experiment.cases.bind(experiment))(profile);

/** Every case that the verdict needs: those of its findings and their controls, and of its wrong variants. */
export function casesOf(claim: Claim, profile: Profile): readonly Case<Json>[] {
  const variants = claim.mutants.map(({ name, statement }) => ({ id: `${claim.id}, ${name}`, statement }));
  const findings = [claim, ...variants].flatMap((said) => experimentStatement(said).findings);
  return distinct(findings.flatMap((finding) => [...mainCases(finding, profile), ...finding.control.cases(profile)]));
}

export const claimsAbout = ({ claims }: Corpus, experiment: Experiment): readonly Claim[] =>
  claims.filter((claim) => isExperimentClaim(claim) && experimentOf(claim) === experiment);

/** Every case of an experiment: those that are drawn first, then what claims about it need besides. */
export function casesAbout(corpus: Corpus, experiment: Experiment, profile: Profile): readonly Case<Json>[] {
  const others = claimsAbout(corpus, experiment).flatMap((claim) => casesOf(claim, profile));
  return distinct([...experiment.cases(profile), ...others]);
}

const distinct = (cases: readonly Case<Json>[]): readonly Case<Json>[] => [
  ...new Map(cases.map((each) => [each.name, each])).values(),
];

/** There are no symbols to explain, and no instances of hypotheses to draw. */
const RUNS = theory({ name: 'runs', sizes: {}, indices: {}, symbols: {} });

const NO_MODELS = models({
  shapes: fc.constant({ regime: 'runs of an experiment' }),
  length: () => 0,
  build: nothing,
  smaller: () => [],
});

function nothing(): never {
  throw new RangeError('a statement about an experiment has no models');
}
