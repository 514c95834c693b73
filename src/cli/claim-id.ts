import type { Corpus } from '../claim/claim.js';
import { BadInput } from '../numeric/bad-input.js';
import { nearestWord } from '../quantum/nearest-word.js';

/** The id, if the corpus has such a claim; else BadInput that suggests the nearest. */
export function requireClaim(id: string, { claims }: Corpus): string {
  const known = claims.map((claim) => claim.id);
  if (known.includes(id)) return id;
  const near = nearestWord(id, known);
  throw new BadInput(
    `${id}: no such claim; ${near === null ? '"kasym list" prints them all' : `did you mean ${near}?`}`,
  );
}
