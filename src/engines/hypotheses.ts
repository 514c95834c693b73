/** Whether each hypothesis bites: a model on which it alone fails, and the claim with it, given or found. */
import type { Claim } from '../claim/claim.js';
import type { HypothesisEvidence, MutantEvidence } from '../claim/verdict.js';
import type { Random } from '../numeric/random.js';
import type { Model } from '../symbolic/denotation/evaluate.js';
import type { Num } from '../symbolic/kernel/number.js';
import type { Statement } from '../symbolic/kernel/proof.js';
import { definitionItems, hypothesisItems } from './check-items.js';
import { type ClaimInstance, obstacleOf } from './claim-instance.js';
import { barrierOf, fallStatement, type ProvedClaim } from './prove.js';
import { readStatement } from './read-statement.js';
import { marginOn } from './refute.js';
import { marginText } from './statement-margin.js';
import { changedInstances } from './witness-search.js';

/** One entry per hypothesis; definitions restrict nothing, and the outside of a barrier is no hypothesis of the claim. */
export function judgeHypotheses(claim: Claim, proved: ProvedClaim | null, random: Random): HypothesisEvidence[] {
  const outside = barrierOf(claim)?.outside;
  return Object.entries(claim.given)
    .filter(([name, { definitional }]) => name !== outside && !definitional)
    .map(([name, { text }]) => ({ name, text, ...judge(claim, name, proved, random.split(name)) }));
}

const FATES = {
  bites: 'killed',
  unused: 'also true',
  'no witness': 'survived',
  'witness is wrong': 'survived',
} as const;

/** The wrong variants that a claim has by dropping a hypothesis; what is known of the hypothesis decides their fate. */
export const withoutHypotheses = (statement: string, hypotheses: readonly HypothesisEvidence[]): MutantEvidence[] =>
  hypotheses.map(({ name, text, status, detail }) => ({
    name: `without the hypothesis ${name}`,
    statement: `${statement}, not assuming that ${text}`,
    fate: FATES[status],
    how: status === 'bites' ? `exactly, ${detail}` : detail,
  }));

type Judged = Pick<HypothesisEvidence, 'status' | 'detail'>;

const wrong = (detail: string): Judged => ({ status: 'witness is wrong', detail });

function judge(claim: Claim, name: string, proved: ProvedClaim | null, random: Random): Judged {
  const model = claim.breaksWithout[name];
  try {
    if (model !== undefined) return judgeWitness(claim, name, witnessOf(model));
    if (proved?.theorem != null && !proved.theorem.needs.has(name)) {
      return { status: 'unused', detail: 'no step of the proof rests on it' };
    }
    for (const { instance, change } of changedInstances(claim, random)) {
      const { status, detail } = judgeWitness(claim, name, instance);
      if (status === 'bites') return { status, detail: `${detail}, on ${change}` };
    }
    return { status: 'no witness', detail: 'no model is given or found on which the claim fails without it' };
  } catch (error) {
    const detail = obstacleOf(error);
    return model === undefined ? { status: 'no witness', detail } : wrong(detail);
  }
}

const witnessOf = (model: Model<Num>): ClaimInstance => ({ kind: 'exact', shape: { regime: 'witness' }, z: [], model });

/**
 * A witness breaks the statement where everything else holds; with a barrier it may break its fall instead, outside the
 * region, where the hypothesis that puts the start inside does not count.
 */
function judgeWitness(claim: Claim, name: string, instance: ClaimInstance): Judged {
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
  const meant = definitionItems(claim.theory).filter(({ appliesTo }) => appliesTo?.(instance.model) !== false);
  const broken = meant.find(({ comparison }) => marginOn(claim, comparison, instance)?.holds !== true);
  if (broken !== undefined) return wrong(`it contradicts the ${broken.name}`);
  const margin = marginOn(claim, statement, instance);
  if (margin === null) return wrong('the statement cannot be decided exactly on it');
  if (!margin.breaks) return wrong(`${what} holds on it`);
  return { status: 'bites', detail: `without it ${what} fails with margin ${marginText(margin)}` };
}

const holds = (claim: Claim, name: string, instance: ClaimInstance): boolean =>
  hypothesisItems(claim, [name]).every(({ comparison }) => marginOn(claim, comparison, instance)?.holds === true);
