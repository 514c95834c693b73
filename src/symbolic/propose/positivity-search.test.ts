import { describe, expect, it } from 'vitest';
import type { Hypothesis, Theory } from '../kernel/proof.js';
import type { Signature } from '../kernel/signature.js';
import { parseStatement, parseTerm } from '../notation/parse.js';
import { proveOutlined } from '../testing/justified.js';
import { positivitySearch } from './positivity-search.js';

const scalar = (over: readonly string[] = [], real = true) =>
  ({ kind: 'scalar', real, constant: false, over }) as const;
const matrix = (rows: string, cols: string, hermitian: boolean) =>
  ({ kind: 'matrix', rows, cols, hermitian, constant: false, over: [] }) as const;

const signature: Signature = {
  sizes: ['d', 'm'],
  indices: { i: 'm', j: 'm', k: 'm' },
  exponents: {},
  symbols: {
    a: scalar(),
    b: scalar(),
    L: scalar(),
    z: scalar([], false),
    r: scalar(['m']),
    h: scalar(['m']),
    M: matrix('d', 'd', true),
    A: matrix('d', 'd', false),
    S: matrix('d', 'd', true),
    v: matrix('d', '1', false),
  },
};

const facts: Readonly<Record<string, string>> = {
  b: 'b',
  h: 'h_j',
  root: 'sqrt(L)',
  S: 'S',
  order: 'b - a',
  unit: '1 - r_j^2',
};

/** Whether a certificate is found; the kernel has to accept it. */
function proves(statement: string, ...using: string[]): boolean {
  const { left, relation, right } = parseStatement(signature, statement);
  if (relation !== '<=') throw new Error('expected <=');
  const known = using.map((name) => ({ label: name, fact: parseTerm(signature, facts[name]!) }));
  const certificate = positivitySearch(signature, [], known)(left, right);
  if (certificate === null) return false;
  const hypotheses: Record<string, Hypothesis> = Object.fromEntries(
    known.map(({ label, fact }) => [label, { rules: [], facts: [fact] }]),
  );
  const theory: Theory = { signature, hypotheses, theorems: {} };
  proveOutlined(theory, { left, relation, right }, left, [
    { relation, to: right, outline: { by: 'positivity', certificate, using } },
  ]);
  return true;
}

describe('certificates found by search', () => {
  it.each([
    ['0 <= 3'],
    ['a <= a + 2 b^2'],
    ['0 <= a^2 b^4 + 1/2 abs(a)'],
    ['0 <= m a^2 + 1/m'],
    ['0 <= z z†'],
    ['0 <= tr(A† A)'],
    ['0 <= tr(M M)'],
    ['0 <= v† v'],
    ['0 <= tr(M A) tr(A† M)'],
    ['0 <= sum_j(r_j^2)'],
    ['0 <= sum_ij(abs(r_i) abs(r_j))'],
  ])('%s', (statement) => {
    expect(proves(statement)).toBe(true);
  });

  it.each([
    ['0 <= b', 'b'],
    ['0 <= b^3', 'b'],
    ['0 <= h_i', 'h'],
    ['0 <= sum_j(h_j r_j^2)', 'h'],
    ['0 <= b sqrt(L)', 'b', 'root'],
    ['0 <= tr(A† S A)', 'S'],
    ['0 <= v† S v', 'S'],
    ['a <= b', 'order'],
    ['2 a r_j^2 <= 2 b r_j^2', 'order'],
    ['sum_j(r_j^2 a) <= sum_j(r_j^2 b)', 'order'],
    ['r_i^2 a^2 <= a^2', 'unit'],
    ['0 <= b - 0.5 a', 'order', 'b'],
  ])('%s, citing facts', (statement, ...using) => {
    expect(proves(statement, ...using)).toBe(true);
  });

  it.each([
    ['0 <= a'],
    ['0 <= b'],
    ['0 <= -a^2'],
    ['0 <= z^2'],
    ['0 <= tr(A A)'],
    ['0 <= tr(M A)'],
    ['0 <= sqrt(L)'],
    ['0 <= h_i', 'b'],
    ['0 <= tr(A S A)', 'S'],
    ['b <= a', 'order'],
    ['0 <= a', 'order'],
  ])('finds none for %s', (statement, ...using) => {
    expect(proves(statement, ...using)).toBe(false);
  });

  it('does not see that (a - b)² is a square after expansion, and says so rather than guess', () => {
    const [left, right] = [parseTerm(signature, '2 a b'), parseTerm(signature, 'a^2 + b^2')];
    expect(positivitySearch(signature, [], [])(left, right)).toBe(null);
  });
});
