/** Runs a law on random instances, looks for its smallest margin, and compares floating margins with exact ones. */
import type { Judgement, Law } from '../claim/law.js';
import type { Counterexample, LawEvidence } from '../claim/verdict.js';
import type { Random } from '../numeric/random.js';
import { toDouble } from '../symbolic/denotation/doubles.js';
import { drawDyadics, drawExactShape, drawReals, drawShapes } from './draw.js';
import type { SampleGroup } from './draw-samples.js';
import { settleLaw } from './law-counterexample.js';
import { exactMargin, judgeLaw, LawFailure, lawObjective } from './search/law-objective.js';
import { breaks, type Point, scoreOf } from './search/objective.js';
import { improve } from './search/search.js';

/** What one work unit finds out about a law. */
export interface LawBlock {
  readonly id: string;
  readonly runs: number;
  readonly least: Judgement | null;
  readonly broken: Counterexample | null;
  readonly coverage: Readonly<Record<string, number>>;
  readonly agreement: LawEvidence['exactAgreement'];
  readonly failure: string | null;
  /** The draws of a law about random draws, by setting or rung. */
  readonly samples?: readonly SampleGroup[];
}

/** Which part of a law's runs a unit performs. */
export interface LawShare {
  readonly block: number;
  readonly blocks: number;
  readonly runs: number;
}

/** Exact instances on which the margin of an instance law has to agree, over all blocks. */
const EXACT_INSTANCES = 200;
/**
 * How far below its error formula the largest difference to an exact margin may stay: those of the corpus reach 1/500 to
 * 1/100 of it. A formula that is a thousand times laxer still hides violations. No difference at all says nothing.
 */
const LAXEST = 1e-5;
/** Draws per exact instance: a law may have an exact reading on few of its shapes. */
const TRIES = 60;
/** A law with at least this many instances in a block spends a quarter of them on descent. */
const WORTH_DESCENDING = 20;

export function runLawBlock(law: Law, random: Random, { block, blocks, runs }: LawShare): LawBlock {
  const count = Math.floor((runs * (block + 1)) / blocks) - Math.floor((runs * block) / blocks);
  const coverage = new Map<string, number>();
  const result = { id: law.id, runs: 0, least: null, broken: null, agreement: null, failure: null };
  try {
    const descending = count >= WORTH_DESCENDING ? Math.floor(count / 4) : 0;
    const points = drawPoints(law, random, count - descending, coverage);
    const start = smallest(points);
    const low =
      descending > 0 ? improve(lawObjective(law), start, random.split('descent'), { steps: descending }) : start;
    const worst = smallest([...points, low]);
    const agreement = agreementOf(law, random.split('exact'), Math.ceil(EXACT_INSTANCES / blocks));
    return {
      ...result,
      runs: count,
      least: pick(worst),
      ...violation(law, worst, random),
      coverage: record(coverage),
      agreement,
    };
  } catch (error) {
    // All that a law consists of is a corpus' code, its shapes too: whatever it throws, the law decides nothing.
    const failure = error instanceof LawFailure ? error.message : String(error);
    return { ...result, coverage: record(coverage), failure };
  }
}

function drawPoints(law: Law, random: Random, count: number, coverage: Map<string, number>): Point[] {
  return drawShapes(law.shapes, random.split('shapes'), count).map((shape, k) => {
    const z = drawReals(random.split(k), law.length(shape));
    coverage.set(shape.regime, (coverage.get(shape.regime) ?? 0) + 1);
    return { shape, z, ...judgeLaw(law, shape, z) };
  });
}

const smallest = (points: readonly Point[]): Point => points.reduce((a, b) => (scoreOf(b) < scoreOf(a) ? b : a));
const pick = ({ margin, error }: Judgement): Judgement => ({ margin, error });
const record = (counts: ReadonlyMap<string, number>): Record<string, number> =>
  Object.fromEntries([...counts].sort(([a], [b]) => (a < b ? -1 : 1)));

/** A violation within ten times its error says that the error formula is too small, not that the law is false. */
function violation(law: Law, low: Point, random: Random): Pick<LawBlock, 'broken' | 'failure'> {
  if (low.margin >= -low.error) return { broken: null, failure: null };
  if (!breaks(low)) {
    return { broken: null, failure: `margin ${low.margin} is below -error ${low.error}, but within ten times of it` };
  }
  return { broken: settleLaw(law, low, random.split('settle')), failure: null };
}

/** |floating margin - exact margin| <= error, at points that both start from exactly. */
function agreementOf(law: Law, random: Random, wanted: number): LawEvidence['exactAgreement'] {
  if (law.kind !== 'instance' || law.exact === null) return null;
  let [instances, worst] = [0, 0];
  for (let k = 0; instances < wanted && k < TRIES * wanted; k++) {
    const stream = random.split(k);
    const shape = drawExactShape(law.shapes, law.length, stream);
    const z = drawDyadics(stream, law.length(shape));
    const exact = exactMargin(law, shape, z);
    if (exact === null) continue;
    const { margin, error } = judgeLaw(
      law,
      shape,
      z.map((x) => toDouble(x).re),
    );
    const gap = Math.abs(margin - toDouble(exact).re);
    worst = Math.max(worst, gap === 0 ? 0 : gap / error);
    instances += 1;
  }
  return { instances, worst, holds: instances >= wanted && worst <= 1 };
}

/** The evidence of all blocks of a law, in their order. */
export function mergeLawBlocks(law: Law, blocks: readonly LawBlock[], seed: number): LawEvidence {
  const least = blocks.reduce<Judgement | null>(
    (low, { least: own }) => (own !== null && (low === null || scoreOf(own) < scoreOf(low)) ? own : low),
    null,
  );
  const coverage = new Map<string, number>();
  for (const block of blocks) {
    for (const [regime, count] of Object.entries(block.coverage))
      coverage.set(regime, (coverage.get(regime) ?? 0) + count);
  }
  const exactAgreement = mergeAgreement(blocks);
  return {
    id: law.id,
    kind: law.kind,
    runs: blocks.reduce((total, { runs }) => total + runs, 0),
    minMargin: least?.margin ?? null,
    error: least?.error ?? 0,
    seed,
    broken: blocks.find(({ broken }) => broken !== null)?.broken ?? null,
    coverage: record(coverage),
    exactAgreement,
    statistics: null,
    failure: blocks.find(({ failure }) => failure !== null)?.failure ?? disagreement(exactAgreement),
  };
}

function mergeAgreement(blocks: readonly LawBlock[]): LawEvidence['exactAgreement'] {
  const all = blocks.flatMap(({ agreement }) => agreement ?? []);
  if (all.length === 0) return null;
  const worst = Math.max(...all.map((part) => part.worst));
  return {
    instances: all.reduce((total, { instances }) => total + instances, 0),
    worst,
    holds: all.every(({ holds }) => holds) && !(worst > 0 && worst < LAXEST),
  };
}

function disagreement(agreement: LawEvidence['exactAgreement']): string | null {
  if (agreement === null || agreement.holds) return null;
  if (agreement.worst > 0 && agreement.worst < LAXEST) {
    return `its error formula is ${(1 / agreement.worst).toPrecision(1)} times the largest difference to an exact margin: too lax`;
  }
  if (agreement.worst <= 1) return `only ${agreement.instances} exact instances, ${EXACT_INSTANCES} are needed`;
  return `the floating margin differs from the exact one by ${agreement.worst.toPrecision(3)} times its error`;
}
