/** An experiment: a simulation with stated settings, whose outcomes decide statements by numbers. */
import type { Random } from '../numeric/random.js';
import type { Measured } from './measured.js';
import type { Plot } from './plot.js';

export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

export type Profile = 'quick' | 'full';

/** One unit of work; its outcome is a pure function of it and of the seed. */
export interface Case<Setting extends Json> {
  /** Unique in the experiment; its random stream is split from the seed by this name. */
  readonly name: string;
  readonly setting: Setting;
  /** What it costs beside other cases, to start the long ones first and to tell the time left; default 1. */
  readonly weight?: number;
}

export interface CaseResult<Setting extends Json, Outcome extends Json> extends Case<Setting> {
  readonly outcome: Outcome;
}

export interface Experiment<Setting extends Json = Json, Outcome extends Json = Json> {
  /** What `kasym figure` is asked for. */
  readonly id: string;
  readonly title: string;
  /** Figure and appendix of the paper, or 'beyond the paper'. */
  readonly source: string;
  /** Quick takes at most five seconds; full is the paper's own size. */
  cases(profile: Profile): readonly Case<Setting>[];
  /** Finite numbers only: anything else is no outcome. */
  run(setting: Setting, random: Random): Outcome | Promise<Outcome>;
  /** What is drawn and written as CSV: the curves of the figure, the theory's own beside them. */
  plot(results: readonly CaseResult<Setting, Outcome>[]): Plot;
}

/** A statement about an experiment: it holds if all intervals lie on the right side, and fails if one lies on the wrong side. */
export interface Finding<Setting extends Json = Json, Outcome extends Json = Json> {
  readonly experiment: Experiment<Setting, Outcome>;
  /** What is measured, and what is said of it, in a line. */
  readonly says: string;
  /** What the paper prints there; null: nothing. */
  readonly printed: string | null;
  /** Takes the results of `cases`, in that order; default: those of the experiment. */
  measure(results: readonly CaseResult<Setting, Outcome>[]): readonly Measured[];
  cases?(profile: Profile): readonly Case<Setting>[];
  /** The same code in a changed setting, on which the same measurement must decide the other way. */
  readonly control: { readonly about: string; cases(profile: Profile): readonly Case<Setting>[] };
}
