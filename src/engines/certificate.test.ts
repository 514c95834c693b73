import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { corpus } from '../../proofs/index.js';
import type { Polynomial } from '../symbolic/kernel/monomial.js';
import { cleared, normalForm } from '../symbolic/kernel/normal-form.js';
import { isZeroPolynomial } from '../symbolic/kernel/polynomial.js';
import { certificateOf } from './certificate.js';
import type { JsonObject } from './certificate-format.js';
import { proofBook } from './proof-book.js';
import type { CertificateDraft } from './testing/certificate-draft.js';
import { type Accepted, isRefusal, termOf, theoremOf } from './testing/read-certificate.js';
import { type Oracle, TAMPERINGS } from './testing/tamper-certificate.js';
import { KIND_TAMPERINGS } from './testing/tamper-kinds.js';
import { kinds } from './testing/toy-kinds.js';

const checker = (file: string): string => fileURLToPath(new URL(`../../fixtures/checker/${file}`, import.meta.url));
const hasPython = spawnSync('python3', ['--version']).status === 0;
if (!hasPython) process.stderr.write('python3 is not here: the independent checker of certificates is NOT tested\n');

const folder = mkdtempSync(join(tmpdir(), 'kasym-certificates-'));
afterAll(() => rmSync(folder, { recursive: true }));

const drafts = new Map<string, CertificateDraft>();
const accepted = new Map<string, Accepted>();

/** Variants by kind; the name of each says of which claim it is. */
interface Variant {
  readonly kind: string;
  readonly draft: CertificateDraft;
}
const variants: Variant[] = [];

const EVERY_TAMPERING = { ...TAMPERINGS, ...KIND_TAMPERINGS };

/** All variants take many minutes (KASYM_ALL_VARIANTS=1). */
const ALL_VARIANTS = process.env.KASYM_ALL_VARIANTS === '1';
const PATIENCE = ALL_VARIANTS ? 3_600_000 : 300_000;

/**
 * One variant of each kind, first for one kind and last for another; of a certificate of the corpus only every third kind,
 * in turn, since these are long. Every kind is applied somewhere, which is tested.
 */
function* someVariants(draft: CertificateDraft, oracle: Oracle, at: number): Generator<Variant> {
  const isShort = kinds.claims.some(({ id }) => id === draft.claim);
  for (const [turn, [kind, tampering]] of Object.entries(EVERY_TAMPERING).entries()) {
    if (!ALL_VARIANTS && !isShort && (turn + at) % 3 !== 0) continue;
    const all = tampering(draft, oracle);
    const chosen = ALL_VARIANTS ? all : all.slice(turn % all.length).slice(0, 1);
    yield* chosen.map((changed) => ({ kind, draft: changed }));
  }
}

const write = (path: string, value: unknown): void => writeFileSync(path, JSON.stringify(value));

beforeAll(async () => {
  for (const book of [corpus, kinds].map(proofBook))
    for (const claim of book.corpus.claims) {
      const proved = await book.proofOf(claim);
      if (proved?.theorem == null) continue;
      const { document } = certificateOf(claim, proved.theorem, proved);
      drafts.set(claim.id, JSON.parse(JSON.stringify(document)) as CertificateDraft);
    }
  for (const [id, draft] of drafts) accepted.set(id, theoremOf(draft, accepted));
  for (const [at, [id, draft]] of [...drafts].entries()) {
    const { signature } = accepted.get(id)!.theorem;
    const form = (term: JsonObject): Polynomial => cleared(signature, normalForm(signature, termOf(signature, term)));
    const isZero = (term: JsonObject): boolean => !refuses(() => form(term)) && isZeroPolynomial(form(term));
    variants.push(...someVariants(draft, { isZero }, at));
  }
  for (const [id, draft] of drafts) write(join(folder, `${id}.json`), draft);
  const certificates = [...drafts.keys()].map((claim) => ({ claim, file: `${claim}.json` }));
  write(join(folder, 'index.json'), { certificates });
}, PATIENCE);

/** Certificates that stand before one in the order of the corpus. */
function before(claim: string): Map<string, Accepted> {
  const ids = [...accepted.keys()];
  return new Map(ids.slice(0, ids.indexOf(claim)).map((id) => [id, accepted.get(id)!]));
}

function refuses(attempt: () => unknown): boolean {
  try {
    attempt();
    return false;
  } catch (error) {
    if (!isRefusal(error)) throw error;
    return true;
  }
}

const kernelRefuses = (draft: CertificateDraft): boolean => refuses(() => theoremOf(draft, before(draft.claim)));

const python = (file: string, ...args: string[]) =>
  spawnSync('python3', [checker(file), ...args], { encoding: 'utf8', maxBuffer: 1e8 });

/** What the checker says of each variant, in the place of the certificate of its claim. */
function judged(all: readonly CertificateDraft[]): { readonly status: number | null; readonly lines: string[] } {
  const tampered = mkdtempSync(join(tmpdir(), 'kasym-tampered-'));
  try {
    const files = all.map((draft, k) => {
      const file = join(tampered, `${k}.json`);
      write(file, draft);
      return file;
    });
    const { status, stdout } = python('judge_variants.py', folder, ...files);
    const lines = stdout.trim().split('\n');
    expect(lines).toHaveLength(all.length);
    return { status, lines };
  } finally {
    rmSync(tampered, { recursive: true });
  }
}

const label = ({ kind, draft }: Variant, k: number): string => `${k} ${kind}: ${draft.claim}`;

describe('certificates', () => {
  test('every proof of the corpus has one, and the kernel proves the same theorem from it', () => {
    expect(accepted.size).toBeGreaterThan(20 + kinds.claims.length);
    expect([...accepted.keys()]).toEqual(expect.arrayContaining(kinds.claims.map(({ id }) => id)));
    expect([...accepted.keys()]).toEqual([...drafts.keys()]);
  });

  test('every kind of tampering applies somewhere', () => {
    const applied = new Set(variants.map(({ kind }) => kind));
    expect(Object.keys(EVERY_TAMPERING).filter((kind) => !applied.has(kind))).toEqual([]);
    expect(variants.length).toBeGreaterThan(500);
  });

  test('the kernel refuses every tampered one', { timeout: PATIENCE }, () => {
    expect(variants.map(label).filter((_, k) => !kernelRefuses(variants[k]!.draft))).toEqual([]);
  });

  test.runIf(hasPython)('the independent checker accepts every one', () => {
    const { status, stdout } = python('check_certificates.py', folder);
    expect(
      stdout
        .trim()
        .split('\n')
        .filter((line) => !line.startsWith('accepted ')),
    ).toEqual([
      expect.stringMatching(new RegExp(`^${drafts.size} accepted \\(\\d+ links\\), 0 rejected, 0 not checked$`)),
    ]);
    expect(status).toBe(0);
  });

  test.runIf(hasPython)('the independent checker rejects every tampered one', { timeout: PATIENCE }, () => {
    const { status, lines } = judged(variants.map(({ draft }) => draft));
    expect(variants.map(label).filter((_, k) => !lines[k]!.startsWith('REJECTED '))).toEqual([]);
    expect(status).toBe(1);
  });

  test.runIf(hasPython)('a used theorem must be there and stand before', () => {
    const apart = mkdtempSync(join(tmpdir(), 'kasym-apart-'));
    const users = [...drafts.values()].filter(({ uses }) => Object.keys(uses).length > 0);
    const folders = users.flatMap((user) =>
      [[user], [user, drafts.get(Object.keys(user.uses)[0]!)!]].map((order, k) => {
        const broken = join(apart, `${user.claim}-${k}`);
        mkdirSync(broken, { recursive: true });
        for (const draft of order) write(join(broken, `${draft.claim}.json`), draft);
        write(join(broken, 'index.json'), {
          certificates: order.map(({ claim }) => ({ claim, file: `${claim}.json` })),
        });
        return broken;
      }),
    );
    const { status, stdout } = python('check_certificates.py', ...folders);
    rmSync(apart, { recursive: true });
    const refused = stdout.split('\n').filter((line) => /^REJECTED {5}\S+ uses \S+, of which no accepted/.test(line));
    expect(folders.length).toBeGreaterThan(10);
    expect(refused.length).toBeGreaterThanOrEqual(folders.length);
    expect(status).toBe(1);
  });
});
