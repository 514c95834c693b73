/** Whether each hypothesis bites: a model on which it alone fails, and the claim with it. */
import type { Claim } from '../claim/claim.js';
import type { HypothesisEvidence } from '../claim/verdict.js';
import type { Model } from '../symbolic/denotation/evaluate.js';
import type { Num } from '../symbolic/kernel/number.js';
import type { Statement } from '../symbolic/kernel/proof.js';
import { hypothesisItems } from './check-items.js';
import { type ClaimInstance, obstacleOf } from './claim-instance.js';
import { barrierOf, fallStatement, type ProvedClaim } from './prove.js';
import { readStatement } from './read-statement.js';
import { marginOn } from './refute.js';
import { marginText } from './statement-margin.js';

/** One entry per hypothesis; definitions restrict nothing, and the outside of a barrier is no hypothesis of the claim. */
export function judgeHypotheses(claim: Claim, proved: ProvedClaim | null): HypothesisEvidence[] {
  const outside = barrierOf(claim)?.outside;
  return Object.entries(claim.given)
    .filter(([name, { definitional }]) => name !== outside && !definitional)
    .map(([name, { text }]) => ({ name, text, ...judge(claim, name, proved) }));
}

type Judged = Pick<HypothesisEvidence, 'status' | 'detail'>;

const wrong = (detail: string): Judged => ({ status: 'witness is wrong', detail });

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
    return wrong(obstacleOf(error));
  }
}

/**
 * A witness breaks the statement where everything else holds; with a barrier it may break its fall instead, outside the
 * region, where the hypothesis that puts the start inside does not count.
 */
function judgeWitness(claim: Claim, name: string, model: Model<Num>): Judged {
  const instance: ClaimInstance = { kind: 'exact', shape: { regime: 'witness' }, z: [], model };
  if (holds(claim, name, instance)) return wrong('the hypothesis holds on it');
  const barrier = barrierOf(claim);
  const statement = readStatement(claim.theory, claim.statement).kernel;
  const inside = judgeBreak(claim, name, barrier?.outside, statement, 'the claim', instance);
  if (inside.status === 'bites' || barrier === null || name === barrier.inside) return inside;
  const fall = judgeBreak(
    claim,
    name,
    barrier.inside,
    fallStatement(claim.theory.signature, barrier),
    'the barrier',
    instance,
  );
  return fall.status === 'bites' ? fall : inside;
}

/** Whether every hypothesis but `name` and `exempt` holds on the instance and the statement does not. */
function judgeBreak(
  claim: Claim,
  name: string,
  exempt: string | undefined,
  statement: Statement,
  what: string,
  instance: ClaimInstance,
): Judged {
  const other = Object.keys(claim.given).find((key) => key !== name && key !== exempt && !holds(claim, key, instance));
  if (other !== undefined) return wrong(`the hypothesis '${other}' fails on it too`);
  const margin = marginOn(claim, statement, instance);
  if (margin === null) return wrong('the statement cannot be decided exactly on it');
  if (!margin.breaks) return wrong(`${what} holds on it`);
  return { status: 'bites', detail: `without it ${what} fails with margin ${marginText(margin)}` };
}

const holds = (claim: Claim, name: string, instance: ClaimInstance): boolean =>
  hypothesisItems(claim, [name]).every(({ comparison }) => marginOn(claim, comparison, instance)?.holds === true);
