import { expect, test } from 'vitest';
import { polynomialKey } from './monomial.js';
import { normalForm } from './normal-form.js';
import type { Signature } from './signature.js';
import { apply, over, product, symbol, type Term } from './term.js';

const scalar = (over: string[] = []) => ({ kind: 'scalar', real: true, constant: false, over }) as const;
const signature: Signature = {
  sizes: ['d', 'm'],
  indices: { i: 'm', j: 'm', g: 'm', h: 'm', f: 'm' },
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

test('a sum is spelled alike whatever the order of its indices, also where these look alike but cannot be swapped', () => {
  const edges = (text: string): Term => product(...text.split(' ').map(([from, to]) => symbol('b', from!, to!)));
  const summed = (order: string, body: Term): string =>
    key([...order].reduce((inner, index) => over(index, inner), body));
  for (const [shape, order, others] of [
    ['ij jh hi', 'ijh', ['ihj', 'jih', 'hji', 'hij', 'jhi']],
    ['ij ji hg gh', 'ijhg', ['ihjg', 'gijh', 'hijg']],
    ['ij jh hg gi', 'ijhg', ['jihg', 'ihjg', 'gjih']],
    ['ij ji hg gf fh', 'ijhgf', ['hgfij', 'ihjgf', 'fghji']],
    ['ig ji hh gj ii jg hj gh', 'ijhg', ['gijh', 'hgji', 'jihg']],
  ] as const)
    for (const other of others) expect(summed(other, edges(shape))).toBe(summed(order, edges(shape)));
  expect(summed('ijhg', edges('ij jh hg gi'))).not.toBe(summed('ijhg', edges('ij ji hg gh')));
});
