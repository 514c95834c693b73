/** What a search minimises, and what counts as a violation. */
import type { Arbitrary } from 'fast-check';
import type { Judgement } from '../../claim/law.js';
import type { Shape } from '../../claim/model-source.js';
import { CLEARLY } from '../statement-margin.js';

/** The margin of a law, or of a statement on the models of a claim, over (shape, z). */
export interface Objective {
  readonly shapes: Arbitrary<Shape>;
  readonly length: (shape: Shape) => number;
  readonly smaller: (shape: Shape) => readonly Shape[];
  /** Null where there is nothing to judge. */
  readonly judge: (shape: Shape, z: readonly number[]) => Judgement | null;
}

export interface Point extends Judgement {
  readonly shape: Shape;
  readonly z: readonly number[];
}

/** A violation that no rounding explains. */
export const breaks = ({ margin, error }: Judgement): boolean => margin < -CLEARLY * error && margin < 0;

/**
 * What a search minimises: negative exactly where there is a clear violation. The margin alone would lead to where all
 * numbers are nearly zero, or large, and rounding errors with them.
 */
export const meritOf = ({ margin, error }: Judgement): number => margin + CLEARLY * error;

/** What a report calls the smallest margin: in multiples of its error bound where it is negative. */
export const scoreOf = ({ margin, error }: Judgement): number =>
  margin >= 0 ? margin : Math.min(margin / Math.max(error, Number.MIN_VALUE), -Number.MIN_VALUE);

export function judgedAt(objective: Objective, shape: Shape, z: readonly number[]): Point | null {
  const judged = objective.judge(shape, z);
  return judged === null || Number.isNaN(judged.margin) ? null : { shape, z, ...judged };
}
