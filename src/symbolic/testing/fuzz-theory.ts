/** A theory for random terms: every symbol moves, with the symbol v... as its velocity, or is constant. */
import type { MatrixSymbol, ScalarSymbol, Signature } from '../kernel/signature.js';

const shapes: Readonly<Record<string, ScalarSymbol | MatrixSymbol>> = {
  ...scalars(true, { a: [], b: [], r: ['m'], x: ['m', 'm'], y: ['m', 'p'] }),
  ...scalars(false, { z: [], w: [], s: ['m'] }),
  ...matrices('d', 'd', true, { M: [], H: [], R: ['m'] }),
  ...matrices('d', 'd', false, { A: [], B: [], G: ['p'] }),
  ...matrices('d', '1', false, { u: [], v: [], e: ['m'] }),
  ...matrices('m', 'd', false, { T: [] }),
  ...matrices('m', 'm', false, { Q: [] }),
  ...matrices('D', 'D', true, { Y: [] }),
  ...matrices('D', 'D', false, { X: [] }),
};

const CONSTANT = ['b', 'H', 'v', 'T', 's'];

/** Many names for indices over m and p, so that a normal form can be written back as a term. */
export const NAMES: Readonly<Record<'m' | 'p', readonly string[]>> = {
  m: [...'ijhαβγδεζηθικλ'],
  p: [...'lqμνξπρστφχψω'],
};

export const FUZZ: Signature = {
  sizes: ['d', 'm', 'p', 'D'],
  squares: { D: 'd' },
  indices: Object.fromEntries(Object.entries(NAMES).flatMap(([range, names]) => names.map((name) => [name, range]))),
  exponents: { k: 0, n: 1 },
  symbols: Object.fromEntries(
    Object.entries(shapes).flatMap(([name, symbol]) =>
      CONSTANT.includes(name)
        ? [[name, { ...symbol, constant: true }]]
        : [
            [name, { ...symbol, velocity: `v${name}` }],
            [`v${name}`, symbol],
          ],
    ),
  ),
};

type Families = Readonly<Record<string, readonly string[]>>;

function scalars(real: boolean, families: Families): Record<string, ScalarSymbol> {
  const entry = (over: readonly string[]): ScalarSymbol => ({ kind: 'scalar', real, constant: false, over });
  return Object.fromEntries(Object.entries(families).map(([name, over]) => [name, entry(over)]));
}

function matrices(rows: string, cols: string, hermitian: boolean, families: Families): Record<string, MatrixSymbol> {
  const entry = (over: readonly string[]): MatrixSymbol => ({
    kind: 'matrix',
    rows,
    cols,
    hermitian,
    constant: false,
    over,
  });
  return Object.fromEntries(Object.entries(families).map(([name, over]) => [name, entry(over)]));
}
