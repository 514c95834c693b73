/** Small textual changes of TypeScript source: what a slip of the hand would do to it. */

export interface Mutation {
  readonly kind: string;
  readonly start: number;
  readonly end: number;
  readonly replacement: string;
}

/** Replacements of a pattern; `$1` and so on refer to its groups. Spaces around operators keep type arguments out. */
const PATTERNS: readonly (readonly [kind: string, pattern: RegExp, ...replacements: string[]])[] = [
  ['comparison', / === /g, ' !== '],
  ['comparison', / !== /g, ' === '],
  ['comparison', / < /g, ' <= ', ' > '],
  ['comparison', / > /g, ' >= ', ' < '],
  ['comparison', / <= /g, ' < '],
  ['comparison', / >= /g, ' > '],
  ['logic', / && /g, ' || '],
  ['logic', / \|\| /g, ' && '],
  ['arithmetic', / \+ /g, ' - '],
  ['arithmetic', / - /g, ' + '],
  ['arithmetic', / \* /g, ' + '],
  ['arithmetic', / \/ /g, ' * '],
  ['arithmetic', /\+\+/g, '--'],
  ['sign', /(?<=[([{:,] ?|=> |return )-(?=[a-z(])/g, ''],
  ['constant', /(?<![\w.])0(?=n?\b)/g, '1'],
  ['constant', /(?<![\w.])1(?=n?\b)/g, '0'],
  ['constant', /(?<![\w.])2(?=n?\b)/g, '3'],
  ['constant', /\btrue\b/g, 'false'],
  ['constant', /\bfalse\b/g, 'true'],
  ['constant', /\bONE\b/g, 'ZERO'],
  ['constant', /\bZERO\b/g, 'ONE'],
  ['negation', /(?<=[\s(])!(?=[a-zA-Z(])/g, ''],
  ['quantifier', /\.every\(/g, '.some('],
  ['quantifier', /\.some\(/g, '.every('],
  ['call', /\.reverse\(\)/g, ''],
  ['call', /\bMath\.max\(/g, 'Math.min('],
];

/** All mutations of a source text, in order. Comments, strings, imports and type declarations are left alone. */
export function mutationsOf(source: string): Mutation[] {
  const code = masked(source);
  const found: Mutation[] = [];
  for (const [kind, pattern, ...replacements] of PATTERNS) {
    for (const match of code.matchAll(pattern))
      for (const replacement of replacements)
        found.push({ kind, start: match.index, end: match.index + match[0].length, replacement });
  }
  found.push(...conditions(code), ...statements(code), ...swaps(code, source));
  return found.sort((a, b) => a.start - b.start || a.end - b.end);
}

export const mutate = (source: string, { start, end, replacement }: Mutation): string =>
  source.slice(0, start) + replacement + source.slice(end);

/** The text with everything that is not a statement or expression blanked out, position by position. */
function masked(source: string): string {
  const blank = (text: string): string => text.replace(/[^\n]/g, ' ');
  const quotes = /\/\*[\s\S]*?\*\/|\/\/[^\n]*|'(?:[^'\\\n]|\\.)*'|\/\^[^\n]*\/u|`(?:[^`\\]|\\.)*`/g;
  const declarations = /^(?:export )?(?:import|interface|type) [\s\S]*?(?:^}|;)[^\n]*$|^ {2}\| \{[\s\S]*?\}[^\n]*$/gm;
  return source
    .replace(quotes, (text) => (text.startsWith('/') ? blank(text) : text[0] + '_'.repeat(text.length - 2) + text[0]))
    .replace(declarations, blank)
    .replace(/ as const\b|<[A-Z]\w*(?:, \w+)*>/g, blank);
}

/** `if (c)` with c negated, and with its guarded statement or block gone. */
function conditions(code: string): Mutation[] {
  return [...code.matchAll(/\bif \(/g)].flatMap((match) => {
    const open = match.index + 3;
    const close = matching(code, open);
    const negated: Mutation = {
      kind: 'condition',
      start: open,
      end: close + 1,
      replacement: `(!${code.slice(open, close + 1)})`,
    };
    const after = code.slice(close + 1).search(/\S/) + close + 1;
    const end = code[after] === '{' ? matching(code, after) : code.indexOf(';', after);
    if (/^\s*else\b/.test(code.slice(end + 1))) return [negated];
    const kind = /^\{?\s*throw\b/.test(code.slice(after)) ? 'guard' : 'branch';
    return [negated, { kind, start: match.index, end: end + 1, replacement: ';' }];
  });
}

/** A statement on one line that is a call, an assignment, a yield or a continue, gone. */
function statements(code: string): Mutation[] {
  const lines = code.matchAll(/^( +)((?:[\w.]+\(.*\)|[\w.[\]!]+ =|yield|continue|[\w.]+(?:\+\+|--)).*;)$/gm);
  return [...lines].map((match) => {
    const start = match.index + match[1]!.length;
    return { kind: 'statement', start, end: start + match[2]!.length, replacement: ';' };
  });
}

/** Exchanging the arguments of these changes nothing. */
const SYMMETRIC = /^(?:add|addNum|multiply|multiplyNum|equals|gcd|addPolynomials)\($/;

/** The last two arguments of a call exchanged. */
function swaps(code: string, source: string): Mutation[] {
  return [...code.matchAll(/(?<!function )(?<!\bif |for |while |switch )\b[a-z]\w*\(/g)].flatMap((match) => {
    if (SYMMETRIC.test(match[0])) return [];
    const open = match.index + match[0].length - 1;
    const bounds = topLevelParts(code, open, matching(code, open));
    if (bounds.length < 2 || /^[^\n]*\)(?:: [^=\n]+)? (?:\{|=>)$/m.test(code.slice(match.index).split('\n')[0]!))
      return [];
    const [[a, b], [c, d]] = bounds.slice(-2) as [[number, number], [number, number]];
    const [left, right] = [source.slice(a, b), source.slice(c, d)];
    if (left.trim() === right.trim() || right.trim() === '') return [];
    return [{ kind: 'arguments', start: a, end: d, replacement: right.trimStart() + source.slice(b, c) + ' ' + left }];
  });
}

/** The position of the bracket that closes the one at `open`. */
function matching(code: string, open: number): number {
  let depth = 0;
  for (let k = open; k < code.length; k++) {
    if ('([{'.includes(code[k]!)) depth += 1;
    if (')]}'.includes(code[k]!) && --depth === 0) return k;
  }
  return code.length - 1;
}

/** The ranges between the commas of a bracket. */
function topLevelParts(code: string, open: number, close: number): (readonly [number, number])[] {
  const parts: (readonly [number, number])[] = [];
  let start = open + 1;
  for (let k = open + 1; k < close; k++) {
    if ('([{'.includes(code[k]!)) k = matching(code, k);
    else if (code[k] === ',') {
      parts.push([start, k]);
      start = k + 1;
    }
  }
  return [...parts, [start, close]];
}
