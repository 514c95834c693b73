import { describe, expect, it } from 'vitest';
import { sameNormalForm } from '../kernel/normal-form.js';
import { type Signature, TermError } from '../kernel/signature.js';
import { parseStatement, parseTerm } from '../notation/parse.js';
import { printTerm } from '../notation/print.js';
import { readAnswer, writeExpression } from './expression-text.js';
import { askNerdamer } from './nerdamer.js';
import { proposeNext, proposeSolution } from './next-term.js';

const scalar = (constant = true, over: readonly string[] = []) =>
  ({ kind: 'scalar', real: true, constant, over }) as const;
const signature: Signature = {
  sizes: ['d', 'm'],
  indices: { j: 'm' },
  exponents: {},
  symbols: {
    x: scalar(),
    ŷ: scalar(false),
    L: scalar(),
    r: scalar(true, ['m']),
    M: { kind: 'matrix', rows: 'd', cols: 'd', hermitian: true, constant: true, over: [] },
  },
};
const term = (text: string) => parseTerm(signature, text);
const equal = (a: ReturnType<typeof term>, b: ReturnType<typeof term>): boolean => sameNormalForm(signature, a, b);

describe('nerdamer as a proposer', () => {
  it.each([['(x + ŷ)^2 (x - 2/3)'], ['(tr(M M) - sqrt(L))^2'], ['(√2 x + i ŷ)^2 - 1/8'], ['(sum_j(r_j^2) + m)^2/3']])(
    'expands %s into an equal term',
    async (text) => {
      const proposed = await proposeNext(signature, term(text), 'expand');
      expect(equal(proposed, term(text))).toBe(true);
      expect(printTerm(proposed)).not.toBe(text);
    },
  );

  it('takes partial fractions in what moves', async () => {
    const proposed = await proposeNext(signature, term('ŷ/(ŷ^2 - 1)'), 'partfrac');
    expect(printTerm(proposed)).toBe('1/2/(-1 + ŷ) + 1/2/(1 + ŷ)');
  });

  it('takes partial fractions with letters for roots, asking again where the answer has the wrong sign', async () => {
    const from = term('1/((x^2 - ŷ^2) (L - ŷ))');
    expect(equal(await proposeNext(signature, from, 'partfrac'), from)).toBe(true);
  });

  it('differentiates, integrates and solves linear systems', async () => {
    const [slope] = await askNerdamer({ operation: 'diff', expression: 'v0^3/3', variable: 'v0' });
    const [area] = await askNerdamer({ operation: 'integrate', expression: 'v0^2', variable: 'v0' });
    const variables = new Map([['v0', term('x')]]);
    expect(printTerm(await readAnswer(slope!, variables))).toBe('x^2');
    expect(equal(await readAnswer(area!, variables), term('x^3/3'))).toBe(true);
    const solved = await askNerdamer({ operation: 'solve', equations: ['a+b=3', 'a-b=1'], variables: ['a', 'b'] });
    expect(solved).toEqual(['2', '1']);
  });

  it('solves a linear system whose coefficients are symbols', async () => {
    const system = ['tr(M) = m^2 x + m L', 'tr(M M) = m x + m^2 L'].map((text) => parseStatement(signature, text));
    const proposed = await proposeSolution(signature, system, [term('x'), term('L')], term('x'));
    expect(sameNormalForm(signature, proposed, term('(tr(M) - tr(M M)/m)/(m^2 - 1)'))).toBe(true);
  });

  it('solves for unknowns and from equations only', async () => {
    const system = [parseStatement(signature, 'x = 1')];
    const unknown = proposeSolution(signature, system, [term('x')], term('L'));
    await expect(unknown).rejects.toThrow(/^solve: L is not one of the unknowns, or they are no plain quantities$/);
    const inequality = proposeSolution(signature, [parseStatement(signature, 'x <= 1')], [term('x')], term('x'));
    await expect(inequality).rejects.toThrow(/^solve: expected equations$/);
    const singular = ['x + L = 1', 'x + L = 2'].map((text) => parseStatement(signature, text));
    await expect(proposeSolution(signature, singular, [term('x'), term('L')], term('x'))).rejects.toThrow(TermError);
  });

  it('does not look into roots: its derivative of x^3 sqrt(y) is wrong', async () => {
    const [text] = await askNerdamer({ operation: 'diff', expression: 'x^3*sqrt(y)', variable: 'x' });
    expect(text).toBe('3*sqrt(y^(1/2))*x^2');
    expect(writeExpression(signature, term('x^3 sqrt(L)'))).toMatchObject({ text: '(v0)^(3)*v1' });
  });

  it('gives up in time, and answers the next request', async () => {
    const endless = askNerdamer({ operation: 'expand', expression: '(a+b+c+d+f+g)^60' }, 300);
    await expect(endless).rejects.toThrow(/^nerdamer: expand took longer than 300 ms$/);
    expect(await askNerdamer({ operation: 'expand', expression: '(a+1)^2' })).toEqual(['1+2*a+a^2']);
  });

  it('reports what nerdamer refuses', async () => {
    await expect(askNerdamer({ operation: 'expand', expression: '(a' })).rejects.toThrow(/^nerdamer: expand failed: /);
  });

  it('refuses open matrices', async () => {
    await expect(proposeNext(signature, term('M'), 'expand')).rejects.toThrow(
      /expected a scalar term without open matrices/,
    );
  });
});
