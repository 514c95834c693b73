import type { Claim } from '../claim/claim.js';
import type { Verdict } from '../claim/verdict.js';
import { lemmaEvidence } from '../engines/lemma-evidence.js';
import { LEMMA_LAWS } from '../engines/lemma-laws.js';
import type { LemmaLaw } from '../engines/lemmas/lemma-law.js';
import { shortNumber } from '../report/text-table.js';
import { readArguments } from './options.js';
import { heading, print } from './output.js';
import { type VerifiedClaim, verifyOne } from './verified-claim.js';

export const name = 'axioms';

export const summary = 'what the verdict of a claim rests on: rules, definitions, lemmas';

export const usage = `Usage: kasym axioms ID [--seed N] [--runs N] [--workers N]

What has to be believed to believe the verdict: the equations and inequalities of every hypothesis
that the proof needs, the definitions, the named lemmas, each with the evidence that it holds where
it is used, and the claims used. What follows from them is checked by the kernel (src/symbolic/kernel).

  ID           a claim; "kasym list" prints them all
  --seed N     decides every random draw
  --runs N     instances per law, before its share
  --workers N  worker threads (default: as many as there are processors)
  --help       this text

Example: kasym axioms theorem-3.2
`;

export async function run(argv: readonly string[]): Promise<number> {
  const { values, operands } = readArguments(argv, {
    command: name,
    flags: [],
    values: ['seed', 'runs', 'workers'],
    operands: { name: 'ID', min: 1, max: 1 },
  });
  const verified = await verifyOne(operands[0]!, values);
  await print(axiomsOf(verified));
  return 0;
}

function axiomsOf({ claim, verdict, all, corpus, seed }: VerifiedClaim): string {
  const usedClaims = all.filter(({ id }) => id !== claim.id);
  const cited = [...new Set(all.flatMap((other) => other.cited))].sort();
  return [
    `${heading(claim.id)}: ${verdict.verdict}\n${verdict.statement}\n`,
    section('Rules and facts of its hypotheses', rulesOf(claim, verdict)),
    section('Definitions', definitionsOf(verdict)),
    section('What it divides by, and is not zero', (verdict.proof?.nonzero ?? []).map((x) => `  ${x}\n`).join('')),
    section('Intervals', verdict.enclosure === null ? '' : INTERVALS),
    section('Named lemmas', cited.flatMap((lemma) => lemmaLines(lemma, seed)).join('')),
    section(
      'Claims used',
      usedClaims
        .map((used) => {
          const own = corpus.claims.find(({ id }) => id === used.id)!;
          return `  ${used.id}: ${used.verdict}\n    ${used.statement}\n${indented(rulesOf(own, used))}`;
        })
        .join(''),
    ),
  ]
    .filter((text) => text !== '')
    .join('\n');
}

/** What a verdict by intervals rests on: no kernel checks it. */
const INTERVALS =
  "  Krawczyk's theorem on zeros in a box, and that a form is positive definite on tangent vectors if it is everywhere\n" +
  '  with a multiple of the squared normal added; computed by src/engines/certify with rounding outwards\n';

const section = (title: string, body: string): string => (body === '' ? '' : `${heading(title)}\n${body}`);
const indented = (text: string): string => text.replaceAll(/^/gm, '  ').replace(/ {2}$/, '');

/** The rules and facts of the hypotheses that the proof needs (all of them where there is no proof). */
function rulesOf({ given }: Claim, { proof, evaluation }: Verdict): string {
  const needed = Object.entries(given).filter(([key]) => proof === null || proof.needs.includes(key) || !proof.checked);
  return needed
    .flatMap(([key, { text, written }]) => [
      `  ${key}: ${text}\n`,
      ...written.map((line) => {
        const found = evaluation.items.find(
          ({ item }) => item === `rule ${key}: ${line}` || item === `fact ${key}: ${line}`,
        );
        const counts = found === undefined ? '' : `   (true on ${found.instances} instances, ${found.exact} exact)`;
        return `    ${line}${counts}\n`;
      }),
    ])
    .join('');
}

/** Definitions that models give values of their own, and that were therefore compared. */
const definitionsOf = ({ evaluation }: Verdict): string =>
  evaluation.items
    .filter(({ item }) => item.startsWith('definition '))
    .map(
      ({ item, instances, exact }) =>
        `  ${item.slice('definition '.length)}   (true on ${instances} instances, ${exact} exact)\n`,
    )
    .join('');

/** A named lemma as it is stated, and what speaks for it. */
export function lemmaLines(lemma: string, seed: number): string[] {
  const found = LEMMA_LAWS.filter((entry) => entry.lemma === lemma);
  if (found.length === 0) return [`  ${lemma}: cited, without a law of its own\n`];
  return found.map((entry) => `  ${lemma}: ${entry.says}\n${evidenceLines(entry, seed)}`);
}

function evidenceLines(entry: LemmaLaw, seed: number): string {
  const { law, controls, mutants } = lemmaEvidence(entry, seed);
  const held = law.broken === null && law.failure === null ? 'holds' : 'FAILS';
  const wrong = controls.map(({ id, broken, minMargin }) => {
    const fails = broken === null ? 'is NOT caught' : `fails (margin ${shortNumber(minMargin ?? 0)})`;
    return `; with a wrong premise (${id}) it ${fails}`;
  });
  const survivors = mutants.filter(({ killer }) => killer === null).map(({ name: variant }) => variant);
  const dead = `${mutants.length - survivors.length} of ${mutants.length} wrong variants die`;
  return [
    `    its law ${held} in ${law.runs} runs${wrong.join('')}\n`,
    `    ${dead}${survivors.map((text) => `; SURVIVES: ${text}`).join('')}\n`,
  ].join('');
}
