import type { Claim } from '../claim/claim.js';
import { type Certificate, certificateOf } from '../engines/certificate.js';
import { type ProofBook, proofBook } from '../engines/proof-book.js';
import { BadInput } from '../numeric/bad-input.js';
import { importCorpus, locateCorpus } from '../run/corpus.js';
import { writeCertificates } from './certificate-folder.js';
import { requireClaim } from './claim-id.js';
import { readArguments } from './options.js';
import { print } from './output.js';

export const name = 'certify';

export const summary = 'the proofs as JSON files that an independent checker re-checks';

export const usage = `Usage: kasym certify [ID...] --out DIR

Writes the proof of each claim as one JSON file, with what it uses, and index.json with their order.
fixtures/checker holds the format and a checker in Python that shares no code with kasym:

  python3 fixtures/checker/check_certificates.py DIR

  ID         claims, with all that they use; without any, every claim whose proof checks
  --out DIR  a new or empty folder, or one of earlier certificates, which are replaced
  --help     this text

Example: kasym certify theorem-3.2 --out certificates
`;

export async function run(argv: readonly string[]): Promise<number> {
  const { values, operands } = readArguments(argv, {
    command: name,
    flags: [],
    values: ['out'],
    operands: { name: 'ID', min: 0, max: Number.POSITIVE_INFINITY },
  });
  if (values.out === undefined || values.out === '')
    throw new BadInput('--out: expected a folder; "kasym certify --help" shows the usage');
  const corpus = await importCorpus((await locateCorpus(process.cwd())).url);
  for (const id of operands) requireClaim(id, corpus);
  const book = proofBook(corpus);
  const certificates = new Map<string, Certificate>();
  let failed = 0;
  for (const claim of corpus.claims) {
    if (operands.length > 0 && !operands.includes(claim.id)) continue;
    const failure = await certify(book, claim, certificates);
    if (failure === null) continue;
    if (operands.length > 0) throw new BadInput(`${claim.id}: ${failure}`);
    if (claim.proof !== null) {
      process.stderr.write(`${claim.id}: ${failure}\n`);
      failed++;
    }
  }
  const ordered = corpus.claims.flatMap(({ id }) => certificates.get(id) ?? []);
  await writeCertificates(values.out, corpus.name, ordered);
  await print(
    `${ordered.length} certificates in ${values.out}${failed === 0 ? '' : `; ${failed} proofs do not check`}\n`,
  );
  return failed === 0 ? 0 : 1;
}

/** Adds the certificate of a claim after those that it uses; why there is none, or null. */
async function certify(book: ProofBook, claim: Claim, certificates: Map<string, Certificate>): Promise<string | null> {
  if (certificates.has(claim.id)) return null;
  const proved = await book.proofOf(claim);
  if (proved === null) return 'there is no proof to certify';
  if (proved.theorem === null) return `its proof does not check: ${proved.evidence.failure}`;
  const certificate = certificateOf(claim, proved.theorem, proved);
  for (const id of certificate.uses) await certify(book, book.claim(id), certificates);
  certificates.set(claim.id, certificate);
  return null;
}
