/**
 * The denotation check: everything that a verdict rests on is evaluated on instances of the claim's hypotheses, exactly
 * and in floating point, by code that knows nothing of the kernel's normal forms. One failure blocks the verdict.
 */
import type { Claim } from '../claim/claim.js';
import type { ModelSource } from '../claim/model-source.js';
import type { ClaimTheory } from '../claim/theory.js';
import type { EvaluationEvidence } from '../claim/verdict.js';
import type { Random } from '../numeric/random.js';
import { type CheckItem, itemsOf } from './check-items.js';
import { type ClaimInstance, describeInstance, drawExact, drawFloating, obstacleOf, orNull } from './claim-instance.js';
import { barrierOf, type ProvedClaim } from './prove.js';
import { type Margin, marginOf, marginText } from './statement-margin.js';

export interface EvaluationBudget {
  /** Instances on which each item has to be evaluated, and how many of them exactly. */
  readonly instances: number;
  readonly exact: number;
  /** Draws after which an item that keeps having no value is given up. */
  readonly cap: number;
}

export const EVALUATION_BUDGET: EvaluationBudget = { instances: 50, exact: 12, cap: 600 };

/** Evaluates all items of a claim, those of its proof included. */
export function evaluateClaim(
  claim: Claim,
  proved: Pick<ProvedClaim, 'chains' | 'theorem'> | null,
  random: Random,
  budget: EvaluationBudget = EVALUATION_BUDGET,
): EvaluationEvidence {
  const { inside, outside } = itemsOf(claim, proved?.chains ?? [], proved?.theorem?.nonzero.values());
  const main = evaluateOn(claim.theory, claim.models, inside, random.split('models'), budget);
  const barrier = barrierOf(claim);
  const other =
    barrier === null ? null : evaluateOn(claim.theory, barrier.models, outside, random.split('barrier'), budget);
  return {
    instances: main.instances + (other?.instances ?? 0),
    exact: main.exact + (other?.exact ?? 0),
    items: [...main.items, ...(other?.items ?? [])],
    failure: main.failure ?? other?.failure ?? null,
    coverage: main.coverage,
    witness: main.witness,
    outside: other === null ? null : { witness: other.witness },
  };
}

interface Count {
  readonly item: CheckItem;
  instances: number;
  exact: number;
  seen: number;
}

function evaluateOn(
  theory: ClaimTheory,
  source: ModelSource,
  items: readonly CheckItem[],
  random: Random,
  budget: EvaluationBudget,
): EvaluationEvidence {
  const counts = items.map((item): Count => ({ item, instances: 0, exact: 0, seen: 0 }));
  const regimes = new Map<string, number>();
  const totals = { instances: 0, exact: 0 };
  let failure: string | null = null;
  let witness: string | null = null;

  const visit = (instance: ClaimInstance, wanted: readonly Count[]): void => {
    totals.instances += 1;
    if (instance.kind === 'exact') totals.exact += 1;
    regimes.set(instance.shape.regime, (regimes.get(instance.shape.regime) ?? 0) + 1);
    let satisfied = instance.kind === 'exact';
    for (const count of wanted) {
      const outcome = evaluateItem(theory, count, instance);
      failure ??= outcome.failure;
      if (isHypothesis(count.item) && !outcome.holds) satisfied = false;
    }
    if (satisfied && wanted.length === counts.length) witness ??= describeInstance(instance);
  };
  const draw = (kind: 'exact' | 'floating', k: number): ClaimInstance | null => {
    const stream = random.split(`${kind} ${k}`);
    try {
      return kind === 'exact' ? drawExact(source, stream) : drawFloating(source, stream);
    } catch (error) {
      failure ??= obstacleOf(error);
      return null;
    }
  };
  const short = (count: Count): boolean => count.exact < budget.exact;
  const few = (count: Count): boolean => count.instances < budget.instances;

  for (let k = 0; k < budget.cap && failure === null; k++) {
    const wanted = k < budget.exact ? counts : counts.filter(short).filter(possible(k));
    if (wanted.length === 0) break;
    const instance = draw('exact', k);
    if (instance !== null) visit(instance, wanted);
  }
  for (let k = 0; k < budget.cap && failure === null; k++) {
    const wanted = k < budget.instances - budget.exact ? counts : counts.filter(few).filter(possible(k));
    if (wanted.length === 0) break;
    const instance = draw('floating', k);
    if (instance !== null) visit(instance, wanted);
  }
  return {
    ...totals,
    items: counts.filter(relevant).map(({ item, instances, exact }) => ({ item: item.name, instances, exact })),
    failure: failure ?? tooFew(counts.filter(relevant), budget),
    coverage: shares(regimes),
    witness,
    outside: null,
  };
}

/** An item that speaks about none of many models (a definition that no model overrides) is not waited for. */
const possible =
  (k: number) =>
  (count: Count): boolean =>
    count.seen > 0 || k < PATIENCE;
const PATIENCE = 60;

/** A definition that no model overrides has nothing to be compared with. */
const relevant = ({ item, seen }: Count): boolean => seen > 0 || !item.name.startsWith('definition ');

const isHypothesis = ({ name }: CheckItem): boolean => /^(rule|fact|divisor) /.test(name);

function evaluateItem(
  theory: ClaimTheory,
  count: Count,
  instance: ClaimInstance,
): { readonly failure: string | null; readonly holds: boolean } {
  const { item } = count;
  if (item.appliesTo?.(instance.model) === false) return { failure: null, holds: true };
  count.seen += 1;
  let margin: Margin | null;
  try {
    margin = orNull(() =>
      instance.kind === 'exact'
        ? marginOf(theory, item.comparison, instance.model)
        : marginOf(theory, item.comparison, instance.model),
    );
  } catch (error) {
    return { failure: `${item.name} cannot be evaluated: ${obstacleOf(error)}`, holds: false };
  }
  if (margin === null) return { failure: null, holds: false };
  count.instances += 1;
  if (instance.kind === 'exact') count.exact += 1;
  if (margin.holds) return { failure: null, holds: true };
  const where = `${instance.kind === 'exact' ? 'exactly, ' : ''}${describeInstance(instance)}`;
  return { failure: `${item.name} is false on an instance (difference ${marginText(margin)}; ${where})`, holds: false };
}

function tooFew(counts: readonly Count[], { instances, exact }: EvaluationBudget): string | null {
  const floor = Math.min(exact, 10);
  const few = counts.find((count) => count.instances < instances || count.exact < floor);
  if (few === undefined) return null;
  return `${few.item.name} was evaluated on ${few.instances} instances, ${few.exact} of them exact; ${instances} and ${floor} are needed`;
}

function shares(regimes: ReadonlyMap<string, number>): Readonly<Record<string, number>> {
  return Object.fromEntries([...regimes].sort(([a], [b]) => (a < b ? -1 : 1)));
}
