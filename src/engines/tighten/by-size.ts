/** The tightest instances for each value of a size, with a search of their own: one size may be far tighter than another. */
import type { Random } from '../../numeric/random.js';
import { meritOf, type Objective, type Point } from '../search/objective.js';
import { improve } from '../search/search.js';
import { type Attained, better, hopeless, marginOf } from './tightness.js';

export interface SizeRow {
  readonly size: string;
  readonly of: number;
  readonly attained: Attained;
}

/** The best instances of one size: of each value of each parameter of their shapes, since few of these lead to the tightest. */
export interface SizeRecord {
  readonly size: string;
  readonly of: number;
  readonly byTrait: Map<string, Attained>;
}

export function recordOf(records: Map<string, SizeRecord>, size: string, of: number | undefined): SizeRecord[] {
  if (of === undefined) return [];
  const key = `${size} ${of}`;
  const record = records.get(key) ?? { size, of, byTrait: new Map() };
  records.set(key, record);
  return [record];
}

const traitsOf = ({ shape }: Attained): string[] => Object.entries(shape).map(([name, value]) => `${name} = ${value}`);

export const improves = ({ byTrait }: SizeRecord, attained: Attained): boolean =>
  traitsOf(attained).some((trait) => !byTrait.has(trait) || better(attained, byTrait.get(trait)!));

export function recordAt({ byTrait }: SizeRecord, attained: Attained): void {
  for (const trait of traitsOf(attained)) {
    if (!byTrait.has(trait) || better(attained, byTrait.get(trait)!)) byTrait.set(trait, attained);
  }
}

/** Best first, each once. */
export const startsOf = ({ byTrait }: SizeRecord): Attained[] =>
  [...new Set(byTrait.values())].sort((a, b) => (better(a, b) ? -1 : better(b, a) ? 1 : 0));

/** Improves all starts a little, then the better half of them, until one is left: each heat has the same share of `runs`. */
export function race(objective: Objective, starts: readonly Attained[], random: Random, runs: number): void {
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

/** Sorted by size and its value. */
export function rowsOf(records: ReadonlyMap<string, SizeRecord>): SizeRow[] {
  return [...records.values()]
    .filter(({ byTrait }) => byTrait.size > 0)
    .map((record) => ({ size: record.size, of: record.of, attained: startsOf(record)[0]! }))
    .sort((a, b) => (a.size < b.size ? -1 : a.size > b.size ? 1 : a.of - b.of));
}
