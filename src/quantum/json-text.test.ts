import { expect, test } from 'vitest';
import { BadInput } from '../numeric/bad-input.js';
import { randomFromSeed } from '../numeric/random.js';
import { parseJson } from './json-text.js';

test.each([
  ['', 'x.json: expected JSON, got an empty file'],
  [' \n', 'x.json: expected JSON, got an empty file'],
  ['{', 'x.json: expected a key in double quotes at line 1, column 2, got the end of the file; is it cut off?'],
  ['[1,\n 2', 'x.json: expected a comma or ] at line 2, column 3, got the end of the file; is it cut off?'],
  [
    '{"a": "bc',
    'x.json: expected the rest of a JSON value at line 1, column 10, got the end of the file; is it cut off?',
  ],
  ['{"a', 'x.json: expected the rest of a key at line 1, column 4, got the end of the file; is it cut off?'],
  ['[-', 'x.json: expected the rest of a JSON value at line 1, column 3, got the end of the file; is it cut off?'],
  ['{"a" 1}', 'x.json: expected a colon at line 1, column 6, got "1"'],
  ['{"a":1,}', 'x.json: expected a key in double quotes at line 1, column 8, got "}"'],
  ["{'a':1}", 'x.json: expected a key in double quotes at line 1, column 2, got "\'"'],
  ['[1,]', 'x.json: expected a JSON value at line 1, column 4, got "]"'],
  ['[01]', 'x.json: expected a JSON value at line 1, column 2, got "0"'],
  ['[NaN]', 'x.json: expected a JSON value at line 1, column 2, got "N"'],
  ['{"a":1]', 'x.json: expected a comma or } at line 1, column 7, got "]"'],
  ['[1]]', 'x.json: expected nothing more at line 1, column 4, got "]"'],
  ['\u0089PNG\u0000\u0001', 'x.json: expected JSON, got binary data'],
  ['{"a": \ufffd\ufffd', 'x.json: expected JSON, got binary data'],
])('%j', (text, message) => {
  expect(() => parseJson(text, 'x.json')).toThrow(new BadInput(message));
});

test.each([
  ['{"a": 1, "b": 2,\n "a": 3}', 'x.json: expected each key once, got "a" again at line 2, column 2'],
  ['[{"b": {"a": 1, "\\u0061" : 2}}]', 'x.json: expected each key once, got "a" again at line 1, column 17'],
])('%j repeats a key', (text, message) => {
  expect(() => parseJson(text, 'x.json')).toThrow(new BadInput(message));
});

test('a key may stand in several objects, and in texts', () => {
  const text = '{"a": [{"a": "a"}, {"a": "\\"a\\": {"}], "b": {"a": "}", "c": "a"}}';
  expect(parseJson(text, 'x.json')).toEqual(JSON.parse(text));
});

test('JSON is read, a byte order mark skipped', () => {
  expect(parseJson('\ufeff{"a": [1, "1/2", null, {}, []]}', 'x.json')).toEqual({ a: [1, '1/2', null, {}, []] });
});

test('whatever JSON.parse refuses is reported in one line, at a place inside the text', () => {
  const random = randomFromSeed(1);
  const good = JSON.stringify({ a: [1.5e-3, -2, 'x"\\', true], b: { c: null, d: [[], {}] } }, null, 1);
  let refused = 0;
  for (let n = 0; n < 3000; n++) {
    const at = random.integer(0, good.length - 1);
    const put = ['', ',', '"', '}', ']', '{', '[', ':', '-', 'e', '\\', '\n', 'x'][random.integer(0, 12)];
    const text = n % 3 === 0 ? good.slice(0, at) : good.slice(0, at) + put + good.slice(at + random.integer(0, 1));
    try {
      parseJson(text, 'x.json');
    } catch (error) {
      refused++;
      expect(String(error)).toMatch(/^BadInput: x\.json: expected [^\n]+, got [^\n]+$/);
    }
  }
  expect(refused).toBeGreaterThan(1500);
});

test('deep nesting does not overflow the stack', () => {
  expect(() => parseJson('['.repeat(200_000), 'x.json')).toThrow('expected a JSON value at line 1, column 200001');
});
