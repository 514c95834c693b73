/** Proofs as they are written in a corpus: a chain of terms, each step with the reason that the kernel is to check. */
import type { Positivity } from '../symbolic/kernel/positivity.js';
import type { Term } from '../symbolic/kernel/term.js';

/** Why a step holds. Names are hypotheses of the claim or ids of claims that it uses. */
export type Justification =
  | { readonly by: 'rewriting'; readonly using: readonly string[] }
  | { readonly by: 'positivity'; readonly certificate: CertificateSource; readonly using: readonly string[] }
  | { readonly by: 'induction'; readonly variable: string; readonly using: readonly string[] };

/** A certificate with terms still written as text. `search` asks the proposer to find one. */
export type CertificateSource =
  | { readonly kind: 'search' }
  | { readonly kind: 'build'; readonly build: (term: (text: string) => Term) => Positivity };

/** A term that a computer algebra system proposes from the step before it; the kernel then checks the step. */
export type Proposal =
  | { readonly proposer: 'nerdamer'; readonly operation: 'expand' | 'partfrac' }
  /** The value of one unknown of a linear system, whatever stands in the step before. */
  | {
      readonly proposer: 'nerdamer';
      readonly operation: 'solve';
      readonly wanted: string;
      readonly unknowns: readonly string[];
      readonly equations: readonly string[];
    };

export interface Step {
  readonly relation: '=' | '<=';
  readonly to: string | Proposal;
  readonly because: Justification;
  /** What the step does, in words a physicist would use. */
  readonly remark: string;
}

export interface Chain {
  readonly start: string;
  readonly steps: readonly Step[];
  readonly equals: (to: string | Proposal, because: Justification, remark?: string) => Chain;
  readonly atMost: (to: string, because: Justification, remark?: string) => Chain;
}

/** Starts a chain at the left side of the statement (for `>=`, at its smaller side). */
export function chain(start: string, steps: readonly Step[] = []): Chain {
  const extended =
    (relation: Step['relation']) =>
    (to: string | Proposal, because: Justification, remark = '') =>
      chain(start, [...steps, { relation, to, because, remark }]);
  return { start, steps, equals: extended('='), atMost: extended('<=') };
}

/** Equal normal forms after rewriting with the cited hypotheses and theorems; with none cited, plain expansion. */
export const rewriting = (...using: string[]): Justification => ({ by: 'rewriting', using });

/** X^k = G(k) for all k >= 0, by induction on k. */
export const induction = (variable: string, ...using: string[]): Justification => ({
  by: 'induction',
  variable,
  using,
});

/** A certificate that the larger side minus the smaller is nonnegative, written with the builders of the kernel. */
export const positivity = (build: (term: (text: string) => Term) => Positivity, ...using: string[]): Justification => ({
  by: 'positivity',
  certificate: { kind: 'build', build },
  using,
});

/** As `positivity`, but the certificate is searched for: every monomial of the difference must be visibly nonnegative. */
export const evidentlyPositive = (...using: string[]): Justification => ({
  by: 'positivity',
  certificate: { kind: 'search' },
  using,
});

/** Asks nerdamer for the next term. */
export const proposed = (operation: 'expand' | 'partfrac'): Proposal => ({ proposer: 'nerdamer', operation });

/** Asks nerdamer for the value of an unknown of a linear system; that it is right has to follow from what the step cites. */
export const solved = (wanted: string, unknowns: readonly string[], ...equations: string[]): Proposal => ({
  proposer: 'nerdamer',
  operation: 'solve',
  wanted,
  unknowns,
  equations,
});
