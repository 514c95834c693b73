import { expect, test } from 'vitest';
import { SIGNATURE } from '../testing/theory.js';
import { declared, type MatrixSymbol, rangeOf, requireSound, type ScalarSymbol, type Signature } from './signature.js';

const scalar: ScalarSymbol = { kind: 'scalar', real: true, constant: false, over: [] };
const matrix: MatrixSymbol = { kind: 'matrix', rows: 'd', cols: 'd', hermitian: false, constant: false, over: [] };
const base: Signature = { sizes: ['d', 'm'], indices: { j: 'm' }, exponents: { k: 0 }, symbols: {} };

test('a consistent signature is accepted, and frozen to the ground', () => {
  requireSound(SIGNATURE);
  expect(Object.isFrozen(SIGNATURE.symbols.M)).toBe(true);
  requireSound({ ...base, symbols: { 'Π₊': matrix, ŷ: scalar, M_1: matrix } });
});

test.each<[string, Partial<Signature>, string]>([
  ['a name that spells a product', { symbols: { a·b: scalar } }, '"a·b" is not a name'],
  ['a name that spells an adjoint', { symbols: { 'A†': matrix } }, '"A†" is not a name'],
  ['a name that spells an index', { symbols: { 'a[j]': scalar } }, '"a[j]" is not a name'],
  ['a name that spells a word', { symbols: { 'A B': matrix } }, '"A B" is not a name'],
  ['a number', { sizes: ['1'], indices: {} }, '"1" is not a name'],
  ['an index of the kernel', { indices: { 'm#1': 'm' } }, '"m#1" is not a name'],
  ['a size that is a symbol', { symbols: { m: { ...scalar, real: false } } }, 'm is a size and a symbol'],
  ['an index over no size', { indices: { j: 'x' } }, 'j runs over x, which is not a size'],
  ['a fractional exponent', { exponents: { k: 0.5 } }, 'k starts from 0.5'],
  ['a family over no size', { symbols: { a: { ...scalar, over: ['x'] } } }, 'a has an index over what is not a size'],
  ['an unknown size', { symbols: { A: { ...matrix, rows: 'x' } } }, 'A has unknown sizes'],
  ['a 1×1 matrix', { symbols: { A: { ...matrix, rows: '1', cols: '1' } } }, 'A is 1×1, declare it as a scalar'],
  ['a Hermitian ket', { symbols: { A: { ...matrix, cols: '1', hermitian: true } } }, 'A is Hermitian but not square'],
  [
    'a constant that moves',
    { symbols: { a: { ...scalar, constant: true, velocity: 'v' }, v: scalar } },
    'a is constant but has a velocity',
  ],
  [
    'a velocity of another shape',
    { symbols: { A: { ...matrix, velocity: 'v' }, v: scalar } },
    'the velocity of A has another shape',
  ],
])('%s is refused', (_, change, message) => {
  expect(() => requireSound({ ...base, ...change })).toThrow(`signature: ${message}`);
});

test('what every object has is not declared', () => {
  expect(() => declared(base, 'toString')).toThrow('toString: not declared in this theory');
  expect(() => rangeOf(base, 'toString')).toThrow('toString: not declared as an index in this theory');
});
