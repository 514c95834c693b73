import { styleText } from 'node:util';
import { VERDICTS, type Verdict, type VerdictWord } from '../claim/verdict.js';
import { isAgainst } from '../engines/verdict.js';
import { shapeText } from './counterexample-text.js';
import { heading } from './output.js';
import { shortNumber } from './text-table.js';

/** The verdicts for people: id, verdict, the evidence in brief, and why where nothing is decided. */
export function verdictTable(verdicts: readonly Verdict[]): string {
  const [ids, words] = [
    ['claim', ...verdicts.map(({ id }) => id)],
    ['verdict', ...verdicts.map(({ verdict }) => verdict)],
  ];
  const [first, second] = [ids, words].map((cells) => Math.max(0, ...cells.map((cell) => cell.length)));
  const rows = verdicts.map((verdict) => {
    const word = coloured(verdict.verdict, verdict.verdict.padEnd(second!));
    return `${verdict.id.padEnd(first!)}  ${word}  ${evidence(verdict)}\n`;
  });
  const head = `${'claim'.padEnd(first!)}  ${'verdict'.padEnd(second!)}  evidence`;
  return `${heading(head)}\n${rows.join('')}\n${summaryLine(verdicts)}\n`;
}

/** Green for what holds, red for what fails, yellow between; only on a terminal. */
export function coloured(verdict: VerdictWord, text: string): string {
  if (!process.stdout.isTTY || process.env.NO_COLOR) return text;
  return styleText(isAgainst(verdict) ? 'red' : verdict === 'undecided' ? 'yellow' : 'green', text);
}

function evidence({ verdict, why, proof, laws, mutants, flags, witness, evaluation }: Verdict): string {
  const parts: string[] = [];
  if (verdict === 'undecided') parts.push(why);
  if (isAgainst(verdict) && witness !== null)
    parts.push(`counterexample (${shapeText(witness.shape)}), margin ${witness.margin}`);
  if (proof?.checked) parts.push(`${proof.steps.length} ${proof.steps.length === 1 ? 'step' : 'steps'}`);
  if (!isAgainst(verdict)) parts.push(`${evaluation.instances} instances`);
  const runs = laws.reduce((total, law) => total + law.runs, 0);
  if (runs > 0) parts.push(`${runs} law runs, least margin ${leastMargin(laws)}`);
  const killed = mutants.filter(({ fate }) => fate === 'killed').length;
  const also = mutants.filter(({ fate }) => fate === 'also true').length;
  if (mutants.length > 0 && !isAgainst(verdict)) {
    parts.push(`${killed}/${mutants.length} mutants killed${also > 0 ? `, ${also} also true` : ''}`);
  }
  parts.push(...briefly(flags).map((flag) => `[${flag}]`));
  return parts.join('; ');
}

/** Flags of one kind are counted, so that a claim stays on one line; `explain` lists them. */
function briefly(flags: readonly string[]): string[] {
  const kinds = new Map<string, string[]>();
  for (const flag of flags) {
    const [kind, name] = flag.split(': ') as [string, string?];
    kinds.set(kind, [...(kinds.get(kind) ?? []), ...(name === undefined ? [] : [name])]);
  }
  return [...kinds].map(([kind, names]) =>
    names.length === 0
      ? kind
      : names.length > 2
        ? `${kind}: ${names.length} hypotheses`
        : `${kind}: ${names.join(', ')}`,
  );
}

function leastMargin(laws: Verdict['laws']): string {
  const margins = laws.flatMap(({ minMargin }) => minMargin ?? []);
  return margins.length === 0 ? 'none' : shortNumber(Math.min(...margins));
}

function summaryLine(verdicts: readonly Verdict[]): string {
  const counts = VERDICTS.flatMap((word) => {
    const count = verdicts.filter(({ verdict }) => verdict === word).length;
    return count === 0 ? [] : [`${count} ${word}`];
  });
  return `${verdicts.length} ${verdicts.length === 1 ? 'claim' : 'claims'}: ${counts.join(', ')}`;
}
