/** Whether intervals show what an enclosure says, show that it is false, or show neither. */
import type { Enclosure } from '../../claim/enclosure.js';
import type { ClaimTheory } from '../../claim/theory.js';
import type { EnclosureEvidence } from '../../claim/verdict.js';
import { equals, format, isZero } from '../../symbolic/kernel/number.js';
import * as interval from './interval.js';
import { valueAt } from './polynomial.js';
import { type ReadEnclosure, readEnclosure } from './read-enclosure.js';
import { type Bounds, type Examined, examine, type StationaryPoint } from './stationary.js';

interface Finding {
  readonly outcome: EnclosureEvidence['outcome'];
  readonly why: string;
}

/** Throws BadInput or TermError where it cannot be read. */
export function judgeEnclosure(theory: ClaimTheory, enclosure: Enclosure): EnclosureEvidence {
  const read = readEnclosure(theory, enclosure);
  const found = examine(read.landscape, read.box);
  const point = found.zeros === 'one' ? found.point : null;
  const findings = [elsewhereOf(read), countOf(found), ...(point === null ? [] : boundsOf(read, point))];
  const { outcome, why } = weakest(findings);
  return {
    outcome,
    why,
    box: enclosure.box,
    point:
      point && Object.fromEntries(read.names.map((name, k) => [name, decimal(interval.middle(point.box[k]!).low)])),
    radius: point && radiusOf(point.box),
    values: point === null ? [] : shown(point),
    elsewhere: format(valueAt(read.landscape.loss, read.elsewhere.at)),
  };
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

function countOf(found: Examined): Finding {
  switch (found.zeros) {
    case 'one':
      return { outcome: 'certified', why: 'one stationary point in the box' };
    case 'none':
      return { outcome: 'refuted', why: `no stationary point in the box: ${found.why}` };
    case 'unknown':
      return { outcome: 'undecided', why: `the stationary points in the box cannot be counted: ${found.why}` };
  }
}

function boundsOf({ bounds }: ReadEnclosure, point: StationaryPoint): Finding[] {
  return bounds.map(({ of, relation, value }) => {
    const { low, high } = valuesOf(point)[of];
    const bound = interval.around(value);
    const [above, below] = [low !== null && low >= bound.high, high !== null && high <= bound.low];
    const strictly = relation === '>=' ? high !== null && high < bound.low : low !== null && low > bound.high;
    const holds = relation === '>=' ? above : below;
    const known = `${of} in ${rangeText({ low, high })}`;
    if (holds) return { outcome: 'certified', why: known };
    if (strictly) return { outcome: 'refuted', why: `${known}, not ${relation} ${format(value)}` };
    return { outcome: 'undecided', why: `${known}, which does not decide ${relation} ${format(value)}` };
  });
}

const valuesOf = ({ loss, curvature, throughout }: StationaryPoint) =>
  ({ loss, curvature, 'curvature throughout the box': throughout }) as const satisfies Record<string, Bounds>;

const shown = (point: StationaryPoint): EnclosureEvidence['values'] =>
  Object.entries(valuesOf(point)).map(([of, { low, high }]: [string, Bounds]) => ({
    of,
    low: low === null ? null : decimal(low),
    high: high === null ? null : decimal(high, true),
  }));

const rangeText = ({ low, high }: Bounds): string =>
  `[${low === null ? '-∞' : decimal(low)}, ${high === null ? '∞' : decimal(high, true)}]`;

/** A power of two that is at least half of every side. */
function radiusOf(box: StationaryPoint['box']): number {
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
