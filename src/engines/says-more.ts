/** Whether a claim says more than one that follows from it: else the other could not be called loose. */
import type { Claim } from '../claim/claim.js';
import type { Random } from '../numeric/random.js';
import { type Num, sign, subtract } from '../symbolic/kernel/number.js';
import { type ClaimInstance, drawExact, obstacleOf } from './claim-instance.js';
import { readStatement } from './read-statement.js';
import { hypothesesHold, marginOn } from './refute.js';

/** Exact instances that are tried; one that has room in it is seldom far. */
const TRIED = 60;

/**
 * An exact instance of both claims' hypotheses leaves more room in `weaker` than in `sharper`. Both are compared as they are
 * written, so that the same bound with both sides doubled would pass for a weaker one.
 */
export function saysMore(sharper: Claim, weaker: Claim, random: Random): boolean {
  for (let k = 0; k < TRIED; k++) {
    const room = (claim: Claim, instance: ClaimInstance): Num | null =>
      marginOn(claim, readStatement(claim.theory, claim.statement).kernel, instance)?.exact ?? null;
    try {
      const instance = drawExact(sharper.models, random.split(k));
      if (instance === null || ![sharper, weaker].every((claim) => hypothesesHold(claim, instance))) continue;
      const [less, more] = [room(sharper, instance), room(weaker, instance)];
      if (less !== null && more !== null && sign(subtract(more, less)) > 0) return true;
    } catch (error) {
      obstacleOf(error);
    }
  }
  return false;
}
