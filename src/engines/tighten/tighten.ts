/** The sharpest constant that instances show: the search, with the share of the bound that is used up as what is maximised. */
import type { Claim } from '../../claim/claim.js';
import type { Judgement } from '../../claim/law.js';
import type { Shape } from '../../claim/model-source.js';
import type { Random } from '../../numeric/random.js';
import { childrenOf, product, type Term } from '../../symbolic/kernel/term.js';
import { meritOf, type Objective, type Point } from '../search/objective.js';
import { budgetOf, improve, search } from '../search/search.js';
import type { Constant } from './constant.js';
import { type Tightness, tightnessAt } from './tightness.js';

export interface Attained extends Tightness {
  readonly shape: Shape;
  readonly z: readonly number[];
}

export interface SizeRow {
  readonly size: string;
  readonly of: number;
  readonly attained: Attained;
}

export interface Observation {
  readonly best: Attained;
  /** The best for each value of the sizes that the bound mentions. */
  readonly bySize: readonly SizeRow[];
  /** Instances judged. */
  readonly instances: number;
}

/** Part of the judgements that is kept for the single sizes. */
const FOR_SIZES = 0.4;

/** Null where no instance gives a share. Decided by the stream; makes at most `runs` judgements. */
export function tighten(claim: Claim, constant: Constant, random: Random, runs: number): Observation | null {
  const sizes = sizesIn(claim, product(constant.value, constant.unit));
  const records = new Map<string, SizeRecord>();
  let best: Attained | null = null;
  let instances = 0;
  const judge = (shape: Shape, z: readonly number[]): Judgement | null => {
    const found = tightnessAt(claim, constant, shape, z);
    if (found === null) return null;
    instances += 1;
    const attained = { ...found, shape, z };
    if (best === null || better(attained, best)) best = attained;
    for (const size of sizes) {
      const of = found.sizes[size];
      if (of === undefined) continue;
      const key = `${size} ${of}`;
      const record = records.get(key) ?? { size, of, byTrait: new Map() };
      records.set(key, record);
      recordAt(record, attained);
    }
    return marginOf(found);
  };
  const { models } = claim;
  const objective: Objective = { shapes: models.shapes, length: models.length, smaller: models.smaller, judge };
  const spared = sizes.length === 0 ? 0 : Math.floor(FOR_SIZES * runs);
  search(objective, random.split('search'), budgetOf(runs - spared), hopeless);
  const each = Math.floor(spared / Math.max(1, records.size));
  for (const [key, record] of records) race(objective, startsOf(record), random.split(`size ${key}`), each);
  const bySize = [...records.values()]
    .map(({ size, of, ...record }) => ({ size, of, attained: startsOf({ size, of, ...record })[0]! }))
    .sort((a, b) => (a.size < b.size ? -1 : a.size > b.size ? 1 : a.of - b.of));
  return best === null ? null : { best, bySize, instances };
}

/** The best instances of one size: of each value of each parameter of their shapes, since few of these lead to the tightest. */
interface SizeRecord {
  readonly size: string;
  readonly of: number;
  readonly byTrait: Map<string, Attained>;
}

function recordAt({ byTrait }: SizeRecord, attained: Attained): void {
  for (const [name, value] of Object.entries(attained.shape)) {
    const trait = `${name} = ${value}`;
    const known = byTrait.get(trait);
    if (known === undefined || better(attained, known)) byTrait.set(trait, attained);
  }
}

/** Best first, each once. */
const startsOf = ({ byTrait }: SizeRecord): Attained[] =>
  [...new Set(byTrait.values())].sort((a, b) => (better(a, b) ? -1 : better(b, a) ? 1 : 0));

/** Improves all starts a little, then the better half of them, until one is left: each heat has the same share of `runs`. */
function race(objective: Objective, starts: readonly Attained[], random: Random, runs: number): void {
  let points: Point[] = starts.map((start) => ({ ...marginOf(start), shape: start.shape, z: start.z }));
  const heats = Math.ceil(Math.log2(Math.max(1, points.length))) + 1;
  for (let heat = 0; points.length > 0 && heat < heats; heat++) {
    const each = Math.floor(runs / heats / points.length);
    const part = (share: number): number => Math.floor(share * each);
    // Boxes need many judgements.
    const last = points.length === 1;
    const stages = { boundary: part(0.25), steps: part(last ? 0.5 : 0.75), boxes: last ? part(0.25) : 0 };
    points = points
      .map((point, k) => improve(objective, point, random.split(heat).split(k), stages, hopeless))
      .sort((a, b) => meritOf(a) - meritOf(b))
      .slice(0, Math.ceil(points.length / 2));
  }
}

/** What a search makes small, with what it would be at the lowest share within the error. */
function marginOf({ share, error }: Tightness): Judgement {
  const margin = marginAt(share);
  return { margin, error: marginAt(share - error) - margin };
}

/** 1 - share, or 1/share - 1 where the inequality fails, so that no constant at all is -1. */
const marginAt = (share: number): number => (share <= 1 ? 1 - share : 1 / share - 1);

const better = (a: Tightness, b: Tightness): boolean => meritOf(marginOf(a)) < meritOf(marginOf(b));

/** No constant would do: nothing is left to search. */
const hopeless = ({ margin }: Judgement): boolean => margin === -1;

/** The sizes that a term mentions, in the order of the theory. */
function sizesIn({ theory }: Claim, term: Term): readonly string[] {
  const mentions = (part: Term, size: string): boolean =>
    (part.kind === 'symbol' && part.name === size) || childrenOf(part).some((child) => mentions(child, size));
  return theory.signature.sizes.filter((size) => mentions(term, size));
}
