/** Which claims rest on which: the graph of `uses` and `repairs`, apart from how it is drawn. */
import type { Claim } from '../claim/claim.js';
import type { VerdictWord } from '../claim/verdict.js';
import type { Lock } from '../run/lock.js';

export interface GraphNode {
  readonly id: string;
  /** Null where the lock has none. */
  readonly verdict: VerdictWord | null;
  /** Ids in paper order, each once. */
  readonly uses: readonly string[];
  readonly repairs: string | null;
}

/** In paper order. What a claim uses stands before it (`requireConnected` sees to that), so there are no circles of uses. */
export type ClaimGraph = readonly GraphNode[];

/** The graph of connected claims, with the verdicts of a lock. */
export function claimGraph(
  claims: readonly Pick<Claim, 'id' | 'uses' | 'repairs'>[],
  lock: Pick<Lock, 'get'> | null,
): ClaimGraph {
  const place = new Map(claims.map(({ id }, k) => [id, k]));
  return claims.map(({ id, uses, repairs }) => ({
    id,
    verdict: lock?.get(id)?.verdict ?? null,
    uses: [...new Set(uses)].sort((a, b) => place.get(a)! - place.get(b)!),
    repairs,
  }));
}

/** These claims, all that they rest on, and the repairs among them. A repair rests on nothing of what it repairs. */
export function basisOf(graph: ClaimGraph, ids: readonly string[]): ClaimGraph {
  const kept = new Set(ids);
  for (const { id, uses } of graph.toReversed()) {
    if (kept.has(id)) for (const used of uses) kept.add(used);
  }
  return graph.flatMap((node) => {
    const { id, repairs } = node;
    return kept.has(id) ? [{ ...node, repairs: repairs !== null && kept.has(repairs) ? repairs : null }] : [];
  });
}

/** The claims that no other claim uses. */
export function rootsOf(graph: ClaimGraph): ClaimGraph {
  const used = new Set(graph.flatMap(({ uses }) => uses));
  return graph.filter(({ id }) => !used.has(id));
}

/** The ids along the longest chain of uses, from what rests to what it rests on; of several the first in paper order. */
export function longestChain(graph: ClaimGraph): readonly string[] {
  const from = new Map<string, readonly string[]>();
  const longer = (a: readonly string[], b: readonly string[]): readonly string[] => (b.length > a.length ? b : a);
  for (const { id, uses } of graph) from.set(id, [id, ...uses.map((used) => from.get(used)!).reduce(longer, [])]);
  return [...from.values()].reduce(longer, []);
}

export interface GraphCounts {
  readonly claims: number;
  readonly roots: number;
  readonly uses: number;
  readonly repairs: number;
}

export const countsOf = (graph: ClaimGraph): GraphCounts => ({
  claims: graph.length,
  roots: rootsOf(graph).length,
  uses: graph.reduce((total, { uses }) => total + uses.length, 0),
  repairs: graph.filter(({ repairs }) => repairs !== null).length,
});
