/** Random exact models of a theory, with small Gaussian rational entries. */
import fc, { type Arbitrary } from 'fast-check';
import type { Model } from '../denotation/evaluate.js';
import { EXACT } from '../denotation/field.js';
import type { Matrix } from '../denotation/matrix.js';
import { add, conjugate, IMAGINARY_UNIT, multiply, type Num, rational } from '../kernel/number.js';
import type { Signature } from '../kernel/signature.js';

/** A stream of small numbers from a seed; the seed decides everything. */
export function numbersFrom(seed: number): () => Num {
  let state = seed >>> 0;
  const next = (): number => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state >>> 16;
  };
  return () => rational((next() % 7) - 3, 1 + (next() % 2));
}

const complex = (draw: () => Num): Num => add(draw(), multiply(IMAGINARY_UNIT, draw()));

export function randomMatrix(draw: () => Num, rows: number, cols: number, hermitian: boolean): Matrix<Num> {
  const table = Array.from({ length: rows }, () => Array.from({ length: cols }, () => complex(draw)));
  if (!hermitian) return table;
  return table.map((row, i) => row.map((x, j) => add(x, conjugate(table[j]![i]!))));
}

/** d of 1 to 3, m and p of 1 or 2, k of 0 to 2, n of 1 or 2; all symbols random and unrelated. */
export function models(signature: Signature): Arbitrary<Model<Num>> {
  const size = (max: number) => fc.integer({ min: 1, max });
  // Matrices on pairs are as large as d².
  const dimension = signature.squares === undefined ? size(3) : fc.constantFrom(2, 1, 2, 2, 2, 2, 2, 3);
  return fc.tuple(fc.nat(), dimension, size(2), size(2), fc.nat(2), size(2)).map(([seed, d, m, p, k, n]) => {
    const sizes: Readonly<Record<string, number>> = { d, m, p, 1: 1, ...(signature.squares && { D: d * d }) };
    const draw = numbersFrom(seed);
    const values = Object.entries(signature.symbols).map(([name, symbol]) => {
      const count = symbol.over.reduce((total, range) => total * sizes[range]!, 1);
      const one = (): Matrix<Num> => {
        if (symbol.kind === 'matrix')
          return randomMatrix(draw, sizes[symbol.rows]!, sizes[symbol.cols]!, symbol.hermitian);
        return [[symbol.real ? draw() : complex(draw)]];
      };
      return [name, Array.from({ length: count }, one)] as const;
    });
    return { field: EXACT, sizes, exponents: { k, n }, values: Object.fromEntries(values) };
  });
}

/** A value from 0 for every free index: all are 0, or all the last of their range. */
export function atIndices(signature: Signature, model: Model<Num>, last: boolean): Record<string, number> {
  const entries = Object.entries(signature.indices).map(([index, range], k) => [
    index,
    last && k % 2 === 0 ? model.sizes[range]! - 1 : 0,
  ]);
  return Object.fromEntries(entries);
}
