/** The sharpest constant that instances show: the search, with the share of the bound that is used up as what is maximised. */
import type { Claim } from '../../claim/claim.js';
import type { Judgement } from '../../claim/law.js';
import type { Shape } from '../../claim/model-source.js';
import type { Random } from '../../numeric/random.js';
import { childrenOf, product, type Term } from '../../symbolic/kernel/term.js';
import { meritOf, type Objective } from '../search/objective.js';
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
  const records = new Map<string, SizeRow>();
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
      const known = records.get(`${size} ${of}`);
      if (known === undefined || better(attained, known.attained)) records.set(`${size} ${of}`, { size, of, attained });
    }
    return marginOf(found);
  };
  const { models } = claim;
  const objective: Objective = { shapes: models.shapes, length: models.length, smaller: models.smaller, judge };
  const spared = sizes.length === 0 ? 0 : Math.floor(FOR_SIZES * runs);
  search(objective, random.split('search'), budgetOf(runs - spared), hopeless);
  const starts = [...records.values()];
  for (const [k, { attained }] of starts.entries()) {
    const each = Math.floor(spared / starts.length);
    const share = { boundary: Math.floor(each / 4), steps: Math.floor(each / 2), boxes: Math.floor(each / 4) };
    improve(objective, { ...attained, ...marginOf(attained) }, random.split(`size ${k}`), share, hopeless);
  }
  const bySize = [...records.values()].sort((a, b) => (a.size < b.size ? -1 : a.size > b.size ? 1 : a.of - b.of));
  return best === null ? null : { best, bySize, instances };
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
