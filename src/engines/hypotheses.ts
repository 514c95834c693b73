/** Whether each hypothesis bites: a model on which it alone fails, and the claim with it. */
import type { Claim } from '../claim/claim.js';
import type { HypothesisEvidence } from '../claim/verdict.js';
import type { Model } from '../symbolic/denotation/evaluate.js';
import type { Num } from '../symbolic/kernel/number.js';
import { TermError } from '../symbolic/kernel/signature.js';
import { hypothesisItems } from './check-items.js';
import type { ClaimInstance } from './claim-instance.js';
import { barrierOf, type ProvedClaim } from './prove.js';
import { readStatement } from './read-statement.js';
import { marginOn } from './refute.js';
import { marginText } from './statement-margin.js';

/** One entry per hypothesis; definitions restrict nothing, and the outside of a barrier is no hypothesis of the claim. */
export function judgeHypotheses(claim: Claim, proved: ProvedClaim | null): HypothesisEvidence[] {
  const outside = barrierOf(claim)?.outside;
  return Object.entries(claim.given)
    .filter(([name, { text }]) => name !== outside && !text.startsWith('definition of'))
    .map(([name, { text }]) => ({ name, text, ...judge(claim, name, proved) }));
}

type Judged = Pick<HypothesisEvidence, 'status' | 'detail'>;

function judge(claim: Claim, name: string, proved: ProvedClaim | null): Judged {
  const model = claim.breaksWithout[name];
  if (model === undefined) {
    if (proved?.theorem != null && !proved.theorem.needs.has(name)) {
      return { status: 'unused', detail: 'no step of the proof cites it' };
    }
    return { status: 'no witness', detail: 'no model is given on which the claim fails without it' };
  }
  try {
    return judgeWitness(claim, name, model);
  } catch (error) {
    if (!(error instanceof TermError || error instanceof RangeError)) throw error;
    return { status: 'witness is wrong', detail: error.message };
  }
}

function judgeWitness(claim: Claim, name: string, model: Model<Num>): Judged {
  const instance: ClaimInstance = { kind: 'exact', shape: { regime: 'witness' }, z: [], model };
  const wrong = (detail: string): Judged => ({ status: 'witness is wrong', detail });
  if (holds(claim, name, instance)) return wrong('the hypothesis holds on it');
  const other = Object.keys(claim.given).find(
    (key) => key !== name && key !== barrierOf(claim)?.outside && !holds(claim, key, instance),
  );
  if (other !== undefined) return wrong(`the hypothesis '${other}' fails on it too`);
  const margin = marginOn(claim, readStatement(claim.theory, claim.statement).kernel, instance);
  if (margin === null) return wrong('the statement cannot be decided exactly on it');
  if (!margin.breaks) return wrong('the claim holds on it');
  return { status: 'bites', detail: `without it the claim fails with margin ${marginText(margin)}` };
}

const holds = (claim: Claim, name: string, instance: ClaimInstance): boolean =>
  hypothesisItems(claim, [name]).every(({ comparison }) => marginOn(claim, comparison, instance)?.holds === true);
