/** Runs one experiment of a corpus, as its claims need it: case by case in a pool of workers, from where a journal stands. */
import type { Corpus } from '../claim/claim.js';
import type { CaseResult, Experiment, Json, Profile } from '../claim/experiment.js';
import { casesAbout, claimsAbout } from '../claim/experiment-claim.js';
import type { Verdict } from '../claim/verdict.js';
import { verdictOf } from '../engines/verdict.js';
import { BadInput } from '../numeric/bad-input.js';
import type { Journal } from './journal.js';
import { type DoneUnit, evidenceOfRuns } from './merge.js';
import { caseUnit } from './plan.js';
import { performInPool } from './pool.js';
import type { DoneCase, WorkUnit } from './units.js';

export interface FigureOptions {
  readonly profile: Profile;
  readonly seed: number;
  readonly workers: number;
  /** Null: nothing is kept. */
  readonly journal: Journal | null;
  readonly onProgress?: (progress: FigureProgress) => void;
}

export interface FigureProgress {
  readonly done: number;
  readonly total: number;
  /** The share of the work that is done, of what was not there before, by the weights of the cases. */
  readonly share: number;
}

export interface Figure {
  readonly experiment: Experiment;
  /** Of the claims about it, in the order of the corpus. */
  readonly verdicts: readonly Verdict[];
  /** Of the experiment's own cases, without controls. */
  readonly results: readonly CaseResult<Json, Json>[];
}

/** The same for any number of workers, and however often it was interrupted. Throws BadInput where a case has no outcome. */
export async function runFigure(
  corpus: Corpus,
  url: string,
  experiment: Experiment,
  { profile, seed, workers, journal, onProgress }: FigureOptions,
): Promise<Figure> {
  const claims = claimsAbout(corpus, experiment);
  const cases = new Map(casesAbout(corpus, experiment, profile).map((each) => [each.name, each]));
  const outcomes = new Map(journal?.outcomes);
  const weightOf = ({ part }: WorkUnit): number => cases.get(nameOf(part))!.weight ?? 1;
  const units = [...cases.keys()].map((name) => caseUnit(claims[0]!.id, profile, name, seed));
  const left = units.filter(({ part }) => !outcomes.has(nameOf(part))).sort((a, b) => weightOf(b) - weightOf(a));
  const work = left.reduce((sum, unit) => sum + weightOf(unit), 0);
  let finished = 0;
  const note = (unit: WorkUnit, done: DoneCase): void => {
    if ('failure' in done.result) throw new BadInput(`${experiment.id}: ${done.name}: ${done.result.failure}`);
    outcomes.set(done.name, done.result.outcome);
    journal?.append(cases.get(done.name)!, done.result.outcome);
    finished += weightOf(unit);
    onProgress?.({ done: outcomes.size, total: cases.size, share: finished / work });
  };
  await performInPool(url, left, Math.min(workers, left.length), ({ unit, result }) => {
    if (result.part === 'case') note(unit, result.case);
  });
  journal?.finish();

  const made = units.map((unit): DoneUnit => {
    const name = nameOf(unit.part);
    const result = { outcome: outcomes.get(name)! };
    return { unit, result: { part: 'case', case: { experiment: experiment.id, name, result } } };
  });
  return {
    experiment,
    verdicts: claims.map((claim) => verdictOf(claim, evidenceOfRuns(claim, profile, made), [])),
    results: experiment.cases(profile).map((each) => ({ ...each, outcome: outcomes.get(each.name)! })),
  };
}

const nameOf = (part: WorkUnit['part']): string => part.slice(part.indexOf(' case ') + ' case '.length);
