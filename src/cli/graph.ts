import { BadInput } from '../numeric/bad-input.js';
import { importCorpus, locateCorpus } from '../run/corpus.js';
import { readLock } from '../run/lock.js';
import { basisOf, type ClaimGraph, claimGraph, countsOf, longestChain } from './claim-graph.js';
import { requireClaim } from './claim-id.js';
import { graphDot } from './graph-dot.js';
import { graphText, type TextStyle } from './graph-text.js';
import { readArguments } from './options.js';
import { outputWidth, print } from './output.js';
import { coloured } from './verdict-table.js';
import { writeOut } from './write-out.js';

export const name = 'graph';

export const summary = 'which claims rest on which, as a tree, for Graphviz, or as JSON';

export const usage = `Usage: kasym graph [ID...] [--dot | --json] [--out FILE]

Every claim that no other claim uses, in paper order, with its verdict from the lock file, what it
uses below it, and what it repairs; what is shown once is not repeated. Last come the counts and
the longest chain.

  ID          only these claims, what they rest on, and the repairs among them
  --dot       a graph for Graphviz: boxes hold, hexagons are undecided, octagons are refuted,
              an edge leads to what a claim uses, a dashed edge to what it repairs
  --json      JSON Lines: {"id", "verdict" or null, "uses", "repairs" or null}, and last {"summary"}
  --out FILE  into this file, which is replaced
  --help      this text

Example: kasym graph --dot | dot -Tsvg -o claims.svg
`;

export async function run(argv: readonly string[]): Promise<number> {
  const { flags, values, operands } = readArguments(argv, {
    command: name,
    flags: ['dot', 'json'],
    values: ['out'],
    operands: { name: 'ID', min: 0, max: Number.POSITIVE_INFINITY },
  });
  if (flags.dot && flags.json) throw new BadInput('--dot: not together with --json');
  if (values.out === '') throw new BadInput('--out: expected a file; "kasym graph --help" shows the usage');
  const place = await locateCorpus(process.cwd());
  const corpus = await importCorpus(place.url);
  for (const id of operands) requireClaim(id, corpus);
  const whole = claimGraph(corpus.claims, await readLock(place.lock));
  const graph = operands.length === 0 ? whole : basisOf(whole, operands);
  const style = values.out === undefined ? { width: outputWidth(), paint: coloured } : PLAIN;
  const text = flags.dot ? graphDot(graph, corpus.name) : flags.json ? graphJson(graph) : graphText(graph, style);
  if (values.out === undefined) {
    await print(text);
  } else {
    await writeOut(values.out, text);
    await print(`${graph.length} ${graph.length === 1 ? 'claim' : 'claims'} in ${values.out}\n`);
  }
  return 0;
}

/** For a file, whatever reads stdout. */
const PLAIN: TextStyle = { width: Number.POSITIVE_INFINITY, paint: (_, text) => text };

function graphJson(graph: ClaimGraph): string {
  const claims = graph.map(({ id, verdict, uses, repairs }) => ({ id, verdict, uses, repairs }));
  const lines = [...claims, { summary: { ...countsOf(graph), longestChain: longestChain(graph) } }];
  return lines.map((line) => `${JSON.stringify(line)}\n`).join('');
}
