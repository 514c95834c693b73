/** A list of errata as Markdown: a table, a section for each with its formulas as LaTeX, and what is loose. */
import type { ErrataEntry, ErrataList, StatedClaim } from '../claim/errata-list.js';
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

/** `basis` says where the verdicts come from. */
export function errataMarkdown(list: ErrataList, basis: string): string {
  const { name, citation, errata, loose, open, unconfirmed } = list;
  return [
    '# Errata',
    `What is wrong in print in ${plain(citation)}, *${plain(name)}*.`,
    'A claim that says what the paper prints is listed if and only if its verdict refutes it; `kasym errata --markdown` writes this file.',
    plain(`${totalText(list)}. ${basis}`),
    ...(errata.length === 0 ? [] : [overview(errata), ...errata.map(section)]),
    ...(loose.length === 0 ? [] : ['## Loose, not wrong', LOOSE, ...loose.map(looseSection)]),
    ...claimsBlocks(OPEN, open),
    ...claimsBlocks(UNCONFIRMED, unconfirmed),
  ]
    .map((block) => `${block}\n`)
    .join('\n');
}

const claimsBlocks = (title: string, claims: readonly StatedClaim[]): string[] =>
  claims.length === 0
    ? []
    : [`## ${title}`, claims.map(({ id, source, verdict }) => `- \`${id}\` (${plain(source)}): ${verdict}`).join('\n')];

const LOOSE =
  'Printed claims that are proved, and follow from a claim that is proved and says more. They are not counted above.';

function overview(errata: readonly ErrataEntry[]): string {
  const rows = errata.map((entry) => {
    const { id, source, title } = entry.claim;
    return [`[${id}](#${anchor(id)})`, plain(source), plain(title), severityText(entry), fateText(entry)];
  });
  return [['claim', 'where', 'what is printed', 'severity', 'verdicts'], Array(5).fill('---'), ...rows]
    .map((cells) => `| ${cells.join(' | ')} |`)
    .join('\n');
}

/** The anchor that GitHub gives a heading. */
const anchor = (text: string): string =>
  text
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
    .replaceAll(' ', '-');

function section(entry: ErrataEntry): string {
  const { claim, note, counterexample, readings, repairs, results } = entry;
  const symbols = symbolTexts(entry);
  return [
    `## ${claim.id}`,
    `${plain(`${claim.source}: ${claim.title}`)}. *${severityText(entry)}: ${fateText(entry)}*`,
    ...(note === null ? [] : [`**Printed:** ${code(note.printed)}`]),
    `**As a claim**, ${claim.verdict}: ${plain(counterexampleText(counterexample, claim.id))}`,
    formula(claim),
    ...readings.flatMap((reading) => [
      `**Or read as** \`${reading.claim.id}\`, ${readingText(reading)}`,
      formula(reading.claim),
      ...assumptionTexts(claim, reading.claim).map(plain),
    ]),
    ...(note === null ? [] : [`**Change:** ${plain(note.change)}`]),
    ...repairs.flatMap((repair) => [
      `**Correct** (\`${repair.id}\`, ${verdictText(repair)}):`,
      formula(repair),
      ...assumptionTexts(claim, repair).map(plain),
    ]),
    ...results.flatMap((result) => {
      const text = `**Step of** \`${result.id}\` (${plain(result.source)}), ${verdictText(result)}`;
      return repairs.includes(result) ? [`${text}.`] : [`${text}:`, formula(result), ...assumed(result).map(plain)];
    }),
    ...(symbols.length === 0 ? [] : [`where ${plain(symbols.join('; '))}`]),
  ].join('\n\n');
}

const looseSection = ({ printed, sharper }: ErrataList['loose'][number]): string =>
  [
    `\`${printed.id}\` (${plain(printed.source)}), ${verdictText(printed)}:`,
    formula(printed),
    ...sharper.flatMap((claim) => [`follows from \`${claim.id}\`, ${verdictText(claim)}:`, formula(claim)]),
  ].join('\n\n');

const readingText = ({ claim, counterexample }: ErrataEntry['readings'][number]): string =>
  counterexample === null
    ? `${verdictText(claim)}:`
    : `${claim.verdict}: ${plain(counterexampleText(counterexample, claim.id))}`;

const formula = ({ latex }: StatedClaim): string => `\`\`\`math\n${latex}\n\`\`\``;

/** In a pair of longer marks than it contains. */
function code(text: string): string {
  const longest = Math.max(0, ...(text.match(/`+/g) ?? []).map((run) => run.length));
  const fence = '`'.repeat(longest + 1);
  return longest === 0 ? `${fence}${text}${fence}` : `${fence} ${text} ${fence}`;
}

/** Text that is no markup, also in a cell of a table. */
const plain = (text: string): string => text.replaceAll(/[\\`*_{}[\]<>|#$~]/g, (mark) => `\\${mark}`);
