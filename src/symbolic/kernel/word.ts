/**
 * Words: products of matrix letters, possibly with symbolic powers, and their closed form inside a trace.
 *
 * A letter on one factor of a tensor product commutes with those on the other. Between letters that act on both, a word is
 * spelled W^ε (A ⊗ B): the exchange W, if it stands there an odd number of times, then the first factor, then the second.
 *
 * A junction of size 1 (between a bra and what precedes it) cuts a word: what lies between two such junctions is a
 * number, so tr(v a† b v†) = (a†b)(v†v). That is all the kernel knows of rank one.
 */
import { declared, type MatrixSymbol, type Signature, TermError } from './signature.js';
import { addExponents, type Exponent, exponentOf, leastValue } from './term.js';

export interface Letter {
  readonly name: string;
  readonly at: readonly string[];
  readonly adjoint: boolean;
  /** At least 0 for every value of its variables; a plain letter has the exponent 1. */
  readonly exponent: Exponent;
  /** The factor of a tensor product that it acts on, if it acts on one only, and the size of that product. */
  readonly leg?: 1 | 2;
  readonly within?: string;
}

export type Word = readonly Letter[];

const ONCE = exponentOf(1);

/** One letter; the adjoint of a Hermitian letter is the letter itself. */
export function letterOf(signature: Signature, name: string, at: readonly string[]): Letter {
  matrixSymbol(signature, name);
  return letter(name, at);
}

/** Basis vectors and exchanges; no symbol has a % in its name. */
const [UNIT, SWAP] = ['ê%', 'W%'];
export const unitLetter = (range: string, index: string): Letter => letter(`${UNIT}${range}`, [index]);
export const swapLetter = (size: string): Letter => letter(`${SWAP}${size}`, []);
export const isUnit = ({ name, leg }: Letter): boolean => name.startsWith(UNIT) && leg === undefined;
export const isSwap = (x: Letter): boolean => x.name.startsWith(SWAP) && !isSymbolic(x);

const letter = (name: string, at: readonly string[]): Letter => ({ name, at, adjoint: false, exponent: ONCE });

function matrixSymbol(signature: Signature, name: string): Pick<MatrixSymbol, 'rows' | 'cols' | 'hermitian'> {
  const size = name.slice(name.indexOf('%') + 1);
  if (name.startsWith(UNIT)) return { rows: size, cols: '1', hermitian: false };
  if (name.startsWith(SWAP)) return { rows: size, cols: size, hermitian: true };
  const found = declared(signature, name);
  if (found.kind !== 'matrix') throw new TermError(`${name}: expected a matrix, got a scalar`);
  return found;
}

/** (AB)† = B†A†. */
export function adjointWord(signature: Signature, word: Word): Word {
  const turned = word.map((x) => (matrixSymbol(signature, x.name).hermitian ? x : { ...x, adjoint: !x.adjoint }));
  return settled(turned.reverse());
}

/** A plain letter to a symbolic power. Throws TermError for a power that may be negative, and for (M^k)^l. */
export function powerOfLetter(signature: Signature, letter: Letter, exponent: Exponent): Word {
  if (isSymbolic(letter)) throw new TermError(`${letter.name}: a symbolic power of a symbolic power`);
  if (leastValue(signature, exponent) < 0) throw new TermError(`${letter.name}: a power that may be negative`);
  return [{ ...letter, exponent }];
}

/** Concatenation; a symbolic power swallows equal neighbours, so that M^(k-1) M = M^k = M M^(k-1). */
export function joinWords(left: Word, right: Word): Word {
  const tensorial = left.some(onFactors) || right.some(onFactors);
  const joined: Letter[] = tensorial ? [] : [...left];
  for (const letter of tensorial ? settled([...left, ...right]) : right) {
    let next = letter;
    for (let last = joined.at(-1); last !== undefined && merge(last, next); last = joined.at(-1)) {
      next = { ...next, exponent: addExponents(last.exponent, next.exponent) };
      joined.pop();
    }
    joined.push(next);
  }
  return joined;
}

const onFactors = (x: Letter): boolean => x.leg !== undefined || isSwap(x);

/** W^ε (A ⊗ B), its factors as words of their own. */
export interface Factored {
  readonly swap: Letter | undefined;
  readonly first: Word;
  readonly second: Word;
}

/** The word with every stretch between letters on both factors spelled W^ε (A ⊗ B), from (A ⊗ B) W = W (B ⊗ A). */
function settled(word: Word): Word {
  if (!word.some(onFactors)) return word;
  const spelled: Letter[] = [];
  let here: Factored = { swap: undefined, first: [], second: [] };
  const onLeg = (part: Word, leg: 1 | 2): Word => part.map((x) => ({ ...x, leg }));
  const close = (): void => {
    spelled.push(...(here.swap ? [here.swap] : []), ...onLeg(here.first, 1), ...onLeg(here.second, 2));
    here = { swap: undefined, first: [], second: [] };
  };
  for (const x of word) {
    if (isSwap(x)) here = { swap: here.swap ? undefined : x, first: here.second, second: here.first };
    else if (x.leg === 1) here = { ...here, first: [...here.first, x] };
    else if (x.leg === 2) here = { ...here, second: [...here.second, x] };
    else {
      close();
      spelled.push(x);
    }
  }
  close();
  return spelled;
}

/** A settled word as W^ε (A ⊗ B), or null where some letter acts on both factors. */
export function factored(word: Word): Factored | null {
  if (!word.every(onFactors)) return null;
  const part = (leg: 1 | 2): Word => withoutLegs(word.filter((x) => x.leg === leg));
  return { swap: word.find(isSwap), first: part(1), second: part(2) };
}

/** A word on one factor of a tensor product of a size. */
export const onFactor = (word: Word, leg: 1 | 2, within: string): Word => word.map((x) => ({ ...x, leg, within }));

export const withoutLegs = (word: Word): Word => word.map(({ leg: _, within: __, ...plain }) => plain);

const merge = (a: Letter, b: Letter): boolean => (isSymbolic(a) || isSymbolic(b)) && sameBase(a, b);

const isSymbolic = (letter: Letter): boolean => letter.exponent.variables.length > 0;

export const sameBase = (a: Letter, b: Letter): boolean =>
  a.name === b.name && a.adjoint === b.adjoint && a.leg === b.leg && a.at.join() === b.at.join();

/** The sizes of a letter as it stands, adjoint or not. */
export function sizesOf(signature: Signature, letter: Letter): readonly [rows: string, cols: string] {
  const { rows, cols } = matrixSymbol(signature, letter.name);
  if (letter.within !== undefined) return [letter.within, letter.within];
  return letter.adjoint ? [cols, rows] : [rows, cols];
}

/** A word cut at its junctions of size 1: what remains open, and the closed pieces between the cuts. */
export interface Cut {
  readonly open: Word;
  readonly closed: readonly Word[];
}

/** Cuts an open word, and the words that it holds on the factors of a tensor product. */
export function splitOpen(signature: Signature, word: Word): Cut {
  if (word.length === 0) return { open: [], closed: [] };
  const { open, closed } = word.some(onFactors) ? splitLegs(signature, word) : { open: word, closed: [] };
  const cuts = open.flatMap((letter, k) => (k > 0 && sizesOf(signature, letter)[0] === '1' ? [k] : []));
  const startsOpen = sizesOf(signature, open[0]!)[0] !== '1';
  const endsOpen = sizesOf(signature, open[open.length - 1]!)[1] !== '1';
  const bounds = [0, ...cuts, open.length];
  const pieces = bounds.slice(1).map((end, k) => open.slice(bounds[k], end));
  const isOpen = (k: number): boolean => (k === 0 && startsOpen) || (k === pieces.length - 1 && endsOpen);
  return {
    open: pieces.filter((_, k) => isOpen(k)).flat(),
    closed: [...closed, ...pieces.filter((_, k) => !isOpen(k))],
  };
}

/** Cuts every stretch of letters on one factor. */
function splitLegs(signature: Signature, word: Word): Cut {
  const first = word.findIndex(({ leg }) => leg !== undefined);
  if (first < 0) return { open: word, closed: [] };
  const { leg, within } = word[first]!;
  const length = [...word.slice(first), undefined].findIndex((x) => x?.leg !== leg);
  const here = splitOpen(signature, withoutLegs(word.slice(first, first + length)));
  const rest = splitLegs(signature, word.slice(first + length));
  const open = [...word.slice(0, first), ...onFactor(here.open, leg!, within!), ...rest.open];
  return { open, closed: [...here.closed, ...rest.closed] };
}

/** Splits a closed word (a trace) at its junctions of size 1; each piece is rotated to its least spelling. */
export function splitClosed(signature: Signature, word: Word): readonly Word[] {
  const first = word.findIndex((letter) => sizesOf(signature, letter)[0] === '1');
  if (first < 0) {
    // Turned so that no stretch of letters on the factors goes around the end.
    if (!word.some(onFactors)) return [leastRotation(mergeAround(word))];
    const both = word.findIndex((letter) => !onFactors(letter));
    const { open, closed } = splitLegs(signature, joinWords([], rotated(word, Math.max(0, both))));
    return [leastRotation(mergeAround(open)), ...closed];
  }
  const turned = joinWords(word.slice(first), word.slice(0, first));
  const { open, closed } = splitLegs(signature, turned);
  const cuts = open.flatMap((letter, k) => (sizesOf(signature, letter)[0] === '1' ? [k] : []));
  return [...cuts.map((start, k) => open.slice(start, cuts[k + 1] ?? open.length)), ...closed];
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
  const leg = letter.leg === undefined ? '' : `%${letter.within}${letter.leg}`;
  return `${letter.name}${leg}${at}${letter.adjoint ? '†' : ''}${isSymbolic(letter) ? `^${exponentKey(letter.exponent)}` : ''}`;
}

const exponentKey = ({ offset, variables }: Exponent): string =>
  `(${variables.map(([name, times]) => `${times}${name}+`).join('')}${offset})`;

export const wordKey = (word: Word): string => word.map(letterKey).join(' ');
