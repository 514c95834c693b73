/** What both drawings of a list of errata say in the same words. */
import type { ErrataEntry, ErrataList, StatedClaim } from '../claim/errata-list.js';
import { SEVERITIES } from '../claim/erratum.js';
import type { Counterexample } from '../claim/verdict.js';
import { shapeText } from './shape-text.js';

/** Titles of what is no erratum. */
export const OPEN = 'Printed, and neither proved nor refuted';
export const UNCONFIRMED = 'Noted as errata, but not refuted, and so not counted';

/** What the verdicts come to: of a step, whether the statement stands that was printed with it. */
export function fateText({ results, repaired }: ErrataEntry): string {
  const mended = `${results.length === 0 ? 'repair' : 'repaired step'} proved`;
  const repair = repaired ? mended : 'no proved repair';
  if (results.length === 0) return `refuted as printed, ${repair}`;
  return `${standingText(results)}, printed step wrong, ${repair}`;
}

function standingText(results: readonly StatedClaim[]): string {
  if (results.every(({ holds }) => holds)) return 'statement true';
  if (results.some(({ verdict }) => verdict.startsWith('refuted'))) return 'statement refuted too';
  const supported = results.every(({ holds, verdict }) => holds || verdict === 'supported');
  return supported ? 'statement supported, not proved' : 'statement not decided';
}

export const severityText = ({ note }: ErrataEntry): string => note?.severity ?? 'severity not stated';

export const verdictText = ({ verdict, cited }: StatedClaim): string =>
  cited.length === 0 ? verdict : `${verdict}, citing ${cited.join(', ')}`;

/** What a claim assumes, in words. */
export const assumed = ({ assumes }: StatedClaim): readonly string[] =>
  assumes.length === 0 ? [] : [`assumes: ${assumes.join('; ')}`];

/** What a repair assumes and the print does not, and the other way round, in words. */
export function assumptionTexts(printed: StatedClaim, repair: StatedClaim): readonly string[] {
  const besides = repair.assumes.filter((text) => !printed.assumes.includes(text));
  const without = printed.assumes.filter((text) => !repair.assumes.includes(text));
  return [
    ...(besides.length === 0 ? [] : [`assumes besides: ${besides.join('; ')}`]),
    ...(without.length === 0 ? [] : [`does not assume: ${without.join('; ')}`]),
  ];
}

export function counterexampleText(found: Counterexample | null, id: string): string {
  if (found === null) return 'no counterexample at hand';
  const { decided, margin, shape } = found;
  return `margin ${margin}, decided ${decided}, at ${shapeText(shape)}${instanceText(found, id)}`;
}

/** Instances that take more room than this are read in `kasym explain`. */
const SHORT = 240;

function instanceText({ values }: Counterexample, id: string): string {
  const entries = Object.entries((values as { values?: Readonly<Record<string, unknown>> }).values ?? {});
  const text = entries.map(([name, value]) => `${name} = ${written(value)}`).join(', ');
  return text === '' || text.length > SHORT ? ` (kasym explain ${id} shows the instance)` : `: ${text}`;
}

const written = (value: unknown): string => (Array.isArray(value) ? `[${value.map(written).join(', ')}]` : `${value}`);

/** The symbols of all that is shown, with what they mean. */
export const symbolTexts = ({ claim, readings, repairs, results }: ErrataEntry): readonly string[] => [
  ...new Set(
    [claim, ...readings.map((reading) => reading.claim), ...repairs, ...results].flatMap(({ symbols }) =>
      symbols.map(([name, meaning]) => `${name}: ${meaning}`),
    ),
  ),
];

/** How many there are, of which severity, and how many are repaired. */
export function totalText({ errata, printed, loose }: ErrataList): string {
  const kinds = [...SEVERITIES, undefined].flatMap((severity) => {
    const count = errata.filter(({ note }) => note?.severity === severity).length;
    return count === 0 ? [] : [`${count} ${severity ?? 'of no stated severity'}`];
  });
  const repaired = errata.filter((entry) => entry.repaired).length;
  const parts =
    errata.length === 0 ? '' : ` (${kinds.join(', ')}): ${repaired} repaired, ${errata.length - repaired} not`;
  const claims = `${printed} ${printed === 1 ? 'claim' : 'claims'} marked as printed`;
  return `${errata.length} ${errata.length === 1 ? 'erratum' : 'errata'} among ${claims}${parts}; ${loose.length} true but loose`;
}
