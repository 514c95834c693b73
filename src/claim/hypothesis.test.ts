import { describe, expect, it } from 'vitest';
import type { Theorem, Theory } from '../symbolic/kernel/proof.js';
import { parseStatement } from '../symbolic/notation/parse.js';
import { proveOutlined } from '../symbolic/testing/justified.js';
import { assumeEntries, type ClaimHypothesis, type WrittenEntries } from './hypothesis.js';
import { hermitian, matrix, realScalar, theory } from './theory.js';

const plane = theory({
  name: 'plane',
  sizes: { d: 'dimension', e: 'another dimension' },
  indices: {},
  symbols: {
    a: { type: realScalar(), meaning: 'a number' },
    b: { type: realScalar(), meaning: 'a number' },
    M: { type: hermitian('d'), meaning: 'a Hermitian matrix' },
    A: { type: matrix('d', 'd'), meaning: 'a matrix' },
    v: { type: matrix('d', '1'), meaning: 'a column' },
    R: { type: matrix('d', 'e'), meaning: 'a rectangular matrix' },
    f: { type: matrix('d', '1'), meaning: 'a basis vector' },
    g: { type: matrix('d', '1'), meaning: 'a basis vector' },
    h: { type: matrix('e', '1'), meaning: 'a vector of another space' },
  },
});

const pauli = [
  ['a', 'b i'],
  ['-b i', '-a'],
];
const general = [
  ['a i', 'b'],
  ['1', 'b'],
];
const entries = (letters: WrittenEntries, basis: readonly string[] = ['f', 'g']): ClaimHypothesis =>
  assumeEntries(plane, 'entry by entry', basis, letters);

/** Proves an equation by rewriting with the given entries. */
function provesEqual(text: string, letters: WrittenEntries, using = ['entries']): Theorem {
  const { left, right } = parseStatement(plane.signature, text);
  const setting: Theory = { signature: plane.signature, hypotheses: { entries: entries(letters) }, theorems: {} };
  return proveOutlined(setting, { left, relation: '=', right }, left, [
    { relation: '=', to: right, outline: { by: 'rewriting', using } },
  ]);
}
const agree = (text: string, letters: WrittenEntries) => expect(() => provesEqual(text, letters)).not.toThrow();
const differ = (text: string, letters: WrittenEntries) =>
  expect(() => provesEqual(text, letters)).toThrow('the two sides differ by');

describe('matrices written out entry by entry', () => {
  it('say the dimension, that the basis is orthonormal, and the entries', () => {
    expect(entries({ M: pauli }).written).toEqual([
      'd = 2',
      'f† f = 1',
      'f† g = 0',
      'g† g = 1',
      'M = a f f† + (b i) f g† + (-b i) g f† + (-a) g g†',
    ]);
  });

  it('prove traces, brackets, products and commutators, and what is proved rests on them', () => {
    expect([...provesEqual('tr(M M) = 2 (a^2 + b^2)', { M: pauli }).needs.keys()]).toEqual(['entries']);
    agree('tr(I) = 2', {});
    agree('M M f = (a^2 + b^2) f', { M: pauli });
    agree('M M M = (a^2 + b^2) M', { M: pauli });
    agree('tr(M A - A M) = 0', { M: pauli, A: general });
    agree('f† [M, A] g = 3 a b + b^2 i', { M: pauli, A: general });
    agree('tr(A) M = (b + a i) M', { M: pauli, A: general });
    agree('Re(tr(A)) = b', { A: general });
    agree('Im(tr(A)) = a', { A: general });
    agree('f† A† g = 1', { A: general });
    const v = [['a'], ['b i']];
    agree('v† v = a^2 + b^2', { v });
    agree('v† M v = a^3 - 3 a b^2', { M: pauli, v });
  });

  it('prove nothing false, and nothing without their entries', () => {
    differ('tr(M M) = 2 (a^2 - b^2)', { M: pauli });
    differ('tr(M M) = 2 (a^2 + b^2)', {});
    differ('tr(A A†) = 1', { M: pauli });
    differ('f† A g = 1', { A: general });
    differ('[M, A] = M A + A M', { M: pauli, A: general });
    differ('tr(A) M = a M', { M: pauli, A: general });
    differ('v† M v = a^3 + 3 a b^2', { M: pauli, v: [['a'], ['b i']] });
    expect(() => provesEqual('tr(M M) = 2 (a^2 + b^2)', { M: pauli }, [])).toThrow('the two sides differ by');
  });

  it('agree with each other about the dimension', () => {
    const { signature } = plane;
    const statement = parseStatement(signature, 'd = 1');
    const one = { ...entries({}, ['f']), text: 'one' };
    const setting: Theory = { signature, hypotheses: { two: entries({}), one }, theorems: {} };
    const links = [{ relation: '=', to: statement.right, outline: { by: 'rewriting', using: ['two'] } }] as const;
    expect(() => proveOutlined(setting, { ...statement, relation: '=' }, statement.left, links)).toThrow(
      'the two sides differ by 1*|',
    );
  });

  it('are refused where they are ragged, too few or too many', () => {
    expect(() => entries({ A: [['a', 'b'], ['a']] })).toThrow('A: expected 2×2 entries');
    expect(() => entries({ A: [['a', 'b']] })).toThrow('A: expected 2×2 entries');
    expect(() => entries({ A: pauli }, ['f'])).toThrow('A: expected 1×1 entries');
    expect(() => entries({ v: [['a'], ['b'], ['a']] })).toThrow('v: expected 2×1 entries');
    expect(() => entries({ v: pauli })).toThrow('v: expected 2×1 entries');
  });

  it('are refused where they contradict the declaration of their letter', () => {
    const lopsided = [
      ['a', 'b'],
      ['2 b', 'a'],
    ];
    expect(() => entries({ M: lopsided })).toThrow('M: declared Hermitian, but its entries are not');
    expect(() => entries({ M: [['a i']] }, ['f'])).toThrow('M: declared Hermitian, but its entries are not');
    agree('tr(A) = 2 a', { A: lopsided });
    expect(() => entries({ R: pauli })).toThrow('R: expected a column or a square matrix of size d');
    expect(() => entries({ h: [['a'], ['b']] })).toThrow('h: expected a column or a square matrix of size d');
    expect(() => entries({ a: pauli })).toThrow('a: expected a column or a square matrix of size d');
    expect(() =>
      entries({
        A: [
          ['M', 'b'],
          ['a', 'b'],
        ],
      }),
    ).toThrow('entries: M is not a scalar');
  });

  it('are refused without a basis of columns', () => {
    for (const basis of [[], ['f', 'h'], ['A'], ['a']])
      expect(() => entries({}, basis)).toThrow('entries: expected a basis of columns of one size');
  });
});
