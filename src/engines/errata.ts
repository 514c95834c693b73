/** Which errors in print the verdicts show: a printed claim is an erratum if and only if it is refuted. */
import type { Claim, Corpus } from '../claim/claim.js';
import type { ErrataEntry, ErrataList, StatedClaim } from '../claim/errata-list.js';
import { mentionedIn } from '../claim/mentioned.js';
import type { Counterexample, Verdict, VerdictWord } from '../claim/verdict.js';
import type { Random } from '../numeric/random.js';
import { barrierOf } from './prove.js';
import { spellStatement } from './read-statement.js';
import { saysMore } from './says-more.js';
import { isAgainst } from './verdict.js';

/** What the list needs to know of a verdict. */
export type Judgement = Pick<Verdict, 'verdict' | 'flags' | 'cited'> & { readonly witness?: Counterexample | null };

/** The claims whose verdicts decide the list, in paper order: the printed ones, what repairs or sharpens them, their results. */
export function involvedIn({ claims }: Corpus): readonly string[] {
  const printed = claims.filter(({ asPrinted }) => asPrinted);
  const wanted = new Set(printed.flatMap(({ id, erratum }) => [id, ...(erratum?.stepOf ?? [])]));
  const ids = new Set(printed.map(({ id }) => id));
  const serves = ({ id, repairs, sharpens }: Claim): boolean =>
    wanted.has(id) || (repairs !== null && ids.has(repairs)) || (sharpens != null && ids.has(sharpens));
  return claims.filter(serves).map(({ id }) => id);
}

/** The list that follows from verdicts on all that is involved in it; `random` draws instances that show what is loose. */
export function errataOf(corpus: Corpus, judgements: ReadonlyMap<string, Judgement>, random: Random): ErrataList {
  const involved = new Set(involvedIn(corpus));
  const stated = new Map(
    corpus.claims.flatMap((claim) =>
      involved.has(claim.id) ? [[claim.id, statedClaim(claim, judgements.get(claim.id)!)] as const] : [],
    ),
  );
  const pick = (wanted: (claim: Claim) => boolean): StatedClaim[] =>
    corpus.claims.flatMap((claim) => (wanted(claim) ? stated.get(claim.id)! : []));
  const printed = corpus.claims.filter(({ asPrinted }) => asPrinted);
  const refuted = (id: string): boolean => stated.has(id) && isAgainst(stated.get(id)!.verdict);
  const witnessOf = (id: string): Counterexample | null => judgements.get(id)!.witness ?? null;
  return {
    name: corpus.name,
    citation: corpus.citation,
    printed: printed.length,
    errata: printed.flatMap(({ id, erratum, readingOf }): ErrataEntry[] => {
      if (!refuted(id) || (readingOf != null && refuted(readingOf))) return [];
      const repairs = pick((other) => other.repairs === id);
      return [
        {
          claim: stated.get(id)!,
          note: erratum ?? null,
          counterexample: witnessOf(id),
          readings: pick((other) => other.asPrinted && other.readingOf === id).map((claim) => ({
            claim,
            counterexample: witnessOf(claim.id),
          })),
          repairs,
          repaired: repairs.some(holds),
          results: pick((other) => erratum?.stepOf?.includes(other.id) ?? false),
        },
      ];
    }),
    loose: printed.flatMap((claim) => {
      const sharper = pick(
        (other) => other.sharpens === claim.id && saysMore(other, claim, random.split('loose').split(other.id)),
      ).filter(holds);
      return holds(stated.get(claim.id)!) && sharper.length > 0 ? [{ printed: stated.get(claim.id)!, sharper }] : [];
    }),
    open: pick(({ id, asPrinted }) => asPrinted && !refuted(id) && !holds(stated.get(id)!)),
    unconfirmed: pick((claim) => claim.asPrinted && claim.erratum != null).filter(({ verdict }) => !isAgainst(verdict)),
  };
}

/** How many errata these verdicts show. A reading counts where it alone is refuted. */
export function countErrata(verdicts: readonly Pick<Verdict, 'id' | 'asPrinted' | 'verdict' | 'readingOf'>[]): number {
  const refuted = verdicts.filter(({ asPrinted, verdict }) => asPrinted && isAgainst(verdict));
  const ids = new Set<string | null>(refuted.map(({ id }) => id));
  return refuted.filter(({ readingOf }) => !ids.has(readingOf)).length;
}

/** Instances support, they do not prove: a repair is worth nothing here without a proof or an enclosure. */
const ESTABLISHED: readonly VerdictWord[] = ['proved', 'proved-for', 'certified'];

const holds = (claim: StatedClaim): boolean => claim.holds;

function statedClaim(claim: Claim, { verdict, flags, cited }: Judgement): StatedClaim {
  const { id, title, source, theory, given } = claim;
  const outside = barrierOf(claim)?.outside; // assumed in one step only, and never of the flow
  const { text, latex } = spellStatement(claim);
  return {
    id,
    title,
    source,
    statement: text,
    latex,
    symbols: mentionedIn(text, theory.meanings),
    assumes: Object.entries(given).flatMap(([name, { definitional, text: words }]) =>
      definitional || name === outside ? [] : [words],
    ),
    verdict,
    cited,
    holds: ESTABLISHED.includes(verdict) && !flags.includes('vacuous'),
  };
}
