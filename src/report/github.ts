/** What GitHub shows of a run: annotations, and the page of a job. */
import type { LockChange, LockChangeKind } from '../claim/lock-change.js';
import { VERDICTS, type Verdict } from '../claim/verdict.js';

const LEVELS: Readonly<Record<LockChangeKind, string>> = {
  worse: 'error',
  changed: 'error',
  better: 'warning',
  new: 'notice',
};

/** A workflow command each. */
export const githubAnnotations = (changes: readonly LockChange[]): string =>
  changes
    .map(({ id, kind, what, evidence }) => {
      const text = [`${id}: ${what}`, ...evidence].join('\n');
      return `::${LEVELS[kind]} title=${property(`kasym: ${kind}: ${id}`)}::${message(text)}\n`;
    })
    .join('');

const message = (text: string): string => text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
const property = (text: string): string => message(text).replaceAll(':', '%3A').replaceAll(',', '%2C');

/** Markdown: the count of verdicts, then what changed. */
export function githubSummary(name: string, verdicts: readonly Verdict[], changes: readonly LockChange[]): string {
  const counts = VERDICTS.flatMap((word) => {
    const count = verdicts.filter(({ verdict }) => verdict === word).length;
    return count === 0 ? [] : [`| ${word} | ${count} |`];
  });
  const rows = changes.map(
    ({ id, kind, what, evidence }) => `| ${kind} | \`${id}\` | ${[what, ...evidence].map(cell).join('<br>')} |`,
  );
  const changed = rows.length === 0 ? ['All as locked.'] : ['| | claim | change |', '|---|---|---|', ...rows];
  return [`## kasym: ${name}`, '', '| verdict | claims |', '|---|---|', ...counts, '', ...changed, ''].join('\n');
}

const cell = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('|', '&#124;').replaceAll('\n', ' ');
