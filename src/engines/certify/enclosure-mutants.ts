/** Wrong variants of an enclosure: each bound turned round and nudged, each formula with a constant, sign or exponent changed. */
import type { Claim } from '../../claim/claim.js';
import type { Enclosure, EnclosureBound } from '../../claim/enclosure.js';
import { changesSpelled, enclosureOf } from '../../claim/enclosure-claim.js';
import type { ClaimTheory } from '../../claim/theory.js';
import type { MutantEvidence } from '../../claim/verdict.js';
import { parseTerm } from '../../symbolic/notation/parse.js';
import { printTerm } from '../../symbolic/notation/print.js';
import { variantsOf } from '../mutants.js';
import { decideEnclosure } from './judge-enclosure.js';

interface EnclosureMutant {
  readonly name: string;
  readonly enclosure: Enclosure;
}

/** The variants whose number is chosen: the hand-written ones come first. */
export function judgeEnclosureMutants(claim: Claim, chosen: (k: number) => boolean = () => true): MutantEvidence[] {
  return enclosureMutantsOf(claim)
    .filter((_, k) => chosen(k))
    .map(({ name, enclosure }) => ({
      name,
      statement: changesSpelled(claim.theory, enclosureOf(claim), enclosure),
      ...fateOf(claim.theory, enclosure),
    }));
}

const FATES = { refuted: 'killed', certified: 'also true', undecided: 'survived' } as const;

/** Intervals refute a variant, or show that it is true as well. */
function fateOf(theory: ClaimTheory, enclosure: Enclosure): Pick<MutantEvidence, 'fate' | 'how'> {
  const { outcome, why } = decideEnclosure(theory, enclosure);
  return { fate: FATES[outcome], how: `by intervals: ${why}` };
}

export function enclosureMutantsOf(claim: Claim): EnclosureMutant[] {
  const written = claim.mutants.map(({ name, statement }) => ({
    name,
    enclosure: enclosureOf({ id: `${claim.id}, ${name}`, statement }),
  }));
  return [...written, ...automatic(claim.theory, enclosureOf(claim))];
}

function automatic(theory: ClaimTheory, enclosure: Enclosure): EnclosureMutant[] {
  const { bounds } = enclosure;
  const changed = bounds.flatMap((bound, k) =>
    boundVariants(theory, bound).map(({ name, by }) => ({
      name: `bound of the ${bound.of}: ${name}`,
      enclosure: { ...enclosure, bounds: bounds.map((other, at) => (at === k ? by : other)) },
    })),
  );
  const formulas = (['loss', 'orbit'] as const).flatMap((part) =>
    textVariants(theory, enclosure[part]).map(({ name, text }) => ({
      name: `formula of the ${part}: ${name}`,
      enclosure: { ...enclosure, [part]: text },
    })),
  );
  return [...changed, ...formulas];
}

const OPPOSITE = { '>=': '<=', '<=': '>=' } as const;

function boundVariants(
  theory: ClaimTheory,
  bound: EnclosureBound,
): { readonly name: string; readonly by: EnclosureBound }[] {
  const turned: EnclosureBound = { ...bound, relation: OPPOSITE[bound.relation] };
  const nudged = textVariants(theory, bound.bound).map(({ name, text }) => ({ name, by: { ...bound, bound: text } }));
  return [{ name: `${bound.relation} turned round`, by: turned }, ...nudged];
}

const textVariants = ({ signature }: ClaimTheory, text: string): { readonly name: string; readonly text: string }[] =>
  variantsOf(parseTerm(signature, text)).map(({ name, term }) => ({ name, text: printTerm(term) }));
