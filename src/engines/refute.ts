/** Search for a counterexample to a statement among the models of a claim's hypotheses, decided exactly where possible. */
import type { Claim } from '../claim/claim.js';
import type { Shape } from '../claim/model-source.js';
import type { Counterexample } from '../claim/verdict.js';
import type { Random } from '../numeric/random.js';
import type { Num } from '../symbolic/kernel/number.js';
import { rationalPoints } from './certify.js';
import { hypothesisItems } from './check-items.js';
import {
  type ClaimInstance,
  drawExact,
  exactInstance,
  floatingInstance,
  modelDocument,
  obstacleOf,
  orNull,
} from './claim-instance.js';
import { barrierOf } from './prove.js';
import { readStatement } from './read-statement.js';
import type { Objective, Point } from './search/objective.js';
import { type SearchBudget, search } from './search/search.js';
import { shrink } from './search/shrink.js';
import { type Comparison, type Margin, marginOf, marginText } from './statement-margin.js';

export interface RefutationBudget extends SearchBudget {
  /** Exact instances that are tried before the search. */
  readonly exact: number;
}

export const REFUTATION_BUDGET: RefutationBudget = { exact: 80, draws: 600, descents: 10, boundary: 60, steps: 340 };

/**
 * A counterexample to the claim's statement on which all its hypotheses hold, or null; also where the models fail, which
 * the evaluation reports.
 */
export function refute(claim: Claim, random: Random, budget = REFUTATION_BUDGET): Counterexample | null {
  const { kernel } = readStatement(claim.theory, claim.statement);
  try {
    return refuteComparison(claim, kernel, random, budget);
  } catch (error) {
    obstacleOf(error);
    return null;
  }
}

export function refuteComparison(
  claim: Claim,
  comparison: Comparison,
  random: Random,
  budget: RefutationBudget,
): Counterexample | null {
  for (let k = 0; k < budget.exact; k++) {
    const instance = drawExact(claim.models, random.split(`exact ${k}`));
    if (instance === null || !marginOn(claim, comparison, instance)?.breaks) continue;
    return simplest(claim, comparison, instance, random) ?? counterexampleAt(claim, comparison, instance);
  }
  const found = search(statementObjective(claim, comparison), random.split('search'), budget);
  return found === null ? null : settle(claim, comparison, found, random);
}

/** The margin of a comparison over the floating models of a claim. */
export function statementObjective(claim: Claim, comparison: Comparison): Objective {
  const { models, theory } = claim;
  return {
    shapes: models.shapes,
    length: models.length,
    smaller: models.smaller,
    judge: (shape, z) => {
      const instance = floatingInstance(models, shape, z);
      const margin = instance?.kind === 'floating' ? orNull(() => marginOf(theory, comparison, instance.model)) : null;
      // Where both sides are zero there is nothing to make smaller, and a search would settle there.
      return margin?.trivial ? null : margin;
    },
  };
}

/** Shrinks a violation and decides it: exactly at a rational point nearby, else numerically. Null if it is none. */
export function settle(claim: Claim, comparison: Comparison, found: Point, random: Random): Counterexample | null {
  const objective = statementObjective(claim, comparison);
  const judged = objective.judge(found.shape, found.z);
  if (judged === null || !(judged.margin < 0)) return null;
  const small = shrink(objective, found, random.split('shrink'));
  for (const point of [small, found]) {
    const exact = exactly(claim, comparison, point.shape, point.z);
    if (exact !== null) return exact;
  }
  const instance = floatingInstance(claim.models, small.shape, small.z);
  return instance === null ? null : counterexampleAt(claim, comparison, instance);
}

/** A simpler counterexample than this exact one, if shrinking finds one that is exact again. */
function simplest(claim: Claim, comparison: Comparison, from: ClaimInstance, random: Random): Counterexample | null {
  const z = from.z.map((x) => (typeof x === 'number' ? x : doubleOf(x)));
  const objective = statementObjective(claim, comparison);
  const judged = objective.judge(from.shape, z);
  if (judged === null) return null;
  const { shape, z: simple } = shrink(objective, { shape: from.shape, z, ...judged }, random.split('shrink'));
  return exactly(claim, comparison, shape, simple);
}

/** Exact arithmetic is tried only where doubles fail too, and given up where the models keep having no exact instance. */
function exactly(claim: Claim, comparison: Comparison, shape: Shape, z: readonly number[]): Counterexample | null {
  const objective = statementObjective(claim, comparison);
  let missing = 0;
  for (const point of rationalPoints(z)) {
    const judged = objective.judge(shape, point.map(doubleOf));
    if (judged !== null && !(judged.margin < 0)) continue;
    const instance = exactInstance(claim.models, shape, point);
    if (instance === null && ++missing === ATTEMPTS) return null;
    const found = instance === null ? null : counterexampleAt(claim, comparison, instance);
    if (found !== null) return found;
  }
  return null;
}

/** Points without an exact instance, a division by zero or a root outside the field, after which the others are not tried. */
const ATTEMPTS = 2;

const doubleOf = (x: Num): number => Number(x.a) / Number(x.n);

/** The counterexample that an instance is, if all hypotheses hold on it and the comparison fails clearly. */
export function counterexampleAt(claim: Claim, comparison: Comparison, instance: ClaimInstance): Counterexample | null {
  const margin = marginOn(claim, comparison, instance);
  if (margin === null || !margin.breaks || !hypothesesHold(claim, instance)) return null;
  return {
    decided: instance.kind === 'exact' ? 'exactly' : 'numerically',
    margin: marginText(margin),
    shape: instance.shape,
    values: modelDocument(instance.model),
  };
}

export const hypothesesHold = (claim: Claim, instance: ClaimInstance): boolean =>
  hypothesisMargins(claim, instance).every((margin) => margin?.holds === true);

/** Of every rule and fact that the hypotheses license; null where one has no value. Those of a barrier are not asked for. */
export function hypothesisMargins(claim: Claim, instance: ClaimInstance): readonly (Margin | null)[] {
  const names = Object.keys(claim.given).filter((name) => name !== barrierOf(claim)?.outside);
  return hypothesisItems(claim, names).map(({ comparison }) => marginOn(claim, comparison, instance));
}

/** Null where the comparison has no value on the instance. */
export function marginOn({ theory }: Claim, comparison: Comparison, instance: ClaimInstance): Margin | null {
  return orNull(() =>
    instance.kind === 'exact'
      ? marginOf(theory, comparison, instance.model)
      : marginOf(theory, comparison, instance.model),
  );
}
