import { describe, expect, test } from 'vitest';
import { basisOf, claimGraph, countsOf, longestChain, rootsOf } from './claim-graph.js';

const claim = (id: string, uses: readonly string[] = [], repairs: string | null = null) => ({ id, uses, repairs });
const graphOf = (...claims: ReturnType<typeof claim>[]) => claimGraph(claims, null);
const ids = (nodes: readonly { id: string }[]) => nodes.map(({ id }) => id);

/** d and e both rest on b and c, which rest on a; c mends the misprint. */
const diamond = graphOf(
  claim('a'),
  claim('misprint'),
  claim('b', ['a']),
  claim('c', ['a'], 'misprint'),
  claim('d', ['c', 'b']),
  claim('e', ['b', 'c', 'd']),
);

describe('the graph of the claims', () => {
  test('has what a claim uses in paper order, each once, and the locked verdict', () => {
    const lock = new Map([['a', { verdict: 'proved', flags: [], cited: [] } as const]]);
    expect(claimGraph([claim('a'), claim('b'), claim('c', ['b', 'a', 'b'])], lock)).toEqual([
      { id: 'a', verdict: 'proved', uses: [], repairs: null },
      { id: 'b', verdict: null, uses: [], repairs: null },
      { id: 'c', verdict: null, uses: ['a', 'b'], repairs: null },
    ]);
  });

  test('has the claims that nobody uses as its roots, mended ones too', () => {
    expect(ids(rootsOf(diamond))).toEqual(['misprint', 'e']);
  });

  test('has a longest chain, of several the first', () => {
    expect(longestChain(diamond)).toEqual(['e', 'd', 'b', 'a']);
    expect(longestChain(graphOf(claim('a'), claim('b', [], 'a')))).toEqual(['a']);
    expect(longestChain([])).toEqual([]);
  });

  test('counts each edge once', () => {
    expect(countsOf(diamond)).toEqual({ claims: 6, roots: 2, uses: 7, repairs: 1 });
  });
});

describe('what claims rest on', () => {
  test('goes down to the ground, and no further than the claims themselves', () => {
    expect(ids(basisOf(diamond, ['d']))).toEqual(['a', 'b', 'c', 'd']);
    expect(ids(basisOf(diamond, ['c', 'misprint', 'c']))).toEqual(['a', 'misprint', 'c']);
    expect(basisOf(diamond, [])).toEqual([]);
  });

  test('has the repairs among them only', () => {
    const mended = (...chosen: string[]) => basisOf(diamond, chosen).find(({ id }) => id === 'c')!.repairs;
    expect(mended('d')).toBeNull();
    expect(mended('d', 'misprint')).toBe('misprint');
  });
});
