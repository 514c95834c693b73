/** What a verdict rests on and can be evaluated: rules, facts, definitions, proof links, certificates, the statement. */

import type { Claim } from '../claim/claim.js';
import type { ClaimTheory } from '../claim/theory.js';
import type { Model } from '../symbolic/denotation/evaluate.js';
import type { Positivity } from '../symbolic/kernel/positivity.js';
import type { Theory } from '../symbolic/kernel/proof.js';
import { TermError } from '../symbolic/kernel/signature.js';
import { integer, power, product, symbol, type Term } from '../symbolic/kernel/term.js';
import { printTerm } from '../symbolic/notation/print.js';
import { concluded } from '../symbolic/propose/justify.js';
import type { CheckedChain } from './prove.js';
import { barrierOf } from './prove.js';
import { type ReadStatement, readStatement } from './read-statement.js';
import type { Comparison } from './statement-margin.js';

export interface CheckItem {
  readonly name: string;
  readonly comparison: Comparison;
  /** Which models it speaks about; all of them by default. */
  readonly appliesTo?: (model: Pick<Model<unknown>, 'sizes' | 'values'>) => boolean;
}

/** The rules and facts of some hypotheses of a claim, under the words in which they are written. */
export function hypothesisItems(claim: Claim, names: readonly string[]): CheckItem[] {
  return names.flatMap((name) => {
    const { rules, facts, written } = claim.given[name]!;
    const label = (kind: string, k: number): string => `${kind} ${name}: ${written[k] ?? k + 1}`;
    return [
      ...rules.map(({ left, right }, k) => ({
        name: label('rule', k),
        comparison: { left, relation: '=', right } as const,
      })),
      ...facts.map((fact, k) => ({ name: label('fact', rules.length + k), comparison: nonnegative(fact) })),
    ];
  });
}

/** Each derived symbol against what it stands for, on models that give it a value of their own. */
export function definitionItems({ definitions }: ClaimTheory): CheckItem[] {
  return Object.entries(definitions).map(([name, { at, term }]) => ({
    name: `definition ${printTerm(symbol(name, ...at))} := ${printTerm(term)}`,
    comparison: { left: symbol(name, ...at), relation: '=', right: term },
    appliesTo: (model) => Object.hasOwn(model.values, name),
  }));
}

/** The links of a chain, and what their certificates conclude; a certificate that the kernel refuses concludes nothing. */
export function chainItems({ part, theory, links }: CheckedChain): CheckItem[] {
  return links.flatMap((link, k) => {
    const step = `${part === 'falls' ? 'barrier step' : 'step'} ${k + 1}`;
    const { from, relation, to, reason } = link;
    const own: CheckItem = {
      name: `${step}: ${printTerm(from)} ${relation} ${printTerm(to)}`,
      comparison: { left: from, relation, right: to },
    };
    if (reason.by !== 'positivity') return [own];
    const conclusions = leavesOf(reason.certificate).flatMap((leaf) => conclusionsOf(theory, leaf));
    const distinct = new Map(conclusions.map((term) => [printTerm(term), term]));
    return [
      own,
      ...[...distinct].map(([text, term]) => ({
        name: `${step}, certificate: ${text} >= 0`,
        comparison: nonnegative(term),
      })),
    ];
  });
}

function conclusionsOf(theory: Theory, leaf: Positivity): Term[] {
  try {
    return [concluded(theory, leaf)];
  } catch (error) {
    if (error instanceof TermError) return [];
    throw error;
  }
}

/** The parts of a certificate that are not put together from others. */
function leavesOf(certificate: Positivity): Positivity[] {
  switch (certificate.kind) {
    case 'constant':
    case 'size':
      return [];
    case 'sum':
    case 'product':
      return certificate.parts.flatMap(leavesOf);
    case 'over':
      return leavesOf(certificate.part);
    case 'congruence':
    case 'reciprocal':
    case 'trace':
      return [certificate, ...leavesOf(certificate.part)];
    case 'schur':
      return [certificate, ...leavesOf(certificate.left), ...leavesOf(certificate.right)];
    case 'interval':
      return [
        certificate,
        ...certificate.within.flatMap(({ above, below }) => [...leavesOf(above), ...leavesOf(below)]),
      ];
    case 'root':
      return [certificate, ...leavesOf(certificate.sign), ...leavesOf(certificate.gap)];
    default:
      return [certificate];
  }
}

/** What a proof divides by is not zero: where it is, this has no value, and the instance shows nothing. */
const divisorItem = (divisor: Term): CheckItem => ({
  name: `divisor ${printTerm(divisor)} is not zero`,
  comparison: { left: product(divisor, power(divisor, -1)), relation: '=', right: integer(1) },
});

const nonnegative = (right: Term): Comparison => ({ left: null, relation: '<=', right });

export const statementItem = ({ text, kernel }: ReadStatement): CheckItem => ({
  name: `statement: ${text}`,
  comparison: kernel,
});

/** All that is evaluated on the models of a claim, and on those of the outside of its barrier. */
export function itemsOf(
  claim: Claim,
  chains: readonly CheckedChain[],
  divisors: Iterable<Term> = [],
): { readonly inside: readonly CheckItem[]; readonly outside: readonly CheckItem[] } {
  const barrier = barrierOf(claim);
  const names = Object.keys(claim.given);
  const chainsOf = (part: CheckedChain['part']): CheckItem[] =>
    chains.filter((c) => c.part === part).flatMap(chainItems);
  const falls = chains.find((chain) => chain.part === 'falls');
  return {
    inside: [
      ...hypothesisItems(
        claim,
        names.filter((name) => name !== barrier?.outside),
      ),
      ...definitionItems(claim.theory),
      ...chainsOf('proof'),
      ...[...divisors].map(divisorItem),
      statementItem(readStatement(claim.theory, claim.statement)),
    ],
    outside:
      barrier === null
        ? []
        : [
            ...hypothesisItems(
              claim,
              names.filter((name) => name !== barrier.inside),
            ).map(outsideName),
            ...chainsOf('falls'),
            ...(falls === undefined ? [] : [{ name: 'the barrier quantity falls', comparison: falls.statement }]),
          ],
  };
}

const outsideName = (item: CheckItem): CheckItem => ({ ...item, name: `${item.name} (outside the barrier)` });
