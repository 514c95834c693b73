import { expect, test } from 'vitest';
import { normalForm } from './normal-form.js';
import { polynomialKey } from './polynomial.js';
import type { Signature } from './signature.js';
import { apply, over, symbol, type Term } from './term.js';

const scalar = (over: string[] = []) => ({ kind: 'scalar', real: true, constant: false, over }) as const;
const signature: Signature = {
  sizes: ['d', 'm'],
  indices: { i: 'm', j: 'm' },
  exponents: {},
  symbols: { b: scalar(['m', 'm']) },
};
const key = (term: Term): string => polynomialKey(normalForm(signature, term));

test('a sum inside a function does not capture the index of the sum around it', () => {
  const rows = over('i', apply('sqrt', over('j', symbol('b', 'i', 'j'))));
  const columns = over('i', apply('sqrt', over('j', symbol('b', 'j', 'i'))));
  expect(key(rows)).not.toBe(key(columns));
  expect(key(over('j', apply('sqrt', over('i', symbol('b', 'j', 'i')))))).toBe(key(rows));
});
