import { expect, test } from 'vitest';
import { BadInput } from '../numeric/bad-input.js';
import { failureOf } from './failure.js';

test('bad input is one line and exit code 2', () => {
  expect(failureOf(new BadInput('a\nb.json: expected x\u001b[31m'), false)).toEqual({
    text: 'kasym: a b.json: expected x [31m\n',
    exitCode: 2,
  });
});

test('bad input that something else caused shows it on demand', () => {
  const caused = new BadInput('corpus.js: cannot be imported: boom', { cause: new RangeError('boom') });
  expect(failureOf(caused, false).text).toBe('kasym: corpus.js: cannot be imported: boom\n');
  expect(failureOf(caused, true).text).toMatch(/^kasym: corpus.js: cannot be imported: boom\nRangeError: boom\n +at /);
});

test('a defect is one line and exit code 70, with the stack on demand', () => {
  const defect = new TypeError('x is not\na function');
  expect(failureOf(defect, false)).toEqual({
    text: 'kasym: TypeError: x is not a function (this is a defect of kasym; KASYM_DEBUG=1 shows where)\n',
    exitCode: 70,
  });
  expect(failureOf(defect, true).text).toContain('failure.test.ts');
  expect(failureOf('thrown text', true).exitCode).toBe(70);
});
