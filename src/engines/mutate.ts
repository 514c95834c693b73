/** The fate of the wrong variants of a claim. A variant that merely cannot be proved has survived. */
import type { Claim } from '../claim/claim.js';
import type { Counterexample, MutantEvidence } from '../claim/verdict.js';
import type { Random } from '../numeric/random.js';
import type { Model } from '../symbolic/denotation/evaluate.js';
import type { Bounded } from '../symbolic/denotation/field.js';
import { alsoTrue } from './also-true.js';
import { type ClaimInstance, drawExact, drawFloating, obstacleOf, orNull, roundedModel } from './claim-instance.js';
import { mutantsOf, type ReadMutant } from './mutants.js';
import type { ProvedClaim } from './prove.js';
import { hypothesesHold, marginOn, settle, statementObjective } from './refute.js';
import { search } from './search/search.js';
import { type Comparison, marginOf, marginText } from './statement-margin.js';
import { variantProof } from './variant-proof.js';

/** Instances that every variant is tried on before it is searched for. */
const [EXACT, FLOATING] = [24, 120];
const SEARCH = { draws: 400, descents: 10, steps: 400 };
/** Without a proof the variants of a claim can only make it undecided, and not at all where it is refuted. */
const BRIEF_SEARCH = { draws: 100, descents: 3, steps: 150 };

/** Judges the variants of the statement whose number is chosen. */
export async function judgeMutants(
  claim: Claim,
  proved: ProvedClaim | null,
  random: Random,
  chosen: (k: number) => boolean = () => true,
): Promise<MutantEvidence[]> {
  const drawn: (Tried | null)[] = [];
  const pool = (): Iterable<Tried> => instances(claim, random.split('instances'), drawn);
  const fates: MutantEvidence[] = [];
  for (const [k, mutant] of mutantsOf(claim).entries()) {
    if (!chosen(k)) continue;
    const { name, text } = mutant;
    const judged = await judge(claim, proved, mutant, pool, random.split(name)).catch((error: unknown) => ({
      fate: 'survived' as const,
      how: `cannot be judged: ${obstacleOf(error)}`,
    }));
    fates.push({ name, statement: text, ...judged });
  }
  return fates;
}

/** An instance, and of an exact one the same in doubles: most variants hold there clearly, and cost little. */
interface Tried {
  readonly instance: ClaimInstance;
  readonly rounded: Model<Bounded>;
}

/** Instances of the claim, exact ones first; each is built when it is first needed. */
function* instances(claim: Claim, random: Random, drawn: (Tried | null)[]): Generator<Tried> {
  for (let k = 0; k < EXACT + FLOATING; k++) {
    if (drawn[k] === undefined) {
      const draw = k < EXACT ? drawExact : drawFloating;
      const instance = draw(claim.models, random.split(k));
      drawn[k] = instance && { instance, rounded: inDoubles(instance) };
    }
    const tried = drawn[k];
    if (tried != null) yield tried;
  }
}

const inDoubles = ({ kind, model }: ClaimInstance): Model<Bounded> => (kind === 'exact' ? roundedModel(model) : model);

/** Whether the comparison clearly has a value and holds on the instance, by its doubles. */
function seemsToHold({ theory }: Claim, comparison: Comparison, { rounded }: Tried): boolean {
  return orNull(() => marginOf(theory, comparison, rounded))?.holds === true;
}

type Fate = Pick<MutantEvidence, 'fate' | 'how'>;

async function judge(
  claim: Claim,
  proved: ProvedClaim | null,
  mutant: ReadMutant,
  pool: () => Iterable<Tried>,
  random: Random,
): Promise<Fate> {
  const { kernel } = mutant;
  for (const tried of pool()) {
    if (seemsToHold(claim, kernel, tried)) continue;
    const { instance } = tried;
    const margin = marginOn(claim, kernel, instance);
    if (margin?.breaks !== true || !hypothesesHold(claim, instance)) continue;
    const decided = instance.kind === 'exact' ? 'exactly' : 'numerically';
    return { fate: 'killed', how: `${decided}, on ${shapeText(instance.shape)}, margin ${marginText(margin)}` };
  }
  const given = await variantProof(claim, proved, mutant);
  if (given !== null) return given;
  const why = proved === null ? null : alsoTrue(proved, kernel);
  if (why !== null) return { fate: 'also true', how: why };
  const found = search(
    statementObjective(claim, kernel),
    random.split('search'),
    proved === null ? BRIEF_SEARCH : SEARCH,
  );
  const killer = found === null ? null : settle(claim, kernel, found, random.split('settle'));
  if (killer !== null) {
    const { decided, shape, margin } = killer;
    return { fate: 'killed', how: `${decided}, by search, on ${shapeText(shape)}, margin ${margin}` };
  }
  return { fate: 'survived', how: `not refuted; smallest margin ${found?.margin.toPrecision(4) ?? 'none'}` };
}

const shapeText = (shape: Counterexample['shape']): string =>
  Object.entries(shape)
    .map(([key, value]) => (key === 'regime' ? value : `${key} = ${value}`))
    .join(', ');
