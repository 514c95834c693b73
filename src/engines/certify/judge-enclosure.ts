/** Whether intervals show what an enclosure says, show that it is false, or show neither. */
import { BOUNDED, type Enclosure, type EnclosureBound } from '../../claim/enclosure.js';
import type { ClaimTheory } from '../../claim/theory.js';
import type { EnclosureEvidence } from '../../claim/verdict.js';
import { equals, format, isZero } from '../../symbolic/kernel/number.js';
import * as interval from './interval.js';
import type { ZeroCount } from './krawczyk.js';
import { type Box, valueAt } from './polynomial.js';
import { type ReadEnclosure, readEnclosure } from './read-enclosure.js';
import { type Bounds, countStationary, curvatureOn, curvatureThroughout, lossOn } from './stationary.js';

interface Finding {
  readonly outcome: EnclosureEvidence['outcome'];
  readonly why: string;
}

/** Everything that is known about it. Throws BadInput or TermError where it cannot be read. */
export function judgeEnclosure(theory: ClaimTheory, enclosure: Enclosure): EnclosureEvidence {
  const read = readEnclosure(theory, enclosure);
  const count = countStationary(read.landscape, read.box);
  const point = count.zeros === 'one' ? count.box : null;
  const { outcome, why } = weakest([...findingsOf(read, () => count)]);
  return {
    outcome,
    why,
    box: enclosure.box,
    point: point && Object.fromEntries(read.names.map((name, k) => [name, decimal(interval.middle(point[k]!).low)])),
    radius: point && radiusOf(point),
    values: point === null ? [] : BOUNDED.map((of) => ({ of, ...shown(boundsOf(read, point, of)) })),
    elsewhere: format(valueAt(read.landscape.loss, read.elsewhere.at)),
  };
}

/** The outcome alone; nothing is computed after a part that is refuted. Throws as `judgeEnclosure` does. */
export function decideEnclosure(theory: ClaimTheory, enclosure: Enclosure): Finding {
  const read = readEnclosure(theory, enclosure);
  const findings: Finding[] = [];
  for (const finding of findingsOf(read, () => countStationary(read.landscape, read.box))) {
    findings.push(finding);
    if (finding.outcome === 'refuted') break;
  }
  return weakest(findings);
}

/** Each part in turn, the cheapest first. */
function* findingsOf(read: ReadEnclosure, counted: () => ZeroCount): Generator<Finding> {
  yield elsewhereOf(read);
  const count = counted();
  yield countOf(count);
  if (count.zeros !== 'one') return;
  for (const bound of read.bounds) yield boundOf(bound, boundsOf(read, count.box, bound.of));
}

/** One refuted part refutes the whole. */
function weakest(findings: readonly Finding[]): Finding {
  const failing =
    findings.find(({ outcome }) => outcome === 'refuted') ?? findings.find(({ outcome }) => outcome === 'undecided');
  return failing ?? { outcome: 'certified', why: [...new Set(findings.map(({ why }) => why))].join('; ') };
}

/** Exactly, by evaluation. */
function elsewhereOf({ landscape, elsewhere: { at, loss } }: ReadEnclosure): Finding {
  const place = `(${at.map(format).join(', ')})`;
  const [level, value] = [landscape.orbit, landscape.loss].map((p) => valueAt(p, at));
  if (!isZero(level!))
    return { outcome: 'refuted', why: `${place} is not on the orbit: what vanishes there is ${format(level!)}` };
  const why = `the loss at ${place} is ${format(value!)}`;
  return equals(value!, loss) ? { outcome: 'certified', why } : { outcome: 'refuted', why };
}

function countOf(found: ZeroCount): Finding {
  switch (found.zeros) {
    case 'one':
      return { outcome: 'certified', why: 'one stationary point in the box' };
    case 'none':
      return { outcome: 'refuted', why: `no stationary point in the box: ${found.why}` };
    case 'unknown':
      return { outcome: 'undecided', why: `the stationary points in the box cannot be counted: ${found.why}` };
  }
}

function boundOf({ of, relation, value }: ReadEnclosure['bounds'][number], known: Bounds): Finding {
  const { low, high } = known;
  const bound = interval.around(value);
  const [holds, fails] =
    relation === '>='
      ? [low !== null && low >= bound.high, high !== null && high < bound.low]
      : [high !== null && high <= bound.low, low !== null && low > bound.high];
  const why = `${of} in ${rangeText(known)}`;
  if (holds) return { outcome: 'certified', why };
  if (fails) return { outcome: 'refuted', why: `${why}, not ${relation} ${format(value)}` };
  return { outcome: 'undecided', why: `${why}, which does not decide ${relation} ${format(value)}` };
}

function boundsOf({ landscape, box }: ReadEnclosure, point: Box, of: EnclosureBound['of']): Bounds {
  switch (of) {
    case 'loss':
      return lossOn(landscape, point);
    case 'curvature':
      return curvatureOn(landscape, point);
    case 'curvature throughout the box':
      return curvatureThroughout(landscape, box, point);
  }
}

const shown = ({ low, high }: Bounds) => ({
  low: low === null ? null : decimal(low),
  high: high === null ? null : decimal(high, true),
});

function rangeText(bounds: Bounds): string {
  const { low, high } = shown(bounds);
  return `[${low ?? '-∞'}, ${high ?? '∞'}]`;
}

/** A power of two that is at least half of every side. */
function radiusOf(box: Box): number {
  const widest = interval.greatest(1n, ...box.map(interval.width));
  return 2 ** (widest.toString(2).length - 1 - Number(interval.BITS));
}

const DIGITS = 12n;

/** A number in units of 2^-BITS, rounded downwards or upwards to 12 digits after the point. */
function decimal(end: bigint, up = false): string {
  const scaled = end * 10n ** DIGITS;
  const units = up ? -(-scaled >> interval.BITS) : scaled >> interval.BITS;
  const digits = (units < 0n ? -units : units).toString().padStart(Number(DIGITS) + 1, '0');
  const at = digits.length - Number(DIGITS);
  return `${units < 0n ? '-' : ''}${digits.slice(0, at)}.${digits.slice(at)}`;
}
