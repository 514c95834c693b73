/** What the tightest instance says of a stated constant. */
import type { VerdictWord } from '../claim/verdict.js';
import { CLEARLY } from '../engines/statement-margin.js';
import type { Attained } from '../engines/tighten/tightness.js';
import { isAgainst } from '../engines/verdict.js';
import { type StatedConstant, sharper, type Tightened } from './tighten.js';

/**
 * `broken`: the inequality with this constant fails on the instance, clearly; `attained`: it is an equality there, up to the
 * error; `approached`: up to one part in a thousand; `loose`: a sharper constant is proved; `open`: none of these.
 */
export type Standing = 'broken' | 'attained' | 'approached' | 'loose' | 'open';

const NEAR = 1e-3;

/** What an instance asks of the constant: at least this of a bound from above, at most this of one from below. */
export const asked = ({ constant }: Pick<Tightened, 'constant'>, { share, value }: Attained): number =>
  constant.relation === '<=' ? share * value : value / share;

/** How much of the bound with this constant an instance uses up: 1 where the inequality is an equality. */
export function usedUp(tightened: Pick<Tightened, 'constant'>, constant: number, at: Attained): number {
  const most = asked(tightened, at);
  return tightened.constant.relation === '<=' ? most / constant : constant / most;
}

/** Null where there is no instance. */
export function standingOf(tightened: Tightened, { value }: StatedConstant): Standing | null {
  const { constant, proved, observation } = tightened;
  if (observation === null) return null;
  const { best } = observation;
  const used = usedUp(tightened, value, best);
  const rounding = (CLEARLY * best.error) / best.share;
  if (used > 1 + rounding) return 'broken';
  if (proved !== null && sharper(constant, proved.value, value)) return 'loose';
  if (used >= 1 - rounding) return 'attained';
  return used >= 1 - NEAR ? 'approached' : 'open';
}

/** The constants that an instance breaks although their claims are not refuted: a defect of a proof, a verdict or the models. */
export function contradictions(tightened: Tightened): readonly StatedConstant[] {
  const { stated, proved } = tightened;
  const held = [stated, ...(proved === null || proved.id === stated.id ? [] : [proved])];
  return held.filter((own) => standingOf(tightened, own) === 'broken' && claimsToHold(own.verdict));
}

const claimsToHold = (verdict: VerdictWord): boolean => !isAgainst(verdict) && verdict !== 'undecided';
