import { describe, expect, test } from 'vitest';
import { parseTerm } from '../notation/parse.js';
import { componentsOf, readTables } from './components.js';
import { isZeroPolynomial } from './polynomial.js';
import { type Link, prove, type Theory } from './proof.js';
import type { Rule } from './rewrite.js';
import type { Signature } from './signature.js';
import { difference, shapeOf, symbol, type Term } from './term.js';

const scalar = { kind: 'scalar', real: true, constant: true, over: [] } as const;
const square = (hermitian: boolean) =>
  ({ kind: 'matrix', rows: 'd', cols: 'd', hermitian, constant: true, over: [] }) as const;
const signature: Signature = {
  sizes: ['d', 'e'],
  indices: {},
  exponents: { k: 0 },
  symbols: {
    a: scalar,
    b: scalar,
    M: square(true),
    A: square(false),
    v: { kind: 'matrix', rows: 'd', cols: '1', hermitian: false, constant: true, over: [] },
    R: { kind: 'matrix', rows: 'd', cols: 'e', hermitian: false, constant: true, over: [] },
  },
};
const term = (text: string): Term => parseTerm(signature, text);

function table(name: string, rows: readonly (readonly string[])[]): Rule {
  const left = symbol(name);
  return { left, right: { kind: 'table', ...shapeOf(signature, left), entries: rows.map((row) => row.map(term)) } };
}

const pauliZ = table('M', [
  ['a', 'b i'],
  ['-b i', '-a'],
]);

/** Proves left = right by components from the given tables. */
function provesEqual(
  left: string,
  right: string,
  rules: readonly Rule[],
  using = ['entries'],
): ReturnType<typeof prove> {
  const theory: Theory = { signature, hypotheses: { entries: { rules, facts: [] } }, theorems: {} };
  const link: Link = { relation: '=', to: term(right), reason: { by: 'components', using } };
  return prove(theory, { left: term(left), relation: '=', right: term(right) }, term(left), [link]);
}

describe('components', () => {
  test('agree with matrix algebra', () => {
    const { components } = readTables([pauliZ]);
    const entries = componentsOf(signature, difference(term('M M'), term('(a^2 + b^2) I')), components);
    expect(entries.flat().every(isZeroPolynomial)).toBe(true);
  });

  test('a proof by components says for which size it holds and which entries it assumes', () => {
    const theorem = provesEqual('tr(M M)', '2 (a^2 + b^2)', [pauliZ]);
    expect([...theorem.restrictedTo]).toEqual([['d', 2]]);
    expect([...theorem.needs.keys()]).toEqual(['entries']);
  });

  test('a false equation, and a true one without its entries, are not proved', () => {
    expect(() => provesEqual('tr(M M)', '2 (a^2 - b^2)', [pauliZ])).toThrow('components: the two sides differ by');
    expect(() => provesEqual('tr(M M)', '2 (a^2 + b^2)', [pauliZ], [])).toThrow('M: no entries are given for it');
  });

  test('commutators, scalar factors, powers, real and imaginary parts', () => {
    const general = table('A', [
      ['a i', 'b'],
      ['1', 'b'],
    ]);
    const { components } = readTables([pauliZ, general]);
    const agree = (left: string, right: string): boolean =>
      componentsOf(signature, difference(term(left), term(right)), components)
        .flat()
        .every(isZeroPolynomial);
    expect(agree('[M, A]', 'M A - A M')).toBe(true);
    expect(agree('[M, A]', 'M A + A M')).toBe(false);
    expect(agree('tr(M) A + tr(A) M', 'A tr(M) + M tr(A)')).toBe(true);
    expect(agree('tr(A) M', '(b + a i) M')).toBe(true);
    expect(agree('M tr(A)', 'a M')).toBe(false);
    expect(agree('A^2', 'A A')).toBe(true);
    expect(agree('M^0', 'I')).toBe(true);
    expect(agree('Re(tr(A))', 'b')).toBe(true);
    expect(agree('Im(tr(A))', 'a')).toBe(true);
    expect(() => agree('abs(tr(M))', '0')).toThrow('components: abs of a component is not supported');
    expect(() => agree('M^k', 'M')).toThrow('components: expected a power with a natural exponent');
    expect(() => agree('M^(k+1)', 'M')).toThrow('components: expected a power with a natural exponent');
    expect(() => agree('d^(-1)', '1')).toThrow('components: expected a power with a natural exponent');
    for (const d of [0, 1.5])
      expect(() => componentsOf(signature, term('I'), { sizes: { d }, letters: {} })).toThrow(
        'd: no positive integer is given for it',
      );
    expect(() => componentsOf(signature, difference(term('M'), term('v')), components)).toThrow(
      'sum: expected summands of one shape',
    );
  });

  test('a matrix of one entry', () => {
    expect([...provesEqual('tr(A)', 'a', [table('A', [['a']])]).restrictedTo]).toEqual([['d', 1]]);
  });

  test('rewriting cannot use a table', () => {
    const theory: Theory = { signature, hypotheses: { entries: { rules: [pauliZ], facts: [] } }, theorems: {} };
    const link: Link = { relation: '=', to: term('2 (a^2 + b^2)'), reason: { by: 'rewriting', using: ['entries'] } };
    const statement = { left: term('tr(M M)'), relation: '=', right: term('2 (a^2 + b^2)') } as const;
    expect(() => prove(theory, statement, term('tr(M M)'), [link])).toThrow('read by a proof by components only');
  });

  test('entries that are not Hermitian, ragged, of two sizes, or matrices themselves are refused', () => {
    const rows = [
      ['a', 'b'],
      ['2 b', 'a'],
    ];
    expect(() => provesEqual('tr(M)', '2 a', [table('M', rows)])).toThrow(
      'declared Hermitian, but its entries are not',
    );
    expect(() => provesEqual('tr(A)', '2 a', [table('A', rows)])).not.toThrow();
    expect(() => provesEqual('tr(A)', '2 a', [table('A', [['a', 'b'], ['a']])])).toThrow('expected 2×2 entries');
    expect(() => provesEqual('tr(A)', '2 a', [table('A', rows), table('v', [['a'], ['b'], ['a']])])).toThrow(
      'd: fixed to two different numbers',
    );
    expect(() => provesEqual('tr(A)', 'a', [table('A', [['a', 'b']])])).toThrow('d: fixed to two different numbers');
    expect(() => provesEqual('tr(A)', 'tr(M)', [table('A', [['tr(M)']]), pauliZ])).toThrow('fixed to two different');
  });

  test('rectangular letters and vectors', () => {
    const v = table('v', [['a'], ['b i']]);
    expect(() => provesEqual('v† M v', 'a^3 - 3 a b^2', [pauliZ, v])).not.toThrow();
    expect(() => provesEqual('v† M v', 'a^3 + 3 a b^2', [pauliZ, v])).toThrow('the two sides differ by');
    expect(() => provesEqual('v† v', 'a^2 + b^2', [v])).not.toThrow();
    const r = table('R', [
      ['a', 'b', '1'],
      ['0', 'a', 'b'],
    ]);
    const theorem = provesEqual('tr(R R†)', '2 a^2 + 2 b^2 + 1', [r]);
    expect(new Map(theorem.restrictedTo)).toEqual(
      new Map([
        ['d', 2],
        ['e', 3],
      ]),
    );
  });
});
