/** The process in which one conjecture file runs, so that nothing that it does can hold up or end the others. */
import { readFile } from 'node:fs/promises';
import { register as registerHooks } from 'node:module';
import { basename } from 'node:path';
import { pathToFileURL } from 'node:url';
import { register as registerTypeScript } from 'tsx/esm/api';
import { type Conjecture, conjectureOf } from '../claim/conjecture.js';
import { decideConjecture } from '../engines/conjecture.js';
import { redecide } from '../engines/redecide.js';
import { randomFromSeed } from '../numeric/random.js';
import type { Answer, Question } from './conjecture-process.js';

const { file, task, seed, runs, past } = JSON.parse(process.argv[2]!) as Question;

async function answer(): Promise<Answer> {
  registerTypeScript({ tsconfig: false }); // the paths of a tsconfig.json nearby are for the compiler
  registerHooks('./conjecture-resolve.js', import.meta.url);
  const conjecture = file.endsWith('.txt')
    ? await plain()
    : conjectureOf((await imported(pathToFileURL(file).href)).default);
  if (typeof conjecture === 'string') return { failure: conjecture };
  if (task === 'replay') return { again: redecide(conjecture, past[0]!) };
  return { decision: await decideConjecture(conjecture, randomFromSeed(seed), runs, past) };
}

const imported = (url: string) => import(url) as Promise<Readonly<Record<string, unknown>>>;

/** The plain form is read by the corpus, whose symbols and hypotheses it names. */
async function plain(): Promise<Conjecture | string> {
  const paper = await imported(new URL('../../proofs/paper.js', import.meta.url).href);
  const read = paper.plainClaim as (text: string, id: string) => unknown;
  return conjectureOf(read(await readFile(file, 'utf8'), basename(file).replace(/\.claim\.txt$/, '')));
}

const reason = (error: unknown): string => (error instanceof Error ? error.message || error.name : String(error));
const said: Answer = await answer().catch((error: unknown) => ({ failure: reason(error) }));
process.send!(said, () => process.exit(0));
