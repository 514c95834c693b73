/** The graph of the claims in DOT, the language of Graphviz. */
import type { VerdictWord } from '../claim/verdict.js';
import type { ClaimGraph, GraphNode } from './claim-graph.js';

type Attributes = Readonly<Record<string, string>>;

const FOR = { fillcolor: '#e3f1df', color: '#1b6b30' };
const BETWEEN = { fillcolor: '#fff6cc', color: '#8a6d00' };
const AGAINST = { fillcolor: '#fbe0da', color: '#a31515' };

/**
 * Outlines tell the verdicts apart without colour: boxes hold, hexagons are open, octagons fail; what is weaker than the
 * plain outline of its side is dashed, and what intervals certify has two outlines.
 */
const OUTLINES: Readonly<Record<VerdictWord, Attributes>> = {
  proved: { shape: 'box', style: 'filled', ...FOR },
  'proved-for': { shape: 'box', style: 'filled,rounded', ...FOR },
  certified: { shape: 'box', style: 'filled', peripheries: '2', ...FOR },
  supported: { shape: 'box', style: 'filled,rounded,dashed', ...FOR },
  undecided: { shape: 'hexagon', margin: '0', style: 'filled,dashed', ...BETWEEN },
  'refuted-numerically': { shape: 'octagon', margin: '0', style: 'filled,dashed', ...AGAINST },
  'refuted-certified': { shape: 'octagon', margin: '0', style: 'filled', peripheries: '2', ...AGAINST },
  'refuted-exactly': { shape: 'octagon', margin: '0', style: 'filled', penwidth: '2.5', ...AGAINST },
};
const NOT_LOCKED: Attributes = { shape: 'box', style: 'dotted' };

/** `title` names the graph. Edges go from a claim to what it uses; those to what it repairs are dashed and say so. */
export function graphDot(graph: ClaimGraph, title: string): string {
  return [
    `digraph ${quoted(title)} {`,
    '  graph [rankdir=LR, nodesep=0.15, ranksep=0.6];',
    '  node [fontname="Helvetica,Arial,sans-serif", fontsize=11, margin="0.12,0.05", height=0.4];',
    '  edge [fontname="Helvetica,Arial,sans-serif", fontsize=10, arrowsize=0.7];',
    // From left to right Graphviz puts what comes first at the bottom, and paper order reads from the top.
    ...graph.map((node) => `  ${quoted(node.id)} ${nodeAttributes(node)};`).toReversed(),
    ...graph.flatMap(({ id, uses }) => uses.map((used) => `  ${quoted(id)} -> ${quoted(used)};`)),
    ...graph.flatMap(({ id, repairs }) =>
      repairs === null
        ? []
        : [`  ${quoted(id)} -> ${quoted(repairs)} [style=dashed, arrowhead=empty, label="repairs"];`],
    ),
    '}\n',
  ].join('\n');
}

function nodeAttributes({ id, verdict }: GraphNode): string {
  const outline = verdict === null ? NOT_LOCKED : OUTLINES[verdict];
  // Labels also read HTML entities; names of nodes do not.
  const label = `${quoted(id.replaceAll('&', '&amp;')).slice(0, -1)}\\n${verdict ?? 'not locked'}"`;
  const others = Object.entries(outline).map(([name, value]) => `${name}=${quoted(value)}`);
  return `[label=${label}, ${others.join(', ')}]`;
}

/** A string of DOT: a quote would end it, and a backslash begins an escape. No two texts give the same string. */
function quoted(text: string): string {
  const escaped = text.replaceAll('\\', '\\\\').replaceAll('"', '\\"').replaceAll('\n', '\\n').replaceAll('\r', '\\r');
  return `"${escaped}"`;
}
