/** How a verdict differs from the locked one. */

/**
 * `worse`: fails everywhere; `changed`: what the verdict is about or rests on is not what was locked, which a gate does not let
 * pass in silence; `better` and `new` are told only.
 */
export type LockChangeKind = 'worse' | 'changed' | 'better' | 'new';

export interface LockChange {
  readonly id: string;
  readonly kind: LockChangeKind;
  /** From what to what, in a line. */
  readonly what: string;
  /** What else of the evidence changed, a line each. */
  readonly evidence: readonly string[];
}
