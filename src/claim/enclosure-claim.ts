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
    text: spelledWhole(enclosure, (formula) => printTerm(parseTerm(theory.signature, formula)), TEXT),
    latex: spelledWhole(enclosure, (formula) => latexOf(parseTerm(theory.signature, formula), theory.typeset), LATEX),
    barrier: undefined,
  };
}

/** What a variant says otherwise, in the words of the statement. */
export function changesSpelled(theory: ClaimTheory, from: Enclosure, to: Enclosure): string {
  const parts = partsOf((text) => printTerm(parseTerm(theory.signature, text)), TEXT);
  const changed = parts.filter(({ says }) => JSON.stringify(says(from)) !== JSON.stringify(says(to)));
  return changed.map(({ spelled }) => spelled(to)).join('; ');
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

function spelledWhole(enclosure: Enclosure, formula: (text: string) => string, style: Style): string {
  const [where, box, ...others] = partsOf(formula, style).map((part) => part.spelled(enclosure));
  return [`${where} ${box}`, ...others].join('; ');
}

/** A part of the statement: the data that it is about, and how it is spelled. */
interface Part {
  readonly says: (enclosure: Enclosure) => unknown;
  readonly spelled: (enclosure: Enclosure) => string;
}

function partsOf(formula: (text: string) => string, { set, words, bound, separator }: Style): readonly Part[] {
  return [
    {
      says: ({ loss, orbit }) => [loss, orbit],
      spelled: ({ loss, orbit }) => `${words('on ')}${set(`${formula(orbit)} = 0`)}${words(', ')}L = ${formula(loss)}`,
    },
    {
      says: ({ box }) => box,
      spelled: ({ box }) => {
        const sides = Object.entries(box).map(
          ([name, [low, high]]) => `${formula(name)}${words(' in ')}[${low}, ${high}]`,
        );
        return `${words('has exactly one stationary point with ')}${sides.join(separator)}`;
      },
    },
    {
      says: ({ bounds }) => bounds,
      spelled: ({ bounds }) => `${words('there ')}${bounds.map(bound).join(separator)}`,
    },
    {
      says: ({ elsewhere }) => elsewhere,
      spelled: ({ elsewhere: { at, loss } }) => {
        const place = Object.entries(at).map(([name, value]) => `${formula(name)} = ${value}`);
        return `L = ${formula(loss)}${words(' on the same orbit at ')}${place.join(separator)}`;
      },
    },
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
