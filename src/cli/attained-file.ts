/** The file with the instance that attains a constant: `--out` writes it, `--at` reads it. */
import { readFile } from 'node:fs/promises';
import { isDeepStrictEqual } from 'node:util';
import type { Claim } from '../claim/claim.js';
import type { Shape } from '../claim/model-source.js';
import { floatingInstance, modelDocument } from '../engines/claim-instance.js';
import { BadInput } from '../numeric/bad-input.js';
import type { Place } from '../run/tighten.js';

/** Shape and z, which rebuild the instance, and for people all its values. */
export function attainedDocument({ id, models }: Claim, { shape, z }: Place): object {
  const instance = floatingInstance(models, shape, z);
  return { claim: id, shape, z, model: instance && modelDocument(instance.model) };
}

/**
 * The instance of such a file, rebuilt from its shape and z. Throws BadInput where the file is none, is about another claim, or
 * its values are not those that shape and z give.
 */
export async function readAttained(file: string, claim: Claim): Promise<Place> {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    throw new BadInput(`--at ${file}: cannot be read (${error.code ?? error.message})`);
  });
  const found = parsed(text);
  if (found === null)
    throw new BadInput(`--at ${file}: expected an instance as "kasym tighten ${claim.id} --out" writes it`);
  const { shape, z } = found;
  if (found.claim !== claim.id) throw new BadInput(`--at ${file}: an instance of ${found.claim}, not of ${claim.id}`);
  if (!rebuilds(claim, found)) {
    throw new BadInput(`--at ${file}: its values are not those that its shape and z give; write it anew with --out`);
  }
  return { shape, z };
}

interface Document extends Place {
  readonly claim: string;
  readonly model: unknown;
}

function parsed(text: string): Document | null {
  try {
    const found = JSON.parse(text) as Partial<Document> | null;
    if (typeof found?.claim !== 'string' || typeof found.shape !== 'object' || found.shape === null) return null;
    if (!Array.isArray(found.z) || !found.z.every(Number.isFinite)) return null;
    return { claim: found.claim, shape: found.shape as Shape, z: found.z, model: found.model };
  } catch {
    return null;
  }
}

/** The models may throw on a shape that is not theirs. */
function rebuilds(claim: Claim, { shape, z, model }: Document): boolean {
  try {
    const again = attainedDocument(claim, { shape, z }) as Document;
    return again.model !== null && isDeepStrictEqual(JSON.parse(JSON.stringify(again.model)), model);
  } catch {
    return false;
  }
}
