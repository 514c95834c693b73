import { describe, expect, it } from 'vitest';
import { realScalar, type SymbolDeclaration, theory } from './theory.js';

const scalars = (symbols: Readonly<Record<string, Partial<SymbolDeclaration>>>) => () =>
  theory({
    name: 'scalars',
    sizes: {},
    indices: {},
    symbols: Object.fromEntries(
      Object.entries(symbols).map(([name, own]) => [name, { type: realScalar(), meaning: name, ...own }]),
    ),
  });
const standing = (text: string) => ({ stands: { at: [], for: text } });

describe('a theory', () => {
  it('defines symbols by others', () => {
    expect(Object.keys(scalars({ a: {}, b: standing('a^2'), c: standing('a b') })().definitions)).toEqual(['b', 'c']);
  });

  it('has no definitions that run in a circle', () => {
    expect(scalars({ a: standing('a + 1') })).toThrow('a: its definition leads back to it');
    expect(scalars({ a: standing('2 b'), b: standing('a') })).toThrow('a: its definition leads back to it');
  });

  it('has no constants that stand for what moves: as a rate of decay one would be trusted to stand still', () => {
    const constant = { type: realScalar({ constant: true }) };
    expect(scalars({ a: {}, c: { ...constant, ...standing('a^2') } })).toThrow(
      'c: declared constant, but it stands for something that moves',
    );
    expect(scalars({ a: constant, c: { ...constant, ...standing('a^2') } })).not.toThrow();
  });
});
