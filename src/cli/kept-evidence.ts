import { homedir } from 'node:os';
import { join } from 'node:path';
import type { Corpus } from '../claim/claim.js';
import { BadInput } from '../numeric/bad-input.js';
import { type EvidenceKey, evidenceKeys } from '../run/evidence/evidence-keys.js';
import { openStore } from '../run/evidence/evidence-store.js';
import type { KeptEvidence } from '../run/evidence/kept-evidence.js';
import type { RunOptions } from '../run/plan.js';
import { codeOf } from '../run/shard.js';

/** The store that the environment names, with words on stderr about what was found; null where there is none. */
export async function keptEvidence(corpus: Corpus, url: string): Promise<KeptEvidence | null> {
  const say = (line: string): void => void process.stderr.write(`kasym: ${line}\n`);
  const folder = storeFolder(process.env);
  if (folder === null) return null;
  try {
    return {
      store: openStore(folder, say),
      keyOf: await keysOf(corpus, url),
      onFound(found, claims) {
        if (found === 0) return;
        say(`${found} of ${claims} claims are as they were: their evidence is from ${folder} (--no-cache computes it)`);
      },
    };
  } catch (error) {
    say(`no evidence is kept: ${(error as Error).message}`);
    return null;
  }
}

const keysOf = (corpus: Corpus, url: string): Promise<EvidenceKey> =>
  evidenceKeys(corpus, url, `Node.js ${process.version} ${process.arch}`);

/** One number for all that the evidence of a run depends on. Throws BadInput where a module of the corpus cannot be analysed. */
export async function codeOfRun(corpus: Corpus, url: string, options: RunOptions): Promise<string> {
  const keyOf = await keysOf(corpus, url).catch((error: Error) => {
    throw new BadInput(`shares cannot be told apart: ${error.message}`);
  });
  return codeOf(corpus, options, keyOf);
}

/** The folder of `KASYM_CACHE`, else the user's cache; null where that is 'off'. */
export function storeFolder(env: NodeJS.ProcessEnv): string | null {
  if (env.KASYM_CACHE === 'off') return null;
  if (env.KASYM_CACHE) return env.KASYM_CACHE;
  const cache = process.platform === 'win32' ? env.LOCALAPPDATA : env.XDG_CACHE_HOME;
  return join(cache || join(homedir(), '.cache'), 'kasym');
}
