/** Wrong answers of the proposing libraries, as the installed versions give them: the kernel proves none of them. */
import { all, create } from 'mathjs';
import nerdamer from 'nerdamer';
import 'nerdamer/Algebra.js';
import 'nerdamer/Calculus.js';
import { describe, expect, test } from 'vitest';
import { type Hypothesis, ProofError, type Theorem } from '../kernel/proof.js';
import type { Signature } from '../kernel/signature.js';
import { symbol, type Term } from '../kernel/term.js';
import { parseStatement, parseTerm } from '../notation/parse.js';
import { proveOutlined } from '../testing/justified.js';
import { readAnswer } from './expression-text.js';

const scalar = { kind: 'scalar', real: true, constant: true, over: [] } as const;
const signature: Signature = {
  sizes: [],
  indices: {},
  exponents: {},
  symbols: { x: scalar, y: scalar, z: scalar, q: scalar, E: scalar, g: scalar },
};

/** Proves left = right by one link that rewrites with the given equations. */
function proves(left: string, right: string | Term, ...equations: string[]): Theorem {
  const given: Hypothesis = { rules: equations.map((text) => parseStatement(signature, text)), facts: [] };
  const [start, to] = [parseTerm(signature, left), typeof right === 'string' ? parseTerm(signature, right) : right];
  return proveOutlined(
    { signature, hypotheses: { given }, theorems: {} },
    { left: start, relation: '=', right: to },
    start,
    [{ relation: '=', to, outline: { by: 'rewriting', using: ['given'] } }],
  );
}

const refused = (left: string, right: string | Term, ...equations: string[]) =>
  expect(() => proves(left, right, ...equations)).toThrow(ProofError);
const read = (answer: string): Promise<Term> =>
  readAnswer(answer, new Map(['x', 'y', 'z'].map((name) => [name, symbol(name)])));
const nerdamerSays = (text: string): string => nerdamer(text).text('fractions');

describe('nerdamer', () => {
  test('simplify(y-z+8) is wrong today, and is not proved', async () => {
    const answer = nerdamerSays('simplify(y-z+8)');
    expect(answer).toBe('-(-z+8+y)');
    refused('y - z + 8', await read(answer));
    proves('y - z + 8', '8 + y - z');
  });
  test('factor((z^2*(y+z))^3) loses the cube today, and is not proved', async () => {
    const answer = nerdamerSays('factor((z^2*(y+z))^3)');
    expect(answer).toBe('(y+z)*z^2');
    refused('(z^2 (y+z))^3', await read(answer));
    proves('(z^2 (y+z))^3', '(y+z)^3 z^6');
  });
  test('partfrac(1/(y^2-x^2),y) has the wrong sign today, and is not proved', async () => {
    const answer = nerdamerSays('partfrac(1/(x^2-y^2),y)');
    expect(answer).toBe('(1/2)*(-y+x)^(-1)*x^(-1)+(1/2)*(x+y)^(-1)*x^(-1)');
    proves('1/(x^2-y^2)', await read(answer));
    const other = nerdamerSays('partfrac(1/(y^2-x^2),y)');
    expect(other).toBe(answer);
    refused('1/(y^2-x^2)', await read(other));
  });
  test('limit((1-exp(-x))/x,x,0) is 0 today, and is not proved: it is 1', () => {
    expect(nerdamerSays('limit((1-exp(-x))/x,x,0)')).toBe('0');
    // With E = exp(-x) = 1 - x + g x², the quotient (1 - E)/x is q = 1 - g x.
    const remainder = 'E = 1 - x + g x^2';
    proves('1 - E', 'x (1 - g x)', remainder);
    refused('q', '0', 'q = 1 - g x', 'x = 0');
    proves('q', '1', 'q = 1 - g x', 'x = 0');
  });
});

describe('mathjs', () => {
  test("symbolicEqual('(x^2)^0.5', 'x') is true today, and is not proved", () => {
    const { parse, symbolicEqual } = create(all);
    expect(symbolicEqual(parse('(x^2)^0.5'), parse('x'))).toBe(true);
    refused('sqrt(x^2)', 'x');
    proves('sqrt(x^2)', '-x', 'sqrt(x^2) = -x');
  });
});
