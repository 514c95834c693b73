import { VERDICTS, type Verdict } from '../claim/verdict.js';
import { countErrata } from '../engines/errata.js';
import { countFate } from './verdict-table.js';

/** The object that `verify --json` prints for a claim: the documented keys first, then everything else. */
export function verdictJson(verdict: Verdict): unknown {
  const { id, repairs, asPrinted, flags, cited, proof, laws, mutants, witness, ...rest } = verdict;
  return {
    id,
    repairs,
    asPrinted,
    verdict: verdict.verdict,
    flags,
    cited,
    proof:
      proof === null
        ? null
        : { checked: proof.checked, failure: proof.failure, needs: proof.needs, steps: proof.steps },
    laws: laws.map(({ id: law, kind, runs, minMargin, error, seed, ...more }) => ({
      id: law,
      kind,
      runs,
      minMargin,
      error,
      seed,
      ...more,
    })),
    mutants: {
      made: mutants.length,
      killed: countFate(mutants, 'killed'),
      alsoTrue: countFate(mutants, 'also true'),
      survived: countFate(mutants, 'survived'),
      list: mutants,
    },
    witness,
    why: rest.why,
    title: rest.title,
    source: rest.source,
    statement: rest.statement,
    latex: rest.latex,
    uses: rest.uses,
    enclosure: rest.enclosure,
    experiment: rest.experiment,
    hypotheses: rest.hypotheses,
    evaluation: rest.evaluation,
  };
}

/** How many claims have each verdict, and what decided the run. */
export function summaryOf(verdicts: readonly Verdict[], seed: number, runs: number, deep = false): unknown {
  const counts = VERDICTS.map((word) => [word, verdicts.filter(({ verdict }) => verdict === word).length] as const);
  const mutants = verdicts.flatMap((verdict) => verdict.mutants);
  return {
    claims: verdicts.length,
    ...Object.fromEntries(counts),
    errata: countErrata(verdicts),
    mutants: mutants.length,
    mutantsKilled: countFate(mutants, 'killed'),
    mutantsAlsoTrue: countFate(mutants, 'also true'),
    mutantsSurvived: countFate(mutants, 'survived'),
    seed,
    runs,
    deep,
  };
}
