/** What intervals are asked to show: one stationary point of a loss in a box, and how high and how curved the loss is there. */

/** What is bounded; curvatures are least second derivatives along the orbit, per unit of length of the unknowns. */
export const BOUNDED = ['loss', 'curvature', 'curvature throughout the box'] as const;

export interface EnclosureBound {
  /** `loss`, `curvature`: at the stationary point; the last one at every point of the orbit in the box. */
  readonly of: (typeof BOUNDED)[number];
  readonly relation: '>=' | '<=';
  /** A rational number as text. */
  readonly bound: string;
}

/**
 * Exactly one stationary point of a loss on an orbit lies in a box; the bounds hold there, and the loss has a stated value
 * at another point of the orbit. Formulas are polynomials in the unknowns, read in the theory of the claim.
 */
export interface Enclosure {
  /** The loss, and what vanishes on the orbit. */
  readonly loss: string;
  readonly orbit: string;
  /** Ends of the box, for every unknown, as texts of rational numbers. */
  readonly box: Readonly<Record<string, readonly [low: string, high: string]>>;
  readonly bounds: readonly EnclosureBound[];
  /** A point of the orbit, and the loss there, exactly. */
  readonly elsewhere: { readonly at: Readonly<Record<string, string>>; readonly loss: string };
}
