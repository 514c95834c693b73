/** Evidence as data, and the verdict words. A verdict is computed from evidence in `src/engines/verdict.ts`, never set. */

import type { Profile } from './experiment.js';
import type { AnyLaw } from './law.js';
import type { Measured, Side } from './measured.js';

/** Strongest first on either side; `undecided` stands between. */
export const VERDICTS = [
  'proved',
  'proved-for',
  'certified',
  'supported',
  'undecided',
  'refuted-numerically',
  'refuted-certified',
  'refuted-exactly',
] as const;

export type VerdictWord = (typeof VERDICTS)[number];

export interface StepEvidence {
  readonly from: string;
  readonly relation: '=' | '<=';
  readonly to: string;
  readonly latex: string;
  readonly rule: string;
  readonly using: readonly string[];
  readonly remark: string;
}

export interface ProofEvidence {
  readonly checked: boolean;
  readonly steps: readonly StepEvidence[];
  /** Which step failed and why, where not checked. */
  readonly failure: string | null;
  readonly cited: readonly string[];
  readonly needs: readonly string[];
  /** What it divides by somewhere: it holds where none of these is zero. */
  readonly nonzero: readonly string[];
}

/** What was evaluated on instances: rules, facts, definitions, links, certificates, the statement itself. */
export interface EvaluationEvidence {
  readonly instances: number;
  readonly exact: number;
  /** Each item that was evaluated, with the number of instances and of exact ones. */
  readonly items: readonly { readonly item: string; readonly instances: number; readonly exact: number }[];
  /** The first item that was false on an instance; it blocks the verdict. */
  readonly failure: string | null;
  /** Share of instances by regime. */
  readonly coverage: Readonly<Record<string, number>>;
  /** An exact instance on which all hypotheses hold at once; where there is none, the claim may be about nothing. */
  readonly witness: string | null;
  /** The same outside the barrier of a bound along the flow; null where there is no barrier. */
  readonly outside: { readonly witness: string | null } | null;
}

export interface HypothesisEvidence {
  readonly name: string;
  readonly text: string;
  /** `bites`: the claim fails on a witness where only this hypothesis fails; `unused`: no proof step rests on it. */
  readonly status: 'bites' | 'unused' | 'no witness' | 'witness is wrong';
  readonly detail: string;
}

/** What was seen in one setting of a frequency law. */
export interface FrequencyEvidence {
  readonly setting: Readonly<Record<string, number | string | boolean>>;
  /** The stated bound δ of the failure probability, as a fraction. */
  readonly stated: string;
  readonly draws: number;
  readonly failures: number;
  /** So many failures would have rejected δ: decided in integers. */
  readonly critical: number;
  /** Clopper-Pearson bounds of the failure probability, each of the level of the corpus. */
  readonly atLeast: number;
  readonly atMost: number;
  /** The (1 - δ)-quantile of value/bound among the draws, and the largest: how loose the bound is. */
  readonly quantile: number;
  readonly largest: number;
}

/** An estimate with its confidence interval, and what was predicted. */
export interface IntervalEvidence {
  readonly estimate: number;
  readonly halfWidth: number;
  readonly predicted: number;
  /** How far the prediction may be off besides. */
  readonly within: number;
}

/** What was seen of a trend. */
export interface TrendEvidence {
  readonly variable: string;
  readonly rungs: readonly {
    readonly x: number;
    readonly draws: number;
    readonly mean: number;
    readonly error: number;
  }[];
  /** Null where a mean is not positive. */
  readonly power: IntervalEvidence | null;
  /** The mean of value/(constant x^power), predicted 1; null where no constant is predicted. */
  readonly constant: IntervalEvidence | null;
}

export interface StatisticalEvidence {
  /** A true law is rejected in at most one of so many runs, per setting of a frequency law or interval of a trend. */
  readonly oneIn: number;
  readonly frequencies: readonly FrequencyEvidence[];
  readonly trend: TrendEvidence | null;
}

export interface LawEvidence {
  readonly id: string;
  readonly kind: AnyLaw['kind'];
  readonly runs: number;
  readonly minMargin: number | null;
  readonly error: number;
  readonly seed: number;
  readonly broken: Counterexample | null;
  readonly coverage: Readonly<Record<string, number>>;
  /** Instances on which the floating margin was compared with the exact one, and whether all agreed within `error`. */
  readonly exactAgreement: { readonly instances: number; readonly worst: number; readonly holds: boolean } | null;
  /** Of laws about random draws. */
  readonly statistics: StatisticalEvidence | null;
  readonly failure: string | null;
}

/** What intervals have shown; a number with its error bound as text, rounded so that it still holds. */
export interface EnclosureEvidence {
  readonly outcome: 'certified' | 'refuted' | 'undecided';
  /** What each part of the statement comes to, the deciding one first where it fails. */
  readonly why: string;
  readonly box: Readonly<Record<string, readonly [low: string, high: string]>>;
  /** The stationary point to 12 digits; null where none was isolated. */
  readonly point: Readonly<Record<string, string>> | null;
  /** Of the box to which it was narrowed down. */
  readonly radius: number | null;
  /** What is bounded, with an interval that holds it; an end is null where none was found. */
  readonly values: readonly { readonly of: string; readonly low: string | null; readonly high: string | null }[];
  /** The loss at the other point of the orbit, exactly. */
  readonly elsewhere: string;
}

/** What one finding came to: it is decided where its control decides the other way. */
export interface FindingEvidence {
  readonly says: string;
  readonly printed: string | null;
  readonly side: Side;
  readonly measured: readonly MeasuredEvidence[];
  readonly control: { readonly about: string; readonly side: Side; readonly measured: readonly MeasuredEvidence[] };
}

export interface MeasuredEvidence extends Measured {
  readonly side: Side;
}

/** What the runs of an experiment have shown. */
export interface ExperimentEvidence {
  readonly experiment: string;
  readonly profile: Profile;
  /** So many runs. */
  readonly cases: number;
  readonly outcome: 'holds' | 'refuted' | 'undecided';
  readonly why: string;
  readonly findings: readonly FindingEvidence[];
}

export interface MutantEvidence {
  readonly name: string;
  readonly statement: string;
  readonly fate: 'killed' | 'also true' | 'survived';
  /** How it died (exactly or numerically, on which instance, by what margin), or why it is true. */
  readonly how: string;
}

export interface Counterexample {
  readonly decided: 'exactly' | 'numerically';
  readonly margin: string;
  readonly shape: Readonly<Record<string, number | string | boolean>>;
  readonly values: unknown;
}

export interface Verdict {
  readonly id: string;
  readonly title: string;
  readonly source: string;
  readonly statement: string;
  readonly latex: string;
  readonly verdict: VerdictWord;
  readonly why: string;
  readonly asPrinted: boolean;
  readonly readingOf: string | null;
  readonly repairs: string | null;
  readonly flags: readonly string[];
  readonly cited: readonly string[];
  readonly uses: readonly string[];
  readonly hypotheses: readonly HypothesisEvidence[];
  readonly proof: ProofEvidence | null;
  /** Of a statement that intervals decide. */
  readonly enclosure: EnclosureEvidence | null;
  /** Of a statement that an experiment decides. */
  readonly experiment: ExperimentEvidence | null;
  readonly evaluation: EvaluationEvidence;
  readonly laws: readonly LawEvidence[];
  readonly mutants: readonly MutantEvidence[];
  readonly witness: Counterexample | null;
}
