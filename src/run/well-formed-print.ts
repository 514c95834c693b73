/** What a claim says about the print has to name claims that are there, and to fit what they say of themselves. */
import type { Claim, Corpus } from '../claim/claim.js';
import { type Erratum, SEVERITIES } from '../claim/erratum.js';
import { BadInput } from '../numeric/bad-input.js';
import { selectedClaims } from './plan.js';

/** Errata stand on printed claims, and a printed claim uses the one that sharpens it. Throws BadInput. */
export function requirePrintMarks(corpus: Corpus, path: string): void {
  const byId = new Map(corpus.claims.map((claim) => [claim.id, claim]));
  for (const claim of corpus.claims) {
    const complaint =
      complaintAboutErratum(claim, byId) ??
      complaintAboutReading(claim, byId) ??
      complaintAboutSharpening(claim, corpus);
    if (complaint !== null) throw new BadInput(`${path}: ${claim.id}: ${complaint}`);
  }
}

function complaintAboutErratum({ id, asPrinted, erratum }: Claim, byId: ReadonlyMap<string, Claim>): string | null {
  if (erratum == null) return null;
  if (!asPrinted) return 'erratum: only a claim that is marked asPrinted has one';
  const { severity, printed, change, stepOf = [] } = erratum as Partial<Erratum>;
  if (!(SEVERITIES as readonly unknown[]).includes(severity)) {
    return `erratum: severity: expected ${SEVERITIES.join(', ')}, got ${JSON.stringify(severity) ?? 'nothing'}`;
  }
  for (const [name, text] of Object.entries({ printed, change })) {
    if (typeof text !== 'string' || !/^\S(.*\S)?$/.test(text)) {
      return `erratum: ${name}: expected one line of text, got ${JSON.stringify(text) ?? 'nothing'}`;
    }
  }
  if (!Array.isArray(stepOf)) return `erratum: stepOf: expected an array of ids, got ${JSON.stringify(stepOf)}`;
  const stray = stepOf.find((result, k) => result === id || !byId.has(result) || stepOf.indexOf(result) < k);
  if (stray === undefined) return null;
  if (stray === id) return 'erratum: stepOf: it is no step of itself';
  return `erratum: stepOf: ${stray} ${byId.has(stray) ? 'stands there twice' : 'is no claim'}`;
}

function complaintAboutReading(
  { id, asPrinted, erratum, readingOf }: Claim,
  byId: ReadonlyMap<string, Claim>,
): string | null {
  if (readingOf == null) return null;
  const print = byId.get(readingOf);
  if (print === undefined) return `readingOf ${readingOf}, which is no claim`;
  if (readingOf === id) return 'readingOf: it is itself what is printed';
  if (!asPrinted || !print.asPrinted) return `readingOf ${readingOf}: both have to be marked asPrinted`;
  if (print.readingOf != null) return `readingOf ${readingOf}, which is a reading of ${print.readingOf}`;
  return erratum == null ? null : `readingOf ${readingOf}, which has the erratum`;
}

function complaintAboutSharpening({ id, sharpens }: Claim, corpus: Corpus): string | null {
  if (sharpens == null) return null;
  const printed = corpus.claims.find((claim) => claim.id === sharpens);
  if (printed === undefined) return `sharpens ${sharpens}, which is no claim`;
  if (sharpens === id) return 'sharpens itself';
  if (!printed.asPrinted) return `sharpens ${sharpens}, which is not marked asPrinted`;
  const follows = selectedClaims(corpus, [sharpens]).some((claim) => claim.id === id);
  return follows ? null : `sharpens ${sharpens}, whose proof does not use it`;
}
