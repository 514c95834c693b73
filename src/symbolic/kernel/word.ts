/**
 * Words: products of matrix letters, possibly with symbolic powers, and their closed form inside a trace.
 *
 * A junction of size 1 (between a bra and what precedes it) cuts a word: what lies between two such junctions is a
 * number, so tr(v a† b v†) = (a†b)(v†v). That is all the kernel knows of rank one.
 */
import { declared, type Signature, TermError } from './signature.js';
import { addExponents, type Exponent, exponentOf, leastValue } from './term.js';

export interface Letter {
  readonly name: string;
  readonly at: readonly string[];
  readonly adjoint: boolean;
  /** At least 0 for every value of its variables; a plain letter has the exponent 1. */
  readonly exponent: Exponent;
}

export type Word = readonly Letter[];

const ONCE = exponentOf(1);

/** One letter; the adjoint of a Hermitian letter is the letter itself. */
export function letterOf(signature: Signature, name: string, at: readonly string[]): Letter {
  matrixSymbol(signature, name);
  return { name, at, adjoint: false, exponent: ONCE };
}

function matrixSymbol(signature: Signature, name: string) {
  const found = declared(signature, name);
  if (found.kind !== 'matrix') throw new TermError(`${name}: expected a matrix, got a scalar`);
  return found;
}

/** (AB)† = B†A†. */
export function adjointWord(signature: Signature, word: Word): Word {
  return word
    .map((letter) => {
      const hermitian = matrixSymbol(signature, letter.name).hermitian;
      return hermitian ? letter : { ...letter, adjoint: !letter.adjoint };
    })
    .reverse();
}

/** A plain letter to a symbolic power. Throws TermError for a power that may be negative, and for (M^k)^l. */
export function powerOfLetter(signature: Signature, letter: Letter, exponent: Exponent): Word {
  if (isSymbolic(letter)) throw new TermError(`${letter.name}: a symbolic power of a symbolic power`);
  if (leastValue(signature, exponent) < 0) throw new TermError(`${letter.name}: a power that may be negative`);
  return [{ ...letter, exponent }];
}

/** Concatenation; a symbolic power swallows equal neighbours, so that M^(k-1) M = M^k = M M^(k-1). */
export function joinWords(left: Word, right: Word): Word {
  const joined: Letter[] = [...left];
  for (const letter of right) {
    let next = letter;
    for (let last = joined.at(-1); last !== undefined && merge(last, next); last = joined.at(-1)) {
      next = { ...next, exponent: addExponents(last.exponent, next.exponent) };
      joined.pop();
    }
    joined.push(next);
  }
  return joined;
}

const merge = (a: Letter, b: Letter): boolean => (isSymbolic(a) || isSymbolic(b)) && sameBase(a, b);

const isSymbolic = (letter: Letter): boolean => letter.exponent.variables.length > 0;

export const sameBase = (a: Letter, b: Letter): boolean =>
  a.name === b.name && a.adjoint === b.adjoint && a.at.join() === b.at.join();

/** The sizes of a letter as it stands, adjoint or not. */
export function sizesOf(signature: Signature, letter: Letter): readonly [rows: string, cols: string] {
  const { rows, cols } = matrixSymbol(signature, letter.name);
  return letter.adjoint ? [cols, rows] : [rows, cols];
}

/** Splits an open word at its junctions of size 1 into what remains open and the closed pieces between the cuts. */
export function splitOpen(signature: Signature, word: Word): { readonly open: Word; readonly closed: readonly Word[] } {
  if (word.length === 0) return { open: [], closed: [] };
  const cuts = word.flatMap((letter, k) => (k > 0 && sizesOf(signature, letter)[0] === '1' ? [k] : []));
  const startsOpen = sizesOf(signature, word[0]!)[0] !== '1';
  const endsOpen = sizesOf(signature, word[word.length - 1]!)[1] !== '1';
  const bounds = [0, ...cuts, word.length];
  const pieces = bounds.slice(1).map((end, k) => word.slice(bounds[k], end));
  const isOpen = (k: number): boolean => (k === 0 && startsOpen) || (k === pieces.length - 1 && endsOpen);
  return { open: pieces.filter((_, k) => isOpen(k)).flat(), closed: pieces.filter((_, k) => !isOpen(k)) };
}

/** Splits a closed word (a trace) at its junctions of size 1; each piece is rotated to its least spelling. */
export function splitClosed(signature: Signature, word: Word): readonly Word[] {
  const first = word.findIndex((letter) => sizesOf(signature, letter)[0] === '1');
  if (first < 0) return [leastRotation(mergeAround(word))];
  const rotated = joinWords(word.slice(first), word.slice(0, first));
  const cuts = rotated.flatMap((letter, k) => (sizesOf(signature, letter)[0] === '1' ? [k] : []));
  return cuts.map((start, k) => rotated.slice(start, cuts[k + 1] ?? rotated.length));
}

/** In a trace the last letter is a neighbour of the first: tr(M^(k-1) A M) = tr(M^k A). */
function mergeAround(word: Word): Word {
  if (word.length < 2) return word;
  const last = word[word.length - 1]!;
  return merge(last, word[0]!) ? mergeAround(joinWords([last], word.slice(0, -1))) : word;
}

function leastRotation(word: Word): Word {
  const keys = word.map(letterKey);
  let best = 0;
  for (let start = 1; start < word.length; start++) {
    for (let k = 0; k < word.length; k++) {
      const [a, b] = [keys[(start + k) % word.length]!, keys[(best + k) % word.length]!];
      if (a === b) continue;
      if (a < b) best = start;
      break;
    }
  }
  return rotated(word, best);
}

/** The word from a letter on, with what stood before it at the end. */
export const rotated = (word: Word, start: number): Word => [...word.slice(start), ...word.slice(0, start)];

export function letterKey(letter: Letter): string {
  const at = letter.at.length === 0 ? '' : `[${letter.at.join()}]`;
  return `${letter.name}${at}${letter.adjoint ? '†' : ''}${isSymbolic(letter) ? `^${exponentKey(letter.exponent)}` : ''}`;
}

const exponentKey = ({ offset, variables }: Exponent): string =>
  `(${variables.map(([name, times]) => `${times}${name}+`).join('')}${offset})`;

export const wordKey = (word: Word): string => word.map(letterKey).join(' ');
