import { expect, test } from 'vitest';
import { paragraph } from './paragraph.js';

test('a paragraph breaks between words only', () => {
  expect(paragraph('uses a-very-long-claim, which is refuted', 16, '  ')).toBe(
    '  uses\n  a-very-long-claim,\n  which is\n  refuted\n',
  );
  expect(paragraph('cited', 80, '')).toBe('cited\n');
});
