import { expect, test } from 'vitest';
import type { VerdictWord } from '../claim/verdict.js';
import type { ClaimGraph, GraphNode } from './claim-graph.js';
import { graphText } from './graph-text.js';

const node = (id: string, uses: string[] = [], more: Partial<GraphNode> = {}): GraphNode => ({
  id,
  verdict: 'proved',
  uses,
  repairs: null,
  ...more,
});
const text = (graph: ClaimGraph, width = 200) => graphText(graph, { width, paint: (_, word) => word });

const graph = [
  node('ground'),
  node('misprint', [], { verdict: 'refuted-exactly' }),
  node('step', ['ground'], { repairs: 'misprint' }),
  node('theorem', ['ground', 'step']),
  node('alone', [], { verdict: null }),
  node('sequel', ['ground', 'step', 'theorem']),
  node('other', ['step', 'theorem']),
];

test('a claim is expanded once, where it is met first; one with nothing below it needs no mark', () => {
  expect(text(graph)).toBe(`misprint                refuted-exactly
alone                   not locked
sequel                  proved
├─ ground               proved
├─ step                 proved
│  ├─ ground            proved
│  └╌ repairs misprint  refuted-exactly
└─ theorem              proved
   ├─ ground            proved
   └─ step              proved  (see above)
other                   proved
├─ step                 proved  (see above)
└─ theorem              proved  (see above)

7 claims, 4 used by no other; 8 uses, 1 repair; longest chain (4 claims): sequel → theorem → step → ground
`);
});

test('each line has its branch, however deep', () => {
  const deep = [node('a'), node('b', ['a']), node('c', ['b']), node('x'), node('d', ['c', 'x'])];
  expect(
    text(deep)
      .split('\n')
      .slice(0, 5)
      .map((line) => line.replace(/ +proved$/, '')),
  ).toEqual(['d', '├─ c', '│  └─ b', '│     └─ a', '└─ x']);
});

test('where a terminal is too narrow for a column of verdicts, they follow their claims', () => {
  const lines = text(graph, 40).split('\n');
  expect(lines[0]).toBe('misprint  refuted-exactly');
  expect(lines[9]).toBe('   └─ step  proved  (see above)');
  expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(40);
});

test('a graph without edges has no longest chain, and an empty one is counted too', () => {
  expect(text([node('alone')])).toBe('alone  proved\n\n1 claim, 1 used by no other; 0 uses, 0 repairs\n');
  expect(text([])).toBe('0 claims, 0 used by no other; 0 uses, 0 repairs\n');
});

test('the verdict is painted, not the claim of its name', () => {
  const paint = (verdict: VerdictWord, word: string) => `<${verdict}:${word}>`;
  expect(graphText([node('proved')], { width: 80, paint })).toContain('proved  <proved:proved>\n');
});
