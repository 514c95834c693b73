import { styleText } from 'node:util';
import { VERDICTS, type Verdict, type VerdictWord } from '../claim/verdict.js';
import { countErrata } from '../engines/errata.js';
import { isAgainst } from '../engines/verdict.js';
import { paragraph } from '../report/paragraph.js';
import { shapeText } from '../report/shape-text.js';
import { heading, outputWidth } from './output.js';

const HEAD = ['claim', 'verdict', 'proof', 'instances', 'laws', 'least margin', 'mutants', 'notes'] as const;

/** What a narrow terminal does without, first to go first; "kasym explain" and --json have it all. */
const DROPPED_FIRST = ['instances', 'least margin', 'laws', 'proof'];

/**
 * The verdicts for people, a line each: what was proved, on how much it was tried, and what is to be known about it.
 *
 * Where the lines are longer than `width`, the notes stand below their claims, and columns go until the rest fits.
 */
export function verdictTable(verdicts: readonly Verdict[], width = outputWidth()): string {
  const rows = verdicts.map((verdict) => [verdict.id, verdict.verdict, ...evidence(verdict)]);
  const widths = HEAD.map((name, column) => Math.max(name.length, ...rows.map((row) => row[column]!.length)));
  const widthOf = (names: readonly string[]): number =>
    names.reduce((total, name) => total + 2 + widths[(HEAD as readonly string[]).indexOf(name)]!, -2);
  const below = widthOf(HEAD) > width;
  const dropped: string[] = [];
  const left = (): string[] => HEAD.filter((name) => !dropped.includes(name) && !(below && name === 'notes'));
  while (widthOf(left()) > width && dropped.length < DROPPED_FIRST.length) {
    dropped.push(DROPPED_FIRST[dropped.length]!);
  }
  const shown = left();
  const line = (cells: readonly string[]): string =>
    HEAD.flatMap((name, k) => (shown.includes(name) ? [cells[k]!.padEnd(widths[k]!)] : []))
      .join('  ')
      .trimEnd();
  const body = rows.map((row, k) => {
    const { verdict } = verdicts[k]!;
    const notes = row[HEAD.length - 1]!;
    const under = below && notes !== '' ? paragraph(notes, width, '    ') : '';
    return `${line(row).replace(verdict, coloured(verdict, verdict))}\n${under}`;
  });
  const missing = dropped.length === 0 ? '' : `(a wider terminal also shows: ${dropped.join(', ')})\n`;
  return `${heading(line(HEAD))}\n${body.join('')}\n${summaryLines(verdicts)}\n${missing}`;
}

/** Green for what holds, red for what fails, yellow between; only on a terminal. */
export function coloured(verdict: VerdictWord, text: string): string {
  if (!process.stdout.isTTY || process.env.NO_COLOR) return text;
  return styleText(isAgainst(verdict) ? 'red' : verdict === 'undecided' ? 'yellow' : 'green', text);
}

/** The cells from `proof` on. */
function evidence(verdict: Verdict): string[] {
  const { proof, laws, mutants, evaluation } = verdict;
  const against = isAgainst(verdict.verdict);
  const steps = proof?.checked ? `${proof.steps.length} ${proof.steps.length === 1 ? 'step' : 'steps'}` : '-';
  const runs = laws.reduce((total, law) => total + law.runs, 0);
  return [
    steps,
    against ? '-' : `${evaluation.instances}`,
    runs === 0 ? '-' : `${runs} ${runs === 1 ? 'run' : 'runs'}`,
    leastMargin(laws),
    mutants.length === 0 ? '-' : briefFates(mutants),
    notes(verdict).join('; '),
  ];
}

function notes({ verdict, why, flags, witness, asPrinted, repairs }: Verdict): string[] {
  const parts: string[] = [];
  if (verdict === 'undecided') parts.push(why);
  if (isAgainst(verdict) && witness !== null) {
    parts.push(`fails by ${witness.margin} at ${shapeText(witness.shape)}`);
  }
  if (asPrinted) parts.push('as printed');
  if (repairs !== null) parts.push(`repairs ${repairs}`);
  return [...parts, ...briefly(flags)];
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

/** The least margin of all laws with its error: a law holds where the margin is not below minus the error. */
function leastMargin(laws: Verdict['laws']): string {
  const least = laws.reduce<Verdict['laws'][number] | null>(
    (low, law) => (law.minMargin !== null && (low?.minMargin == null || law.minMargin < low.minMargin) ? law : low),
    null,
  );
  return least?.minMargin == null ? '-' : `${least.minMargin.toExponential(1)} ± ${least.error.toExponential(1)}`;
}

/** How many of some wrong variants met which fate. */
export const countFate = (mutants: Verdict['mutants'], wanted: Verdict['mutants'][number]['fate']): number =>
  mutants.filter(({ fate }) => fate === wanted).length;

/** For a cell of the table: only survivors matter, and what is also true is worth a look. */
function briefFates(mutants: Verdict['mutants']): string {
  const [also, survived] = [countFate(mutants, 'also true'), countFate(mutants, 'survived')];
  return [
    `${countFate(mutants, 'killed')}/${mutants.length} killed`,
    ...(also > 0 ? [`${also} also true`] : []),
    ...(survived > 0 ? [`${survived} survived`] : []),
  ].join(', ');
}

export function fatesText(mutants: Verdict['mutants']): string {
  const [killed, also, survived] = (['killed', 'also true', 'survived'] as const).map((fate) =>
    countFate(mutants, fate),
  );
  const variants = mutants.length === 1 ? 'wrong variant' : 'wrong variants';
  return `${mutants.length} ${variants}: ${killed} killed, ${also} also true, ${survived} survived`;
}

function summaryLines(verdicts: readonly Verdict[]): string {
  const counts = VERDICTS.flatMap((word) => {
    const count = verdicts.filter(({ verdict }) => verdict === word).length;
    return count === 0 ? [] : [`${count} ${word}`];
  });
  const claims = `${verdicts.length} ${verdicts.length === 1 ? 'claim' : 'claims'}: ${counts.join(', ')}`;
  const errata = countErrata(verdicts);
  const wrong = `${errata} ${errata === 1 ? 'erratum' : 'errata'}; "kasym errata" says what is right`;
  return [claims, fatesText(verdicts.flatMap(({ mutants }) => mutants)), ...(errata > 0 ? [wrong] : [])].join('\n');
}
