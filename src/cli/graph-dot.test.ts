import { spawnSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import { VERDICTS } from '../claim/verdict.js';
import type { GraphNode } from './claim-graph.js';
import { graphDot } from './graph-dot.js';

const node = (id: string, more: Partial<GraphNode> = {}): GraphNode => ({
  id,
  verdict: 'proved',
  uses: [],
  repairs: null,
  ...more,
});
const NASTY = ['"', '\\', 'a\\"b', 'a\\nb', 'a\nb', 'a\r\nb', 'a\rb', '&amp;', 'x -> y', '];', '<b>x</b>', 'ŷ²', ''];

const STRING = String.raw`"(?:[^"\\\n]|\\.)*"`;
const VALUE = String.raw`(?:${STRING}|[\w.]+)`;
const ATTRIBUTES = String.raw`\[\w+=${VALUE}(?:, \w+=${VALUE})*\]`;
const LINE = new RegExp(`^  (?:graph|node|edge|${STRING})(?: -> ${STRING})?(?: ${ATTRIBUTES})?;$`);

/** The parts of a node's line that are not about its name. */
const outline = (verdict: GraphNode['verdict'], but: RegExp) =>
  graphDot([node('a', { verdict })], '')
    .split('\n')
    .find((line) => line.startsWith('  "a"'))!
    .replace(/label="[^"]*"/, '')
    .replaceAll(but, '');

describe('the graph in DOT', () => {
  test('has a line per claim, from the last, and a line per edge; repairs are dashed and say so', () => {
    const graph = [
      node('misprint', { verdict: 'refuted-exactly' }),
      node('a', { repairs: 'misprint' }),
      node('b', { uses: ['a'], verdict: null }),
    ];
    const lines = graphDot(graph, 'title').trimEnd().split('\n');
    expect(lines[0]).toBe('digraph "title" {');
    expect(lines.slice(1, 4).map((line) => line.split(' [')[0])).toEqual(['  graph', '  node', '  edge']);
    expect(lines.slice(4).map((line) => line.replace(/", shape=.*/, '"'))).toEqual([
      '  "b" [label="b\\nnot locked"',
      '  "a" [label="a\\nproved"',
      '  "misprint" [label="misprint\\nrefuted-exactly"',
      '  "b" -> "a";',
      '  "a" -> "misprint" [style=dashed, arrowhead=empty, label="repairs"];',
      '}',
    ]);
  });

  test('names every verdict, and draws no two alike, with or without colour', () => {
    const all = [...VERDICTS, null];
    for (const verdict of all) {
      expect(graphDot([node('a', { verdict })], '')).toContain(`label="a\\n${verdict ?? 'not locked'}"`);
    }
    expect(new Set(all.map((verdict) => outline(verdict, /(fill)?color="[^"]*"/g))).size).toBe(all.length);
  });

  test('stays DOT whatever the claims are called', () => {
    const graph = NASTY.flatMap((id, k) => [node(id, { uses: NASTY.slice(0, k), repairs: NASTY.at(k - 1)! })]);
    const lines = graphDot(graph, 'a "corpus" \\').trimEnd().split('\n');
    expect(lines[0]).toMatch(new RegExp(`^digraph ${STRING} {$`));
    expect(lines.at(-1)).toBe('}');
    for (const line of lines.slice(1, -1)) expect(line).toMatch(LINE);
  });

  const graphviz = spawnSync('dot', ['-V']).status === 0;
  test.runIf(graphviz)('is read by Graphviz, name by name', () => {
    const graph = NASTY.map((id, k) => node(id, { uses: NASTY.slice(0, k) }));
    const { status, stdout, stderr } = spawnSync('dot', ['-Tdot_json'], { input: graphDot(graph, '"') });
    expect([status, String(stderr)]).toEqual([0, '']);
    const { objects, edges } = JSON.parse(String(stdout)) as { objects: { name: string }[]; edges: unknown[] };
    expect(new Set(objects.map(({ name }) => name)).size).toBe(NASTY.length);
    expect(edges).toHaveLength((NASTY.length * (NASTY.length - 1)) / 2);
  });
});
