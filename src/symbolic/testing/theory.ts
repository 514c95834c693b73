/** The small theory on which the kernel is tested: scalars a, b, c real, z, w complex; d×d M, H Hermitian, A, B general. */
import { polynomialKey } from '../kernel/monomial.js';
import { normalForm } from '../kernel/normal-form.js';
import type { Hypothesis, Statement } from '../kernel/proof.js';
import type { MatrixSymbol, ScalarSymbol, Signature } from '../kernel/signature.js';
import { difference, type Term } from '../kernel/term.js';
import { parseStatement, parseTerm } from '../notation/parse.js';

const scalar = (real: boolean, over: string[] = [], more: Partial<ScalarSymbol> = {}): ScalarSymbol => ({
  kind: 'scalar',
  real,
  constant: false,
  over,
  ...more,
});
const matrix = (
  rows: string,
  cols: string,
  hermitian: boolean,
  over: string[] = [],
  velocity?: string,
): MatrixSymbol => ({
  kind: 'matrix',
  rows,
  cols,
  hermitian,
  constant: false,
  velocity,
  over,
});

export const SIGNATURE: Signature = {
  sizes: ['d', 'm', 'p'],
  indices: { i: 'm', j: 'm', h: 'm', l: 'p', q: 'p' },
  exponents: { k: 0, n: 1 },
  symbols: {
    a: scalar(true, [], { velocity: 'va' }),
    va: scalar(true),
    b: scalar(true, [], { constant: true }),
    c: scalar(true),
    L: scalar(true, [], { velocity: 'vL' }),
    vL: scalar(true),
    z: scalar(false, [], { velocity: 'vz' }),
    vz: scalar(false),
    w: scalar(false),
    r: scalar(true, ['m'], { velocity: 'vr' }),
    vr: scalar(true, ['m']),
    s: scalar(false, ['m']),
    x: scalar(true, ['m', 'm']),
    y: scalar(true, ['m', 'p']),
    M: matrix('d', 'd', true, [], 'VM'),
    VM: matrix('d', 'd', true),
    H: matrix('d', 'd', true),
    A: matrix('d', 'd', false, [], 'VA'),
    VA: matrix('d', 'd', false),
    B: matrix('d', 'd', false),
    R: matrix('d', 'd', true, ['m']),
    G: matrix('d', 'd', false, ['p']),
    u: matrix('d', '1', false),
    v: matrix('d', '1', false),
    e: matrix('d', '1', false, ['m']),
    T: matrix('m', 'd', false),
  },
};

export const term = (text: string): Term => parseTerm(SIGNATURE, text);

/** The spelling of the normal form of a written term. */
export const form = (text: string): string => polynomialKey(normalForm(SIGNATURE, term(text)));

/** A hypothesis of written equations (rules, left to right) and inequalities (facts). */
export function assuming(...statements: string[]): Hypothesis {
  const parsed = statements.map((text) => parseStatement(SIGNATURE, text));
  return {
    rules: parsed.filter(({ relation }) => relation === '=').map(({ left, right }) => ({ left, right })),
    facts: parsed.flatMap(({ left, relation, right }) =>
      relation === '=' ? [] : [relation === '<=' ? difference(right, left) : difference(left, right)],
    ),
  };
}

/** A statement of the kernel, `left = right` or `left <= right`. */
export function statement(text: string): Statement {
  const { left, relation, right } = parseStatement(SIGNATURE, text);
  return relation === '>=' ? { left: right, relation: '<=', right: left } : { left, relation, right };
}
