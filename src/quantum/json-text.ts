import { BadInput } from '../numeric/bad-input.js';
import { repeatedKey } from './repeated-key.js';

/**
 * JSON.parse, but a fault is reported by us: where it is and what should stand there, the same on every version of Node. A
 * key that stands twice in one object is a fault too.
 */
export function parseJson(text: string, file: string): unknown {
  const body = text.startsWith('\uFEFF') ? text.slice(1) : text; // the byte order mark of some editors
  const value = parsed(body, file);
  const repeated = repeatedKey(body);
  if (repeated !== null) {
    const { key, line, column } = repeated;
    throw new BadInput(
      `${file}: expected each key once, got ${JSON.stringify(key)} again at line ${line}, column ${column}`,
    );
  }
  return value;
}

function parsed(text: string, file: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw new BadInput(`${file}: ${faultOf(text)}`);
  }
}

function faultOf(text: string): string {
  if (text.trim() === '') return 'expected JSON, got an empty file';
  if (looksBinary(text)) return 'expected JSON, got binary data';
  const { at, expected } = scan(text);
  const lines = text.slice(0, at).split('\n');
  const place = `line ${lines.length}, column ${lines[lines.length - 1].length + 1}`;
  if (at >= text.length) return `expected ${expected} at ${place}, got the end of the file; is it cut off?`;
  return `expected ${expected} at ${place}, got ${JSON.stringify(text[at])}`;
}

/** Control characters and the sign that a decoder puts for bytes that are no text. */
function looksBinary(text: string): boolean {
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if ((code < 32 && code !== 9 && code !== 10 && code !== 13) || code === 0xfffd) return true;
  }
  return false;
}

const SPACE = /[ \t\n\r]*/y;
const SCALAR =
  /"(?:[^"\\\n\r\t]|\\["\\/bfnrt]|\\u[0-9a-fA-F]{4})*"|-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?(?![\w.+-])|(?:true|false|null)\b/y;

/** A string or number that the end of the text cuts off. */
const UNFINISHED = /(?:"(?:[^"\\\n\r\t]|\\.)*\\?|-|-?\d[\d.eE+-]*)$/y;

/** The first place where a text that JSON.parse refuses stops being JSON. One pass; open brackets are kept on a stack. */
function scan(text: string): { at: number; expected: string } {
  const open: ('[' | '{')[] = [];
  let at = 0;
  const take = (pattern: RegExp): boolean => {
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    if (match !== null) at += match[0].length;
    return match !== null;
  };
  const takeSign = (sign: string): boolean => {
    take(SPACE);
    if (text[at] !== sign) return false;
    at++;
    return true;
  };
  /** After `{` or a comma inside an object: the key and its colon. */
  const faultInKey = (): string | null => {
    take(SPACE);
    if (text[at] !== '"' || !take(SCALAR)) return take(UNFINISHED) ? 'the rest of a key' : 'a key in double quotes';
    return takeSign(':') ? null : 'a colon';
  };
  for (;;) {
    // a value
    take(SPACE);
    const bracket = text[at];
    if (bracket === '[' || bracket === '{') {
      at++;
      if (!takeSign(bracket === '[' ? ']' : '}')) {
        open.push(bracket);
        const fault = bracket === '{' ? faultInKey() : null;
        if (fault !== null) return { at, expected: fault };
        continue;
      }
    } else if (!take(SCALAR)) {
      const expected = take(UNFINISHED) ? 'the rest of a JSON value' : 'a JSON value';
      return { at, expected };
    }
    // what may follow it
    while (open.length > 0 && takeSign(open[open.length - 1] === '[' ? ']' : '}')) open.pop();
    take(SPACE);
    if (open.length === 0) return { at, expected: 'nothing more' };
    if (!takeSign(',')) return { at, expected: `a comma or ${open[open.length - 1] === '[' ? ']' : '}'}` };
    const fault = open[open.length - 1] === '{' ? faultInKey() : null;
    if (fault !== null) return { at, expected: fault };
  }
}
