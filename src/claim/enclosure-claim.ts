/** A claim that intervals decide: an enclosure, and wrong variants of it. */
import fc from 'fast-check';
import { parseTerm } from '../symbolic/notation/parse.js';
import { latexOf, printTerm } from '../symbolic/notation/print.js';
import { type Claim, type ClaimSource, claim, type EnclosureStatement } from './claim.js';
import type { Enclosure, EnclosureBound } from './enclosure.js';
import { models } from './model-source.js';
import type { ClaimTheory } from './theory.js';

export type EnclosureSource = Pick<ClaimSource, 'id' | 'title' | 'source' | 'theory'> &
  Partial<Pick<ClaimSource, 'uses' | 'laws' | 'asPrinted' | 'repairs' | 'erratum' | 'sharpens'>> & {
    readonly certify: Enclosure;
    /** What each one changes. */
    readonly wrong: Readonly<Record<string, Partial<Enclosure>>>;
  };

/** Its verdict is `certified` at best. Throws TermError where a formula does not parse. */
export function enclosureClaim({ certify, wrong, ...source }: EnclosureSource): Claim {
  const variants = Object.entries(wrong).map(
    ([name, change]) => [name, enclosureStatement(source.theory, { ...certify, ...change })] as const,
  );
  return claim({
    ...source,
    statement: enclosureStatement(source.theory, certify),
    given: {},
    models: NO_MODELS,
    mutants: Object.fromEntries(variants),
  });
}

export const isEnclosureClaim = ({ statement }: Pick<Claim, 'statement'>): boolean =>
  typeof statement !== 'string' && statement.kind === 'enclosure';

/** What a claim asks intervals to show. Throws RangeError where it asks nothing of them. */
export function enclosureOf({ id, statement }: Pick<Claim, 'id' | 'statement'>): Enclosure {
  if (typeof statement !== 'string' && statement.kind === 'enclosure') return statement.enclosure;
  throw new RangeError(`${id}: not a claim that intervals decide`);
}

/** The statement of an enclosure, spelled from its data, so that what is shown is what is judged. */
export function enclosureStatement(theory: ClaimTheory, enclosure: Enclosure): EnclosureStatement {
  return {
    kind: 'enclosure',
    enclosure,
    text: spelled(enclosure, (formula) => printTerm(parseTerm(theory.signature, formula)), TEXT),
    latex: spelled(enclosure, (formula) => latexOf(parseTerm(theory.signature, formula), theory.typeset), LATEX),
    barrier: undefined,
  };
}

/** What a variant says otherwise, in the words of the statement. */
export function changesSpelled(theory: ClaimTheory, from: Enclosure, to: Enclosure): string {
  const formula = (text: string) => printTerm(parseTerm(theory.signature, text));
  const before = partsOf(from, formula, TEXT);
  return partsOf(to, formula, TEXT)
    .filter((part, k) => part !== before[k])
    .join('; ');
}

interface Style {
  readonly set: (members: string) => string;
  readonly words: (text: string) => string;
  readonly bound: (bound: EnclosureBound) => string;
  readonly separator: string;
}

const TEXT: Style = {
  set: (members) => `{${members}}`,
  words: (text) => text,
  bound: ({ of, relation, bound }) => `${of} ${relation} ${bound}`,
  separator: ', ',
};

const LATEX: Style = {
  set: (members) => String.raw`\{${members}\}`,
  words: (text) => String.raw`\text{${text}}`,
  bound: ({ of, relation, bound }) => String.raw`\text{${of} } ${relation === '>=' ? '\\ge' : '\\le'} ${bound}`,
  separator: String.raw`,\ `,
};

function spelled(enclosure: Enclosure, formula: (text: string) => string, style: Style): string {
  const [where, ...others] = partsOf(enclosure, formula, style);
  return [`${where} ${others[0]}`, ...others.slice(1)].join('; ');
}

/** Where, with which loss and orbit; the bounds; the other point. */
function partsOf(
  { loss, orbit, box, bounds, elsewhere }: Enclosure,
  formula: (text: string) => string,
  { set, words, bound, separator }: Style,
): string[] {
  const sides = Object.entries(box).map(([name, [low, high]]) => `${formula(name)}${words(' in ')}[${low}, ${high}]`);
  const place = Object.entries(elsewhere.at).map(([name, value]) => `${formula(name)} = ${value}`);
  return [
    `${words('on ')}${set(`${formula(orbit)} = 0`)}${words(', ')}L = ${formula(loss)}`,
    `${words('has exactly one stationary point with ')}${sides.join(separator)}`,
    `${words('there ')}${bounds.map(bound).join(separator)}`,
    `L = ${formula(elsewhere.loss)}${words(' on the same orbit at ')}${place.join(separator)}`,
  ];
}

/** Nothing is drawn: the statement is about one problem. */
const NO_MODELS = models({
  shapes: fc.constant({ regime: 'one problem' }),
  length: () => 0,
  build: nothing,
  smaller: () => [],
});

function nothing(): never {
  throw new RangeError('a statement about one problem has no models');
}
