import { mentionedIn } from '../claim/mentioned.js';
import type { StepEvidence, Verdict } from '../claim/verdict.js';
import { shapeText } from '../report/shape-text.js';
import { alignedNames, shortNumber } from '../report/text-table.js';
import { findingsLines } from './figure-report.js';
import { heading, outputWidth } from './output.js';
import { statisticsLines } from './statistics-text.js';
import { coloured, fatesText } from './verdict-table.js';
import type { VerifiedClaim } from './verified-claim.js';

/** A claim as one reads it next to the paper. */
export function explanation({ claim, verdict }: VerifiedClaim): string {
  const title = `${heading(`${claim.id}. ${claim.title}`)}\n${claim.source}${claim.repairs === null ? '' : `; repairs ${claim.repairs}`}\n`;
  const blocks = [
    title,
    block('Statement', `  ${verdict.statement}\n`),
    block('Verdict', `  ${coloured(verdict.verdict, verdict.verdict)}: ${verdict.why}\n${flagLines(verdict)}`),
    block('Symbols', symbols(claim, verdict)),
    block('Hypotheses', `${whenAssumed(claim, verdict)}${hypotheses(claim.given, verdict)}`),
    block('Proof', proof(verdict)),
    block('Counterexample', counterexample(verdict)),
    block('Enclosed by intervals', enclosed(verdict)),
    block('Found in runs', experimented(verdict)),
    block('Evaluated on instances', evaluation(verdict)),
    block('Laws', laws(verdict)),
    block('Wrong variants', mutants(verdict)),
  ];
  return blocks.filter((text) => text !== '').join('\n');
}

const block = (title: string, text: string): string => (text === '' ? '' : `${heading(title)}\n${text}`);

const flagLines = ({ flags }: Verdict): string => flags.map((flag) => `  [${flag}]\n`).join('');

/** The symbols that the statement, the hypotheses and the proof mention. */
function symbols({ theory, given }: VerifiedClaim['claim'], { statement, proof: steps }: Verdict): string {
  const read = [
    statement,
    ...(steps?.steps ?? []).flatMap(({ from, to }) => [from, to]),
    ...Object.values(given).flatMap(({ written }) => written),
  ].join(' ');
  return alignedNames(mentionedIn(read, theory.meanings));
}

/**
 * The proof of a bound along the flow rests on its hypotheses at every time, except for the start inside a barrier: where
 * one of them is meant for t = 0 only, less is proved than the bound says.
 */
function whenAssumed({ statement }: VerifiedClaim['claim'], { proof: evidence }: Verdict): string {
  if (typeof statement === 'string' || !evidence?.checked) return '';
  const { barrier } = statement;
  const start =
    barrier === undefined ? '' : `, but for ${barrier.inside}, at t = 0 only, and ${barrier.outside}, never`;
  return `  (assumed at every time t >= 0${start})\n`;
}

function hypotheses(given: VerifiedClaim['claim']['given'], { hypotheses: evidence }: Verdict): string {
  return Object.entries(given)
    .map(([name, { text, written }]) => {
      const own = evidence.find((entry) => entry.name === name);
      const licensed = written.map((line) => `      ${line}\n`).join('');
      const fate = own === undefined ? '' : `      ${own.status}: ${own.detail}\n`;
      return `  ${name}: ${text}\n${licensed}${fate}`;
    })
    .join('');
}

function proof({ proof: evidence }: Verdict): string {
  if (evidence === null) return '';
  const lines: string[] = [];
  for (const [k, step] of evidence.steps.entries()) {
    if (k === 0 || evidence.steps[k - 1]!.to !== step.from) lines.push(`  ${step.from}\n`);
    lines.push(`    ${step.relation} ${step.to}\n        (${k + 1}) ${reasonOf(step)}\n`);
  }
  const cited = evidence.cited.length === 0 ? '' : `  Cited: ${evidence.cited.join(', ')}.\n`;
  const failure = evidence.failure === null ? '' : `  NOT CHECKED: ${evidence.failure}\n`;
  const divisors =
    evidence.nonzero.length === 0 ? '' : `  Holds where these are not zero: ${evidence.nonzero.join(', ')}.\n`;
  return `${lines.join('')}${cited}${divisors}${failure}`;
}

function reasonOf({ rule, using, remark }: StepEvidence): string {
  const by = `by ${rule}${using.length === 0 ? '' : ` with ${using.join(', ')}`}`;
  return remark === '' ? by : `${remark.replace(/\.$/, '')}: ${by}`;
}

function counterexample({ witness }: Verdict): string {
  if (witness === null) return '';
  const where = `  ${shapeText(witness.shape)}: margin ${witness.margin}, decided ${witness.decided}\n`;
  return `${where}  ${JSON.stringify(witness.values)}\n`;
}

/** What was asked about, and what was found there. */
function enclosed({ enclosure }: Verdict): string {
  if (enclosure === null) return '';
  const { outcome, box, point, radius, values, elsewhere } = enclosure;
  const sides = Object.entries(box).map(([name, [low, high]]) => `${name} in [${low}, ${high}]`);
  const place = Object.entries(point ?? {}).map(([name, value]) => `${name} = ${value}`);
  const quantities = values.map(({ of, low, high }) => `  ${of} in [${low ?? '-∞'}, ${high ?? '∞'}]\n`);
  return [
    `  in the box ${sides.join(', ')}: ${outcome}\n`,
    point === null || radius === null
      ? '  no stationary point was isolated\n'
      : `  one stationary point, ${place.join(', ')}, each to within ${shortNumber(radius)}, by Krawczyk's test\n`,
    ...quantities,
    `  the loss at the other point is ${elsewhere}, exactly\n`,
  ].join('');
}

function experimented({ experiment }: Verdict): string {
  if (experiment === null) return '';
  const { experiment: id, profile, cases, findings } = experiment;
  return `  ${cases} runs of ${id} (${profile}); "kasym figure ${id} --full" makes them all\n${findingsLines(findings).join('')}`;
}

function evaluation({ evaluation: { instances, exact, items, failure, witness, outside, coverage } }: Verdict): string {
  if (instances === 0 && failure === null) return '';
  const regimes = Object.entries(coverage).map(([regime, count]) => `${regime} ${count}`);
  return [
    `  ${instances} instances, ${exact} of them exact (${regimes.join(', ')}); ${items.length} rules, facts, links and conclusions\n`,
    witness === null ? '' : `  All hypotheses hold exactly on ${witness}\n`,
    outside?.witness == null ? '' : `  Outside the barrier they hold exactly on ${outside.witness}\n`,
    failure === null ? '' : `  FAILS: ${failure}\n`,
  ].join('');
}

function laws({ laws: evidence }: Verdict): string {
  return evidence
    .map((law) => {
      const { id, kind, runs, minMargin, error, broken, exactAgreement, failure, seed, statistics } = law;
      const margin =
        minMargin === null ? '' : `, smallest margin ${shortNumber(minMargin)} (error ${shortNumber(error)})`;
      const exact = exactAgreement === null ? '' : `; ${exactAgreement.instances} margins compared with exact ones`;
      const fate =
        failure !== null ? `\n    FAILS: ${failure}` : broken !== null ? `\n    BROKEN: margin ${broken.margin}` : '';
      if (statistics !== null)
        return `  ${id} (${kind}): ${runs} draws from seed ${seed}${fate}\n${statisticsLines(statistics)}`;
      return `  ${id} (${kind}): ${runs} runs from seed ${seed}${margin}${exact}${fate}\n`;
    })
    .join('');
}

const FATES = ['survived', 'killed', 'also true'] as const;

/** The table of wrong variants, by fate: what each says, and below it the evidence. */
function mutants({ mutants: evidence }: Verdict): string {
  if (evidence.length === 0) return '';
  const groups = FATES.flatMap((fate) => {
    const own = evidence.filter((mutant) => mutant.fate === fate);
    return own.length === 0 ? [] : [`  ${fate} (${own.length})\n${fateRows(own)}`];
  });
  return `  ${fatesText(evidence)}\n${groups.join('')}`;
}

/** Names in a column of their own where the terminal is wide enough, else above. */
function fateRows(mutants: Verdict['mutants'], width = outputWidth()): string {
  const column = Math.max(...mutants.map(({ name }) => name.length)) + 2;
  const beside = mutants.every(({ statement }) => 4 + column + statement.length <= width);
  const indent = ' '.repeat(beside ? column : 2);
  return mutants
    .map(({ name, statement, how }) => {
      const first = beside ? name.padEnd(column) : `${name}\n    ${indent}`;
      return `    ${first}${statement}\n    ${indent}${how}\n`;
    })
    .join('');
}
