/** A list of errata for a terminal: a block for each, in lines of the given width. */
import type { ErrataEntry, ErrataList, StatedClaim } from '../claim/errata-list.js';
import type { VerdictWord } from '../claim/verdict.js';
import {
  assumed,
  assumptionTexts,
  counterexampleText,
  fateText,
  OPEN,
  severityText,
  symbolTexts,
  totalText,
  UNCONFIRMED,
  verdictText,
} from './errata-words.js';
import { paragraph } from './paragraph.js';

export interface ErrataStyle {
  /** Columns. */
  readonly width: number;
  readonly heading: (text: string) => string;
  /** Colours a text by the verdict that it tells of. */
  readonly paint: (verdict: VerdictWord, text: string) => string;
}

/** `basis` says where the verdicts come from; it is printed last. */
export function errataText(list: ErrataList, basis: string, style: ErrataStyle): string {
  const { errata, loose, open, unconfirmed } = list;
  const blocks = [
    ...errata.map((entry) => entryBlock(entry, style)),
    ...(loose.length === 0 ? [] : [`${style.heading('Loose, not wrong')}\n${loose.map(looseLines(style)).join('')}`]),
    ...(open.length === 0 ? [] : [claimsBlock(OPEN, open, style)]),
    ...(unconfirmed.length === 0 ? [] : [claimsBlock(UNCONFIRMED, unconfirmed, style)]),
    paragraph(totalText(list), style.width, '') + paragraph(basis, style.width, ''),
  ];
  return blocks.join('\n');
}

function entryBlock(entry: ErrataEntry, style: ErrataStyle): string {
  const { claim, note, counterexample, readings, repairs, results } = entry;
  const painted = ({ verdict }: StatedClaim, text: string): string => style.paint(verdict, text);
  const row = rows(style.width);
  return [
    `${style.heading(claim.id)}\n`,
    paragraph(`${claim.source}: ${claim.title}`, style.width, '  '),
    paragraph(`${severityText(entry)}: ${fateText(entry)}`, style.width, '  '),
    note === null ? '' : row('printed', note.printed),
    row('claimed', claim.statement),
    row('', claim.verdict, (text) => painted(claim, text)),
    row('', counterexampleText(counterexample, claim.id)),
    ...readings.flatMap((reading) => [
      row('or read', reading.claim.statement),
      row('', `${reading.claim.id}: ${verdictText(reading.claim)}`, (text) => painted(reading.claim, text)),
      ...assumptionTexts(claim, reading.claim).map((text) => row('', text)),
      reading.counterexample === null ? '' : row('', counterexampleText(reading.counterexample, reading.claim.id)),
    ]),
    note === null ? '' : row('change', note.change),
    ...repairs.flatMap((repair) => [
      row('correct', repair.statement),
      row('', `${repair.id}: ${verdictText(repair)}`, (text) => painted(repair, text)),
      ...assumptionTexts(claim, repair).map((text) => row('', text)),
    ]),
    ...results.flatMap((result) => [
      row('step of', `${result.id} (${result.source}): ${verdictText(result)}`, (text) => painted(result, text)),
      ...(repairs.includes(result) ? [] : [row('', result.statement), ...assumed(result).map((text) => row('', text))]),
    ]),
    row('where', symbolTexts(entry).join('; ')),
  ].join('');
}

/** Lines with a label before the first; only whole lines are painted, so that escape codes do not count as columns. */
const rows =
  (width: number) =>
  (label: string, text: string, paint: (text: string) => string = (same) => same): string => {
    const indent = ' '.repeat(INDENT);
    const lines = paragraph(text, width, indent).trimEnd().split('\n');
    return lines
      .map((line, k) => `${k === 0 ? `  ${label}`.padEnd(INDENT) : indent}${paint(line.slice(INDENT))}\n`)
      .join('');
  };

const INDENT = '  printed  '.length;

const looseLines =
  ({ width }: ErrataStyle) =>
  ({ printed, sharper }: ErrataList['loose'][number]): string =>
    [
      paragraph(`${printed.id} (${printed.source}): ${printed.statement}`, width, '  '),
      ...sharper.map(({ id, statement }) => paragraph(`follows from ${id}: ${statement}`, width, '    ')),
    ].join('');

function claimsBlock(title: string, claims: readonly StatedClaim[], { heading, width }: ErrataStyle): string {
  const lines = claims.map(({ id, source, verdict }) => paragraph(`${id} (${source}): ${verdict}`, width, '  '));
  return `${heading(title)}\n${lines.join('')}`;
}
