/** What a figure decides: for people, and as JSON. */
import type { FindingEvidence, MeasuredEvidence, Verdict } from '../claim/verdict.js';
import { shortNumber } from '../report/text-table.js';
import type { Figure } from '../run/figure.js';
import type { JournalHeader } from '../run/journal.js';
import { heading } from './output.js';
import { coloured, fatesText } from './verdict-table.js';

export function figureText({ experiment, verdicts }: Figure, { profile, seed }: JournalHeader): string {
  const head = `${heading(`${experiment.id}. ${experiment.title}`)}\n${experiment.source}; ${profile}, seed ${seed}\n`;
  return [head, ...verdicts.map(claimText)].join('\n');
}

function claimText(verdict: Verdict): string {
  const { id, asPrinted, statement, mutants, experiment } = verdict;
  const survivors = mutants.filter(({ fate }) => fate === 'survived').map(({ name, how }) => `    ${name}: ${how}\n`);
  return [
    `${heading(id)}: ${coloured(verdict.verdict, verdict.verdict)}${asPrinted ? ', as printed' : ''}\n`,
    `  ${statement}\n`,
    `  ${verdict.why}\n`,
    ...findingsLines(experiment?.findings ?? []),
    mutants.length === 0 ? '' : `  ${fatesText(mutants)}\n${survivors.join('')}`,
  ].join('');
}

/** The numbers of each finding, and below them those of its control. */
export function findingsLines(findings: readonly FindingEvidence[]): string[] {
  return findings.flatMap(({ says, printed, side, measured, control }) => [
    `  ${says}: ${side}${printed === null ? '' : ` (printed: ${printed})`}\n`,
    ...measuredLines(measured),
    `    control, ${control.about}: ${control.side}\n`,
    ...measuredLines(control.measured).map((line) => `  ${line}`),
  ]);
}

function measuredLines(measured: readonly MeasuredEvidence[]): string[] {
  const rows = measured.map(({ what, estimate, low, high, relation, bound, side, runs }) => [
    what,
    `${brief(estimate)}  [${brief(low)}, ${brief(high)}]`,
    `${relation} ${shortNumber(bound)}`,
    `${side}, ${runs} runs`,
  ]);
  const widths = [0, 1, 2].map((column) => Math.max(...rows.map((row) => row[column]!.length)));
  return rows.map((row) => `    ${row.map((cell, k) => cell.padEnd(widths[k] ?? 0)).join('  ')}\n`);
}

const brief = (x: number): string => shortNumber(Number(x.toPrecision(4)));

/** One object with all numbers: what `--json` prints and `verdicts.json` holds. */
export function figureDocument({ verdicts, results }: Figure, header: JournalHeader): unknown {
  return {
    ...header,
    runs: results.length,
    claims: verdicts.map(({ id, asPrinted, repairs, verdict, why, statement, experiment, mutants }) => ({
      id,
      asPrinted,
      repairs,
      verdict,
      why,
      statement,
      findings: experiment?.findings ?? [],
      mutants,
    })),
  };
}
