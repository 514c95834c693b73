import { expect, test } from 'vitest';
import { nearestWord } from './nearest-word.js';

const words = ['states', 'labels', 'measurement', 'gamma'];

test.each([
  ['mesurement', 'measurement'],
  ['State', 'states'],
  ['gama', 'gamma'],
  ['xyzzy', null],
  ['x'.repeat(1000), null],
])('%s', (typed, near) => {
  expect(nearestWord(typed, words)).toBe(near);
});
