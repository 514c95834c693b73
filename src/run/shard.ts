/** A verification cut into shares that run anywhere, and put together again to the same verdicts. */
import { createHash, randomUUID } from 'node:crypto';
import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { Corpus } from '../claim/claim.js';
import { BadInput } from '../numeric/bad-input.js';
import type { EvidenceKey } from './evidence/evidence-keys.js';
import type { DoneUnit } from './merge.js';
import { planUnits, type RunOptions } from './plan.js';
import type { WorkUnit } from './units.js';

export interface Shard {
  /** From 1. */
  readonly index: number;
  readonly count: number;
}

/** What shares must agree in to belong together. */
export interface ShardHeader {
  readonly kasym: string;
  /** Of all that the evidence depends on. */
  readonly code: string;
  readonly ids: readonly string[] | null;
  readonly seed: number;
  readonly runs: number;
  readonly deep: boolean;
}

interface ShardFile extends Shard {
  readonly file: string;
  readonly header: ShardHeader;
  readonly done: readonly DoneUnit[];
}

/** The claims are dealt in turn, each with all its units: neighbours cost about the same. */
export function unitsOfShard(units: readonly WorkUnit[], { index, count }: Shard): WorkUnit[] {
  const order = new Map([...new Set(units.map(({ claimId }) => claimId))].map((id, k) => [id, k]));
  return units.filter(({ claimId }) => order.get(claimId)! % count === index - 1);
}

/** One number for the code, the dependencies and the runtime that the evidence of a run depends on. */
export function codeOf(corpus: Corpus, options: RunOptions, keyOf: EvidenceKey): string {
  const units = planUnits(corpus, options);
  const keys = corpus.claims.map((claim) =>
    keyOf(
      claim,
      units.filter(({ claimId }) => claimId === claim.id),
    ),
  );
  return digestOf(JSON.stringify(keys)).slice(0, 16);
}

const digestOf = (text: string): string => createHash('sha256').update(text).digest('hex');

/** Written beside and renamed: a share that was killed leaves no file. Throws BadInput where it cannot be written. */
export async function writeShard(
  file: string,
  header: ShardHeader,
  shard: Shard,
  done: readonly DoneUnit[],
): Promise<void> {
  const lines = [JSON.stringify({ ...header, ...shard }), ...done.map((unit) => JSON.stringify(unit))];
  const body = `${lines.join('\n')}\n`;
  const half = `${file}.${randomUUID()}.half`;
  try {
    await mkdir(dirname(file), { recursive: true });
    await writeFile(half, `${body}${digestOf(body)}\n`, { flush: true });
    await rename(half, file);
  } catch (error) {
    await rm(half, { force: true }).catch(() => {});
    throw new BadInput(`--out ${file}: cannot write there (${(error as NodeJS.ErrnoException).code ?? error})`);
  }
}

/** Throws BadInput where the file is no whole share. */
async function readShard(file: string): Promise<ShardFile> {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw new BadInput(`${file}: cannot be read (${error.code})`);
  });
  const body = text.slice(0, -65);
  if (text.length <= 65 || text.slice(-65) !== `${digestOf(body)}\n`)
    throw new BadInput(`${file}: expected a whole share of "kasym verify --shard"; make it again`);
  const [first, ...lines] = body.trimEnd().split('\n');
  const { index, count, ...header } = JSON.parse(first!) as ShardHeader & Shard;
  return { file, header, index, count, done: lines.map((line) => JSON.parse(line) as DoneUnit) };
}

/**
 * The work of all shares. Throws BadInput where one is missing, stands twice, or is of another run, and where they were not
 * made by the code that `codeFor` gives for their options.
 */
export async function readShards(
  files: readonly string[],
  codeFor: (options: RunOptions) => Promise<string>,
): Promise<{ readonly header: ShardHeader; readonly done: readonly DoneUnit[] }> {
  const shards = await Promise.all(files.map(readShard));
  const [first] = shards as [ShardFile, ...ShardFile[]];
  const seen = new Map<number, string>();
  for (const { file, header, index, count } of shards) {
    const other = Object.entries({ ...first.header, count: first.count }).find(
      ([key, value]) => JSON.stringify({ ...header, count }[key as 'count']) !== JSON.stringify(value),
    );
    if (other !== undefined) {
      const [key, value] = other;
      const got = JSON.stringify({ ...header, count }[key as 'count']);
      throw new BadInput(
        `${file}: expected a share of the run of ${first.file}, with ${WORDS[key] ?? key} ${JSON.stringify(value)}, got ${got}`,
      );
    }
    if (seen.has(index)) throw new BadInput(`${file}: share ${index}/${count} stands in ${seen.get(index)} already`);
    seen.set(index, file);
  }
  const { count, header } = first;
  const missing = Array.from({ length: count }, (_, k) => k + 1).filter((index) => !seen.has(index));
  if (missing.length > 0) {
    const names = missing.map((index) => `${index}/${count}`).join(', ');
    throw new BadInput(
      `${missing.length === 1 ? 'share' : 'shares'} ${names} missing; "kasym verify --shard" makes it`,
    );
  }
  const code = await codeFor(header);
  if (header.code !== code)
    throw new BadInput(`${first.file}: made by other code, on another machine or Node.js; make the shares again`);
  return { header, done: shards.flatMap(({ done }) => done) };
}

const WORDS: Readonly<Record<string, string>> = { count: 'so many shares:', code: 'code', kasym: 'kasym' };

/** `I/N` with 1 <= I <= N. Throws BadInput. */
export function readShardOption(text: string): Shard {
  const [, index, count] = /^(\d{1,4})\/(\d{1,4})$/.exec(text)?.map(Number) ?? [];
  if (index === undefined || count === undefined || index < 1 || index > count)
    throw new BadInput(`--shard: expected I/N with 1 <= I <= N, such as 1/3, got ${JSON.stringify(text)}`);
  return { index, count };
}
