import { expect, test } from 'vitest';
import { storeFolder } from './kept-evidence.js';

test('evidence is kept where KASYM_CACHE says, or in the user’s cache, or nowhere', () => {
  expect(storeFolder({ KASYM_CACHE: '/somewhere' })).toBe('/somewhere');
  expect(storeFolder({ KASYM_CACHE: 'off' })).toBe(null);
  if (process.platform !== 'win32') expect(storeFolder({ XDG_CACHE_HOME: '/cache' })).toBe('/cache/kasym');
});
