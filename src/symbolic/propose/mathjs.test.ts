import { describe, expect, it } from 'vitest';
import type { Signature } from '../kernel/signature.js';
import { printTerm } from '../notation/print.js';
import { parseExpression } from './mathjs.js';

const scalar = (over: readonly string[] = []) => ({ kind: 'scalar', real: true, constant: true, over }) as const;
const signature: Signature = {
  sizes: ['m'],
  indices: { j: 'm' },
  exponents: {},
  symbols: {
    x: scalar(),
    γ: scalar(),
    r: scalar(['m']),
    M: { ...scalar(), kind: 'matrix', rows: 'm', cols: 'm', hermitian: true },
  },
};

const read = async (text: string): Promise<string> => printTerm(await parseExpression(signature, text));

describe('expressions that users write', () => {
  it.each([
    ['2*(γ^2 - x^2)', '2 (γ^2 - x^2)'],
    ['-x', '-x'],
    ['x/3', '1/3 x'],
    ['1/m', '1/m'],
    ['0.1000000000000000055511151231257827', '1000000000000000055511151231257827/10000000000000000000000000000000000'],
    ['0.1', '1/10'],
    ['1e-3', '1/1000'],
    ['2x', '2 x'],
    ['sqrt(x) + abs(r_j)', 'sqrt(x) + abs(r_j)'],
    ['max(1, x^2)', 'max(1, x^2)'],
    ['x^-2', 'x^(-2)'],
  ])('%s is %s', async (text, expected) => {
    expect(await read(text)).toBe(expected);
  });

  it.each([
    ['x +', /^"x \+": Unexpected end of expression/],
    ['q', /^"q": q is not declared$/],
    ['x^0.5', /^"x\^0.5": the exponent 0.5 is not an integer of at most 64; a root is written sqrt\(x\)$/],
    ['x^y', /^"x\^y": y is not declared$/],
    ['x^1000', /the exponent 1000 is not an integer of at most 64/],
    ['sin(x)', /^"sin\(x\)": the function sin is not one of sqrt, abs, max, min$/],
    ['sqrt(x, 2)', /^"sqrt\(x, 2\)": sqrt: wrong number of arguments$/],
    ['x = 3', /is not plain arithmetic$/],
    ['x == 3', /^"x == 3": the operator == is not plain arithmetic$/],
    ['[1, 2]', /is not plain arithmetic$/],
    ['1e999', /is not a number of reasonable size$/],
    ['x/0', /^"x\/0": division by zero$/],
    ['r', /^r: expected indices over \(m\), got \(\)$/],
    ['M', /^"M": expected a scalar, got a m×m matrix$/],
    ['import("fs")', /is not one of sqrt, abs, max, min$/],
  ])('%s is refused', async (text, message) => {
    await expect(parseExpression(signature, text)).rejects.toThrow(message);
  });

  it('keeps sqrt(x^2) apart from x: mathjs would call (x^2)^0.5 and x the same', async () => {
    expect(await read('sqrt(x^2)')).toBe('sqrt(x^2)');
    await expect(read('(x^2)^0.5')).rejects.toThrow(/a root is written sqrt/);
  });
});
