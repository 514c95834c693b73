/** The sharpest constant that instances show: the search, with the share of the bound that is used up as what is maximised. */
import type { Claim } from '../../claim/claim.js';
import type { Judgement } from '../../claim/law.js';
import type { Shape } from '../../claim/model-source.js';
import type { Random } from '../../numeric/random.js';
import { childrenOf, product, type Term } from '../../symbolic/kernel/term.js';
import type { Objective } from '../search/objective.js';
import { race, searchThoroughly } from '../search/race.js';
import { improves, recordAt, recordOf, rowsOf, type SizeRecord, type SizeRow, startsOf } from './by-size.js';
import type { Constant } from './constant.js';
import { type Attained, better, hopeless, hypothesesAt, marginOf, tightnessAt } from './tightness.js';

export interface Observation {
  readonly best: Attained;
  /** The best for each value of the sizes that the bound mentions. */
  readonly bySize: readonly SizeRow[];
  /** Instances judged. */
  readonly instances: number;
  /** An instance of the models on which the hypotheses clearly fail: the models are wrong. */
  readonly outside: Attained | null;
}

/** Part of the judgements that is kept for the single sizes. */
const FOR_SIZES = 0.4;

/** Judges one instance. Null where it gives no share. */
export function observe(claim: Claim, constant: Constant, shape: Shape, z: readonly number[]): Observation | null {
  const found = tightnessAt(claim, constant, shape, z);
  if (found === null) return null;
  const best = { ...found, shape, z };
  return { best, bySize: [], instances: 1, outside: hypothesesAt(claim, shape, z) === 'hold' ? null : best };
}

/** Null where no instance gives a share. Decided by the stream; makes at most `runs` judgements. */
export function tighten(claim: Claim, constant: Constant, random: Random, runs: number): Observation | null {
  const sizes = sizesIn(claim, product(constant.value, constant.unit));
  const records = new Map<string, SizeRecord>();
  let best = null as Attained | null;
  let outside = null as Attained | null;
  let instances = 0;
  const judge = (shape: Shape, z: readonly number[]): Judgement | null => {
    const found = tightnessAt(claim, constant, shape, z);
    if (found === null) return null;
    instances += 1;
    const attained = { ...found, shape, z };
    const own = sizes.flatMap((size) => recordOf(records, size, found.sizes[size]));
    const news = best === null || better(attained, best) || own.some((record) => improves(record, attained));
    if (news) {
      // What is not clearly an instance is not looked at, also where it would be a good start.
      const status = hypothesesAt(claim, shape, z);
      if (status === 'fail') outside ??= attained;
      if (status !== 'hold') return null;
      if (best === null || better(attained, best)) best = attained;
      for (const record of own) recordAt(record, attained);
    }
    return marginOf(found);
  };
  const { models } = claim;
  const objective: Objective = { shapes: models.shapes, length: models.length, smaller: models.smaller, judge };
  const spared = sizes.length === 0 ? 0 : Math.floor(FOR_SIZES * runs);
  searchThoroughly(objective, random.split('search'), runs - spared, hopeless);
  const each = Math.floor(spared / Math.max(1, records.size));
  for (const [key, record] of records) {
    const starts = startsOf(record).map((attained) => ({ ...attained, ...marginOf(attained) }));
    if (starts.length > 0) race(objective, starts, random.split(`size ${key}`), each, hopeless);
  }
  const shown = best ?? outside;
  return shown === null ? null : { best: shown, bySize: rowsOf(records), instances, outside };
}

/** The sizes that a term mentions, in the order of the theory. */
function sizesIn({ theory }: Claim, term: Term): readonly string[] {
  const mentions = (part: Term, size: string): boolean =>
    (part.kind === 'symbol' && part.name === size) || childrenOf(part).some((child) => mentions(child, size));
  return theory.signature.sizes.filter((size) => mentions(term, size));
}
