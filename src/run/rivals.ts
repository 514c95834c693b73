/** Which claims of a corpus have a constant, and which state the same one as a claim. */
import type { Claim, Corpus } from '../claim/claim.js';
import { type Constant, comparable, constantOf, NoConstant } from '../engines/tighten/constant.js';

/** The claims whose constants can be tightened. */
export const tightenable = ({ claims }: Corpus): readonly string[] =>
  claims.flatMap((claim) => (reasonAgainst(claim) === null ? [claim.id] : []));

/** Why the claim has no constant, or null. */
export function reasonAgainst(claim: Claim): string | null {
  try {
    constantOf(claim);
    return null;
  } catch (error) {
    if (error instanceof NoConstant) return error.message;
    throw error;
  }
}

export interface Rival {
  readonly claim: Claim;
  readonly constant: Constant;
}

/**
 * The claim itself, and those that sharpen or repair it without assuming more, and state a constant of the same quantity in
 * the same unit.
 */
export function rivalsOf({ claims }: Corpus, claim: Claim, constant: Constant): readonly Rival[] {
  const assumed = new Set(Object.values(claim.given).map(({ text }) => text));
  const others = claims.filter(({ id, theory, given, sharpens, repairs }) => {
    const about = id !== claim.id && theory === claim.theory && (sharpens === claim.id || repairs === claim.id);
    return about && Object.values(given).every(({ text }) => assumed.has(text));
  });
  const rivals = others.flatMap((other): Rival[] => {
    if (reasonAgainst(other) !== null) return [];
    const own = constantOf(other);
    return comparable(claim, constant, own) ? [{ claim: other, constant: own }] : [];
  });
  return [{ claim, constant }, ...rivals];
}
