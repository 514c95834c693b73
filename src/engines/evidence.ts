/** All evidence about one claim, as the work units deliver it. */
import type {
  Counterexample,
  EnclosureEvidence,
  EvaluationEvidence,
  ExperimentEvidence,
  HypothesisEvidence,
  LawEvidence,
  MutantEvidence,
  ProofEvidence,
} from '../claim/verdict.js';

export interface ClaimEvidence {
  readonly proof: ProofEvidence | null;
  /** Of a statement that intervals decide. */
  readonly enclosure: EnclosureEvidence | null;
  /** Of a statement that an experiment decides. */
  readonly experiment: ExperimentEvidence | null;
  readonly evaluation: EvaluationEvidence;
  readonly laws: readonly LawEvidence[];
  /** Of the variants of the statement; those that drop a hypothesis follow from `hypotheses`. */
  readonly mutants: readonly MutantEvidence[];
  readonly hypotheses: readonly HypothesisEvidence[];
  readonly refutation: Counterexample | null;
}
