/** Splits written mathematics into tokens; a run of letters is cut at the longest declared names, so ρMρ is a product. */
import { type Signature, TermError } from '../kernel/signature.js';

export type Token =
  | { readonly kind: 'number'; readonly text: string }
  | { readonly kind: 'name'; readonly text: string; readonly at: readonly string[] }
  | { readonly kind: 'mark'; readonly text: string };

/** Names that are not symbols of a theory: functions, the sum sign, the identity I, the imaginary unit i, and the like. */
export const RESERVED = [
  'tr',
  'Re',
  'Im',
  'abs',
  'sqrt',
  'exp',
  'ln',
  'max',
  'min',
  'sum',
  'unit',
  'delta',
  'swap',
  'd/dt',
  'I',
  'i',
] as const;

const MARKS = ['<=', '>=', '=', '+', '-', '*', '·', '⊗', '/', '^', '†', '(', ')', '[', ']', ',', '|'];
const LETTERS = /^[\p{L}\p{M}₊₋₀]+/u;
const SUBSCRIPT = /^_(?:\{([\p{L}\d]+)\}|(\p{L}+|\d))/u;

/** The tokens of a text. Throws TermError at the first character or name that has no meaning here. */
export function tokenize(signature: Signature, text: string): Token[] {
  const names = [
    ...Object.keys(signature.symbols),
    ...signature.sizes,
    ...Object.keys(signature.exponents),
    ...RESERVED,
  ].sort((a, b) => b.length - a.length);
  const tokens: Token[] = [];
  let rest = text
    .replaceAll('−', '-')
    .replaceAll('≤', '<=')
    .replaceAll('≥', '>=')
    .replaceAll('Σ', 'sum')
    .replaceAll('²', '^2');
  for (rest = rest.trimStart(); rest !== ''; rest = rest.trimStart()) {
    const digits = /^\d+(\.\d+)?/.exec(rest);
    const mark = MARKS.find((m) => rest.startsWith(m));
    if (digits !== null) {
      tokens.push({ kind: 'number', text: digits[0] });
      rest = rest.slice(digits[0].length);
    } else if (rest.startsWith('√2') || rest.startsWith('sqrt2')) {
      tokens.push({ kind: 'number', text: '√2' });
      rest = rest.slice(rest.startsWith('√2') ? 2 : 5);
    } else if (mark !== undefined) {
      tokens.push({ kind: 'mark', text: mark });
      rest = rest.slice(mark.length);
    } else if (LETTERS.test(rest)) {
      const [name, at, left] = takeName(names, rest, text);
      tokens.push({ kind: 'name', text: name, at });
      rest = left;
    } else {
      throw new TermError(`${JSON.stringify(text)}: cannot read ${JSON.stringify([...rest][0])}`);
    }
  }
  return tokens;
}

function takeName(names: readonly string[], rest: string, text: string): [name: string, at: string[], left: string] {
  const name = names.find((candidate) => rest.startsWith(candidate));
  if (name === undefined)
    throw new TermError(`${JSON.stringify(text)}: ${LETTERS.exec(rest)![0]} is not declared in this theory`);
  const left = rest.slice(name.length);
  const subscript = SUBSCRIPT.exec(left);
  if (subscript === null) return [name, [], left];
  return [name, [...(subscript[1] ?? subscript[2]!)], left.slice(subscript[0].length)];
}
