/** Laws about random draws: what happens with a stated probability, and how a mean depends on a size. */
import type { Random } from '../numeric/random.js';

/** What the draws are made for: sizes, a regime, the stated probability. */
export interface Setting {
  readonly regime: string;
  readonly [key: string]: number | string | boolean;
}

/** Independent draws per setting or rung, by default and in `kasym verify --deep`. */
export interface Draws {
  readonly quick: number;
  readonly deep: number;
}

/** One draw: it fails where value > bound + error, so that rounding at the boundary counts as held. */
export interface Observation {
  readonly value: number;
  readonly bound: number;
  /** Rounding error of value - bound. */
  readonly error: number;
}

/**
 * "With probability at least 1 - δ, value <= bound": the failures of independent draws are counted, and the law is broken
 * where the exact (Clopper-Pearson) lower bound of their probability exceeds δ at the level of the corpus.
 */
export interface FrequencyLaw<S extends Setting = Setting> {
  readonly id: string;
  readonly kind: 'frequency';
  /** One sentence: what is compared with what. */
  readonly about: string;
  readonly settings: readonly S[];
  /** δ as a fraction, so that it is decided exactly. */
  readonly stated: (setting: S) => readonly [numerator: number, denominator: number];
  readonly draws: Draws;
  /** One independent draw; all randomness comes from the stream. */
  readonly observe: (setting: S, random: Random) => Observation;
}

/**
 * E value = constant x^power for every rung x: the slope of ln(mean) over ln(x), and the mean of value/(constant x^power),
 * each within Student's interval for independent draws at the level of the corpus.
 *
 * The interval is exact for normal draws only; for skewed ones it is approximate, the more so the fewer the draws.
 */
export interface TrendLaw {
  readonly id: string;
  readonly kind: 'trend';
  readonly about: string;
  /** What x is: 'p' or 'd'. */
  readonly variable: string;
  /** At least two values of x, each with draws of its own. */
  readonly rungs: readonly number[];
  readonly draws: Draws;
  readonly observe: (x: number, random: Random) => number;
  /**
   * Without a constant only the power is predicted. `within` is how far the power may be off on these rungs, where it is
   * predicted for large x only.
   */
  readonly predicted: { readonly power: number; readonly constant: number | null; readonly within?: number };
  /** The widest half-widths of the two intervals that still say something; the constant's is relative. */
  readonly resolution: { readonly power: number; readonly constant: number };
}

export type StatisticalLaw = FrequencyLaw | TrendLaw;

/** A law in the form that claims hold: its settings are looked into by itself only. */
export const frequencyLaw = <S extends Setting>(source: Omit<FrequencyLaw<S>, 'kind'>): FrequencyLaw =>
  ({ ...source, kind: 'frequency' }) as unknown as FrequencyLaw;

export const trendLaw = (source: Omit<TrendLaw, 'kind'>): TrendLaw => ({ ...source, kind: 'trend' });
