/** A conjecture: what a file `*.claim.ts` exports by default. */
import type { Claim } from './claim.js';
import type { Law } from './law.js';

/** A statement as a term, a law about every instance, or both. */
export interface Conjecture {
  readonly claim: Claim | null;
  readonly law: Law | null;
}

/** The conjecture that a default export is, or why it is none. */
export function conjectureOf(value: unknown): Conjecture | string {
  if (isClaim(value)) return { claim: value, law: null };
  if (isLaw(value)) return { claim: null, law: value };
  if (isObject(value)) {
    const { claim = null, law = null } = value;
    const fits = (claim === null || isClaim(claim)) && (law === null || isLaw(law));
    if (fits && (claim !== null || law !== null)) return { claim, law };
  }
  const got = value === undefined ? 'nothing' : typeof value === 'object' ? 'another object' : JSON.stringify(value);
  return `expected a default export claim(...), law(...) or { claim, law }, got ${got ?? typeof value}`;
}

export const conjectureId = ({ claim, law }: Conjecture): string => (claim ?? law)!.id;

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isClaim = (value: unknown): value is Claim =>
  isObject(value) &&
  [value.id, value.title, value.statement].every((text) => typeof text === 'string') &&
  [value.theory, value.models, value.given].every(isObject);

const isLaw = (value: unknown): value is Law =>
  isObject(value) && typeof value.id === 'string' && typeof value.judge === 'function' && isObject(value.shapes);
