/** The tightest instances for each value of a size, with a search of their own: one size may be far tighter than another. */
import { type Attained, better } from './tightness.js';

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

/** Sorted by size and its value. */
export function rowsOf(records: ReadonlyMap<string, SizeRecord>): SizeRow[] {
  return [...records.values()]
    .filter(({ byTrait }) => byTrait.size > 0)
    .map((record) => ({ size: record.size, of: record.of, attained: startsOf(record)[0]! }))
    .sort((a, b) => (a.size < b.size ? -1 : a.size > b.size ? 1 : a.of - b.of));
}
