/** Whether what a module exports is a corpus at all, so that nothing later trips over a part that is missing. */
import type { Corpus } from '../claim/claim.js';
import { BadInput } from '../numeric/bad-input.js';

type Test = readonly [expected: string, holds: (value: unknown) => boolean];

const text: Test = ['a text', (value) => typeof value === 'string' && value !== ''];
const list: Test = ['an array', Array.isArray];
const object: Test = ['an object', isObject];

/** The parts of a claim that later code takes for granted; the rest is null, or filled in by `claim(...)`. */
const PARTS: Readonly<Record<string, Test>> = {
  id: text,
  title: text,
  source: text,
  theory: ['a theory', (value) => isObject(value) && isObject(value.signature)],
  statement: ['a statement', (value) => text[1](value) || isObject(value)],
  given: ['an object of hypotheses', (value) => isObject(value) && Object.values(value).every(isHypothesis)],
  models: ['models', (value) => isObject(value) && typeof value.build === 'function'],
  uses: list,
  laws: list,
  mutants: ['an array, as claim(...) makes it', Array.isArray],
  breaksWithout: object,
};

/** Throws BadInput that names the file, the claim and the part. */
export function requireCorpus(value: unknown, path: string): asserts value is Corpus {
  const corpus = value as Readonly<Record<string, unknown>>;
  if (!isObject(value) || !Array.isArray(corpus.claims)) {
    throw new BadInput(`${path}: expected a module that exports "corpus", with its claims`);
  }
  for (const key of ['name', 'citation']) require(corpus, key, text, `${path}: corpus`);
  corpus.claims.forEach((claim: unknown, k) => {
    if (!isObject(claim)) throw new BadInput(`${path}: claims[${k}]: expected a claim, got ${shown(claim)}`);
    const name = typeof claim.id === 'string' ? claim.id : `claims[${k}]`;
    for (const [key, test] of Object.entries(PARTS)) require(claim, key, test, `${path}: ${name}`);
  });
}

function require(owner: Readonly<Record<string, unknown>>, key: string, [expected, holds]: Test, place: string): void {
  if (!holds(owner[key])) throw new BadInput(`${place}: ${key}: expected ${expected}, got ${shown(owner[key])}`);
}

function isHypothesis(value: unknown): boolean {
  return isObject(value) && Array.isArray(value.rules) && Array.isArray(value.facts);
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function shown(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (Array.isArray(value)) return 'an array';
  return isObject(value) ? 'an object' : typeof value === 'function' ? 'a function' : JSON.stringify(value);
}
