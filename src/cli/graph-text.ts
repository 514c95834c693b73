/** The graph of the claims as a tree for a terminal. */
import type { VerdictWord } from '../claim/verdict.js';
import { paragraph } from '../report/paragraph.js';
import { type ClaimGraph, countsOf, type GraphNode, longestChain, rootsOf } from './claim-graph.js';

export interface TextStyle {
  /** Columns; the verdicts stand below each other only where all lines fit. */
  readonly width: number;
  /** Colours the text of a verdict, without changing how wide it is. */
  readonly paint: (verdict: VerdictWord, text: string) => string;
}

interface Line {
  readonly label: string;
  readonly verdict: VerdictWord | null;
  readonly note: string;
}

/** Each claim that nobody uses with what it uses below it; what stands below a claim is shown once. Ends with the counts. */
export function graphText(graph: ClaimGraph, style: TextStyle): string {
  const lines = treeLines(graph);
  const widest = Math.max(0, ...lines.map(({ label }) => label.length));
  const column = Math.max(...lines.map((line) => widest + 2 + rest(line).length)) <= style.width ? widest : 0;
  const tree = lines.map((line) => {
    const { label, verdict } = line;
    const painted = verdict === null ? rest(line) : rest(line).replace(verdict, style.paint(verdict, verdict));
    return `${label.padEnd(column)}  ${painted}\n`;
  });
  return `${tree.join('')}${tree.length === 0 ? '' : '\n'}${paragraph(closing(graph), style.width, '')}`;
}

const rest = ({ verdict, note }: Line): string => `${verdict ?? 'not locked'}${note === '' ? '' : `  ${note}`}`;

function treeLines(graph: ClaimGraph): readonly Line[] {
  const nodes = new Map(graph.map((node) => [node.id, node]));
  const lines: Line[] = [];
  const expanded = new Set<string>();
  /** `first` stands before the claim itself, `others` before what stands below it. */
  const show = ({ id, verdict, uses, repairs }: GraphNode, first: string, others: string): void => {
    const again = expanded.has(id) && (uses.length > 0 || repairs !== null);
    lines.push({ label: `${first}${id}`, verdict, note: again ? '(see above)' : '' });
    if (expanded.has(id)) return;
    expanded.add(id);
    uses.forEach((used, k) => {
      const last = k === uses.length - 1 && repairs === null;
      show(nodes.get(used)!, `${others}${last ? '└─ ' : '├─ '}`, `${others}${last ? '   ' : '│  '}`);
    });
    if (repairs === null) return;
    lines.push({ label: `${others}└╌ repairs ${repairs}`, verdict: nodes.get(repairs)!.verdict, note: '' });
  };
  for (const root of rootsOf(graph)) show(root, '', '');
  return lines;
}

function closing(graph: ClaimGraph): string {
  const { claims, roots, uses, repairs } = countsOf(graph);
  const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`;
  const chain = longestChain(graph);
  const longest = chain.length < 2 ? '' : `; longest chain (${chain.length} claims): ${chain.join(' → ')}`;
  return `${counted(claims, 'claim')}, ${roots} used by no other; ${counted(uses, 'use')}, ${counted(repairs, 'repair')}${longest}`;
}
