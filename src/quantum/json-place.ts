import { BadInput } from '../numeric/bad-input.js';
import { nearestWord } from './nearest-word.js';
import { parseRational, rationalToNumber } from './rational-text.js';

/** A value of a JSON file and where it stands; every reader below either returns what it read or throws one line of BadInput. */
export interface Place {
  readonly file: string;
  /** For example `states[0].re[1]`; empty for the whole file. */
  readonly path: string;
  readonly value: unknown;
}

/** Throws `<file>: <path>: <text>`. */
export function reject(place: Place, text: string): never {
  throw new BadInput(`${place.file}: ${place.path === '' ? '' : `${place.path}: `}${text}`);
}

/** Throws `<file>: <path>: expected ..., got <the value>`. */
export function mismatch(place: Place, expected: string): never {
  reject(place, `expected ${expected}, got ${describe(place.value)}`);
}

/** The value under a key; `undefined` if the key is missing. */
export function child(place: Place, key: string): Place {
  const value = isObject(place.value) && Object.hasOwn(place.value, key) ? place.value[key] : undefined;
  return { file: place.file, path: place.path === '' ? key : `${place.path}.${key}`, value };
}

export function has(place: Place, key: string): boolean {
  return isObject(place.value) && Object.hasOwn(place.value, key);
}

/** Requires an object with all `required` keys and no others than those and the `optional` ones. */
export function readObject(place: Place, required: readonly string[], optional: readonly string[]): void {
  const { value } = place;
  const known = [...required, ...optional];
  if (!isObject(value)) mismatch(place, `an object with ${known.map((key) => `"${key}"`).join(', ')}`);
  for (const key of Object.keys(value)) {
    if (known.includes(key)) continue;
    const near = nearestWord(key, known);
    const cure = near === null ? '' : `; did you mean "${near}"?`;
    reject(
      place,
      `expected only the key${known.length === 1 ? '' : 's'} ${known.join(', ')}, got the unknown key ${quote(key)}${cure}`,
    );
  }
  for (const key of required) {
    if (!Object.hasOwn(value, key)) reject(place, `expected the key "${key}", got an object without it`);
  }
}

/** The elements, each at its own place. */
export function readArray(place: Place, expected: string): readonly Place[] {
  const { file, path, value } = place;
  if (!Array.isArray(value)) mismatch(place, expected);
  return value.map((element: unknown, i) => ({ file, path: `${path}[${i}]`, value: element }));
}

/** A finite double from a JSON number or a string "p/q" (correctly rounded). */
export function readNumber(place: Place, expected = 'a finite number or a string "p/q"'): number {
  const { value } = place;
  const rational = typeof value === 'string' ? parseRational(value) : null;
  const number = rational === null ? value : rationalToNumber(rational);
  if (typeof number !== 'number' || !Number.isFinite(number)) mismatch(place, expected);
  return number;
}

/** A JSON integer between lowest and highest. */
export function readInteger(place: Place, lowest: number, highest: number, expected: string): number {
  const { value } = place;
  if (typeof value !== 'number' || !Number.isInteger(value) || value < lowest || value > highest)
    mismatch(place, expected);
  return value;
}

/** A short description for messages, always one line. */
export function describe(value: unknown): string {
  if (value === undefined) return 'nothing';
  if (typeof value === 'string') return quote(value);
  if (Array.isArray(value)) return `an array of length ${value.length}`;
  if (isObject(value)) return 'an object';
  // JSON has no Infinity: only a number too large for a double, such as 1e999, arrives as one.
  if (typeof value === 'number' && !Number.isFinite(value)) return 'a number too large for a double';
  return String(value);
}

function quote(text: string): string {
  return JSON.stringify(text.length > 40 ? `${text.slice(0, 40)}...` : text);
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
